import Foundation
import Testing

/// The pages that are made from the program: the same every time, and those in docs/ are what it says now.
@Suite struct DocumentationTests {
    static let docs = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("docs").path

    @Test func docsAreWhatTheProgramSays() throws {
        let desk = Desk()
        let made = try desk("generate-docs", desk.folder).output.split(separator: "\n").map(String.init)
        #expect(made.contains(desk.folder + "/kontor.1"))
        for path in made {
            let name = URL(fileURLWithPath: path).lastPathComponent
            let checkedIn = try String(contentsOfFile: Self.docs + "/" + name, encoding: .utf8)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == checkedIn, "run `kontor generate-docs docs`")
        }
    }

    @Test func theManualNamesEveryVerbButHiddenOnes() throws {
        let page = try String(contentsOfFile: Self.docs + "/kontor.1", encoding: .utf8)
        for verb in [
            "today", "add contact", "add company", "add opportunity", "add meeting", "add follow\\-up", "add note",
            "log call", "list", "show",
            "find", "set", "delete", "done", "move", "won", "lost", "reopen", "undo", "redo", "history", "import",
            "export", "backup",
            "restore", "check", "demo",
        ] {
            #expect(page.contains(".SS \"kontor \(verb)"), "\(verb)")
        }
        #expect(!page.contains("generate" + "\\-docs\""))
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func shellsCanCompleteCommands(_ shell: String) throws {
        let answer = try Desk()("--generate-completion-script", shell)
        #expect(answer.status == 0)
        #expect(answer.output.contains("kontor") && answer.error.isEmpty)
    }
}
