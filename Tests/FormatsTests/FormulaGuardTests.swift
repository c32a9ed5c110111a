import Formats
import Testing

@Suite struct FormulaGuardTests {
    @Test(arguments: [
        "=1+1", "@SUM(1)", "+1-x", "-2+3", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x", "'=1", "''-a", "=\u{301}1", "-",
        "+", "+86 138 0013 8000+1", "+12 34 (", "+(123)", "-1.", "-1,,2", "+cmd|' /C calc'!A0", "=", "@",
    ])
    func guarded(text: String) {
        #expect(FormulaGuard.protect(text) == "'" + text)
    }

    @Test(arguments: [
        "", "a", "+86 138 0013 8000", "-120.50", "+1 (212) 555-1212", "-1,234.50", "+5%", "'", "'a",
        "'+86 138 0013 8000",
        "1=1", " =1", "，", "-0", "''",
    ])
    func left(text: String) {
        #expect(FormulaGuard.protect(text) == text)
        #expect(FormulaGuard.remove(text) == text)
    }

    @Test func thePairIsAnIdentity() {
        let alphabet = Array("'=+-@\t\r\n＝＋－＠1,.% ()a\"é王\u{301}😀".unicodeScalars)
        var dice = Dice(state: 1)
        for _ in 0..<50_000 {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...6, using: &dice) { scalars.append(alphabet.randomElement(using: &dice)!) }
            let text = String(scalars)
            let cell = FormulaGuard.protect(text)
            #expect(Array(FormulaGuard.remove(cell).utf8) == Array(text.utf8))
        }
    }
}
