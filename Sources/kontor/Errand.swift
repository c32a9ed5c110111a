import Sales
import Storage
import Words

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What every command works with: the file that was named, the clock, and the way out.
final class Errand {
    let clock: Clock
    let path: String
    let output: Output
    /// True when the user named the file; then its folder must be there already.
    private let isNamed: Bool

    convenience init(_ options: ErrandOptions, _ output: Output) throws {
        try self.init(db: options.db, now: options.now, settings: options.settings, output)
    }

    /// The options are those that every command has.
    init(db: String? = nil, now: String? = nil, settings: [String] = [], _ output: Output) throws {
        self.output = output
        try Self.apply(settings)
        Language.speak(Settings.current.language)
        clock = try Self.clock(now ?? variable("KONTOR_NOW"))
        let named = db ?? variable("KONTOR_DB")
        isNamed = named != nil
        path = try named.map(Self.file) ?? Self.defaultFile()
    }

    /// Opens the file, or makes it.
    func store(for use: Store.Use) throws -> Store {
        let folder = parentFolder(of: path)
        if isNamed, access(folder, F_OK) != 0, errno == ENOENT {
            throw Failure.system(
                say("There is no folder \(visible(folder)): make it first, or name another file with --db."))
        }
        do {
            let store = try Store.open(path, for: use, clock: clock) {
                Output.complain(say("Another Kontor is writing to the file; waiting for it."))
            } onUpdate: {
                Output.complain(say("The file gets its index for searching; that is done once."))
            }
            store.workingDays = Settings.current.workingDays
            store.baseCurrency = Settings.current.baseCurrency
            store.nextSaleDays = Settings.current.nextSaleDays
            store.workingHours = Settings.current.workingHours
            store.travelMinutes = Settings.current.travelMinutes
            return store
        } catch StoreError.refused(let reason) {
            // Nothing was asked of the data yet: it is the file itself that is refused.
            throw Failure.system(reason)
        }
    }

    var format: DateFormat { DateFormat(clock: clock) }

    /// A date in words, for what is to come.
    func due(_ words: String, calendar: WorkCalendar) throws -> Due {
        try DateWords.parse(words, clock: clock, calendar: calendar)
    }

    private static func apply(_ settings: [String]) throws {
        for text in settings {
            guard let mark = text.firstIndex(of: "=") else {
                throw Failure.usage(say("--setting is written as theme=light, not \(visible(text))."))
            }
            do {
                try Settings.override(String(text[..<mark]), with: String(text[text.index(after: mark)...]))
            } catch {
                throw Failure.usage(error.description)
            }
        }
    }

    private static func clock(_ text: String?) throws -> Clock {
        guard let text else { return Clock() }
        let zone = Zone.system
        if let instant = Instant(text) { return Clock(zone: zone, fixedAt: instant) }
        if let day = Day(text) { return Clock(zone: zone, fixedAt: zone.instant(day, TimeOfDay(0, 0)!)) }
        guard let (day, seconds, rest) = Instant.split(text), rest.isEmpty,
            let time = TimeOfDay(seconds / 3600, seconds / 60 % 60)
        else {
            throw Failure.usage(
                say("--now must be a time as 2026-11-21T14:05:00Z or 2026-11-21 14:05, not \(visible(text))."))
        }
        return Clock(zone: zone, fixedAt: zone.instant(day, time) + seconds % 60)
    }

    private static func file(_ name: String) throws -> String {
        if name.isEmpty { throw Failure.usage(say("--db needs the name of a file.")) }
        // To SQLite these would be something else than files.
        return name.hasPrefix(":") || name.hasPrefix("file:") ? "./" + name : name
    }

    private static func defaultFile() throws -> String {
        if let data = variable("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/kontor/kontor.db" }
        guard let home = variable("HOME") else {
            throw Failure.system(say("HOME is not set, so the place of the file is not known: name it with --db."))
        }
        return home + "/.local/share/kontor/kontor.db"
    }
}

/// A variable of the environment; nil when it is not set or empty.
func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
}

/// The folder that a path lies in, `.` for a bare name.
func parentFolder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}
