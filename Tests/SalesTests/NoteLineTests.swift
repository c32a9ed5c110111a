import Testing

@testable import Sales

/// The lines of a note that act. The clock stands at Saturday 21 November 2026, 14:05 in UTC.
@Suite struct NoteLineTests {
    private let clock = Clock(zone: Zone("UTC")!, fixedAt: Instant("2026-11-21T14:05:00Z")!)

    @Test(arguments: [
        ("! thu 15:00 send sample", "send|sample|2026-11-26 15:00"),
        ("! 周四 15:00 送样", "send|送样|2026-11-26 15:00"),
        ("！周四15:00送样", "send|送样|2026-11-26 15:00"),
        ("！周五寄样品", "send|寄样品|2026-11-27"),
        ("！3天后回复报价", "task|回复报价|2026-11-24"),
        ("! tomorrow: call about the tender", "call|about the tender|2026-11-22"),
        ("  ! fri 10 visit", "visit||2026-11-27 10:00"),
        ("!2026-12-01 e-mail contract", "email|contract|2026-12-01"),
        ("! 3d check the delivery", "task|check the delivery|2026-11-24"),
        ("！明天下午3点拜访王伟", "visit|拜访王伟|2026-11-22 15:00"),
        ("-> price for two-shift option", "mine|price for two-shift option"), ("→ 两班制报价", "mine|两班制报价"),
        ("->price", "mine|price"), ("－＞ 报价", "mine|报价"),
        ("<- drawings of line 3", "theirs|drawings of line 3"), ("← 三号线图纸", "theirs|三号线图纸"),
        (
            "wants two; -> price list; ! fri 10 call; <- drawings",
            "mine|price list, call||2026-11-27 10:00, theirs|drawings"
        ),
        ("! send sample", "undated"),
        ("!important", ""), ("!", ""), ("->", ""), ("- a list", ""), ("a -> b", ""), ("one; two", ""), ("", ""),
        ("first\r\n-> price\n\n<- drawings\n", "mine|price, theirs|drawings"),
        ("first; -> not in a text of several lines\nsecond", ""),
    ])
    func reads(text: String, expected: String) {
        let read = NoteLines.read(text, clock: clock).map { line in
            switch line.meaning {
            case .promise(let direction, let text): "\(direction.rawValue)|\(text)"
            case .undated: "undated"
            case .followUp(let action, let subject, let due):
                "\(action.rawValue)|\(subject)|\(due.on)" + (due.at.map { " \(clock.zone.time(of: $0))" } ?? "")
            }
        }
        #expect(read.joined(separator: ", ") == expected)
    }

    @Test func whatActedOnceDoesNotActAgain() {
        let old = "-> price\n! fri call"
        let new = "-> price\n! fri call\n-> price\n<- drawings"
        #expect(NoteLines.new(in: new, since: old, clock: clock).map(\.text) == ["-> price", "<- drawings"])
        #expect(NoteLines.new(in: old, since: new, clock: clock).isEmpty)
    }

    @Test func readsNoMoreThanOneDecidesAbout() {
        let text = String(repeating: "-> x\n", count: 1000)
        #expect(NoteLines.read(text, clock: clock).count == NoteLines.most)
    }
}
