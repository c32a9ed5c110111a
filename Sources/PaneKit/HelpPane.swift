import Screen
import Words

/// The keys of a pane, made from its table: grouped by what they are for, narrowed by typing.
struct HelpPane: Pane {
    private let groups: [(title: String, actions: [Action])]
    private let subject: String
    private var prompt: Prompt?
    private var query = ""
    private var top = 0
    private var area = Rect.zero

    /// - Parameters:
    ///   - actions: the pane's own.
    ///   - globals: those of every pane; empty for a form, whose keys are of one kind.
    init(title: String, actions: [Action], globals: [Action]) {
        subject = title
        let own = actions.acting
        if globals.isEmpty {
            groups = [("", own)]
        } else {
            groups = KeyGroup.allCases.map { group in
                (
                    group.title,
                    group == .everywhere ? globals.besides(actions).acting : own.filter { KeyGroup(of: $0) == group }
                )
            }
        }
    }

    var title: String { say("Keys: \(subject)") }
    /// As wide as most rows need, as high as all of them.
    var placement: Placement { .floating(width: 76, height: lines(of: "", width: 76).count + header) }
    var isModal: Bool { true }

    static var bindings: [Binding<HelpPane>] {
        [
            Binding("j", "<Down>", label: say("down"), help: say("Scrolls down.")) { $0.scroll(by: 1) },
            Binding("k", "<Up>", label: say("up"), help: say("Scrolls up.")) { $0.scroll(by: -1) },
            Binding("<PgDn>", "<Space>", help: say("Scrolls down a page.")) { $0.scroll(by: $0.room) },
            Binding("<PgUp>", help: say("Scrolls up a page.")) { $0.scroll(by: -$0.room) },
            Binding("gg", "<Home>", help: say("Scrolls to the first line.")) { $0.scroll(by: -$0.top) },
            Binding("G", "<End>", help: say("Scrolls to the last line.")) { $0.scroll(by: .max / 2) },
            Binding("/", label: say("narrow"), help: say("Shows only the keys whose help holds what you type.")) {
                pane in
                pane.prompt = Prompt("/", text: pane.query)
                return .stay
            },
            Binding(
                "<Esc>", label: say("show all"), help: say("Shows all keys again."), rank: 0,
                unavailable: { $0.query.isEmpty ? say("All are shown.") : nil }
            ) { pane in
                pane.query = ""
                return .stay
            },
            Binding(
                "<Esc>", "q", "?", "<Enter>", label: say("back"), help: say("Goes back."), rank: 0,
                unavailable: { $0.query.isEmpty ? nil : say("Esc shows all first.") }
            ) { _ in .back },
            Binding("q", "?", "<Enter>", help: "") { _ in .back },
        ]
    }

    mutating func handle(_ event: Event) throws -> Step? {
        if case .mouse(let mouse) = event, mouse.action == .wheelDown || mouse.action == .wheelUp {
            return scroll(by: mouse.action == .wheelDown ? 3 : -3)
        }
        switch prompt?.handle(event) {
        case .changed(let text): (query, top) = (text, 0)
        case .accepted: prompt = nil
        case .cancelled: (prompt, query) = (nil, "")
        case .handled: break
        case nil:
            guard prompt != nil, case .key(let key) = event else { return nil }
            if key == .down || key == .up { return scroll(by: key == .down ? 1 : -1) }
            return [.pageDown, .pageUp].contains(key) ? nil : .stay
        }
        return .stay
    }

    // MARK: Lines

    /// Columns of the keys.
    private static let keyWidth = 13

    private func lines(of query: String, width: Int) -> [StyledText] {
        var lines: [StyledText] = []
        for (title, actions) in groups {
            let rows = actions.filter { matches($0, query) }
            if rows.isEmpty { continue }
            if !lines.isEmpty { lines.append("") }
            if !title.isEmpty { lines.append(StyledText(title.uppercased(), .dim.bold)) }
            for action in rows { lines += Self.lines(of: action, width: width) }
        }
        return lines
    }

    private func matches(_ action: Action, _ query: String) -> Bool {
        let text = ([action.label, action.help, action.unavailable ?? ""] + names(action.keys, or: action.name))
            .joined(separator: " ").lowercased()
        return query.lowercased().split(separator: " ").allSatisfy { text.contains($0) }
    }

    /// Keys and help; for a key that cannot act now all dim, with the reason behind it or in the next line.
    private static func lines(of action: Action, width: Int) -> [StyledText] {
        let keys = names(action.keys, or: action.name).joined(separator: " ")
        let room = max(10, width - keyWidth - 1)
        let isOn = action.unavailable == nil
        var texts = wrap(action.help, width: room).map { StyledText($0, isOn ? .normal : .dim) }
        if let reason = action.unavailable {
            let end = texts.last?.width ?? 0
            if end + displayWidth(of: reason) + 3 <= room {
                texts[texts.count - 1] += StyledText(" (" + reason + ")", .dim)
            } else {
                texts += wrap("(" + reason + ")", width: room).map { StyledText($0, .dim) }
            }
        }
        return texts.enumerated().map { index, text in
            StyledText(pad(index == 0 ? keys : "", keyWidth) + " ", isOn ? .accent.bold : .dim) + text
        }
    }

    // MARK: Drawing

    private var header: Int { prompt != nil || !query.isEmpty ? 2 : 0 }
    private var room: Int { max(1, area.height - header) }

    private mutating func scroll(by count: Int) -> Step {
        top = max(0, min(top + count, lines(of: query, width: area.width).count - room))
        return .stay
    }

    mutating func layout(in area: Rect) throws {
        self.area = area
        _ = scroll(by: 0)
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        if let prompt {
            prompt.draw(on: &canvas, in: area)
        } else if !query.isEmpty {
            canvas.write(
                StyledText("/ ", .accent.bold) + StyledText(query), x: area.x + 1, y: area.y, width: area.width - 1)
        }
        let lines = lines(of: query, width: area.width)
        let list = area.inset(top: header)
        for (row, line) in lines.dropFirst(top).prefix(list.height).enumerated() {
            canvas.write(line, x: list.x, y: list.y + row, width: list.width)
        }
        if lines.isEmpty {
            canvas.write(
                say("No key does that; Esc shows all."), x: list.x + 1, y: list.y, style: .dim, width: list.width)
        }
        let right = list.right - 1
        if top > 0 { canvas.write(Glyphs.up, x: right, y: list.y, style: .accent) }
        if top + list.height < lines.count { canvas.write(Glyphs.down, x: right, y: list.bottom - 1, style: .accent) }
    }
}
