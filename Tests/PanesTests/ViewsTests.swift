import PaneKit
import Sales
import Screen
import Storage
import Testing

@testable import Panes

/// Saved views: put on, changed, saved, renamed, deleted, undone.
struct ViewsTests {
    private func views(_ desk: TestDesk, _ kind: Kind = .contact) throws -> [SavedView] {
        try desk.store.read { try $0.views(of: kind) }
    }

    @Test func aDigitPutsAViewOnAndEscTakesItOff() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("2s2")
        let before = desk.screen
        desk.type("v2")
        #expect(desk.screen.contains("A customers gone quiet  / tier:A last>30d"))
        let pane = try #require(desk.app.top as? ListPane)
        #expect(pane.arrangement.line == "tier:A last>30d")
        #expect(pane.arrangement.order == nil)
        desk.type("<Esc>")
        #expect(!desk.screen.contains("gone quiet"))
        // Columns and order are those from before.
        #expect((desk.app.top as? ListPane)?.arrangement.order == ListOrder("company"))
        #expect(desk.screen.contains("COMPANY ↑") && before.contains("COMPANY ↑"))
    }

    @Test func aChangedViewIsMarkedAndCanBeSaved() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("2v1")
        #expect(desk.screen.contains("From the fairs  /"))
        desk.type("/ city:上海<Enter>s2")
        #expect(desk.screen.contains("From the fairs*  / tag:fair city:上海"))
        desk.type("vs")
        #expect(desk.screen.contains("From the fairs  / tag:fair city:上海"))
        let saved = try #require(try views(desk).first)
        #expect(saved.query == "tag:fair city:上海")
        #expect(saved.order == ListOrder("company"))
        desk.type("u")
        #expect(try views(desk).first?.query == "tag:fair")
        #expect(desk.screen.contains("From the fairs*"))
    }

    @Test func whatIsShownIsSavedUnderAName() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("2/city:上海<Enter>s1s1vn上海客户<Enter>")
        let saved = try #require(try views(desk).last)
        #expect((saved.name, saved.query, saved.sort, saved.columns) == ("上海客户", "city:上海", "name,desc", ""))
        #expect(desk.screen.contains("上海客户  / city:上海"))
        // A restart shows it so.
        let arrangement = try #require((desk.app.top as? ListPane)?.arrangement)
        #expect(Arrangement(.contact, text: arrangement.text) == arrangement)
        desk.type("u")
        #expect(try views(desk).count == 2)
        let line = desk.app.draw().rows[2]
        #expect(!line.contains("上海客户") && line.contains("/ city:上海"))
    }

    @Test func aNameIsThereOnce() throws {
        var desk = try TestDesk()
        desk.type("2vnｆｒｏｍ the FAIRS<Enter>")
        #expect(desk.screen.contains("There is one of that name already."))
        #expect(try views(desk).count == 2)
        // Another list has names of its own.
        desk.type("<C-x>3vnFrom the fairs<Enter>")
        #expect(try views(desk, .company).map(\.name) == ["From the fairs"])
    }

    @Test(arguments: [
        ("<Tab><C-u>colour:red", "colour"), ("<Tab><Tab><C-u>colour", "colour"),
        ("<Tab><Tab><Tab><C-u>name,nme", "nme"),
    ])
    func whatCannotBeReadIsSaidAndNotSaved(keys: String, word: String) throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("2vnBroken\(keys)<C-s>")
        #expect(desk.app.top is FormPane)
        #expect(desk.screen.contains(word))
        #expect(try views(desk).count == 2)
    }

    @Test func tabCompletesTheFilterOfAView() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("2vn上海<Tab><C-u>ci<Tab>上<Tab>")
        #expect(desk.screen.contains("city:上海"))
        desk.type("状<Tab>客<Tab><C-s>")
        #expect(try views(desk).last?.query == "city:上海 状态:客户")
        // Where nothing is proposed Tab goes on.
        desk.type("vnOthers<Tab><C-u>anna<Tab><C-u>ti<Tab><Tab><C-u>name,ti<Down><Enter><C-s>")
        let view = try #require(try views(desk).first { $0.query.contains("anna") })
        #expect((view.sort, view.columns) == ("tier", "name,tier"))
    }

    @Test func viewsAreRenamedMovedAndDeleted() throws {
        var desk = try TestDesk()
        desk.type("2vje<C-u>Fairs<Enter>")
        #expect(try views(desk).map(\.name) == ["Fairs", "A customers gone quiet"])
        desk.type("J")
        #expect(try views(desk).map(\.name) == ["A customers gone quiet", "Fairs"])
        desk.type("d")
        #expect(try views(desk).map(\.name) == ["A customers gone quiet"])
        desk.type("uuu")
        #expect(try views(desk).map(\.name) == ["From the fairs", "A customers gone quiet"])
    }

    @Test func aDeletedViewIsNoLongerOn() throws {
        var desk = try TestDesk()
        desk.type("2v1vd<Esc>")
        #expect(!desk.screen.contains("From the fairs"))
        #expect(desk.screen.contains("/ tag:fair"))
        #expect((desk.app.top as? ListPane)?.arrangement.view == nil)
    }

    /// `last>30d` means another day tomorrow.
    @Test func aDateWordStaysADateWord() throws {
        var desk = try TestDesk()
        desk.type("2/last>30d<Enter>vnQuiet<Enter>")
        #expect(try views(desk).last?.query == "last>30d")
    }

    @Test func aViewOfDealsOpensOverTheBoard() throws {
        var desk = try TestDesk()
        desk.type("7v1")
        let pane = try #require(desk.app.top as? ListPane)
        #expect(pane.kind == .opportunity && pane.arrangement.line == "amount>100000")
        #expect(desk.screen.contains("Large deals  / amount>100000"))
        desk.type("<Esc>")
        #expect(desk.app.top is PipelinePane)
        // The first of all is made by way of the whole list.
        desk.type("v0/stage:proposal<Enter>vnOffers<Enter><Esc><Esc>v")
        #expect(desk.screen.contains("Offers"))
    }

    @Test func aViewThatCannotBeReadIsExplained() throws {
        var desk = try TestDesk()
        var view = SavedView()
        (view.pane, view.name, view.query, view.sort, view.columns) = (
            "contacts", "Old", "colour:red", "x,y,z", "nothing"
        )
        try desk.store.add(view)
        desk.type("2v")
        #expect(desk.screen.contains("Old"))
        let index = try #require(try views(desk).firstIndex { $0.name == "Old" })
        desk.type("\(index + 1)")
        #expect(desk.screen.contains("There is no field “colour”"))
    }

    @Test func theListIsWorkedUnderTheNameOfTheView() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("2v1r")
        #expect(desk.screen.contains("From the fairs"))
        #expect(desk.app.top is WorkPane)
    }
}
