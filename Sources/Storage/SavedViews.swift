package import Sales
import Words

/// Saved views: the filter, order and columns of a list under a name of their own.
extension Transaction {
    /// The saved views of a list, in their order.
    package func views(of kind: Kind) throws -> [SavedView] {
        try fetchAll(SavedView.self).filter { Kind(word: $0.pane) == kind }
    }

    /// The saved view of that name, whatever its case, accents or width; nil when there is none.
    package func savedView(_ name: String, of kind: Kind) throws -> SavedView? {
        let plain = folded(name.trimmingSpaces())
        return try views(of: kind).first { folded($0.name) == plain }
    }

    /// The saved view that a person names.
    ///
    /// - Throws: `StoreError.refused` with those that there are.
    package func view(named name: String, of kind: Kind) throws -> SavedView {
        if let view = try savedView(name, of: kind) { return view }
        let names = try views(of: kind).map { visible($0.name) }
        if names.isEmpty {
            throw StoreError.refused(say("No view of \(kind.plural) is saved yet; v in the list saves one."))
        }
        throw StoreError.refused(
            say("There is no view “\(visible(name))” of \(kind.plural); there are: \(names.joined(separator: ", ")).")
        )
    }
}

extension SavedView {
    /// Nil for the list's own order.
    package var order: ListOrder? { ListOrder(sort) }

    /// The names of the columns; none for the usual ones.
    package var columnNames: [String] {
        columns.split(separator: ",").map { $0.trimmingSpaces().lowercased() }.filter { !$0.isEmpty }
    }
}

extension Kind {
    /// An order as it is typed.
    ///
    /// - Throws: `StoreError.refused` when it is none, or there is no such column.
    package func order(_ text: String) throws -> ListOrder {
        guard var order = ListOrder(text) else {
            throw StoreError.refused(say("The order is a column, or a column and desc as in name,desc."))
        }
        order.column = try column(order.column).name
        return order
    }

    /// Columns as they are typed, with commas between them.
    ///
    /// - Throws: `StoreError.refused` for the first that is not there.
    package func columns(_ text: String) throws -> [ListColumn] {
        try text.split(separator: ",").map { try column($0.trimmingSpaces().lowercased()) }
    }

    private func column(_ word: String) throws -> ListColumn {
        if let column = listColumn(word) { return column }
        let names = allListColumns.map(\.name)
        if let near = nearest(to: word, among: names) {
            throw StoreError.refused(say("There is no column \(visible(word)); did you mean \(near)?"))
        }
        throw StoreError.refused(
            say("There is no column \(visible(word)); columns are \(names.joined(separator: ", "))."))
    }
}
