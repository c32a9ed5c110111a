import Testing
import Words

/// Sentences as keys and values, plurals included.
struct PhraseTests {
    @Test func aSentenceIsItsKeyAndItsValues() {
        let name = "王伟"
        let phrase: Phrase = "\(3, "deal", "deals") of \(name)"
        #expect(phrase.key == "{1:deal|deals} of {2}")
        #expect(phrase.values == ["3", "王伟"])
        #expect(say(phrase) == "3 deals of 王伟")
    }

    @Test(arguments: [(0, "0 deals"), (1, "1 deal"), (2, "2 deals"), (11, "11 deals"), (-1, "-1 deals")])
    func plurals(count: Int, expected: String) {
        #expect(say("\(count, "deal", "deals")") == expected)
    }

    @Test(arguments: ["{1}", "{", "}", "{2}", "{x}", "{1:a|b}", "100 %", "\\(x)"])
    func valuesAreNeverReadAsPlaces(value: String) {
        #expect(say("a \(value) b") == "a \(value) b")
        #expect(say(Phrase(key: "{1}", values: [value])) == value)
    }

    @Test func aKeyThatNamesAMissingValueIsShownAsItIs() {
        #expect(say(Phrase(key: "a {7} b", values: ["x"])) == "a {7} b")
    }
}
