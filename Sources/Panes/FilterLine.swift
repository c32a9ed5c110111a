import PaneKit
import Sales
import Screen
import Words

/// The line over a list that narrows it: shown while it holds, typed in place, and explained when it cannot be understood.
struct FilterLine {
    /// What is being typed; nil while the keys are the list's.
    private var prompt: Prompt?
    private var problem: FilterError?

    var isTyped: Bool { prompt != nil }
    /// What is typed cannot be understood.
    var isWrong: Bool { problem != nil }

    mutating func begin(_ line: String) { prompt = Prompt("/", text: line) }

    /// Says what is wrong with what is typed; nil for nothing.
    mutating func explain(_ problem: FilterError?) { self.problem = problem }

    /// Takes what is typed. A line that is wrong is not accepted.
    mutating func handle(_ event: Event) -> Prompt.Answer? {
        let answer = prompt?.handle(event)
        switch answer {
        case .accepted where isWrong: return .handled
        case .accepted: prompt = nil
        case .cancelled: (prompt, problem) = (nil, nil)
        default: break
        }
        return answer
    }

    /// The keys of a pane over which a filter line is typed. While it is, letters are letters: the line takes the keys, and only
    /// what ends the typing stands in the hint bar.
    static func bindings<P: Pane>(
        _ line: KeyPath<P, FilterLine>, _ ends: [(key: String, label: String)], resting: [Binding<P>]
    ) -> [Binding<P>] {
        ends.map { end in
            Binding(
                end.key, label: end.label, help: "", rank: 0,
                unavailable: { $0[keyPath: line].isTyped ? nil : say("No line is typed.") }
            ) { _ in .stay }
        }
            + resting.map { binding in
                var resting = binding
                resting.unavailable = {
                    $0[keyPath: line].isTyped ? say("A filter line is being typed.") : binding.unavailable($0)
                }
                return resting
            }
    }

    /// Rows that it takes.
    ///
    /// - Parameter line: what holds.
    func height(of line: String, width: Int) -> Int { (isTyped || !line.isEmpty ? 1 : 0) + explanation(width).count }

    func draw(_ line: String, on canvas: inout Canvas, in area: Rect) {
        if let prompt {
            prompt.draw(on: &canvas, in: area)
            if let problem { draw(problem, in: prompt.text, on: &canvas, area) }
        } else if !line.isEmpty {
            canvas.write(
                StyledText("/ ", .accent.bold) + StyledText(line), x: area.x + 1, y: area.y, width: area.width - 2)
        }
    }

    /// Marks the wrong term in its place, and says what is possible.
    private func draw(_ problem: FilterError, in text: String, on canvas: inout Canvas, _ area: Rect) {
        let before = displayWidth(of: String(text.prefix(problem.range.lowerBound)))
        let width = displayWidth(of: String(text.prefix(problem.range.upperBound))) - before
        canvas.restyle(Rect(x: area.x + 3 + before, y: area.y, width: width, height: 1)) { _ in .bad.underline }
        for (row, line) in explanation(area.width).enumerated() {
            canvas.write(line, x: area.x + 3, y: area.y + 1 + row, style: .bad, width: area.width - 4)
        }
    }

    private func explanation(_ width: Int) -> [String] {
        problem.map { Array(wrap($0.description, width: width - 4).prefix(4)) } ?? []
    }
}
