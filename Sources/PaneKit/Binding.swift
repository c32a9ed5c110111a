package import Screen

/// A row of a key table.

/// A key and what it does on a pane.
package struct Binding<Owner> {
    /// Each a sequence that does it: `gg` is two keys.
    package var keys: [[Key]]
    /// How the keys are shown, such as `j k`.
    package var name: String
    /// One or two words for the hint bar; empty when it is not worth a place there.
    package var label: String
    /// A full sentence for help, palette and manual; empty for another key of a row that has it.
    package var help: String
    /// Which hints stay when there is not room for all: the low ones.
    package var rank: Int
    /// Why it cannot act now; nil when it can.
    package var unavailable: (Owner) -> String?
    package var run: (inout Owner) throws -> Step

    /// - Parameter keys: in the notation of `Key.parse`, each string one sequence. The first is shown, unless `name` is given.
    package init(
        _ keys: String..., name: String? = nil, label: String = "", help: String, rank: Int = 1,
        unavailable: @escaping (Owner) -> String? = { _ in nil }, run: @escaping (inout Owner) throws -> Step
    ) {
        self.keys = keys.map(Key.parse)
        self.name = name ?? shownName(of: self.keys.first ?? [])
        self.label = label
        self.help = help
        self.rank = rank
        self.unavailable = unavailable
        self.run = run
    }
}

/// A key that works on every pane.
package struct GlobalBinding {
    var action: Action
    var run: () throws -> Step

    package init(
        _ keys: String..., name: String? = nil, label: String = "", help: String, rank: Int = 3,
        unavailable: String? = nil, run: @escaping () throws -> Step
    ) {
        let sequences = keys.map(Key.parse)
        action = Action(
            keys: sequences, name: name ?? shownName(of: sequences.first ?? []), label: label, help: help, rank: rank,
            unavailable: unavailable)
        self.run = run
    }
}

/// A binding without the type of its pane, asked whether it can act now.
struct Action {
    var keys: [[Key]]
    var name: String
    var label: String
    var help: String
    var rank: Int
    /// Why it cannot act now; nil when it can. Asked anew each time: of most actions nobody wants to know at most keys.
    var unavailable: String? { reason() }
    private let reason: () -> String?

    init(
        keys: [[Key]], name: String, label: String, help: String, rank: Int,
        unavailable: @autoclosure @escaping () -> String?
    ) {
        self.keys = keys
        self.name = name
        self.label = label
        self.help = help
        self.rank = rank
        reason = unavailable
    }
}

/// `gg`, `Ctrl-S`, `z 1`: letters stand together, names apart.
func shownName(of keys: [Key]) -> String {
    let names = keys.map(\.name)
    return names.joined(separator: names.allSatisfy { $0.count == 1 } ? "" : " ")
}
