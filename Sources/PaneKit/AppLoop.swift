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
            var event = display.next(timeout: patience)
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

    /// Does what only a display can do; true when it is time to leave.
    private mutating func perform(on display: any Display) -> Bool {
        while !state.effects.isEmpty {
            switch state.effects.removeFirst() {
            case .quit: return true
            case .copy(let text): display.copy(text)
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
