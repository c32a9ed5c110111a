import Screen
import Testing

@testable import PaneKit

/// When a form keeps what was typed, and what it does when saving does not go as it should.
struct FormPaneTests {
    final class Time { var now = 0 }

    private func desk(_ shelf: Shelf = Shelf()) -> (app: App, time: Time) {
        let time = Time()
        let app = demo(shelf: shelf) { program in
            program.milliseconds = { time.now }
        }
        return (app, time)
    }

    private func second(_ app: inout App, _ time: Time) {
        time.now += 1000
        app.handle(.tick)
    }

    @Test func theDraftIsKeptTwoSecondsAfterTheFirstKeyAtTheLatest() {
        let shelf = Shelf()
        var (app, time) = desk(shelf)
        app.type("npEve")
        second(&app, time)
        #expect(shelf.drafts.isEmpty)
        app.type("!")
        second(&app, time)
        #expect(shelf.drafts["name"]?.fields["name"] == "Eve!")
        #expect(shelf.drafts["name"]?.isOpen == true)
        app.type("<Esc>")
        #expect(shelf.drafts["name"]?.isOpen == false)
    }

    @Test func whoNeverPausesIsKeptToo() {
        let shelf = Shelf()
        var (app, _) = desk(shelf)
        app.type("np" + String(repeating: "x", count: FormPane.keysBetween))
        #expect((shelf.drafts["name"]?.fields["name"]?.count ?? 0) > FormPane.keysBetween / 2)
    }

    @Test func aFullDiskIsSaidOnceWhileTyping() {
        let shelf = Shelf()
        shelf.cannotKeep = true
        var (app, time) = desk(shelf)
        app.type("npEve")
        for _ in 0..<2 { second(&app, time) }
        #expect(app.messageText == "The draft is not kept: The shelf is broken.")
        app.type("x")
        for _ in 0..<3 { second(&app, time) }
        #expect(app.messageText == nil)
        #expect((app.top as? FormPane)?.form["name"] == "Evex")
        shelf.cannotKeep = false
        for _ in 0..<2 { second(&app, time) }
        #expect(shelf.drafts["name"]?.fields["name"] == "Evex")
    }

    @Test func aLockedFileKeepsTheDraftBeforeItIsWaitedFor() {
        let shelf = Shelf()
        shelf.isLocked = true
        var (app, _) = desk(shelf)
        app.type("npEve<C-s>")
        #expect(shelf.drafts["name"]?.fields["name"] == "Eve")
        for _ in 0..<5 { app.handle(.tick) }
        #expect(shelf.drafts.count == 1)
        app.type("x")
        shelf.isLocked = false
        app.type("<C-s>")
        #expect(shelf.names.last == "Evex")
        #expect(shelf.drafts.isEmpty)
    }

    @Test func aDraftThatCannotBeRemovedDoesNotSaveTwice() {
        var saved = 0
        var kept: Draft?
        let drafts = Drafts(save: { kept = $0 }, load: { _ in kept }, discard: { _ in throw Broken() })
        var pane = FormPane(title: "T", form: Form([.line("a", "A")]), draftKey: "k", drafts: drafts) { _ in
            saved += 1
            return .back
        }
        _ = try? pane.handle(.key(.character("x")))
        _ = try? pane.handle(.hangUp)
        #expect(kept != nil)
        let index = FormPane.bindings.firstIndex { $0.name == "Ctrl-S" }!
        guard case .sequence(let steps) = try? FormPane.bindings[index].run(&pane), steps.count == 2,
            case .back = steps[0], case .say(let text, .bad) = steps[1]
        else {
            Issue.record("the record is saved, and the sentence said")
            return
        }
        #expect(text == "The shelf is broken.")
        #expect(saved == 1)
    }

    @Test func aRecordThatChangedIsBroughtTogetherAndSavedByTheNewForm() throws {
        var record = "theirs"
        var log: [String] = []
        func pane() -> FormPane {
            let opened = record
            return FormPane(
                title: "T", form: Form([.line("a", "A", text: opened), .line("b", "B")]), remake: { pane() }
            ) { form in
                if record != opened { throw FormChanged() }
                log.append("\(opened) -> \(form["a"]) \(form["b"])")
                return .back
            }
        }
        var form = pane()
        let save = try #require(FormPane.bindings.first { $0.name == "Ctrl-S" })
        // Only they changed a, only we changed b: saved at once.
        form.form.focus(on: "b")
        _ = try form.handle(.paste("ours"))
        record = "theirs 2"
        guard case .back = try save.run(&form) else {
            Issue.record("saved")
            return
        }
        #expect(log == ["theirs 2 -> theirs 2 ours"])
        // Both changed a: shown, and saved at the second time.
        form.form.focus(on: "a")
        _ = try form.handle(.paste("!"))
        record = "theirs 3"
        guard case .say(let text, .attention) = try save.run(&form) else {
            Issue.record("shown")
            return
        }
        #expect(text == "Changed meanwhile: A. Ctrl-S keeps yours, Ctrl-T takes theirs.")
        var canvas = Canvas(width: 50, height: 8)
        form.draw(on: &canvas, in: canvas.bounds)
        #expect(canvas.rows.contains { $0.contains("meanwhile: theirs 3") })
        _ = try save.run(&form)
        #expect(log.last == "theirs 3 -> theirs 2! ours")
    }

    @Test func aRecordThatIsGoneClosesTheFormAndKeepsTheText() throws {
        var kept: Draft?
        let drafts = Drafts(save: { kept = $0 }, load: { _ in kept }, discard: { _ in kept = nil })
        var pane = FormPane(title: "T", form: Form([.line("a", "A")]), draftKey: "k", drafts: drafts) { _ in
            throw FormGone("It is gone.")
        }
        _ = try pane.handle(.paste("words"))
        let save = try #require(FormPane.bindings.first { $0.name == "Ctrl-S" })
        guard case .sequence(let steps) = try save.run(&pane), case .back = steps[0],
            case .say("It is gone.", .attention) = steps[1]
        else {
            Issue.record("closed with its sentence")
            return
        }
        #expect(kept?.text == "words")
        #expect(kept?.isOpen == false)
    }

    /// What is not kept must not be said to be.
    @Test func aFormWithoutADraftGoesBackAndKeepsNothing() throws {
        var saved: [Draft] = []
        let drafts = Drafts(save: { saved.append($0) }, load: { _ in nil }, discard: { _ in })
        var pane = FormPane(title: "T", form: Form([.line("a", "A")]), drafts: drafts) { _ in .back }
        _ = try pane.handle(.paste("x"))
        let rows = FormPane.bindings.filter { $0.name == "Esc" }
        let label = rows.first { $0.unavailable(pane) == nil }?.label
        #expect(label == "back")
        _ = try pane.handle(.hangUp)
        #expect(saved.isEmpty)
    }

    @Test func numbersOfDraftsThatWerePutAside() {
        for (key, form) in [("a b", "a b"), ("a #2", "a"), ("a #x", "a #x"), ("a #2 #13", "a #2"), ("#2", "#2")] {
            #expect(Draft(key: key, title: "", fields: [:]).formKey == form)
        }
    }
}
