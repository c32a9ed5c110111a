import CNcurses
import Screen

/// The roles as colours of this terminal.
struct Palette {
    private let theme: Theme
    /// Whether dim text is to be shown by the terminal's own dim, as it has no colour.
    private let usesDim: Bool

    /// - Parameter setting: a theme's name, or `auto`.
    init(_ setting: String) {
        let colours = has_colors() && start_color() == 0 ? Int(kontor_colours()) : 0
        theme = Theme(setting, environment: environment, colours: colours)
        usesDim = theme.colour(.dim) == nil && kontor_has_dim() == 1
        if theme == .none { return }
        use_default_colors()
        for role in Role.allCases {
            let colour = Int16(theme.colour(role) ?? -1)
            init_pair(Int16(role.rawValue) + 1, colour, -1)
            if let selection = theme.selection { init_pair(Int16(role.rawValue) + 9, colour, Int16(selection)) }
        }
    }

    /// Sets what is written next.
    func apply(_ style: Style) {
        let marks = style.marks
        let isSelected = marks.contains(.selected)
        let isQuiet = isSelected && theme.selection != nil
        let isMatch = style.role == .match
        let reverse = marks.contains(.reverse) != (isSelected && !isQuiet)
        let dim = style.role == .dim && usesDim && !isSelected
        let attributes = kontor_attributes(
            marks.contains(.bold) || isMatch ? 1 : 0, marks.contains(.underline) || isMatch ? 1 : 0, reverse ? 1 : 0,
            dim ? 1 : 0)
        kontor_style(attributes, theme == .none ? 0 : Int32(style.role.rawValue) + (isQuiet ? 9 : 1))
    }
}
