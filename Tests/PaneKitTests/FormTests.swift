import Screen
import Testing

@testable import PaneKit

struct FormTests {
    private func type(_ notation: String, _ form: inout Form) -> [Form.Reaction?] {
        Event.typing(notation).map { form.handle($0) }
    }

    @Test func choiceByLetter() {
        var form = Form([
            .choice("outcome", "Outcome", [.init("a", "answered"), .init("n", "no answer", value: "none")]),
            .line("text", "Text"),
        ])
        let answer12 = type("n", &form)
        #expect(answer12 == [.next])
        #expect(form["outcome"] == "none")
        #expect(!form.typedCapital)
        let answer13 = type("A", &form)
        #expect(answer13 == [.next])
        #expect(form["outcome"] == "answered")
        #expect(form.typedCapital)
        let answer14 = type("z<Right><BS>", &form)
        #expect(answer14 == [nil, .stay, .stay])
        #expect(form["outcome"] == "")
    }

    @Test func onChangeSetsOtherFields() {
        var form = Form([.choice("outcome", "Outcome", [.init("n", "no answer")]), .line("next", "Next step")]) {
            form, id in
            if id == "outcome" { form["next"] = "call again" }
            return id == "outcome" ? .save : nil
        }
        let answer15 = type("n", &form)
        #expect(answer15 == [.save])
        #expect(form["next"] == "call again")
        #expect(form.changed == ["outcome", "next"])
    }

    @Test func pickCompletes() {
        var form = Form([
            .pick("who", "Contact") { text in
                ["王伟", "王薇", "Walter"].filter { $0.hasPrefix(text) }.map { .init($0, value: "id-\($0)") }
            }, .line("x", "X"),
        ])
        let answer16 = type("王<Down><Enter>", &form)
        #expect(answer16 == [.stay, .stay, .next])
        #expect(form["who"] == "王薇")
        #expect(form.value(of: "who") == "id-王薇")
        let answer17 = type("!", &form)
        #expect(answer17 == [.stay])
        #expect(form.value(of: "who") == nil)
        #expect(form["who"] == "王薇!")
        let answer18 = type("<Enter>", &form)
        #expect(answer18 == [nil])
    }

    @Test func contentsComeBack() {
        func make() -> Form {
            Form([
                .line("a", "A", text: "old"), .area("b", "B"), .check("c", "C"),
                .pick("d", "D") { [.init($0, value: "1")] },
            ])
        }
        var form = make()
        #expect(!form.isTouched)
        _ = type("!<Down>x<Enter>y", &form)
        form.focus(on: "c")
        _ = type("<Space><Down>q<Enter>", &form)
        #expect(form.contents == ["a": "old!", "b": "x\ny", "c": "yes", "d": "q", "d#value": "1"])
        var other = make()
        other.contents = form.contents
        #expect(other.contents == form.contents)
        #expect(other.isTouched)
        #expect(other.value(of: "d") == "1")
    }

    @Test func requiredFieldsAreAskedFor() {
        var form = Form([.line("a", "A"), .line("b", "Name", required: true)])
        form["b"] = "  "
        let answer19 = form.check()
        #expect(!answer19)
        #expect(form.focused == "b")
        #expect(form.fields[1].error == "Name is needed.")
        _ = type("x", &form)
        #expect(form.fields[1].error == nil)
        let answer20 = form.check()
        #expect(answer20)
    }

    @Test func scrollsWhenItDoesNotFit() {
        var form = Form((1...30).map { .line("f\($0)", "FormField \($0)") })
        form.focus(on: "f20")
        var canvas = Canvas(width: 58, height: 10)
        form.draw(on: &canvas, in: canvas.bounds)
        #expect(canvas.rows.contains { $0.hasPrefix("FormField 20") })
        #expect(canvas.cursor != nil)
    }
}
