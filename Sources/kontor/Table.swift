import Screen
import Words

/// A plain table: capitals over columns that stand exactly, whatever the width of their characters.
struct Table {
    struct Column {
        var title: String
        var isRight = false
    }

    /// A cell wider than this is cut; CSV and JSON cut nothing.
    static let widest = 40

    private let columns: [Column]
    private let widths: [Int]

    /// - Parameter rows: those by which the widths are chosen.
    init(_ columns: [Column], fitting rows: [[String]]) {
        self.columns = columns
        widths = columns.indices.map { at in
            let widest = rows.reduce(displayWidth(of: columns[at].title)) { max($0, displayWidth(of: visible($1[at]))) }
            return min(widest, Table.widest)
        }
    }

    var header: String { line(columns.map { $0.title.uppercased() }) }

    /// One row; no spaces at its end.
    func line(_ cells: [String]) -> String {
        let padded = zip(cells, zip(columns, widths)).map { cell, column in
            pad(visible(cell), column.1, column.0.isRight ? .right : .left)
        }
        var text = padded.joined(separator: "  ")[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
