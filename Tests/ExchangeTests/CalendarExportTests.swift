import Exchange
import Foundation
import Sales
import Storage
import Testing
import Words

/// Meetings and follow-ups as calendars.
@Suite struct CalendarExportTests {
    private func calendar(_ desk: Desk, _ kind: Kind) throws -> [String] {
        try desk.export(kind, .ics).replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }

    /// Ada of Engines, a person without an e-mail address, and what is planned with them.
    private func desk(_ plan: (Transaction, _ ada: Int64, _ wang: Int64) throws -> Void) throws -> Desk {
        let desk = try Desk()
        try desk.store.write("Plan") { transaction in
            var company = Company()
            company.name = "Engines, Ltd"
            let engines = try transaction.insert(&company)
            var ada = Contact()
            (ada.name, ada.companyID) = ("Ada Lovell", engines)
            ada.emails = [Email("ada@example.com")]
            ada.phones = [Phone("+44 20 7946 0000")]
            var wang = Contact()
            wang.name = "王伟"
            try plan(transaction, transaction.insert(&ada), transaction.insert(&wang))
        }
        return desk
    }

    @Test func aMeeting() throws {
        let desk = try desk { transaction, ada, wang in
            var meeting = Meeting()
            (meeting.uid, meeting.title, meeting.zone) = ("m-1", "Demo; round 2", "Asia/Shanghai")
            meeting.due = Due(on: Day("2026-11-27")!, at: Instant("2026-11-27T02:00:00Z")!)
            meeting.endAt = Instant("2026-11-27T03:30:00Z")!
            (meeting.place, meeting.notes) = ("Room 1, 上海", "one\ntwo")
            meeting.attendees = [ada, wang]
            meeting.alarms = [15, 1440]
            try transaction.insert(&meeting)
        }
        let lines = try calendar(desk, .meeting)
        #expect(Array(lines.prefix(3)) == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kontor//Kontor//EN"])
        #expect(
            lines.filter { !$0.hasPrefix("ATTENDEE") }.dropFirst(3) == [
                "BEGIN:VEVENT", "UID:m-1", "DTSTAMP:20261121T060500Z", "DTSTART:20261127T020000Z",
                "DTEND:20261127T033000Z", "SUMMARY:Demo\\; round 2", "LOCATION:Room 1\\, 上海", "DESCRIPTION:one\\ntwo",
                "STATUS:CONFIRMED", "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Demo\\; round 2", "TRIGGER:-PT15M",
                "END:VALARM", "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Demo\\; round 2", "TRIGGER:-P1D",
                "END:VALARM", "X-KONTOR-ZONE:Asia/Shanghai", "END:VEVENT", "END:VCALENDAR",
            ])
        let attendees = lines.filter { $0.hasPrefix("ATTENDEE") }
        #expect(attendees[0].hasPrefix("ATTENDEE;CN=Ada Lovell;X-KONTOR-UID="))
        #expect(attendees[0].hasSuffix(":mailto:ada@example.com"))
        #expect(attendees[1].hasPrefix("ATTENDEE;CN=王伟;") && attendees[1].contains(":urn:uuid:"))
    }

    @Test(arguments: [(Meeting.State.held, "CONFIRMED", true), (.cancelled, "CANCELLED", false)])
    func aMeetingOfAWholeDay(state: Meeting.State, status: String, isOwn: Bool) throws {
        let desk = try desk { transaction, _, _ in
            var meeting = Meeting()
            (meeting.title, meeting.state) = ("Fair", state)
            meeting.dueOn = Day("2026-12-01")!
            meeting.alarms = [0]
            try transaction.insert(&meeting)
        }
        let lines = try calendar(desk, .meeting)
        #expect(lines.contains("DTSTART;VALUE=DATE:20261201"))
        #expect(lines.contains("STATUS:" + status))
        #expect(lines.contains("X-KONTOR-STATE:held") == isOwn)
        // At nine in the morning, as here.
        #expect(lines.contains("TRIGGER:PT9H"))
    }

    @Test func aFollowUp() throws {
        let desk = try desk { transaction, ada, _ in
            var call = FollowUp()
            (call.contactID, call.priority, call.dueOn) = (ada, 1, Day("2026-11-27")!)
            call.alarms = [1440]
            try transaction.insert(&call)
        }
        let lines = try calendar(desk, .followUp)
        for line in [
            "BEGIN:VTODO", "DUE;VALUE=DATE:20261127", "SUMMARY:Call Ada Lovell", "X-KONTOR-SUBJECT:",
            "DESCRIPTION:Ada Lovell\\n+44 20 7946 0000", "PRIORITY:1", "STATUS:NEEDS-ACTION",
            "TRIGGER;RELATED=END:-PT15H",
        ] { #expect(lines.contains(line), "\(line)") }
        #expect(!lines.contains { $0.hasPrefix("DTSTART") || $0.hasPrefix("RRULE") })
    }

    @Test func aFollowUpThatIsDone() throws {
        let desk = try desk { transaction, _, wang in
            var sent = FollowUp()
            (sent.action, sent.subject, sent.contactID, sent.dueOn) = (.send, "Samples", wang, Day("2026-11-20")!)
            (sent.state, sent.doneAt, sent.result) = (.done, Instant("2026-11-20T08:00:00Z")!, "by parcel")
            try transaction.insert(&sent)
        }
        let lines = try calendar(desk, .followUp)
        for line in [
            "SUMMARY:Samples", "DESCRIPTION:王伟\\nby parcel", "STATUS:COMPLETED", "COMPLETED:20261120T080000Z",
            "PERCENT-COMPLETE:100", "X-KONTOR-ACTION:send", "X-KONTOR-RESULT:by parcel",
        ] { #expect(lines.contains(line), "\(line)") }
    }

    private func repeating(_ rule: String, _ due: Due, zone: String) throws -> [String] {
        let desk = try desk { transaction, _, _ in
            for number in 1...2 {
                var followUp = FollowUp()
                (followUp.subject, followUp.repeat, followUp.zone) = ("Ring \(number)", rule, zone)
                followUp.due = due
                try transaction.insert(&followUp)
            }
        }
        return try calendar(desk, .followUp)
    }

    @Test func aRepeatedTimeStaysOnTheClockOfItsZone() throws {
        let lines = try repeating(
            "FREQ=WEEKLY;UNTIL=20261231;BYDAY=FR",
            Due(on: Day("2026-11-27")!, at: Instant("2026-11-27T08:00:00Z")!), zone: "Europe/Berlin")
        let zone = [
            "BEGIN:VTIMEZONE", "TZID:Europe/Berlin", "BEGIN:DAYLIGHT", "DTSTART:20250330T020000",
            "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
            "BEGIN:STANDARD", "DTSTART:20251026T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100",
            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE",
        ]
        #expect(Array(lines.dropFirst(3).prefix(zone.count)) == zone)
        #expect(lines.count { $0 == "BEGIN:VTIMEZONE" } == 1)
        for line in [
            "DTSTART;TZID=Europe/Berlin:20261127T090000", "DUE;TZID=Europe/Berlin:20261127T090000",
            "RRULE:FREQ=WEEKLY;UNTIL=20261231T225900Z;BYDAY=FR",
            "X-KONTOR-REPEAT:FREQ=WEEKLY\\;UNTIL=20261231\\;BYDAY=FR",
        ] { #expect(lines.count { $0 == line } == 2, "\(line)") }
    }

    @Test func aZoneWithoutSummerTime() throws {
        let lines = try repeating(
            "FREQ=DAILY", Due(on: Day("2026-11-27")!, at: Instant("2026-11-27T02:00:00Z")!), zone: "Asia/Shanghai")
        let start = try #require(lines.firstIndex(of: "BEGIN:VTIMEZONE"))
        #expect(
            Array(lines[start...].prefix(8)) == [
                "BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:20250101T000000",
                "TZOFFSETFROM:+0800", "TZOFFSETTO:+0800", "END:STANDARD", "END:VTIMEZONE",
            ])
    }

    @Test func whatWasPutOffKeepsItsRhythm() throws {
        let lines = try repeating(
            "FREQ=WEEKLY;COUNT=3;INTERVAL=2;BYDAY=MO;DTSTART=20261109", Due(on: Day("2026-11-25")!),
            zone: "Asia/Shanghai")
        for line in [
            "DTSTART;VALUE=DATE:20261109", "DUE;VALUE=DATE:20261125", "RRULE:FREQ=WEEKLY;COUNT=5;INTERVAL=2;BYDAY=MO",
        ] { #expect(lines.contains(line), "\(line)") }
        #expect(!lines.contains("BEGIN:VTIMEZONE"))
    }

    @Test func onlyMeetingsAndFollowUpsAreOfACalendar() throws {
        #expect(throws: ExchangeError.self) { try calendar(try Desk(), .contact) }
        let desk = try desk { transaction, _, _ in
            var meeting = Meeting()
            (meeting.title, meeting.dueOn) = ("Fair", Day("2026-12-01")!)
            try transaction.insert(&meeting)
        }
        let counts = try Exporter(desk.store).writeAll(desk.folder + "/all", format: .ics)
        #expect(counts.map(\.kind) == [.meeting, .followUp] && counts.map(\.count) == [1, 0])
        #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder + "/all") == ["meetings.ics"])
    }
}
