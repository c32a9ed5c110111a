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
    /// The uid of the saved view that was put on.
    var view: String?
    /// Columns and order from before a view was put on.
    private var plain: Look?

    /// What the columns and the order are.
    private struct Look: Equatable {
        var columns: [String]
        var order: ListOrder?
    }

    private var look: Look {
        get { Look(columns: columns, order: order) }
        set { (columns, order) = (newValue.columns, newValue.order) }
    }

    /// How a list looks at first.
    init(_ kind: Kind) {
        line = ListLook.usualFilter(kind)
        columns = ListLook.usualColumns(kind)
    }

    /// Reads what `text` wrote. What this version does not know is as at first.
    init(_ kind: Kind, text: String) {
        self.init(kind)
        let parts = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard [4, 7].contains(parts.count) else { return }
        line = parts[0]
        look = Arrangement.look(kind, parts[1], parts[2])
        record = Ref(parts[3])
        guard parts.count == 7, !parts[4].isEmpty else { return }
        view = parts[4]
        plain = Arrangement.look(kind, parts[5], parts[6])
    }

    /// One line each: filter, columns, order, record; where a view was put on, its uid, columns and order from before.
    var text: String {
        func text(_ columns: [String], _ order: ListOrder?) -> [String] {
            [columns.joined(separator: " "), order?.text ?? ""]
        }
        return
            ([line.split(separator: "\n").joined(separator: " ")] + text(columns, order) + [record?.description ?? ""]
            + (view.map { [$0] + text(plain?.columns ?? columns, plain?.order) } ?? [])).joined(separator: "\n")
    }

    /// Columns and order as they were written, by what this version knows.
    private static func look(_ kind: Kind, _ columns: String, _ order: String) -> Look {
        let known = Set(kind.allListColumns.map(\.name))
        let chosen = columns.split(whereSeparator: { " ,".contains($0) }).map(String.init).filter(known.contains)
        let sorting = ListOrder(order.replacing(" descending", with: ",desc"))
        return Look(
            columns: chosen.isEmpty ? ListLook.usualColumns(kind) : chosen,
            order: sorting.flatMap { known.contains($0.column) ? $0 : nil })
    }

    // MARK: Saved views

    /// Shows what a view keeps.
    mutating func put(on view: SavedView, _ kind: Kind) {
        if self.view == nil { plain = look }
        self.view = view.uid
        line = view.query
        look = Arrangement.look(kind, view.columns, view.sort)
    }

    /// Takes the view off: columns and order as they were before, and another line.
    mutating func takeOff(line: String) {
        self.line = line
        if let plain { look = plain }
        (view, plain) = (nil, nil)
    }

    /// The view has gone; what it showed stays.
    mutating func forgetView() { (view, plain) = (nil, nil) }

    /// Whether what is shown is no more what a view keeps.
    func differs(from view: SavedView, _ kind: Kind) -> Bool {
        var same = self
        same.put(on: view, kind)
        return same.line != line || same.look != look
    }

    /// A view of what is shown.
    func kept(as view: SavedView, _ kind: Kind) -> SavedView {
        var kept = view
        kept.pane = kind.plural
        kept.query = line
        kept.sort = order?.text ?? ""
        kept.columns = columns == ListLook.usualColumns(kind) ? "" : columns.joined(separator: ",")
        return kept
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
