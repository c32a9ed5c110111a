import PaneKit
import Screen
import Words

/// A small program of two panes, to try the App with.

/// What the panes work on; a class, as a store would be.
final class Shelf {
    var names = ["王伟", "Ada Lovell", "李蕾 Li Lei", "Müller & Söhne", "欧阳修"]
    var isLocked = false
    var drafts: [String: Draft] = [:]
    /// A full disk.
    var cannotKeep = false

    var keeping: Drafts {
        Drafts(
            save: {
                if self.cannotKeep { throw Broken() }
                self.drafts[$0.key] = $0
            }, load: { self.drafts[$0] }, discard: { self.drafts[$0] = nil })
    }
}

struct Locked: Retryable, CustomStringConvertible {
    var description: String { "Another process is writing." }
}

struct Broken: Error, CustomStringConvertible {
    var description: String { "The shelf is broken." }
}

struct NamesPane: Pane {
    var shelf: Shelf
    var table = ListTable(
        columns: [
            .init("Name", width: 20, least: 8), .init("Remark", width: 10, least: 6, grows: true),
            .init("Age", width: 8, align: .right, priority: 1),
        ], showsTitles: true)
    var rows: [ListTable.Row] = []
    var touched = 0

    var title: String { "Names" }

    static var bindings: [Binding<NamesPane>] {
        [
            Binding("n", label: "new", help: "Adds a name.") { .open($0.form) },
            Binding(
                "d", label: "delete", help: "Deletes the name under the cursor.",
                unavailable: { $0.table.isEmpty ? "There is nothing to delete." : nil }
            ) { pane in
                let (shelf, index) = (pane.shelf, pane.table.selected)
                return .ask(
                    Question(
                        "Delete \(shelf.names[index])?",
                        choices: [
                            .init("y", "yes") {
                                if shelf.isLocked { throw Locked() }
                                shelf.names.remove(at: index)
                                return .sequence([.refresh, .say("Deleted.", .good)])
                            }, .init("n", "no") { .stay },
                        ]))
            },
            Binding("b", help: "Changes the pane, then fails.") { pane in
                pane.touched += 1
                throw Broken()
            },
            Binding("w", help: "Writes.") { pane in
                if pane.shelf.isLocked { throw Locked() }
                pane.touched += 1
                return .say("Written.", .good)
            },
            Binding("gg", help: "Goes to the first name.") { pane in
                pane.table.select(0)
                return .stay
            },
            Binding("y", help: "Copies the name.") { .copy($0.shelf.names[$0.table.selected]) },
        ]
    }

    private var form: FormPane {
        let shelf = shelf
        return FormPane(
            title: "New name",
            form: Form(
                [
                    .choice("kind", "Kind", [.init("p", "person"), .init("c", "company")]),
                    .line("name", "Name", required: true),
                    .line("age", "Age") { Int($0["age"]).map { StyledText("\($0) years", .good) } },
                    .area("note", "Note"), .check("vip", "VIP"),
                ]),
            draftKey: "name", drafts: shelf.keeping
        ) { form in
            if form["name"] == "nobody" { throw FormError(field: "name", "Nobody is no name.") }
            if shelf.isLocked { throw Locked() }
            shelf.names.append(form["name"])
            return .sequence([.back, .say("Added.", .good)])
        }
    }

    mutating func refresh() throws { table.sections = [.init(count: shelf.names.count)] }

    mutating func layout(in area: Rect) throws {
        table.layout(in: area)
        rows = table.window.map { index in
            .init([StyledText(shelf.names[index], .normal.bold), "remark", StyledText("\(index + 1) d", .bad)])
        }
    }

    func draw(on canvas: inout Canvas, in area: Rect) { table.draw(rows, on: &canvas) }

    mutating func handle(_ event: Event) throws -> Step? { table.handle(event) ? .stay : nil }
}

struct EmptyPane: Pane {
    var title: String { "Empty" }
    func draw(on canvas: inout Canvas, in area: Rect) {
        canvas.write("nothing here", x: area.x + 1, y: area.y, style: .dim)
    }
}

func demo(
    _ width: Int = 80, _ height: Int = 24, shelf: Shelf = Shelf(), program change: (inout Program) -> Void = { _ in }
)
    -> App
{
    var program = Program(
        tabs: [.init("Names") { NamesPane(shelf: shelf) }, .init("Empty tab", short: "Empty") { EmptyPane() }])
    program.clock = { "Sat 21 Nov  14:05" }
    program.status = { StyledText("● ", .attention) + "1 nothing planned" }
    program.milliseconds = { 0 }
    change(&program)
    return App(program: program, size: Size(width: width, height: height))
}
