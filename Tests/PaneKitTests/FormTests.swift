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

    @Test func whatLeadsOnIsCompletedFurther() {
        let all = ["Docs/", "Docs/a.csv", "Docs/b.csv", "x.csv"]
        var form = Form([
            .pick("path", "File", text: "D") { typed in
                all.filter { $0.hasPrefix(typed) && !$0.dropFirst(typed.count).dropLast().contains("/") && $0 != typed }
                    .filter { typed.contains("/") || !$0.dropLast().contains("/") }
                    .map { .init($0, label: String($0.split(separator: "/").last!), leadsOn: $0.hasSuffix("/")) }
            }
        ])
        // Tab has nowhere to go in a form of one field: it proposes, then takes; a folder proposes what is in it.
        _ = type("<Tab>", &form)
        #expect(form["path"] == "D")
        let taken = type("<Tab>", &form)
        #expect(taken == [.stay])
        #expect(form["path"] == "Docs/")
        let file = type("<Down><Enter>", &form)
        #expect(file == [.stay, .next])
        #expect(form["path"] == "Docs/b.csv")
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

    private func completing(_ text: String) -> [FormField.Completion] {
        ["Shanghai", "Shenzhen", "Smith, John"].filter { $0.lowercased().hasPrefix(text.lowercased()) }
            .map { .init($0, detail: "d", value: "id-\($0)") }
    }

    @Test func suggestionsAreTakenOnlyWhenChosen() {
        var form = Form([.suggesting("city", "City", completions: completing), .line("x", "X")])
        let answer1 = type("sh<Enter>", &form)
        #expect(answer1 == [.stay, .stay, nil])
        #expect(form["city"] == "sh")
        let answer2 = type("<Down><Down><Enter>", &form)
        #expect(answer2 == [.stay, .stay, .next])
        #expect(form["city"] == "Shenzhen")
        // What is there in full already needs no completing.
        _ = type("<BS>n", &form)
        #expect(form.fields[0].completions.isEmpty)
    }

    @Test func theLastPieceOfAListIsCompleted() {
        var form = Form([.picks("who", "Who", completions: completing), .line("x", "X")])
        let answer = type("smi<Enter>, Bob、shan<Enter>；", &form)
        #expect(answer.suffix(2) == [.stay, .stay])
        #expect(form["who"] == "Smith, John, Bob、Shanghai；")
        // A comma in what was picked does not part it.
        #expect(form.pieces(of: "who") == ["Smith, John", "Bob", "Shanghai"])
        #expect(form.value(of: "who", piece: "Smith, John") == "id-Smith, John")
        #expect(form.value(of: "who", piece: "Bob") == nil)
        var other = Form([.picks("who", "Who", completions: completing)])
        other.contents = form.contents
        #expect(other.pieces(of: "who") == form.pieces(of: "who"))
        #expect(other.value(of: "who", piece: "Shanghai") == "id-Shanghai")
    }

    @Test func aChoiceCanBeTyped() {
        func make() -> Form {
            Form([.choice("stage", "Stage", [.init("1", "Lead")], value: "Lead", extends: true), .line("x", "X")])
        }
        var form = make()
        _ = type("+Trial 1", &form)
        #expect(form.newChoice("stage") == "Trial 1")
        #expect(form["stage"] == "+Trial 1")
        var other = make()
        other.contents = form.contents
        #expect(other.newChoice("stage") == "Trial 1")
        _ = type("<C-u><BS>", &form)
        #expect(form["stage"] == "Lead")
        #expect(form.newChoice("stage") == nil)
        #expect(!form.isTouched)
        // A required one must have a name.
        var empty = Form([.choice("stage", "Stage", [], required: true, extends: true)])
        _ = type("+ ", &empty)
        let answer = empty.check()
        #expect(!answer)
    }

    @Test func fieldsBehindALineAreSkippedUntilItIsOpened() {
        var form = Form([.line("a", "A"), .more("More"), .line("b", "B"), .hidden("h", text: "1")])
        form.next()
        form.next()
        #expect(form.focused == "a")
        _ = type("<Down><Enter>x", &form)
        #expect(form["b"] == "x")
        #expect(form.changed == ["b"])
        // What they hold is said, and what a draft brings is shown.
        var filled = Form([.line("a", "A"), .more("More"), .line("b", "Born", text: "1906"), .line("c", "City")])
        var canvas = Canvas(width: 40, height: 8)
        filled.layout(in: canvas.bounds)
        filled.draw(on: &canvas, in: canvas.bounds)
        #expect(canvas.rows.contains { $0.hasSuffix("▸ born 1906, city") })
        filled.takeUp(["c": "Oslo"], base: ["c": ""])
        filled.focus(on: "c")
        #expect(filled["more"] == "yes")
    }

    @Test func fieldsThatDependOnOthersComeAndGo() {
        var form = Form([.line("a", "A"), .line("b", "B", required: true).shown { !$0["a"].isEmpty }, .line("c", "C")])
        form.next()
        #expect(form.focused == "c")
        let isComplete = form.check()
        #expect(isComplete)
        form.focus(on: "a")
        _ = type("x<Down>", &form)
        #expect(form.focused == "b")
        let isCompleteNow = form.check()
        #expect(!isCompleteNow)
    }

    @Test func aDraftHoldsWhatWasTouched() {
        func make(_ a: String, _ b: String) -> Form {
            Form([.line("a", "A", text: a), .line("b", "B", text: b), .hidden("h", text: "7")])
        }
        var form = make("1", "2")
        _ = type("!", &form)
        let (fields, base) = form.draft
        #expect(fields == ["a": "1!", "h": "7"])
        #expect(base == ["a": "1"])
        var same = make("1", "other")
        same.takeUp(fields, base: base)
        #expect(same["a"] == "1!")
        #expect(same["b"] == "other")
        #expect(same.clashes.isEmpty)
        var changed = make("0", "2")
        changed.takeUp(fields, base: base)
        #expect(changed["a"] == "1!")
        #expect(changed.clashes.map(\.id) == ["a"])
        changed.focus(on: "a")
        changed.takeTheirs()
        #expect(changed["a"] == "0")
        #expect(changed.clashes.isEmpty)
    }

    @Test func twoPeoplesFieldsAreBroughtTogether() {
        func make(_ texts: [String]) -> Form {
            Form(zip(["both", "ours", "theirs", "same", "none"], texts).map { .line($0, $0, text: $1) })
        }
        var form = make(["a", "b", "c", "d", "e"])
        for id in ["both", "ours", "same"] { form[id] = "\(id)!" }
        form.focus(on: "none")
        let merged = form.brought(into: make(["x", "b", "z", "same!", "e"]))
        #expect(merged.contents == ["both": "both!", "ours": "ours!", "theirs": "z", "same": "same!", "none": "e"])
        #expect(merged.clashes.map(\.id) == ["both"])
        #expect(merged.focused == "both")
        #expect(merged.changed == ["both", "ours"])
    }

    @Test func aClickFocusesAndChooses() {
        var form = Form([
            .line("a", "A", text: "abc"), .choice("c", "C", [.init("x", "ex"), .init("y", "why")]), .check("k", "K"),
            .pick("p", "P", completions: completing), .area("t", "T", text: "one\ntwo"),
        ])
        let area = Rect(x: 5, y: 3, width: 50, height: 20)
        form.layout(in: area)
        // Labels take nine columns, and there is a blank row before and between the fields.
        let answer1 = form.click(x: 15, y: 4)
        #expect(answer1 == .stay)
        #expect(form.focused == "a")
        _ = type("!", &form)
        #expect(form["a"] == "a!bc")
        let answer2 = form.click(x: 21, y: 6)
        #expect(answer2 == .next)
        #expect(form["c"] == "why")
        _ = form.click(x: 14, y: 8)
        #expect(form["k"] == "yes")
        _ = form.click(x: 14, y: 10)
        _ = type("sh", &form)
        let answer3 = form.click(x: 20, y: 12)
        #expect(answer3 == .next)
        #expect(form["p"] == "Shenzhen")
        form.layout(in: area)
        _ = form.click(x: 15, y: 13)
        _ = type("!", &form)
        #expect(form["t"] == "one\nt!wo")
        let outside = form.click(x: 0, y: 0)
        #expect(outside == nil)
    }

    @Test func warningsAndErrorsStandUnderTheirFieldInSeveralRows() {
        var form = Form([
            .line("a", "A", text: "x").warning { _ in .init("somebody has this number already, look at it first") },
            .line("b", "B"),
        ])
        form.setError("this is a sentence that does not fit into one row of it", of: "b")
        var canvas = Canvas(width: 40, height: 12)
        form.layout(in: canvas.bounds)
        form.draw(on: &canvas, in: canvas.bounds)
        let rows = canvas.rows
        #expect(rows[2].contains("⚠ somebody has this number"))
        #expect(rows[3].contains("look at it first"))
        #expect(rows.contains { $0.contains("into one row of it") })
    }

    @Test func theFieldWithTheFocusAndItsErrorAreSeenInALittleRoom() {
        for focus in 1...30 {
            var form = Form((1...30).map { .line("f\($0)", "Field \($0)", text: "text \($0)") })
            form.setError("wrong \(focus)", of: "f\(focus)")
            form.focus(on: "f\(focus)")
            var canvas = Canvas(width: 58, height: 6)
            form.layout(in: canvas.bounds)
            form.draw(on: &canvas, in: canvas.bounds)
            #expect(canvas.rows.contains { $0.contains("text \(focus)") })
            #expect(canvas.rows.contains { $0.contains("wrong \(focus)") })
        }
    }
}
