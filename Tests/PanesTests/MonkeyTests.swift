import Foundation
import PaneKit
import Screen
import Testing

/// Some random events on the whole program; `make monkey` runs as many as one likes.
@Suite(.serialized) struct MonkeyTests {
    private static let environment = ProcessInfo.processInfo.environment
    /// Events of a long run; nil for the short one.
    private static let wanted = environment["KONTOR_MONKEY"].flatMap { Int($0) }

    /// One monkey from its first event to its last.
    private func run(seed: UInt64, events: Int) throws {
        do {
            var monkey = try Monkey(seed: seed)
            try monkey.play(events)
            try monkey.undoEverything()
        } catch let trouble as Monkey.Trouble {
            Issue.record("seed \(seed), \(events) events: \(trouble.description)")
        }
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func nothingBreaks(seed: UInt64) throws {
        try run(seed: seed, events: 400)
    }

    /// Foundation's way of cutting a path ended the program on the first of these.
    @Test(arguments: ["#", "/", "//", "", "~", "a/\u{301}", "\u{301}/", "👩‍👩‍👧‍👦", "\u{0}", "王/", "../", "/nowhere/at/all"])
    func aFileMayBeAskedForByAnyText(text: String) throws {
        var desk = try TestDesk()
        desk.type("i")
        for character in text { desk.app.handle(.key(.character(character))) }
        desk.paste(text)
        #expect(desk.app.depth == 2)
    }

    /// `KONTOR_MONKEY` events in rounds of 3,000, from the seed `KONTOR_MONKEY_SEED` on. Each round says its seed before it
    /// begins, so that one that crashes can be repeated with that seed; then `KONTOR_MONKEY_TRACE` shows each event. One that hangs
    /// is ended by the system's alarm.
    @Test(.enabled(if: wanted != nil))
    func aLongRun() throws {
        let first = Self.environment["KONTOR_MONKEY_SEED"].flatMap { UInt64($0) } ?? 1000
        let rounds = max(1, (Self.wanted! + 2999) / 3000)
        for round in 0..<rounds {
            let seed = first + UInt64(round)
            FileHandle.standardError.write(Data("monkey: seed \(seed)\n".utf8))
            alarm(300)
            defer { alarm(0) }
            try run(seed: seed, events: min(3000, Self.wanted!))
        }
    }
}
