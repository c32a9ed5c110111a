package import Screen
import Words

/// Drawing the frame: tab bar, rules, panes, hint bar.

extension App {
    /// Below this there is not room for a pane.
    static var smallest: Size { Size(width: 60, height: 20) }

    var hasRoom: Bool { size.width >= Self.smallest.width && size.height >= Self.smallest.height }

    /// Between the rule under the tab bar and the rule over the hint bar.
    package var body: Rect { Rect(x: 0, y: 2, width: size.width, height: size.height - 4) }

    /// The whole screen as it is to look now. Changes nothing.
    package func draw() -> Canvas {
        var canvas = Canvas(width: size.width, height: size.height)
        guard hasRoom else {
            drawTooSmall(on: &canvas)
            return canvas
        }
        drawTabs(on: &canvas)
        canvas.rule(x: 0, y: 1, width: size.width)
        for index in visibleIndices { draw(state.stacks[state.active][index], on: &canvas) }
        if let work {
            let frame = outside(width: 60, height: 5)
            drawFrame(title: work.work.title, in: frame, on: &canvas)
            work.draw(on: &canvas, in: inside(frame))
        }
        canvas.rule(x: 0, y: size.height - 2, width: size.width)
        drawHints(on: &canvas)
        return canvas
    }

    private func drawTooSmall(on canvas: inout Canvas) {
        let sentence = say(
            "Kontor needs a window of at least \(Self.smallest.width) by \(Self.smallest.height); this one has \(size.width) by \(size.height)."
        )
        for (row, line) in wrap(sentence, width: size.width).enumerated() {
            canvas.write(line, x: 0, y: row)
        }
    }

    // MARK: Panes

    private func draw(_ pane: any Pane, on canvas: inout Canvas) {
        if case .floating(let width, let height) = pane.placement {
            drawFrame(title: pane.title, in: outside(width: width, height: height), on: &canvas)
        }
        canvas.cursor = nil
        pane.draw(on: &canvas, in: inside(pane))
    }

    private func drawFrame(title: String, in frame: Rect, on canvas: inout Canvas) {
        if isNarrow {
            canvas.fill(frame)
            canvas.write(title, x: frame.x + 1, y: frame.y, style: .accent.bold, width: frame.width - 2)
        } else {
            canvas.box(frame, title: StyledText(title, .accent.bold))
        }
    }

    /// A pane that floats fills the body.
    var isNarrow: Bool { size.width < 80 }

    /// The frame of a floating pane of this size inside.
    private func outside(width: Int, height: Int) -> Rect {
        if isNarrow { return body }
        let roomy = body.height >= height + 4
        return body.inset(x: 2, y: roomy ? 1 : 0).centred(width: width + 4, height: height + 2)
    }

    private func inside(_ frame: Rect) -> Rect {
        isNarrow ? frame.inset(left: 1, top: 2, right: 1) : frame.inset(x: 2, y: 1)
    }

    /// Where the pane itself draws.
    func inside(_ pane: any Pane) -> Rect {
        switch pane.placement {
        case .body: body
        case .floating(let width, let height): inside(outside(width: width, height: height))
        }
    }

    // MARK: Tab bar

    /// Which columns of row 0 belong to which tab, and what stands there.
    var tabSpans: [(index: Int, range: Range<Int>, label: String)] {
        let clock = displayWidth(of: shownClock) + 2
        let full = tabSpans { _, tab in tab.name }
        if let last = full.last, last.range.upperBound + clock <= size.width { return full }
        let short = tabSpans { _, tab in tab.shortName }
        if let last = short.last, !isNarrow, last.range.upperBound <= size.width { return short }
        return tabSpans { index, tab in index == state.active ? tab.name : "" }
    }

    private func tabSpans(_ name: (Int, Program.Tab) -> String) -> [(index: Int, range: Range<Int>, label: String)] {
        var x = 1
        return program.tabs.enumerated().map { index, tab in
            let name = name(index, tab)
            let label = name.isEmpty ? " \(index + 1)" : " \(index + 1) \(name)"
            let width = displayWidth(of: label) + 1
            defer { x += width }
            return (index, x..<x + width, label + " ")
        }
    }

    private func drawTabs(on canvas: inout Canvas) {
        let spans = tabSpans
        for span in spans {
            let style = span.index == state.active ? Style.accent.reverse.bold : .dim
            canvas.write(span.label, x: span.range.lowerBound, y: 0, style: style)
        }
        let end = spans.last?.range.upperBound ?? 0
        let width = displayWidth(of: shownClock)
        if end + width + 2 <= size.width {
            canvas.write(shownClock, x: size.width - width - 1, y: 0, style: .dim)
        }
    }

    // MARK: Hint bar

    private func drawHints(on canvas: inout Canvas) {
        let y = size.height - 1
        let room = size.width - 2
        if let question = state.question {
            drawAtFoot(lines(question, room: room), on: &canvas)
        } else if let message {
            drawAtFoot(lines(message.text, Style(message.role), room: room), on: &canvas)
        } else if work != nil {
            canvas.write(hint(Key.escape.name, say("cancel")), x: 1, y: y, width: room)
        } else {
            var status = top?.status ?? program.status()
            if case let comfort = program.comfort(size.width), comfort.width > 0 { status += "   " + comfort }
            let statusWidth = min(status.width, room * 2 / 3)
            canvas.write(hints(room: room - statusWidth - 2), x: 1, y: y)
            canvas.write(status, x: size.width - 1 - statusWidth, y: y, width: statusWidth)
        }
    }

    /// In one line where there is room; else in as many as there must be, so that every answer is seen.
    private func lines(_ question: Question, room: Int) -> [StyledText] {
        var lines = wrap(question.text, width: room).map { StyledText($0, Style(question.role, .bold)) }
        for choice in question.choices {
            let answer = answer(choice.keys.first?.name ?? "", choice.label)
            if let last = lines.last, last.width + 2 + answer.width <= room {
                lines[lines.count - 1] += "  " + answer
            } else {
                lines.append(answer)
            }
        }
        return lines
    }

    /// What is said, broken between its parts where there is not room for all of it in one line.
    private func lines(_ message: String, _ style: Style, room: Int) -> [StyledText] {
        let dot = " \(Glyphs.between) "
        var lines: [String] = []
        for part in message.split(separator: dot) {
            if let last = lines.last, displayWidth(of: last + dot + part) <= room {
                lines[lines.count - 1] += dot + part
            } else {
                lines += wrap(String(part), width: room)
            }
        }
        return lines.map { StyledText($0, style) }
    }

    /// More than one line is drawn over the foot of what is above, a few at the most: a name may be as long as a book.
    private func drawAtFoot(_ all: [StyledText], on canvas: inout Canvas) {
        let most = 6
        let lines = all.count > most ? all.prefix(most - 1) + [StyledText(Glyphs.ellipsis)] : all
        let top = size.height - lines.count
        if lines.count > 1 {
            canvas.fill(Rect(x: 0, y: top - 1, width: size.width, height: lines.count + 1))
            canvas.rule(x: 0, y: top - 1, width: size.width)
        }
        for (row, line) in lines.enumerated() { canvas.write(line, x: 1, y: top + row, width: size.width - 2) }
    }

    private func hint(_ key: String, _ label: String) -> StyledText { answer(key, label) + StyledText("  ", .dim) }

    private func answer(_ key: String, _ label: String) -> StyledText {
        StyledText(key, .accent.bold) + StyledText(label.isEmpty ? "" : " " + label, .dim)
    }

    /// The hints that fit, in the order of the tables; the more important ones are chosen first. Only what can act now.
    private func hints(room: Int) -> StyledText {
        let actions = (top?.hinted ?? []) + globalBindings.map(\.action).filter { !$0.label.isEmpty }
        // To ask whether one can act takes longer than all else here: only those that may have room are asked.
        var known: [Int: Bool] = [:]
        func canAct(_ index: Int) -> Bool {
            if let known = known[index] { return known }
            let can = actions[index].unavailable == nil
            known[index] = can
            return can
        }
        // The first meaning of a key that has two, and the first key of two that do the same.
        func isWanted(_ index: Int) -> Bool {
            canAct(index)
                && !actions[..<index].indices.contains { actions[$0].name == actions[index].name && canAct($0) }
                && !actions[..<index].indices.contains { actions[$0].label == actions[index].label && isWanted($0) }
        }
        var chosen: [Int: StyledText] = [:]
        var used = -2  // the gap after the last one
        for index in actions.indices.sorted(by: { (actions[$0].rank, $0) < (actions[$1].rank, $1) })
        where isWanted(index) {
            let text = hint(actions[index].name, actions[index].label)
            if used + text.width > room { break }
            used += text.width
            chosen[index] = text
        }
        return actions.indices.reduce("") { $0 + (chosen[$1] ?? "") }
    }
}
