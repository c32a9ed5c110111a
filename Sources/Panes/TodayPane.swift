import PaneKit
import Sales
import Screen
import Storage
import Words

/// Today: what is overdue, due today and in the next seven days, whom one is losing, what was promised, and what nothing is
/// planned for.
struct TodayPane: Chooser {
    let office: Office
    private var source = AgendaSource()
    var table = ListTable(columns: [
        .init(width: 7), .init(width: 16, least: 8), .init(width: 24, least: 8, grows: true),
        .init(width: 11, least: 9, align: .right),
    ])
    /// The brief of whom the cursor is on, where there is room beside the list.
    private var beside = BriefBeside()
    private var isEmptyFile = false
    /// What was shown last: a new minute shows other distances.
    private var shownAt: String = ""
    private var sideArea = Rect.zero

    init(office: Office) {
        self.office = office
    }

    var title: String { say("Today") }
    var selection = Selection()

    private var selected: Agenda.Item? { source[table.selected] }
    var target: Ref? { selected?.ref }

    /// Whom the item under the cursor is about.
    private var subject: Ref? {
        guard let item = selected else { return nil }
        if item.ref.kind == .opportunity { return item.ref }
        return item.contactID.map { Ref(.contact, $0) } ?? item.companyID.map { Ref(.company, $0) }
            ?? item.opportunityID.map { Ref(.opportunity, $0) }
    }

    static var bindings: [Binding<TodayPane>] {
        let first: [Binding<TodayPane>] = [
            Binding(
                "i", label: say("import"), help: say("Brings in an address book or a deal list."), rank: 0,
                unavailable: { $0.whenFilled }
            ) {
                $0.office.importFiles()
            },
            Binding("i", help: "") { $0.office.importFiles() },
            Binding(
                "D", label: say("demo"), help: say("Fills the file with a demo territory; u takes it out again."),
                rank: 0, unavailable: { $0.whenFilled }
            ) {
                try $0.office.fillWithDemo()
            },
            Binding(
                "n", label: say("new contact"), help: say("Adds your first contact."), rank: 0,
                unavailable: { $0.whenFilled }
            ) {
                try $0.office.addContact()
            },
        ]
        let own: [Binding<TodayPane>] = [
            Binding(
                "<Enter>", help: say("Opens the record of whom the line is about."), unavailable: { $0.needsSomebody() }
            ) { pane in
                pane.subject.map { pane.office.open($0) } ?? pane.office.open(pane.target!)
            },
            Binding(
                "r", label: say("work"),
                help: say(
                    "Works through what is due, what is worth most first: one record a screen, one key a decision; below that, through the section."
                ),
                rank: 3, unavailable: { $0.table.isEmpty ? say("There is nothing to work through here.") : nil }
            ) { try $0.work() },
            Binding(
                "S", help: say("Spreads the overdue follow-ups, or those selected, over the coming working days."),
                unavailable: { $0.whyNoPile }
            ) { pane in
                // Only meetings may be overdue, and those are not put off by a machine.
                let pile = try pane.pile()
                return pile.isEmpty ? .say(nothingToSpread, .attention) : try pane.office.spread(pile, then: deselected)
            },
        ]
        let shared = verbs(TodayPane.self).map { binding in
            var own = binding
            switch binding.name.first {
            // Here only what is due is deleted: the contact behind a line stays.
            case "d": own.unavailable = { $0.needsDueOrPromise() }
            case "z": own.unavailable = { $0.whyNotPutOff ?? binding.unavailable($0) }
            default: break
            }
            return own
        }
        return selecting(TodayPane.self) + own + shared + ListTable.bindings(\.table) + first
    }

    /// What is overdue in the order of its worth, then what is due today in that of the clock; what the cursor is on comes first.
    /// Behind that each section is a list of its own.
    private mutating func work() throws -> Step {
        let (overdue, today) = (source.count(.overdue), source.count(.today))
        let part = source.part(of: table.selected)
        if selection.isEmpty, let part, ![.overdue, .today].contains(part) {
            return try office.work(Self.title(part), count: source.count(part)) { [office] in
                try office.read { try $0.agendaItems(part, 0..<$0.agendaCount(part)).map(\.ref) }
            }
        }
        let (selected, office) = (selection.sorted, office)
        return try office.work(title, count: selected.isEmpty ? overdue + today : selected.count, place: .today) {
            try office.read { transaction in
                if !selected.isEmpty {
                    let due = try transaction.byWorth(selected)
                    return due + selected.filter { !due.contains($0) }
                }
                let late = try transaction.byWorth(transaction.agendaItems(.overdue, 0..<overdue).map(\.ref))
                let dated = try transaction.agendaItems(.today, 0..<today).map(\.ref)
                return part == .today ? dated + late : late + dated
            }
        }
    }

    /// What `S` spreads.
    private func pile() throws -> [Ref] {
        let refs =
            try selection.isEmpty
            ? office.read { try $0.agendaItems(.overdue, 0..<$0.agendaCount(.overdue)) }.map(\.ref) : selection.sorted
        return refs.filter { $0.kind == .followUp }
    }

    private var whyNoPile: String? {
        let isPile = selection.isEmpty ? source.count(.overdue) > 0 : selection.kinds.contains(.followUp)
        return isPile ? nil : Self.nothingToSpread
    }

    private var whyNotPutOff: String? {
        guard selection.isEmpty, source.part(of: table.selected) == .losingTouch else { return nil }
        return say("Nothing is set here that could be put off; f sets a next step, c logs a call.")
    }

    private static var nothingToSpread: String { say("No follow-up is overdue; there is nothing to spread.") }

    mutating func refs(_ lines: Range<Int>) throws -> [Ref] {
        try load(lines)
        return lines.compactMap { source[$0]?.ref }
    }

    mutating func allRefs() throws -> [Ref] {
        try office.read { transaction in
            try source.parts.flatMap { try transaction.agendaItems($0.part, 0..<$0.count).map(\.ref) }
        }
    }

    mutating func walk(by step: Int) throws -> Ref? {
        guard (0..<table.count).contains(table.selected + step) else { return nil }
        table.select(table.selected + step)
        try load(table.selected..<table.selected + 1)
        return subject ?? target
    }

    private mutating func load(_ lines: Range<Int>) throws {
        let office = office
        try office.read { try source.load(lines, in: $0) }
    }

    var status: StyledText? {
        selection.isEmpty
            ? nil : StyledText(say("\(selection.count) selected") + "  ", .accent.bold) + office.status
    }

    private var whenFilled: String? { isEmptyFile ? nil : say("Use `:` for that; the file is not empty.") }

    mutating func refresh() throws {
        let (before, part, line) = (target, source.part(of: table.selected), table.selected)
        let office = office
        let isChanged = try office.read { transaction in
            guard try source.reload(in: transaction) else { return false }
            isEmptyFile = try transaction.isEmpty()
            try source.load(line..<line + 1, in: transaction)
            try selection.keep { try transaction.isListed($0) }
            return true
        }
        if !isChanged { return }
        table.sections = source.parts.map { .init(Self.title($0.part), style: Self.style($0.part), count: $0.count) }
        // The cursor follows its line within a part. What was handled and went elsewhere leaves it where it was, on the next line:
        // so one works through a pile.
        if let before, let now = source.line(of: before, in: part) { table.select(now) }
        shownAt = office.clock.timeOfDay.description
        beside.expire()
    }

    private static func title(_ part: Agenda.Part) -> String {
        switch part {
        case .overdue: say("Overdue")
        case .today: say("Today")
        case .nextDays: say("Next 7 days")
        case .losingTouch: say("Losing touch")
        case .promises: say("Promises")
        case .nothingPlanned: say("Nothing planned")
        }
    }

    private static func style(_ part: Agenda.Part) -> Style {
        switch part {
        case .overdue: .bad
        case .today, .nothingPlanned: .attention
        case .nextDays: .normal
        case .losingTouch, .promises: .promise
        }
    }

    var isUnfinished: Bool { beside.isDue }

    mutating func goOn() throws -> Bool {
        try beside.load(office)
        return true
    }

    mutating func layout(in area: Rect) throws {
        let isWide = area.width >= 110
        let (left, rest) = area.splitLeft(isWide ? area.width * 52 / 100 : area.width)
        table.layout(in: left)
        try load(table.window)
        try drawOutSelection()
        sideArea = isWide ? rest.inset(left: 1) : .zero
        beside.show(sideArea.isEmpty ? nil : subject, office)
    }

    mutating func handle(_ event: Event) throws -> Step? {
        if event == .tick {
            guard office.clock.timeOfDay.description != shownAt else { return nil }
            try refresh()
            return .stay
        }
        return table.mouse(event)
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        if table.isEmpty {
            drawEmpty(on: &canvas, in: area)
            return
        }
        let window = table.window
        table.draw(
            window.map { index in source[index].map { row($0, source.part(of: index)) } ?? ListTable.Row([]) },
            on: &canvas)
        if !sideArea.isEmpty {
            canvas.verticalRule(x: sideArea.x - 1, y: area.y, height: area.height)
            beside.view?.draw(on: &canvas, in: sideArea)
        }
    }

    private func row(_ item: Agenda.Item, _ part: Agenda.Part?) -> ListTable.Row {
        if part == .promises { return promiseRow(item) }
        if part == .losingTouch { return losingRow(item) }
        let isOverdue = part == .overdue
        let isToday = part == .today
        let clock = office.clock
        var lead = Wording.action(item.action)
        var trail: StyledText = ""
        if let due = item.due {
            let day = due.day(in: clock.zone)
            if isOverdue {
                let days = clock.today - day
                trail = StyledText(
                    days == 0 ? due.at.map { office.dates.time($0) } ?? "" : say("\(days, "day", "days")"), .bad)
            } else if isToday, let at = due.at {
                lead = office.dates.time(at)
                if at > clock.now, at - clock.now < 3 * 3600 {
                    trail = StyledText(office.dates.distance(to: at), .attention)
                }
            } else if !isToday {
                lead = office.dates.weekday(day)
                trail = StyledText(due.at.map { office.dates.time($0) } ?? "", .dim)
            }
        } else {
            trail = StyledText(say("plan it"), .attention)
        }
        var what = item.subject
        if let money = item.money { what += ", \(money)" }
        if what.isEmpty, part != .nothingPlanned, !isToday || item.due?.at != nil {
            what = isOverdue ? "" : Wording.action(item.action)
        }
        let isTitle = item.action == "meeting" && isOverdue
        return ListTable.Row(
            [
                StyledText(lead, .dim), StyledText(item.who, .normal.bold),
                Wording.repeating(StyledText(isTitle ? say("held?") + " " + what : what), item.repeat),
                trail,
            ], marked: selection.contains(item.ref))
    }

    private func losingRow(_ item: Agenda.Item) -> ListTable.Row {
        let days = item.due.map { office.clock.today - $0.on } ?? 0
        let touch = office.dates.touch(every: item.every ?? 0, last: item.since)
        return ListTable.Row(
            [
                StyledText(item.tier, .dim), StyledText(item.who, .normal.bold), StyledText(touch),
                StyledText(days > 0 ? say("\(days) over") : say("today"), .promise),
            ], marked: selection.contains(item.ref))
    }

    private func promiseRow(_ item: Agenda.Item) -> ListTable.Row {
        let isMine = item.action == "mine"
        let days = item.since.map { office.clock.today - $0 } ?? 0
        return ListTable.Row(
            [
                StyledText(isMine ? say("I owe") : say("owes me"), .dim), StyledText(item.who, .normal.bold),
                StyledText(isMine ? Glyphs.right : Glyphs.left, .promise) + StyledText(" " + item.subject),
                StyledText(days > 0 ? say("\(days, "day", "days")") : say("today"), .promise),
            ], marked: selection.contains(item.ref))
    }

    private func drawEmpty(on canvas: inout Canvas, in area: Rect) {
        let lines: [StyledText] =
            isEmptyFile
            ? [
                StyledText(say("Welcome to Kontor."), .normal.bold), "",
                StyledText(say("This file is empty. Begin with one of these:")), "",
                StyledText("i", .accent.bold)
                    + StyledText("  " + say("import an address book or a deal list (CSV, vCard)")),
                StyledText("D", .accent.bold)
                    + StyledText("  " + say("fill it with a demo territory to look around; u takes it out again")),
                StyledText("n", .accent.bold) + StyledText("  " + say("add your first contact")), "",
                StyledText(say("? shows the keys of a pane, : finds a command by its name."), .dim),
            ]
            : [
                StyledText(say("Nothing is due, and nothing is forgotten."), .good.bold), "",
                StyledText(say("f on a contact sets a follow-up; c logs a call and proposes the next step."), .dim),
            ]
        for (row, line) in lines.enumerated() {
            canvas.write(line, x: area.x + 3, y: area.y + 1 + row, width: area.width - 4)
        }
    }
}
