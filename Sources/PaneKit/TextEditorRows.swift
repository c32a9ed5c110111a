package import Screen
import Words

/// The rows of a text on the screen: wrapping, moving by rows and pages, drawing.
extension TextEditor {
    /// Learns how many columns and rows there are; one column is kept for the cursor after the last character.
    package mutating func layout(width: Int, height: Int = 10) {
        let width = max(3, width)
        self.height = max(1, height)
        guard isMultiline else { return self.width = width }
        if self.width != width || rowsBefore.isEmpty {
            var rows = 0
            rowsBefore = [0]
            rowsBefore.reserveCapacity(paragraphs.count + 1)
            for index in paragraphs.indices {
                if self.width != width || paragraphs[index].starts == nil {
                    paragraphs[index].starts = TextEditor.starts(of: paragraphs[index].characters, width: width)
                }
                rows += paragraphs[index].starts!.count + 1
                rowsBefore.append(rows)
            }
        }
        self.width = width
        top = firstRow(height: self.height)
    }

    /// Rows that the text takes when it is wrapped to the width. Of a long text in another width than that of the last layout only a
    /// lower bound, which is more than any screen has.
    package func height(width: Int) -> Int {
        guard isMultiline else { return 1 }
        if width == self.width, let rows = rowsBefore.last { return rows }
        if count > 20_000 { return max(paragraphs.count, count / width) }
        return paragraphs.indices.reduce(0) { $0 + starts($1, width: width).count + 1 }
    }

    /// Row and column of the cursor in a text wrapped to the width.
    package func cursorPlace(width: Int) -> (row: Int, column: Int) {
        let isKnown = width == self.width && !rowsBefore.isEmpty
        let before =
            isKnown
            ? rowsBefore[place.paragraph]
            : paragraphs[..<place.paragraph].indices.reduce(0) { $0 + starts($1, width: width).count + 1 }
        let own = starts(place.paragraph, width: width)
        let row = own.lastIndex { $0 <= place.offset }.map { $0 + 1 } ?? 0
        let start = row == 0 ? 0 : own[row - 1]
        return (before + row, columns(paragraphs[place.paragraph].characters[start..<place.offset]))
    }

    private func starts(_ index: Int, width: Int) -> [Int] {
        if width == self.width, let known = paragraphs[index].starts { return known }
        return TextEditor.starts(of: paragraphs[index].characters, width: width)
    }

    private static func starts(of characters: [Character], width: Int) -> [Int] {
        // Most paragraphs are one row; of ASCII that is seen at once.
        if characters.count < width / 2 { return [] }
        return lineRanges(of: characters, width: max(2, width - 1)).dropFirst().map(\.lowerBound)
    }

    private func columns(_ characters: ArraySlice<Character>) -> Int {
        characters.reduce(0) { $0 + shownWidth(of: $1) }
    }

    private func shownWidth(of character: Character) -> Int { displayWidth(of: visible(String(character))) }

    /// The paragraph and the range of characters of a row; nil behind the last one.
    private func row(_ wanted: Int, width: Int) -> (paragraph: Int, range: Range<Int>)? {
        var left = wanted
        var first = 0
        if width == self.width, !rowsBefore.isEmpty {
            var end = paragraphs.count
            while end - first > 1 {
                let middle = (first + end) / 2
                if rowsBefore[middle] <= wanted { first = middle } else { end = middle }
            }
            left -= rowsBefore[first]
        }
        for index in first..<paragraphs.count {
            let starts = self.starts(index, width: width)
            if left <= starts.count {
                let end = left < starts.count ? starts[left] : paragraphs[index].characters.count
                return (index, (left == 0 ? 0 : starts[left - 1])..<end)
            }
            left -= starts.count + 1
        }
        return nil
    }

    // MARK: Moving

    /// Up or down by rows of the screen, to the nearest column; false at the first and last row.
    mutating func moveLine(by step: Int, goal: Int?) -> Bool {
        let now = cursorPlace(width: width)
        self.goal = goal ?? now.column
        guard now.row + step >= 0, let row = row(now.row + step, width: width) else {
            self.goal = goal
            return false
        }
        let characters = paragraphs[row.paragraph].characters
        var offset = row.range.lowerBound
        var used = 0
        // The place after the last character of a row is the first of the next one.
        let last = row.range.upperBound == characters.count ? characters.count : row.range.upperBound - 1
        while offset < last, used + shownWidth(of: characters[offset]) <= self.goal! {
            used += shownWidth(of: characters[offset])
            offset += 1
        }
        place = Place(paragraph: row.paragraph, offset: offset)
        return true
    }

    /// Up or down by as many rows as are shown, as far as there are some.
    mutating func movePage(by direction: Int, goal: Int?) {
        let now = cursorPlace(width: width).row
        let last = height(width: width) - 1
        let target = max(0, min(last, now + direction * max(1, height - 1)))
        if target == now {
            place = direction < 0 ? Place(paragraph: 0, offset: 0) : end
        } else {
            _ = moveLine(by: target - now, goal: goal)
        }
    }

    /// To where somebody pointed, counted from the first cell that is drawn.
    mutating func move(toColumn column: Int, row: Int) {
        isTyping = false
        goal = nil
        guard isMultiline else {
            let first = firstColumn(width: width)
            place.offset = first
            var used = 0
            for character in paragraphs[0].characters[first...] {
                used += shownWidth(of: character)
                if used > column { break }
                place.offset += 1
            }
            return
        }
        let wanted = min(top + row, height(width: width) - 1)
        _ = moveLine(by: wanted - cursorPlace(width: width).row, goal: column)
        goal = nil
    }

    // MARK: Drawing

    /// The first row to show: where it was, unless the cursor would be out of sight.
    private func firstRow(height: Int) -> Int {
        let row = cursorPlace(width: width).row
        let rows = self.height(width: width)
        return max(0, min(max(min(top, row), row - height + 1), rows - height))
    }

    /// The first character to show of one line.
    private func firstColumn(width: Int) -> Int {
        let characters = paragraphs[0].characters
        var first = place.offset
        var used = 0
        while first > 0, case let more = shownWidth(of: characters[first - 1]), used + more <= width - 1 {
            used += more
            first -= 1
        }
        return first
    }

    /// Draws the text, scrolled so that the cursor is seen, and the cursor when it has the focus.
    package func draw(on canvas: inout Canvas, in area: Rect, style: Style = .normal, focused: Bool) {
        guard !area.isEmpty else { return }
        if isMultiline {
            let place = cursorPlace(width: area.width)
            var top = focused ? max(min(self.top, place.row), place.row - area.height + 1, 0) : 0
            if focused, width == area.width { top = firstRow(height: area.height) }
            for line in 0..<area.height {
                guard let row = row(top + line, width: area.width) else { break }
                let text = String(paragraphs[row.paragraph].characters[row.range])
                canvas.write(text, x: area.x, y: area.y + line, style: style, width: area.width)
            }
            if focused {
                canvas.cursor = .init(x: area.x + min(place.column, area.width - 1), y: area.y + place.row - top)
            }
        } else {
            let characters = paragraphs[0].characters
            let first = focused ? firstColumn(width: area.width) : 0
            // What is not seen is not looked at.
            let shown = String(characters[first...].prefix(area.width + 1))
            canvas.write(shown, x: area.x, y: area.y, style: style, width: area.width)
            if focused { canvas.cursor = .init(x: area.x + columns(characters[first..<place.offset]), y: area.y) }
        }
    }
}
