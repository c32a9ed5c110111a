import PaneKit
import Screen
import Testing

@Suite struct ChartTests {
    @Test(
        arguments: [
            (10, 10, 10, 4, "████"), (5, 5, 10, 4, "██"), (10, 4, 10, 10, "████▒▒▒▒▒▒"), (10, 0, 10, 3, "▒▒▒"),
            (1, 1, 1000, 10, "▌"), (1, 0, 1000, 10, "▒"), (0, 0, 10, 4, ""), (-5, -5, 10, 4, ""), (3, 9, 3, 2, "██"),
            (7, 7, 0, 4, ""), (7, 7, 7, 0, ""), (3, 3, 4, 2, "█▌"), (.max, .max / 2, .max, 4, "██▒▒"),
        ] as [(Int64, Int64, Int64, Int, String)])
    func bars(value: Int64, solid: Int64, most: Int64, width: Int, bar: String) {
        #expect(Chart.bar(value, solid: solid, of: most, width: width).text == bar)
    }

    @Test func noBarIsWiderThanItsRoom() {
        for value in stride(from: Int64(0), through: 50, by: 1) {
            for solid in stride(from: Int64(0), through: value, by: 1) {
                #expect(Chart.bar(value, solid: solid, of: 50, width: 7).width <= 7)
            }
        }
    }
}
