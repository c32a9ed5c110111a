import Foundation
import PaneKit
import Sales
import Screen
import Storage
import Testing
import Words

@testable import Panes

/// What a salesperson does all day, with the keys counted: each flow is typed on the demo territory, and docs/flows.md is made of the
/// same table, so that the page cannot say anything else.
struct CountedFlowsTests {
    /// One flow. Keys are counted; text is what one types into a field, a name, a summary, a date in words, and is not.
    struct Flow: Sendable {
        enum Part: Sendable {
            case keys(String)
            case text(String)
        }

        var name: String
        /// Keys that it may take.
        var limit: Int
        /// What the best other programs take.
        var elsewhere: String
        /// Keys that lead to the place where it begins; not counted.
        var from: String
        var parts: [Part]
        /// What the screen shows afterwards.
        var shows: [String]
        /// What the file holds afterwards.
        var holds: @Sendable (TestDesk) throws -> Bool = { _ in true }

        /// How many keys are struck.
        var count: Int {
            parts.reduce(0) { if case .keys(let keys) = $1 { $0 + Key.parse(keys).count } else { $0 } }
        }
    }

    private static func last<R: Record>(_ type: R.Type, _ desk: TestDesk) throws -> R? {
        try desk.store.read { try $0.fetch(R.self, try $0.ids(R.kind).last!) }
    }

    static let flows: [Flow] = [
        Flow(
            name: "A call was made: outcome, summary, the proposed next step accepted", limit: 4, elsewhere: "6 to 11",
            from: "j", parts: [.keys("ci"), .text("wants two options"), .keys("<Enter>")],
            shows: ["王伟: interested; send Mon 23 Nov 2026"],
            holds: { desk in
                try last(Call.self, desk)?.summary == "wants two options"
                    && last(FollowUp.self, desk)?.dueOn == Day("2026-11-23")
            }),
        Flow(
            name: "The same with another next step", limit: 6, elsewhere: "8 to 11; most cannot", from: "j",
            parts: [.keys("ci"), .text("approved"), .keys("<Tab><Tab>"), .text("4d"), .keys("<Enter>")],
            shows: ["王伟: interested; send Tue 24 Nov 2026"],
            holds: { try last(FollowUp.self, $0)?.dueOn == Day("2026-11-24") }),
        Flow(
            name: "No answer, try again on the next working day", limit: 2, elsewhere: "3, sets no date", from: "j",
            parts: [.keys("cn")], shows: ["no answer; call Mon 23 Nov 2026"],
            holds: { desk in
                let wang = try desk.store.read { try $0.resolve("王伟").id }
                return try desk.store.read { transaction in
                    try transaction.ids(.followUp).compactMap { try transaction.fetch(FollowUp.self, $0) }.contains {
                        $0.contactID == wang && $0.action == .call && $0.state == .open
                            && $0.dueOn == Day("2026-11-23")
                    }
                }
            }),
        Flow(
            name: "See what is due", limit: 0, elsewhere: "1", from: "", parts: [],
            shows: ["OVERDUE", "TODAY"]),
        Flow(
            name: "Find anyone by letters of the name, and open", limit: 5, elsewhere: "–", from: "",
            parts: [.keys("<C-f>gra<Enter>")], shows: ["Grace Hopper", "TIMELINE"],
            holds: { $0.app.top is RecordPane }),
        Flow(
            name: "Find anyone by pinyin initials, and open", limit: 5, elsewhere: "–", from: "",
            parts: [.keys("<C-f>ww<Enter>")], shows: ["王伟", "TIMELINE"], holds: { $0.app.top is RecordPane }),
        Flow(
            name: "Find anyone by the last digits of a phone, and open", limit: 5, elsewhere: "–", from: "",
            parts: [.keys("<C-f>001<Enter>")], shows: ["001", "TIMELINE"], holds: { $0.app.top is RecordPane }),
        Flow(
            name: "Snooze", limit: 2, elsewhere: "2 clicks", from: "", parts: [.keys("z3")],
            shows: ["Snoozed to Mon 23 Nov 2026"]),
        Flow(
            name: "A decision in a pile of what is overdue: another day", limit: 1, elsewhere: "2 clicks", from: "r",
            parts: [.keys("3")], shows: ["Snoozed to Mon 23 Nov 2026", "2 of 9"]),
        Flow(
            name: "What is left of the pile spread over the coming working days", limit: 2, elsewhere: "–", from: "r1",
            parts: [.keys("S5")], shows: ["spread, the last on"]),
        Flow(
            name: "The next record of a list while inside one", limit: 1, elsewhere: "1", from: "2<Enter>",
            parts: [.keys("J")], shows: [],
            holds: { desk in
                let second = try desk.store.read { try $0.page(ListQuery(.contact), limit: 2) }.last
                return (desk.app.top as? RecordPane)?.target == second?.ref
            }),
        Flow(
            name: "A meeting note with the contact prefilled", limit: 2, elsewhere: "4", from: "2/王伟<Enter>",
            parts: [.keys("m"), .text("wants two options"), .keys("<C-s>")], shows: ["Held: Meeting with 王伟"],
            holds: { desk in
                let meeting = try last(Meeting.self, desk)
                return try meeting?.state == .held && meeting?.notes.contains("wants two options") == true
                    && meeting?.attendees == [desk.store.read { try $0.resolve("王伟").id }]
            }),
        Flow(
            name: "The same with a next step", limit: 4, elsewhere: "–", from: "2/王伟<Enter>",
            parts: [.keys("m"), .text("wants two options"), .keys("<Tab><Tab>"), .text("下周三"), .keys("<C-s>")],
            shows: ["Held: Meeting with 王伟; call Wed 25 Nov 2026"]),
        Flow(
            name: "Plan a meeting, what is in its way shown while typing", limit: 5, elsewhere: "–",
            from: "2/王伟<Enter>",
            parts: [.keys("M"), .text("tue 10"), .keys("<Enter>")], shows: ["Meeting with 王伟: Tue 24 Nov 2026 10:00"],
            holds: { try last(Meeting.self, $0)?.dueAt == Instant("2026-11-24T02:00:00Z") }),
        Flow(
            name: "Plan a meeting at the next free time", limit: 5, elsewhere: "–", from: "2/王伟<Enter>",
            parts: [.keys("M<C-n><Enter>")], shows: ["Meeting with 王伟: "],
            holds: { desk in
                guard let meeting = try last(Meeting.self, desk), let start = meeting.dueAt, let end = meeting.endAt
                else {
                    return false
                }
                let slot = TimeSlot(start: start, end: end)
                return try desk.store.read { try $0.conflicts(with: slot, except: Ref(.meeting, meeting.id)).isEmpty }
            }),
        Flow(
            name: "Cancel a planned meeting", limit: 2, elsewhere: "–", from: "5",
            parts: [.keys("X"), .text("they moved"), .keys("<Enter>")], shows: ["Cancelled: "]),
        Flow(
            name: "A deal one stage forward", limit: 1, elsewhere: "35 typed; 4 clicks", from: "7", parts: [.keys(">")],
            shows: ["→ Qualified"]),
        Flow(
            name: "A deal lost, with its reason", limit: 3, elsewhere: "35 typed; 4 clicks", from: "7",
            parts: [.keys("L1")], shows: ["lost"]),
        Flow(
            name: "Undo", limit: 1, elsewhere: "1", from: "jz3", parts: [.keys("u")], shows: ["Undone: "]),
        Flow(
            name: "Export what is shown", limit: 2, elsewhere: "4", from: "2", parts: [.keys("x<Enter>")],
            shows: ["export contacts -o "]),
    ]

    @Test(arguments: flows.indices) func flow(index: Int) throws {
        let flow = Self.flows[index]
        var desk = try TestDesk(executable: "/bin/echo")
        desk.type(flow.from)
        for part in flow.parts {
            switch part {
            case .keys(let keys): desk.type(keys)
            case .text(let text): desk.paste(text)
            }
        }
        // Long work is a child, of which one hears from time to time.
        for _ in 0..<1000 where !flow.shows.allSatisfy(desk.screen.contains) {
            usleep(5_000)
            desk.app.handle(.tick)
        }
        #expect(flow.count <= flow.limit)
        for line in flow.shows { #expect(desk.screen.contains(line), "\(flow.name): \(line)\n\(desk.screen)") }
        #expect(try flow.holds(desk), "\(flow.name)")
    }

    /// While a time is typed, what is there already stands under it.
    @Test func theConflictIsShownBeforeSaving() throws {
        var desk = try TestDesk()
        let taken = try #require(
            try desk.store.read { transaction in
                try transaction.ids(.meeting).compactMap { try transaction.fetch(Meeting.self, $0) }.first {
                    $0.state == .planned && $0.dueAt.map { $0 > TestDesk.clock.now } == true
                }
            })
        desk.type("2/王伟<Enter>M")
        desk.paste("\(TestDesk.clock.zone.day(of: taken.dueAt!)) \(TestDesk.clock.zone.time(of: taken.dueAt!))")
        #expect(desk.screen.contains("then: \(TestDesk.clock.zone.time(of: taken.dueAt!))"))
    }

    // MARK: The page

    /// `Ctrl-F` `g` `r` `a` `Enter`; text as what it is.
    private static func said(_ flow: Flow) -> String {
        let parts = flow.parts.map { part in
            switch part {
            case .keys(let keys): Key.parse(keys).map { "`\($0.name)`" }.joined(separator: " ")
            case .text(let text): "*\(text)*"
            }
        }
        return parts.isEmpty ? "nothing" : parts.joined(separator: " ")
    }

    private static var page: String {
        let rows = flows.map { "| \($0.name) | \(said($0)) | \($0.count) | \($0.limit) | \($0.elsewhere) |\n" }
        return """
            # Keys that a day's work takes

            What one does all day, and the keys that it takes in Kontor. What one types into a field (a name, a summary, a date in
            words) stands in italics and is not counted; letters that are looked for are. *May* is what Kontor promises itself;
            *elsewhere* is what the best other programs take, the terminal ones in keys, those in a browser in clicks.

            This table is the one that a test types, key by key, on the demo territory (`Tests/PanesTests/CountedFlowsTests.swift`).

            | what | keys | needs | may | elsewhere |
            |---|---|---|---|---|

            """ + rows.joined() + """

                From the list of contacts or any other pane the same keys act on the record under the cursor; see [keys.md](keys.md).

                """
    }

    @Test func thePageTellsTheSame() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/flows.md")
        if ProcessInfo.processInfo.environment["KONTOR_RECORD"] != nil {
            try Self.page.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == Self.page, "KONTOR_RECORD=1 writes it anew")
    }
}
