/// The bytes that a terminal sends, as events.

/// Fed with bytes as they come, in whatever pieces. Knows the sequences of xterm, tmux, screen, rxvt, the Linux console and
/// the like, both `ESC [ A` and `ESC O A`; what it does not know it swallows. Ctrl-C is Esc.
package struct InputDecoder {
    private var bytes: [UInt8] = []
    private var start = 0
    /// The text of a paste that has begun.
    private var pasted: [UInt8]?
    private var lastPress: (x: Int, y: Int, at: Int)?
    private var isDragging = false
    /// The column of the last cursor position report, from 1.
    package private(set) var reportedColumn: Int?

    /// Milliseconds within which a second press in the same cell is a double click.
    private static let doubleClick = 400

    package init() {}

    package mutating func feed(_ new: some Sequence<UInt8>) {
        if start > 0 {
            bytes.removeSubrange(..<start)
            start = 0
        }
        bytes.append(contentsOf: new)
    }

    /// Bytes are left that may be the beginning of something.
    package var isWaiting: Bool { start < bytes.count || pasted != nil }
    /// A paste has begun and not ended.
    package var isPasting: Bool { pasted != nil }

    /// The next whole event; nil when more bytes are needed.
    ///
    /// - Parameters:
    ///   - isFinal: nothing more came for a while, so that an ESC is the key and not the beginning of a sequence.
    ///   - now: milliseconds, to know a double click.
    package mutating func next(isFinal: Bool = false, now: Int = 0) -> Event? {
        while start < bytes.count || (isFinal && pasted != nil) {
            if pasted != nil {
                if let event = endPaste(isFinal: isFinal) { return event }
                if pasted != nil { return nil }
                continue
            }
            let before = start
            switch one(isFinal: isFinal, now: now) {
            case .event(let event): return event
            case .nothing: continue
            case .incomplete:
                start = before
                return nil
            }
        }
        return nil
    }

    private enum Found {
        case event(Event)
        case nothing
        case incomplete
    }

    private mutating func take() -> UInt8? {
        guard start < bytes.count else { return nil }
        defer { start += 1 }
        return bytes[start]
    }

    private mutating func one(isFinal: Bool, now: Int) -> Found {
        guard let first = take() else { return .incomplete }
        if first != 0x1B { return plain(first, isFinal: isFinal) }
        let rest = start
        let found = escape(now: now)
        if case .incomplete = found, isFinal {
            start = rest
            return alone()
        }
        return found
    }

    /// ESC with nothing, or half a sequence, after it.
    private mutating func alone() -> Found {
        guard start < bytes.count, bytes[start] > 0x20, bytes[start] < 0x7F else { return .event(.key(.escape)) }
        return .event(.key(.alt(Character(Unicode.Scalar(take()!)))))
    }

    private mutating func plain(_ first: UInt8, isFinal: Bool) -> Found {
        switch first {
        case 0x03: return .event(.key(.escape))
        case 0x08, 0x7F: return .event(.key(.backspace))
        case 0x09: return .event(.key(.tab))
        case 0x0A, 0x0D: return .event(.key(.enter))
        case 0x01...0x1A: return .event(.key(.control(Character(Unicode.Scalar(first + 0x60)))))
        case 0x00, 0x1C...0x1F: return .nothing
        case 0x20..<0x7F: return .event(.key(.character(Character(Unicode.Scalar(first)))))
        default: return scalar(first, isFinal: isFinal)
        }
    }

    /// A character of several bytes; broken ones are dropped.
    private mutating func scalar(_ first: UInt8, isFinal: Bool) -> Found {
        let count =
            switch first {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 0
            }
        if count == 0 { return .nothing }
        var sequence = [first]
        while sequence.count < count {
            guard start < bytes.count else { return isFinal ? .nothing : .incomplete }
            guard bytes[start] & 0xC0 == 0x80 else { return .nothing }
            sequence.append(take()!)
        }
        guard let text = String(validating: sequence, as: UTF8.self), let character = text.first,
            text.unicodeScalars.first!.value >= 0xA0
        else { return .nothing }
        return .event(.key(.character(character)))
    }

    // MARK: Sequences

    private mutating func escape(now: Int) -> Found {
        guard let second = take() else { return .incomplete }
        switch second {
        case UInt8(ascii: "["): return control(now: now)
        case UInt8(ascii: "O"): return single()
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"): return string()
        case 0x1B:
            start -= 1
            return .event(.key(.escape))
        case 0x7F: return .event(.key(.control("w")))
        case 0x21..<0x7F: return .event(.key(.alt(Character(Unicode.Scalar(second)))))
        default:
            // The key Esc, and then another one.
            start -= 1
            return .event(.key(.escape))
        }
    }

    /// `ESC O x`.
    private mutating func single() -> Found {
        guard let last = take() else { return .incomplete }
        switch last {
        case UInt8(ascii: "c"): return .event(.key(.wordRight))
        case UInt8(ascii: "d"): return .event(.key(.wordLeft))
        case UInt8(ascii: "M"): return .event(.key(.enter))
        default: return letter(last, control: false)
        }
    }

    /// An answer of the terminal that nobody asked for, up to BEL or `ESC \`.
    private mutating func string() -> Found {
        while let byte = take() {
            if byte == 0x07 { return .nothing }
            if byte == 0x1B {
                guard let next = take() else { return .incomplete }
                if next == UInt8(ascii: "\\") { return .nothing }
                start -= 1
            }
        }
        return .incomplete
    }

    /// `ESC [ parameters letter`.
    private mutating func control(now: Int) -> Found {
        var parameters: [UInt8] = []
        while let byte = take() {
            switch byte {
            case UInt8(ascii: "[") where parameters.isEmpty:
                guard let last = take() else { return .incomplete }
                guard (0x41...0x45).contains(last) else { return .nothing }
                return .event(.key(.function(Int(last) - 0x40)))  // the Linux console
            case UInt8(ascii: "M") where parameters.isEmpty:
                guard start + 3 <= bytes.count else { return .incomplete }
                start += 3  // a mouse report of the old form, never asked for
                return .nothing
            case 0x20..<0x40:
                parameters.append(byte)
                if parameters.count > 64 { return .nothing }
            case 0x40..<0x7F: return control(parameters, byte, now: now)
            default:
                start -= 1  // a broken sequence; what breaks it counts by itself
                return .nothing
            }
        }
        return .incomplete
    }

    private mutating func control(_ parameters: [UInt8], _ last: UInt8, now: Int) -> Found {
        if parameters.first == UInt8(ascii: "<") { return mouse(numbers(parameters.dropFirst()), last, now: now) }
        let values = numbers(parameters[...])
        // 1 + a sum of 1 shift, 2 alt, 4 ctrl.
        let modifier = values.count > 1 ? max(0, values[1] - 1) : 0
        let isWord = modifier & 6 != 0
        switch last {
        case UInt8(ascii: "~"): return tilde(values.first ?? 0, control: isWord)
        case UInt8(ascii: "^"): return tilde(values.first ?? 0, control: true)  // rxvt
        case UInt8(ascii: "R") where values.count == 2:
            reportedColumn = values[1]
            return .nothing
        case UInt8(ascii: "Z"): return .event(.key(.backTab))
        default: return letter(last, control: isWord)
        }
    }

    private func letter(_ last: UInt8, control: Bool) -> Found {
        switch last {
        case UInt8(ascii: "A"): .event(.key(.up))
        case UInt8(ascii: "B"): .event(.key(.down))
        case UInt8(ascii: "C"): .event(.key(control ? .wordRight : .right))
        case UInt8(ascii: "D"): .event(.key(control ? .wordLeft : .left))
        case UInt8(ascii: "H"): .event(.key(control ? .textStart : .home))
        case UInt8(ascii: "F"): .event(.key(control ? .textEnd : .end))
        case 0x50...0x53: .event(.key(.function(Int(last) - 0x4F)))
        default: .nothing
        }
    }

    private mutating func tilde(_ number: Int, control: Bool) -> Found {
        switch number {
        case 1, 7: return .event(.key(control ? .textStart : .home))
        case 2: return .event(.key(.insert))
        case 3: return .event(.key(.delete))
        case 4, 8: return .event(.key(control ? .textEnd : .end))
        case 5: return .event(.key(.pageUp))
        case 6: return .event(.key(.pageDown))
        case 11...15: return .event(.key(.function(number - 10)))
        case 17...21: return .event(.key(.function(number - 11)))
        case 23, 24: return .event(.key(.function(number - 12)))
        case 200:
            pasted = []
            return .nothing
        default: return .nothing
        }
    }

    private func numbers(_ text: ArraySlice<UInt8>) -> [Int] {
        text.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    }

    private mutating func mouse(_ values: [Int], _ last: UInt8, now: Int) -> Found {
        guard values.count == 3 else { return .nothing }
        let (button, x, y) = (values[0], values[1] - 1, values[2] - 1)
        if button & 64 != 0 { return .event(.mouse(Mouse(button & 1 == 0 ? .wheelUp : .wheelDown, x: x, y: y))) }
        guard button & 3 == 0 else { return .nothing }
        if last == UInt8(ascii: "m") {
            defer { isDragging = false }
            return isDragging ? .event(.mouse(Mouse(.drop, x: x, y: y))) : .nothing
        }
        if button & 32 != 0 {
            isDragging = true
            return .event(.mouse(Mouse(.drag, x: x, y: y)))
        }
        isDragging = false
        let isDouble = lastPress.map { $0.x == x && $0.y == y && now - $0.at <= Self.doubleClick } ?? false
        lastPress = isDouble ? nil : (x, y, now)
        return .event(.mouse(Mouse(isDouble ? .doubleClick : .click, x: x, y: y)))
    }

    // MARK: Paste

    private static let pasteEnd = Array("\u{1B}[201~".utf8)

    private mutating func endPaste(isFinal: Bool) -> Event? {
        var text = pasted ?? []
        pasted = nil  // so that appending does not copy
        while start < bytes.count {
            if bytes[start] == 0x1B {
                let rest = bytes[start...].prefix(Self.pasteEnd.count)
                if rest.elementsEqual(Self.pasteEnd) {
                    start += rest.count
                    return .paste(String(decoding: text, as: UTF8.self))
                }
                // Half of the end: the other half is on its way.
                if !isFinal, Self.pasteEnd.starts(with: rest) { break }
            }
            text.append(bytes[start])
            start += 1
        }
        if isFinal { return .paste(String(decoding: text, as: UTF8.self)) }
        pasted = text
        return nil
    }
}
