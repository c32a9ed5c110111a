import Screen
import Words

/// A canvas as an SVG picture: every glyph stands in its own column, whatever font the reader has.
struct ScreenPicture {
    let canvas: Canvas
    let title: String

    /// The size of a cell and of the letters in it, in pixels: a monospace letter is about 0.6 of its size wide.
    private static let cell = (width: 9, height: 19)
    private static let letters = 15
    /// From the top of a cell to the line that the letters stand on.
    private static let baseline = 14
    private static let margin = 14

    private static let background = "#16191d"
    private static let foreground = "#d0d0d0"
    /// What a terminal of 256 colours shows.
    private static let colours: [Role: String] = Role.allCases.reduce(into: [:]) { colours, role in
        colours[role] = Theme.dark.colour(role).map(hex)
    }
    private static let selection = hex(Theme.dark.selection!)

    private static func hex(_ colour: Int) -> String {
        "#" + Theme.components(of: colour).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Glyphs that must touch the row below, whatever the font: drawn as bars, from the left of the cell.
    private static let bars: [String: (x: Int, width: Int)] = [Glyphs.vertical: (4, 1), Glyphs.edge: (0, 5)]

    /// Cells of one row that look the same.
    private struct Run {
        var x: Int
        var end: Int
        var style: Style
        var cells: [(x: Int, text: String)]
    }

    var svg: String {
        let width = canvas.width * Self.cell.width + 2 * Self.margin
        let height = canvas.height * Self.cell.height + 2 * Self.margin
        var lines = [
            #"<svg xmlns="http://www.w3.org/2000/svg" width="\#(width)" height="\#(height)" viewBox="0 0 \#(width) \#(height)" role="img">"#,
            "<title>\(Self.escaped(title))</title>",
            #"<rect width="\#(width)" height="\#(height)" rx="8" fill="\#(Self.background)"/>"#,
            #"<g font-family="'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', 'PingFang SC', monospace" font-size="\#(Self.letters)" xml:space="preserve" style="unicode-bidi:bidi-override;direction:ltr">"#,
        ]
        for y in 0..<canvas.height {
            for run in runs(ofRow: y) { lines += drawn(run, y) }
        }
        if let cursor = canvas.cursor {
            let x = left(cursor.x)
            lines.append(
                #"<rect x="\#(x)" y="\#(top(cursor.y))" width="2" height="\#(Self.cell.height)" fill="\#(Self.foreground)"/>"#
            )
        }
        lines += ["</g>", "</svg>"]
        return lines.joined(separator: "\n") + "\n"
    }

    private func left(_ x: Int) -> Int { Self.margin + x * Self.cell.width }
    private func top(_ y: Int) -> Int { Self.margin + y * Self.cell.height }

    private func runs(ofRow y: Int) -> [Run] {
        var runs: [Run] = []
        for x in 0..<canvas.width {
            let cell = canvas[x, y]
            if cell.width == 0 { continue }
            let end = x + Int(cell.width)
            if var run = runs.last, run.style == cell.style {
                run.end = end
                run.cells.append((x, cell.text))
                runs[runs.count - 1] = run
            } else {
                runs.append(Run(x: x, end: end, style: cell.style, cells: [(x, cell.text)]))
            }
        }
        return runs
    }

    private func drawn(_ run: Run, _ y: Int) -> [String] {
        var lines: [String] = []
        let marks = run.style.marks
        var colour = Self.colours[run.style.role] ?? Self.foreground
        let behind = marks.contains(.reverse) ? colour : marks.contains(.selected) ? Self.selection : nil
        if marks.contains(.reverse) { colour = Self.background }
        if let behind {
            let width = (run.end - run.x) * Self.cell.width
            lines.append(
                #"<rect x="\#(left(run.x))" y="\#(top(y))" width="\#(width)" height="\#(Self.cell.height)" fill="\#(behind)"/>"#
            )
        }
        let bars = run.cells.compactMap { cell in
            Self.bars[cell.text].map { bar in
                #"<rect x="\#(left(cell.x) + bar.x)" y="\#(top(y))" width="\#(bar.width)" height="\#(Self.cell.height)" fill="\#(colour)"/>"#
            }
        }
        lines += bars
        let isMatch = run.style.role == .match
        var look = #" fill="\#(colour)""#
        if marks.contains(.bold) || isMatch { look += #" font-weight="bold""# }
        if marks.contains(.underline) || isMatch { look += #" text-decoration="underline""# }
        for word in words(run.cells) {
            let places = word.map { String(left($0.x)) }.joined(separator: " ")
            let text = Self.escaped(word.map(\.text).joined())
            lines.append(#"<text x="\#(places)" y="\#(top(y) + Self.baseline)"\#(look)>\#(text)</text>"#)
        }
        return lines
    }

    /// Parts of a run without wide gaps. A place is given for each UTF-16 unit, so a cell that has several (a letter with
    /// marks, a rare character) stands last in its part, where nothing follows that could get a wrong place.
    private func words(_ cells: [(x: Int, text: String)]) -> [[(x: Int, text: String)]] {
        var words: [[(x: Int, text: String)]] = []
        var word: [(x: Int, text: String)] = []
        func isBlank(_ cell: (x: Int, text: String)) -> Bool { cell.text == " " || Self.bars[cell.text] != nil }
        func finish() {
            while let last = word.last, isBlank(last) { word.removeLast() }
            if !word.isEmpty { words.append(word) }
            word = []
        }
        for cell in cells {
            if isBlank(cell), word.last.map(isBlank) ?? true {
                finish()
                continue
            }
            word.append(cell)
            if cell.text.utf16.count > 1 { finish() }
        }
        finish()
        return words
    }

    private static func escaped(_ text: String) -> String {
        text.escaping("&", as: "&amp;").escaping("<", as: "&lt;").escaping(">", as: "&gt;")
    }
}
