import PaneKit
import Sales
import Screen
import Storage
import Testing
import Words

@testable import Panes

/// The pane of reports: from a number to the records that it counts.
struct ReportsTests {
    @Test func enterOpensTheRecordsAndEscComesBack() throws {
        var desk = try TestDesk()
        desk.type("8jj<Enter>")
        let list = try #require(desk.app.top as? ListPane)
        #expect(list.kind == .opportunity)
        #expect(desk.screen.contains("state:open stage:Proposal"))
        #expect(desk.screen.contains("6 opportunities"))
        desk.type("<Esc>")
        #expect(desk.app.top is ReportsPane)
        #expect(desk.screen.contains("Open deals by stage"))
        // Narrowed further, Esc shows first what the number stands for.
        desk.type("<Enter>/ valves<Enter>")
        #expect(desk.screen.contains("1 opportunit"))
        desk.type("<Esc>")
        #expect(desk.screen.contains("6 opportunities"))
        desk.type("/val<Esc>")
        #expect(desk.screen.contains("6 opportunities"))
        desk.type("<Esc>")
        #expect(desk.app.top is ReportsPane)
    }

    @Test func theColumnsOfAWeekLeadToTheirKinds() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("8[j")
        for kind in [Kind.call, .meeting, .followUp, .note] {
            desk.type("<Enter>")
            #expect((desk.app.top as? ListPane)?.kind == kind)
            #expect((desk.app.top as? ListPane)?.target?.kind == kind)
            desk.type("<Esc>l")
        }
    }

    @Test func periodsAndReportsGoRound() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("8p")
        #expect(desk.app.messageText?.contains("as it is now") == true)
        desk.type("[[[[")
        #expect(desk.screen.contains("Calls by outcome"))
        var seen: [String] = []
        for _ in Report.Name.outcomes.periods {
            seen.append(String(desk.screen.split(separator: "\n").last!.suffix(24)))
            desk.type("p")
        }
        #expect(Set(seen).count == Report.Name.outcomes.periods.count)
        #expect(desk.screen.contains("last 12 weeks"))
        // The mouse on the list at the left, and back round its end.
        desk.app.handle(.mouse(Mouse(.click, x: 4, y: 4)))
        #expect(desk.screen.contains("Forecast against quota"))
        desk.type("[[")
        #expect(desk.screen.contains("Open deals by stage"))
        desk.type("[")
        #expect(desk.screen.contains("Activity week by week"))
    }

    @Test func aFilterNarrowsAsOneTypesAndEscTakesItBack() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("8]]")
        let all = desk.screen
        desk.type("/company:艾克米")
        #expect(desk.screen.contains("/ company:艾克米"))
        let narrowed = desk.screen
        #expect(narrowed != all)
        desk.type("<Esc>")
        #expect(desk.screen == all)
        desk.type("/company:艾克米<Enter>")
        // What is behind a number is narrowed alike.
        var steps = 0
        while !(desk.app.top is ListPane), steps < 8 {
            desk.type("j<Enter>")
            steps += 1
        }
        #expect(desk.app.top is ListPane)
        #expect(desk.screen.contains("company:艾克米"))
        desk.type("<Esc>" + String(repeating: "k", count: steps) + "/ colour:red<Enter>")
        #expect(desk.screen.contains("no field"))
        desk.type("<Esc>")
        #expect(desk.screen.contains("/ company:艾克米"))
        desk.type("<Esc>")
        #expect(desk.screen == all)
        desk.type("[[[/")
        #expect(desk.app.messageText?.contains("several kinds") == true)
    }

    @Test(arguments: [(60, 20), (80, 24), (120, 40)])
    func oneIsPickedFromAllOfThem(width: Int, height: Int) throws {
        var desk = try TestDesk(width: width, height: height)
        desk.type("8]]p")
        let forecast = desk.screen
        var shown = ReportLook.title(.forecast)
        for name in Report.Name.allCases {
            // By the cursor, which stands on the one that is shown; its own line is under it nowhere else.
            desk.type("r<Enter>")
            #expect(desk.screen.contains(shown), "\(name)")
            let down = String(repeating: "j", count: Report.Name.allCases.firstIndex(of: name)!)
            desk.type("r<PgUp><PgUp>" + down + "<Enter>")
            #expect(desk.app.depth == 1)
            shown = name == .changes ? "Changes since" : ReportLook.title(name)
            #expect(desk.screen.contains(shown), "\(name)")
        }
        desk.type("r<Esc>r3")
        #expect(desk.screen == forecast)
        desk.type("re")
        #expect(desk.screen.contains("Activity week by week"))
    }

    @Test func whatChangedLeadsToTheDeal() throws {
        var desk = try TestDesk(width: 120, height: 40)
        let old = try #require(try desk.store.read { try $0.fetch(Opportunity.self, $0.resolve("Contract 2027").id) })
        let (deal, name) = (Ref(.opportunity, old.id), old.name)
        // Put off already since Monday of last week.
        let before = try desk.store.read { try $0.movements(of: old.id, since: Day("2026-11-09")!) }.map(\.days).max()!
        var new = old
        new.closeOn = old.closeOn! + 7 - before
        try desk.store.edit(from: old, to: new)
        desk.type("8]")
        let lines = desk.screen.split(separator: "\n")
        #expect(lines.contains { $0.contains(name) && $0.contains("by 7 days to ") })
        let slipped = try desk.store.read { transaction in
            let report = try transaction.report(.changes, .monday)
            return try #require(
                report.lines.firstIndex {
                    $0.behind[2]?.record == deal.id && $0.movement?.what == .slipped && $0.movement?.days == 7
                })
        }
        desk.type(String(repeating: "j", count: slipped) + "<Enter>")
        #expect((desk.app.top as? RecordPane)?.target == deal)
        desk.type("<Esc>/stage:lead")
        #expect(desk.screen.contains("LOST") == false && desk.screen.contains("WON") == false)
    }

    @Test func quotasAreKeptByMonth() throws {
        var desk = try TestDesk(isDemo: false, width: 120, height: 40)
        desk.type("glqn2026-11-01<Tab><Tab>250k<C-s>")
        let quota = try #require(try desk.store.read { try $0.fetchAll(Quota.self) }.first)
        #expect(quota.startsOn == Day("2026-11-01"))
        #expect(quota.amount == 250_000_00 && quota.currency == "CNY")
        #expect(desk.screen.contains("250,000"))
        desk.type("u")
        #expect(try desk.store.read { try $0.count(.quota) } == 0)
    }

    @Test func whatHasNothingBehindItSaysSo() throws {
        var desk = try TestDesk(isDemo: false)
        for keys in ["8", "]", "]", "]"] {
            desk.type(keys)
            let screen = desk.screen
            desk.type("<Enter>")
            #expect(desk.app.depth == 1)
            #expect(desk.app.messageText != nil)
            desk.type("x")
            #expect(desk.app.depth == 1)
            #expect(screen.contains("No ") || screen.contains("Nothing"))
        }
    }
}
