/// A line of text whose parts look different.

/// Runs of text, each with its style. A plain string literal is one run in the normal style.
package struct StyledText: Hashable, Sendable, ExpressibleByStringLiteral {
    package struct Run: Hashable, Sendable {
        package var text: String
        package var style: Style
    }

    package var runs: [Run]

    package init(_ text: String = "", _ style: Style = .normal) {
        runs = text.isEmpty ? [] : [Run(text: text, style: style)]
    }

    package init(stringLiteral value: String) { self.init(value) }

    package static func + (a: StyledText, b: StyledText) -> StyledText {
        var sum = a
        sum.runs += b.runs
        return sum
    }

    package static func += (a: inout StyledText, b: StyledText) { a.runs += b.runs }

    /// The text alone.
    package var text: String { runs.map(\.text).joined() }
    package var isEmpty: Bool { runs.allSatisfy(\.text.isEmpty) }
    /// Columns that it takes when nothing is cut.
    package var width: Int { runs.reduce(0) { $0 + displayWidth(of: $1.text) } }

    /// The same text with every style changed.
    package func mapStyle(_ change: (Style) -> Style) -> StyledText {
        var copy = self
        for index in copy.runs.indices { copy.runs[index].style = change(copy.runs[index].style) }
        return copy
    }
}
