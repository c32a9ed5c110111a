import Testing
import Words

@testable import Sales

/// The days of recurrence rules: the examples of RFC 5545, 3.8.5.3, the edges of the calendar, and each day by itself.
@Suite struct RecurrenceDaysTests {
    private func days(_ rule: String, from first: String, limit: Int = 60) throws -> [Day] {
        let rule = try Recurrence(rule: rule)
        let last = rule.until.map { $0.lastDay(time: TimeOfDay(9, 0), zone: Zone("America/New_York")!) }
        return Array(rule.days(from: Day(first)!, until: last).prefix(limit))
    }

    /// Dates as `1997-09 2 9 16, 1997-10 7`; an ellipsis at the end when there are more.
    private func written(_ text: String) -> (days: [Day], goesOn: Bool) {
        var days: [Day] = []
        for month in text.replacing("…", with: "").split(separator: ",") {
            let words = month.split(separator: " ")
            for word in words.dropFirst() { days.append(Day("\(words[0])-\(padded(Int(word)!, 2))")!) }
        }
        return (days, text.hasSuffix("…"))
    }

    @Test(arguments: [
        ("FREQ=DAILY;COUNT=10", "1997-09-02", "1997-09 2 3 4 5 6 7 8 9 10 11"),
        ("FREQ=DAILY;INTERVAL=2", "1997-09-02", "1997-09 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30, 1997-10 2 4…"),
        ("FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09-02", "1997-09 2 12 22, 1997-10 2 12"),
        ("FREQ=WEEKLY;COUNT=10", "1997-09-02", "1997-09 2 9 16 23 30, 1997-10 7 14 21 28, 1997-11 4"),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU", "1997-09-02", "1997-09 2 16 30, 1997-10 14 28, 1997-11 11 25…"),
        (
            "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH", "1997-09-02",
            "1997-09 2 4 9 11 16 18 23 25 30, 1997-10 2"
        ),
        ("FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", "1997-09-02", "1997-09 2 4 9 11 16 18 23 25 30, 1997-10 2"),
        (
            "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR", "1997-09-01",
            "1997-09 1 3 5 15 17 19 29, 1997-10 1 3 13 15 17 27 29 31, 1997-11 10 12 14 24 26 28, 1997-12 8 10 12 22"
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "1997-09-02",
            "1997-09 2 4 16 18 30, 1997-10 2 14 16"
        ),
        (
            "FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "1997-09-05",
            "1997-09 5, 1997-10 3, 1997-11 7, 1997-12 5, 1998-01 2, 1998-02 6, 1998-03 6, 1998-04 3, 1998-05 1, 1998-06 5"
        ),
        ("FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", "1997-09-05", "1997-09 5, 1997-10 3, 1997-11 7, 1997-12 5"),
        (
            "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", "1997-09-07",
            "1997-09 7 28, 1997-11 2 30, 1998-01 4 25, 1998-03 1 29, 1998-05 3 31"
        ),
        (
            "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997-09-22",
            "1997-09 22, 1997-10 20, 1997-11 17, 1997-12 22, 1998-01 19, 1998-02 16"
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09-28",
            "1997-09 28, 1997-10 29, 1997-11 28, 1997-12 29, 1998-01 29, 1998-02 26…"
        ),
        (
            "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15", "1997-09-02",
            "1997-09 2 15, 1997-10 2 15, 1997-11 2 15, 1997-12 2 15, 1998-01 2 15"
        ),
        (
            "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", "1997-09-30",
            "1997-09 30, 1997-10 1 31, 1997-11 1 30, 1997-12 1 31, 1998-01 1 31, 1998-02 1"
        ),
        (
            "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", "1997-09-10",
            "1997-09 10 11 12 13 14 15, 1999-03 10 11 12 13"
        ),
        (
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", "1997-09-02",
            "1997-09 2 9 16 23 30, 1997-11 4 11 18 25, 1998-01 6 13 20 27, 1998-03 3 10 17 24 31…"
        ),
        (
            "FREQ=YEARLY;COUNT=10;BYMONTH=6,7", "1997-06-10",
            "1997-06 10, 1997-07 10, 1998-06 10, 1998-07 10, 1999-06 10, 1999-07 10, 2000-06 10, 2000-07 10, 2001-06 10, 2001-07 10"
        ),
        (
            "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3", "1997-03-10",
            "1997-03 10, 1999-01 10, 1999-02 10, 1999-03 10, 2001-01 10, 2001-02 10, 2001-03 10, 2003-01 10, 2003-02 10, 2003-03 10"
        ),
        (
            "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200", "1997-01-01",
            "1997-01 1, 1997-04 10, 1997-07 19, 2000-01 1, 2000-04 9, 2000-07 18, 2003-01 1, 2003-04 10, 2003-07 19, 2006-01 1"
        ),
        ("FREQ=YEARLY;BYDAY=20MO", "1997-05-19", "1997-05 19, 1998-05 18, 1999-05 17…"),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997-05-12", "1997-05 12, 1998-05 11, 1999-05 17…"),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "1997-03-13", "1997-03 13 20 27, 1998-03 5 12 19 26, 1999-03 4 11 18 25…"),
        (
            "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8", "1997-06-05",
            "1997-06 5 12 19 26, 1997-07 3 10 17 24 31, 1997-08 7 14 21 28, 1998-06 4 11 18 25…"
        ),
        // The first day, which the rule does not name, is left out here: 3.8.5.3 takes it away with an EXDATE.
        (
            "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1997-09-02",
            "1998-02 13, 1998-03 13, 1998-11 13, 1999-08 13, 2000-10 13…"
        ),
        (
            "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", "1997-09-13",
            "1997-09 13, 1997-10 11, 1997-11 8, 1997-12 13, 1998-01 10, 1998-02 7, 1998-03 7…"
        ),
        (
            "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "1996-11-05",
            "1996-11 5, 2000-11 7, 2004-11 2…"
        ),
        ("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04", "1997-09 4, 1997-10 7, 1997-11 6"),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "1997-09-29",
            "1997-09 29, 1997-10 30, 1997-11 27, 1997-12 30, 1998-01 29, 1998-02 26, 1998-03 30…"
        ),
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05", "1997-08 5 10 19 24"),
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05", "1997-08 5 17 19 31"),
        ("FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007-01-15", "2007-01 15 30, 2007-02 15, 2007-03 15 30"),
    ])
    func examplesOfTheStandard(rule: String, first: String, expected: String) throws {
        let (days, goesOn) = written(expected)
        let found = try self.days(rule, from: first, limit: days.count + (goesOn ? 0 : 1))
        #expect(found == days)
    }

    @Test func everyDayOfJanuary() throws {
        let byYear = try days(
            "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA", from: "1998-01-01", limit: 200)
        let byDay = try days("FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", from: "1998-01-01", limit: 200)
        #expect(byYear == byDay)
        #expect(byYear.count == 93)
        #expect(byYear.last == Day("2000-01-31"))
        #expect(try days("FREQ=DAILY;UNTIL=19971224T000000Z", from: "1997-09-02", limit: 200).count == 113)
    }

    @Test(arguments: [
        ("FREQ=MONTHLY", "2026-01-31", "2026-01 31, 2026-03 31, 2026-05 31, 2026-07 31, 2026-08 31…"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2027-12-31", "2027-12 31, 2028-01 31, 2028-02 29, 2028-03 31, 2028-04 30…"),
        ("FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", "2027-01-30", "2027-01 30, 2027-02 28, 2027-03 30…"),
        ("FREQ=YEARLY", "2096-02-29", "2096-02 29, 2104-02 29, 2108-02 29…"),
        ("FREQ=YEARLY;BYYEARDAY=-1,1", "2026-12-31", "2026-12 31, 2027-01 1, 2027-12 31…"),
        ("FREQ=YEARLY;BYYEARDAY=366", "2026-01-01", "2028-12 31, 2032-12 31…"),
        ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", "2026-01-01", "2026-12 28, 2032-12 27…"),
        ("FREQ=YEARLY;BYWEEKNO=-1", "2026-12-30", "2026-12 30, 2027-12 29…"),
        ("FREQ=YEARLY;BYDAY=-1FR", "2026-01-01", "2026-12 25, 2027-12 31…"),
        ("FREQ=DAILY;INTERVAL=365", "2027-12-31", "2027-12 31, 2028-12 30, 2029-12 30…"),
        ("FREQ=WEEKLY;BYMONTH=2;BYDAY=SU", "2026-01-30", "2026-02 1 8 15 22, 2027-02 7…"),
        ("FREQ=DAILY;UNTIL=20261123T140000Z", "2026-11-22", "2026-11 22 23"),
        // Nine in New York is 14:00 in UTC: one second before, that day is over.
        ("FREQ=DAILY;UNTIL=20261123T135959Z", "2026-11-22", "2026-11 22"),
        ("FREQ=DAILY;UNTIL=20261123T090000", "2026-11-22", "2026-11 22 23"),
        ("FREQ=DAILY;UNTIL=20261123T085959", "2026-11-22", "2026-11 22"),
        ("FREQ=DAILY;UNTIL=20200101", "2026-11-22", ""),
        ("FREQ=DAILY", "9999-12-30", "9999-12 30 31"),
        ("FREQ=MONTHLY;INTERVAL=9999", "2026-11-22", "2026-11 22, 2860-02 22, 3693-05 22…"),
    ])
    func edgesOfTheCalendar(rule: String, first: String, expected: String) throws {
        let (days, goesOn) = written(expected)
        #expect(try self.days(rule, from: first, limit: days.count + (goesOn ? 0 : 1)) == days)
    }

    @Test(arguments: [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=15;BYDAY=1SU",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6", "FREQ=YEARLY;INTERVAL=2;BYMONTH=6;BYMONTHDAY=-31",
        "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2",
    ])
    func whatNeverComesEnds(rule: String) throws {
        #expect(try days(rule, from: "2026-11-22").isEmpty)
        #expect(try Array(Recurrence(rule: rule).days(from: Day("2026-11-22")!, after: Day("2100-01-01")!)).isEmpty)
    }

    @Test(arguments: [
        "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO", "FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=22",
        "FREQ=YEARLY;INTERVAL=4", "FREQ=DAILY;COUNT=50000",
    ])
    func whatLiesBeforeIsLeftOut(rule: String) throws {
        let rule = try Recurrence(rule: rule)
        let first = Day("1900-01-01")!
        let found = try #require(rule.days(from: first, after: Day("2026-11-22")!).first)
        #expect(found == rule.days(from: first).first { $0 > Day("2026-11-22")! })
    }

    /// Random rules against each day of some years, looked at by itself.
    @Test(arguments: 0..<10) func agreesWithALookAtEachDay(seed: UInt64) throws {
        var dice = Dice(state: seed)
        for _ in 0..<12 {
            let first = Day("2023-12-28")! + Int.random(in: 0..<800, using: &dice)
            let rule = randomRule(&dice)
            // It is its own text, read again.
            #expect(try Recurrence(rule: rule.description) == rule)
            let end = first + (rule.frequency == .yearly ? 1500 : 400)
            let slow = SlowRecurrence(rule: rule, first: first).days(until: end)
            #expect(Array(rule.days(from: first, until: end)) == slow, "\(rule) from \(first)")
            let after = first + Int.random(in: 0..<300, using: &dice)
            let expected = slow.first { $0 > after }
            #expect(
                rule.days(from: first, after: after, until: end).first == expected,
                "\(rule) from \(first) after \(after)")
        }
    }

    private func randomRule(_ dice: inout Dice) -> Recurrence {
        func some(_ range: ClosedRange<Int>, signed: Bool = true, _ count: Int = 3) -> [Int] {
            let all = (0..<Int.random(in: 1...count, using: &dice)).map { _ in
                Int.random(in: range, using: &dice) * (signed && Bool.random(using: &dice) ? -1 : 1)
            }
            return Set(all).sorted { ($0 < 0 ? 1 : 0, $0) < ($1 < 0 ? 1 : 0, $1) }
        }
        func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &dice) == 0 }
        var rule = Recurrence(Recurrence.Frequency.allCases.randomElement(using: &dice)!)
        if chance(2) { rule.interval = Int.random(in: 1...7, using: &dice) }
        if chance(3) { rule.months = some(1...12, signed: false) }
        if rule.frequency != .weekly, chance(3) { rule.monthDays = some(1...31) }
        if rule.frequency == .yearly, chance(6) { rule.yearDays = some(1...366) }
        if rule.frequency == .yearly, chance(6) { rule.weekNumbers = some(1...53) }
        if chance(2) {
            let hasOrdinals =
                (rule.frequency == .monthly || rule.frequency == .yearly) && rule.weekNumbers.isEmpty && chance(2)
            let days = Set(
                some(1...7, signed: false).map { day in
                    Recurrence.Weekday(day, ordinal: hasOrdinals ? some(1...5, 1)[0] : 0)
                })
            rule.weekdays = days.sorted {
                ($0.ordinal < 0 ? 1 : 0, $0.ordinal, $0.day) < ($1.ordinal < 0 ? 1 : 0, $1.ordinal, $1.day)
            }
        }
        let isNamed =
            !(rule.months + rule.monthDays + rule.yearDays + rule.weekNumbers).isEmpty || !rule.weekdays.isEmpty
        if isNamed, chance(4) { rule.positions = some(1...4) }
        if chance(3) { rule.weekStart = Int.random(in: 1...7, using: &dice) }
        if chance(4) { rule.count = Int.random(in: 1...30, using: &dice) }
        return rule
    }
}

/// The same rules found in the slowest and plainest way: every day is asked whether it is one.
private struct SlowRecurrence {
    let rule: Recurrence
    let first: Day

    func days(until end: Day) -> [Day] {
        var found: [Day] = []
        var day = first
        while day <= end {
            if isOne(day) { found.append(day) }
            day = day + 1
        }
        return rule.count.map { Array(found.prefix($0)) } ?? found
    }

    private func isOne(_ day: Day) -> Bool {
        guard periodNumber(day) % rule.interval == 0, isCandidate(day) else { return false }
        if rule.positions.isEmpty { return true }
        let number = periodNumber(day)
        let same = days(around: day) { periodNumber($0) == number }.filter(isCandidate)
        let place = same.firstIndex(of: day)!
        return rule.positions.contains(place + 1) || rule.positions.contains(place - same.count)
    }

    private func periodNumber(_ day: Day) -> Int {
        switch rule.frequency {
        case .daily: return day - first
        case .weekly:
            var weeks = 0
            var start = first
            while start.weekday != rule.weekStart { start = start - 1 }
            while start + 7 <= day { (start, weeks) = (start + 7, weeks + 1) }
            while day < start { (start, weeks) = (start - 7, weeks - 1) }
            return weeks
        case .monthly: return day.year * 12 + day.month - first.year * 12 - first.month
        case .yearly: return day.year - first.year
        }
    }

    private func isCandidate(_ day: Day) -> Bool {
        if !rule.months.isEmpty, !rule.months.contains(day.month) { return false }
        let (month, year) = (day.month, day.year)
        if !rule.monthDays.isEmpty, !isAt(day, of: days(around: day) { $0.month == month }, rule.monthDays) {
            return false
        }
        if !rule.yearDays.isEmpty, !isAt(day, of: days(around: day) { $0.year == year }, rule.yearDays) { return false }
        if !rule.weekNumbers.isEmpty, !isInWeek(day) { return false }
        if !rule.weekdays.isEmpty {
            guard let weekday = rule.weekdays.first(where: { $0.day == day.weekday }) else { return false }
            let ordinals = rule.weekdays.filter { $0.day == weekday.day }.map(\.ordinal)
            if ordinals.contains(0) { return true }
            let isOfMonth = rule.frequency == .monthly || !rule.months.isEmpty
            let scope = days(around: day) { isOfMonth ? $0.month == month : $0.year == year }
            return isAt(day, of: scope.filter { $0.weekday == weekday.day }, ordinals)
        }
        // What the rule does not say is as on the first day.
        switch rule.frequency {
        case .daily: return true
        case .weekly: return day.weekday == first.weekday
        case .monthly: return !rule.monthDays.isEmpty || day.day == first.day
        case .yearly:
            if !rule.monthDays.isEmpty || !rule.yearDays.isEmpty { return true }
            if !rule.weekNumbers.isEmpty { return day.weekday == first.weekday }
            return day.day == first.day && (!rule.months.isEmpty || day.month == first.month)
        }
    }

    /// The days before and behind a day, as far as they belong to the same.
    private func days(around day: Day, _ isIn: (Day) -> Bool) -> [Day] {
        var (start, end) = (day, day)
        while isIn(start - 1) { start = start - 1 }
        while isIn(end + 1) { end = end + 1 }
        return (0...end - start).map { start + $0 }
    }

    private func isAt(_ day: Day, of days: [Day], _ numbers: [Int]) -> Bool {
        let place = days.firstIndex(of: day)!
        return numbers.contains(place + 1) || numbers.contains(place - days.count)
    }

    /// Week by week from the first one of the year that has at least four days of it.
    private func isInWeek(_ day: Day) -> Bool {
        for year in [day.year - 1, day.year, day.year + 1] {
            var weeks: [Day] = []
            var start = Day(year, 1, 1)! - 7
            while start.weekday != rule.weekStart { start = start + 1 }
            while start <= Day(year, 12, 31)! {
                if (0..<7).filter({ (start + $0).year == year }).count >= 4 { weeks.append(start) }
                start = start + 7
            }
            if let place = weeks.firstIndex(where: { ($0...$0 + 6).contains(day) }) {
                return rule.weekNumbers.contains(place + 1) || rule.weekNumbers.contains(place - weeks.count)
            }
        }
        return false
    }
}

/// The same numbers in every run.
private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
