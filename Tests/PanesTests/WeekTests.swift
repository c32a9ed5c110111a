import PaneKit
import Sales
import Screen
import Storage
import Testing
import Words

@testable import Panes

/// The week: from the list and back, by keys and by the mouse, and what the store holds afterwards.
struct WeekTests {
    private func week(_ desk: TestDesk) throws -> WeekPane { try #require(desk.app.top as? WeekPane) }

    @Test(arguments: [(60, 20), (80, 24), (120, 40)])
    func everyAppointmentIsReached(width: Int, height: Int) throws {
        var desk = try TestDesk(width: width, height: height)
        desk.type("5t")
        #expect(try week(desk).target != nil)  // what comes next today
        for _ in 0..<3 {
            desk.type("hhhhhhh")
            let days = try week(desk).days
            var seen: [Ref] = []
            for day in 0..<7 {
                desk.type("gg")
                for row in days[day].indices {
                    let pane = try week(desk)
                    #expect(pane.day == day && pane.rows[day] == row)
                    seen.append(try #require(pane.target))
                    let rows = desk.app.draw().rows
                    #expect(rows.contains { $0.contains(Glyphs.selected) })
                    #expect(rows.allSatisfy { displayWidth(of: $0) <= width })
                    if row < days[day].count - 1 { desk.type("j") }
                }
                desk.type("l")
            }
            #expect(seen.count == days.joined().count)
            desk.type("[")
        }
        #expect(try week(desk).monday == Day("2026-10-26"))
        desk.type("gt")
        #expect(try week(desk).monday == Day("2026-11-16"))
        desk.type("]0")
        #expect(try week(desk).monday == Day("2026-11-16"))
        #expect(try week(desk).day == 4)
        desk.type("gt")
        #expect(desk.app.messageText?.contains("This week") == true)
    }

    @Test func theTabRemembersAndTheListFollowsTheCursor() throws {
        var desk = try TestDesk()
        desk.type("5t15")
        let target = try week(desk).target
        desk.type("t")
        #expect((desk.app.top as? ListPane)?.target == target)
        desk.type("15")
        #expect(desk.app.top is ListPane)
        desk.type("6t")
        #expect(desk.app.messageText?.contains("Only meetings") == true)
    }

    @Test func theVerbsActOnAppointments() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("5tgg")
        let meeting = try #require(try week(desk).target)
        let before = try desk.store.dump()
        desk.type("mwent well<C-s>")
        #expect(try desk.store.read { try $0.fetch(Meeting.self, meeting.id)?.state } == .held)
        desk.type("uz3")
        #expect(try desk.store.read { try $0.fetch(Meeting.self, meeting.id)?.dueOn } == Day("2026-11-23"))
        desk.type("u")
        desk.type("gt")
        desk.type("ggd")
        #expect(try desk.store.read { try !$0.exists(meeting) })
        #expect(desk.app.messageText?.contains("meeting “Terms for Montagelinie 4” deleted") == true)
        desk.type("u")
        #expect(try desk.store.dump() == before)
        // M plans with the same people, on the day under the cursor.
        desk.type("M16:30<Enter>")
        let planned = try desk.store.read { try $0.fetch(Meeting.self, try $0.ids(.meeting).last!) }
        #expect(planned?.dueAt == Instant("2026-11-20T08:30:00Z"))
        #expect(try week(desk).days[4].contains { $0.ref.id == planned?.id })
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func theMouseChoosesAndOpens(width: Int, height: Int) throws {
        var desk = try TestDesk(width: width, height: height)
        desk.type("5t]")
        let rows = desk.app.draw().rows
        let y = try #require(rows.firstIndex { $0.contains("C 栋方案评") })
        let x = displayWidth(of: String(rows[y][..<rows[y].firstIndex(of: "栋")!]))
        desk.app.handle(.mouse(Mouse(.click, x: x, y: y)))
        let target = try #require(try week(desk).target)
        #expect(try desk.store.read { try $0.title(of: target) } == "C 栋方案评审")
        desk.app.handle(.mouse(Mouse(.doubleClick, x: x, y: y)))
        #expect(desk.app.depth == 2)
    }

    @Test func anEmptyDayHasNothingToActOn() throws {
        var desk = try TestDesk(isDemo: false)
        desk.type("5t")
        #expect(desk.screen.contains("Nothing in this week"))
        desk.type("<Enter>")
        #expect(desk.app.depth == 1)
        #expect(desk.app.messageText?.contains("nothing under the cursor") == true)
        desk.type("jjjjjjjjjkM")
        #expect(desk.app.depth == 1)
    }
}
