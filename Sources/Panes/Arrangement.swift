import Sales
import Storage

/// How the person left a list: its filter line, columns, order, and the record under the cursor. Kept from one start to the next.
struct Arrangement: Equatable {
    /// The filter line that holds; empty for all.
    var line: String
    /// The names of the columns that are shown, from left to right.
    var columns: [String]
    /// Nil for the list's own order.
    var order: ListOrder?
    /// What was under the cursor.
    var record: Ref?

    /// How a list looks at first.
    init(_ kind: Kind) {
        line = ListLook.usualFilter(kind)
        columns = ListLook.usualColumns(kind)
    }

    /// Reads what `text` wrote. What this version does not know is as at first.
    init(_ kind: Kind, text: String) {
        self.init(kind)
        let parts = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4 else { return }
        let known = Set(kind.allListColumns.map(\.name))
        line = parts[0]
        let chosen = parts[1].split(separator: " ").map(String.init).filter(known.contains)
        if !chosen.isEmpty { columns = chosen }
        let sorting = parts[2].split(separator: " ").map(String.init)
        if let column = sorting.first, known.contains(column) {
            order = ListOrder(column, isDescending: sorting.count > 1)
        }
        record = Ref(parts[3])
    }

    /// One line each: filter, columns, order, record.
    var text: String {
        [
            line.split(separator: "\n").joined(separator: " "), columns.joined(separator: " "),
            order.map { $0.column + ($0.isDescending ? " descending" : "") } ?? "", record?.description ?? "",
        ].joined(separator: "\n")
    }

    /// Sorts by a column; by the same again the other way round, and the third time in the list's own order.
    mutating func sort(by column: String) {
        switch order {
        case let now? where now.column == column && !now.isDescending:
            order = ListOrder(column, isDescending: true)
        case let now? where now.column == column: order = nil
        default: order = ListOrder(column, isDescending: false)
        }
    }
}

extension Office {
    /// How a list was left, in this run or the last.
    func arrangement(_ kind: Kind) -> Arrangement {
        if let known = arrangements[kind] { return known }
        let text = (try? store.read { try $0.remembered("list \(kind.rawValue)") }) ?? nil
        let found = text.map { Arrangement(kind, text: $0) } ?? Arrangement(kind)
        arrangements[kind] = found
        keptArrangements[kind] = found
        return found
    }

    /// Notes how a list is arranged now.
    func note(_ arrangement: Arrangement, of kind: Kind) { arrangements[kind] = arrangement }

    /// Keeps in the file how the lists were left. Where it cannot be written the next start shows them as before.
    package func keepArrangements() {
        for (kind, arrangement) in arrangements where keptArrangements[kind] != arrangement {
            guard (try? store.remember("list \(kind.rawValue)", arrangement.text)) != nil else { return }
            keptArrangements[kind] = arrangement
        }
    }
}
