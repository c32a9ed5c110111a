import PaneKit
import Sales
import Screen
import Storage
import Testing

@testable import Panes

/// The review of the pipeline: each open deal once, what changed since the last review, one key a decision.
struct ReviewTests {
    private func deal(_ desk: TestDesk, _ id: Int64) throws -> Opportunity {
        try #require(try desk.store.read { try $0.fetch(Opportunity.self, id) })
    }

    private func board(_ desk: TestDesk) throws -> [Int64] { try desk.store.read { try $0.board().ids } }

    private func target(_ desk: TestDesk) throws -> Int64 {
        try #require((desk.app.top as? WorkPane)?.target?.id)
    }

    @Test(arguments: ["7r", "7tr", "gr"]) func itWalksEachOpenDeal(way: String) throws {
        var desk = try TestDesk()
        let (ids, before) = (try board(desk), try desk.store.dump())
        desk.type(way)
        for (index, id) in ids.enumerated() {
            #expect(try target(desk) == id)
            #expect(desk.screen.contains("\(index + 1) of \(ids.count)"))
            desk.type(index % 3 == 0 ? "<Space>" : index % 3 == 1 ? "<Enter>" : "J")
        }
        #expect(!(desk.app.top is WorkPane))
        #expect(desk.app.messageText?.contains("the last of \(ids.count)") == true)
        // That all were looked at is one action.
        for id in ids { #expect(try deal(desk, id).reviewedAt == TestDesk.clock.now) }
        _ = try desk.store.undo()
        #expect(try desk.store.dump() == before)
    }

    @Test func aStageAndADateStayAndANextStepGoesOn() throws {
        var desk = try TestDesk()
        desk.type("7r")
        let ids = try board(desk)
        let first = try deal(desk, ids[0])
        desk.type("++>")
        #expect(try target(desk) == ids[0])
        #expect(desk.screen.contains("1 of \(ids.count)"))
        let now = try deal(desk, ids[0])
        let once = try #require(ClosePush.weekLater.day(from: first.closeOn, today: TestDesk.clock.today))
        #expect(now.closeOn == once + 7 && now.stageID != first.stageID)
        #expect(desk.screen.contains("1 worked on"))
        #expect(desk.screen.contains("Qualified 30%"))
        desk.type("f3d<Enter>")
        #expect(try target(desk) == ids[1])
        desk.type("W")
        #expect(try deal(desk, ids[1]).state == .won)
        #expect(try target(desk) == ids[2])
        desk.type("L1")
        #expect(try deal(desk, ids[2]).state == .lost)
        #expect(try target(desk) == ids[3])
        #expect(desk.screen.contains("3 worked on"))
        desk.type("KK")
        #expect(try target(desk) == ids[1])
    }

    @Test func whatChangedSinceTheLastReviewIsShown() throws {
        var desk = try TestDesk(width: 120, height: 40)
        let ids = try board(desk)
        #expect(ids.count > 2)
        let when = TestDesk.clock.now + -3 * 86_400
        try desk.store.noteReview([ids[0]: when, ids[1]: when])
        _ = try desk.store.push(ids[0], .monthEnd)
        desk.type("7gr")
        #expect(
            desk.screen.contains("Since the review of Tue 17 Nov 2026\n")
                || desk.screen.contains("Since the review of Tue 17 Nov 2026  "))
        #expect(desk.screen.contains("  Slipped  by "))
        desk.type("<Space>")
        #expect(desk.screen.contains("Since the review of Tue 17 Nov 2026  nothing changed"))
        desk.type("<Space>")
        #expect(desk.screen.contains("Since Mon 9 Nov 2026, not reviewed before"))
        // A review does not make the clock run backwards.
        try desk.store.noteReview([ids[0]: when + -9])
        #expect(try deal(desk, ids[0]).reviewedAt == when)
    }

    @Test func oneGoesOnWhereOneLeftOff() throws {
        let store = try TestDesk().store
        func start() -> App {
            App(program: Office(store: store, currency: "CNY").program(), size: Size(width: 80, height: 24))
        }
        let ids = try store.read { try $0.board().ids }
        var app = start()
        app.type("7r<Space><Space>")
        // A list that is worked through waits beside it.
        var other = start()
        other.type("2/city:上海<Enter>r")
        #expect(other.draw().rows.joined().contains("1 of 9"))
        var later = start()
        later.type("7r")
        #expect(later.draw().rows.joined().contains("Go on with Review, 3 of \(ids.count)?"))
        later.type("g")
        #expect((later.top as? WorkPane)?.target?.id == ids[2])
        // Given up for a new one: what was looked at was looked at.
        var again = start()
        again.type("7rn")
        #expect(again.draw().rows.joined().contains("1 of \(ids.count)"))
        let seen = try ids.filter { id in try store.read { try $0.fetch(Opportunity.self, id)?.reviewedAt } != nil }
        #expect(seen == Array(ids[..<2]))
    }

    @Test func aListOfDealsIsReviewedAsItIsNarrowed() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("8j<Enter>")
        let list = try #require(desk.app.top as? ListPane).allRefs().map(\.id)
        let open = try desk.store.read { try $0.open(list) }
        desk.type("r")
        #expect(desk.screen.contains("1 of \(open.count)"))
        #expect(try target(desk) == open[0])
        #expect(open.count < (try board(desk)).count)
        desk.type("J<Esc><Space>r")
        #expect(desk.screen.contains("Go on with"))
    }

    @Test func isReadAsItWasWritten() {
        var work = WorkList(title: "Review", refs: [Ref(.opportunity, 1), Ref(.opportunity, 22)], place: .review)
        #expect(WorkList(text: work.text, place: .review) == work)
        work.see(at: TestDesk.clock.now)
        work.position = 1
        work.see(at: TestDesk.clock.now + 60)
        work.done = [Ref(.opportunity, 1)]
        #expect(WorkList(text: work.text, place: .review) == work)
        #expect(work.isReview && work.seen?.count == 2)
        #expect(WorkList(text: "t\n0\no1\n\nx o1= o1=x =", place: .review)?.seen == [:])
    }
}
