import Words

/// What the first lines of a table tell: the delimiter, and where the header stands.
package struct CSVDialect: Sendable, Equatable {
    package var delimiter: UInt8
    package var header: [String]
    /// The physical line of the header, from 1.
    package var headerLine: Int
    /// Rows above the header: a title, comments.
    package var rowsAbove: Int
    /// The header holds numbers or addresses: perhaps it is the first row of a table that has no header.
    package var isHeaderDoubtful: Bool
    /// Whether the first row is a header; else it is a record, and the columns are numbered.
    package var hasHeader: Bool

    /// - Parameters:
    ///   - sample: the first bytes of the table in UTF-8.
    ///   - hasHeader: whether the first row is one.
    /// - Throws: `FileProblem` when this is no table.
    package init(sample: [UInt8], delimiter chosen: UInt8? = nil, hasHeader: Bool = true) throws(FileProblem) {
        if let sign = CSVDialect.foreignFormat(sample) {
            throw FileProblem(reason: say("This is \(sign), not a table."))
        }
        let best: Sketch
        if let chosen = chosen ?? CSVDialect.declared(sample) {
            best = Sketch(sample, chosen)
        } else {
            // On a tie the first wins, so that the comma goes before the rarer ones.
            best = ",;\t|".utf8.map { Sketch(sample, $0) }.reduce(nil as Sketch?) { found, next in
                guard let found else { return next }
                return next.score > found.score ? next : found
            }!
        }
        delimiter = best.delimiter
        guard let index = best.headerIndex else {
            throw FileProblem(
                line: best.refusal?.line, reason: best.refusal?.reason ?? say("There is no table in this file."))
        }
        let row = best.rows[index]
        header = row.cells
        headerLine = row.line
        rowsAbove = index
        let table = best.rows[index...].filter { !$0.isComment }
        // A row may be longer by empty cells, as some programs write them.
        let agreeing = table.count { $0.count == row.count || ($0.count > row.count && $0.filledCount <= row.count) }
        if agreeing * 2 < table.count {
            throw FileProblem(
                line: row.line,
                reason: say(
                    "This is not one table: most rows do not have the \(row.count, "column", "columns") of the header.")
            )
        }
        if row.count == 1, row.utf8(0).count > 100 || row.utf8(0).contains(where: { $0 < 0x20 && $0 != 0x0A }) {
            throw FileProblem(line: row.line, reason: say("This is text, not a table."))
        }
        self.hasHeader = hasHeader
        isHeaderDoubtful = hasHeader && header.contains { CSVDialect.looksLikeData($0) }
        if !hasHeader { header = header.indices.map { CSVDialect.heading(of: $0) } }
    }

    /// What a column without a heading is called: `column 1`.
    package static func heading(of index: Int) -> String { "column \(index + 1)" }

    /// `sep=;` in the first line, as Excel writes and reads it.
    static func declared(_ sample: [UInt8]) -> UInt8? {
        guard sample.count > 5, sample.starts(with: Array("sep=".utf8)), sample[5] == 0x0A || sample[5] == 0x0D else {
            return nil
        }
        return sample[4]
    }

    private static func foreignFormat(_ sample: [UInt8]) -> String? {
        let start = String(decoding: sample.prefix(200).filter { $0 > 0x20 }.prefix(16), as: UTF8.self).uppercased()
        if start.hasPrefix("BEGIN:VCARD") { return "vCard" }
        if start.hasPrefix("BEGIN:VCALENDAR") { return "iCalendar" }
        if start.hasPrefix("<!DOCTYPE") || start.hasPrefix("<HTML") || start.hasPrefix("<?XML") { return "HTML or XML" }
        if start.hasPrefix("{") || start.hasPrefix("[{") || start == "[" { return "JSON" }
        if sample.starts(with: [0x50, 0x4B, 3, 4]) { return say("a ZIP archive or an Excel workbook") }
        if sample.starts(with: Array("SQLite format 3".utf8)) { return say("a database") }
        if sample.starts(with: Array("%PDF".utf8)) { return "PDF" }
        return nil
    }

    private static func looksLikeData(_ cell: String) -> Bool {
        let text = cell.utf8
        guard !text.isEmpty else { return false }
        if text.contains(UInt8(ascii: "@")) { return true }
        return text.allSatisfy { (0x30...0x39).contains($0) || "+-.,:/ ()".utf8.contains($0) }
            && text.contains { (0x30...0x39).contains($0) }
    }
}

/// The first rows as they would be with one delimiter.
private struct Sketch {
    let delimiter: UInt8
    var rows: [CSVRow] = []
    var refusal: FileProblem?
    private var refused = 0

    init(_ sample: [UInt8], _ delimiter: UInt8) {
        self.delimiter = delimiter
        // The last row may be cut off by the end of the sample.
        let isWhole = sample.count < Limits.sample
        var reader = CSVReader(sample, delimiter: delimiter)
        var row = CSVRow()
        reading: while rows.count < 100 {
            switch try? reader.next(&row) {
            case .row: rows.append(row)
            case .refused(let problem):
                refusal = refusal ?? problem
                refused += 1
                if refused > 100 { break reading }
            default:
                if !isWhole, rows.count > 1 { rows.removeLast() }
                break reading
            }
        }
        if CSVDialect.declared(sample) != nil, !rows.isEmpty { rows.removeFirst() }
    }

    /// The share of rows that have the most frequent width, then that width; nothing for a width of 1.
    var score: (share: Double, width: Int) {
        var counts: [Int: Int] = [:]
        for row in rows where !row.isComment { counts[row.count, default: 0] += 1 }
        let most = counts.filter { $0.key > 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) }
        guard let most else { return (0, 1) }
        return (Double(most.value) / Double(counts.values.reduce(refused, +)), most.key)
    }

    /// The first row of which at least half is filled, with more than one filled cell when the table has several columns.
    var headerIndex: Int? {
        let isWide = score.width > 1
        let found = rows.firstIndex { row in
            if row.isComment { return false }
            let filled = (0..<row.count).count { !row.isEmpty($0) }
            return filled * 2 >= row.count && (filled > 1 || !isWide)
        }
        return found ?? rows.firstIndex { $0.count == score.width && !$0.isComment }
    }
}

extension CSVRow {
    /// A line of its own that begins with `#`.
    var isComment: Bool { count == 1 && bytes.first == UInt8(ascii: "#") && !hasQuotes }
}
