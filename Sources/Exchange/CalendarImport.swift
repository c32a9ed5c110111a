import Formats
import Sales
import Storage
import Words

/// A calendar on its way in: events become meetings, tasks follow-ups, journal entries notes.
///
/// It is read twice, as zones and changed occurrences may stand behind the events that need them.
struct CalendarImport {
    let input: InputFile
    let encoding: TextDetection
    private let options: ImportOptions

    /// The name under which the ids of calendars are kept.
    static let source = "ical"

    init(_ input: InputFile, _ options: ImportOptions) throws {
        self.options = options
        if let kind = options.kind, ![.meeting, .followUp, .note].contains(kind) {
            throw ExchangeError.usage(say("\(visible(input.path)) is a calendar, which cannot be \(kind.plural)."))
        }
        self.input = input
        encoding = try CalendarImport.open(input, options).encoding
    }

    private static func open(_ input: InputFile, _ options: ImportOptions) throws -> CalendarReader {
        do {
            return try CalendarReader(input.source(), encoding: options.encoding)
        } catch let problem as FileProblem {
            throw ExchangeError.data(input.path, problem)
        }
    }

    var file: ImportReport.File {
        var file = ImportReport.File(path: input.path, encoding: encoding.encoding.description)
        file.isEncodingGuessed = encoding.certainty == .guess
        file.header = ["title"]
        return file
    }

    func run(_ run: ImportRun, _ step: () throws -> Void) throws {
        run.source = CalendarImport.source
        do {
            var plan = CalendarPlan(run.transaction.clock)
            var first = try CalendarImport.open(input, options)
            while let component = try first.next() {
                try step()
                plan.note(component)
            }
            plan.zones.usual = first.zone
            if first.calendars == 0, plan.components == 0 {
                throw first.problems.list.first ?? FileProblem(reason: say("There is no calendar in this file."))
            }
            let intake = CalendarIntake(run, plan)
            var second = try CalendarImport.open(input, options)
            while let component = try second.next() { try intake.take(component, step) }
            intake.finish(second.problems)
        } catch let problem as FileProblem {
            throw ExchangeError.data(input.path, problem)
        }
    }
}

/// What must be known of a calendar before its first event is taken in.
struct CalendarPlan {
    var zones: CalendarZones
    private(set) var components = 0
    /// Changed occurrences by the id of their event.
    private var changed: [String: [CalendarComponent]] = [:]
    /// Events and tasks by their id.
    private var whole: [String: [Version]] = [:]
    /// The first and the last day of which the times of repeated events are taken in.
    let days: ClosedRange<Day>

    struct Version {
        var line: Int
        var sequence: Int
        var start: String
    }

    /// Meetings that one repeated event makes at most.
    static let limit = 500

    init(_ clock: Clock) {
        days = clock.today - 92...clock.today + 366
        zones = CalendarZones(own: clock.zone, until: days.upperBound.year + 1)
    }

    mutating func note(_ component: CalendarComponent) {
        components += 1
        if component.name == "VTIMEZONE" { return zones.describe(component) }
        let uid = component.text("UID").trimmingSpaces()
        guard ["VEVENT", "VTODO"].contains(component.name), !uid.isEmpty else { return }
        if CalendarPlan.isChange(component) {
            changed[uid, default: []].append(component)
        } else {
            whole[uid, default: []].append(
                Version(
                    line: component.line, sequence: component.number("SEQUENCE") ?? 0,
                    start: component.first("DTSTART")?.value ?? ""))
        }
    }

    /// A change of one occurrence; some programs give every event a RECURRENCE-ID.
    private static func isChange(_ component: CalendarComponent) -> Bool {
        component.first("RECURRENCE-ID") != nil && component.first("RRULE") == nil
    }

    /// Whether the event to which a changed occurrence belongs is in the file: then it comes in with that.
    func belongs(_ component: CalendarComponent) -> Bool {
        CalendarPlan.isChange(component) && whole[component.text("UID").trimmingSpaces()] != nil
    }

    /// The changed occurrences of an event, the newest version of each.
    func changes(of uid: String) -> [CalendarComponent] {
        var newest: [String: CalendarComponent] = [:]
        for change in changed[uid] ?? [] {
            let key = change.first("RECURRENCE-ID")!.value
            if let known = newest[key], (known.number("SEQUENCE") ?? 0) > (change.number("SEQUENCE") ?? 0) { continue }
            newest[key] = change
        }
        return newest.values.sorted { $0.line < $1.line }
    }

    enum Standing { case only, older, another }

    /// What a component is among those of its id: of several versions the newest counts; where a program gave one id to
    /// several events, each stands.
    func standing(_ component: CalendarComponent) -> Standing {
        let uid = component.text("UID").trimmingSpaces()
        guard let all = whole[uid], all.count > 1, let own = all.first(where: { $0.line == component.line }) else {
            return .only
        }
        let newest = all.map(\.sequence).max()!
        if own.sequence < newest { return .older }
        let first = all.first { $0.sequence == newest }!
        return first.start == own.start ? .only : .another
    }
}
