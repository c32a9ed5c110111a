import Formats

/// The file of refused rows: a table of the columns of their files, then `line` and `reason`. It is written while the import goes on,
/// so that however many are refused, few are remembered.
final class RefusedRows {
    private let file: SafeFile
    /// The columns of each file that is brought in.
    private let headers: [[String]]
    private let headings: [String]
    private var writer = CSVWriter()
    private var isEmpty = true

    /// - Throws: `ExchangeError` when no file may be written there.
    init(_ place: ImportOptions.Rejects, of files: [ImportReport.File]) throws {
        file = try SafeFile(place.path, force: place.force)
        headers = files.map(\.header)
        var headings: [String] = []
        for heading in headers.joined() where !headings.contains(heading) { headings.append(heading) }
        self.headings = headings
        writer.row(headings + ["line", "reason"])
    }

    func add(_ refusal: ImportReport.Refusal) throws {
        isEmpty = false
        let header = headers[refusal.file]
        var cells = headings.map { heading in
            header.firstIndex(of: heading).flatMap { $0 < refusal.cells.count ? refusal.cells[$0] : nil } ?? ""
        }
        if refusal.cells.count > header.count, !header.isEmpty {
            // More cells than columns: nothing of the row may be lost.
            cells[cells.count - 1] += "\n" + refusal.cells[header.count...].joined(separator: "\n")
        }
        writer.row(cells + [refusal.remark.line.map(String.init) ?? "", refusal.remark.reason])
        try file.write(writer.take())
    }

    /// Puts the file in its place, when a row was refused.
    func finish() throws { if isEmpty { file.discard() } else { try file.finish() } }
}
