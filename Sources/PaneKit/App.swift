package import Screen
import Words

/// The frame around the panes: tabs, the stack of panes over each, and what is said in the hint bar.

/// What the program gives the App.
package struct Program {
    package struct Tab {
        package var name: String
        /// For 80 columns.
        package var shortName: String
        package var make: () throws -> any Pane

        package init(_ name: String, short: String? = nil, make: @escaping () throws -> any Pane) {
            self.name = name
            self.shortName = short ?? name
            self.make = make
        }
    }

    /// What a second brought.
    package struct News {
        /// The data changed under us.
        package var changed: Bool
        package var message: (text: String, role: Role)?
        /// What stands in the frame moves on by itself, as a running clock does.
        package var movesFrame = false
        /// Whether the terminal's bell is rung for it.
        package var rings: Bool

        package init(changed: Bool = false, message: (text: String, role: Role)? = nil, rings: Bool = false) {
            self.changed = changed
            self.message = message
            self.rings = rings
        }
    }

    package var tabs: [Tab]
    /// Keys on every pane, besides the App's own. Made anew for each key, so that they know why they cannot act now.
    package var bindings: () -> [GlobalBinding] = { [] }
    /// Date and time at the right of the tab bar.
    package var clock: () -> String = { "" }
    /// At the right of the hint bar.
    package var status: () -> StyledText = { "" }
    /// Said once, when the screen opens.
    package var greeting: () -> (text: String, role: Role)? = { nil }
    /// What should be known before one quits; nil for nothing.
    package var farewell: () -> String? = { nil }
    /// At the right of the status, where the width of the screen leaves room for what is good to know.
    package var comfort: (_ width: Int) -> StyledText = { _ in "" }
    /// Asked about once a second.
    package var news: () throws -> News = { News() }
    /// Asked each time that nobody has typed for five minutes: what may be done meanwhile.
    package var whenIdle: () throws -> Launch? = { nil }
    /// The program that a `Step.run` starts.
    package var executable = CommandLine.arguments[0]
    /// Milliseconds that only go up.
    package var milliseconds: () -> Int = monotonicMilliseconds

    package init(tabs: [Tab]) { self.tabs = tabs }
}

/// A value too: `handle` an event, `draw` a canvas. No terminal is needed for either.
package struct App {
    /// What a failed key puts back.
    struct State {
        /// Per tab its panes, the root first; empty until the tab is first seen.
        var stacks: [[any Pane]]
        var active = 0
        var question: Question?
        /// The keys of an unfinished sequence.
        var pending: [Key] = []
        var effects: [Effect] = []
    }

    /// What only a display can do.
    enum Effect {
        case edit(TextEdit)
        case copy(String)
        case ring
        case stop
        case quit
    }

    let program: Program
    /// What was run from the palette in this run of the program.
    let recents = PalettePane.Recents()
    package private(set) var size: Size
    var state: State
    var message: (text: String, role: Role)?
    /// What is tried again until no other process is in the way.
    var retrying: ((inout App) throws -> Void)?
    var work: RunningWork?
    /// The programs that run beside us.
    var launched: [Launched] = []
    /// When the news was last asked for.
    var newsAt = 0
    /// When somebody last typed, or was last found not to.
    var idleSince = 0
    var shownClock = ""
    /// The data changed, and the panes could not be loaded anew yet.
    private var isStale = false
    /// What panes left undone failed; it is tried again after the next event.
    var isHeldUp = false
    /// Something changed since the screen was last drawn.
    package internal(set) var needsDraw = true

    package init(program: Program, size: Size) {
        self.program = program
        self.size = size
        state = State(stacks: Array(repeating: [], count: program.tabs.count))
        newsAt = program.milliseconds()
        idleSince = newsAt
        shownClock = program.clock()
        message = program.greeting()
        attempt { try $0.show(tab: 0) }
        layout()
    }

    package mutating func resize(_ size: Size) {
        self.size = size
        needsDraw = true
        layout()
    }

    /// The pane that gets the keys.
    package var top: (any Pane)? { state.stacks[state.active].last }
    /// Index of the active tab.
    package var activeTab: Int { state.active }
    /// How many panes are open in the active tab.
    package var depth: Int { state.stacks[state.active].count }
    /// The line in place of the hint bar.
    package var messageText: String? { message?.text }
    /// Somebody asked to leave.
    package var wantsToQuit: Bool {
        state.effects.contains {
            if case .quit = $0 { true } else { false }
        }
    }
    /// How long the run loop may wait for the next event, in milliseconds.
    var patience: Int { retrying != nil || work != nil ? 100 : 1000 }

    /// Takes an event. Errors become messages; nothing is thrown.
    package mutating func handle(_ event: Event) {
        isHeldUp = false
        switch event {
        case .tick: tick()
        case .resize: needsDraw = true
        case .hangUp: hangUp()
        case .key, .paste, .mouse:
            needsDraw = true
            idleSince = program.milliseconds()
            if work != nil {
                if event == .key(.escape) { work?.cancel() }
                if event == .key(.control("z")) { state.effects.append(.stop) }
                return
            }
            let wasRetrying = retrying != nil
            retrying = nil
            message = nil
            // Esc while waiting for another process gives up, and no more.
            if wasRetrying, event == .key(.escape) { return }
            attempt { try $0.dispatch(event) }
        }
        layout()
    }

    /// Types a key notation, as tests and demonstrations do.
    package mutating func type(_ notation: String) {
        for key in Key.parse(notation) { handle(.key(key)) }
    }

    /// Does it whole or not at all: on an error everything is as it was, and the error's sentence is shown.
    mutating func attempt(_ body: @escaping (inout App) throws -> Void) {
        let before = state
        do {
            try body(&self)
            retrying = nil
        } catch {
            state = before
            state.pending = []
            message = (String(describing: error), .bad)
            needsDraw = true
            if error is any Retryable {
                retrying = body
            } else {
                retrying = nil
                state.question = nil
            }
        }
    }

    private mutating func tick() {
        reap()
        if let body = retrying {
            let said = message?.text
            message = nil
            attempt(body)
            needsDraw = needsDraw || message?.text != said || retrying == nil
        }
        if let work {
            if work.poll() { needsDraw = true }
            if let result = work.result {
                self.work = nil
                needsDraw = true
                attempt { try $0.take(work.work.then(result)) }
            }
        }
        guard isNewsDue else { return }
        newsAt = program.milliseconds()
        askNews()
        if work == nil, retrying == nil, newsAt - idleSince >= 300_000 {
            idleSince = newsAt
            attempt { app in try app.program.whenIdle().map { try app.start($0) } }
        }
    }

    /// About once a second.
    var isNewsDue: Bool { program.milliseconds() - newsAt >= 900 }

    private mutating func askNews() {
        let clock = program.clock()
        if clock != shownClock {
            shownClock = clock
            needsDraw = true
        }
        do {
            let news = try program.news()
            isStale = isStale || news.changed
            if isStale {
                try refreshVisible()
                isStale = false
            }
            if news.rings { state.effects.append(.ring) }
            if let text = news.message, state.question == nil, retrying == nil { message = text }
            if news.changed || news.message != nil || news.movesFrame { needsDraw = true }
        } catch is any Retryable {
            // What is shown stays until the other process lets us look.
        } catch {
            message = (String(describing: error), .bad)
            needsDraw = true
        }
        if retrying == nil, work == nil, top != nil {
            attempt { app in
                // What stands under the top may hold unfinished text too; what it answers has to wait.
                for index in 0..<app.depth - 1 { _ = try app.state.stacks[app.state.active][index].handle(.tick) }
                if let step = try app.offer(.tick) {
                    app.needsDraw = true
                    try app.take(step)
                }
            }
        }
    }

    private mutating func hangUp() {
        work?.cancel()
        for tab in state.stacks.indices {
            for index in state.stacks[tab].indices {
                // Each pane gets its chance to keep what is unsaved, even when another fails.
                _ = try? state.stacks[tab][index].handle(.hangUp)
            }
        }
        state.effects.append(.quit)
    }
}
