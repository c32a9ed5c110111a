package import Screen
import Words

/// A list of any length of which only the rows on the screen are ever loaded.

/// Columns, sections, a selection and a window. It counts *items*, from 0 over all sections; the owner loads the rows of
/// `window` after each `layout` and gives them to `draw`.
package struct ListTable: Hashable, Sendable {
    package struct Column: Hashable, Sendable {
        package var title: String
        /// Columns of the screen that it wants, and with which it can still be read.
        package var width: Int
        package var least: Int
        package var align: Alignment
        /// 0 is never left out; of the others the highest goes first when there is not room.
        package var priority: Int
        /// Takes its share of the room that is left over.
        package var grows: Bool

        package init(
            _ title: String = "", width: Int, least: Int? = nil, align: Alignment = .left, priority: Int = 0,
            grows: Bool = false
        ) {
            self.title = title
            self.width = width
            self.least = min(least ?? width, width)
            self.align = align
            self.priority = priority
            self.grows = grows
        }
    }

    package struct Section: Hashable, Sendable {
        /// Shown in capitals; an empty one has no heading.
        package var title: String
        package var style: Style
        package var count: Int

        package init(_ title: String = "", style: Style = .normal, count: Int) {
            self.title = title
            self.style = style
            self.count = count
        }
    }

    package struct Row: Hashable, Sendable {
        /// One a column.
        package var cells: [StyledText]
        /// Chosen for a bulk action; shown by a `●` before it.
        package var isMarked: Bool

        package init(_ cells: [StyledText], marked: Bool = false) {
            self.cells = cells
            isMarked = marked
        }
    }

    package var columns: [Column]
    /// Sections without items are not shown.
    package var sections: [Section] {
        didSet { select(selected) }
    }
    /// Whether the titles of the columns stand above.
    package var showsTitles: Bool
    /// The item under the cursor; 0 when there is none.
    package private(set) var selected = 0
    /// The first line on the screen, counted over headings, items and blank lines.
    private(set) var top = 0
    private(set) var area = Rect.zero

    package init(columns: [Column], sections: [Section] = [], showsTitles: Bool = false) {
        self.columns = columns
        self.sections = sections
        self.showsTitles = showsTitles
    }

    /// Items of all sections.
    package var count: Int { sections.reduce(0) { $0 + $1.count } }
    package var isEmpty: Bool { count == 0 }

    /// Selects an item, or the nearest one that there is.
    package mutating func select(_ item: Int) { selected = max(0, min(item, count - 1)) }

    /// Rows for lines, without the titles.
    var rows: Int { max(0, area.height - (showsTitles ? 1 : 0)) }
    var firstRow: Int { area.y + (showsTitles ? 1 : 0) }

    /// Learns where it stands and scrolls the selection into view.
    package mutating func layout(in area: Rect) {
        self.area = area
        let lines = lineCount
        let line = self.line(of: selected)
        // The heading stays in view with the first item of a section.
        let upper = line > 0 && item(at: line - 1) == nil ? line - 1 : line
        top = min(top, upper)
        top = max(top, line - rows + 1, 0)
        top = min(top, max(0, lines - rows))
    }

    /// The items whose rows the owner is to load now.
    package var window: Range<Int> {
        var first: Int?
        var last = 0
        for line in top..<top + rows {
            if let item = item(at: line) {
                if first == nil { first = item }
                last = item + 1
            }
        }
        return first.map { $0..<last } ?? 0..<0
    }

    // MARK: Lines: a heading, the items, a blank between sections

    private var shownSections: [Section] { sections.filter { $0.count > 0 } }

    var lineCount: Int {
        let shown = shownSections
        return shown.reduce(max(0, shown.count - 1)) { $0 + $1.count + ($1.title.isEmpty ? 0 : 1) }
    }

    func line(of item: Int) -> Int {
        var line = 0
        var before = 0
        for section in shownSections {
            if !section.title.isEmpty { line += 1 }
            if item < before + section.count { return line + item - before }
            line += section.count + 1
            before += section.count
        }
        return 0
    }

    enum Line {
        case heading(Section)
        case item(Int)
        case blank
    }

    func content(of line: Int) -> Line {
        var start = 0
        var before = 0
        for section in shownSections {
            if !section.title.isEmpty {
                if line == start { return .heading(section) }
                start += 1
            }
            if line < start + section.count { return line < start ? .blank : .item(before + line - start) }
            start += section.count + 1
            before += section.count
        }
        return .blank
    }

    private func item(at line: Int) -> Int? {
        if case .item(let item) = content(of: line) { item } else { nil }
    }

    /// The item at a place of the screen.
    package func item(x: Int, y: Int) -> Int? {
        guard area.contains(x: x, y: y), y >= firstRow else { return nil }
        return item(at: top + y - firstRow)
    }

    // MARK: Moving

    /// Moves by the keys that every list knows, the wheel and a click; false when the event is something else.
    package mutating func handle(_ event: Event) -> Bool {
        switch event {
        case .key(let key): return handle(key)
        case .mouse(let mouse):
            switch mouse.action {
            case .wheelDown: select(selected + 3)
            case .wheelUp: select(selected - 3)
            case .click:
                guard let item = item(x: mouse.x, y: mouse.y) else { return false }
                select(item)
            default: return false
            }
            return true
        default: return false
        }
    }

    /// Takes what the mouse does: a click selects, the wheel scrolls, a double click does what Enter does.
    package mutating func mouse(_ event: Event) -> Step? {
        guard case .mouse(let mouse) = event else { return nil }
        if mouse.action == .doubleClick, let item = item(x: mouse.x, y: mouse.y) {
            select(item)
            return .press([.enter])
        }
        return handle(event) ? .stay : nil
    }

    private mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .character("j"), .down: select(selected + 1)
        case .character("k"), .up: select(selected - 1)
        case .pageDown: select(selected + max(1, rows - 1))
        case .pageUp: select(selected - max(1, rows - 1))
        case .home: select(0)
        case .character("G"), .end: select(count - 1)
        default: return false
        }
        return true
    }
}

extension ListTable {
    /// The rows of a pane's key table for moving in its list.
    package static func bindings<P: Pane>(_ table: WritableKeyPath<P, ListTable>) -> [Binding<P>] {
        func moving(_ pane: inout P, _ key: Key) -> Step {
            _ = pane[keyPath: table].handle(.key(key))
            return .stay
        }
        return [
            Binding("j", "<Down>", name: "j k", help: say("Moves to the next line.")) { moving(&$0, .down) },
            Binding("k", "<Up>", help: say("Moves to the line before.")) { moving(&$0, .up) },
            Binding("<PgDn>", help: say("Moves down by a page.")) { moving(&$0, .pageDown) },
            Binding("<PgUp>", help: say("Moves up by a page.")) { moving(&$0, .pageUp) },
            Binding("gg", "<Home>", help: say("Moves to the first line.")) { moving(&$0, .home) },
            Binding("G", "<End>", help: say("Moves to the last line.")) { moving(&$0, .end) },
        ]
    }
}
