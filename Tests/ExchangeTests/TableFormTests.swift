import Exchange
import Foundation
import Formats
import Sales
import Storage
import Testing

/// Tables whose form is found out wrongly, or that have no headings: as the person says.
@Suite struct TableFormTests {
    private let desk: Desk

    init() throws { desk = try Desk() }

    private func bring(
        _ path: String, options: ImportOptions = ImportOptions(), _ body: (inout FilePlan) -> Void
    ) throws -> ImportReport {
        var plan = FilePlan()
        body(&plan)
        return try Importer(desk.store, options: options).run(paths: [path], plans: [plan])
    }

    private let bare = """
        Ada Lovell,ada@example.com,+44 20 7946 0958,1980-03-04,Engines Ltd,12
        王伟,ww@example.cn,13800138000,1975-12-01,上海艾克米有限公司,13
        Eva Kant,eva@example.com,0171 5551234,1971-01-31,Beta GmbH,14

        """

    @Test func theFirstRowIsARecordWhereItLooksLikeOne() throws {
        let path = try desk.file("bare.csv", bare)
        let look = try FileLook(path)
        #expect(look.isHeadless && look.rows == 3 && look.kind == .contact)
        #expect(look.sentence == "CSV table · UTF-8 · comma · no headings · 3 rows")
        #expect(look.columns.map(\.heading) == (1...6).map { "column \($0)" })
        #expect(look.columns.map(\.field) == ["name", "email", "phone", "birthday", "company", nil])
        let report = try desk.bring(path)
        #expect(report.counts == [.contact: .init(imported: 3)])
        #expect(report.files[0].unmapped == ["column 6"])
        let people = try desk.all(Contact.self)
        #expect(people.map(\.name) == ["Ada Lovell", "王伟", "Eva Kant"])
        #expect(people[1].phones.map(\.number) == ["13800138000"])
        #expect(people[0].birthday == "1980-03-04")
        #expect(try desk.bring(path).total == .init(unchanged: 3))
    }

    @Test func headingsAreAsThePersonSays() throws {
        let path = try desk.file("bare.csv", bare)
        var headed = FilePlan()
        headed.hasHeadings = true
        #expect(try FileLook(path, headed).columns.map(\.heading).first == "Ada Lovell")
        // Headings are headings, whatever else they hold.
        #expect(try !FileLook(desk.file("a.csv", "name,2025-01-01,info@example.com\nAda,1,2\n")).isHeadless)
        // Nothing tells that these are none; said so, they are a record.
        let plain = try desk.file("plain.csv", "Ada,London\nBob,Paris\n")
        #expect(try !FileLook(plain).isHeadless)
        let report = try bring(plain) {
            $0.hasHeadings = false
            $0.kind = .contact
            $0.fields = [0: "name", 1: "city"]
        }
        #expect(report.counts == [.contact: .init(imported: 2)])
        #expect(try desk.all(Contact.self).map { $0.addresses.first?.city } == ["London", "Paris"])
    }

    @Test func refusedRowsOfABareTableComeInAgain() throws {
        let report = try bring(
            try desk.file("bare.csv", "Ada Lovell,ada@example.com,1980-01-31\nEva Kant,eva@example.com,1981-02-30\n"),
            options: ImportOptions(rejects: .init(desk.folder + "/refused.csv"))
        ) {
            $0.fields = [2: "birthday"]
        }
        #expect(report.counts == [.contact: .init(imported: 1, refused: 1)])
        let mended = try desk.text("refused.csv").replacing("02-30,", with: "02-28,")
        #expect(try desk.take("refused.csv", mended).counts == [.contact: .init(imported: 1)])
        #expect(try desk.all(Contact.self).map(\.name) == ["Ada Lovell", "Eva Kant"])
    }

    @Test func encodingAndSeparatorAreAsThePersonSays() throws {
        // Both readings of these bytes make sense.
        let path = try desk.file(
            "greek.csv", Array("name;city|tag\nA;".utf8) + [0xC1, 0xE8, 0xDE, 0xED, 0xE1] + Array("|x\n".utf8))
        var plan = FilePlan()
        plan.encoding = "windows-1253"
        plan.delimiter = ";"
        let look = try FileLook(path, plan)
        #expect(look.columns.map(\.heading) == ["name", "city|tag"])
        #expect(look.columns[1].samples == ["Αθήνα|x"])
        plan.delimiter = "|"
        #expect(try FileLook(path, plan).columns.map(\.heading) == ["name;city", "tag"])
        #expect(
            try bring(path) {
                $0.delimiter = ";"; $0.encoding = "CP1253"; $0.fields = [1: "city"]
            }.total.imported == 1)
        #expect(try desk.all(Contact.self).first?.addresses.first?.city == "Αθήνα|x")
        plan.encoding = "klingon"
        #expect(throws: ExchangeError.self) { try FileLook(path, plan) }
        #expect(
            FilePlan.delimiter("tab") == "\t" && FilePlan.delimiter("\\t") == "\t" && FilePlan.delimiter(";") == ";")
        #expect(FilePlan.delimiter("\"") == nil && FilePlan.delimiter("ab") == nil && FilePlan.delimiter("\n") == nil)
    }

    @Test(arguments: [
        (DateOrder.dayFirst, "2003-04-05"), (.monthFirst, "2003-05-04"), (.yearFirst, "2005-04-03"),
    ])
    func oneWordSaysHowDatesAreRead(order: DateOrder, day: String) throws {
        let path = try desk.file("deals.csv", "name,close date,stage\nA,05/04/03,Proposal\n")
        let report = try bring(path) { $0.usualDates = order }
        #expect(report.remarks == [] && !report.isDateOrderOpen)
        #expect(try desk.all(Opportunity.self).first?.closeOn?.description == day)
        _ = try desk.store.undo()
        // What the column tells goes before it.
        let told = try desk.file("told.csv", "name,close date,stage\nA,05/04/2003,Proposal\nB,25/04/2003,Proposal\n")
        _ = try bring(told) { $0.usualDates = order }
        #expect(try desk.all(Opportunity.self).first?.closeOn?.description == "2003-04-05")
    }

    @Test func oneWordSaysHowNumbersAreRead() throws {
        let path = try desk.file(
            "deals.csv", "name,amount,stage\nA,1.234,Proposal\nB,\"1,50\",Proposal\nC,2.50,Proposal\n")
        let mixed = try desk.bring(path)
        #expect(mixed.counts == [.opportunity: .init(imported: 2, refused: 1)])
        let report = try bring(path) { $0.usualNumbers = .comma }
        #expect(report.counts == [.opportunity: .init(imported: 1, unchanged: 2)])
        #expect(try desk.all(Opportunity.self).first { $0.name == "A" }?.amount == 123_400)
    }

    // MARK: - Date and time in two columns

    @Test(arguments: [
        "Subject,Start Date,Start Time,End Date,End Time,All day event,Location,Description",
        "主题,开始日期,开始时间,结束日期,结束时间,全天事件,地点,说明",
        "Betreff,Beginnt am,Beginnt um,Endet am,Endet um,Ganztägiges Ereignis,Ort,Beschreibung",
    ])
    func aCalendarAsOutlookWritesIt(header: String) throws {
        let rows = """
            Review,11/20/2026,9:00:00 AM,11/20/2026,10:30:00 AM,False,HQ,Bring it
            Fair,12/01/2026,12:00:00 AM,12/04/2026,12:00:00 AM,True,Berlin,
            Open,12/13/2026,,,,False,,

            """
        let report = try desk.take("calendar.csv", header + "\n" + rows)
        #expect(report.refusals == [])
        #expect(report.counts == [.meeting: .init(imported: 3)])
        #expect(report.remarks.map(\.reason) == ["1 meeting of the past came in as held"])
        let all = try desk.all(Meeting.self)
        #expect(all.map(\.title) == ["Review", "Fair", "Open"])
        #expect(all[0].dueAt == Instant("2026-11-20T01:00:00Z"))
        #expect(all[0].endAt == Instant("2026-11-20T02:30:00Z"))
        #expect(all.map(\.state) == [.held, .planned, .planned])
        #expect(all.map(\.dueOn) == [Day("2026-11-20")!, Day("2026-12-01")!, Day("2026-12-13")!])
        #expect(all[1].dueAt == nil && all[1].endAt == nil && all[2].dueAt == nil)
        #expect(all[1].notes == "Until 2026-12-03")
        #expect(all[0].place == "HQ" && all[0].zone == "Asia/Shanghai")
        let again = try desk.take("calendar.csv", header + "\n" + rows)
        #expect(again.total.imported + again.total.updated == 0)
    }

    @Test(arguments: [
        "Subject,Start Date,Start Time,End Date,End Time,All day event,Reminder on/off,Reminder Date,Reminder Time,Meeting Organizer,Required Attendees,Optional Attendees,Description",
        "主题,开始日期,开始时间,结束日期,结束时间,全天事件,提醒开/关,提醒日期,提醒时间,会议组织者,必需的与会者,可选的与会者,说明",
        "Betreff,Beginnt am,Beginnt um,Endet am,Endet um,Ganztägiges Ereignis,Erinnerung Ein/Aus,Erinnerung am,Erinnerung um,Besprechungsplanung,Erforderliche Teilnehmer,Optionale Teilnehmer,Beschreibung",
    ])
    func whoAttendsACalendarsMeetingAndWhenItRings(header: String) throws {
        try desk.take("people.csv", "name,email\nAda Lovell,ada@example.com\n王伟,ww@example.cn\nBob Stone,\n")
        let rows = """
            Review,12/20/2026,9:00:00 AM,12/20/2026,10:30:00 AM,False,True,12/20/2026,8:45:00 AM,Me Myself,"Lovell, Ada; eva@example.com",'王伟' (ww@example.cn);Bob Stone,Bring it
            Fair,12/01/2026,12:00:00 AM,12/02/2026,12:00:00 AM,True,True,11/30/2026,6:00:00 PM,ww@example.cn,,,
            Quiet,12/13/2026,9:00:00 AM,,,False,False,12/13/2026,8:45:00 AM,,Eve Moss <eve@example.com>,,

            """
        let report = try desk.take("calendar.csv", header + "\n" + rows)
        #expect(report.refusals == [] && report.files[0].unmapped == [])
        #expect(report.counts == [.meeting: .init(imported: 3)])
        let all = try desk.all(Meeting.self)
        #expect(all.map(\.alarms) == [[15], [15 * 60], []])
        let people = try desk.all(Contact.self)
        #expect(
            all.map { $0.attendees.map { id in people.first { $0.id == id }?.name } } == [
                ["Ada Lovell", "王伟", "Bob Stone"], ["王伟"], [],
            ])
        #expect(
            all.map(\.notes) == [
                "Bring it\n\nWith: eva@example.com", "", "With: Eve Moss <eve@example.com>",
            ])
        // Who has come to be known attends when it comes in again, and nothing is here twice.
        try desk.take("more.csv", "name,email\nEva,eva@example.com\n")
        let again = try desk.take("calendar.csv", header + "\n" + rows)
        #expect(again.counts == [.meeting: .init(updated: 1, unchanged: 2)])
        #expect(try desk.all(Meeting.self).first?.attendees.count == 4)
    }

    @Test func callsAndTasksHaveTheirTimesToo() throws {
        try desk.take("people.csv", "name,email\nAda,ada@example.com\n")
        try desk.take("calls.csv", "Date,Time,Contact,Result\n20.11.2026,14:05,Ada,reached\n")
        #expect(try desk.all(Call.self).map(\.at) == [Instant("2026-11-20T06:05:00Z")!])
        try desk.take(
            "tasks.csv", "Subject,Due Date,Due Time,Contact\nSend,2026-12-01,09:30,Ada\nAsk,2026-12-02,,Ada\n")
        let tasks = try desk.all(FollowUp.self)
        #expect(tasks.map(\.dueAt) == [Instant("2026-12-01T01:30:00Z")!, nil])
        #expect(tasks.map(\.dueOn) == [Day("2026-12-01")!, Day("2026-12-02")!])
    }
}
