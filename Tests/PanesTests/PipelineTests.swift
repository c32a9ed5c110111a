import Foundation
import PaneKit
import Sales
import Screen
import Storage
import Testing
import Words

@testable import Panes

/// The board and its table: keys and mouse, and what the store holds afterwards.
struct PipelineTests {
    private func target(_ desk: TestDesk) -> Int64? {
        (desk.app.top as? PipelinePane)?.target?.id ?? (desk.app.top as? DealTablePane)?.target?.id
    }

    private func stage(_ desk: TestDesk, _ id: Int64) throws -> Int64? {
        try desk.store.read { try $0.fetch(Opportunity.self, id)?.stageID }
    }

    /// Where a text stands on the screen.
    private func place(_ desk: TestDesk, _ text: String) throws -> (x: Int, y: Int) {
        for (y, row) in desk.app.draw().rows.enumerated() {
            if let range = row.range(of: text) { return (displayWidth(of: String(row[..<range.lowerBound])), y) }
        }
        throw StoreError.notFound(text)
    }

    private func mouse(_ desk: inout TestDesk, _ action: Mouse.Action, _ x: Int, _ y: Int) {
        desk.app.handle(.mouse(Mouse(action, x: x, y: y)))
    }

    @Test(arguments: [(60, 20), (80, 24), (120, 40)])
    func tableAndBackKeepTheDeal(width: Int, height: Int) throws {
        var desk = try TestDesk(width: width, height: height)
        desk.type("7lljjj")
        let deal = try #require(target(desk))
        desk.type("t")
        #expect(desk.app.top is DealTablePane)
        #expect(target(desk) == deal)
        desk.type("jt")
        #expect(desk.app.top is PipelinePane)
        #expect(target(desk) != deal)
        desk.type("k")
        #expect(target(desk) == deal)
        // The tab remembers which was shown.
        desk.type("t17")
        #expect(desk.app.top is DealTablePane)
        #expect(target(desk) == deal)
    }

    @Test func theVerbsActOnTheTable() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("7tG")
        let deal = try #require(target(desk))
        let before = try stage(desk, deal)
        desk.type("<lt>")
        #expect(try stage(desk, deal) != before)
        #expect(target(desk) == deal)
        desk.type("uW")
        #expect(try desk.store.read { try $0.fetch(Opportunity.self, deal)?.state } == .won)
        #expect(target(desk) != nil && target(desk) != deal)
        desk.type("u<Enter>")
        #expect(desk.app.depth == 2)
    }

    @Test func aCardIsDraggedToAnotherStageInOneAction() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("7")
        let from = try place(desk, "Cooling loop")
        let to = try place(desk, "Negotiation")
        let before = try desk.store.dump()
        mouse(&desk, .click, from.x, from.y)
        let deal = try #require(target(desk))
        #expect(try stage(desk, deal) == 1)
        mouse(&desk, .drag, to.x, from.y)
        #expect(desk.screen.contains("Cooling loop → Negotiation"))
        #expect(desk.screen.contains("↓ Cooling loop"))
        #expect(try desk.store.dump() == before)
        mouse(&desk, .drop, to.x, from.y)
        #expect(try stage(desk, deal) == 4)
        #expect(target(desk) == deal)
        #expect(desk.app.messageText?.contains("Cooling loop → Negotiation") == true)
        desk.type("u")
        #expect(try desk.store.dump() == before)
    }

    @Test func aDropOnTheSameStageAndEscDoNothing() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("7")
        let before = try desk.store.dump()
        let from = try place(desk, "Cooling loop")
        let to = try place(desk, "Proposal")
        let screen = desk.screen
        for way in [[to.x, from.x], [from.x]] {
            mouse(&desk, .click, from.x, from.y)
            for x in way { mouse(&desk, .drag, x, from.y + 6) }
            mouse(&desk, .drop, from.x, from.y + 6)
            #expect(desk.screen == screen)
        }
        mouse(&desk, .click, from.x, from.y)
        mouse(&desk, .drag, to.x, from.y)
        desk.type("<Esc>")
        #expect(desk.screen == screen)
        mouse(&desk, .drag, to.x, from.y)
        mouse(&desk, .drop, to.x, from.y)
        // Outside of all columns, and a drag that began on no card.
        mouse(&desk, .click, from.x, from.y)
        mouse(&desk, .drag, to.x, from.y)
        mouse(&desk, .drop, to.x, 39)
        mouse(&desk, .click, from.x, 2)
        mouse(&desk, .drag, to.x, from.y)
        mouse(&desk, .drop, to.x, from.y)
        #expect(try desk.store.dump() == before)
        #expect(desk.screen == screen)
    }

    @Test func aDoubleClickStillOpens() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("7")
        let card = try place(desk, "Valves")
        mouse(&desk, .click, card.x, card.y)
        mouse(&desk, .doubleClick, card.x, card.y)
        #expect(desk.app.top is RecordPane)
    }

    @Test func theWheelScrollsTheCardsUnderIt() throws {
        var desk = try TestDesk(width: 80, height: 24)
        desk.type("7")
        let first = try #require(target(desk))
        let other = try place(desk, "Qualified")
        #expect(desk.screen.contains("Test bench"))
        for _ in 0..<3 { mouse(&desk, .wheelDown, other.x, 8) }
        #expect(!desk.screen.contains("Test bench"))
        #expect(desk.screen.contains("3 ↑"))
        #expect(target(desk) == first)
        for _ in 0..<50 { mouse(&desk, .wheelDown, 2, 8) }
        #expect(target(desk) != first)
        #expect(desk.screen.contains("Compressor hall"))
        for _ in 0..<50 { mouse(&desk, .wheelUp, 2, 8) }
        #expect(desk.screen.contains("Cooling loop"))
    }

    @Test(arguments: [(60, 20, 1), (80, 24, 3), (120, 40, 4), (200, 50, 8)])
    func moreStagesAndCardsThanFitAreReached(width: Int, height: Int, shown: Int) throws {
        let store = try Store.inMemory(clock: TestDesk.clock, seed: 1)
        try store.write("Fill") { transaction in
            for number in 5...9 {
                var stage = Stage()
                (stage.name, stage.position) = ("S\(number)", number * 10)
                try transaction.insert(&stage)
            }
            for number in 0..<90 {
                var deal = Opportunity()
                deal.name = "§\(number)"
                deal.stageID = Int64(number % 9 + 1)
                (deal.amount, deal.currency) = (Int64(number), "EUR")
                try transaction.insert(&deal)
            }
        }
        var app = App(
            program: Office(store: store, currency: "EUR").program(), size: Size(width: width, height: height))
        app.type("7")
        var seen: Set<Int64> = []
        for stage in 0..<9 {
            let board = try #require(app.top as? PipelinePane)
            #expect(board.areas.count == shown && board.column == stage)
            for _ in board.board.columns[stage].ids {
                let id = try #require((app.top as? PipelinePane)?.target?.id)
                // What is under the cursor is on the screen, and marked.
                #expect(app.draw().rows.contains { $0.contains("▸§\(id - 1) ") })
                seen.insert(id)
                app.type("j")
            }
            app.type("l")
        }
        #expect(seen.count == 90)
        let rows = app.draw().rows
        #expect(rows.allSatisfy { displayWidth(of: $0) <= width })
        if shown < 9 { #expect(rows.contains { $0.contains("← \(9 - shown)") }) }
    }

    private func deal(_ desk: TestDesk, _ id: Int64) throws -> Opportunity {
        try #require(try desk.store.read { try $0.fetch(Opportunity.self, id) })
    }

    /// The board, the table, the brief: one key, the whole new date, one undo.
    @Test(arguments: ["7", "7t", "7<Enter>"]) func theCloseIsPutOffWithOneKey(way: String) throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("7")
        let id = try #require(target(desk))
        desk.type("1" + way)
        let before = try desk.store.dump()
        var old = try deal(desk, id)
        let start = max(try #require(old.closeOn), TestDesk.clock.today)
        desk.type("+")
        #expect(try deal(desk, id).closeOn == start + 7)
        let dates = DateFormat(clock: TestDesk.clock)
        #expect(desk.app.messageText?.hasPrefix("Closes \(dates.full(start + 7)), was ") == true)
        desk.type("+-")
        #expect(try deal(desk, id).closeOn == start + 7)
        desk.type("uuu")
        #expect(try desk.store.dump() == before)
        desk.type("ze")
        let end = try #require(try deal(desk, id).closeOn)
        #expect(end == end.endOfMonth && end > start)
        desk.type("u")
        // Without a date it gets one.
        old = try deal(desk, id)
        var undated = old
        undated.closeOn = nil
        try desk.store.edit(from: old, to: undated)
        desk.type("+")
        #expect(try deal(desk, id).closeOn == TestDesk.clock.today + 7)
        #expect(desk.app.messageText?.contains("Closes Fri 27 Nov 2026: ") == true)
        // A closed one expects nothing.
        try desk.store.win(id)
        var closed = App(
            program: Office(store: desk.store, currency: "CNY").program(), size: Size(width: 120, height: 40))
        closed.type("7")
        #expect(throws: StoreError.self) { try desk.store.push(id, .weekLater) }
    }

    @Test(arguments: [false, true]) func theCloseOfSeveralIsPutOffInOneAction(isTypedAhead: Bool) throws {
        var desk = try TestDesk(width: 120, height: 40)
        // Nothing that takes long is waited for while keys wait, but for what they act on.
        desk.store.isKeyWaiting = { isTypedAhead }
        desk.app.type("8j<Enter><Space><Space>")
        desk.store.isKeyWaiting = { false }
        let chosen = try #require(desk.app.top as? ListPane).selection.sorted
        #expect(chosen.count == 2)
        let before = try desk.store.dump()
        let old = try chosen.map { try deal(desk, $0.id).closeOn }
        desk.type("+")
        for (ref, close) in zip(chosen, old) {
            #expect(try deal(desk, ref.id).closeOn == ClosePush.weekLater.day(from: close, today: TestDesk.clock.today))
        }
        #expect(desk.app.messageText?.contains("2 deals") == true)
        #expect((desk.app.top as? ListPane)?.selection.isEmpty == true)
        desk.type("u")
        #expect(try desk.store.dump() == before)
    }

    @Test func theBoardShowsOneTotalOfAllCurrencies() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.store.baseCurrency = "CNY"
        desk.type("7")
        let missing = try #require(try desk.store.read { try $0.board().grandTotal }).missing
        #expect(!missing.isEmpty && desk.screen.contains(" no rate  ● "))
        for currency in missing {
            desk.type("glxn2026-11-12<Tab>\(currency)<Tab>00<Tab><Tab>712.34<C-s><Esc>")
        }
        let rates = try desk.store.read { try $0.fetchAll(Rate.self) }
        #expect(rates.map(\.foreign) == missing && rates.allSatisfy { $0.amount == 712_34 && $0.units == 100 })
        let all = try #require(try desk.store.read { try $0.board().grandTotal })
        #expect(desk.screen.contains("≈ CNY \(all.money.whole) rates 12 Nov  ● "))
        // The exact totals of the stages stay as they are.
        #expect(desk.screen.contains("+2"))
        // The table says the same.
        desk.type("t")
        #expect(desk.screen.contains("≈ CNY \(all.money.whole) rates 12 Nov  ● "))
    }

    // MARK: Won, and then

    private func openSteps(_ desk: TestDesk, of id: Int64) throws -> [FollowUp] {
        try desk.store.read { transaction in
            try transaction.ids(.followUp).compactMap { try transaction.fetch(FollowUp.self, $0) }
                .filter { $0.opportunityID == id && $0.state == .open && $0.subject == "next sale" }
        }
    }

    @Test func aWonDealOffersAFollowUpForTheNextSale() throws {
        var desk = try TestDesk()
        desk.type("7")
        let id = try #require(target(desk))
        let before = try desk.store.dump()
        desk.type("W")
        let plan = try #require(try desk.store.read { try $0.nextSale() })
        #expect(plan.due.on >= TestDesk.clock.today + 90)
        #expect(
            desk.screen.contains("is won  y call again \(DateFormat(clock: TestDesk.clock).full(plan.due))")
        )
        let won = try desk.store.dump()
        desk.type("y")
        #expect(try openSteps(desk, of: id).map(\.due) == [plan.due])
        // An action of its own: taken back, the deal is won still.
        desk.type("u")
        #expect(try desk.store.dump() == won)
        desk.type("u")
        #expect(try desk.store.dump() == before)
    }

    @Test func theOfferIsNotInTheWay() throws {
        var desk = try TestDesk()
        desk.type("7")
        let (id, before) = (try #require(target(desk)), try desk.store.dump())
        desk.type("W")
        let next = try #require(target(desk))
        // Esc declines, any other key does what it always does.
        desk.type("<Esc>")
        #expect(try openSteps(desk, of: id).isEmpty && desk.app.depth == 1)
        desk.type("uWl")
        #expect(target(desk) != next && desk.app.messageText == nil)
        desk.type("uWu")
        #expect(try desk.store.dump() == before)
        // Another day, in the form.
        let other = try #require(target(desk))
        desk.type("Wf")
        #expect(desk.screen.contains("next sale"))
        desk.type("<C-s>")
        #expect(try openSteps(desk, of: other).count == 1)
    }

    @Test func whoWantsNoneIsOfferedNone() throws {
        var desk = try TestDesk()
        desk.store.nextSaleDays = 0
        desk.type("7W")
        #expect(desk.app.messageText?.hasSuffix("is won · u undo") == true)
    }

    @Test(arguments: ["7", "7t"]) func aPastDayIsOnlyLookedAt(way: String) throws {
        var desk = try TestDesk()
        desk.type(way + "@2w")
        #expect(desk.screen.contains("Fri 6 Nov 2026"))
        desk.type("<Enter>")
        #expect(desk.screen.contains("as of Fri 6 Nov 2026"))
        let deal = try #require(target(desk))
        let entries = try desk.store.read { try $0.dealHistory(deal).count }
        for key in [">", "<lt>", "W", "L", "d", "n", "e", "x", "+", "-", "ze", "r"] {
            desk.type(key)
            #expect(desk.screen.contains("Esc returns to today"), "\(key)")
        }
        #expect(try desk.store.read { try $0.dealHistory(deal).count } == entries)
        // Board and table look at the same day.
        desk.type("tt")
        #expect(desk.screen.contains("as of Fri 6 Nov 2026"))
        desk.type("<Esc>gg")
        #expect(!desk.screen.contains("as of Fri 6 Nov 2026"))
        // Today the keys act again.
        let moved = try #require(target(desk))
        let stages = try desk.store.read { try $0.dealHistory(moved).count }
        desk.type(">")
        #expect(try desk.store.read { try $0.dealHistory(moved).count } == stages + 1)
        // A day that is to come is refused, and the line stays.
        desk.type("@2027-01-01<Enter>")
        #expect(desk.screen.contains("That day is not over yet."))
        desk.type("<Esc>")
        #expect(!desk.screen.contains("not over yet"))
    }

    @Test func whatChangedIsListedAndOpened() throws {
        var desk = try TestDesk()
        desk.type("7")
        let deal = try #require(target(desk))
        desk.type("WC@today<Enter>")
        #expect(desk.screen.contains("Since Fri 20 Nov 2026"))
        #expect(desk.screen.contains("WON"))
        desk.type("G")
        #expect((desk.app.top as? MovementsPane)?.target?.id == deal)
        desk.type("<Enter>")
        #expect(desk.app.top is RecordPane)
        desk.type("<Esc>u")
        #expect(!desk.screen.contains("WON"))
    }
}
