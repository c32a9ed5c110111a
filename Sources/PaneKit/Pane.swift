package import Screen
import Synchronization
import Words

/// A pane: a value that shows something on a part of the screen and turns keys into steps.

/// Where a pane stands.
package enum Placement: Hashable, Sendable {
    /// All of the screen between tab bar and hint bar.
    case body
    /// In a frame over what one was doing, of this size inside, as far as there is room. Below 80 columns it fills the body.
    case floating(width: Int, height: Int)
}

/// A pane holds its own state, and is copied like any value: when one of its keys fails, the App puts back what it was.
///
/// In which order the App calls it: `refresh` before it is first seen and whenever data may have changed, `layout` after
/// every event and change of size, `draw` when something changed.
package protocol Pane {
    /// The keys, which are also the hint bar, the help, the palette and the manual.
    static var bindings: [Binding<Self>] { get }

    /// Stands in the frame of a floating pane, in help and in the palette.
    var title: String { get }
    var placement: Placement { get }
    /// True when keys mean something here only: no digits for tabs, no `?`, no `:`. Forms and prompts.
    var isModal: Bool { get }
    /// Stands at the right of the hint bar in place of the program's.
    var status: StyledText? { get }

    /// True while it has something left to do for which no key should wait.
    var isUnfinished: Bool { get }

    /// Loads what it shows anew.
    mutating func refresh() throws
    /// Does a little of what is left, for about ten milliseconds; called again and again as long as nobody types.
    ///
    /// - Returns: whether there is something new to be seen.
    mutating func goOn() throws -> Bool
    /// Learns where it stands: scrolls the selection into view, loads the rows that are about to be drawn.
    mutating func layout(in area: Rect) throws
    /// Draws on the blank area; changes nothing.
    func draw(on canvas: inout Canvas, in area: Rect)
    /// Takes an event before the bindings do, for text input and the mouse; nil leaves it to the bindings. Also hears of
    /// `tick`, about once a second, and `hangUp`.
    mutating func handle(_ event: Event) throws -> Step?
}

extension Pane {
    package static var bindings: [Binding<Self>] { [] }
    package var placement: Placement { .body }
    package var isModal: Bool { false }
    package var status: StyledText? { nil }
    package var isUnfinished: Bool { false }
    package mutating func refresh() throws {}
    package mutating func goOn() throws -> Bool { false }
    package mutating func layout(in area: Rect) throws {}
    package mutating func handle(_ event: Event) throws -> Step? { nil }
}

extension Pane {
    /// The bindings as the App sees them, without the type of the pane.
    var actions: [Action] { actions(of: keptBindings(of: Self.self)) }

    /// Those of them that want a place in the hint bar.
    var hinted: [Action] { actions(of: keptBindings(of: Self.self).filter { !$0.label.isEmpty }) }

    private func actions(of bindings: [Binding<Self>]) -> [Action] {
        // One copy of the pane for all of them.
        let copy = Copy(pane: self)
        return bindings.map { binding in
            Action(
                keys: binding.keys, name: binding.name, label: binding.label, help: binding.help, rank: binding.rank,
                unavailable: binding.unavailable(copy.pane))
        }
    }

    /// Does what the binding of this index in `actions` does.
    mutating func perform(_ index: Int) throws -> Step { try keptBindings(of: Self.self)[index].run(&self) }
}

private final class Copy<P> {
    let pane: P

    init(pane: P) { self.pane = pane }
}

/// The bindings of a kind of pane. They are always the same in a language, and asked for several times at every key.
private func keptBindings<P: Pane>(of pane: P.Type) -> [Binding<P>] {
    let key = KeptBindings.Key(pane: ObjectIdentifier(pane), language: .current)
    if let kept = bindingsOfPanes.withLock({ $0[key] }) { return kept.bindings as! [Binding<P>] }
    let bindings = pane.bindings
    bindingsOfPanes.withLock { $0[key] = KeptBindings(bindings: bindings) }
    return bindings
}

private let bindingsOfPanes = Mutex<[KeptBindings.Key: KeptBindings]>([:])

/// Never changed once it is made; what its closures hold belongs to no pane.
private struct KeptBindings: @unchecked Sendable {
    struct Key: Hashable {
        let pane: ObjectIdentifier
        let language: Language
    }

    let bindings: Any
}
