import Foundation
import PaneKit
import Sales
import Screen
import Storage
import Testing

@testable import Panes

/// Tab in a filter line: fields, values of the file, by pinyin too.
struct FilterLineTests {
    private func line(_ keys: String) throws -> String {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type(keys)
        return desk.app.draw().rows[2].split(separator: "│")[0].trimmingCharacters(in: .whitespaces)
    }

    @Test(arguments: [
        ("2/ci<Tab>", "/ city:"), ("2/ci<Tab>shangh<Tab>", "/ city:上海"), ("2/tag:fa<Tab>tier:a", "/ tag:fair tier:a"),
        ("2/city:sh<Tab><Tab>ti<Tab>", "/ city:上海 tier:"), ("2/next:<Tab><Tab><Tab>", "/ next:because"),
        ("2/next:<Tab><Tab><Tab><S-Tab>", "/ next:none"), ("2/next:<Tab>", "/ next:"),
        ("2/company:lovell<Tab>", "/ company:\"Lovell Engines\""),
        ("4/outcome:no<Tab><Tab>", "/ outcome:\"no answer\""), ("2/status:cu<Tab>", "/ status:customer"),
    ])
    func completes(keys: String, expected: String) throws { #expect(try line(keys) == expected) }

    @Test func whatIsPossibleStandsInTheHintBar() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("2/next:<Tab>")
        #expect(desk.app.draw().rows[39].contains("none  because  overdue"))
        desk.type("<Tab>")
        #expect(desk.app.draw().rows[39].contains("[none]  because  overdue"))
        desk.type("<C-u>amount><Tab>")
        #expect(desk.app.draw().rows[39].contains("amount: an amount"))
        desk.type("<C-u>zzz<Tab>")
        #expect(desk.app.draw().rows[39].contains("No field begins so"))
    }

    @Test func theListNarrowsByWhatWasCompleted() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("2/city:sh<Tab><Tab>")
        #expect((desk.app.top as? ListPane)?.arrangement.line == "city:上海 ")
        desk.type("<Enter>")
        #expect(!(desk.app.top as! ListPane).isModal)
    }

    @Test func reportsCompleteToo() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("8/stage:pro<Tab>")
        #expect(desk.screen.contains("stage:Proposal"))
    }

    /// A term that is not whole is left out while one types, and explained to whoever wants to keep it.
    @Test(arguments: ["2", "7v0", "8"]) func aTermThatIsNotWholeIsNotKept(pane: String) throws {
        var desk = try TestDesk(width: 120, height: 40)
        let shown = { (desk: TestDesk) in Array(desk.app.draw().rows[4..<38]) }
        desk.type("\(pane)/")
        let before = shown(desk)
        desk.type("stage:")
        #expect(shown(desk) == before)
        #expect(!desk.screen.contains("needs a value"))
        desk.type("<Enter>")
        #expect(desk.screen.contains("stage needs a value"))
        desk.type("lead")
        #expect(!desk.screen.contains("needs a value"))
        desk.type("<Enter>")
        #expect(!(desk.app.top?.isModal ?? true))
    }

    @Test func theOtherTermsHoldMeanwhile() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("2/status:customer city:")
        #expect((desk.app.top as? ListPane)?.arrangement.line == "status:customer")
        desk.type("<C-u>city: ww")
        #expect((desk.app.top as? ListPane)?.arrangement.line == "ww")
        desk.type("<C-u>city: tag: ww")
        #expect((desk.app.top as? ListPane)?.arrangement.line == "ww")
    }

    /// Who narrows again does not narrow what is narrow already.
    @Test func anotherLineTakesThePlaceOfTheOneThatHolds() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("2/ada<Enter>/ww")
        #expect((desk.app.top as? ListPane)?.arrangement.line == "ww")
        desk.type("<Enter>/ status:customer<Enter>")
        #expect((desk.app.top as? ListPane)?.arrangement.line == "ww status:customer")
        // Completing goes on with it.
        desk.type("/<Tab>x")
        #expect((desk.app.top as? ListPane)?.arrangement.line.hasPrefix("ww status:customer") == true)
    }
}
