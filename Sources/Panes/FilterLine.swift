import PaneKit
import Sales
import Screen
import Storage
import Words

/// The line over a list that narrows it: shown while it holds, typed in place, and explained when it cannot be understood.
struct FilterLine {
    /// What is being typed; nil while the keys are the list's.
    private var prompt: Prompt?
    private var problem: FilterError?
    /// Somebody wanted to keep a line of which a term is not whole.
    private var isInsisted = false
    /// The name of the view that is on.
    var name = ""
    /// What Tab goes through, and the characters of the line where it stands.
    private var cycle: Cycle?

    private struct Cycle {
        var candidates: [String]
        /// The one that stands in the line; nil while they are only shown.
        var at: Int?
        var range: Range<Int>

        /// All of them; the one in the line in brackets, not far from the beginning.
        var shown: String {
            let words = candidates.enumerated().map { index, candidate in
                index == at && candidates.count > 1 ? "[\(candidate.trimmingSpaces())]" : candidate.trimmingSpaces()
            }
            let first = max(0, min((at ?? 0) - 2, words.count - 8))
            return (first > 0 ? Glyphs.ellipsis + "  " : "") + words[first...].joined(separator: "  ")
        }
    }

    var isTyped: Bool { prompt != nil }
    /// What is typed cannot be understood. Of a term that is not whole yet that is said only to who wants to keep the line.
    var isWrong: Bool { problem.map { !$0.isIncomplete || isInsisted } ?? false }

    mutating func begin(_ line: String) { prompt = Prompt("/", text: line) }

    /// Narrows by a line: one that cannot be understood narrows nothing, and as long as a term of it is not whole the others hold.
    ///
    /// - Parameter take: narrows, or throws why a line cannot be understood.
    /// - Returns: what is to be explained of the line.
    static func narrow(by line: String, _ take: (String) throws -> Void) throws -> FilterError? {
        do {
            try take(line)
            return nil
        } catch let error as FilterError {
            if error.isIncomplete { _ = try narrow(by: error.rest(of: line), take) }
            return error
        }
    }

    /// Says what is wrong with what is typed; nil for nothing.
    mutating func explain(_ problem: FilterError?) { (self.problem, isInsisted) = (problem, false) }

    /// Takes what is typed. A line that is wrong is not accepted.
    mutating func handle(_ event: Event) -> Prompt.Answer? {
        if event != .tick { cycle = nil }
        let answer = prompt?.handle(event)
        switch answer {
        case .accepted where problem != nil:
            isInsisted = true
            return .handled
        case .accepted: prompt = nil
        case .cancelled: (prompt, problem) = (nil, nil)
        default: break
        }
        return answer
    }

    /// Tab and Shift-Tab: completes what stands before the cursor. Of several possible ones the first Tab says which, and each further
    /// one puts the next into the line.
    ///
    /// - Returns: the line as it is now, and what is possible, for the hint bar.
    mutating func complete(_ event: Event, _ kind: Kind, _ office: Office) -> (text: String, hint: String)? {
        guard event == .key(.tab) || event == .key(.backTab) else { return nil }
        prompt?.keep()
        guard let typed = prompt else { return nil }
        if let last = cycle, last.candidates.count > 1 {
            let count = last.candidates.count
            let step = event == .key(.tab) ? 1 : count - 1
            put(last.at.map { ($0 + step) % count } ?? (event == .key(.tab) ? 0 : count - 1))
        } else {
            guard
                let completion = FilterCompletion(typed.text, at: typed.editor.cursor, fields: kind.filterFields)
            else { return (typed.text, say("Nothing is proposed here.")) }
            let candidates = completion.candidates { office.values(of: $0, of: kind, beginning: $1) }
            if candidates.isEmpty {
                let nothing =
                    completion.field.map { "\($0.name): \($0.possible())" }
                    ?? say("No field begins so; words are looked for everywhere.")
                return (typed.text, nothing)
            }
            cycle = Cycle(candidates: candidates, range: completion.range)
            if candidates.count == 1 { put(0) }
        }
        return (prompt?.text ?? "", cycle?.shown ?? "")
    }

    /// Puts a candidate into the line.
    private mutating func put(_ at: Int) {
        guard var cycle, var prompt else { return }
        prompt.editor.replace(cycle.range, with: cycle.candidates[at])
        cycle.at = at
        cycle.range = cycle.range.lowerBound..<cycle.range.lowerBound + cycle.candidates[at].count
        (self.cycle, self.prompt) = (cycle, prompt)
    }

    /// The keys of a pane over which a filter line is typed. While it is, letters are letters: the line takes the keys, and only
    /// what ends the typing stands in the hint bar.
    static func bindings<P: Pane>(
        _ line: KeyPath<P, FilterLine>, _ ends: [(key: String, label: String)], resting: [Binding<P>]
    ) -> [Binding<P>] {
        (ends.prefix(2) + [("<Tab>", say("complete"))] + ends.dropFirst(2)).map { end in
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
    func height(of line: String, width: Int) -> Int {
        (isTyped || !line.isEmpty || !name.isEmpty ? 1 : 0) + explanation(width).count
    }

    func draw(_ line: String, on canvas: inout Canvas, in area: Rect) {
        if let prompt {
            prompt.draw(on: &canvas, in: area)
            if isWrong, let problem { draw(problem, in: prompt.text, on: &canvas, area) }
        } else {
            let title = StyledText(name, .normal.bold)
            let held = line.isEmpty ? StyledText("") : StyledText("/ ", .accent.bold) + StyledText(line)
            canvas.write(
                name.isEmpty || line.isEmpty ? title + held : title + "  " + held, x: area.x + 1, y: area.y,
                width: area.width - 2)
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
        guard isWrong, let problem else { return [] }
        let lines = wrap(problem.description, width: width - 4)
        if lines.count <= 4 { return lines }
        return lines.prefix(3) + [clip(lines[3...].joined(separator: " "), width - 4)]
    }
}
