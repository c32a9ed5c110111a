import Exchange
import Foundation
import Sales
import Storage
import Testing
import Words

/// Calendars on their way in. It is Saturday, 21 November 2026, 14:05 in Shanghai.
@Suite struct CalendarImportTests {
    private func calendar(_ lines: String) -> String { "BEGIN:VCALENDAR\nVERSION:2.0\n\(lines)\nEND:VCALENDAR\n" }

    private func event(_ lines: String, uid: String = "a@x") -> String {
        calendar("BEGIN:VEVENT\nUID:\(uid)\n\(lines)\nEND:VEVENT")
    }

    private func task(_ lines: String) -> String { calendar("BEGIN:VTODO\nUID:t@x\n\(lines)\nEND:VTODO") }

    /// Ada with an address, two of one name.
    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.take(
            "people.csv",
            "name,email\nAda Lovell,ada@example.com\n王伟,\nJohn Smith,one@example.com\nJohn Smith,two@example.com\n")
        return desk
    }

    private func meeting(_ text: String, _ desk: Desk? = nil) throws -> Meeting {
        let desk = try desk ?? Desk()
        let report = try desk.take("a.ics", text)
        #expect(report.counts[.meeting]?.read == 1)
        return try #require(try desk.all(Meeting.self).last)
    }

    @Test func anEvent() throws {
        let desk = try desk()
        let meeting = try meeting(
            event(
                """
                SUMMARY:Demo\\, round 2
                DTSTART;TZID=Europe/Berlin:20261127T090000
                DTEND;TZID=Europe/Berlin:20261127T103000
                LOCATION:Room 1
                DESCRIPTION:one\\ntwo
                ORGANIZER;CN=Me:mailto:me@example.com
                ATTENDEE;CN=A:MAILTO:ADA@example.com
                ATTENDEE;CN=王伟:mailto:wang@example.com
                ATTENDEE;CN=John Smith:mailto:three@example.com
                ATTENDEE;CN=Room 1;CUTYPE=ROOM:mailto:room@example.com
                ATTENDEE;PARTSTAT=DECLINED:mailto:one@example.com
                BEGIN:VALARM
                ACTION:DISPLAY
                TRIGGER:-PT15M
                END:VALARM
                """), desk)
        #expect(meeting.title == "Demo, round 2" && meeting.state == .planned && meeting.place == "Room 1")
        #expect(meeting.due == Due(on: Day("2026-11-27")!, at: Instant("2026-11-27T08:00:00Z")!))
        #expect(meeting.endAt == Instant("2026-11-27T09:30:00Z")! && meeting.zone == "Europe/Berlin")
        let people = try desk.all(Contact.self)
        #expect(meeting.attendees.map { id in people.first { $0.id == id }!.name } == ["Ada Lovell", "王伟"])
        #expect(
            meeting.notes
                == "one\ntwo\n\nWith: John Smith <three@example.com>, one@example.com (declined), Me <me@example.com>")
        #expect(meeting.alarms == [15])
        #expect(meeting.externalIDs == [ExternalID(source: "ical", value: "a@x")])
    }

    @Test(
        arguments: [
            ("DTSTART;VALUE=DATE:20261201", "2026-12-01", nil, nil, ""),
            ("DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261202", "2026-12-01", nil, nil, ""),
            ("DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261204", "2026-12-01", nil, nil, "Until 2026-12-03"),
            ("DTSTART:20261201T010000Z\nDURATION:PT1H30M", "2026-12-01", "01:00", "02:30", ""),
            ("DTSTART:20261201T090000", "2026-12-01", "01:00", nil, ""),
            ("DTSTART:20261201T200000Z", "2026-12-02", "20:00", nil, ""),
            ("DTSTART:20261201T090000\nDTEND:20261201T080000", "2026-12-01", "01:00", nil, ""),
        ] as [(String, String, String?, String?, String)])
    func times(lines: String, day: String, start: String?, end: String?, notes: String) throws {
        let meeting = try meeting(event("SUMMARY:x\n" + lines))
        func time(_ instant: Instant?) -> String? { instant.map { String($0.description.dropFirst(11).prefix(5)) } }
        #expect(meeting.dueOn.description == day)
        #expect(time(meeting.dueAt) == start && time(meeting.endAt) == end)
        #expect(meeting.notes == notes && meeting.zone == "Asia/Shanghai")
    }

    @Test(arguments: [
        ("20261101T090000", "", Meeting.State.held), ("20261101T090000", "STATUS:CANCELLED", .cancelled),
        ("20261201T090000", "STATUS:TENTATIVE", .planned), ("20261121T140000", "DURATION:PT1H", .planned),
    ])
    func whatIsPastWasHeld(start: String, lines: String, state: Meeting.State) throws {
        let desk = try Desk()
        let report = try desk.take("a.ics", event("SUMMARY:x\nDTSTART:\(start)\n\(lines)"))
        #expect(try desk.all(Meeting.self).map(\.state) == [state])
        #expect(
            report.remarks.map(\.reason).contains("1 meeting of the past came in as held") == (state == .held))
    }

    /// Imports twice: nothing is added, nothing is changed.
    private func expectSettled(_ desk: Desk, _ text: String, _ note: Comment = "") throws {
        let before = try desk.store.dump()
        let report = try desk.take("a.ics", text)
        #expect(report.total.imported + report.total.updated == 0, note)
        #expect(try desk.store.dump() == before, note)
    }

    @Test func aWeeklyEventWithExceptions() throws {
        let text = calendar(
            """
            BEGIN:VEVENT
            UID:w@x
            SUMMARY:Weekly
            DTSTART;TZID=Europe/Berlin:20260302T090000
            DTEND;TZID=Europe/Berlin:20260302T100000
            RRULE:FREQ=WEEKLY
            EXDATE;TZID=Europe/Berlin:20261130T090000
            RDATE;TZID=Europe/Berlin:20261201T150000
            END:VEVENT
            BEGIN:VEVENT
            UID:w@x
            SUMMARY:Moved
            RECURRENCE-ID;TZID=Europe/Berlin:20261207T090000
            DTSTART;TZID=Europe/Berlin:20261208T110000
            DTEND;TZID=Europe/Berlin:20261208T113000
            END:VEVENT
            BEGIN:VEVENT
            UID:w@x
            SUMMARY:Later from now on
            RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20270104T090000
            DTSTART;TZID=Europe/Berlin:20270104T093000
            DTEND;TZID=Europe/Berlin:20270104T103000
            END:VEVENT
            """)
        let desk = try Desk()
        let report = try desk.take("a.ics", text)
        let all = try desk.all(Meeting.self)
        #expect(report.counts[.meeting]?.imported == all.count)
        #expect(all.map(\.due).min()?.on == Day("2026-08-24")! && all.map(\.due).max()?.on == Day("2027-11-22")!)
        func starts(_ title: String) -> [String] {
            all.filter { $0.title == title }.compactMap(\.dueAt).map { String($0.description.prefix(16)) }.sorted()
        }
        #expect(starts("Moved") == ["2026-12-08T10:00"])
        let weekly = starts("Weekly")
        #expect(weekly.contains("2026-10-19T07:00") && weekly.contains("2026-10-26T08:00"))
        #expect(weekly.contains("2026-12-01T14:00") && !weekly.contains("2026-11-30T08:00"))
        #expect(starts("Later from now on").first == "2027-01-04T08:30")
        #expect(all.filter { $0.due.at! < Desk.clock.now }.allSatisfy { $0.state == .held })
        try expectSettled(desk, text)
        // The rule ends earlier, and one time is taken out: what was planned is cancelled, what was held stays.
        let shorter = text.replacing("RRULE:FREQ=WEEKLY", with: "RRULE:FREQ=WEEKLY;UNTIL=20261222T000000Z")
            .replacing("RDATE;TZID=Europe/Berlin:20261201T150000\n", with: "")
        let again = try desk.take("a.ics", shorter)
        let now = try desk.all(Meeting.self)
        #expect(again.counts[.meeting]?.imported == 0)
        #expect(now.count == all.count)
        let planned = now.filter { $0.state == .planned }.map(\.due.on).sorted()
        #expect(planned == [Day("2026-11-23")!, Day("2026-12-08")!, Day("2026-12-14")!, Day("2026-12-21")!])
        #expect(now.count { $0.state == .held } == all.count { $0.state == .held })
    }

    @Test func noMoreThanFiveHundredOfOne() throws {
        let desk = try Desk()
        let text = event("SUMMARY:Often\nDTSTART:20261122T000000Z\nRRULE:FREQ=HOURLY")
        let report = try desk.take("a.ics", text)
        #expect(report.counts[.meeting] == .init(imported: 500))
        #expect(report.remarks.contains { $0.reason.hasPrefix("only the first 500 times") })
        try expectSettled(desk, text)
    }

    @Test func aSeriesThatIsOver() throws {
        let report = try Desk().take("a.ics", event("SUMMARY:Old\nDTSTART:20100101T000000Z\nRRULE:FREQ=DAILY;COUNT=3"))
        #expect(report.counts[.meeting] == .init(skipped: 1))
    }

    @Test func aChangedEventIsBroughtUpToDate() throws {
        let desk = try Desk()
        let first = event("SUMMARY:Demo\nDTSTART:20261201T010000Z\nLOCATION:Here\nDESCRIPTION:plan")
        try desk.take("a.ics", first)
        try expectSettled(desk, first)
        try desk.take("a.ics", event("SUMMARY:Demo 2\nDTSTART:20261202T010000Z"))
        var meeting = try #require(try desk.all(Meeting.self).first)
        #expect(meeting.title == "Demo 2" && meeting.dueOn == Day("2026-12-02")! && meeting.place == "")
        // What was written here of a meeting that was held stays.
        try desk.store.write("Hold") { transaction in
            let old = meeting
            (meeting.state, meeting.notes) = (.held, "they want it")
            try transaction.update(from: old, to: meeting)
        }
        try desk.take("a.ics", first)
        let now = try #require(try desk.all(Meeting.self).first)
        #expect(now.state == .held && now.notes == "they want it" && now.title == "Demo")
        try desk.take("a.ics", event("SUMMARY:Demo\nDTSTART:20261201T010000Z\nSTATUS:CANCELLED"))
        #expect(try desk.all(Meeting.self).map(\.state) == [.cancelled])
        #expect(try desk.count(.meeting) == 1)
    }

    @Test func oneEventBecomesASeries() throws {
        let desk = try Desk()
        let lines = "SUMMARY:Demo\nDTSTART:20261201T010000Z"
        try desk.take("a.ics", event(lines))
        try desk.take("a.ics", event(lines + "\nRRULE:FREQ=DAILY;COUNT=3"))
        #expect(try desk.count(.meeting) == 3)
        try desk.take("a.ics", event(lines))
        #expect(try desk.count(.meeting) == 3)
        #expect(try desk.all(Meeting.self).count { $0.state == .planned } >= 1)
    }

    @Test func ofTwoVersionsTheNewerCounts() throws {
        let desk = try Desk()
        func version(_ number: Int) -> String {
            "BEGIN:VEVENT\nUID:v@x\nSEQUENCE:\(number)\nSUMMARY:Version \(number)\nDTSTART:20261201T010000Z\nEND:VEVENT\n"
        }
        let report = try desk.take("a.ics", calendar(version(1) + version(3) + version(2)))
        #expect(report.counts[.meeting] == .init(imported: 1, skipped: 2))
        #expect(try desk.all(Meeting.self).map(\.title) == ["Version 3"])
    }

    @Test func whatHasNoRoomIsCounted() throws {
        let report = try Desk().take(
            "a.ics",
            calendar(
                """
                BEGIN:VFREEBUSY
                END:VFREEBUSY
                BEGIN:X-THING
                END:X-THING
                BEGIN:VEVENT
                UID:a
                SUMMARY:x
                DTSTART:20261201T010000Z
                CATEGORIES:a
                X-ONE:1
                X-TWO:2
                ATTACH:https://example.com
                END:VEVENT
                BEGIN:VEVENT
                UID:b
                SUMMARY:no start
                END:VEVENT
                BEGIN:VEVENT
                UID:c
                SUMMARY:bad start
                DTSTART:soon
                END:VEVENT
                BEGIN:VJOURNAL
                UID:j
                SUMMARY:Dear diary
                END:VJOURNAL
                """))
        #expect(report.counts[.meeting] == .init(imported: 1, refused: 2))
        #expect(report.refusals.map(\.remark.line) == [16, 23])
        #expect(
            report.refusals.map(\.remark.reason) == ["an event without a start: no start", "DTSTART is no time: soon"])
        #expect(report.refusals.map(\.cells) == [["no start"], ["bad start"]])
        #expect(report.counts[.note] == .init(skipped: 1))
        #expect(
            report.remarks.map(\.reason) == [
                "1 attachment left out", "left out: 1 VFREEBUSY, 1 X-THING", "not read: 2 X-…, 1 CATEGORIES",
            ])
    }

    @Test(arguments: [("no calendar", false), ("BEGIN:VCALENDAR\nEND:VCALENDAR\n", true)])
    func aFileOfNothing(text: String, isCalendar: Bool) throws {
        let desk = try Desk()
        if isCalendar {
            let report = try desk.take("a.ics", text)
            #expect(report.remarks.map(\.reason) == ["There is no event and no task in this file"])
        } else {
            #expect(throws: ExchangeError.self) { try desk.take("a.ics", text) }
        }
    }

    // MARK: - Tasks

    private func followUp(_ text: String, _ desk: Desk? = nil) throws -> FollowUp {
        let desk = try desk ?? Desk()
        let report = try desk.take("a.ics", text)
        #expect(report.counts[.followUp]?.imported == 1)
        return try #require(try desk.all(FollowUp.self).first)
    }

    @Test func aTask() throws {
        let desk = try desk()
        let text = task(
            """
            SUMMARY:Send samples
            DESCRIPTION:three of each
            DUE;VALUE=DATE:20261130
            PRIORITY:2
            ATTENDEE:mailto:ada@example.com
            BEGIN:VALARM
            TRIGGER;RELATED=END:-PT15H
            END:VALARM
            BEGIN:VALARM
            TRIGGER;VALUE=DATE-TIME:20261130T000000Z
            END:VALARM
            """)
        let followUp = try followUp(text, desk)
        #expect(followUp.subject == "Send samples · three of each" && followUp.action == .task)
        #expect(followUp.due == Due(on: Day("2026-11-30")!) && followUp.priority == 1 && followUp.state == .open)
        #expect(followUp.contactID == 1)
        // Of a whole day, counted from nine in the morning; 00:00 UTC is eight.
        #expect(followUp.alarms == [1440, 60])
        try expectSettled(desk, text)
    }

    @Test(arguments: [
        ("DUE:20261130T080000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO"),
        ("DTSTART;VALUE=DATE:20261130\nDUE;VALUE=DATE:20261130\nRRULE:freq=daily;interval=2", "FREQ=DAILY;INTERVAL=2"),
        ("DTSTART;VALUE=DATE:20261130\nDUE;VALUE=DATE:20261202\nRRULE:FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=MO"),
        ("DUE:20261130T080000Z\nRRULE:FREQ=HOURLY", ""),
    ])
    func tasksThatRepeatKeepTheirRule(lines: String, rule: String) throws {
        #expect(try followUp(task("SUMMARY:x\n" + lines)).repeat == rule)
    }

    @Test(arguments: [
        "STATUS:COMPLETED\nCOMPLETED:20261120T080000Z", "COMPLETED:20261120T080000Z",
        "PERCENT-COMPLETE:100\nLAST-MODIFIED:20261120T080000Z", "STATUS:COMPLETED\nDTSTAMP:20261120T080000Z",
    ])
    func aTaskThatIsDone(lines: String) throws {
        let followUp = try followUp(task("SUMMARY:x\nDUE:20261119T080000Z\n" + lines))
        #expect(followUp.state == .done && followUp.doneAt == Instant("2026-11-20T08:00:00Z")!)
    }

    @Test func aTaskWithoutADateIsDueToday() throws {
        let desk = try Desk()
        let followUp = try followUp(task("SUMMARY:x"), desk)
        #expect(followUp.dueOn == Desk.clock.today)
        try expectSettled(desk, task("SUMMARY:x"))
    }

    @Test func aCancelledTaskIsSkipped() throws {
        let report = try Desk().take("a.ics", task("SUMMARY:x\nDUE:20261130T080000Z\nSTATUS:CANCELLED"))
        #expect(report.counts[.followUp] == .init(skipped: 1))
    }

    @Test func whatIsPastDoesNotRing() throws {
        let desk = try Desk()
        _ = try desk.store.takeReminders()
        try desk.take(
            "a.ics", task("SUMMARY:Now\nDUE:20261121T050000Z\nBEGIN:VALARM\nTRIGGER:-PT1H\nEND:VALARM"))
        try desk.take("b.ics", event("SUMMARY:Running\nDTSTART:20261121T060000Z\nDURATION:PT1H"))
        #expect(try desk.count(.followUp) == 1 && desk.count(.meeting) == 1)
        #expect(try desk.store.pastReminders().count == 2)
        #expect(try desk.store.takeReminders() == [])
    }

    @Test func aJournalEntryIsANoteOnWhomItNames() throws {
        let desk = try desk()
        let text = calendar(
            "BEGIN:VJOURNAL\nUID:j\nDTSTART:20261120T080000Z\nSUMMARY:Call\nDESCRIPTION:was glad\nCONTACT:王伟\nEND:VJOURNAL"
        )
        try desk.take("a.ics", text)
        let note = try #require(try desk.all(Note.self).first)
        #expect(note.text == "Call\nwas glad" && note.at == Instant("2026-11-20T08:00:00Z")! && note.contactID == 2)
        try expectSettled(desk, text)
    }

    @Test func undoTakesItBack() throws {
        let desk = try Desk()
        let before = try desk.store.dump()
        try desk.take("a.ics", event("SUMMARY:x\nDTSTART:20261201T010000Z\nRRULE:FREQ=DAILY;COUNT=3"))
        #expect(try desk.count(.meeting) == 3)
        _ = try desk.store.undo()
        #expect(try desk.store.dump() == before)
    }

    // MARK: - Our own

    private func files(_ desk: Desk) throws -> [String] {
        try [Kind.meeting, .followUp].map { try desk.file("\($0.plural).ics", try desk.export($0, .ics)) }
    }

    /// Records that a calendar can hold as they are: one kind of line break.
    private func settle<R: Sales.Record>(_ type: R.Type, _ transaction: Transaction) throws {
        func plain(_ value: Value) -> Value {
            guard let text = value.text else { return value }
            return .text(text.breakingLines(with: "\n"))
        }
        for id in try transaction.ids(R.kind) {
            var record = try transaction.fetch(R.self, id)!
            for field in R.fields { field.set(&record, plain(field.get(record))) }
            for list in R.lists { list.set(&record, list.get(record).map { $0.map(plain) }) }
            try transaction.update(record)
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64]) func nastyRecordsComeBack(seed: UInt64) throws {
        try expectNastyRecordsBack(seed: seed)
    }

    /// `KONTOR_TRIPS` meetings and follow-ups (`make trips`).
    @Test(.enabled(if: NastyRecords.wanted != nil)) func aLongRun() throws {
        try expectNastyRecordsBack(seed: 77, many: NastyRecords.wanted! / 2)
    }

    private func expectNastyRecordsBack(seed: UInt64, many: Int? = nil) throws {
        let desk = try Desk(seed: seed)
        try NastyRecords.fill(desk.store, seed: seed)
        if let many {
            try NastyRecords.fill(desk.store, seed: seed + 1, kinds: [.meeting, .followUp], each: many - 12)
        }
        try desk.store.write("Settle") { transaction in
            for kind in [Kind.meeting, .followUp] { try settle(kind.type, transaction) }
        }
        // Into the same file: nothing is changed.
        let before = try desk.store.dump()
        let report = try Importer(desk.store).run(paths: try files(desk))
        #expect(report.refusals.map(\.remark.sentence) == [])
        #expect(report.total.unchanged == report.total.read && report.total.read > 20)
        #expect(try desk.store.dump() == before)
        // Into a file that has all the others: the same again.
        let all = try Kind.allCases.map { try desk.file("\($0.plural).csv", try desk.export($0)) }
        let other = try Desk(seed: 99)
        try Importer(other.store).run(paths: all)
        try other.store.write("Empty") { transaction in
            for kind in [Kind.meeting, .followUp] {
                for id in try transaction.ids(kind) { try transaction.delete(Ref(kind, id)) }
            }
        }
        try Importer(other.store).run(paths: try files(desk))
        for kind in [Kind.meeting, .followUp] {
            #expect(try other.export(kind, .ics) == desk.export(kind, .ics))
            #expect(try other.export(kind) == desk.export(kind))
        }
    }

    @Test func anotherProgramMaySaveOurs() throws {
        let desk = try Desk()
        try desk.take("a.ics", event("SUMMARY:Demo\nDTSTART:20261201T010000Z"))
        let ours = try desk.export(.meeting, .ics)
        let theirs = ours.replacing("PRODID:-//Kontor//Kontor//EN", with: "PRODID:-//Phone//EN").replacing(
            "SUMMARY:Demo", with: "SUMMARY:Demo at ten")
        try desk.take("b.ics", theirs)
        #expect(try desk.all(Meeting.self).map(\.title) == ["Demo at ten"])
    }
}
