import Panes
import Sales
import Storage
import Words

/// The pages of the documentation that are made from the program itself, so that they cannot say anything else than it does.
enum Documentation {
    /// File names and texts; the same at every call. One line a page: keys.md comes from the panes' tables of keys as the
    /// manual comes from the commands.
    static func pages() throws -> [(name: String, text: String)] {
        let clock = Clock(zone: Zone("UTC")!, fixedAt: Instant(seconds: 0))
        let store = try Store.inMemory(clock: clock, seed: 1)
        return try [
            ("kontor.1", ManualPage().text), ("keys.md", Panes.Office(store: store, currency: "USD").keyTables()),
            ("settings.md", DocumentationSettings.text), ("file.md", DocumentationFile.text(of: store)),
        ] + Pictures.pages()
    }
}
