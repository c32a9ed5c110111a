import Foundation
import Testing

@testable import Sales

/// Recurrence rules of real calendars, in the folder that KONTOR_CORPUS names; skipped without it.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["KONTOR_CORPUS"] != nil))
struct RecurrenceCorpusTests {
    private let folder = (ProcessInfo.processInfo.environment["KONTOR_CORPUS"] ?? "") + "/ical"

    /// The unfolded lines of a file, whatever its bytes are.
    private func lines(_ path: String) throws -> [String] {
        let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        let plain = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        return plain.replacing("\n ", with: "").replacing("\n\t", with: "").split(separator: "\n").map(String.init)
    }

    private func files(_ suffix: String) -> [String] {
        let all = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
        return all.filter { $0.hasSuffix(suffix) }.sorted().map { folder + "/" + $0 }
    }

    @Test func everyRuleIsReadOrRefusedWithAReason() throws {
        var (read, refused) = (0, 0)
        for line in try files(".ics").flatMap(lines) where line.hasPrefix("RRULE") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let text = line[line.index(after: colon)...]
            do {
                let rule = try Recurrence(rule: text)
                #expect(try Recurrence(rule: rule.description) == rule)
                // It can be walked through, and ends or goes on in time.
                let first = Day("2020-02-29")!
                var last = first - 1
                for day in rule.days(from: first).prefix(40) {
                    #expect(day > last)
                    last = day
                }
                read += 1
            } catch {
                #expect(error.description.hasSuffix("."), "\(text)")
                refused += 1
            }
        }
        #expect(read > 900 && refused > 20, "\(read) read, \(refused) refused")
    }

    /// Another program's list of the days of a rule stands beside each of these files.
    @Test func agreesWithAnotherProgram() throws {
        var compared = 0
        for path in files(".ics") where FileManager.default.fileExists(atPath: path + ".next.ref") {
            let all = try lines(path)
            guard all.filter({ $0 == "BEGIN:VEVENT" }).count == 1, let start = all.firstIndex(of: "BEGIN:VEVENT") else {
                continue
            }
            let event = all[start...].prefix { $0 != "END:VEVENT" }
            let rules = event.filter { $0.hasPrefix("RRULE") }
            let others = event.contains { $0.hasPrefix("EXDATE") || $0.hasPrefix("EXRULE") || $0.hasPrefix("RDATE") }
            guard rules.count == 1, !others, let begin = event.first(where: { $0.hasPrefix("DTSTART") }),
                let value = begin.split(separator: ":").last, let first = Recurrence.Until.day(value.prefix(8)),
                let rule = try? Recurrence(rule: rules[0].dropFirst(6))
            else { continue }
            // The times of day of these events are not compared, so an end to the minute is left to other tests.
            if case .instant = rule.until { continue }
            // Theirs counts the first day also where the rule does not name it.
            guard rule.days(from: first).first == first else { continue }
            let expected = try lines(path + ".next.ref").compactMap { Day($0.prefix(10)) }
            let last = rule.until.map { $0.lastDay(time: nil, zone: Zone("UTC")!) }
            let found = Array(
                rule.days(from: first, until: last).prefix(expected.count + (expected.count < 500 ? 1 : 0)))
            let isCutThere = rule.count == nil && rule.until == nil
            #expect(Array(found.prefix(expected.count)) == expected, "\(path): \(rule)")
            if !isCutThere { #expect(found.count == expected.count, "\(path): \(rule)") }
            compared += 1
        }
        #expect(compared > 25, "\(compared) files")
    }
}
