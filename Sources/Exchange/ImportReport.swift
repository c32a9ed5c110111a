import Formats
package import Sales
import Words

/// What an import did, or would do: numbers that add up, and every record that did not get in with its reason.
package struct ImportReport: Sendable, Equatable {
    package struct Counts: Sendable, Equatable {
        package var imported = 0
        /// Here already, and brought up to date.
        package var updated = 0
        /// Here already, and just as in the file.
        package var unchanged = 0
        package var skipped = 0
        package var refused = 0

        package init(imported: Int = 0, updated: Int = 0, unchanged: Int = 0, skipped: Int = 0, refused: Int = 0) {
            self.imported = imported
            self.updated = updated
            self.unchanged = unchanged
            self.skipped = skipped
            self.refused = refused
        }

        package var merged: Int { updated + unchanged }
        package var read: Int { imported + merged + skipped + refused }
    }

    /// Something to tell about a place in a file.
    package struct Remark: Sendable, Equatable {
        package var path: String
        /// From 1; nil when the whole file is meant.
        package var line: Int?
        package var reason: String

        /// `contacts.csv, line 12: no name`.
        package var sentence: String {
            let file = visible(path.split(separator: "/").last.map(String.init) ?? path)
            if let line { return say("\(file), line \(line): \(visible(reason))") }
            return say("\(file): \(visible(reason))")
        }
    }

    /// A record that was refused, with the cells of its row, so that it can be put right and brought in again.
    package struct Refusal: Sendable, Equatable {
        package var remark: Remark
        package var cells: [String]
        /// The place of its file in `files`.
        var file: Int
    }

    /// What was changed both here and in the file since it was exported.
    package struct Conflict: Sendable, Equatable {
        package var path: String
        package var line: Int?
        /// What the record is called.
        package var name: String
        /// The field; empty when the record was deleted here.
        package var heading: String
        package var here: String
        package var file: String
        /// Whether the file's side was taken.
        package var takesFile: Bool

        /// `contacts.csv, line 4: Ada Lovell: position is CTO here and CEO in the file.`
        package var sentence: String {
            let what =
                heading.isEmpty
                ? say("\(name) was deleted here and changed in the file")
                : say("\(name): \(heading) is \(said(here)) here and \(said(file)) in the file")
            return Remark(path: path, line: line, reason: what).sentence
        }

        private func said(_ text: String) -> String { text.isEmpty ? say("empty") : text }
    }

    package struct File: Sendable, Equatable {
        package var path: String
        /// What its rows are; nil for vCards and calendars, which hold several kinds.
        package var kind: Kind?
        /// `UTF-8`, `GB18030`; nil for JSON, which is always UTF-8.
        package var encoding: String?
        /// The encoding was only guessed: the text should be looked at.
        package var isEncodingGuessed = false
        package var header: [String] = []
        /// Whether those are headings of the file, and no numbers of its columns.
        package var hasHeader = true
        /// What each column of the header fills; nil for one that was not read.
        package var fields: [String?] = []
        /// Headings of columns that hold something and were not read.
        package var unmapped: [String] = []

        /// Without the folders in which it is.
        package var name: String { path.split(separator: "/").last.map(String.init) ?? path }

        /// Whether it is a table, whose columns the user may map.
        package var hasColumns: Bool { !fields.isEmpty }
    }

    package var isDryRun = false
    /// The first records as they would be, when nothing is changed.
    package var previews: [ImportPreview] = []
    package var counts: [Kind: Counts] = [:]
    package var files: [File] = []
    /// The first ones; `counts` has them all.
    package private(set) var refusals: [Refusal] = []
    /// The first ones; `counts` has them all.
    package private(set) var skips: [Remark] = []
    /// What was read otherwise than it stands in the file, or left out of a record.
    package var remarks: [Remark] = []
    /// Further remarks that are only counted.
    package var remarksBeyond = 0
    /// The first ones.
    package private(set) var conflicts: [Conflict] = []
    package private(set) var conflictCount = 0
    /// Records of which something that was changed here since the export was kept.
    package internal(set) var keptHere = 0
    /// The names of stages, reasons, outcomes and companies that records needed and that were made for them; the first ones.
    package private(set) var made: [Kind: [String]] = [:]
    /// Further ones that are only counted.
    private var madeBeyond: [Kind: Int] = [:]
    /// Dates or numbers of a column could be read two ways, and nobody said how.
    package internal(set) var isDateOrderOpen = false
    package internal(set) var isDecimalOpen = false
    /// Names that lead to no record here, or to several; the first ones.
    package internal(set) var unknown: [UnknownName] = []

    /// What is to be said of the names that are not known.
    package func sentences(ofNames told: Int) -> [String] {
        // Of what is made, all are counted; of a record that nobody needs in the end, nothing is said.
        let made = made.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { kind, names in
            names.map { UnknownName(kind: kind, name: $0, choice: .make) }
        }
        return UnknownName.sentences(
            made + unknown.filter { $0.choice != .make }, madeBeyond: madeBeyond, told: told, isDryRun: isDryRun)
    }

    mutating func note(made kind: Kind, _ name: String) {
        if made[kind]?.count == UnknownName.most {
            madeBeyond[kind, default: 0] += 1
        } else {
            made[kind, default: []].append(name)
        }
    }

    mutating func forgetMade() { (made, madeBeyond) = ([:], [:]) }

    /// All kinds together.
    package var total: Counts {
        counts.values.reduce(into: Counts()) { total, counts in
            total.imported += counts.imported
            total.updated += counts.updated
            total.unchanged += counts.unchanged
            total.skipped += counts.skipped
            total.refused += counts.refused
        }
    }

    mutating func add(_ conflict: Conflict) {
        conflictCount += 1
        if conflicts.count < Limits.problems { conflicts.append(conflict) }
    }

    mutating func add(_ refusal: Refusal) {
        if refusals.count < Limits.problems { refusals.append(refusal) }
    }

    mutating func add(skip: Remark) {
        if skips.count < Limits.problems { skips.append(skip) }
    }

    mutating func remark(_ path: String, _ line: Int?, _ reason: String) {
        if remarks.count < Limits.problems {
            remarks.append(Remark(path: path, line: line, reason: reason))
        } else {
            remarksBeyond += 1
        }
    }
}
