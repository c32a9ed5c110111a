import PaneKit
import Sales
import Screen
import Storage
import Words

/// The line over a pane that looks back: a day is typed in date words, echoed while one types, and shown while it holds.
struct DayLine {
    /// What is being typed; nil while the keys are the pane's.
    private var prompt: Prompt?
    /// The day that holds; nil for now.
    private(set) var day: Day?
    /// Why what is typed is no day that is over.
    private var problem = ""
    /// The day that is typed, as far as it is one.
    private var typed: Day?

    init(_ day: Day? = nil) { self.day = day }

    var isTyped: Bool { prompt != nil }
    /// Whether it takes a row.
    var height: Int { isTyped || day != nil ? 1 : 0 }

    mutating func begin() {
        prompt = Prompt("@")
        (problem, typed) = ("", nil)
    }

    mutating func backToNow() { day = nil }

    /// Takes what is typed.
    ///
    /// - Parameter includesToday: whether today may be meant: what changed today has a report, the board of today is the board.
    /// - Returns: false for what the pane should see. A line that is no past day is not accepted.
    mutating func handle(_ event: Event, clock: Clock, includesToday: Bool = false) -> Bool {
        guard isTyped, let answer = prompt?.handle(event) else { return false }
        switch answer {
        case .changed(let text): read(text, clock, includesToday)
        case .accepted(let text):
            read(text, clock, includesToday)
            if text.trimmingSpaces().isEmpty {
                prompt = nil
            } else if let typed {
                (day, prompt) = (typed, nil)
            }
        case .cancelled: prompt = nil
        case .handled: break
        }
        return true
    }

    private mutating func read(_ text: String, _ clock: Clock, _ includesToday: Bool) {
        (problem, typed) = ("", nil)
        if text.trimmingSpaces().isEmpty { return }
        do {
            let day = try DateWords.parse(text, clock: clock, direction: .past).day(in: clock.zone)
            if day < clock.today || includesToday && day == clock.today {
                typed = day
            } else {
                problem = say("That day is not over yet.")
            }
        } catch {
            problem = error.description
        }
    }

    /// - Parameter held: what is said of the day that holds.
    func draw(_ held: (Day) -> StyledText, dates: DateFormat, on canvas: inout Canvas, in area: Rect) {
        if let prompt {
            let echo: StyledText =
                if let typed {
                    StyledText(dates.full(typed), .good)
                } else if problem.isEmpty {
                    StyledText(say("which day? last monday, 2w, 11-02, 上周五"), .dim)
                } else {
                    StyledText(problem, .bad)
                }
            // What is typed keeps its room; the echo stands behind it.
            let left = max(12, min(displayWidth(of: prompt.text) + 8, area.width / 2))
            prompt.draw(on: &canvas, in: Rect(x: area.x, y: area.y, width: left, height: 1))
            canvas.write(echo, x: area.x + left + 1, y: area.y, width: area.width - left - 2)
        } else if let day {
            canvas.write(held(day), x: area.x + 1, y: area.y, width: area.width - 2)
        }
    }
}

/// A pane of deals that can be looked at as of a day that is over: `@`, and Esc back to today.
protocol LooksBack: Desk {
    var line: DayLine { get set }
}

extension LooksBack {
    /// Why nothing can be changed here now; nil when it can.
    var whyPast: String? {
        line.day.map { say("This is how it was on \(office.dates.full($0)); Esc returns to today.") }
    }

    /// The line as it stands over the pane.
    func drawLine(on canvas: inout Canvas, in area: Rect) {
        line.draw(
            { day in
                StyledText("@ ", .accent.bold) + StyledText(say("as of \(office.dates.full(day))"), .attention.bold)
                    + StyledText("  " + say("when it ended; only to look at"), .dim)
            }, dates: office.dates, on: &canvas, in: area)
    }

    /// Takes what is typed into the line; nil for what is not its own.
    mutating func typeDay(_ event: Event) throws -> Step? {
        guard line.isTyped else { return nil }
        let before = line.day
        guard line.handle(event, clock: office.clock) else { return .stay }
        if line.day != before { try refresh() }
        return .stay
    }

    /// The keys of the line, and those of the pane, which rest while it is typed.
    static func lookingBack(
        _ looks: [Binding<Self>], changes: [Binding<Self>]
    ) -> [Binding<Self>] {
        let own: [Binding<Self>] = [
            Binding(
                "@", label: say("as of"), help: say("Shows the pipeline as it was on a day that is over."), rank: 2
            ) { pane in
                pane.line.begin()
                return .stay
            },
            Binding(
                "C", label: say("changes"),
                help: say("Shows what changed since last Monday: new, advanced, slipped, won, lost, amounts."), rank: 2
            ) { .open(MovementsPane(office: $0.office, since: $0.line.day.map { $0 + 1 })) },
        ]
        let typing: [Binding<Self>] = [("<Enter>", say("show")), ("<Esc>", say("leave"))].map { key, label in
            Binding(
                key, label: label, help: "", rank: 0, unavailable: { $0.line.isTyped ? nil : say("No day is typed.") }
            ) { _ in .stay }
        }
        let today = Binding<Self>(
            "<Esc>", label: say("today"), help: say("Returns to the pipeline as it is today."), rank: 0,
            unavailable: { $0.line.day == nil ? say("This is today.") : nil }
        ) { pane in
            pane.line.backToNow()
            try pane.refresh()
            return .stay
        }
        let still = changes.map { binding in
            var still = binding
            still.unavailable = { $0.whyPast ?? binding.unavailable($0) }
            return still
        }
        return typing
            + ([today] + looks + own + still).map { binding in
                var resting = binding
                resting.unavailable = { $0.line.isTyped ? say("A day is being typed.") : binding.unavailable($0) }
                return resting
            }
    }
}
