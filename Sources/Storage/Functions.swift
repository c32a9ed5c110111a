internal import GRDB
import Sales

/// What SQL needs of our own: text folded for comparison, the forms in which a text is looked for, the key by which it sorts, the
/// date of an instant in the zone in which it was meant, and its hour in that of the clock.
enum Functions {
    static func register(in database: Database) {
        database.add(
            function: DatabaseFunction("fold", argumentCount: 1, pure: true) { arguments in
                String.fromDatabaseValue(arguments[0]).map { folded($0) }
            })
        nonisolated(unsafe) let forms = Known { SearchText.forms(of: $0).joined(separator: "\n") }
        database.add(
            function: DatabaseFunction("forms", argumentCount: 1, pure: true) { arguments in
                String.fromDatabaseValue(arguments[0]).map { forms[$0] }
            })
        nonisolated(unsafe) let keys = Known { text -> String? in
            // Texts that agree in their first 64 characters have the same key; one that is empty has none.
            let start = String(text.prefix(64))
            return folded(start).isEmpty ? nil : SortKey.of(start, isName: false)
        }
        database.add(
            function: DatabaseFunction("sort_text", argumentCount: 1, pure: true) { arguments in
                String.fromDatabaseValue(arguments[0]).flatMap { keys[$0] }
            })
        nonisolated(unsafe) let zones = Zones()
        database.add(
            function: DatabaseFunction("local_day", argumentCount: 2, pure: true) { arguments in
                guard let at = String.fromDatabaseValue(arguments[0]).flatMap({ Instant($0) }) else { return nil }
                return zones[String.fromDatabaseValue(arguments[1]) ?? ""].day(of: at).description
            })
    }
}

extension Functions {
    /// The hour of the week in a zone, from 0 at midnight to Monday, of an instant; NULL of anything else.
    static func registerHours(of zone: Zone, in database: Database) {
        database.add(
            function: DatabaseFunction("hour_of_week", argumentCount: 1, pure: true) { arguments in
                guard let at = String.fromDatabaseValue(arguments[0]).flatMap({ Instant($0) }) else { return nil }
                return zone.hourOfWeek(at: at)
            })
    }
}

/// What was made of texts, kept: a column of a long list holds the same few cities and tiers again and again. Used by one
/// connection, from one thread.
private final class Known<Value> {
    private static var most: Int { 20_000 }
    private var known: [String: Value] = [:]
    private let make: (String) -> Value

    init(_ make: @escaping (String) -> Value) { self.make = make }

    subscript(text: String) -> Value {
        if let value = known[text] { return value }
        let value = make(text)
        if known.count >= Self.most { known = [:] }
        known[text] = value
        return value
    }
}

/// The zones in which something was meant, kept. Used by one connection, from one thread.
private final class Zones {
    private var known: [String: Zone] = [:]
    private let utc = Zone("UTC")!

    /// UTC for a name that is none.
    subscript(name: String) -> Zone {
        if let zone = known[name] { return zone }
        // The machine's own, which costs no tables of time zones to load, when it is that one.
        let zone = name == Zone.system.name ? Zone.system : Zone(name) ?? utc
        known[name] = zone
        return zone
    }
}
