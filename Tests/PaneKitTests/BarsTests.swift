import Screen
import Testing

@testable import PaneKit

struct BarsTests {
    @Test func partsAddUp() {
        let parts: [(value: Double, glyph: String, style: Style)] = [
            (50, Glyphs.full, .accent), (25, Glyphs.shade, .dim),
        ]
        #expect(bar(parts, of: 100, width: 8).text == "████▒▒")
        #expect(bar(parts, of: 0, width: 8).text == "")
        #expect(bar([(1, "█", .accent)], of: 1000, width: 8).text == "█")
        #expect(bar([(9000, "█", .accent)], of: 1000, width: 8).text == "████████")
    }

    @Test func lines() {
        #expect(sparkline([0, 50, 100]).text == "▁▅█")
        #expect(sparkline([0, 0]).text == "▁▁")
        #expect(sparkline([]).text == "")
    }
}
