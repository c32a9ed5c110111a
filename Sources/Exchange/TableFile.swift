import Formats
import Sales
package import Words

/// Opens a table as the person says, and for the rest as is found out: its encoding, what parts the cells, whether the first row is
/// one of headings.
enum TableFile {
    /// - Throws: `ExchangeError`
    static func open(_ input: InputFile, _ options: ImportOptions) throws -> CSVTable {
        let plan = options.plan
        let encoding = try plan.encoding.map { try TableFile.encoding($0) } ?? options.encoding
        func open(_ hasHeader: Bool) throws -> CSVTable {
            try CSVTable(
                input.source(), encoding: encoding, delimiter: plan.delimiter?.utf8.first, hasHeader: hasHeader)
        }
        do {
            let table = try open(plan.hasHeadings ?? true)
            if plan.hasHeadings == nil, table.dialect.isHeaderDoubtful, ColumnGuess.isRecord(table.header) {
                return try open(false)
            }
            return table
        } catch let problem as FileProblem {
            throw ExchangeError.data(input.path, problem)
        }
    }

    /// - Throws: `ExchangeError.usage` for an unknown one.
    static func encoding(_ name: String) throws -> TextEncoding {
        guard let encoding = TextEncoding(named: name) else {
            throw ExchangeError.usage(
                say(
                    "There is no encoding \(visible(name)); there are \(FilePlan.encodings.joined(separator: ", ")) and others."
                ))
        }
        return encoding
    }
}

extension FilePlan {
    /// The encodings that files have most often.
    package static let encodings = [
        "UTF-8", "GB18030", "Big5", "Windows-1252", "UTF-16LE", "UTF-16BE", "Shift_JIS", "EUC-KR", "Windows-1251",
        "ISO-8859-2",
    ]

    /// What parts the cells of a row: the character, and what it is called.
    package static let delimiters = [
        (",", Phrase("comma")), (";", Phrase("semicolon")), ("\t", Phrase("tab")), ("|", Phrase("bar")),
    ]

    /// The character that a word or the character itself means; nil for none.
    package static func delimiter(_ word: String) -> String? {
        if word == "\\t" { return "\t" }
        if let known = delimiters.first(where: { folded($0.1.key) == folded(word) })?.0 { return known }
        let isOne =
            word.utf8.count == 1 && word.utf8.first != 0x22 && word.utf8.first.map { $0 == 9 || $0 > 32 } == true
        return isOne ? word : nil
    }
}
