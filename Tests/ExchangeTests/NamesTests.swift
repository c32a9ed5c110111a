import Exchange
import Foundation
import Sales
import Storage
import Testing

/// Names in a file that are not known here: made, mapped, left out or refused, as the person says.
@Suite struct NamesTests {
    private let desk: Desk
    private let deals = "name,company,stage\nA,Acme,Angebot\nB,Beta,angebot\nC,Acme,Verhandlung\n"

    init() throws { desk = try Desk() }

    private func options(isDryRun: Bool = false, _ body: (inout NameChoices) -> Void) -> ImportOptions {
        var options = ImportOptions(isDryRun: isDryRun)
        body(&options.names)
        return options
    }

    @Test func aDryRunTellsEachWithItsRows() throws {
        let report = try desk.take("deals.csv", deals, options: ImportOptions(isDryRun: true))
        #expect(
            report.unknown.map { "\($0.kind) \($0.name) \($0.rows) \($0.choice)" }.sorted() == [
                "company Acme 2 make", "company Beta 1 make", "stage Angebot 2 make", "stage Verhandlung 1 make",
            ])
        #expect(
            report.sentences(ofNames: 1) == [
                "2 companies not known, would be made: Acme and 1 more.",
                "2 stages not known, would be made: Angebot and 1 more.",
            ])
        #expect(try desk.count(.stage) == 4)
    }

    @Test func aNameMeansAnother() throws {
        let choices = options {
            $0[.stage, "ANGEBOT"] = .take("Proposal")
            $0[.stage, "Verhandlung"] = .skip
        }
        var dry = choices
        dry.isDryRun = true
        let before = try desk.take("deals.csv", deals, options: dry)
        let report = try desk.take("deals.csv", deals, options: choices)
        #expect(report.counts == [.opportunity: .init(imported: 2, skipped: 1)])
        #expect(before.counts == report.counts)
        #expect(report.made == [.company: ["Acme", "Beta"]])
        #expect(
            report.sentences(ofNames: 10) == [
                "2 companies not known, made: Acme, Beta.", "1 stage read as another: Angebot = Proposal.",
                "1 stage not known, rows left out: Verhandlung.",
            ])
        #expect(report.skips.map(\.reason) == ["stage Verhandlung is not known"])
        let proposal = try desk.store.read { transaction in
            try transaction.fetchAll(Stage.self).first { $0.name == "Proposal" }?.id
        }
        #expect(try desk.all(Opportunity.self).map(\.stageID) == [proposal, proposal])
        // The same again changes nothing, and is left out again.
        let again = try desk.take("deals.csv", deals, options: choices)
        #expect(again.counts == [.opportunity: .init(unchanged: 2, skipped: 1)])
        _ = try desk.store.undo()
        #expect(try desk.count(.company) == 0)
    }

    @Test func aKindMayBeRefusedAndPeopleMade() throws {
        let refused = try desk.take("deals.csv", deals, options: options { $0[.company] = .refuse })
        #expect(refused.counts == [.opportunity: .init(refused: 3)])
        #expect(refused.refusals.map(\.remark.reason).first == "no company is called Acme")
        let calls = """
            date,contact,contact email,company,result
            2026-11-20 09:00,Ada,ada@example.com,Acme,no answer
            2026-11-20 10:00,,bob@example.com,,no answer
            2026-11-20 11:00,Ada,ada@example.com,,no answer

            """
        let usual = try desk.take("calls.csv", calls)
        #expect(usual.counts == [.call: .init(refused: 3)])
        #expect(usual.sentences(ofNames: 10) == ["2 contacts not known, rows refused: Ada, bob@example.com."])
        let made = try desk.take("calls.csv", calls, options: options { $0[.contact] = .make })
        #expect(made.counts == [.call: .init(imported: 3)])
        let people = try desk.all(Contact.self)
        #expect(people.map(\.name) == ["Ada", "bob@example.com"])
        #expect(people.map { $0.emails.map(\.address) } == [["ada@example.com"], ["bob@example.com"]])
        #expect(people[0].companyID == (try desk.all(Company.self).first?.id))
        #expect(people[0].status == .lead)
        #expect(made.made == [.company: ["Acme"], .contact: ["Ada", "bob@example.com"]])
    }

    @Test func ofSeveralOneIsMeant() throws {
        try desk.take("companies.csv", "name,id\nAcme,1\n", options: ImportOptions(kind: .company))
        try desk.take("more.csv", "name,id\nAcme,2\n", options: ImportOptions(kind: .company, mode: .add))
        let report = try desk.take("deals.csv", deals)
        #expect(report.counts == [.opportunity: .init(imported: 1, refused: 2)])
        let unclear = try #require(report.unknown.first { $0.isUnclear })
        #expect((unclear.kind, unclear.name, unclear.rows) == (.company, "Acme", 2))
        let second = try #require(try desk.all(Company.self).first { $0.name == "Acme" })
        let chosen = try desk.take(
            "deals.csv", deals, options: options { $0[.company, "Acme"] = .take(second.uid) })
        #expect(chosen.counts == [.opportunity: .init(imported: 2, unchanged: 1)])
        #expect(try desk.all(Opportunity.self).count { $0.companyID == second.id } == 2)
    }

    @Test func whatStandsForItMustBeHere() throws {
        let report = try desk.take("deals.csv", deals, options: options { $0[.stage, "Angebot"] = .take("Proposl") })
        #expect(report.counts == [.opportunity: .init(imported: 1, refused: 2)])
        #expect(
            report.refusals.first?.remark.reason == "no stage is called Proposl, which was to stand for Angebot")
        #expect(!(try desk.store.read { try $0.fetchAll(Stage.self) }).contains { $0.name == "Proposl" })
    }

    @Test func allThatAreMadeAreCountedHoweverManyTheyAre() throws {
        let rows = (1...1005).map { "P\($0),Company \($0)\n" }.joined()
        let report = try desk.take("people.csv", "name,company\n" + rows)
        #expect(report.made[.company]?.count == 1000)
        #expect(
            report.sentences(ofNames: 2) == [
                "1005 companies not known, made: Company 1, Company 2 and 1003 more."
            ])
    }

    @Test func aKeptMappingKeepsThem() throws {
        var plan = FilePlan()
        plan.names[.stage, "Angebot"] = .take("Proposal")
        let kept = KeptMapping(plan, header: ["name", "stage"])
        let read = try JSONDecoder().decode(KeptMapping.self, from: JSONEncoder().encode(kept))
        #expect(read.plan(for: ["name", "stage"])?.names[.stage, "ANGEBOT"] == .take("Proposal"))
        // One of before.
        let old = try JSONDecoder().decode(KeptMapping.self, from: Data(#"{"columns":[{"heading":"name"}]}"#.utf8))
        #expect(old.plan(for: ["name"])?.names.isEmpty == true)
    }

    /// What a record that was refused had made is gone, and counted as little as it.
    @Test func nothingIsMadeForWhatIsRefused() throws {
        let report = try desk.take("deals.csv", "name,company,close date\nA,Acme,2026-02-30\n,Beta,2026-03-01\n")
        #expect(report.counts == [.opportunity: .init(refused: 2)])
        #expect(report.sentences(ofNames: 10) == [])
        #expect(try desk.count(.company) == 0)
    }
}
