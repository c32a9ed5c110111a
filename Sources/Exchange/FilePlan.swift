package import Sales
import Words

/// How a person wants one file to be read. What it does not say is found out.
package struct FilePlan: Codable, Hashable, Sendable {
    package var kind: Kind?
    /// What columns fill, by their place: a field in words as `FieldWords` has them, or `-` to leave the column out.
    package var fields: [Int: String] = [:]
    /// How the dates of columns are read that may be read two ways.
    package var dates: [Int: DateOrder] = [:]
    package var numbers: [Int: DecimalMark] = [:]
    /// How those are read that may be read two ways and of which nothing else is said.
    package var usualDates: DateOrder?
    package var usualNumbers: DecimalMark?
    /// The encoding by its name, the character between the cells, and whether the first row is one of headings, where it was
    /// recognised wrongly.
    package var encoding: String?
    package var delimiter: String?
    package var hasHeadings: Bool?
    /// What becomes of names that are not known here.
    package var names = NameChoices()

    package init() {}

    /// The same, of a file that is read in the form of another plan as far as that says one.
    package func read(as form: FilePlan) -> FilePlan {
        var plan = self
        plan.encoding = form.encoding ?? encoding
        plan.delimiter = form.delimiter ?? delimiter
        plan.hasHeadings = form.hasHeadings ?? hasHeadings
        return plan
    }
}

/// A plan as it is kept under a name: by the headings of the columns, so that it fits the next file that has them, and with the form
/// of the file as far as that was said.
package struct KeptMapping: Codable, Hashable, Sendable {
    package struct Column: Codable, Hashable, Sendable {
        package var heading: String
        package var field: String?
        package var dates: DateOrder?
        package var numbers: DecimalMark?
    }

    package var kind: Kind?
    package var columns: [Column]
    package var names: NameChoices?
    package var encoding: String?
    package var delimiter: String?
    package var hasHeadings: Bool?

    package init(_ plan: FilePlan, header: [String]) {
        kind = plan.kind
        (encoding, delimiter, hasHeadings) = (plan.encoding, plan.delimiter, plan.hasHeadings)
        names = plan.names.isEmpty ? nil : plan.names
        columns = header.enumerated().map { index, heading in
            Column(
                heading: heading, field: plan.fields[index], dates: plan.dates[index], numbers: plan.numbers[index])
        }
    }

    /// A plan that says the form alone.
    package var form: FilePlan {
        var plan = FilePlan()
        (plan.encoding, plan.delimiter, plan.hasHeadings) = (encoding, delimiter, hasHeadings)
        return plan
    }

    /// The plan for a table that has the headings for which the mapping was kept, read in the form that was kept or else as it looks;
    /// nil for every other file.
    ///
    /// - Parameter said: a form that goes before the one that was kept.
    package func plan(of path: String, _ said: FilePlan = FilePlan()) -> FilePlan? {
        // Read as if it had no headings, any table of so many columns would do.
        for form in hasHeadings == false ? [said] : [form.read(as: said), said] {
            // What cannot be read so is told when it is brought in.
            if let header = try? FileLook.columns(of: path, form), let plan = plan(for: header) {
                return plan.read(as: form)
            }
        }
        return nil
    }

    /// The plan for a file with that header; nil when it has other headings than the one for which the mapping was kept.
    package func plan(for header: [String]) -> FilePlan? {
        // Refused rows come back with two columns more.
        let header = isRefusals(header) ? Array(header.dropLast(2)) : header
        let wanted = Set(columns.map { plainHeading($0.heading) })
        return wanted == Set(header.map(plainHeading)) ? applied(to: header) : nil
    }

    /// The plan for any file: what is said of headings that it has.
    package func applied(to header: [String]) -> FilePlan {
        var plan = FilePlan()
        plan.kind = kind
        plan.names = names ?? NameChoices()
        var rest = columns
        for (index, heading) in header.enumerated() {
            // Several columns of the same heading are told apart by their order.
            guard let found = rest.firstIndex(where: { plainHeading($0.heading) == plainHeading(heading) }) else {
                continue
            }
            let column = rest.remove(at: found)
            plan.fields[index] = column.field
            plan.dates[index] = column.dates
            plan.numbers[index] = column.numbers
        }
        return plan
    }
}

/// Whether a header is that of a file of refused rows: the columns of the table, then the line and the reason.
func isRefusals(_ header: [String]) -> Bool { header.suffix(2) == ["line", "reason"] }

/// What parts the whole of a number from its fraction: `1,234.50` or `1.234,50`. Told over a whole column, as dates are.
package enum DecimalMark: String, Codable, Hashable, Sendable { case point, comma }

/// What the numbers of one column have in common.
package struct NumberColumn: Codable, Hashable, Sendable {
    /// Numbers that can only be read with that decimal mark, and those like `1.234` and `1,234` that can be read both ways.
    private(set) var point = 0
    private(set) var comma = 0
    private(set) var either = 0

    mutating func add(_ text: some StringProtocol) {
        switch NumberColumn.mark(text) {
        case .none: break
        case .some(.none): either += 1
        case .some(.point): point += 1
        case .some(.comma): comma += 1
        }
    }

    /// Whether nothing in the column says which it is.
    package var isAmbiguous: Bool { either > 0 && point == 0 && comma == 0 }
    /// Whether it holds both, so that a number that reads both ways must be refused.
    package var isMixed: Bool { point > 0 && comma > 0 }
    package var mark: DecimalMark? { isMixed ? nil : point > 0 ? .point : comma > 0 ? .comma : nil }

    /// The decimal mark that a number shows; a nil inside when it may be either, nil when it has no mark or is no number.
    static func mark(_ text: some StringProtocol) -> DecimalMark?? {
        var marks: [UInt8] = []
        var digits = 0
        var before = 0
        var first: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "."), UInt8(ascii: ","):
                if marks.isEmpty { before = digits }
                marks.append(byte)
                digits = 0
            case 48...57:
                if first == 0 { first = byte }
                digits += 1
            case UInt8(ascii: "@"), UInt8(ascii: ":"), UInt8(ascii: "/"): return .none
            default: break
            }
        }
        guard let last = marks.last, first != 0 else { return .none }
        func decimal(_ byte: UInt8) -> DecimalMark { byte == UInt8(ascii: ".") ? .point : .comma }
        func other(_ byte: UInt8) -> DecimalMark { byte == UInt8(ascii: ".") ? .comma : .point }
        if marks.contains(where: { $0 != last }) { return decimal(last) }
        if marks.count > 1 { return other(last) }
        let isGrouped = digits == 3 && (1...3).contains(before) && first != UInt8(ascii: "0")
        return isGrouped ? .some(.none) : decimal(last)
    }
}

extension Reading {
    /// What is known about the numbers of a column.
    enum Numbers: Sendable {
        case mark(DecimalMark)
        case mixed
    }

    /// A number of the column so that it can be read in one way only: `1.234` of a column with decimal points gets a further zero.
    func plain(_ text: String, column: Int, heading: @autoclosure () -> String) throws(Refused) -> String {
        guard let known = numbers[column], case .some(.none) = NumberColumn.mark(text) else { return text }
        guard case .mark(let mark) = known else {
            throw Refused(
                reason: say(
                    "\(heading()): \(text) may be two numbers, and the column holds decimal points and commas; write it without a mark for thousands"
                ))
        }
        let isPoint = text.contains(".")
        guard isPoint == (mark == .point), let last = text.lastIndex(where: { $0.isASCII && $0.isNumber }) else {
            return text
        }
        return text[...last] + "0" + text[text.index(after: last)...]
    }
}
