package import Screen
import Words

/// Of a few things one is picked, in a frame over what one was doing: by its letter or digit, or by the cursor and Enter.
package struct MenuPane: Pane {
    package let title: String
    private var menu: Menu<() throws -> Step>

    /// What picks those without a letter of their own: the digits, then the letters that do nothing else here.
    private static let keys = Array("123456789abcdefghilmnoprstuvwxyz")

    /// - Parameters:
    ///   - items: each with what it does; those without a letter of their own get a digit, behind the ninth a letter.
    ///   - start: the item under the cursor at first: what holds now.
    package init(_ title: String, _ items: [Menu<() throws -> Step>.Item], from start: Int? = nil) {
        self.title = title
        menu = Menu(
            items.enumerated().map { index, item in
                var item = item
                if item.key == nil, index < Self.keys.count { item.key = Self.keys[index] }
                return item
            }, from: start ?? 0)
    }

    package var placement: Placement { .floating(width: 70, height: menu.items.count) }
    // Its digits are no tabs.
    package var isModal: Bool { true }

    package static var bindings: [Binding<MenuPane>] {
        [
            Binding("<Enter>", label: say("pick"), help: say("Picks what is under the cursor.")) {
                try $0.pick($0.menu.chosen)
            },
            Binding("<Esc>", "q", label: say("back"), help: say("Goes back.")) { _ in .back },
        ]
    }

    private func pick(_ act: (() throws -> Step)?) throws -> Step {
        guard let act else { return .stay }
        return .sequence([.back, try act()])
    }

    package mutating func handle(_ event: Event) throws -> Step? {
        if case .key(let key) = event, let act = menu.value(for: key) { return try pick(act) }
        return menu.handle(event) ? .stay : nil
    }

    package mutating func layout(in area: Rect) { menu.layout(in: area) }
    package func draw(on canvas: inout Canvas, in area: Rect) { menu.draw(on: &canvas, in: area) }
}
