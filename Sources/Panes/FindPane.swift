import PaneKit
import Sales
import Screen
import Storage
import Words

/// Ctrl-F: anything anywhere, over what one was doing. Found while one types; Tab goes to what was found, where the verb keys act.
/// As long as nothing is typed, what was opened lately is shown.
struct FindPane: Desk {
    let office: Office
    private var editor = TextEditor()
    private var finding: Finding?
    private var latest = LatestTexts()
    /// As long as nothing is typed, what every letter asks for is read.
    private var isPreparing = true
    /// What is shown, the best first.
    private var refs: [Ref] = []
    private var table = ListTable(columns: FoundLook.columns)
    /// The rows of the table's window, and which they are.
    private var rows: [Ref: ListRow] = [:]
    /// How those look with what is typed marked.
    private var looks: [Ref: ListTable.Row] = [:]
    /// The keys go to the line, not to what was found.
    private var isTyped = true
    /// The cursor was moved: it then stays on its record when more is found.
    private var isMoved = false

    init(office: Office) { self.office = office }

    var title: String { say("Find anything") }
    var placement: Placement { .floating(width: 92, height: 22) }
    var isModal: Bool { isTyped }
    var isUnfinished: Bool { finding.map { !$0.isFinished } ?? isPreparing }
    private var isLooking: Bool { finding?.isFinished == false }
    var target: Ref? { refs.indices.contains(table.selected) ? refs[table.selected] : nil }

    var status: StyledText? {
        guard let finding else { return nil }
        let isAll = finding.isFinished && !finding.isCut
        return StyledText(say("\(refs.count)\(isAll ? "" : "+") found"), .dim)
    }

    static var bindings: [Binding<FindPane>] {
        func whileTyping(_ isTyped: Bool, _ binding: Binding<FindPane>) -> Binding<FindPane> {
            var bound = binding
            bound.unavailable = {
                if $0.isTyped == isTyped { return binding.unavailable($0) }
                return isTyped ? say("No line is typed.") : say("Tab first goes to what was found.")
            }
            return bound
        }
        let open = Binding<FindPane>(
            "<Enter>", label: say("open"), help: say("Opens the record under the cursor."), rank: 0,
            unavailable: { $0.target == nil ? say("Nothing was found.") : nil }
        ) { $0.office.open($0.target!) }
        let typing: [Binding<FindPane>] = [
            Binding(
                "<Tab>", label: say("act"), help: say("Goes to what was found, where the verb keys act; and back."),
                rank: 0, unavailable: { $0.refs.isEmpty ? say("Nothing was found.") : nil }
            ) { $0.type(false) },
            Binding(
                "<C-n>", "<Down>", label: say("next"), help: say("Moves to the next line."),
                unavailable: { $0.refs.isEmpty ? say("Nothing was found.") : nil }
            ) { $0.move(.down) },
            Binding("<C-p>", "<Up>", help: say("Moves to the line before.")) { $0.move(.up) },
            Binding("<PgDn>", help: say("Moves down by a page.")) { $0.move(.pageDown) },
            Binding("<PgUp>", help: say("Moves up by a page.")) { $0.move(.pageUp) },
        ]
        let acting: [Binding<FindPane>] =
            [
                Binding("<Tab>", "/", "<C-f>", label: say("type"), help: say("Goes back to the line that is typed.")) {
                    $0.type(true)
                }
            ] + verbs(FindPane.self) + ListTable.bindings(\.table)
        return [open] + typing.map { whileTyping(true, $0) } + acting.map { whileTyping(false, $0) }
    }

    private mutating func type(_ isTyped: Bool) -> Step {
        self.isTyped = isTyped
        return .stay
    }

    private mutating func move(_ key: Key) -> Step {
        isMoved = table.handle(.key(key)) || isMoved
        return .stay
    }

    mutating func refresh() throws {
        rows = [:]
        try look(anew: false)
    }

    /// Looks for what is typed.
    ///
    /// - Parameter anew: what is typed is another text, and the cursor goes to the best.
    private mutating func look(anew: Bool) throws {
        let target = anew ? nil : target
        let filter = Filter(finding: editor.text)
        let office = office
        looks = [:]
        if anew { isMoved = false }
        if filter.isEmpty {
            finding = nil
            let opened = office.opened
            refs = try office.read { transaction in try opened.filter { try transaction.exists($0) } }
        } else {
            var finding = Finding(filter, opened: office.opened, latest: latest)
            try office.read { _ = try finding.goOn(in: $0, milliseconds: 1, atMost: 4) }
            self.finding = finding
            refs = finding.hits.map(\.ref)
        }
        show(on: target)
        if refs.isEmpty, finding?.isFinished != false { isTyped = true }
    }

    private mutating func show(on target: Ref?) {
        table.sections = [.init(finding == nil ? say("Opened lately") : "", count: refs.count)]
        table.select(target.flatMap { refs.firstIndex(of: $0) } ?? (isMoved ? table.selected : 0))
    }

    /// Looks until something is found: before Enter opens it, and before Tab goes to it.
    private mutating func settle() throws {
        guard var finding else { return }
        let office = office
        try office.read { transaction in
            while finding.hits.isEmpty, !finding.isFinished {
                _ = try finding.goOn(in: transaction, milliseconds: 1, heedsKeys: false)
            }
        }
        self.finding = finding
        refs = finding.hits.map(\.ref)
        show(on: nil)
    }

    mutating func goOn() throws -> Bool {
        let office = office
        guard var finding else {
            isPreparing = try office.read { try latest.prepare(in: $0) }
            return false
        }
        let target = isMoved || !isTyped ? target : nil
        let shown = refs[table.window.clamped(to: refs.indices)]
        if try office.read({ try finding.goOn(in: $0, milliseconds: 8) }) {
            refs = finding.hits.map(\.ref)
            show(on: target)
        }
        self.finding = finding
        // More below what is seen is not worth a drawing.
        return finding.isFinished || refs[table.window.clamped(to: refs.indices)] != shown
    }

    mutating func walk(by step: Int) throws -> Ref? {
        let next = table.selected + step
        guard refs.indices.contains(next) else { return nil }
        table.select(next)
        isMoved = true
        return target
    }

    mutating func layout(in area: Rect) throws {
        table.layout(in: area.inset(top: 2))
        let missing = table.window.map { refs[$0] }.filter { looks[$0] == nil }
        if missing.isEmpty { return }
        let office = office
        let unread = missing.filter { rows[$0] == nil }
        try office.read { transaction in
            for (kind, refs) in Dictionary(grouping: unread, by: \.kind) {
                let query = ListQuery(kind, columns: FoundLook.queried(kind))
                for row in try transaction.rows(query, ids: refs.map(\.id)) { rows[row.ref] = row }
            }
        }
        let look = FoundLook(office: office, words: finding?.filter.words ?? [])
        for ref in missing { looks[ref] = rows[ref].map(look.row) }
    }

    mutating func handle(_ event: Event) throws -> Step? {
        if let step = table.mouse(event) {
            isMoved = true
            return step
        }
        if case .mouse = event { return .stay }
        if [.key(.enter), .key(.tab)].contains(event), refs.isEmpty, isLooking { try settle() }
        guard isTyped, !Self.isForMoving(event) else { return nil }
        let before = editor.text
        guard editor.handle(event) else { return nil }
        if editor.text != before { try look(anew: true) }
        return .stay
    }

    /// What the line would take for itself.
    private static func isForMoving(_ event: Event) -> Bool {
        guard case .key(let key) = event else { return false }
        return [.enter, .tab, .escape, .up, .down, .pageUp, .pageDown, .control("n"), .control("p")].contains(key)
    }

    /// What stands where nothing is found.
    private var hint: String {
        if finding == nil {
            return say("Type a few letters: of a name, its pinyin initials, the last digits of a phone, a company.")
        }
        let isTerm = Kind.main.contains { kind in
            let filter = try? kind.filter(editor.text, clock: office.clock, currency: office.currency)
            return filter?.groups.joined().contains { if case .field = $0.test { true } else { false } } == true
        }
        return isTerm
            ? say("Here only words are looked for; a field narrows a list: 2 or another pane, then / and the same.")
            : say("Nothing holds that; a word is found by its beginning, Chinese by any part.")
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        let hint = say("name, pinyin, phone, company, text")
        let used = displayWidth(of: editor.text)
        if used + displayWidth(of: hint) + 4 < area.width {
            canvas.write(hint, x: area.x, y: area.y, style: .dim, width: area.width - 1, align: .right)
        }
        let line = Rect(x: area.x + 1, y: area.y, width: area.width - 2, height: 1)
        editor.draw(on: &canvas, in: line, style: .normal, focused: isTyped)
        canvas.rule(x: area.x, y: area.y + 1, width: area.width)
        if refs.isEmpty {
            if isLooking { return }
            canvas.hint(self.hint, in: area.inset(left: 3, top: 3, right: 1))
            return
        }
        table.draw(table.window.map { looks[refs[$0]] ?? ListTable.Row([]) }, on: &canvas)
    }
}
