/// How a cell looks: a role of colour, which the terminal turns into a colour, and a few marks.

/// What a colour says. No part of the program names a colour; see "Roles of colour" in the product page.
package enum Role: UInt8, CaseIterable, Sendable {
    case normal
    /// Secondary text.
    case dim
    /// Keys, tabs, stages, charts, frames.
    case accent
    /// Overdue, rotting, lost, errors.
    case bad
    /// Today, nothing planned.
    case attention
    /// Planned, done, won.
    case good
    /// Promises and losing touch.
    case promise
    /// What a search matched: bold and underlined, without a colour of its own.
    case match
}

/// A role and its marks. `Style.bad.bold` reads as it looks.
package struct Style: Hashable, Sendable {
    package struct Marks: OptionSet, Hashable, Sendable {
        package var rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }
        package static let bold = Marks(rawValue: 1)
        package static let underline = Marks(rawValue: 2)
        package static let reverse = Marks(rawValue: 4)
        /// The quiet background of the selected row; reverse where there are 8 colours.
        package static let selected = Marks(rawValue: 8)
    }

    package var role: Role
    package var marks: Marks

    package init(_ role: Role = .normal, _ marks: Marks = []) {
        self.role = role
        self.marks = marks
    }

    package static let normal = Style(.normal)
    package static let dim = Style(.dim)
    package static let accent = Style(.accent)
    package static let bad = Style(.bad)
    package static let attention = Style(.attention)
    package static let good = Style(.good)
    package static let promise = Style(.promise)
    package static let match = Style(.match)

    package var bold: Style { with(.bold) }
    package var underline: Style { with(.underline) }
    package var reverse: Style { with(.reverse) }
    package var selected: Style { with(.selected) }

    private func with(_ mark: Marks) -> Style { Style(role, marks.union(mark)) }
}
