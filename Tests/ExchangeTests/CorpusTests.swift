import Exchange
import Foundation
import Sales
import Storage
import Testing

/// Files that other programs wrote; skipped without KONTOR_CORPUS.
@Suite(.enabled(if: Desk.hasCorpus)) struct CorpusTests {
    @Test func accountsThenDealsOfSalesforceAreAllLinked() throws {
        let desk = try Desk()
        let folder = "crm/salesforce-dataloader/"
        let empty = try desk.store.dump()
        let report = try desk.bring(
            Desk.corpus(folder + "opportunityData.csv"), Desk.corpus(folder + "accountData.csv"))
        #expect(report.refusals.map(\.remark.sentence) == [])
        #expect(try desk.count(.company) == 423)
        let deals = try desk.all(Opportunity.self)
        #expect(deals.count == 38)
        #expect(deals.allSatisfy { $0.companyID != nil })
        #expect(deals.count { $0.state == .won } == 8)
        #expect(report.total.read == 461)
        let full = try desk.store.dump()
        let again = try desk.bring(Desk.corpus(folder + "opportunityData.csv"), Desk.corpus(folder + "accountData.csv"))
        #expect(again.total == .init(unchanged: 461))
        #expect(try desk.store.dump() == full)
        _ = try desk.store.undo()
        #expect(try desk.store.dump() == empty)
        _ = try desk.store.redo()
        #expect(try desk.store.dump() == full)
    }

    /// What the reports say of these deals is what the lines of docs/reports.md say, typed into the sqlite3 shell.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")))
    func theTotalsOfSalesforceAreThoseOfTheShell() throws {
        let desk = try Desk()
        let path = desk.folder + "/shell.db"
        let store = try Store.open(path, for: .command, clock: Desk.clock, seed: 1)
        let folder = "crm/salesforce-dataloader/"
        _ = try Importer(store).run(
            paths: [Desk.corpus(folder + "opportunityData.csv"), Desk.corpus(folder + "accountData.csv")])
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("docs/reports.md")
        let queries = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "```sql\n").dropFirst().map
        {
            $0.components(separatedBy: "```")[0]
        }
        #expect(queries.count == 2)
        let said = try queries.map { try shell(path, $0) }
        let (pipeline, closed) = try store.read { transaction in
            (try transaction.report(.pipeline, .all), try transaction.report(.winRate, .all))
        }
        let stages = pipeline.lines.compactMap { line -> String? in
            guard case .text(let stage) = line.cells[0], case .number(let count) = line.cells[1], count > 0,
                case .text(let currency) = line.cells[2], case .money(let total) = line.cells[3]
            else { return nil }
            return "\(stage)|\(currency)|\(count)|\(total.minor)"
        }
        #expect(said[0] == stages)
        #expect(stages.count >= 4)
        var sums: [String: (count: Int, minor: Int64)] = [:]
        for line in closed.lines {
            guard case .text(let currency) = line.cells[4] else { continue }
            for (state, column) in [("lost", 2), ("won", 1)] {
                guard case .number(let count) = line.cells[column], count > 0,
                    case .money(let money) = line.cells[column + 4]
                else { continue }
                let sum = sums["\(currency)|\(state)"] ?? (0, 0)
                sums["\(currency)|\(state)"] = (sum.count + count, sum.minor + money.minor)
            }
        }
        #expect(said[1] == sums.sorted { $0.key < $1.key }.map { "\($0.key)|\($0.value.count)|\($0.value.minor)" })
        #expect(sums.values.reduce(0) { $0 + $1.count } >= 8)
    }

    private func shell(_ path: String, _ query: String) throws -> [String] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
        process.arguments = [path, query]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test(arguments: [("crm/univocity/uk-500.csv", 500), ("crm/chinook/Customer.csv", 59)])
    func everyPersonOfAListComesIn(path: String, people: Int) throws {
        let desk = try Desk()
        let report = try desk.bring(Desk.corpus(path))
        #expect(report.counts[.contact] == .init(imported: people))
        #expect(try desk.count(.contact) == people)
        let again = try desk.bring(Desk.corpus(path))
        #expect(again.total == .init(unchanged: people))
        #expect(try desk.store.history().count == 1)
    }

    /// The contact that must come out of a table stands beside it as a card.
    @Test(arguments: ["gmail", "outlook"]) func aTableGivesTheContactOfTheCard(name: String) throws {
        let folder = "csv/roundcube-csv/"
        let (table, card) = (try Desk(), try Desk(seed: 2))
        try table.bring(Desk.corpus(folder + name + ".csv"))
        try card.bring(Desk.corpus(folder + name + ".vcf"))
        let found = try #require(try table.all(Contact.self).first)
        let expected = try #require(try card.all(Contact.self).first)
        #expect(try table.count(.contact) == 1)
        #expect(found.name == expected.name && found.nickname == expected.nickname)
        #expect(found.givenName == expected.givenName && found.familyName == expected.familyName)
        #expect(found.birthday == expected.birthday && found.about == expected.about)
        #expect(found.position == expected.position)
        #expect(Set(found.emails.map(\.address)) == Set(expected.emails.map(\.address)))
        #expect(Set(found.phones.map(\.number)) == Set(expected.phones.map(\.number)))
        func places(_ contact: Contact) -> Set<[String]> {
            // The table has a box that the card leaves out.
            Set(contact.addresses.map { [String($0.street.prefix(11)), $0.city, $0.postcode, $0.country] })
        }
        #expect(places(found) == places(expected))
        #expect(try table.all(Company.self).map(\.name) == card.all(Company.self).map(\.name))
    }

    /// Files of every sort: each is read with numbers that add up, or refused with one sentence and nothing changed.
    @Test(arguments: ["csv", "crm", "json", "hostile", "vcard", "ical", "encodings/uchardet"])
    func noFileDoesHarm(folder: String) throws {
        let desk = try Desk()
        let names = FileManager.default.enumerator(atPath: Desk.corpus(folder))?.allObjects as? [String] ?? []
        var read = 0
        for name in names.sorted() {
            let path = Desk.corpus(folder + "/" + name)
            do {
                let report = try desk.bring(path, options: ImportOptions(isDryRun: true))
                let total = report.total
                read += total.read
                #expect(report.refusals.count == total.refused, "\(name)")
                #expect(report.skips.count == total.skipped, "\(name)")
                #expect(report.refusals.allSatisfy { !$0.remark.reason.isEmpty })
            } catch let error as ExchangeError {
                #expect(
                    !error.sentence.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) },
                    "\(name)")
            }
        }
        #expect(names.isEmpty || read > 0 || folder != "vcard")
        #expect(try desk.store.history() == [])
    }

    /// Every calendar is read, but those whose name says that they are broken; again it changes nothing, and one undo takes it
    /// back.
    @Test func calendarsComeInOnce() throws {
        let all = FileManager.default.enumerator(atPath: Desk.corpus("ical"))!.allObjects as! [String]
        let mayBeRefused = /ical4j-invalid|badlyformed|broken|bad|invalid|fuzz|parsing_error|errors|issue250/
        var read = 0
        for name in all.filter({ $0.hasSuffix(".ics") || $0.hasSuffix(".vcs") }).sorted() {
            let desk = try Desk()
            let empty = try desk.store.dump()
            do {
                let report = try desk.bring(Desk.corpus("ical/" + name))
                #expect(report.refusals.count == report.total.refused, "\(name)")
                for refusal in report.refusals {
                    let reason = refusal.remark.reason
                    #expect(
                        reason.hasPrefix("an event without a start") || reason.contains("is no time")
                            || name.contains(mayBeRefused), "\(name): \(reason)")
                }
            } catch let error as ExchangeError {
                #expect(name.contains(mayBeRefused), "\(name): \(error.sentence)")
                continue
            }
            read += 1
            let full = try desk.store.dump()
            let again = try desk.bring(Desk.corpus("ical/" + name))
            #expect(again.total.imported + again.total.updated == 0, "\(name)")
            #expect(try desk.store.dump() == full, "\(name)")
            if try !desk.store.history().isEmpty { _ = try desk.store.undo() }
            #expect(try desk.store.dump() == empty, "\(name)")
        }
        #expect(read > 350, "\(read)")
    }
}

/// Real cards of Chinese companies, brought in and looked for as one would.
@Suite(.enabled(if: Desk.hasCorpus)) struct CompanyCardTests {
    @Test func eachIsFoundByNamePinyinAndNumber() throws {
        let folder = Desk.corpus("vcard/chinese-companies")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let desk = try Desk()
        let report = try Importer(desk.store).run(paths: names.map { folder + "/" + $0 })
        #expect(report.refusals == [])
        #expect(names.count == 32 && report.counts == [.company: .init(imported: 32)])
        let companies = try desk.all(Company.self)
        func finds(_ text: String, _ company: Company) throws -> Bool {
            try desk.store.read { try $0.find(Filter(finding: text), limit: 32) }.contains { $0.ref.id == company.id }
        }
        func isListed(_ text: String, _ company: Company) throws -> Bool {
            try desk.store.read { try $0.page(ListQuery(.company, Filter(finding: text)), limit: 32) }
                .contains { $0.ref.id == company.id }
        }
        for company in companies {
            let number = try #require(company.phones.first?.number)
            var texts = [company.name, String(company.name.prefix(2)), number]
            if number.count > 4 { texts.append(String(number.suffix(4))) }
            // As the card itself says it: Zhong Guo Ping An.
            let spelled = try #require(company.properties.first { $0.name == "X-PHONETIC-ORG" }?.value)
            let syllables = spelled.lowercased().split(whereSeparator: { !$0.isLetter })
            // The card of 脉脉 says Mo Mo, as in the idiom; the firm calls itself Maimai.
            if company.name == "脉脉" {
                texts += ["maimai", "mm"]
            } else if company.name.unicodeScalars.allSatisfy(\.properties.isIdeographic) {
                texts += [syllables.joined(), String(syllables.compactMap(\.first)), String(syllables[0])]
            }
            for text in texts {
                #expect(try finds(text, company), "\(company.name): \(text)")
                #expect(try isListed(text, company), "\(company.name): \(text)")
            }
        }
        #expect(companies.count { $0.name.unicodeScalars.allSatisfy(\.properties.isIdeographic) } >= 20)
    }
}
