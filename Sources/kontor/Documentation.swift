import Panes
import Words

/// The pages of the documentation that are made from the program itself, so that they cannot say anything else than it does.
enum Documentation {
    /// File names and texts; the same at every call.
    static func pages() throws -> [(name: String, text: String)] {
        [("kontor.1", try ManualPage().text), ("keys.md", Panes.Office.keyTables())]
    }
}
