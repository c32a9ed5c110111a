import Sales
import Storage

/// The lines of Today, of which only those near the screen are kept: a pile of any length costs no more than what is seen of it.
struct AgendaSource {
    /// The parts in their order, and how many lines each has.
    private(set) var parts: [(part: Agenda.Part, count: Int)] = []
    private var items: [Int: Agenda.Item] = [:]
    /// What was loaded: of which state of the file, and at which minute, as time alone makes things due.
    private var loaded: (state: FileState, minute: Int)?
    /// Lines that are kept.
    private static let kept = 1_000

    var count: Int { parts.reduce(0) { $0 + $1.count } }

    func count(_ part: Agenda.Part) -> Int { parts.first { $0.part == part }?.count ?? 0 }

    /// The item of a line, when it is loaded.
    subscript(line: Int) -> Agenda.Item? { items[line] }

    /// The part in which a line stands.
    func part(of line: Int) -> Agenda.Part? {
        var end = 0
        return parts.first {
            end += $0.count
            return line < end
        }?.part
    }

    /// Where a record stands in a part, among the lines that are loaded: a person may stand in two.
    func line(of ref: Ref, in part: Agenda.Part?) -> Int? {
        items.filter { $0.value.ref == ref && self.part(of: $0.key) == part }.keys.min()
    }

    /// Begins anew if anything is not as it was.
    ///
    /// - Returns: whether it is not.
    mutating func reload(in transaction: Transaction) throws -> Bool {
        let now = (state: try transaction.state, minute: transaction.clock.now.seconds / 60)
        if let loaded, loaded == now { return false }
        loaded = now
        parts = try Agenda.Part.allCases.map { ($0, try transaction.agendaCount($0)) }
        items = [:]
        return true
    }

    /// Makes sure that the lines of a window are there, as far as there are any.
    mutating func load(_ window: Range<Int>, in transaction: Transaction) throws {
        let window = window.clamped(to: 0..<count)
        if items.count > Self.kept, !window.allSatisfy({ items[$0] != nil }) { items = [:] }
        let missing = window.filter { items[$0] == nil }
        guard let first = missing.first, let last = missing.last else { return }
        let ahead = window.ahead(missing.count)
        let wanted =
            max(
                0, items[first - 1] == nil ? first - ahead : first)..<min(
                count, items[last + 1] == nil ? last + 1 + ahead : last + 1)
        var start = 0
        for (part, count) in parts {
            let places = wanted.clamped(to: start..<start + count)
            if !places.isEmpty {
                let found = try transaction.agendaItems(part, places.lowerBound - start..<places.upperBound - start)
                for (line, item) in zip(places, found) { items[line] = item }
            }
            start += count
        }
    }
}
