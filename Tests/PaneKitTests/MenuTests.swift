import Screen
import Testing

@testable import PaneKit

struct MenuTests {
    @Test func filtersAndPicks() {
        var menu = Menu(["Log a call", "Delete", "Call back"].map { .init($0, value: $0) }, filterable: true)
        for event in Event.typing("call") {
            let answer21 = menu.handle(event)
            #expect(answer21)
        }
        #expect(menu.chosen == "Call back")
        _ = menu.handle(.key(.down))
        _ = menu.handle(.key(.down))
        #expect(menu.chosen == "Log a call")
        for event in Event.typing("zzz") { _ = menu.handle(event) }
        #expect(menu.chosen == nil)
        let answer22 = menu.handle(.key(.enter))
        #expect(!answer22)
    }

    @Test func ownLetters() {
        let menu = Menu([.init("Lost to price", key: "p", value: 1), .init("Other", key: "o", value: 2)])
        #expect(menu.value(for: .character("o")) == 2)
        #expect(menu.value(for: .character("ｐ")) == 1)
        #expect(menu.value(for: .enter) == nil)
    }

    @Test(arguments: [
        ("", "abc", true), ("ac", "abc", true), ("ca", "abc", false), ("客户", "新客户", true), ("a b", "ab", true),
    ])
    func fuzzy(query: String, text: String, matches: Bool) {
        #expect((fuzzyScore(of: query, in: text) != nil) == matches)
    }
}
