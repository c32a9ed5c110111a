import Testing

@testable import Screen

struct GlyphsTests {
    @Test func everyGlyphIsOneColumnAndHasAPlainStandIn() {
        let drawn = [
            Glyphs.ellipsis, Glyphs.selected, Glyphs.dot, Glyphs.right, Glyphs.left, Glyphs.up, Glyphs.down,
            Glyphs.lineBreak,
            Glyphs.full, Glyphs.shade, Glyphs.light, Glyphs.edge, Glyphs.caret, Glyphs.phone, Glyphs.mail,
            Glyphs.meeting,
            Glyphs.warning, Glyphs.check, Glyphs.approximately, Glyphs.between, Glyphs.dash, Glyphs.quota,
            Glyphs.horizontal,
            Glyphs.vertical,
        ]
        for glyph in drawn + Glyphs.heights {
            #expect(displayWidth(of: glyph) == 1)
            #expect(Glyphs.standIns[glyph] != nil, "\(glyph)")
        }
        for plain in Glyphs.standIns.values { #expect(plain.utf8.count == 1) }
    }
}
