import Foundation
import Sales
import Testing

@testable import Formats

/// Calendars as components, and the times in them.
@Suite struct CalendarReaderTests {
    private func components(_ text: String) throws -> [CalendarComponent] {
        var reader = try CalendarReader(text.bytes)
        var all: [CalendarComponent] = []
        while let component = try reader.next() { all.append(component) }
        return all
    }

    @Test func eventsWithWhatIsInThem() throws {
        let all = try components(
            """
            BEGIN:VCALENDAR
            PRODID:-//Kontor//Kontor//EN
            METHOD:CANCEL
            BEGIN:VEVENT
            SUMMARY:Lunch\\, late
            DESCRIPTION:folded in the mid
             dle
            BEGIN:VALARM
            TRIGGER:-PT15M
            END:VALARM
            ATTACH;ENCODING=BASE64:AAAA
            END:VEVENT
            BEGIN:VTODO
            end:vtodo
            END:VCALENDAR
            """)
        #expect(all.map(\.name) == ["VEVENT", "VTODO"] && all.map(\.line) == [4, 13])
        #expect(all[0].text("SUMMARY") == "Lunch, late" && all[0].text("DESCRIPTION") == "folded in the middle")
        #expect(all[0].parts.map(\.name) == ["VALARM"] && all[0].attachments == 1)
        #expect(all[0].isOwn && all[0].method == "CANCEL")
        #expect(all.flatMap(\.problems) == [])
    }

    /// Whatever is missing or too much, the rest is read and the place is told.
    @Test(
        arguments: [
            (
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a\nBEGIN:VEVENT\nSUMMARY:b\nEND:VEVENT\nEND:VCALENDAR",
                ["a", "b"], 4
            ),
            ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a", ["a"], 2),
            ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nBEGIN:VALARM\nEND:VEVENT\nEND:VCALENDAR", [""], 4),
            ("BEGIN:VEVENT\nSUMMARY:a\nEND:VEVENT", ["a"], 1),
            ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nno property\nSUMMARY:a\nEND:VEVENT\nEND:VCALENDAR", ["a"], 3),
            ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VALARM\nSUMMARY:a\nEND:VEVENT", ["a"], 3),
        ] as [(String, [String], Int)])
    func whatIsBrokenIsTold(text: String, titles: [String], line: Int) throws {
        let all = try components(text)
        #expect(all.map { $0.text("SUMMARY") } == titles)
        #expect(all.flatMap(\.problems).map(\.line) == [line])
    }

    @Test(arguments: [
        ("20261127", "2026-11-27 - false"), ("20261127T090000", "2026-11-27 32400 false"),
        ("20261127T090000Z", "2026-11-27 32400 true"), ("2026-11-27T09:00:00Z", "2026-11-27 32400 true"),
        ("20261127T0900", "2026-11-27 32400 false"), ("20261127T240000", "2026-11-28 0 false"),
        ("20261127T003000+0100", "2026-11-26 84600 true"), ("20261127T235960", "2026-11-27 86399 false"),
        ("20261327", nil), ("20261127T", nil), ("20261127T2560", nil), ("", nil), ("tomorrow", nil),
        ("20261127T09000Z", nil),
    ])
    func timesAreRead(text: String, expected: String?) {
        let time = CalendarTime(text)
        #expect(time.map { "\($0.day) \($0.seconds.map(String.init) ?? "-") \($0.isUTC)" } == expected)
    }

    @Test(arguments: [
        ("PT15M", 0, 900), ("-PT15M", 0, -900), ("P1W", 7, 0), ("P1DT2H3M4S", 1, 7384), ("+P2D", 2, 0), ("PT0S", 0, 0),
    ])
    func durationsAreRead(text: String, days: Int, seconds: Int) {
        let duration = CalendarDuration(text)
        #expect(duration?.days == days && duration?.seconds == seconds)
    }

    @Test(arguments: ["", "P", "PT", "15M", "P1H", "PT1D", "P1", "PX", "P9999999999D"])
    func noDurations(text: String) {
        #expect(CalendarDuration(text) == nil)
    }

    @Test(arguments: [-15, 0, 1, 60, 1440, -1440, 525, -100_000])
    func durationsComeBack(minutes: Int) {
        let duration = CalendarDuration(CalendarText.duration(minutes: minutes))!
        #expect(duration.days * 1440 + duration.seconds / 60 == minutes)
    }

    /// The start of the only event, in UTC.
    private func start(_ line: String, zone: String = "") throws -> String {
        var zones = CalendarZones(own: Zone("Asia/Shanghai")!, until: 2030)
        let all = try components("BEGIN:VCALENDAR\n\(zone)BEGIN:VEVENT\n\(line)\nEND:VEVENT\nEND:VCALENDAR")
        for component in all where component.name == "VTIMEZONE" { zones.describe(component) }
        return zones.instant(try #require(try all.last?.time("DTSTART"))).description
    }

    @Test(arguments: [
        ("DTSTART:20260701T120000Z", "2026-07-01T12:00:00Z"), ("DTSTART:20260701T120000", "2026-07-01T04:00:00Z"),
        ("DTSTART;TZID=Europe/Berlin:20260701T120000", "2026-07-01T10:00:00Z"),
        ("DTSTART;TZID=\"W. Europe Standard Time\":20260101T120000", "2026-01-01T11:00:00Z"),
        ("DTSTART;TZID=China Standard Time:20260101T120000", "2026-01-01T04:00:00Z"),
        ("DTSTART;TZID=/mozilla.org/20050126_1/America/Chicago:20260101T120000", "2026-01-01T18:00:00Z"),
        ("DTSTART;TZID=Nowhere:20260701T120000", "2026-07-01T04:00:00Z"),
    ])
    func zonesAreFoundByName(line: String, instant: String) throws {
        #expect(try start(line) == instant)
    }

    /// In spring one hour is skipped, in autumn one comes twice.
    @Test(arguments: [
        ("20260328T120000", "11:00"), ("20260329T023000", "01:30"), ("20260330T120000", "10:00"),
        ("20261025T023000", "00:30"), ("20261025T120000", "11:00"), ("19600101T120000", "11:00"),
    ])
    func zonesAreReadFromTheCalendar(time: String, utc: String) throws {
        let zone = """
            BEGIN:VTIMEZONE
            TZID:Ours
            BEGIN:DAYLIGHT
            DTSTART:19810329T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;BYHOUR=2
            END:DAYLIGHT
            BEGIN:STANDARD
            DTSTART:19961027T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            END:STANDARD
            END:VTIMEZONE

            """
        #expect(try start("DTSTART;TZID=Ours:" + time, zone: zone).contains("T\(utc):"))
        // And what is written of Berlin says the same.
        var written = ContentWriter()
        written.lines(ZoneLines(Zone("Europe/Berlin")!).lines(from: 1997))
        let berlin = written.take().text.replacing("Europe/Berlin", with: "Ours")
        if !time.hasPrefix("1960") {
            #expect(try start("DTSTART;TZID=Ours:" + time, zone: berlin).contains("T\(utc):"))
        }
    }

    /// The times of an event on its own clock.
    static func walls(_ event: CalendarComponent, _ zones: inout CalendarZones, limit: Int = 500) throws -> [String] {
        let start = try #require(try event.time("DTSTART"))
        let series = CalendarSeries(event, start, &zones)
        return series.walls(until: .max, limit: limit).map { wall in
            let time = CalendarTime(wall: wall)
            return String(Instant(seconds: time.wall).description.dropLast())
        }
    }

    @Test(
        arguments: [
            ("RRULE:FREQ=HOURLY;INTERVAL=3;COUNT=3", ["09:30", "12:30", "15:30"]),
            ("RRULE:FREQ=DAILY;COUNT=4;BYHOUR=9,10;BYMINUTE=0,45", ["09:30", "09:45", "10:00", "10:45"]),
            ("RRULE:FREQ=MINUTELY;INTERVAL=90;COUNT=3", ["09:30", "11:00", "12:30"]),
            ("RRULE:FREQ=DAILY;COUNT=3\nEXDATE:20261128T093000", ["09:30", "29T09:30"]),
            ("RRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20261128", ["09:30", "29T09:30"]),
            ("RDATE:20261127T140000,20261127T120000", ["09:30", "12:00", "14:00"]),
            ("RDATE;VALUE=PERIOD:20261127T140000/PT1H", ["09:30", "14:00"]), ("RDATE:/", ["09:30"]),
            ("RRULE:FREQ=DAILY;UNTIL=20261128T013000Z", ["09:30", "28T09:30"]),
            ("RRULE:FREQ=DAILY;UNTIL=20261128", ["09:30", "28T09:30"]),
            ("RRULE:FREQ=DAILY;COUNT=5\nEXRULE:FREQ=DAILY;INTERVAL=2", ["28T09:30", "30T09:30"]),
            ("RRULE:FREQ=SECONDLY;INTERVAL=1800;COUNT=2", ["09:30", "10:00"]), ("RRULE:FREQ=NEVER", ["09:30"]),
        ] as [(String, [String])])
    func eventsRepeat(lines: String, expected: [String]) throws {
        var zones = CalendarZones(own: Zone("Asia/Shanghai")!, until: 2030)
        let all = try components(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261127T093000\n\(lines)\nEND:VEVENT\nEND:VCALENDAR")
        let walls = try CalendarReaderTests.walls(all[0], &zones)
        let found = walls.map { String($0.dropFirst(8).prefix(8)) }
        #expect(found == expected.map { ($0.count == 5 ? "27T" : "") + $0 })
    }

    /// Rules that never fall on a day, or on every second: within the days that an import asks for.
    @Test(arguments: [
        "FREQ=SECONDLY;BYHOUR=24;COUNT=9", "FREQ=HOURLY;BYMONTHDAY=31;BYMONTH=2", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYHOUR=24;COUNT=9999",
    ])
    func noRuleHangs(rule: String) throws {
        let start = CalendarTime(Day("2026-11-01")!, seconds: 0)
        let begin = ContinuousClock.now
        let end = Day("2026-12-01")!.number * 86_400
        #expect(try CalendarRule(rule).walls(from: start, clock: .utc, until: end, limit: 500).count < 500)
        #expect(ContinuousClock.now - begin < .seconds(10))
    }

    /// Calendars with some bytes changed: each is read to its end, whatever is in it. `Fuzz/run` makes up millions more.
    @Test func changedBytesDoNoHarm() throws {
        let text = """
            BEGIN:VCALENDAR
            BEGIN:VTIMEZONE
            TZID:Ours
            BEGIN:STANDARD
            DTSTART:19961027T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:a
            SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller
            DTSTART;TZID=Ours:20261127T090000
            DURATION:PT1H30M
            RRULE:FREQ=HOURLY;INTERVAL=5;BYDAY=MO,FR;UNTIL=20271127T090000Z
            EXDATE;TZID="Ours":20261130T100000,20261204T090000
            RDATE;VALUE=PERIOD:20261127T140000/PT1H
            BEGIN:VALARM
            TRIGGER;RELATED=END:-PT15M
            END:VALARM
            END:VEVENT
            END:VCALENDAR
            """
        var dice = Dice(state: 7)
        for _ in 0..<50 {
            var bytes = text.bytes
            for _ in 0..<Int.random(in: 1...6, using: &dice) {
                bytes[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
            }
            guard var reader = try? CalendarReader(bytes) else { continue }
            var zones = CalendarZones(own: Zone("UTC")!, until: 2028)
            while let component = try reader.next() {
                if component.name == "VTIMEZONE" { zones.describe(component) }
                guard let start = try? component.time("DTSTART") else { continue }
                let series = CalendarSeries(component, start, &zones)
                let begin = Day("2026-11-01")!.number * 86_400
                #expect(series.walls(from: begin, until: begin + 60 * 86_400, limit: 50).count <= 50)
                _ = zones.instant(start)
            }
        }
    }

    @Test func aRuleIsNotWalkedThroughFromItsBegin() throws {
        let start = CalendarTime(Day("1990-01-01")!, seconds: 0)
        let begin = Day("2026-11-27")!.number * 86_400
        for text in ["FREQ=MINUTELY", "FREQ=DAILY", "FREQ=SECONDLY;INTERVAL=7;BYDAY=FR"] {
            let walls = try CalendarRule(text).walls(
                from: start, clock: .utc, after: begin, until: begin + 86_400, limit: 500)
            #expect(walls.first! - begin < 60 && walls.count >= 1, "\(text)")
        }
    }
}

/// Files that other programs wrote; skipped without KONTOR_CORPUS.
@Suite(.enabled(if: Corpus.isThere)) struct CalendarCorpusTests {
    private func read(_ path: String) throws -> (events: [CalendarComponent], zones: CalendarZones) {
        var reader = try CalendarReader(Corpus.bytes(path))
        var zones = CalendarZones(own: Zone("UTC")!, until: 2040)
        var events: [CalendarComponent] = []
        while let component = try reader.next() {
            if component.name == "VTIMEZONE" { zones.describe(component) }
            if component.name == "VEVENT" { events.append(component) }
        }
        return (events, zones)
    }

    /// Another program's list of the times of each event stands beside it.
    @Test(arguments: Corpus.files("ical/kcalendarcore-recurrence", ".ics"))
    func repeatsAsAnotherProgramDoes(path: String) throws {
        var (events, zones) = try read(path)
        let expected = try Corpus.bytes(path + ".next.ref").text.split(separator: "\n").map { String($0.prefix(19)) }
        let event = try #require(events.first)
        let found = try CalendarReaderTests.walls(event, &zones, limit: 500)
        #expect(found == expected)
    }

    /// Another program's titles and times in UTC of events stand beside these.
    @Test(arguments: Corpus.files("ical/horde", ".txt"))
    func beginsWhenAnotherProgramSays(path: String) throws {
        var (events, zones) = try read(path.replacing(".txt", with: ".ics"))
        let lines = try Corpus.bytes(path).text.split(separator: "\n").map(String.init)
        let expected = lines.filter { $0.wholeMatch(of: /\d\d:\d\d/) != nil }
        #expect(!expected.isEmpty)
        // Theirs gives a whole day a time, too.
        let found = try events.map { event in
            let start = try #require(try event.time("DTSTART"))
            return start.seconds == nil
                ? "a day" : String(zones.instant(start).description.dropFirst(11).prefix(5))
        }
        var rest = found[...]
        for time in expected {
            let place = rest.firstIndex { $0 == time || $0 == "a day" }
            #expect(place != nil, "\(time) in \(found)")
            if let place { rest = rest[(place + 1)...] }
        }
    }

    @Test(arguments: [("event_10_times", 10), ("three_events", 3), ("one_event", 1)])
    func beginsSoManyTimes(name: String, count: Int) throws {
        var (events, zones) = try read("ical/recurring-ical-events/\(name).ics")
        #expect(try events.map { try CalendarReaderTests.walls($0, &zones).count }.reduce(0, +) == count)
    }
}
