package import Screen

/// A short list from which one thing is picked, by a key of its own, by the cursor, or by typing a few of its letters.

package struct Menu<Value> {
    package struct Item {
        /// A letter that picks it at once; only in a menu that is not filterable.
        package var key: Character?
        package var text: String
        /// Dim, at the right.
        package var detail: String
        /// By which it is found, too; each begins as a word does, and one of a single letter only by that letter.
        package var words: [String]
        /// Why it is not available; dim, behind the text.
        package var reason: String?
        package var isAvailable: Bool
        package var value: Value

        package init(
            _ text: String, key: Character? = nil, detail: String = "", words: [String] = [], reason: String? = nil,
            isAvailable: Bool = true, value: Value
        ) {
            self.key = key
            self.text = text
            self.detail = detail
            self.words = words
            self.reason = reason
            self.isAvailable = isAvailable
            self.value = value
        }
    }

    package let items: [Item]
    package let isFilterable: Bool
    package private(set) var filter = TextEditor()
    /// Indices of the items that match the filter, best first.
    private var shown: [Int]
    private var selected = 0
    private var top = 0

    /// - Parameter start: the item under the cursor at first.
    package init(_ items: [Item], filterable: Bool = false, from start: Int = 0) {
        self.items = items
        selected = items.indices.contains(start) ? start : 0
        isFilterable = filterable
        shown = Array(items.indices)
    }

    /// What is under the cursor.
    package var chosen: Value? { shown.indices.contains(selected) ? items[shown[selected]].value : nil }

    /// The value whose own letter this is.
    package func value(for key: Key) -> Value? {
        guard !isFilterable, case .character(let letter) = key.narrow else { return nil }
        return items.first { $0.key == letter }?.value
    }

    /// Moves and filters; false when the event means nothing here.
    package mutating func handle(_ event: Event) -> Bool {
        switch event {
        case .key(.down), .key(.control("n")): move(by: 1)
        case .key(.up), .key(.control("p")): move(by: -1)
        case .key(.character("j")) where !isFilterable: move(by: 1)
        case .key(.character("k")) where !isFilterable: move(by: -1)
        case .key(.pageDown): move(by: 10)
        case .key(.pageUp): move(by: -10)
        default:
            guard isFilterable, filter.handle(event) else { return false }
            narrow()
        }
        return true
    }

    private mutating func move(by step: Int) { selected = max(0, min(selected + step, shown.count - 1)) }

    private mutating func narrow() {
        let wanted = filter.text
        let scored = items.indices.compactMap { index in
            score(of: items[index], wanted).map { (score: $0, index: index) }
        }
        // Letters found far apart are no answer beside a word that was meant.
        let limit = (scored.map(\.score).min() ?? 0) + 9
        shown = scored.filter { $0.score <= limit }.sorted { ($0.score, $0.index) < ($1.score, $1.index) }.map(\.index)
        selected = 0
        top = 0
    }

    /// A key typed as it is shown comes first.
    private func score(of item: Item, _ wanted: String) -> Int? {
        if item.words.contains(wanted) { return -1 }
        return ([item.text] + item.words.filter { $0.count > 1 }).compactMap { fuzzyScore(of: wanted, in: $0) }.min()
    }

    private var header: Int { isFilterable ? 2 : 0 }

    /// Scrolls the selection into view.
    package mutating func layout(in area: Rect) {
        let rows = max(1, area.height - header)
        top = max(min(top, selected), selected - rows + 1, 0)
    }

    package func draw(on canvas: inout Canvas, in area: Rect) {
        if isFilterable {
            filter.draw(on: &canvas, in: Rect(x: area.x, y: area.y, width: area.width, height: 1), focused: true)
            canvas.rule(x: area.x, y: area.y + 1, width: area.width)
        }
        for (row, index) in shown.dropFirst(top).prefix(max(0, area.height - header)).enumerated() {
            let item = items[index]
            let y = area.y + header + row
            let detail = canvas.write(
                item.detail, x: area.x + 2, y: y, style: .dim, width: area.width - 3, align: .right)
            var text = StyledText(item.text, item.isAvailable ? .normal : .dim)
            if let reason = item.reason { text += StyledText(" (" + reason + ")", .dim) }
            if let key = item.key { text = StyledText("\(key) ", .accent.bold) + text }
            canvas.write(text, x: area.x + 2, y: y, width: area.width - 4 - detail)
            if top + row == selected {
                canvas.write(Glyphs.selected, x: area.x, y: y, style: .accent.bold)
                canvas.restyle(Rect(x: area.x, y: y, width: area.width, height: 1)) { $0.selected }
            }
        }
    }
}

/// How well a text holds the letters of a query, in their order: 0 is best, nil when it does not. Letters that stand
/// together and begin words count for more.
func fuzzyScore(of query: String, in text: String) -> Int? {
    var score = 0
    let letters = Array(text.lowercased())
    var index = 0
    var previous = -1
    for wanted in query.lowercased() where wanted != " " {
        while index < letters.count, letters[index] != wanted { index += 1 }
        if index == letters.count { return nil }
        let beginsWord = index == 0 || !letters[index - 1].isLetter
        if previous >= 0, index != previous + 1 { score += beginsWord ? 2 : 10 }
        if previous < 0 { score += beginsWord ? min(index, 5) : 20 }
        previous = index
        index += 1
    }
    return score
}
