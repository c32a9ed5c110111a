import Formats
import Sales
import Storage
import Words

/// A list on its way out, a page at a time: as a table, CSV or JSON.
struct Listing {
    private var query: ListQuery
    let errand: Errand
    private var columns: [ListColumn] { query.columns }

    private static let page = 500

    init(_ query: ListQuery, _ errand: Errand) {
        self.query = query
        self.errand = errand
    }

    /// - Returns: how many lines there were.
    func write(_ store: Store, as format: FormatOptions.Format) throws -> Int {
        try store.read { transaction in
            switch format {
            case .table: try table(transaction)
            case .csv: try csv(transaction)
            case .json: try json(transaction)
            }
        }
    }

    private func table(_ transaction: Transaction) throws -> Int {
        var table: Table?
        var wide = self
        if let because = query.kind.listColumn("because") { wide.query.columns.append(because) }
        return try wide.pages(transaction) { rows in
            let lines = rows.map { row in ["\(row.ref)"] + zip(row.cells, columns).map { words($0, $1, of: row) } }
            if table == nil {
                let made = Table(
                    [Table.Column(title: say("Ref"))]
                        + columns.enumerated().map { Table.Column(title: say($1.label), isRight: isNumber(rows, $0)) },
                    fitting: lines)
                errand.output.line(made.header)
                table = made
            }
            for line in lines { errand.output.line(table!.line(line)) }
        }
    }

    private func isNumber(_ rows: [ListRow], _ column: Int) -> Bool {
        rows.contains { row in
            switch row.cells[column] {
            case .number, .money: true
            default: false
            }
        }
    }

    private func csv(_ transaction: Transaction) throws -> Int {
        var writer = CSVWriter()
        writer.row(["ref"] + columns.map(\.name))
        let count = try pages(transaction) { rows in
            for row in rows { writer.row(["\(row.ref)"] + row.cells.map(text)) }
            try errand.output.data(writer.take())
        }
        try errand.output.data(writer.take())
        return count
    }

    private func json(_ transaction: Transaction) throws -> Int {
        let text = RecordText(transaction, errand)
        var array = JSONArray(errand.output)
        let count = try pages(transaction) { rows in for row in rows { try array.add(text.json(row.ref)) } }
        try array.end()
        return count
    }

    private func pages(_ transaction: Transaction, _ body: ([ListRow]) throws -> Void) throws -> Int {
        if Narrowing.isNeeded(for: query) { return try sortedPages(transaction, body) }
        var count = 0
        var place: ListPlace?
        while true {
            let rows = try transaction.page(query, from: place, limit: Self.page)
            if rows.isEmpty { return count }
            try body(rows)
            try errand.output.spill()
            count += rows.count
            place = rows.last?.place
        }
    }

    private func sortedPages(_ transaction: Transaction, _ body: ([ListRow]) throws -> Void) throws -> Int {
        let ids = try transaction.orderedIDs(query)
        for start in stride(from: 0, to: ids.count, by: Self.page) {
            try body(transaction.rows(query, ids: ids[start..<min(ids.count, start + Self.page)]))
            try errand.output.spill()
        }
        return ids.count
    }

    /// As people read it: how something repeats in words, why there is no next step in its place.
    ///
    /// - Parameter row: that of a list with reasons has its own behind all columns.
    private func words(_ cell: ListCell, _ column: ListColumn, of row: ListRow) -> String {
        if column.name == "next", cell == .none, case .text(let because)? = row.cells.dropFirst(columns.count).last {
            return say("none: \(because)")
        }
        guard case .text(let text) = cell else { return self.text(cell) }
        return column.name == "repeat" ? (try? Recurrence(rule: text))?.words ?? text : column.said(text)
    }

    /// Dates as ISO 8601 in the clock's zone, so that a column of them sorts.
    private func text(_ cell: ListCell) -> String {
        switch cell {
        case .none: ""
        case .text(let text): text
        case .number(let number): String(number)
        case .day(let day): day.description
        case .instant(let instant): RecordText.iso(instant, errand)
        case .money(let money): money.description
        case .step(let due, let action):
            (due.at.map { RecordText.iso($0, errand) } ?? due.on.description) + " " + action
        }
    }
}
