package import Screen
#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The App on a display, until somebody leaves.

/// Milliseconds since some time in the past; the clock on the wall does not move it.
package func monotonicMilliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
}

extension App {
    /// Shows, waits, handles, until a step quits or the terminal hangs up. Sends nothing while nothing changes.
    package mutating func run(on display: any Display) {
        resize(display.size)
        while true {
            if perform(on: display) { return }
            if needsDraw {
                display.show(draw())
                needsDraw = false
            }
            var event = waitForEvent(on: display)
            // A burst of keys is handled whole before it is drawn once, but never so long that the screen seems dead.
            let started = monotonicMilliseconds()
            while true {
                if event == .resize { resize(display.size) } else { handle(event) }
                if event == .tick || event == .hangUp || !state.effects.isEmpty { break }
                if monotonicMilliseconds() - started > 30 { break }
                event = display.next(timeout: 0)
                if event == .tick { break }
            }
            // Somebody who types without a pause keeps neither the clock nor the drafts waiting.
            if event != .hangUp, isNewsDue { handle(.tick) }
        }
    }

    /// The next event. While nobody types, panes finish what they left undone.
    private mutating func waitForEvent(on display: any Display) -> Event {
        guard isUnfinished else { return display.next(timeout: patience) }
        var event = display.next(timeout: 0)
        // What comes soon after each other is drawn together.
        var shown = monotonicMilliseconds()
        while event == .tick, isUnfinished {
            goOn()
            if needsDraw, !isUnfinished || monotonicMilliseconds() - shown >= 2 {
                display.show(draw())
                needsDraw = false
                shown = monotonicMilliseconds()
            }
            event = display.next(timeout: 0)
        }
        return event
    }

    /// Whether a pane that is to be seen has something left to do, and nothing is in its way.
    package var isUnfinished: Bool {
        !isHeldUp && retrying == nil && work == nil
            && visibleIndices.contains { state.stacks[state.active][$0].isUnfinished }
    }

    /// Lets the panes do a little of what is left.
    package mutating func goOn() {
        for index in visibleIndices where state.stacks[state.active][index].isUnfinished {
            do {
                if try state.stacks[state.active][index].goOn() { needsDraw = true }
            } catch is any Retryable {
                isHeldUp = true
            } catch {
                isHeldUp = true
                needsDraw = true
                message = (String(describing: error), .bad)
            }
        }
        if needsDraw { layout() }
    }

    /// Does what only a display can do; true when it is time to leave.
    private mutating func perform(on display: any Display) -> Bool {
        while !state.effects.isEmpty {
            switch state.effects.removeFirst() {
            case .quit: return true
            case .copy(let text): display.copy(text)
            case .ring: display.bell()
            case .stop:
                display.stop()
                resize(display.size)
            case .edit(let edit):
                needsDraw = true
                do {
                    let text = try display.suspend { try editInEditor(edit) }
                    finish(edit, text: text)
                } catch {
                    message = (String(describing: error), .bad)
                }
            }
        }
        return false
    }

    /// What the editor brought back.
    package mutating func finish(_ edit: TextEdit, text: String) {
        attempt { try $0.take(edit.then(text)) }
        layout()
    }
}
