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
            .init(say("Contacts")) { ListPane(.contact, office: self) },
            .init(say("Companies"), short: say("Comp.")) { ListPane(.company, office: self) },
            .init(say("Calls")) { ListPane(.call, office: self) },
            .init(say("Meetings"), short: say("Meet.")) { ListPane(.meeting, office: self) },
            .init(say("Follow-ups"), short: say("F-ups")) { ListPane(.followUp, office: self) },
            .init(say("Pipeline"), short: say("Pipe")) { PipelinePane(office: self) },
            .init(say("Reports"), short: say("Rep.")) { ReportsPane(office: self) },
        ])
        // The same in a language, and asked for several times at every key.
        var bindings: [Language: [GlobalBinding]] = [:]
        program.bindings = {
            if let kept = bindings[.current] { return kept }
            let made = self.globalBindings
            bindings[.current] = made
            return made
        }
        program.clock = { self.dates.now }
        program.status = { self.status }
        program.comfort = { self.backupStatus(width: $0) }
        program.greeting = { self.greeting }
        program.news = { try self.news() }
        program.farewell = { self.farewell }
        return program
    }

    private var globalBindings: [GlobalBinding] {
        [
            GlobalBinding("u", help: say("Undoes the last action.")) { try self.journal(back: true) },
            GlobalBinding("<C-r>", help: say("Does the last undone action again.")) { try self.journal(back: false) },
            GlobalBinding(
                "<C-f>", label: say("find"),
                help: say("Finds anything anywhere: by name, pinyin initials, phone, company, or words of a note."),
                rank: 1
            ) { .open(FindPane(office: self)) },
            GlobalBinding("gc", help: say("New contact.")) { try self.addContact() },
            GlobalBinding("gk", help: say("New company.")) { try self.addCompany() },
            GlobalBinding("go", help: say("New deal.")) { try self.addDeal(on: nil) },
            GlobalBinding(
                "gl",
                help: say(
                    "Changes the lists that forms pick from: outcomes, stages, reasons, holidays, quotas, cadences, commission, rates, templates."
                )
            ) {
                self.choosePickList()
            },
            GlobalBinding("i", help: say("Imports an address book or a deal list.")) { self.importFiles() },
            GlobalBinding("gd", help: say("Lists the drafts: forms that were begun and not saved.")) {
                .open(DraftsPane(office: self))
            },
            GlobalBinding("g=", help: say("Lists duplicates: contacts and companies that are likely one.")) {
                .open(DuplicatesPane(office: self))
            },
            GlobalBinding("gr", help: say("Reviews the pipeline: walks each open deal.")) { try self.reviewPipeline() },
            GlobalBinding("gx", help: say("Exports everything into a folder.")) { self.exportAll() },
        ]
    }

    /// Whom this run leaves without a next step: `2 new under nothing planned: Line 3, 王伟`.
    package var farewell: String? {
        guard let names = try? store.newlyUnplanned(), !names.isEmpty else { return nil }
        let more = names.count > 5 ? Glyphs.ellipsis : ""
        return say("\(names.count) new under nothing planned: \(names.prefix(5).joined(separator: ", "))") + more
    }

    /// At the right of the hint bar, on every pane: that nothing is forgotten.
    var status: StyledText {
        // While another process writes, what was counted last stands.
        if let now = try? store.read({ try $0.nothingPlannedCount() }) { nothingPlanned = now }
        let count = nothingPlanned
        if store.isReadOnly { return draftStatus + StyledText(say("read only"), .attention) }
        return draftStatus + (timerText ?? "")
            + (count == 0
                ? StyledText(Glyphs.check + " " + say("all planned"), .good)
                : StyledText(Glyphs.dot, .attention) + StyledText(" " + say("\(count) nothing planned")))
    }

    /// The key tables as the manual shows them, in Markdown.
    package func keyTables() -> String {
        let title = """
            # Keys

            Made from the key tables of the program: `?` on any pane shows the same, `:` finds a command by its name, and the
            line at the foot of the screen shows the most useful ones.

            Lists, menus and timelines move by `j` and `k` or the arrows, by pages with PgUp and PgDn, to their ends with
            `gg` and `G`, and by the wheel of the mouse. The verb keys (`c` call, `f` follow-up, `e` edit …) act on the record
            under the cursor, in every pane the same; a key that cannot act now says why. Full-width forms of the keys
            (：？／。) are the same keys, and a Han character in place of one is answered with the hint that the input method
            is on.

            """
        let app = App(program: program(), size: Size(width: 80, height: 24))
        return title
            + [
                (say("Today"), keyTable(of: TodayPane.self)), (say("A list"), keyTable(of: ListPane.self)),
                (say("Saved views"), keyTable(of: ViewsPane.self)),
                (say("Meetings by week"), keyTable(of: WeekPane.self)),
                (say("Find anything"), keyTable(of: FindPane.self)),
                (say("Pipeline"), keyTable(of: PipelinePane.self)),
                (say("Pipeline as a table"), keyTable(of: DealTablePane.self)),
                (say("What changed in the pipeline"), keyTable(of: MovementsPane.self)),
                (say("Reports"), keyTable(of: ReportsPane.self)), (say("A record"), keyTable(of: RecordPane.self)),
                (say("Work the list"), keyTable(of: WorkPane.self)),
                (say("A pick list"), keyTable(of: PickListPane.self)),
                (say("Importing: the columns"), keyTable(of: MappingPane.self)),
                (say("Importing: what would come in"), keyTable(of: ImportPane.self)),
                (say("Importing: mappings that are kept"), keyTable(of: KeptMappingsPane.self)),
                (say("Duplicates"), keyTable(of: DuplicatesPane.self)),
                (say("Merge"), keyTable(of: MergePane<Contact>.self)),
                (say("A form"), keyTable(of: FormPane.self)), (say("Drafts"), keyTable(of: DraftsPane.self)),
                (say("Everywhere"), app.globalKeyTable),
            ].map { "\n## \($0)\n\n\($1)" }.joined()
    }
}
