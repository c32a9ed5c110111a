import Words

/// A table in a file: the header and then one row after another, each as wide as the header or refused by line.
package struct CSVTable {
    package enum Entry: Sendable {
        case row(CSVRow)
        /// Not a row of this table, and what could be read of it.
        case refused(FileProblem, CSVRow)
    }

    package let encoding: TextDetection
    package let dialect: CSVDialect
    package var header: [String] { dialect.header }

    private let counter: DecodingProblems
    private var reader: CSVReader
    private var row = CSVRow()
    /// The row that is already read is a record.
    private var isPending = false

    /// Lines with characters that are not valid in the encoding; they are read with U+FFFD. Complete at the end.
    package var decodingProblems: FileProblems { counter.problems }

    /// - Parameters:
    ///   - source: the bytes of the file.
    ///   - encoding: as the user chose it; else it is detected.
    ///   - delimiter: as the user chose it; else it is detected.
    ///   - hasHeader: whether the first row is a header.
    /// - Throws: `FileProblem` when this is no table or no text; what the source throws.
    package init(
        _ source: @escaping ByteSource, encoding: TextEncoding? = nil, delimiter: UInt8? = nil, hasHeader: Bool = true
    ) throws {
        var first: [UInt8] = []
        while first.count < Limits.sample, let piece = try source() { first += piece }
        if first.isEmpty { throw FileProblem(reason: say("The file is empty.")) }
        var detected = try TextDetection(sample: Array(first.prefix(Limits.sample)))
        if let encoding, encoding != detected.encoding {
            detected = TextDetection(encoding: encoding, certainty: .certain)
        }
        self.encoding = detected
        let counter = DecodingProblems()
        self.counter = counter

        var pending: [UInt8]? = first
        let whole: ByteSource = {
            defer { pending = nil }
            return try pending ?? source()
        }
        let text = TextDecoder.utf8(whole, detected) { counter.problems.add($0) }
        var sample: [UInt8] = []
        while sample.count < Limits.sample, let piece = try text() { sample += piece }
        dialect = try CSVDialect(
            sample: Array(sample.prefix(Limits.sample)), delimiter: delimiter, hasHeader: hasHeader)
        var pendingText: [UInt8]? = sample
        reader = CSVReader(
            {
                defer { pendingText = nil }
                return try pendingText ?? text()
            }, delimiter: dialect.delimiter)
        while row.line < dialect.headerLine {
            if try reader.next(&row) == .end { break }
        }
        isPending = !hasHeader
    }

    package init(
        _ bytes: [UInt8], encoding: TextEncoding? = nil, delimiter: UInt8? = nil, hasHeader: Bool = true
    ) throws {
        try self.init(source(of: bytes), encoding: encoding, delimiter: delimiter, hasHeader: hasHeader)
    }

    /// The next row below the header; nil at the end.
    package mutating func next() throws -> Entry? {
        let outcome = isPending ? .row : try reader.next(&row)
        isPending = false
        switch outcome {
        case .end: return nil
        case .refused(let problem): return .refused(problem, row)
        case .row: break
        }
        let width = header.count
        if row.count == width { return .row(row) }
        if row.isComment { return .refused(FileProblem(line: row.line, reason: say("a comment, not a row")), row) }
        if row.count > width, row.filledCount <= width {
            row.truncate(to: width)
            return .row(row)
        }
        let reason =
            row.count > width
            ? say("the row has \(row.count, "cell", "cells"), more than the \(width) of the header")
            : say("the row has \(row.count, "cell", "cells"), fewer than the \(width) of the header")
        return .refused(FileProblem(line: row.line, reason: reason), row)
    }
}

/// The problems that the decoder reports while the table is read: shared, because the decoder lives in the source.
private final class DecodingProblems {
    var problems = FileProblems()
}
