import ArgumentParser
import Sales
import Storage
import Words

/// A saved view named on the command line.
struct ViewOption: ParsableArguments {
    @Option(help: ArgumentHelp("A saved view of the list: its filter, order and columns.", valueName: "name"))
    var view: String?

    /// The view that is named, and the filter of it and of what was typed: both hold.
    ///
    /// - Throws: `StoreError.refused` with the names that there are.
    func read(_ kind: Kind, _ typed: [String], _ errand: Errand) throws -> (view: SavedView?, filter: Filter) {
        func filter(_ line: String) throws -> Filter {
            try kind.filter(line, clock: errand.clock, currency: Settings.current.currency)
        }
        let own = try filter(typed.joined(separator: " "))
        guard let name = view else { return (nil, own) }
        let view = try errand.store(for: .reading).read { try $0.view(named: name, of: kind) }
        return (view, try filter(view.query).and(own))
    }
}

extension SavedView {
    /// - Throws: when there is no such column any more.
    func order(of kind: Kind) throws -> ListOrder? { sort.isEmpty ? nil : try kind.order(sort) }

    /// Nil for the usual ones.
    func columns(of kind: Kind) throws -> [ListColumn]? { columnNames.isEmpty ? nil : try kind.columns(columns) }
}
