import CNcurses
package import Screen
#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A terminal as a place to show canvases: the only Swift that calls ncurses.

/// One at a time. `close` it before anything else is printed; a crash and a signal close it too.
package final class CursesDisplay: Display {
    package private(set) var size = Size(width: 80, height: 24)
    /// Draws a stand-in for each glyph that this terminal makes two columns wide.
    private var plainGlyphs: Bool
    private let palette: Palette
    private let signals: Int32
    private var decoder = InputDecoder()
    /// What is read goes here, made once.
    private var buffer = [UInt8](repeating: 0, count: 65536)
    /// What is on the screen; nil when that is not known.
    private var shown: Canvas?
    private var isOpen = false
    /// When the terminal was asked how wide it draws a glyph; nil when no answer is on its way.
    private var askedAt: Int?
    /// What came while something else was waited for.
    private var waiting: [Event] = []
    /// The signal that ended it; `SIGHUP` too when the terminal went away without one. Nil while nothing did.
    package private(set) var endingSignal: Int32?

    /// What is switched on besides the screen.
    private let enter: String

    /// Bracketed paste.
    private static let pasting = "\u{1B}[?2004h"
    /// The mouse with drags, in the form that has no limit of 223 columns.
    private static let mouse = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
    private static let leave = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l\u{1B}[?2004l"
    /// Milliseconds to wait, before the terminal is given back, for an answer of its own that would else be read by the shell.
    private static let answerDelay = 50
    /// Where the cursor stands after a glyph says how wide the terminal draws it. Leaves no trace.
    private static let askForWidth = "\u{1B}7\u{1B}[1;1H" + Glyphs.dot + "\u{1B}[6n\r\u{1B}[K\u{1B}8"
    /// Milliseconds to wait for the rest of a sequence before an ESC is the key.
    private static let escapeDelay = 25
    /// Milliseconds of silence after which a paste without an end is taken as it is.
    private static let pasteDelay = 1000

    /// - Parameters:
    ///   - theme: the name of a `Theme`, or `auto`.
    ///   - glyphs: `full`, `plain` for no glyph of ambiguous width, or `auto` for plain where the terminal draws them wide.
    ///   - hasMouse: whether the mouse is ours.
    /// - Throws: `TerminalError`.
    package init(theme: String = "auto", glyphs: String = "auto", hasMouse: Bool = true) throws {
        plainGlyphs = glyphs == "plain"
        enter = hasMouse ? Self.pasting + Self.mouse : Self.pasting
        guard isatty(0) == 1, isatty(1) == 1 else { throw TerminalError.noTerminal }
        try useUTF8()
        guard let term = environment("TERM") else { throw TerminalError.unknown(nil) }
        switch kontor_can_address(term) {
        case 1: break
        case 0: throw TerminalError.dumb(term)
        default: throw TerminalError.unknown(term)
        }
        signals = kontor_install_signals()
        kontor_remember_terminal()
        set_escdelay(Int32(Self.escapeDelay))
        guard newterm(term, kontor_output(), kontor_input()) != nil else { throw TerminalError.unknown(term) }
        raw()
        noecho()
        nonl()
        palette = Palette(theme)
        // ncurses 6.3 and later write to the terminal at every move of the cursor until the screen was left and taken once:
        // a hundred small writes a frame.
        endwin()
        isOpen = true
        kontor_remember_leaving(Self.leaving)
        kontor_set_full(1)
        readSize()
        wrefresh(kontor_window())  // changes to the terminal's second screen; the shell's keeps what stands there
        send(enter)
        if glyphs == "auto" {
            askedAt = now
            send(Self.askForWidth)
        }
    }

    deinit { close() }

    /// What a crash handler writes: no mouse, plain style, cursor, the first screen, in the words of this terminal.
    private static var leaving: String {
        let names: [String] = ["op", "sgr0", "cnorm", "rmcup"]
        // Terminfo's `$<5>` asks for a pause, which is nothing to write.
        let words = names.map { String(cString: kontor_string($0)).replacing(/\$<[^>]*>/, with: "") }
        return leave + words.joined() + (words[3].isEmpty ? "\u{1B}[999;1H" : "") + "\r\n"
    }

    /// Gives the terminal back for good.
    package func close() {
        guard isOpen else { return }
        isOpen = false
        leave()
    }

    /// Ends the process by the signal that ended the screen, so that whoever waits for it knows; returns when there was none.
    package func endBySignal() {
        if let endingSignal { kontor_end_by(endingSignal) }
    }

    private func leave() {
        if kontor_was_cut() == 1 { return kontor_restore() }
        send(Self.leave)
        hearAnswer()
        endwin()
        kontor_set_full(0)
    }

    /// An answer that is still on its way must not become keys typed at whatever has the terminal next.
    private func hearAnswer() {
        guard let asked = askedAt, now - asked < Self.answerDelay * 40 else { return }
        let end = now + Self.answerDelay
        while askedAt != nil, now < end, case .bytes = listen(for: end - now) {
            while let event = decoder.next(now: now) { waiting.append(event) }
            if decoder.reportedColumn != nil { askedAt = nil }
        }
        askedAt = nil
    }

    package func suspend<Result>(while body: () throws -> Result) rethrows -> Result {
        pause()
        kontor_ignore_keys(1)
        defer {
            kontor_ignore_keys(0)
            unpause()
        }
        return try body()
    }

    package func stop() {
        pause()
        kontor_stop()
        unpause()
    }

    private func pause() {
        def_prog_mode()
        leave()
    }

    private func unpause() {
        reset_prog_mode()
        kontor_set_full(1)
        send(enter)
        readSize()
        wclear(kontor_window())
        shown = nil
    }

    package func copy(_ text: String) {
        send("\u{1B}]52;c;" + base64(Array(text.utf8.prefix(75_000))) + "\u{07}")
    }

    package func bell() { beep() }

    private func send(_ text: String) { kontor_write(text, text.utf8.count) }

    private func readSize() {
        var width: Int32 = 80
        var height: Int32 = 24
        kontor_window_size(&width, &height)
        size = Size(width: Int(width), height: Int(height))
        resizeterm(height, width)
    }

    // MARK: Showing

    package func show(_ canvas: Canvas) {
        let window = kontor_window()
        let old = shown?.width == canvas.width && shown?.height == canvas.height ? shown : nil
        if old == nil { wclear(window) }
        let changed = (0..<canvas.height).filter { y in old.map { !canvas.hasSameRow($0, y) } ?? true }
        for y in changed {
            // ncurses looks for rows that moved and scrolls them, with sequences (SU, SD) that many programs that call
            // themselves xterm do not know: rows stay where they were. What is said to be spoilt is not moved to where its text is now.
            // Two styles may be one on this terminal, so that only the texts count.
            if let old, changed.contains(where: { $0 != y && canvas.hasSameText($0, old, y) }) {
                wredrawln(window, Int32(y), 1)
            }
            draw(row: y, of: canvas)
        }
        if let cursor = canvas.cursor {
            curs_set(1)
            wmove(window, Int32(cursor.y), Int32(cursor.x))
        } else {
            curs_set(0)
        }
        kontor_set_drawing(1)
        wrefresh(window)
        kontor_set_drawing(0)
        shown = canvas
    }

    private func draw(row y: Int, of canvas: Canvas) {
        let window = kontor_window()
        let cells = canvas.cells[y * canvas.width..<(y + 1) * canvas.width]
        var text: [CChar] = []
        var index = cells.startIndex
        while index < cells.endIndex {
            let style = cells[index].style
            text.removeAll(keepingCapacity: true)
            wmove(window, Int32(y), Int32(index - cells.startIndex))
            // A run of one style; it ends behind a wide character, after which the cursor is placed anew.
            while index < cells.endIndex, cells[index].style == style {
                let width = cells[index].width
                if let byte = cells[index].ascii {
                    text.append(CChar(byte))
                } else {
                    for byte in sendable(cells[index]).utf8 { text.append(CChar(bitPattern: byte)) }
                }
                index += max(1, Int(width))
                if width != 1 { break }
            }
            palette.apply(style)
            waddnstr(window, text, Int32(text.count))
        }
    }

    /// What is sent for a cell: always as wide as the cell, by the C library's own measure.
    private func sendable(_ cell: Cell) -> String {
        let text = cell.text
        if plainGlyphs, let plain = Glyphs.standIns[text] { return plain }
        var width = 0
        for scalar in text.unicodeScalars {
            let columns = kontor_width(scalar.value)
            if columns < 0 { width = -1 }
            if width >= 0 { width += Int(columns) }
        }
        if width == Int(cell.width) { return text }
        return cell.width == 2 ? "??" : cell.width == 1 ? "?" : ""
    }

    // MARK: Listening

    package func next(timeout milliseconds: Int) -> Event {
        let started = now
        var waited = 0
        while true {
            if !waiting.isEmpty { return waiting.removeFirst() }
            if let event = decoder.next(now: now) { return event }
            noticeWidth()
            let delay = decoder.isPasting ? Self.pasteDelay : Self.escapeDelay
            let wait = decoder.isWaiting ? delay : max(0, milliseconds - waited)
            switch listen(for: wait) {
            case .event(let event): return event
            case .bytes: break
            case .silence:
                if decoder.isWaiting {
                    if let event = decoder.next(isFinal: true, now: now) { return event }
                } else if now - started >= milliseconds {
                    return .tick
                }
            }
            waited = now - started
        }
    }

    /// Whether something was typed that nobody has asked for yet.
    package var isKeyWaiting: Bool {
        var source = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        return !waiting.isEmpty || decoder.isWaiting || poll(&source, 1, 0) > 0
    }

    private enum Heard {
        case event(Event)
        case bytes
        case silence
    }

    private func listen(for milliseconds: Int) -> Heard {
        var sources = [
            pollfd(fd: 0, events: Int16(POLLIN), revents: 0), pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&sources, 2, Int32(clamping: milliseconds)) > 0 else { return .silence }
        if sources[1].revents != 0, let event = signalled() { return .event(event) }
        if sources[0].revents != 0 {
            let count = read(0, &buffer, buffer.count)
            if count > 0 {
                decoder.feed(buffer[0..<count])
                return .bytes
            }
            // The other end is gone.
            if count == 0 || (errno != EINTR && errno != EAGAIN) {
                endingSignal = SIGHUP
                return .event(.hangUp)
            }
        }
        return .bytes
    }

    /// What the signals that came since the last look mean.
    private func signalled() -> Event? {
        var event: Event?
        var number: UInt8 = 0
        while read(signals, &number, 1) == 1 {
            switch Int32(number) {
            case SIGHUP, SIGTERM, SIGINT, SIGQUIT:
                endingSignal = Int32(number)
                return .hangUp
            case SIGTSTP:
                stop()
                event = .resize
            case SIGCONT:
                // Stopped from outside, unasked: somebody else may have drawn and set the terminal since.
                unpause()
                event = .resize
            default:
                readSize()
                shown = nil
                event = .resize
            }
        }
        return event
    }

    /// Chooses stand-ins when the terminal answered that a glyph took two columns.
    private func noticeWidth() {
        guard askedAt != nil, let column = decoder.reportedColumn else { return }
        askedAt = nil
        guard column == 3 else { return }
        plainGlyphs = true
        if let canvas = shown {
            shown = nil
            show(canvas)
        }
    }

    private var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
