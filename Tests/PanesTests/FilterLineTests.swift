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
}
