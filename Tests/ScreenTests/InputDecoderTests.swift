import Testing

@testable import Screen

struct InputDecoderTests {
    private func events(_ text: String) -> [Event] { events(Array(text.utf8)) }

    private func events(_ bytes: [UInt8]) -> [Event] {
        var decoder = InputDecoder()
        decoder.feed(bytes)
        var found: [Event] = []
        while let event = decoder.next(isFinal: true) { found.append(event) }
        return found
    }

    @Test(arguments: [
        ("\u{1B}[A\u{1B}OA", "<Up><Up>"), ("\u{1B}[H\u{1B}OH\u{1B}[1~\u{1B}[7~", "<Home><Home><Home><Home>"),
        ("\u{1B}[5~\u{1B}[6~\u{1B}[3~", "<PgUp><PgDn><Del>"), ("\u{1B}[1;5C\u{1B}Od", "<C-Right><C-Left>"),
        ("\u{1B}[1;5H\u{1B}[1;5F\u{1B}[7^\u{1B}[4;5~", "<C-Home><C-End><C-Home><C-End>"),
        ("\u{1B}[Z\t\r\n", "<S-Tab><Tab><Enter><Enter>"),
        ("\u{1B}OP\u{1B}[11~\u{1B}[[A\u{1B}[24~", "<F1><F1><F1><F12>"),
        ("\u{1B}", "<Esc>"), ("\u{1B}\u{1B}", "<Esc><Esc>"), ("\u{1B}b", "<A-b>"),
        ("\u{03}\u{13}\u{11}", "<Esc><C-s><C-q>"),
        ("\u{7F}\u{08}", "<BS><BS>"), ("王x", "王x"), ("\u{1B}[?1;2cq", "q"), ("\u{1B}]11;rgb:0/0/0\u{07}q", "q"),
        ("\u{1B}P1$r\u{1B}\\q", "q"), ("\u{1B}[99;99;99qj", "j"), ("\u{1B}[I\u{1B}[Oj", "j"),
        ("\u{1B}[12\u{1B}[A", "<Up>"),
    ])
    func keys(bytes: String, notation: String) {
        #expect(events(bytes) == Event.typing(notation))
    }

    @Test func everyCutGivesTheSame() {
        let bytes = Array("a\u{1B}[A王\u{1B}[200~x\ny\u{1B}[A\u{1B}[201~b\u{1B}[<0;3;4M".utf8)
        let whole = events(bytes)
        #expect(whole.count == 6)
        for cut in 0...bytes.count {
            var decoder = InputDecoder()
            var found: [Event] = []
            for part in [bytes[..<cut], bytes[cut...]] {
                decoder.feed(part)
                while let event = decoder.next() { found.append(event) }
            }
            #expect(found == whole, "cut at \(cut)")
        }
    }

    @Test func pasteIsText() {
        #expect(events("\u{1B}[200~Q\r\u{1B}[A王\u{1B}[201~j") == [.paste("Q\r\u{1B}[A王"), .key(.character("j"))])
        #expect(events("\u{1B}[200~open end") == [.paste("open end")])
    }

    @Test func mouse() {
        var decoder = InputDecoder()
        decoder.feed(
            "\u{1B}[<0;3;4M\u{1B}[<0;3;4m\u{1B}[<0;3;4M\u{1B}[<32;9;4M\u{1B}[<0;9;4m\u{1B}[<65;1;1M\u{1B}[<2;1;1M".utf8)
        var found: [Event] = []
        while let event = decoder.next(now: 100) { found.append(event) }
        #expect(
            found == [
                .mouse(Mouse(.click, x: 2, y: 3)), .mouse(Mouse(.doubleClick, x: 2, y: 3)),
                .mouse(Mouse(.drag, x: 8, y: 3)),
                .mouse(Mouse(.drop, x: 8, y: 3)), .mouse(Mouse(.wheelDown, x: 0, y: 0)),
            ])
    }

    @Test func aReleaseThatWasMissedDoesNotDropTheNextClick() {
        var decoder = InputDecoder()
        // Let go while another program had the terminal; then a plain click, and one that drags with Shift held.
        decoder.feed("\u{1B}[<0;3;4M\u{1B}[<32;5;4M\u{1B}[<0;9;9M\u{1B}[<0;9;9m".utf8)
        decoder.feed("\u{1B}[<4;1;1M\u{1B}[<36;2;1M\u{1B}[<4;2;1m".utf8)
        // Moved without a button, and the right button: nobody asked for those.
        decoder.feed("\u{1B}[<35;2;2M\u{1B}[<34;2;2M\u{1B}[<2;2;2m".utf8)
        var found: [Event] = []
        while let event = decoder.next(now: 1000) { found.append(event) }
        #expect(
            found == [
                .mouse(Mouse(.click, x: 2, y: 3)), .mouse(Mouse(.drag, x: 4, y: 3)), .mouse(Mouse(.click, x: 8, y: 8)),
                .mouse(Mouse(.click, x: 0, y: 0)), .mouse(Mouse(.drag, x: 1, y: 0)), .mouse(Mouse(.drop, x: 1, y: 0)),
            ])
    }

    @Test func cursorReport() {
        var decoder = InputDecoder()
        decoder.feed("\u{1B}[1;3R".utf8)
        #expect(decoder.next() == nil)
        #expect(decoder.reportedColumn == 3)
    }

    @Test func garbageNeverStopsIt() {
        var state: UInt64 = 42
        for _ in 0..<300 {
            let bytes = (0..<200).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let byte = UInt8(truncatingIfNeeded: state >> 33)
                return byte % 5 == 0 ? 0x1B : byte
            }
            var decoder = InputDecoder()
            decoder.feed(bytes)
            while decoder.next(isFinal: true) != nil {}
            #expect(!decoder.isWaiting)
        }
    }

    @Test func longPasteIsQuick() {
        var decoder = InputDecoder()
        let text = String(repeating: "王 one\n", count: 100_000)
        var found: [Event] = []
        decoder.feed("\u{1B}[200~".utf8)
        for start in stride(from: 0, to: text.utf8.count, by: 65536) {
            decoder.feed(Array(text.utf8.dropFirst(start).prefix(65536)))
            while let event = decoder.next() { found.append(event) }
        }
        decoder.feed("\u{1B}[201~".utf8)
        while let event = decoder.next() { found.append(event) }
        #expect(found == [.paste(text)])
    }
}
