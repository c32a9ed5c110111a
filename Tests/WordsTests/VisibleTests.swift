import Testing
import Words

/// What could command a terminal or turn text round is shown, not obeyed.
struct VisibleTests {
    @Test(arguments: [
        ("王伟 Ökonom 👩‍👩‍👧 שלום", "王伟 Ökonom 👩‍👩‍👧 שלום"), ("\u{1B}[2J", "␛[2J"), ("a\u{7}b", "a␇b"), ("a\tb", "a b"),
        ("a\nb", "a↵b"), ("a\r\nb", "a↵b"), ("a\rb", "a↵b"), ("\u{7F}", "␡"), ("\u{9B}31m", "<9B>31m"),
        ("a\u{202E}b", "a<202E>b"), ("\u{2066}x\u{2069}", "<2066>x<2069>"), ("a\u{200B}b", "a<200B>b"),
        ("\u{FEFF}a", "<FEFF>a"), ("\u{2028}", "<2028>"), ("\u{E0041}", "<E0041>"), ("a\u{0}b", "a␀b"), ("", ""),
    ])
    func marks(text: String, expected: String) {
        #expect(visible(text) == expected)
    }

    @Test func linesCanBeKept() {
        #expect(visible("a\nb\r\nc\rd\u{1B}", keepingLines: true) == "a\nb\nc\nd␛")
    }

    @Test func nothingThatIsShownNeedsToBeShownAgain() {
        for value in UInt32(0)...0x2FFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let once = visible("x" + String(scalar) + "y")
            #expect(visible(once) == once)
            #expect(!once.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
        }
    }
}
