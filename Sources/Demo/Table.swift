/// Tables written as text, so that the territory can be read and changed like a list on paper.

/// One line a row, cells parted by `|`, the names of the columns in the first line. An indented line goes on with the
/// row above; `¶` in a cell begins a new paragraph. Cells missing at the end of a row are empty.
struct Table {
    let rows: [Row]

    struct Row {
        fileprivate let columns: [String: Int]
        fileprivate let cells: [String]

        /// The cell of a column. A column that the table does not have is a mistake in the program.
        subscript(_ column: String) -> String {
            guard let index = columns[column] else { preconditionFailure("no column \(column) in \(columns.keys)") }
            return index < cells.count ? cells[index] : ""
        }

        /// The cell's parts, parted by `,`.
        func list(_ column: String) -> [String] {
            split(self[column], at: ",")
        }
    }

    init(_ text: String) {
        var lines: [String] = []
        for line in text.split(separator: "\n") {
            if line.first == " ", let above = lines.popLast() {
                let rest = line.trimmingPrefix { $0 == " " }
                // Han text is written without spaces, so a line break in it is none.
                let isHan = (above.unicodeScalars.last?.value ?? 0) >= 0x2E80
                lines.append(above + (isHan ? "" : " ") + rest)
            } else {
                lines.append(String(line))
            }
        }
        let names = split(lines.first ?? "", at: "|")
        let columns = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
        rows = lines.dropFirst().map { line in
            let cells = split(line, at: "|").map { $0.contains("¶") ? paragraphs($0) : $0 }
            precondition(cells.count <= columns.count, "too many cells: \(line)")
            return Row(columns: columns, cells: cells)
        }
    }
}

/// The parts of a text without the spaces round them; none of an empty text.
func split(_ text: String, at separator: Character) -> [String] {
    if text.isEmpty { return [] }
    return text.split(separator: separator, omittingEmptySubsequences: false).map { part in
        var part = part
        while part.first == " " { part.removeFirst() }
        while part.last == " " { part.removeLast() }
        return String(part)
    }
}

private func paragraphs(_ cell: String) -> String {
    split(cell, at: "¶").joined(separator: "\n\n")
}
