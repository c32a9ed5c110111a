import Sales
import Storage
import Words

/// Date and time in two columns, as Outlook and Google Calendar write them: they are read as one.
struct TableTimes: Sendable {
    /// The column of the time, by that of the date.
    private var times: [Int: Int] = [:]
    /// The column that says whether it takes the whole day.
    private var wholeDay: Int?
    private var start: Int?
    private var end: Int?

    /// The columns of the day and the hour at which it makes itself heard, and whether it does.
    private var alarm: (day: Int, hour: Int, isOn: Int?)?

    private enum Part { case start, end, due, plain }

    private static let words: [(part: Part, date: Set<String>, time: Set<String>)] = [
        (.start, ["startdate", "开始日期", "beginntam", "startdatum"], ["starttime", "开始时间", "beginntum", "startzeit"]),
        (.end, ["enddate", "结束日期", "endetam", "enddatum"], ["endtime", "结束时间", "endetum", "endzeit"]),
        (.due, ["duedate", "到期日", "到期日期", "截止日期"], ["duetime", "到期时间", "截止时间"]),
        (
            .plain, ["date", "calldate", "activitydate", "日期", "通话日期", "datum"],
            ["time", "calltime", "activitytime", "时间", "通话时间", "uhrzeit", "zeit"]
        ),
    ]
    private static let wholeDays: Set<String> = [
        "alldayevent", "allday", "全天事件", "全天", "ganztägigesereignis", "ganztagigesereignis",
    ]

    private static let alarmDays: Set<String> = ["reminderdate", "提醒日期", "erinnerungam"]
    private static let alarmHours: Set<String> = ["remindertime", "提醒时间", "erinnerungum"]
    private static let alarmsOn: Set<String> = ["reminderonoff", "提醒开关", "提醒打开关闭", "erinnerungeinaus"]

    init() {}

    /// Finds the pairs, and says what their columns fill.
    init(_ header: [String], _ kind: Kind, _ targets: inout [Target?]) {
        let plain = header.map(plainHeading)
        for (part, dates, hours) in Self.words {
            guard let date = plain.firstIndex(where: dates.contains),
                let time = plain.firstIndex(where: hours.contains),
                let field = Self.field(part, kind)
            else { continue }
            for (index, target) in targets.enumerated() where target == .field(field) { targets[index] = nil }
            (targets[date], targets[time]) = (.field(field), .timeOf(field))
            times[date] = time
            if kind == .meeting, part == .end { end = date } else if kind == .meeting { start = date }
        }
        guard kind == .meeting, let start else { return }
        if let day = plain.firstIndex(where: Self.alarmDays.contains),
            let hour = plain.firstIndex(where: Self.alarmHours.contains)
        {
            alarm = (day, hour, plain.firstIndex(where: Self.alarmsOn.contains))
            for column in [day, hour, alarm?.isOn].compactMap(\.self) { targets[column] = .timeOf("alarm") }
        }
        guard let whole = plain.firstIndex(where: Self.wholeDays.contains) else { return }
        wholeDay = whole
        if case .field(let field) = targets[start] { targets[whole] = .timeOf(field) }
    }

    /// Without those of which the person said something else.
    mutating func keep(_ targets: [Target?]) {
        times = times.filter { date, time in
            if case .field(let field) = targets[date] { targets[time] == .timeOf(field) } else { false }
        }
        if let day = alarm?.day, let hour = alarm?.hour,
            [day, hour].contains(where: { targets[$0] != .timeOf("alarm") })
        {
            alarm = nil
        }
        if let whole = wholeDay, case .timeOf = targets[whole] { return }
        wholeDay = nil
    }

    private static func field(_ part: Part, _ kind: Kind) -> String? {
        switch (kind, part) {
        case (.meeting, .start), (.meeting, .plain), (.followUp, .due), (.followUp, .plain), (.followUp, .start):
            "due_at"
        case (.meeting, .end): "end_at"
        case (.call, .start), (.call, .plain), (.note, .plain): "at"
        default: nil
        }
    }

    /// The text of a column, with the time that stands in another.
    func text(_ column: Int, _ cell: (Int) -> String) -> String {
        let date = cell(column)
        guard let time = times[column], !date.isEmpty else { return date }
        if isWholeDay(cell) { return column == end ? "" : date }
        let hour = cell(time).trimmingSpaces()
        return hour.isEmpty ? date : date.trimmingSpaces() + " " + hour
    }

    private func isWholeDay(_ cell: (Int) -> String) -> Bool {
        wholeDay.map { Reading.flag(cell($0).trimmingSpaces()) == true } ?? false
    }

    /// Sets how long before its start a meeting makes itself heard, of which the file says the time.
    func setAlarm<R: Record>(
        of incoming: inout Incoming<R>, _ reading: Reading, _ clock: Clock, _ cell: (Int) -> String
    ) {
        guard let alarm, alarm.isOn.map({ Reading.flag(cell($0).trimmingSpaces()) ?? true }) ?? true, let start,
            let meeting = incoming.record as? Meeting, let field = R.field("due_at"),
            let list = R.lists.firstIndex(where: { $0.name == "alarm" })
        else { return }
        let text = cell(alarm.day).trimmingSpaces() + " " + cell(alarm.hour).trimmingSpaces()
        // Its date is written as that of the start is.
        guard case .text(let said)? = try? reading.value(text, field, column: start), let at = Instant(said) else {
            return
        }
        let begin = meeting.dueAt ?? clock.zone.instant(meeting.dueOn, Reminder.morning)
        let minutes = (begin - at) / 60
        guard (0...525_600).contains(minutes) else { return }
        R.lists[list].set(&incoming.record, [[.integer(Int64(minutes))]])
        incoming.lists.append(list)
    }

    /// Of several whole days the last one stands in the notes. Those who write them name the day behind it.
    func noteLastDay<R: Record>(of incoming: inout Incoming<R>, _ reading: Reading, _ cell: (Int) -> String) {
        guard let start, let end, isWholeDay(cell), let field = R.field("due_on"),
            case .text(let first)? = try? reading.value(cell(start).trimmingSpaces(), field, column: start),
            case .text(let behind)? = try? reading.value(cell(end).trimmingSpaces(), field, column: end),
            let first = Day(first), let behind = Day(behind), behind - 1 > first
        else { return }
        let notes = R.field("notes")?.get(incoming.record).text ?? ""
        incoming.set("notes", .text((notes.isEmpty ? "" : notes + "\n\n") + say("Until \(behind - 1)")))
    }
}

extension Incoming {
    /// What a time says besides: the day, and whose clock it is. A meeting of the past was held, unless the file says otherwise.
    mutating func settleTime(_ clock: Clock) {
        guard R.kind == .meeting || R.kind == .followUp else { return }
        let has = Set(fields.map { R.fields[$0].name })
        guard has.contains("due_on") || has.contains("due_at") else { return }
        if !has.contains("zone") { set("zone", .text(clock.zone.name)) }
        if !has.contains("due_on"), let at = R.field("due_at")?.get(record).text.flatMap({ Instant($0) }) {
            set("due_on", .text(clock.zone.day(of: at).description))
        }
        guard var meeting = record as? Meeting, !has.contains("state"), meeting.dueOn != Day(number: 0) else { return }
        let isPast = (meeting.endAt ?? meeting.dueAt).map { $0 < clock.now } ?? (meeting.dueOn < clock.today)
        // Not said by the file: of one that is here it changes nothing.
        if isPast { meeting.state = .held }
        record = meeting as! R
    }

    /// Whether it is a meeting that was held because it lies in the past.
    var wasHeldUnsaid: Bool {
        (record as? Meeting)?.state == .held && !fields.contains { R.fields[$0].name == "state" }
    }
}
