import Screen
import Testing

@testable import PaneKit

/// A text to start from counts as nothing until it is changed.
struct FormStartTests {
    private let headings = "Present: 王伟\nSaid:\nOwed："

    private func form(_ text: String = "") -> Form {
        var form = Form([.area("notes", "Notes", text: text).starting(with: headings), .line("title", "Title")])
        form.focus(on: "notes")
        return form
    }

    @Test func untouchedItIsNoText() throws {
        var form = form()
        #expect(form.fields[0].editor.text == "Present: 王伟\nSaid: \nOwed：")
        #expect(form["notes"] == "")
        #expect(!form.isTouched)
        #expect(form.changed.isEmpty)
        #expect(form.draft.fields.isEmpty)
        form.focus(on: "title")
        _ = form.handle(.paste("x"))
        #expect(form.changed == ["title"])
        #expect(form.draft.fields["notes"] == nil)
    }

    @Test func oneWritesBehindTheFirstEmptyHeading() {
        var form = form()
        _ = form.handle(.paste("two options"))
        #expect(form["notes"] == "Present: 王伟\nSaid: two options\nOwed：")
        #expect(form.changed == ["notes"])
        #expect(form.draft.base["notes"] == "")
        for _ in "two options" { _ = form.handle(.key(.backspace)) }
        #expect(form["notes"] == "")
        #expect(!form.isTouched)
    }

    @Test func emptiedItIsEmpty() {
        var form = form()
        form["notes"] = ""
        #expect(!form.isTouched)
        #expect(form.fields[0].editor.isEmpty)
    }

    @Test func whatIsThereStartsFromNothingElse() {
        let form = form("agenda")
        #expect(form["notes"] == "agenda")
        #expect(form.fields[0].start.isEmpty)
    }

    @Test func anotherStartTakesTheFirstOnesPlaceAndNeverAText() {
        var form = form()
        let started = form.start("notes", with: "Goals:")
        #expect(started)
        #expect(form.fields[0].editor.text == "Goals: ")
        #expect(!form.isTouched)
        _ = form.handle(.paste("3 lines"))
        let again = form.start("notes", with: headings)
        #expect(!again)
        #expect(form["notes"] == "Goals: 3 lines")
    }

    @Test func linesOfItActOnlyWhenSomethingIsWritten() {
        var form = Form([.area("notes", "Notes").starting(with: "Said:\n! 3d send minutes")])
        #expect(form.text(of: "notes", linesBeginningWith: ["!"]) == "")
        _ = form.handle(.paste("yes"))
        #expect(form.text(of: "notes", linesBeginningWith: ["!"]) == "! 3d send minutes\n")
    }
}
