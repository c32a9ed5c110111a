import Foundation
import Testing

/// The manual page names what there is, and shells can complete it.
@Suite struct ManualPageTests {
    static let docs = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("docs").path

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
