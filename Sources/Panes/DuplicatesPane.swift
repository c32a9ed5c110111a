import PaneKit
import Sales
import Screen
import Storage
import Words

/// Contacts and companies that are likely one, the most certain first, with the reason; Enter puts two side by side.
struct DuplicatesPane: Pane {
    private let office: Office
    private var searches: [DuplicateSearch] = []
    /// What is shown: that of the searches, or what is left of the last ones while new ones run.
    private var pairs: [[LikelyPair]] = [[], []]
    /// The first searches: what they find is seen at once.
    private var isFirst = true
    /// Something changed while the first searches ran: there may be more to find.
    private var isStale = false
    private var table = ListTable(
        columns: [
            .init(say("One"), width: 14, least: 8, grows: true),
            .init(width: 12, least: 8, priority: 2, grows: true),
            .init(say("The other"), width: 14, least: 8, grows: true),
            .init(width: 12, least: 8, priority: 2, grows: true),
            .init(say("The same"), width: 26, least: 18, priority: 1, grows: true),
        ], showsTitles: true)

    init(office: Office) { self.office = office }

    var title: String { say("Duplicates") }

    private var all: [LikelyPair] { pairs[0] + pairs[1] }
    private var chosen: LikelyPair? {
        let index = table.selected
        if index < pairs[0].count { return pairs[0].indices.contains(index) ? pairs[0][index] : nil }
        return pairs[1].indices.contains(index - pairs[0].count) ? pairs[1][index - pairs[0].count] : nil
    }
    private var needsOne: String? { chosen == nil ? say("There is nothing under the cursor.") : nil }

    static var bindings: [Binding<DuplicatesPane>] {
        [
            Binding(
                "<Enter>", "=", label: say("compare"), help: say("Puts the two side by side, to merge them."), rank: 0,
                unavailable: { $0.needsOne }
            ) { pane in pane.office.merge(pane.chosen!.first, pane.chosen!.second) },
            Binding(
                "d", label: say("not the same"), help: say("Says that they are two, and proposes them no more."),
                rank: 0, unavailable: { $0.needsOne }
            ) { pane in try pane.office.tellApart(pane.chosen!.first, pane.chosen!.second) },
            Binding("o", label: say("open"), help: say("Opens the one at the left."), unavailable: { $0.needsOne }) {
                pane in pane.office.open(pane.chosen!.first)
            },
            Binding("O", help: say("Opens the one at the right."), unavailable: { $0.needsOne }) { pane in
                pane.office.open(pane.chosen!.second)
            },
        ] + ListTable.bindings(\.table)
    }

    var isUnfinished: Bool { isStale || searches.contains { !$0.isFinished } }

    /// Looks anew, the first time to the end before that. What is on the screen is weighed at once, so that nothing is shown that is
    /// none any more, and everything else keeps its place.
    mutating func refresh() throws {
        if isFirst && isUnfinished {
            isStale = true
        } else {
            isFirst = searches.isEmpty
            begin()
        }
        let window = Set(table.window)
        let (office, shown) = (office, pairs)
        var gone: [LikelyPair] = []
        pairs = try office.read { transaction in
            var index = -1
            return try shown.map { list in
                try list.compactMap { pair in
                    index += 1
                    if !window.contains(index) { return pair }
                    let now = try transaction.weigh(pair.first, pair.second)
                    if now == nil { gone.append(pair) }
                    return now
                }
            }
        }
        for index in searches.indices { searches[index].drop(gone) }
        count()
    }

    private mutating func begin() {
        searches = [DuplicateSearch(.contact), DuplicateSearch(.company)]
        isStale = false
    }

    mutating func goOn() throws -> Bool {
        guard let index = searches.firstIndex(where: { !$0.isFinished }) else {
            guard isStale else { return false }
            isFirst = false
            begin()
            return false
        }
        let office = office
        let found = try office.read { try searches[index].goOn(in: $0, milliseconds: 8) }
        guard isFirst || searches[index].isFinished else { return false }
        let before = chosen
        pairs[index] = searches[index].pairs
        count()
        // The cursor stays on its pair when more certain ones come in above.
        if let before, let place = all.firstIndex(where: { $0.first == before.first && $0.second == before.second }),
            table.selected > 0
        {
            table.select(place)
        }
        return found || searches[index].isFinished
    }

    private mutating func count() {
        // Where there are more, the heading says so.
        let names = zip([say("Contacts"), say("Companies")], pairs.indices).map { name, index in
            searches[index].isFinished && searches[index].isCut ? say("\(name), the most certain") : name
        }
        table.sections = names.enumerated().map { .init($1, count: pairs[$0].count) }
    }

    mutating func layout(in area: Rect) throws { table.layout(in: area) }

    mutating func handle(_ event: Event) throws -> Step? { table.mouse(event) }

    func draw(on canvas: inout Canvas, in area: Rect) {
        if table.isEmpty {
            let text =
                isUnfinished
                ? say("Looking for records that are there twice") + Glyphs.ellipsis
                : say("Nothing looks as if it were there twice. Two selected with Space in a list are merged with =.")
            for (row, line) in wrap(text, width: area.width - 6).enumerated() {
                canvas.write(line, x: area.x + 3, y: area.y + 1 + row, style: .dim)
            }
            return
        }
        let all = all
        table.draw(
            table.window.map { index in
                let pair = all[index]
                return ListTable.Row([
                    StyledText(pair.titles[0], .normal.bold), StyledText(pair.details[0], .dim),
                    StyledText(pair.titles[1], .normal.bold), StyledText(pair.details[1], .dim),
                    StyledText(pair.same, .attention),
                ])
            }, on: &canvas)
    }
}
