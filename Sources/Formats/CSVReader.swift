import Words

/// Reads the rows of a table in CSV (RFC 4180) in one pass over UTF-8, which comes piece by piece.
///
/// A row that breaks the rules of quoting is refused with its line; reading goes on with the physical line after the one
/// on which the row began, so that one lost quote never swallows the rest of the file.
package struct CSVReader {
    package enum Outcome: Equatable, Sendable {
        /// The row was filled in.
        case row
        /// A row was refused; the row is filled in as far as it was read.
        case refused(FileProblem)
        case end
    }

    package let delimiter: UInt8
    private let source: ByteSource
    private var buffer: [UInt8] = []
    /// Where the next row begins.
    private var position = 0
    private var line = 1
    private var isAtEnd = false

    /// - Parameters:
    ///   - source: UTF-8 without a byte order mark, see `TextDecoder`.
    ///   - delimiter: an ASCII character, see `CSVDialect`.
    package init(_ source: @escaping ByteSource, delimiter: UInt8) {
        self.source = source
        self.delimiter = delimiter
    }

    package init(_ utf8: [UInt8], delimiter: UInt8) {
        self.init({ nil }, delimiter: delimiter)
        buffer = utf8
        isAtEnd = true
    }

    /// The next row; blank lines are passed over.
    package mutating func next(_ row: inout CSVRow) throws -> Outcome {
        while true {
            row.clear(line: line)
            let scan = buffer.withUnsafeBufferPointer { scanRow($0, &row) }
            switch scan {
            case .row(let end, let lines):
                position = end
                line += lines
                if row.count == 1, row.bytes.isEmpty, !row.hasQuotes { continue }
                if let nul = row.bytes.firstIndex(of: 0) { return .refused(nulProblem(row, at: nul)) }
                return .row
            case .needsMore:
                if buffer.count - position > Limits.line { return try refuse(row, tooLong) }
                if try fill() { continue }
                if position == buffer.count { return .end }
            case .broken(let reason, let at):
                return try refuse(row, reason, line: at)
            }
        }
    }

    // MARK: - Scanning

    private enum Scan {
        case row(end: Int, lines: Int)
        case needsMore
        case broken(String, line: Int)
    }

    /// One row from `position`. Where the bytes end inside it, it is scanned again when there are more.
    private func scanRow(_ bytes: UnsafeBufferPointer<UInt8>, _ row: inout CSVRow) -> Scan {
        var i = position
        var lines = 0
        if i == bytes.count { return .needsMore }
        while true {
            // At the start of a cell.
            if i < bytes.count, bytes[i] == quote {
                row.hasQuotes = true
                let opened = line + lines
                i += 1
                var start = i
                while true {
                    while i < bytes.count, bytes[i] != quote {
                        if bytes[i] == 0x0A || (bytes[i] == 0x0D && (i + 1 == bytes.count || bytes[i + 1] != 0x0A)) {
                            lines += 1
                        }
                        i += 1
                    }
                    if i - position > Limits.line { return .broken(tooLong, line: line) }
                    if i == bytes.count || (i + 1 == bytes.count && !isAtEnd) {
                        return isAtEnd ? .broken(say("a quote is opened and never closed"), line: opened) : .needsMore
                    }
                    row.bytes.append(contentsOf: bytes[start..<i])
                    if i + 1 < bytes.count, bytes[i + 1] == quote {
                        row.bytes.append(quote)
                        i += 2
                        start = i
                        continue
                    }
                    break
                }
                let isBackslash = i > start && bytes[i - 1] == backslash
                i += 1
                if i < bytes.count, bytes[i] != delimiter, bytes[i] != 0x0A, bytes[i] != 0x0D {
                    return .broken(isBackslash ? backslashReason : textAfterQuote, line: line + lines)
                }
            } else {
                let start = i
                while i < bytes.count {
                    let byte = bytes[i]
                    if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
                    // A quote inside an unquoted cell is a character (37°36'37.8"N) unless a backslash announces an escape.
                    if byte == quote, i > start, bytes[i - 1] == backslash {
                        return .broken(backslashReason, line: line + lines)
                    }
                    i += 1
                }
                row.bytes.append(contentsOf: bytes[start..<i])
            }
            row.ends.append(row.bytes.count)
            if i - position > Limits.line { return .broken(tooLong, line: line) }
            if i == bytes.count { return isAtEnd ? .row(end: i, lines: lines) : .needsMore }
            if bytes[i] == delimiter {
                i += 1
                continue
            }
            if bytes[i] == 0x0D {
                if i + 1 == bytes.count, !isAtEnd { return .needsMore }
                if i + 1 < bytes.count, bytes[i + 1] == 0x0A { i += 1 }
            }
            return .row(end: i + 1, lines: lines + 1)
        }
    }

    /// Goes on after the physical line on which the row began.
    private mutating func refuse(_ row: CSVRow, _ reason: String, line at: Int? = nil) throws -> Outcome {
        let problem = FileProblem(line: at ?? line, reason: reason)
        while true {
            var i = position
            buffer.withUnsafeBufferPointer { bytes in
                while i < bytes.count, bytes[i] != 0x0A, bytes[i] != 0x0D { i += 1 }
            }
            if i < buffer.count {
                if buffer[i] == 0x0D {
                    if i + 1 == buffer.count, try fill() { continue }
                    if i + 1 < buffer.count, buffer[i + 1] == 0x0A { i += 1 }
                }
                position = i + 1
                line += 1
                return .refused(problem)
            }
            position = i  // nothing of it is needed any more, whatever its length
            if try !fill() { return .refused(problem) }
        }
    }

    /// Gets more bytes behind those not yet read; false when there are none.
    private mutating func fill() throws -> Bool {
        if isAtEnd { return false }
        guard let piece = try source() else {
            isAtEnd = true
            return position < buffer.count
        }
        buffer.removeSubrange(..<position)
        position = 0
        buffer += piece
        return true
    }

    private func nulProblem(_ row: CSVRow, at offset: Int) -> FileProblem {
        var count = LineCount()
        count.count(row.bytes[..<offset])
        return FileProblem(line: row.line + count.line - 1, reason: say("a NUL byte, which no text holds"))
    }

    private var tooLong: String {
        say("the row is longer than 1 MB; perhaps a quote is opened and never closed")
    }
    private var textAfterQuote: String { say("text after the closing quote of a cell") }
    private var backslashReason: String { say(#"a quote escaped by a backslash; CSV doubles it: """#) }
}

private let quote = UInt8(ascii: "\"")
private let backslash = UInt8(ascii: "\\")
