import Foundation
import PaneKit
import Sales
import Screen
import Storage
import Testing
import Words

@testable import Panes

/// Drafts in memory; a class, as a folder would be.
final class DraftShelf {
    var kept: [String: Draft] = [:]
    var isFull = false

    struct Full: Error, CustomStringConvertible { var description: String { "The disk is full." } }

    var drafts: Drafts {
        Drafts(
            save: {
                if self.isFull { throw Full() }
                self.kept[$0.key] = $0
            }, load: { self.kept[$0] }, discard: { self.kept[$0] = nil },
            all: {
                self.kept.values.sorted { $0.key < $1.key }.map {
                    KeptDraft(draft: $0, at: TestDesk.clock.now.seconds - 3600)
                }
            })
    }
}

/// Filling in forms by keys: what is made on the spot, what is shown while typing, and what happens when others are there first.
struct FormFlowTests {
    /// A screen with drafts, on a store of its own.
    private struct Desk {
        let shelf = DraftShelf()
        let store: Store
        var app: App

        init(demo: Bool = true) throws {
            store = try TestDesk(isDemo: demo).store
            app = Desk.screen(store, shelf)
        }

        static func screen(_ store: Store, _ shelf: DraftShelf) -> App {
            App(
                program: Office(store: store, currency: "CNY", drafts: shelf.drafts).program(),
                size: Size(width: 80, height: 24))
        }

        mutating func type(_ keys: String) { app.type(keys) }
        mutating func paste(_ text: String) { app.handle(.paste(text)) }
        var screen: String { app.draw().rows.joined(separator: "\n") }
        var form: Form? { (app.top as? FormPane)?.form }

        func all<R: Record>(_ type: R.Type) throws -> [R] {
            try store.read { transaction in
                try transaction.ids(R.kind).compactMap { try transaction.fetch(R.self, $0) }
            }
        }

        func fetch<R: Record>(_ type: R.Type, _ name: String) throws -> R? { try all(type).last { $0.title == name } }

        func id(_ name: String) throws -> Int64 { try store.read { try $0.resolve(name).id } }
    }

    private func edit(_ store: Store, _ id: Int64, _ change: (inout Contact) -> Void) throws {
        let old = try #require(try store.read { try $0.fetch(Contact.self, id) })
        var new = old
        change(&new)
        try store.edit(from: old, to: new)
    }

    // MARK: Drafts

    @Test func aDraftIsOfferedAndTakenUpAgain() throws {
        var desk = try Desk()
        desk.type("2n王小明<Tab>Nova")
        desk.app.handle(.hangUp)
        #expect(desk.shelf.kept["new-contact"]?.isOpen == true)

        var next = Desk.screen(desk.store, desk.shelf)
        #expect(next.messageText?.contains("“New contact” was not saved last time, 13:05: gd") == true)
        #expect(next.draw().rows.last?.contains("“New contact”") == true)
        next.type("gd")
        let list = next.draw().rows.joined(separator: "\n")
        #expect(list.contains("王小明 Nova"))
        #expect(list.contains("1 draft"))
        next.type("<Enter>")
        #expect((next.top as? FormPane)?.form["name"] == "王小明")
        next.type("<C-s>")
        #expect(try desk.store.read { try $0.ids(.contact, named: "王小明").count } == 1)
        #expect(desk.shelf.kept.isEmpty)
    }

    @Test func aDraftIsDiscardedOnlyWhenAsked() throws {
        var desk = try Desk()
        desk.type("2nEve<Esc>gdd")
        #expect(desk.screen.contains("Throw away the draft “New contact”?"))
        desk.type("n")
        #expect(desk.shelf.kept.count == 1)
        desk.type("dy")
        #expect(desk.shelf.kept.isEmpty)
        #expect(desk.screen.contains("No drafts are kept."))
    }

    /// One draft a form; what is typed beside it is put aside, never over it.
    @Test func anotherDraftOfTheSameFormIsNotOverwritten() throws {
        var desk = try Desk()
        desk.type("2nEve<Esc>nAdam<Esc>")
        #expect(desk.shelf.kept["new-contact"]?.fields["name"] == "Adam")
        #expect(desk.shelf.kept["new-contact #2"]?.fields["name"] == "Eve")
        // Saving something else in the same form leaves both.
        desk.type("nBob<C-s>")
        #expect(desk.shelf.kept.count == 2)
        desk.type("gdj<Enter>")
        #expect(desk.form?["name"] == "Eve")
        desk.type("<C-s>")
        #expect(desk.shelf.kept.keys.sorted() == ["new-contact"])
        #expect(try desk.store.read { try $0.ids(.contact, named: "Eve").count } == 1)
    }

    @Test func aDraftKnowsItsRecordByTheUid() throws {
        var desk = try Desk()
        let id = try desk.id("Grace Hopper")
        let uid = try #require(try desk.store.read { try $0.uid(.contact, id: id) })
        desk.type("2/grace<Enter>ejunk<Esc>")
        #expect(desk.shelf.kept.keys.sorted() == ["edit contact \(uid)"])
        // Another file, in which the same number means somebody else.
        var other = try Desk(demo: false)
        for draft in desk.shelf.kept.values { other.shelf.kept[draft.key] = draft }
        other.app = Desk.screen(other.store, other.shelf)
        for name in 1...Int(id) {
            var contact = Contact()
            contact.name = "No \(name)"
            try other.store.add(contact)
        }
        other.type("gd<Enter>")
        #expect(other.app.messageText?.contains("not there any more") == true)
        #expect(other.shelf.kept.count == 1)
    }

    @Test(arguments: [
        ("2/grace<Enter>c", "I", "call"), ("2/grace<Enter>f", "fri", "follow-up"), ("2/grace<Enter>M", "fri", "plan"),
        ("2/grace<Enter>m", "x", "meeting"), ("2/grace<Enter>N", "x", "note"), ("2/grace<Enter>o", "x", "deal"),
        ("2/grace<Enter>e", "x", "edit"), ("gk", "x", "new-company"), ("go", "x", "deal"), ("7e", "x", "edit"),
        ("5e", "x", "edit"), ("4e", "x", "edit"), ("6e", "x", "edit"), ("7L+", "x", "lost"), ("3e", "x", "edit"),
    ])
    func everyFormOpensAgain(keys: String, text: String, name: String) throws {
        var desk = try Desk()
        desk.type(keys + text)
        let contents = try #require(desk.form?.contents)
        let title = try #require(desk.app.top?.title)
        desk.type("<Esc>")
        let key = try #require(desk.shelf.kept.keys.first)
        #expect(key.hasPrefix(name))
        desk.type("1gd<Enter>")
        #expect(desk.app.top?.title == title)
        #expect(desk.form?.contents == contents)
    }

    @Test func aFullDiskIsSaidOnceAndLosesNothing() throws {
        var desk = try Desk()
        desk.type("2nEve")
        desk.shelf.isFull = true
        desk.type("<Esc>")
        #expect(desk.app.messageText == "The disk is full.")
        #expect(desk.form?["name"] == "Eve")
        desk.shelf.isFull = false
        desk.type("<Esc>")
        #expect(desk.shelf.kept.count == 1)
    }

    // MARK: Two at one record

    @Test func whatOnlyOneChangedIsSavedBesideTheOther() throws {
        var desk = try Desk()
        let id = try desk.id("Grace Hopper")
        desk.type("2/grace<Enter>e<Tab><Tab>")
        desk.type("<C-u>Director")
        try edit(desk.store, id) {
            $0.tier = "C"
            $0.phones.append(Phone("030 999 888 77"))
        }
        desk.type("<C-s>")
        #expect(desk.app.depth == 1)
        let saved = try #require(try desk.fetch(Contact.self, "Grace Hopper"))
        #expect(saved.position == "Director")
        #expect(saved.tier == "C")
        #expect(saved.phones.last?.number == "030 999 888 77")
    }

    @Test func whatBothChangedIsShownAtItsField() throws {
        var desk = try Desk()
        let id = try desk.id("Grace Hopper")
        desk.type("2/grace<Enter>e<Tab><Tab><C-u>Director")
        try edit(desk.store, id) { $0.position = "Admiral" }
        desk.type("<C-s>")
        #expect(desk.screen.contains("meanwhile: Admiral"))
        #expect(desk.screen.contains("Changed meanwhile: Position. Ctrl-S keeps yours, Ctrl-T takes theirs."))
        #expect(desk.form?["position"] == "Director")
        #expect(try desk.fetch(Contact.self, "Grace Hopper")?.position == "Admiral")
        desk.type("<Enter>")
        #expect(try desk.fetch(Contact.self, "Grace Hopper")?.position == "Director")

        desk.type("e<Tab><Tab><C-u>Captain")
        try edit(desk.store, id) { $0.position = "Commodore" }
        desk.type("<C-s><C-t>")
        #expect(desk.form?["position"] == "Commodore")
        #expect(!desk.screen.contains("meanwhile"))
        desk.type("<C-s>")
        #expect(try desk.fetch(Contact.self, "Grace Hopper")?.position == "Commodore")
    }

    @Test func aDraftTakenUpLaterDoesNotRevertWhatOthersDid() throws {
        var desk = try Desk()
        let id = try desk.id("Grace Hopper")
        desk.type("2/grace<Enter>e<Tab><Tab><C-u>Director<Esc>")
        try edit(desk.store, id) {
            $0.tier = "C"
            $0.position = "Admiral"
        }
        desk.type("e<C-o>")
        #expect(desk.form?["position"] == "Director")
        #expect(desk.screen.contains("meanwhile: Admiral"))
        desk.type("<C-s>")
        let saved = try desk.fetch(Contact.self, "Grace Hopper")
        #expect(saved?.tier == "C")
        #expect(saved?.position == "Director")
    }

    @Test(arguments: ["e", "N", "ca"])
    func aRecordThatIsGoneKeepsTheTextAsADraft(key: String) throws {
        var desk = try Desk()
        let id = try desk.id("Grace Hopper")
        desk.type("2/grace<Enter>\(key)some words")
        try desk.store.delete([Ref(.contact, id)])
        desk.type("<C-s>")
        #expect(desk.app.messageText?.contains("deleted meanwhile") == true)
        #expect(desk.app.depth == 1)
        #expect(desk.shelf.kept.count == 1)
        _ = try desk.store.undo()
        desk.type("gd<Enter>")
        #expect(desk.form?.contents.values.contains { $0.contains("some words") } == true)
        desk.type("<C-s>")
        #expect(desk.shelf.kept.isEmpty)
    }

    @Test func notesOfAMeetingThatSomebodyElseWroteAreNotOverwritten() throws {
        let desk = try Desk()
        let meeting = try #require(
            try desk.store.read { transaction in
                try transaction.ids(.meeting).compactMap { try transaction.fetch(Meeting.self, $0) }
                    .first { $0.state == .planned && $0.dueOn < TestDesk.clock.today + 1 }
            })
        let office = Office(store: desk.store, currency: "CNY", drafts: desk.shelf.drafts)
        guard case .open(let pane) = try office.noteMeeting(on: Ref(.meeting, meeting.id)) else {
            Issue.record("no form")
            return
        }
        var form = try #require(pane as? FormPane)
        _ = try form.handle(.paste("ours"))
        var theirs = meeting
        theirs.notes = "theirs"
        try desk.store.edit(from: meeting, to: theirs)
        let index = try #require(FormPane.bindings.firstIndex { $0.name == "Ctrl-S" })
        _ = try FormPane.bindings[index].run(&form)
        #expect(try desk.store.read { try $0.fetch(Meeting.self, meeting.id)?.notes } == "theirs")
        #expect(form.form["notes"].contains("ours"))
    }

    // MARK: Made on the spot

    @Test func aDealMakesItsCompanyItsPeopleAndItsStage() throws {
        var desk = try Desk()
        let before = try desk.store.dump()
        desk.type("goRetrofit<Tab>")
        desk.paste("新港机械")
        desk.type("<Tab>")
        desk.paste("Greta New: decider, 王新新：user")
        desk.type("<Tab>EUR 5k<Tab>+Trial run<C-s>")
        let deal = try #require(try desk.fetch(Opportunity.self, "Retrofit"))
        let company = try #require(try desk.fetch(Company.self, "新港机械"))
        #expect(deal.companyID == company.id)
        #expect(deal.roles.map(\.role) == ["decider", "user"])
        let greta = try #require(try desk.fetch(Contact.self, "Greta New"))
        #expect(greta.companyID == company.id)
        #expect(deal.roles[0].contactID == greta.id)
        #expect(try desk.store.read { try $0.fetch(Stage.self, deal.stageID)?.name } == "Trial run")
        _ = try desk.store.undo()
        #expect(try desk.store.dump() == before)
    }

    /// The parts in a deal: those that were used, and the four that there always are, in the language of the name.
    @Test(arguments: [
        ("Greta", "", "decider"), ("Greta", "b", "buyer"), ("Greta", "juece", "决策人"), ("王新新", "", "决策人"),
        ("王新新", "sy", "使用人"), ("王新新", "user", "user"),
    ])
    func partsAreProposed(name: String, typed: String, first: String) throws {
        let store = try Store.inMemory(clock: TestDesk.clock, seed: 1)
        let office = Office(store: store, currency: "EUR")
        func parts(_ office: Office) -> (String) -> [FormField.Completion] {
            office.people(.role, who: office.records(.contact)) { _ in Office.usualParts }
        }
        #expect(parts(office)("\(name): \(typed)").first?.text == "\(name): \(first)")
        #expect(Set(parts(office)("\(name):").map(\.text)).count == 7)
        // What one writes oneself comes first.
        var deal = Opportunity()
        (deal.name, deal.stageID) = ("Retrofit", 1)
        var contact = Contact()
        contact.name = "Greta"
        deal.roles = [DealRole(contactID: try store.add(contact), role: "Bürge")]
        try store.add(deal)
        let later = Office(store: store, currency: "EUR")
        #expect(parts(later)("\(name):").first?.text == "\(name): Bürge")
    }

    @Test func severalComeToAMeeting() throws {
        var desk = try Desk()
        desk.type("2/grace<Enter>M")
        desk.paste("fri 10")
        desk.type("<Tab><Tab>")
        desk.type(", ada lov<Enter>, Someone New<Tab>11:30<Enter>")
        let meeting = try #require(try desk.fetch(Meeting.self, "Meeting with Grace Hopper"))
        let names = try meeting.attendees.map { id in try desk.store.read { try $0.fetch(Contact.self, id)?.name } }
        #expect(names == ["Grace Hopper", "Ada Lovell", "Someone New"])
        #expect(meeting.endAt.map { $0 - meeting.dueAt! } == 90 * 60)
    }

    @Test func anOutcomeIsMadeWithItsCall() throws {
        var desk = try Desk()
        desk.type("2/grace<Enter>c+left with the porter<Tab>")
        #expect(desk.screen.contains("Reached"))
        desk.type("n<C-s>")
        let outcome = try #require(try desk.fetch(Outcome.self, "left with the porter"))
        #expect(!outcome.reached)
        #expect(outcome.key == "l")
        let call = try #require(
            try desk.store.read { transaction in try transaction.fetch(Call.self, try transaction.ids(.call).last!) })
        #expect(call.outcomeID == outcome.id)
        desk.type("u")
        #expect(try desk.fetch(Outcome.self, "left with the porter") == nil)
    }

    @Test func aReasonIsMadeWithTheLostDeal() throws {
        var desk = try Desk()
        desk.type("7")
        let lost = try desk.all(Opportunity.self).filter { $0.state == .lost }.count
        desk.type("L+<Enter>")
        #expect(desk.screen.contains("Reason is needed."))
        desk.type("merger<Enter>")
        let reason = try #require(try desk.fetch(Reason.self, "merger"))
        let now = try desk.all(Opportunity.self).filter { $0.state == .lost }
        #expect(now.count == lost + 1)
        #expect(now.contains { $0.reasonID == reason.id })
        desk.type("L+Merger<Enter>")
        #expect(try desk.all(Reason.self).filter { $0.name.lowercased() == "merger" }.count == 1)
        desk.type("uu")
        #expect(try desk.fetch(Reason.self, "merger") == nil)
    }

    // MARK: Shown while typing

    @Test func wordsThatWereUsedAreProposed() throws {
        var desk = try Desk()
        desk.type("2nEve<Tab><Tab><Tab><Tab>")
        desk.type("<Tab><Tab><Tab>shan")  // past status and tier
        #expect(desk.form?.focused == "city")
        #expect(desk.screen.contains("上海"))
        // A mere suggestion is taken by nobody but who chose it.
        desk.type("<Down><Enter>")
        #expect(desk.form?["city"] == "上海")
        #expect(desk.form?.focused == "tags")
        desk.type("fair, ke")
        #expect(desk.form?.focused == "tags")
        desk.type("<Down>")
        #expect(desk.form?["tags"].hasPrefix("fair, ke") == true)
    }

    @Test func aNameThatIsNotThereCanBeMadeBesideALikeOne() throws {
        var desk = try Desk()
        desk.type("2nEve<Tab>Ber")
        #expect(desk.screen.contains("Berg AS"))
        desk.type("<Up>")
        #expect(desk.screen.contains("new, made on saving"))
        desk.type("<Enter><C-s>")
        #expect(try desk.fetch(Company.self, "Ber") != nil)
    }

    @Test(arguments: [
        ("2nada  LOVELL", "Ada Lovell"), ("2nLovell Ada", "Ada Lovell"), ("2nAda Lovel", "Ada Lovell"),
        ("2nGrece Hopper", "Grace Hopper"), ("2nWang Wei", "王伟"), ("2n王卫", "王伟"), ("gkBerg GmbH", "Berg AS"),
        ("gk上海艾克米有限公司", "上海艾克米"), ("2nX<Tab><Tab><Tab>13800138000", "王伟"),
    ])
    func whoIsHereAlreadyIsShown(keys: String, name: String) throws {
        var desk = try Desk()
        desk.type(keys)
        #expect(desk.screen.contains("⚠ \(name)"), "\(desk.screen)")
        // It never blocks, and what was typed stays while one looks.
        desk.type("<C-g>")
        #expect(desk.app.top is RecordPane)
        #expect(desk.shelf.kept.count == 1)
        desk.type("<Esc>")
        #expect(desk.form?.isTouched == true)
        let kind: Kind = keys.hasPrefix("2") ? .contact : .company
        let count = try desk.store.read { try $0.count(kind) }
        desk.type("<C-s>")
        #expect(try desk.store.read { try $0.count(kind) } == count + 1)
    }

    @Test(arguments: ["today 14:25", "今天 下午2点25", "14:25", "today 14:00"])
    func anAppointmentAtThatTimeIsShown(when: String) throws {
        var desk = try Desk()
        desk.type("2/grace<Enter>M")
        desk.paste(when)
        #expect(desk.screen.contains("⚠ then: 14:25"), "\(desk.screen)")
        desk.type("<C-g>")
        #expect(desk.app.depth == 3)
    }

    @Test func rareFieldsStandBehindOneLine() throws {
        var desk = try Desk()
        desk.type("2nEve")
        #expect(!desk.screen.contains("Birthday"))
        desk.type("<S-Tab><Enter>")
        #expect(desk.form?.focused == "nickname")
        desk.type("<Tab>2-30<C-s>")
        #expect(desk.screen.contains("A date as 1980-11-27"))
        desk.type("<C-u>2-28<Tab><Tab>30<C-s>")
        let eve = try #require(try desk.fetch(Contact.self, "Eve"))
        #expect(eve.birthday == "--02-28")
        #expect(eve.cadence == 30)
    }

    @Test(arguments: [
        ("mobile 138 0013", "mobile", "138 0013"), ("手机：138 0013", "手机", "138 0013"), ("+49 30 1", "", "+49 30 1"),
        ("call mum", "", "call mum"), ("(030) 1", "", "(030) 1"), ("home +1 2", "home", "+1 2"),
    ])
    func numbersHaveLabels(typed: String, label: String, number: String) {
        #expect(Labelled.number(typed) == Labelled(label: label, text: number))
    }

    /// A number that would be read in another way stays as it is when another field is changed.
    @Test func whatWasNotTouchedIsNotReadAnew() throws {
        var desk = try Desk(demo: false)
        var contact = Contact()
        contact.name = "Eve"
        contact.phones = [Phone("tel 12345 home")]
        try desk.store.add(contact)
        desk.type("2e<C-u>Eva<C-s>")
        #expect(try desk.fetch(Contact.self, "Eva")?.phones == [Phone("tel 12345 home")])
    }

    /// Whatever is typed, clicked and pasted into the forms, in any order: nothing breaks, and a screen can be drawn.
    @Test(arguments: 0..<4)
    func anythingMayBeTyped(seed: UInt64) throws {
        var random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ count: Int) -> Int {
            random ^= random << 13
            random ^= random >> 7
            random ^= random << 17
            return Int(random % UInt64(count))
        }
        let keys: [Key] = [
            .tab, .backTab, .up, .down, .left, .right, .enter, .backspace, .delete, .home, .end, .pageUp, .pageDown,
            .textStart,
            .textEnd, .wordLeft, .wordRight, .control("u"), .control("k"), .control("w"), .control("z"), .control("y"),
            .control("t"), .control("o"), .control("s"), .escape, .character(" "), .character("+"), .character(","),
            .character("w"), .character("王"), .character("："), .character("1"), .character("n"),
        ]
        let pastes = ["王伟, ada lovell；x", "tue 10:00", "\u{1B}[2J\u{202E}", "a\r\nb", "12万", "+86 138 0013 8000", "👨‍👩‍👧"]
        let forms = ["2n", "2e", "3e", "gk", "go", "4e", "5e", "6e", "2M", "2m", "2c", "2N", "2f", "7e", "7L+"]
        var desk = try Desk()
        for _ in 0..<5 {
            desk.type("1\(forms[next(forms.count)])")
            for _ in 0..<25 {
                switch next(12) {
                case 0: desk.paste(pastes[next(pastes.count)])
                case 1: desk.app.handle(.mouse(Mouse(.click, x: next(80), y: next(24))))
                case 2: desk.app.resize([Size(width: 60, height: 20), Size(width: 120, height: 40)][next(2)])
                case 3: desk.app.handle(.tick)
                default: desk.app.handle(.key(keys[next(keys.count)]))
                }
                _ = desk.app.draw()
            }
            desk.type("<Esc><Esc><Esc>")
            desk.app.resize(Size(width: 80, height: 24))
        }
        #expect(desk.shelf.kept.values.allSatisfy { !$0.fields.isEmpty })
        #expect(try desk.all(Opportunity.self).allSatisfy { $0.state != .lost || $0.reasonID != nil })
    }
}
