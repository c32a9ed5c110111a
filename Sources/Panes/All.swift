package import PaneKit
import Sales
import Screen
import Storage
import Words

/// The register of panes: the tab bar, the keys of every pane, and what the frame shows.
extension Office {
    package func program() -> Program {
        var program = Program(tabs: [
            .init(say("Today")) { TodayPane(office: self) },
            .init(say("Contacts")) { ContactsPane(office: self) },
            .init(say("Pipeline"), short: say("Pipe")) { PipelinePane(office: self) },
        ])
        program.bindings = { self.globalBindings }
        program.clock = { self.dates.now }
        program.status = { self.status }
        program.news = { try self.news() }
        return program
    }

    private var globalBindings: [GlobalBinding] { Office.globals { self } }

    /// The keys of every pane, for the manual.
    private static var globalKeys: [GlobalBinding] { globals { preconditionFailure("the manual runs no key") } }

    private static func globals(_ office: @escaping () -> Office) -> [GlobalBinding] {
        [
            GlobalBinding("u", help: say("Undoes the last action.")) { try office().journal(back: true) },
            GlobalBinding("<C-r>", help: say("Does the last undone action again.")) {
                try office().journal(back: false)
            },
            GlobalBinding("gc", help: say("New contact.")) { try office().addContact() },
            GlobalBinding("gk", help: say("New company.")) { try office().addCompany() },
            GlobalBinding("go", help: say("New deal.")) { try office().addDeal(on: nil) },
            GlobalBinding("i", help: say("Imports an address book or a deal list.")) { office().importFiles() },
            GlobalBinding("gx", help: say("Exports everything into a folder.")) { office().exportAll() },
        ]
    }

    /// At the right of the hint bar, on every pane: that nothing is forgotten.
    var status: StyledText {
        let count = (try? store.read { try $0.nothingPlannedCount() }) ?? 0
        if store.isReadOnly { return StyledText(say("read only"), .attention) }
        return count == 0
            ? StyledText(Glyphs.check + " " + say("all planned"), .good)
            : StyledText(Glyphs.dot, .attention) + StyledText(" " + say("\(count) nothing planned"))
    }

    /// The key tables as the manual shows them, in Markdown.
    package static func keyTables() -> String {
        let title = "# Keys\n\nMade from the key tables of the program: `?` on any pane shows the same.\n"
        return title
            + [
                (say("Today"), keyTable(of: TodayPane.self)), (say("Contacts"), keyTable(of: ContactsPane.self)),
                (say("Pipeline"), keyTable(of: PipelinePane.self)), (say("A record"), keyTable(of: RecordPane.self)),
                (say("A form"), keyTable(of: FormPane.self)), (say("Everywhere"), keyTable(of: Office.globalKeys)),
            ].map { "\n## \($0)\n\n\($1)" }.joined()
    }
}
