package import Sales
import Words

/// Mappings of columns that are kept under a name: they are saved views of the pane `import`, whose filter is the mapping as JSON.
extension Transaction {
    /// All that are kept, in their order.
    package func mappings() throws -> [SavedView] {
        try fetchAll(SavedView.self).filter { $0.pane == SavedView.importPane }
    }

    /// The mapping of that name, whatever its case, accents or width; nil when there is none.
    package func mapping(_ name: String) throws -> SavedView? {
        let plain = folded(name.trimmingSpaces())
        return try mappings().first { folded($0.name) == plain }
    }

    /// The mapping that a person names.
    ///
    /// - Throws: `StoreError.refused` with those that there are.
    package func mapping(named name: String) throws -> SavedView {
        if let mapping = try mapping(name) { return mapping }
        let names = try mappings().map { visible($0.name) }
        if names.isEmpty { throw StoreError.refused(say("No mapping is kept yet.")) }
        throw StoreError.refused(
            say("There is no mapping “\(visible(name))”; there are: \(names.joined(separator: ", "))."))
    }
}

extension Store {
    /// Keeps a mapping under a name, in the place of one that has it already.
    package func keepMapping(_ name: String, _ text: String) throws {
        let name = name.trimmingSpaces()
        try write("Keep mapping \(name)") { transaction in
            if let old = try transaction.mapping(name) {
                var new = old
                (new.name, new.query) = (name, text)
                try transaction.update(from: old, to: new)
            } else {
                var new = SavedView()
                (new.pane, new.name, new.query) = (SavedView.importPane, name, text)
                new.position = try (transaction.mappings().map(\.position).max() ?? 0) + 10
                try transaction.insert(&new)
            }
        }
    }
}

extension SavedView {
    /// The pane of mappings.
    package static let importPane = "import"
}
