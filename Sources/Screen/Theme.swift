/// Which colours the roles have, and which set of them suits a terminal.

package enum Theme: String, CaseIterable, Sendable {
    /// For a dark background: a soft set that stays readable on the quiet background of the selection.
    case dark
    /// For a light background.
    case light
    /// The 8 colours of the terminal's own choice; the selection is reverse.
    case plain
    /// Bold, underlined and reverse only.
    case none

    /// - Parameters:
    ///   - setting: a theme's name, or `auto`.
    ///   - environment: `NO_COLOR`, and `COLORFGBG`, in which some terminals say what their background is.
    ///   - colours: how many the terminal has.
    package init(_ setting: String, environment: (String) -> String?, colours: Int) {
        let wanted = Theme(rawValue: setting)
        if colours < 8 || wanted == Theme.none || (wanted == nil && environment("NO_COLOR") != nil) {
            self = .none
        } else if colours < 256 || wanted == .plain {
            self = .plain
        } else {
            self = wanted ?? (Theme.isLight(environment("COLORFGBG")) ? .light : .dark)
        }
    }

    /// `0;15`, `0;default;15`: the last number is the background, of the 16 colours those of which white text cannot be read.
    private static func isLight(_ value: String?) -> Bool {
        guard let number = value?.split(separator: ";").last.flatMap({ Int($0) }) else { return false }
        return number == 7 || (9...15).contains(number)
    }

    /// The colour of a role by its number in the terminal's table; nil for the terminal's own.
    package func colour(_ role: Role) -> Int? {
        switch self {
        case .dark: [.dim: 244, .accent: 73, .bad: 167, .attention: 180, .good: 114, .promise: 176][role]
        case .light: [.dim: 241, .accent: 24, .bad: 124, .attention: 94, .good: 22, .promise: 127][role]
        case .plain: [.accent: 6, .bad: 1, .attention: 3, .good: 2, .promise: 5][role]
        case .none: nil
        }
    }

    /// The quiet background of the selected row; nil where it is shown in reverse.
    package var selection: Int? {
        switch self {
        case .dark: 237
        case .light: 254
        case .plain, .none: nil
        }
    }

    /// Red, green and blue, 0 to 255, of a colour of xterm's 256 from 16 on, which every terminal shows alike.
    package static func components(of colour: Int) -> [Int] {
        if colour >= 232 { return Array(repeating: 8 + (colour - 232) * 10, count: 3) }
        return [36, 6, 1].map { step in
            let level = (colour - 16) / step % 6
            return level == 0 ? 0 : 55 + level * 40
        }
    }
}
