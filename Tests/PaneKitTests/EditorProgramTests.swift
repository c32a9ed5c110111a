import Testing

@testable import PaneKit

struct EditorProgramTests {
    @Test(
        arguments: [
            (nil, nil, ["vi"]), ("", " ", ["vi"]), (nil, "nano", ["nano"]),
            ("code --wait", "nano", ["code", "--wait"]),
            (nil, "sh -c $(evil); x", ["sh", "-c", "$(evil);", "x"]),
        ] as [(String?, String?, [String])])
    func command(visual: String?, editor: String?, expected: [String]) {
        #expect(editorCommand(visual: visual, editor: editor) == expected)
    }
}
