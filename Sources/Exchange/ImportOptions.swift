package import Formats
package import Sales
import Words

/// How files are to be brought in.
package struct ImportOptions: Sendable {
    /// What happens to a record that is here already.
    package enum Mode: String, CaseIterable, Sendable {
        /// Nothing is taken for the same by its looks: all records are added but those whose uid or foreign id is here.
        case add
        /// It is brought up to date.
        case update
        /// It stays as it is.
        case skip
    }

    /// Of two sides that have changed the same field since a table was exported.
    package enum Side: String, CaseIterable, Sendable { case here, file }

    /// Where the refused rows are written.
    package struct Rejects: Sendable {
        package var path: String
        /// Replace what is there.
        package var force: Bool

        package init(_ path: String, force: Bool = false) { (self.path, self.force) = (path, force) }
    }

    /// What the rows are; nil to find out from the headings and the name of the file.
    package var kind: Kind?
    /// What a column fills, by its heading: the word of a field or a heading of our own files, or `-` to leave it out.
    package var mapping: [String: String]
    /// What else was said of the file at hand.
    package var plan = FilePlan()
    /// What becomes of names that are not known here.
    package var names = NameChoices()
    package var mode: Mode
    /// Which side wins where both have changed the same.
    package var conflicts = Side.here
    /// Find out what would happen, and change nothing.
    package var isDryRun: Bool
    /// ISO 4217, of amounts that do not say theirs.
    package var currency: String
    /// How to read `03/04/2026` when nothing in its column tells.
    package var prefersMonthFirst: Bool
    /// As the user chose it; nil to detect it.
    package var encoding: TextEncoding?

    /// Nil to tell the first ones only.
    package var rejects: Rejects?

    package init(
        kind: Kind? = nil, mapping: [String: String] = [:], mode: Mode = .update, isDryRun: Bool = false,
        currency: String = "USD", prefersMonthFirst: Bool = false, encoding: TextEncoding? = nil,
        rejects: Rejects? = nil
    ) {
        self.kind = kind
        self.mapping = mapping
        self.mode = mode
        self.isDryRun = isDryRun
        self.currency = currency
        self.prefersMonthFirst = prefersMonthFirst
        self.encoding = encoding
        self.rejects = rejects
    }

    var dateOrder: DateOrder { prefersMonthFirst ? .monthFirst : .dayFirst }
}

/// How far an import has come.
package struct ImportProgress: Sendable {
    /// The file that is being read.
    package var path: String
    /// Records read so far, of all files.
    package var records: Int
    /// How much of all there is to read has been read, from 0 to 1; nil when that cannot be known.
    package var fraction: Double?
}
