/// The table of the glyphs that Kontor draws with.

/// Each is of *ambiguous* width: some terminals that are set up for Chinese draw it two columns wide, and some fonts have
/// it as a coloured picture. So each has a plain stand-in of one column, and nothing else of this kind may be drawn.
package enum Glyphs {
    package static let ellipsis = "…"
    package static let selected = "▸"
    package static let dot = "●"
    package static let right = "→"
    package static let left = "←"
    package static let up = "↑"
    package static let down = "↓"
    package static let lineBreak = "↵"
    package static let full = "█"
    package static let shade = "▒"
    package static let light = "░"
    package static let edge = "▌"
    package static let caret = "▏"
    package static let phone = "☎"
    package static let mail = "✉"
    package static let meeting = "▣"
    package static let warning = "⚠"
    package static let check = "✓"
    package static let repeats = "↻"
    package static let approximately = "≈"
    package static let between = "·"
    package static let dash = "–"
    package static let quota = "┊"
    package static let horizontal = "─"
    package static let vertical = "│"
    /// Columns of eight heights, for a small chart in a line of text.
    package static let heights = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    /// What is sent instead on a terminal that draws ambiguous glyphs two columns wide. One column each.
    package static let standIns: [String: String] = [
        "…": "~", "▸": ">", "●": "*", "→": ">", "←": "<", "↑": "^", "↓": "v", "↵": "$", "█": "#", "▒": ":", "░": ".",
        "▌": "|", "▏": "_", "☎": "T", "✉": "@", "▣": "M", "⚠": "!", "✓": "v", "↻": "R", "≈": "~", "·": "-", "–": "-",
        "—": "-",
        "┊": ":", "─": "-", "│": "|", "╭": "+", "╮": "+", "╰": "+", "╯": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+",
        "┼": "+", "▁": "_", "▂": "_", "▃": "-", "▄": "-", "▅": "=", "▆": "=", "▇": "#", "×": "x", "‘": "'", "’": "'",
        "“": "\"", "”": "\"",
    ]
}
