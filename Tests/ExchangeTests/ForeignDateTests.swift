import Exchange
import Sales
import Storage
import Testing

/// Dates of other programs, told apart over the whole column.
@Suite struct ForeignDateTests {
    func birthdays(_ values: [String], monthFirst: Bool = false) throws -> (kept: [String?], report: ImportReport) {
        let desk = try Desk()
        let rows = values.enumerated().map { "P\($0),\"\($1)\"" }
        let report = try desk.take(
            "list.csv", "Full name;Birthday\n".replacing(";", with: ",") + rows.joined(separator: "\n") + "\n",
            options: ImportOptions(prefersMonthFirst: monthFirst))
        return (try desk.all(Contact.self).map(\.birthday), report)
    }

    @Test func everyWayOfWritingADay() throws {
        let (kept, report) = try birthdays([
            "1980-02-29", "1980/2/9", "1980年2月9日", "19800209", "9.2.1980", "9 Feb 1980", "Feb 9, 1980",
            "February 9 1980", "--02-29", "--0229",
            "1604-02-29", "1980-02-09T00:00:00", "9-Feb-80",
        ])
        #expect(report.refusals.map(\.remark.sentence) == [])
        let day = "1980-02-09"
        #expect(kept == ["1980-02-29", day, day, day, day, day, day, day, "--02-29", "--02-29", "--02-29", day, day])
    }

    @Test func oneDateTellsTheOrderOfItsColumn() throws {
        #expect(try birthdays(["03/04/1980", "25/12/1980"]).kept == ["1980-04-03", "1980-12-25"])
        #expect(try birthdays(["03/04/1980", "12/25/1980"]).kept == ["1980-03-04", "1980-12-25"])
        #expect(try birthdays(["12/25/1980"]).report.remarks == [])
    }

    @Test func aColumnThatTellsNothingIsReadAsAskedAndSaid() throws {
        let (kept, report) = try birthdays(["03/04/1980"])
        #expect(kept == ["1980-04-03"])
        #expect(
            report.remarks.map(\.reason) == [
                "Birthday: the dates may be read two ways; they were read with the day first"
            ])
        #expect(try birthdays(["03/04/1980"], monthFirst: true).kept == ["1980-03-04"])
    }

    @Test func aColumnOfBothOrdersRefusesWhatMayBeEither() throws {
        let (kept, report) = try birthdays(["25/12/1980", "12/25/1980", "03/04/1980", "05/05/1980"])
        #expect(kept == ["1980-12-25", "1980-12-25", "1980-05-05"])
        #expect(report.refusals.map(\.remark.line) == [4])
    }

    @Test(arguments: ["1980-02-30", "31/31/1980", "yesterday", "29.2.1981", "2026-13-01", "1/2", "0000-01-01"])
    func aDateThatDoesNotExistIsRefusedWithItsLine(text: String) throws {
        let (kept, report) = try birthdays(["1980-01-01", text])
        #expect(kept == ["1980-01-01"])
        #expect(
            report.refusals.map(\.remark.sentence) == ["list.csv, line 3: birthday: there is no such date: \(text)"])
    }
}
