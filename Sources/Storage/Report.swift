package import Sales
package import Words

/// A report as a table: what the pane, the command and an export show, and for each number the records behind it.
package struct Report: Sendable, Equatable {
    package enum Name: String, CaseIterable, Sendable {
        case pipeline, changes, forecast, conversion
        case winRate = "win-rate"
        case reasons, sources, tiers, commission, losing, outcomes, attempts, hours, activity

        /// The kind whose filter line narrows it; nil where several kinds are counted.
        package var kind: Kind? {
            switch self {
            case .activity: nil
            case .outcomes, .attempts, .hours: .call
            case .losing: .contact
            default: .opportunity
            }
        }

        /// The times that it can look at, the usual one first; none where it shows what is now.
        package var periods: [Period] {
            switch self {
            case .pipeline, .losing: []
            case .changes: [.monday, .week, .month, .quarter, .year]
            case .forecast: [.months, .month, .quarter, .year, .all]
            case .commission: [.year, .months, .quarter, .month, .twelve, .all]
            case .conversion, .winRate, .reasons, .sources, .tiers: [.twelve, .month, .quarter, .year, .all]
            default: [.weeks, .week, .month, .quarter, .year, .all]
            }
        }
    }

    package struct Column: Sendable, Equatable {
        /// The word for it in files.
        package var name: String
        package var label: Phrase

        package init(_ name: String, _ label: Phrase) {
            self.name = name
            self.label = label
        }
    }

    package enum Cell: Sendable, Equatable {
        case none
        case text(String)
        case flag(Bool)
        case number(Int)
        /// Of a hundred, rounded.
        case percent(Int)
        case money(Money)
        case day(Day)
        /// All of the month in which the day is.
        case month(Day)
        /// From this hour of the day to the next.
        case hour(Int)
        /// So many days long.
        case days(Int)
    }

    /// The records that a number counts: those of a kind that pass a filter line. Or the one that a line is about.
    package struct Behind: Sendable, Equatable {
        package var kind: Kind
        package var line = ""
        package var record: Int64?
    }

    /// A piece of a bar.
    package struct Part: Sendable, Equatable {
        package enum Look: Sendable { case solid, shaded, good, bad, lost, late }
        package var value: Int64
        package var look: Look

        init(_ value: Int64, _ look: Look = .solid) {
            self.value = value
            self.look = look
        }
    }

    package struct Line: Sendable, Equatable {
        /// One a column.
        package var cells: [Cell]
        /// By column; nil where nothing is counted.
        package var behind: [Behind?]
        /// The bar, from left to right; compared within a section.
        package var parts: [Part] = []
        /// Where a mark stands beside the bar: the quota.
        package var mark: Int64?
        /// What is to be noticed, said behind the bar.
        package var note: String?
        /// What happened to the deal that the line is about.
        package var movement: DealMovement?

        /// The length of the bar, and how much of it is not shaded.
        package var bar: Int64 { parts.reduce(0) { $0 &+ $1.value } }
        package var solid: Int64 { parts.reduce(0) { $1.look == .shaded ? $0 : $0 &+ $1.value } }
    }

    /// Lines whose bars may be compared with one another: of money those of one currency.
    package struct Section: Sendable, Equatable {
        /// Empty where there is nothing to tell apart.
        package var title = ""
        package var lines: [Line]
    }

    package var name: Name
    package var columns: [Column]
    package var sections: [Section]
    /// What it comes to, in a few words each; none when there is nothing to report.
    package var summary: [String]
    /// The days that it looks at; nil for all.
    package var days: ClosedRange<Day>?

    package var lines: [Line] { sections.flatMap(\.lines) }
}

/// A filter line that narrows what a report counts.
package struct ReportFilter: Sendable, Equatable {
    package let line: String
    let kind: Kind?
    let filter: Filter

    package static let none = ReportFilter()

    private init() { (line, kind, filter) = ("", nil, Filter()) }

    /// - Throws: `FilterError`; for a report of several kinds each line but the empty one is wrong.
    package init(_ line: String, for name: Report.Name, clock: Clock, currency: String) throws(FilterError) {
        self.line = line
        kind = name.kind
        if let kind = name.kind {
            filter = try kind.filter(line, clock: clock, currency: currency)
        } else {
            filter = Filter()
            if !line.trimmingSpaces().isEmpty {
                throw FilterError(
                    range: 0..<line.count, description: say("This report counts several kinds and takes no filter"))
            }
        }
    }

    package var isEmpty: Bool { filter.isEmpty }

    /// A filter line for what passes both this one and another without alternatives.
    func with(_ other: String) -> String {
        if isEmpty { return other }
        let characters = Array(line)
        return filter.groups.map { group in
            let text = String(characters[group.first!.range.lowerBound..<group.last!.range.upperBound])
            return other.isEmpty ? text : other + " " + text
        }.joined(separator: " or ")
    }
}
