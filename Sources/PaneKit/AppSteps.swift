import Screen

/// Doing what a pane asked for.

extension App {
    mutating func take(_ step: Step) throws {
        needsDraw = true
        switch step {
        case .stay: break
        case .open(var pane):
            try pane.refresh()
            state.stacks[state.active].append(pane)
        case .back:
            if depth > 1 { state.stacks[state.active].removeLast() }
            try refreshVisible()
        case .replace(var pane):
            try pane.refresh()
            if depth > 0 { state.stacks[state.active].removeLast() }
            state.stacks[state.active].append(pane)
        case .say(let text, let role): message = (text, role)
        case .ask(let question): state.question = question
        case .tab(let index): try show(tab: index)
        case .edit(let edit): state.effects.append(.edit(edit))
        case .run(let work): self.work = try RunningWork(work, executable: program.executable)
        case .start(let launch): try start(launch)
        case .sequence(let steps): for step in steps { try take(step) }
        case .copy(let text): state.effects.append(.copy(text))
        case .refresh: try refreshVisible()
        case .press(let keys): for key in keys { try strike(key) }
        case .change(let body): try change(body)
        case .stop: state.effects.append(.stop)
        case .quit: state.effects.append(.quit)
        }
    }

    mutating func show(tab index: Int) throws {
        guard program.tabs.indices.contains(index) else { return }
        state.active = index
        if state.stacks[index].isEmpty { state.stacks[index] = [try program.tabs[index].make()] }
        try refreshVisible()
    }

    private mutating func change(_ body: (inout any Pane) throws -> Step?) throws {
        for index in state.stacks[state.active].indices.reversed() {
            if let step = try body(&state.stacks[state.active][index]) { return try take(step) }
        }
    }

    mutating func refreshVisible() throws {
        for index in visibleIndices { try state.stacks[state.active][index].refresh() }
    }

    /// The uppermost full pane and what floats over it.
    var visibleIndices: Range<Int> {
        let stack = state.stacks[state.active]
        return (stack.lastIndex { $0.placement == .body } ?? 0)..<stack.count
    }

    /// Tells every visible pane where it stands.
    mutating func layout() {
        guard hasRoom else { return }
        for index in visibleIndices {
            do {
                let area = inside(state.stacks[state.active][index])
                try state.stacks[state.active][index].layout(in: area)
            } catch {
                message = (String(describing: error), .bad)
            }
        }
    }
}
