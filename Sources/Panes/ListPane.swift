import PaneKit
import Sales
import Screen
import Storage
import Words

/// All records of a kind in their order, narrowed by a filter line, with the brief of whom the cursor is on beside the list where
/// there is room.
struct ListPane: Chooser {
    let kind: Kind
    let office: Office
    private var source: ListSource
    var table: ListTable
    var selection = Selection()
    private(set) var arrangement: Arrangement
    /// The saved view that is on.
    private var view: SavedView?
    /// The place where the person left off was gone to.
    private var isLoaded = false
    private var filterLine = FilterLine()
    /// The filter line of a list that was opened over another pane: the records behind a number.
    private let behind: String?
    /// The view that such a list began with.
    private let viewBehind: SavedView?
    private var beside = BriefBeside()
    private var sideArea = Rect.zero
    private var listArea = Rect.zero

    /// - Parameters:
    ///   - behind: a filter line that holds as long as nothing else is typed; Esc then goes back.
    ///   - view: a saved view that is on in such a list.
    init(_ kind: Kind, office: Office, behind: String? = nil, view: SavedView? = nil) {
        self.kind = kind
        self.office = office
        self.behind = behind
        viewBehind = view
        source = ListSource(ListQuery(kind))
        arrangement = office.arrangement(kind)
        if let behind { (arrangement.line, arrangement.record) = (behind, nil) }
        if let view { arrangement.put(on: view, kind) }
        table = ListTable(columns: [], sections: [.init(count: 0)], showsTitles: true)
    }

    /// The filter line that holds; empty for all.
    private var line: String { arrangement.line }
    /// What holds is no more than the list began with.
    private var isWhole: Bool { arrangement.view == viewBehind?.uid && line == (behind ?? "") }

    var title: String { ListLook.title(kind) }
    var isModal: Bool { filterLine.isTyped }
    var target: Ref? { source[table.selected]?.ref }

    var status: StyledText? {
        if !selection.isEmpty {
            return StyledText(say("\(selection.count) selected") + "  ", .accent.bold) + office.status
        }
        if line.isEmpty && !filterLine.isTyped { return nil }
        let number = source.isExact ? "\(source.count)" : "\(source.count)+"
        return StyledText(say("\(number) \(number == "1" ? kind.name : kind.plural)") + "  ", .dim)
            + office.status
    }

    static var bindings: [Binding<ListPane>] {
        let own: [Binding<ListPane>] = [
            Binding(
                "<Enter>", label: say("open"), help: say("Opens the record under the cursor."),
                unavailable: { $0.needsSomebody() }
            ) {
                $0.office.open($0.target!)
            },
            Binding(
                "n", label: say("new"),
                help: say("Adds a record of this list; asks whom it is about where that is needed."),
                unavailable: { $0.selection.isEmpty ? nil : say("Several are selected; Esc takes the selection back.") }
            ) { try $0.addOne() },
            Binding(
                "/", label: say("narrow"),
                help: say(
                    "Narrows the list as you type: words, city:shanghai, last>30d, next:none. What you type takes the place of what holds; a space adds to it."
                )
            ) { pane in
                pane.filterLine.begin(pane.line)
                return .stay
            },
            Binding(
                "<Esc>", label: say("back"), help: "",
                unavailable: { $0.behind != nil && $0.isWhole ? nil : say("Shows all records again.") }
            ) { _ in .back },
            Binding(
                "<Esc>", label: say("show all"), help: say("Shows all records again."), rank: 2,
                unavailable: { $0.isWhole ? say("All are shown.") : nil }
            ) { pane in
                try pane.showAll()
                return .stay
            },
            Binding(
                "t", label: say("week"), help: say("Shows the meetings of a week."),
                unavailable: { $0.kind == .meeting ? nil : say("Only meetings are shown by the week.") }
            ) { .replace(WeekPane(office: $0.office)) },
            Binding("s", label: say("sort"), help: say("Sorts by a column, and chooses the columns."), rank: 3) {
                pane in
                .open(ColumnsPane(pane.kind, pane.arrangement))
            },
            Binding("v", label: say("views"), help: say("Saved views: puts one on, or saves what is shown."), rank: 3) {
                .open(ViewsPane($0.kind, office: $0.office, shown: $0.arrangement))
            },
            Binding(
                "r", label: say("work"),
                help: say("Works through the list: one record a screen, the next after each call."),
                rank: 3
            ) { pane in
                let deals = try pane.openDeals()
                if !deals.isEmpty { return try pane.office.review(pane.workTitle, deals) }
                return try pane.office.work(
                    pane.workTitle,
                    count: pane.selection.isEmpty ? pane.source.count : pane.selection.count
                ) { pane.selection.isEmpty ? try pane.allRefs() : pane.selection.sorted }
            },
            Binding("x", label: say("export"), help: say("Exports what is shown."), rank: 3) { pane in
                pane.office.export(pane.kind, query: pane.line)
            },
        ]
        let resting = selecting(ListPane.self) + own + verbs(ListPane.self) + ListTable.bindings(\.table)
        return FilterLine.bindings(
            \.filterLine, [("<Enter>", say("keep")), ("<Esc>", say("show all")), ("<Down>", say("move"))],
            resting: resting)
    }

    /// What is worked through: the view, or the list and its filter.
    private var workTitle: String {
        if !filterLine.name.isEmpty { return filterLine.name }
        return line.isEmpty || line == ListLook.usualFilter(kind) ? title : "\(title) \(line)"
    }

    /// The open deals that are selected or shown: those are reviewed. None in a list of other records.
    private func openDeals() throws -> [Int64] {
        if kind != .opportunity || selection.isEmpty && source.count > Office.longest { return [] }
        let ids = try (selection.isEmpty ? allRefs() : selection.sorted).map(\.id)
        return try office.read { try $0.open(ids) }
    }

    private func addOne() throws -> Step {
        let office = office
        switch kind {
        case .company: return try office.addCompany()
        case .call: return office.askWho(say("Log a call")) { try office.logCall(on: $0) }
        case .meeting: return office.askWho(say("Plan a meeting")) { try office.planMeeting(on: $0) }
        case .followUp: return office.askWho(say("Set a follow-up")) { try office.addFollowUp(on: $0) }
        case .opportunity: return try office.addDeal(on: nil)
        default: return try office.addContact()
        }
    }

    mutating func refresh() throws {
        try loadView()
        let position = try load(isSame: false)
        if !selection.isEmpty {
            let office = office
            try office.read { transaction in try selection.keep { try transaction.exists($0) } }
        }
        isLoaded = true
        if let added = office.takeAdded(kind) {
            let query = source.query
            if let position = try office.read({ try $0.position(of: added, in: query) }) { table.select(position) }
        } else if let position {
            table.select(position)
        }
    }

    /// Puts a saved view on; nil shows all, as at first.
    mutating func put(on view: SavedView?) throws -> Step {
        let wanted = view?.query ?? ListLook.usualFilter(kind)
        do {
            _ = try kind.filter(wanted, clock: office.clock, currency: office.currency)
        } catch {
            return .say(error.description, .bad)
        }
        if let view {
            arrangement.put(on: view, kind)
        } else {
            arrangement.takeOff(line: wanted)
            let usual = Arrangement(kind)
            (arrangement.columns, arrangement.order) = (usual.columns, usual.order)
        }
        try refresh()
        try settle()
        table.select(0)
        return .stay
    }

    /// Reads the view that is on, which may have been changed or deleted.
    private mutating func loadView() throws {
        let (office, kind, uid) = (office, kind, arrangement.view)
        view = try uid.flatMap { uid in try office.read { try $0.views(of: kind).first { $0.uid == uid } } }
        if view == nil { arrangement.forgetView() }
        nameView()
    }

    private mutating func nameView() {
        filterLine.name = view.map { $0.name + (arrangement.differs(from: $0, kind) ? "*" : "") } ?? ""
    }

    /// Waits for the first rows, before a key acts on them.
    private mutating func settle() throws {
        let office = office
        try office.read { try source.settle(in: $0) }
        table.sections = [.init(count: source.count)]
    }

    /// Takes the filter and the view off.
    private mutating func showAll() throws {
        arrangement.takeOff(line: behind ?? "")
        if let viewBehind { arrangement.put(on: viewBehind, kind) }
        filterLine.explain(nil)
        try refresh()
        table.select(0)
    }

    /// Shows other columns, or another order.
    mutating func arrange(_ arrangement: Arrangement) throws -> Step {
        let isSorted = arrangement.order != self.arrangement.order
        (self.arrangement.columns, self.arrangement.order) = (arrangement.columns, arrangement.order)
        try refresh()
        // Whoever sorts wants to see who comes first.
        if isSorted { table.select(0) }
        return .stay
    }

    mutating func refs(_ lines: Range<Int>) throws -> [Ref] {
        let office = office
        return try office.read { try source.refs(lines, in: $0) }
    }

    func allRefs() throws -> [Ref] {
        let query = source.query
        return try office.read { try $0.orderedIDs(query) }.map { Ref(kind, $0) }
    }

    mutating func walk(by step: Int) throws -> Ref? {
        let next = table.selected + step
        guard (0..<source.count).contains(next) else { return nil }
        table.select(next)
        let office = office
        try office.read { try source.load(next..<next + 1, in: $0) }
        return target
    }

    var isUnfinished: Bool { source.isUnfinished || beside.isDue || isPreparing }
    /// As long as somebody types, the list gets ready for the next letter.
    private var isPreparing: Bool { filterLine.isTyped && !source.isPrepared }

    mutating func goOn() throws -> Bool {
        if beside.isDue {
            try beside.load(self.office)
            return true
        }
        let office = office
        if !source.isUnfinished {
            try office.read { try source.prepare(in: $0, milliseconds: 8) }
            return false
        }
        let (count, isExact) = (source.count, source.isExact)
        try office.read { try source.goOn(in: $0, milliseconds: 8) }
        table.sections = [.init(count: source.count)]
        // More below the screen is not worth a drawing.
        let isShort = count < listArea.height && source.count != count
        return source.isExact != isExact || isShort || !source.holds(table.window)
    }

    /// - Parameter isSame: only the filter is another, the data are the same.
    /// - Returns: where the record under the cursor stands now.
    @discardableResult
    private mutating func load(isSame: Bool) throws -> Int? {
        let query = ListQuery(
            kind, try kind.filter(line, clock: office.clock, currency: office.currency), order: arrangement.order,
            columns: ListLook.queried(kind, arrangement))
        let row = source[table.selected]
        let office = office
        let position: Int? = try office.read { transaction in
            if isSame {
                try source.narrow(query, in: transaction)
                return nil
            }
            let left =
                try isLoaded ? nil : arrangement.record.flatMap { try transaction.rows(query, ids: [$0.id]).first }
            return try source.reload(query, around: row ?? left, in: transaction)
        }
        table.columns = ListLook.columns(kind, arrangement)
        table.sections = [.init(count: source.count)]
        if !isSame { beside.expire() }
        return position
    }

    private mutating func narrow(_ text: String) throws {
        filterLine.explain(try FilterLine.narrow(by: text) { try take($0) })
    }

    private mutating func take(_ line: String) throws {
        _ = try kind.filter(line, clock: office.clock, currency: office.currency)
        arrangement.line = line
        nameView()
        table.select(0)
        try load(isSame: true)
    }

    mutating func layout(in area: Rect) throws {
        let isWide = area.width >= 110
        let list = area.inset(top: filterLine.height(of: line, width: area.width))
        let (left, rest) = list.splitLeft(isWide ? list.width * 60 / 100 : list.width)
        listArea = left
        try loadWindow()
        try drawOutSelection()
        arrangement.record = target
        if behind == nil { office.note(arrangement, of: kind) }
        sideArea = isWide ? rest.inset(left: 1) : .zero
        beside.show(sideArea.isEmpty ? nil : target, office, isQuick: source.isExact)
    }

    /// Has the rows that are to be seen.
    private mutating func loadWindow() throws {
        table.layout(in: listArea)
        let (window, office) = (table.window, office)
        if !window.isEmpty { try office.read { try source.load(window, in: $0) } }
    }

    mutating func handle(_ event: Event) throws -> Step? {
        if case .key = event, !filterLine.isTyped, source.count == 0, source.isUnfinished {
            // Who types ahead means the first row, which no key has waited for yet.
            try settle()
            try loadWindow()
        }
        if filterLine.isTyped {
            if let (text, hint) = filterLine.complete(event, kind, office) {
                if text != line { try narrow(text) }
                return .say(hint)
            }
            switch filterLine.handle(event) {
            case .changed(let text): try narrow(text)
            case .cancelled: try showAll()
            case .accepted: try settle()
            case .handled: break
            case nil:
                if case .key(let key) = event, [.up, .down, .pageUp, .pageDown].contains(key) {
                    _ = table.handle(event)
                } else {
                    return nil
                }
            }
            return .stay
        }
        return table.mouse(event)
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        filterLine.draw(line, on: &canvas, in: area)
        if source.count == 0 {
            if filterLine.isWrong || !source.isExact { return }
            let text =
                line == ListLook.usualFilter(kind)
                ? ListLook.emptyHint(kind) : say("Nothing matches; Esc shows all.")
            canvas.write(text, x: area.x + 3, y: listArea.y + 1, style: .dim, width: area.width - 4)
            return
        }
        table.draw(
            table.window.map { line in
                guard let row = source[line] else { return ListTable.Row([]) }
                return ListLook.row(
                    row, kind, source.query.columns, shown: arrangement.columns, words: source.query.filter.words,
                    isMarked: selection.contains(row.ref), office: office)
            }, on: &canvas)
        if !sideArea.isEmpty {
            canvas.verticalRule(x: sideArea.x - 1, y: sideArea.y, height: sideArea.height)
            beside.view?.draw(on: &canvas, in: sideArea)
        }
    }
}
