/// A canvas as plain text, for golden screens in tests.

extension Canvas {
    /// The text of each row, without the blanks at its end.
    package var rows: [String] {
        (0..<height).map { y in
            trimmed((0..<width).map { self[$0, y].text }.joined())
        }
    }

    /// One letter a cell: `.` normal, `d` dim, `a` accent, `b` bad, `y` attention, `g` good, `p` promise, `m` match; a
    /// capital when bold (`N` normal), and on plain cells `s` (bold `S`) selected, `r` reverse, `u` underlined. A second
    /// layer of such letters shows colour and selection where the text alone cannot.
    package var styleRows: [String] {
        (0..<height).map { y in
            trimmed((0..<width).map { letter(of: self[$0, y]) }.joined())
        }
    }

    /// Both layers, the way they are kept in files.
    package var dump: String {
        (rows + [String(repeating: "=", count: width)] + styleRows).joined(separator: "\n") + "\n"
    }

    private func letter(of cell: Cell) -> String {
        let marks = cell.style.marks
        let bold = marks.contains(.bold)
        let plain: String =
            if marks.contains(.reverse) {
                "r"
            } else {
                switch cell.style.role {
                case .normal:
                    if marks.contains(.selected) {
                        "s"
                    } else if marks.contains(.underline) {
                        "u"
                    } else if bold {
                        "n"
                    } else if cell.text == " " {
                        " "
                    } else {
                        "."
                    }
                case .dim: "d"
                case .accent: "a"
                case .bad: "b"
                case .attention: "y"
                case .good: "g"
                case .promise: "p"
                case .match: "m"
                }
            }
        return bold ? plain.uppercased() : plain
    }

    private func trimmed(_ row: String) -> String {
        var characters = Substring(row)
        while characters.last == " " { characters.removeLast() }
        return String(characters)
    }
}
