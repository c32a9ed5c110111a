import PaneKit
import Sales
import Words

/// The records that were chosen for a change of several at once: by Space one after the other, by `V` from one line to another.
struct Selection {
    private(set) var refs: Set<Ref> = [] {
        didSet { kinds = Set(refs.lazy.map(\.kind)) }
    }
    /// The kinds among them, so that a key knows quickly whether it can act on all.
    private(set) var kinds: Set<Kind> = []
    /// The line where a range began that the cursor still draws out.
    private(set) var anchor: Int?
    /// What was chosen before that range.
    private var before: Set<Ref> = []

    var isEmpty: Bool { refs.isEmpty }
    var count: Int { refs.count }

    /// In an order that does not depend on the way in which they were chosen.
    var sorted: [Ref] { refs.sorted { ($0.kind.rawValue, $0.id) < ($1.kind.rawValue, $1.id) } }

    func contains(_ ref: Ref) -> Bool { refs.contains(ref) }

    mutating func toggle(_ ref: Ref) {
        anchor = nil
        if refs.remove(ref) == nil { refs.insert(ref) }
    }

    mutating func add(_ more: some Sequence<Ref>) {
        anchor = nil
        refs.formUnion(more)
    }

    /// Begins a range at a line, or ends the one that is being drawn out.
    mutating func toggleRange(at line: Int) {
        (anchor, before) = anchor == nil ? (line, refs) : (nil, [])
    }

    /// Chooses what lies between the begin of the range and the cursor, besides what was chosen before.
    mutating func extend(with range: some Sequence<Ref>) { refs = before.union(range) }

    /// Forgets what is not there any more.
    mutating func keep(where isThere: (Ref) throws -> Bool) rethrows { refs = try refs.filter(isThere) }

    mutating func clear() { self = Selection() }
}

/// A pane with a list of which several lines can be selected.
protocol Chooser: Desk {
    var table: ListTable { get set }
    /// The records that stand on some lines.
    mutating func refs(_ lines: Range<Int>) throws -> [Ref]
    /// All records of the list.
    mutating func allRefs() throws -> [Ref]
}

extension Chooser {
    /// Why what is selected cannot be merged.
    fileprivate var whyNotTwins: String? {
        let isMergeable = selection.kinds == [.contact] || selection.kinds == [.company]
        return selection.count == 2 && isMergeable
            ? nil : say("Select two contacts or two companies with Space, then = merges them; g= lists likely ones.")
    }

    /// While a range is drawn out it reaches to the cursor.
    mutating func drawOutSelection() throws {
        guard let anchor = selection.anchor else { return }
        selection.extend(with: try refs(min(anchor, table.selected)..<max(anchor, table.selected) + 1))
    }
}

/// The keys that select.
func selecting<P: Chooser>(_ type: P.Type) -> [Binding<P>] {
    [
        Binding(
            "<Esc>", label: say("deselect"), help: say("Takes the selection back."), rank: 0,
            unavailable: { $0.selection.isEmpty ? say("Nothing is selected.") : nil }
        ) { pane in
            pane.selection.clear()
            return .stay
        },
        Binding(
            "<Space>", label: say("select"), help: say("Selects the record under the cursor, and moves on."), rank: 3,
            unavailable: { $0.needsSomebody(several: true) }
        ) { pane in
            guard let target = pane.target else { return .stay }
            pane.selection.toggle(target)
            pane.table.select(pane.table.selected + 1)
            return .stay
        },
        Binding(
            "V", help: say("Selects from here to where the cursor goes; again ends the range."),
            unavailable: { $0.target == nil ? say("There is nothing under the cursor.") : nil }
        ) { pane in
            pane.selection.toggleRange(at: pane.table.selected)
            return .stay
        },
        Binding(
            "=", help: say("Merges two selected contacts or companies, side by side."), unavailable: { $0.whyNotTwins }
        ) { pane in
            let two = pane.selection.sorted
            return pane.office.merge(two[0], two[1], then: P.deselected)
        },
        Binding("<C-a>", help: say("Selects all that are shown.")) { pane in
            pane.selection.add(try pane.allRefs())
            return .stay
        },
    ]
}
