import PaneKit
import Screen
import Testing

@Suite struct ChartTests {
    private func drawn(_ value: Int64, _ solid: Int64, of most: Int64, width: Int) -> StyledText {
        Chart.bar([.init(solid), .init(value - solid, full: false)], of: most, width: width)
    }

    @Test(
        arguments: [
            ([4, 2, 2], 10), ([4, 2, 2], 3), ([0, 0, 0], 10), ([0, 0, 0], 0),
        ] as [([Int64], Int64)])
    func piecesAndAMark(values: [Int64], mark: Int64) {
        let text = Chart.bar(
            [.init(values[0], .good), .init(values[1]), .init(values[2], full: false)], mark: mark, of: 10, width: 20)
        #expect(text.width <= 20)
        #expect(text.text.contains(Glyphs.quota) == (mark > 0))
        if mark == 3 {
            #expect(text.runs.map(\.text) == ["██████", "┊", "█", "████▒▒▒▒"])
            #expect(text.runs.map(\.style) == [.good, .attention, .good, .accent])
        }
    }

    @Test(
        arguments: [
            (10, 10, 10, 4, "████"), (5, 5, 10, 4, "██"), (10, 4, 10, 10, "████▒▒▒▒▒▒"), (10, 0, 10, 3, "▒▒▒"),
            (1, 1, 1000, 10, "▌"), (1, 0, 1000, 10, "▒"), (0, 0, 10, 4, ""), (-5, -5, 10, 4, ""), (7, 7, 0, 4, ""),
            (7, 7, 7, 0, ""), (3, 3, 4, 2, "█▌"), (.max, .max / 2, .max, 4, "██▒▒"),
        ] as [(Int64, Int64, Int64, Int, String)])
    func bars(value: Int64, solid: Int64, most: Int64, width: Int, bar: String) {
        #expect(drawn(value, solid, of: most, width: width).text == bar)
    }

    @Test(
        arguments: [
            ([], 5, ""), ([0, 0], 5, "▁▁"), ([0, 1, 7, 3, 14], 9, "▁▂▅▃█"), ([9, 1, 2], 2, "▅█"), ([-4, 4], 2, "▁█"),
            ([3], 0, ""),
            ([.max, .max / 2], 4, "█▅"),
        ] as [([Int64], Int, String)])
    func sparklines(values: [Int64], width: Int, line: String) {
        #expect(Chart.sparkline(values, width: width).text == line)
    }

    @Test func noBarIsWiderThanItsRoom() {
        for value in stride(from: Int64(0), through: 50, by: 1) {
            for solid in stride(from: Int64(0), through: value, by: 1) {
                #expect(drawn(value, solid, of: 50, width: 7).width <= 7)
            }
        }
    }
}
