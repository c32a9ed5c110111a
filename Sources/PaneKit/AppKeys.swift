import Screen
import Words

/// From an event to a step: questions, the pane's own input, key tables, the mouse.

extension App {
    mutating func dispatch(_ event: Event) throws {
        if let question = state.question {
            if case .key(let key) = event, try answer(question, key) { return }
            guard question.isOffer, event != .key(.escape) else { return }
            state.question = nil
        }
        if case .mouse(let mouse) = event, mouse.action == .click, mouse.y == 0, top?.isModal != true {
            if let tab = tabSpans.first(where: { $0.range.contains(mouse.x) }) { try show(tab: tab.index) }
            return
        }
        if state.pending.isEmpty, let step = try offer(event) { return try take(step) }
        if case .key(let key) = event { try strike(key) }
    }

    /// Lets the pane on top take the event itself.
    mutating func offer(_ event: Event) throws -> Step? {
        guard var pane = top else { return nil }
        let step = try pane.handle(event)
        setTop(pane)
        return step
    }

    private mutating func setTop(_ pane: any Pane) {
        let stack = state.stacks[state.active]
        state.stacks[state.active][stack.count - 1] = pane
    }

    /// - Returns: whether it was an answer; any other key takes the question back.
    private mutating func answer(_ question: Question, _ key: Key) throws -> Bool {
        state.question = nil
        for candidate in [key, key.narrow] {
            if let choice = question.choices.first(where: { $0.keys.contains(candidate) }) {
                try take(choice.step())
                return true
            }
        }
        return false
    }

    /// Looks a key up in the tables: the pane's first, then those of every pane.
    mutating func strike(_ key: Key) throws {
        let before = state.pending
        state.pending = []
        for candidate in key == key.narrow ? [key] : [key, key.narrow] {
            let keys = before + [candidate]
            let actions = top?.actions ?? []
            // A key may have several rows, of which one can act now.
            let rows = actions.indices.filter { actions[$0].keys.contains(keys) }
            if let index = rows.first(where: { actions[$0].unavailable == nil }) {
                return try perform(index, of: actions)
            }
            let globals = globalBindings
            let global = globals.first { $0.action.keys.contains(keys) }
            // What the pane cannot do now, the key may do on every pane.
            if let global, global.action.unavailable == nil { return try take(global.run()) }
            if let reason = rows.first.flatMap({ actions[$0].unavailable }) ?? global?.action.unavailable {
                return message = (reason, .attention)
            }
            if (actions + globals.map(\.action)).contains(where: { $0.keys.contains { $0.starts(with: keys) } }) {
                return state.pending = keys
            }
        }
        if key.isHan {
            message = (
                say("The input method is on: \(key.name) is no key here. Switch it off, or type / to search."),
                .attention
            )
        }
    }

    private mutating func perform(_ index: Int, of actions: [Action]) throws {
        guard var pane = top else { return }
        let step = try pane.perform(index)
        setTop(pane)
        try take(step)
    }

    /// What works here besides the pane's own keys. A modal pane keeps all but F1 to itself.
    var globalBindings: [GlobalBinding] {
        guard let top else { return [] }
        if top.isModal {
            return [
                GlobalBinding("<F1>", help: say("Shows the keys of this pane.")) {
                    .open(HelpPane(title: top.title, actions: top.actions, globals: []))
                },
                GlobalBinding("<Esc>", label: say("back"), help: say("Goes back.")) { .back },
                stopBinding,
            ]
        }
        return program.bindings() + ownBindings + teachingBindings(top)
    }

    private var ownBindings: [GlobalBinding] {
        let count = program.tabs.count
        let active = state.active
        let isRoot = depth <= 1
        return program.tabs.indices.prefix(9).map { index in
            GlobalBinding(String(index + 1), help: say("Shows \(program.tabs[index].name).")) { .tab(index) }
        } + [
            GlobalBinding("<Tab>", help: say("Shows the next tab.")) { .tab((active + 1) % count) },
            GlobalBinding("<S-Tab>", help: say("Shows the previous tab.")) { .tab((active + count - 1) % count) },
            GlobalBinding(
                "<Esc>", label: isRoot ? "" : say("back"), help: say("Goes back to what one was doing."), rank: 1
            ) { isRoot ? .stay : .back },
            GlobalBinding("q", help: say("Goes back; on the first pane asks whether to quit.")) {
                isRoot ? .ask(quitQuestion) : .back
            },
            GlobalBinding("Q", help: say("Quits.")) { .quit },
            stopBinding,
        ]
    }

    /// The keys that tell of all keys, the help of itself too.
    private func teachingBindings(_ top: any Pane) -> [GlobalBinding] {
        [
            GlobalBinding(":", label: say("command"), help: say("Finds a command by its name.")) {
                let others = (program.bindings() + ownBindings).map(\.action)
                return .open(PalettePane(actions: top.actions, globals: others, recents: recents))
            },
            GlobalBinding("?", "<F1>", label: say("help"), help: say("Shows the keys of this pane."), rank: 0) {
                .open(HelpPane(title: top.title, actions: top.actions, globals: globalBindings.map(\.action)))
            },
        ]
    }

    /// In text, Ctrl-Z takes back what was typed.
    private var stopBinding: GlobalBinding {
        GlobalBinding("<C-z>", help: say("Goes to the shell; `fg` there comes back.")) { .stop }
    }

    private var quitQuestion: Question {
        // The answers stand behind it.
        let known = program.farewell().map { clip($0, max(20, size.width - 30)) + ". " } ?? ""
        return Question(
            known + say("Quit?"),
            choices: [.init("qy<Enter>", say("quit")) { .quit }, .init("n<Esc>", say("stay")) { .stay }])
    }
}
