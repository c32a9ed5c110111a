import Screen
import Testing

@testable import PaneKit

struct ListTableTests {
    private func table(_ counts: [Int], height: Int, titles: [String] = []) -> ListTable {
        var table = ListTable(columns: [.init("Name", width: 6)])
        table.sections = counts.enumerated().map { .init($0 < titles.count ? titles[$0] : "", count: $1) }
        table.layout(in: Rect(x: 0, y: 2, width: 30, height: height))
        return table
    }

    private func press(_ notation: String, _ table: inout ListTable) {
        for event in Event.typing(notation) {
            let answer5 = table.handle(event)
            #expect(answer5)
            table.layout(in: table.area)
        }
    }

    @Test func aMillionRowsNeedOneWindow() {
        var table = table([1_000_000], height: 20)
        #expect(table.window == 0..<20)
        press("G", &table)
        #expect(table.selected == 999_999)
        #expect(table.window == 999_980..<1_000_000)
        press("k", &table)
        #expect(table.window == 999_980..<1_000_000)
        press("<PgUp>", &table)
        #expect(table.selected == 999_979)
        #expect(table.window == 999_979..<999_999)
        press("<Home>", &table)
        #expect(table.window == 0..<20)
        press("<PgDn>j", &table)
        #expect(table.selected == 20)
        #expect(table.window == 1..<21)
    }

    @Test func sectionsCountTheirHeadings() {
        var table = table([2, 0, 3], height: 10, titles: ["Overdue", "Today", "Next 7 days"])
        #expect(table.lineCount == 8)
        #expect(table.window == 0..<5)
        #expect(table.item(x: 3, y: 2) == nil)
        #expect(table.item(x: 3, y: 3) == 0)
        #expect(table.item(x: 3, y: 5) == nil)
        #expect(table.item(x: 3, y: 7) == 2)
        #expect(table.item(x: 3, y: 11) == nil)
        press("jj", &table)
        var canvas = Canvas(width: 30, height: 12)
        table.draw((0..<5).map { .init([StyledText("row \($0)")]) }, on: &canvas)
        #expect(
            canvas.rows == [
                "", "", " OVERDUE 2  ─────────────────", "   row 0", "   row 1", "", " NEXT 7 DAYS 3  ─────────────",
                " ▸ row 2",
                "   row 3", "   row 4", "", "",
            ])
        #expect(canvas.styleRows[7].hasPrefix("sA"))
    }

    @Test func theHeadingStaysWithItsFirstItem() {
        var table = table([30, 30], height: 5, titles: ["A", "B"])
        press("G", &table)
        table.select(30)
        table.layout(in: table.area)
        #expect(table.top == table.line(of: 30) - 1)
    }

    @Test func selectionSurvivesShrinking() {
        var table = table([10], height: 5)
        press("G", &table)
        table.sections = [.init(count: 3)]
        table.layout(in: table.area)
        #expect(table.selected == 2)
        #expect(table.window == 0..<3)
        table.sections = []
        table.layout(in: table.area)
        #expect(table.selected == 0)
        #expect(table.window.isEmpty)
        press("jkG", &table)
    }

    @Test(arguments: [
        (42, [20, 10, 4]), (32, [14, 6, 4]), (52, [30, 10, 4]), (24, [12, 6, nil]), (8, [8, 6, nil]),
    ])
    func columnsFit(width: Int, expected: [Int?]) {
        var table = ListTable(columns: [
            .init("a", width: 20, least: 8, grows: true), .init("b", width: 10, least: 6),
            .init("c", width: 4, priority: 1),
        ])
        table.layout(in: Rect(x: 0, y: 0, width: width, height: 3))
        #expect(table.columnWidths == expected)
    }

    @Test func mouse() {
        var table = table([100], height: 10)
        let answer6 = table.handle(.mouse(Mouse(.click, x: 4, y: 6)))
        #expect(answer6)
        #expect(table.selected == 4)
        let answer7 = table.handle(.mouse(Mouse(.wheelDown, x: 0, y: 0)))
        #expect(answer7)
        #expect(table.selected == 7)
        let answer8 = table.handle(.mouse(Mouse(.click, x: 4, y: 0)))
        #expect(!answer8)
        let answer9 = table.handle(.key(.enter))
        #expect(!answer9)
    }
}
