import CNcurses
import Screen

/// The roles as colours of this terminal.
struct Palette {
    private enum Kind { case mono, few, many }

    private let kind: Kind
    private let hasDim: Bool

    /// Colours of 256, for a dark background: a soft set that stays readable on the quiet background of the selection.
    private static let many: [Role: Int16] = [
        .dim: 244, .accent: 73, .bad: 167, .attention: 180, .good: 114, .promise: 176,
    ]
    /// The same of 8.
    private static let few: [Role: Int16] = [.accent: 6, .bad: 1, .attention: 3, .good: 2, .promise: 5]
    private static let selection: Int16 = 238

    init() {
        hasDim = kontor_has_dim() == 1
        guard environment("NO_COLOR") == nil, has_colors(), start_color() == 0 else {
            kind = .mono
            return
        }
        use_default_colors()
        let colours = kontor_colours()
        kind = colours >= 256 ? .many : .few
        for role in Role.allCases {
            let colour = (kind == .many ? Self.many : Self.few)[role] ?? -1
            init_pair(Int16(role.rawValue) + 1, colour, -1)
            if kind == .many { init_pair(Int16(role.rawValue) + 9, colour, Self.selection) }
        }
    }

    /// Sets what is written next.
    func apply(_ style: Style) {
        let marks = style.marks
        let isSelected = marks.contains(.selected)
        let isMatch = style.role == .match
        let reverse = marks.contains(.reverse) != (isSelected && kind != .many)
        let dim = style.role == .dim && kind != .many && hasDim && !isSelected
        let attributes = kontor_attributes(
            marks.contains(.bold) || isMatch ? 1 : 0, marks.contains(.underline) || isMatch ? 1 : 0, reverse ? 1 : 0,
            dim ? 1 : 0)
        let pair = kind == .mono ? 0 : Int32(style.role.rawValue) + (isSelected && kind == .many ? 9 : 1)
        kontor_style(attributes, pair)
    }
}
