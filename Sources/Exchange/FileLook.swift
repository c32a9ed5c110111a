import Formats
package import Sales
import Words

/// What a file is, before anything of it is brought in: its form, and for a table what each column holds and would fill.
package struct FileLook: Codable, Hashable, Sendable {
    package enum Format: String, Codable, Sendable {
        case table = "CSV table"
        case cards = "vCard"
        case json = "JSON"
        case calendar = "iCalendar"
    }

    /// What only the person can tell of a column.
    package enum Doubt: String, Codable, Sendable { case dates, numbers }

    package struct Column: Codable, Hashable, Sendable {
        package var heading: String
        /// The first values that differ.
        package var samples: [String] = []
        /// How many rows hold something in it.
        package var filled = 0
        /// What it would fill, in words; nil when it is not read.
        package var field: String?
        /// Not read on purpose: it says again what other columns say, or is derived.
        package var isLeft = false
        /// Its values can be read two ways, and nothing in them tells which.
        package var doubt: Doubt?
        /// What it holds, where it has no heading.
        var guess: ColumnGuess?
        var dates = DateColumn()
        var numbers = NumberColumn()

        /// How many values are looked at closely have this length at most, in bytes: dates and numbers are short.
        private static let short = 32

        mutating func add(_ row: CSVRow, _ index: Int) {
            guard !row.isEmpty(index) else { return }
            filled += 1
            let bytes = row.utf8(index)
            let isNumeric = bytes.count <= Column.short && bytes.contains { (48...57).contains($0) }
            guard samples.count < 3 || isNumeric else { return }
            let text = row[index].trimmingSpaces()
            if samples.count < 3, !samples.contains(text), !text.isEmpty { samples.append(text) }
            if isNumeric {
                dates.add(text)
                numbers.add(text)
            }
        }
    }

    package var path: String
    package var format: Format
    /// Of a table and of vCards.
    package var encoding: String?
    package var isEncodingGuessed = false
    package var delimiter: String?
    /// The line of the headings, from 1; lines above it are left.
    package var headerLine = 1
    /// The headings look like the first row of a table that has none.
    package var isHeaderDoubtful = false
    /// The first row is a record; the columns are numbered.
    package var isHeadless = false
    package var kind: Kind?
    /// Nothing in the file tells what its rows are.
    package var isKindGuessed = false
    /// A table of our own, of which nothing need be asked.
    package var isOwn = false
    /// Rows below the headings.
    package var rows = 0
    package var columns: [Column] = []
    /// What keeps it from being brought in as it is mapped.
    package var problem: String?

    package var header: [String] { columns.map(\.heading) }
    /// Whether a person should look at the mapping.
    package var asks: Bool {
        isKindGuessed || problem != nil
            || columns.contains { $0.doubt != nil || ($0.field == nil && !$0.isLeft && $0.filled > 0) }
    }

    /// Works out anew what the columns fill.
    package mutating func apply(_ plan: FilePlan) throws {
        guard format == .table else { return }
        var options = ImportOptions(kind: plan.kind)
        options.plan = plan
        let found = try TablePlan(
            header: header, guesses: columns.map(\.guess), path: path, options: options, isLenient: true)
        (kind, isKindGuessed, isOwn, problem) = (found.kind, found.isKindGuessed, found.isOwn, found.problem)
        func doubts<R: Record>(_ type: R.Type) {
            for (index, target) in found.targets.enumerated() {
                columns[index].doubt = nil
                guard !isOwn, case .field(let name) = target else { continue }
                switch R.field(name)?.type {
                case .day, .birthday, .instant:
                    if columns[index].dates.isAmbiguous, plan.dates[index] ?? plan.usualDates == nil {
                        columns[index].doubt = .dates
                    }
                case .money, .percent, .integer:
                    if columns[index].numbers.isAmbiguous, plan.numbers[index] ?? plan.usualNumbers == nil {
                        columns[index].doubt = .numbers
                    }
                default: break
                }
            }
        }
        for (index, target) in found.targets.enumerated() {
            columns[index].field = target == .left ? nil : target?.word
            columns[index].isLeft = target == .left || plan.fields[index] == "-"
        }
        doubts(found.kind.type)
    }

    /// Whether a column may be read two ways at all, so that the person can say how.
    package func form(of index: Int) -> Doubt? {
        guard let kind, let field = columns[index].field else { return nil }
        func type<R: Record>(_ record: R.Type) -> FieldType? {
            R.field(field.replacing(" ", with: "_"))?.type
        }
        switch type(kind.type) {
        case .day, .birthday, .instant: return .dates
        case .money, .percent, .integer: return .numbers
        default: return nil
        }
    }

    /// How the dates of a column are read as long as nobody says otherwise.
    package func order(of index: Int, _ plan: FilePlan) -> DateOrder? {
        plan.dates[index] ?? columns[index].dates.order(hint: .dayFirst)
    }

    package func mark(of index: Int, _ plan: FilePlan) -> DecimalMark? {
        plan.numbers[index] ?? columns[index].numbers.mark
    }
}

extension FileLook {
    /// Looks through a file.
    ///
    /// - Parameters:
    ///   - progress: called every 1000 rows.
    /// - Throws: `ExchangeError` when it holds nothing that can be brought in.
    package init(_ path: String, _ plan: FilePlan = FilePlan(), progress: (ImportProgress) -> Void = { _ in }) throws {
        let input = try InputFile(path)
        self.path = path
        switch input.format {
        case .cards: format = .cards
        case .json: format = .json
        case .calendar: format = .calendar
        case .table: format = .table
        }
        guard format == .table else { return }
        var options = ImportOptions()
        options.plan = plan
        do {
            var sample = try TableFile.open(input, options)
            let guesses = try ColumnGuess.all(&sample)
            var table = try TableFile.open(input, options)
            encoding = table.encoding.encoding.description
            isEncodingGuessed = table.encoding.certainty == .guess
            delimiter = String(decoding: [table.dialect.delimiter], as: UTF8.self)
            headerLine = table.dialect.headerLine
            isHeaderDoubtful = table.dialect.isHeaderDoubtful
            isHeadless = !table.dialect.hasHeader
            columns = zip(table.header, guesses).map { Column(heading: $0, guess: $1) }
            while let entry = try table.next() {
                rows += 1
                if rows % 1000 == 0 { progress(ImportProgress(path: path, records: rows, fraction: input.fraction())) }
                guard case .row(let row) = entry else { continue }
                for index in columns.indices { columns[index].add(row, index) }
            }
        } catch let problem as FileProblem {
            throw ExchangeError.data(path, problem)
        }
        try apply(plan)
    }
}

extension FileLook {
    /// The headings of a table that is read so.
    package static func header(of path: String, _ plan: FilePlan = FilePlan()) throws -> [String] {
        let input = try InputFile(path)
        guard input.format == .table else {
            throw ExchangeError.usage(say("\(visible(path)) is no table, so it has no columns to map."))
        }
        var options = ImportOptions()
        options.plan = plan
        return try TableFile.open(input, options).header
    }

    /// The headings of a table that may be mapped; nil for one of our own, for other files, and for what can be read only once.
    package static func columns(of path: String, _ plan: FilePlan) throws -> [String]? {
        guard InputFile.isFile(path), try InputFile(path).format == .table else { return nil }
        let header = try header(of: path, plan)
        return header.contains { plainHeading($0) == "uid" } ? nil : header
    }

    /// What it is, in a line: `CSV table · GB18030 (a guess) · semicolon · headings in line 3 · 120 rows`.
    package var sentence: String {
        var parts = [format.rawValue]
        if let encoding { parts.append(isEncodingGuessed ? say("\(encoding) (a guess)") : encoding) }
        if let delimiter {
            parts.append(FilePlan.delimiters.first { $0.0 == delimiter }.map { say($0.1) } ?? delimiter)
        }
        if isHeadless {
            parts.append(say("no headings"))
        } else if headerLine > 1 {
            parts.append(say("headings in line \(headerLine)"))
        }
        if format == .table { parts.append(say("\(rows, "row", "rows")")) }
        return parts.joined(separator: " · ")
    }
}
