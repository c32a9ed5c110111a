import Panes
import Words

/// The pages of the documentation that are made from the program itself, so that they cannot say anything else than it does.
enum Documentation {
    /// File names and texts; the same at every call. One line a page: keys.md comes from the panes' tables of keys as the
    /// manual comes from the commands.
    static func pages() throws -> [(name: String, text: String)] {
        [("kontor.1", try ManualPage().text), ("keys.md", Panes.Office.keyTables())]
    }
}
