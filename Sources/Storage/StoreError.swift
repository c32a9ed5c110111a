internal import CSQLite
internal import GRDB
package import Sales
import Words

/// What the file, or the rules that it keeps, refused: each with one plain sentence that says what to do.
package enum StoreError: Error, Equatable {
    /// Another process is writing.
    case busy
    /// The disk is full.
    case full(path: String)
    /// The file may only be read.
    case readOnly(path: String)
    /// The disk or the system failed.
    case system(path: String, reason: String)
    case damaged(path: String)
    case notKontor(path: String)
    /// The file was written by a newer Kontor.
    case newer(path: String, version: Int)
    /// A rule of the data refused the change.
    case refused(String)
    /// Fields of the record of that title were changed meanwhile; nothing was saved.
    case changed(String, [Clash])
    /// The record of that title was deleted meanwhile.
    case gone(String)
    /// No record answers to that name or id.
    case notFound(String)
    /// Several records answer to that name.
    case ambiguous(String, candidates: [Candidate])

    /// A field that two have changed.
    package struct Clash: Equatable, Sendable {
        /// The word for it.
        package var field: String
        package var label: String
        /// What stands there now, and what was to be saved, as text.
        package var theirs: String
        package var ours: String
    }

    package struct Candidate: Equatable, Sendable {
        package var ref: Ref
        package var title: String

        package init(ref: Ref, title: String) {
            self.ref = ref
            self.title = title
        }
    }

    /// One plain sentence.
    package var sentence: String {
        switch self {
        case .busy: say("Another Kontor is writing to the file; try again in a moment.")
        case .full(let path):
            say("The disk is full, so nothing was saved to \(visible(path)): make room and try again.")
        case .readOnly(let path):
            say("\(visible(path)) may only be read here, so nothing was saved: check its permissions.")
        case .system(let path, let reason): say("\(visible(path)) cannot be used: \(visible(reason)).")
        case .damaged(let path):
            say("\(visible(path)) is damaged and was left as it is: restore a backup with `kontor restore`.")
        case .notKontor(let path):
            say("\(visible(path)) is not a Kontor file; it was left as it is. Name another with --db.")
        case .newer(let path, let version):
            say(
                "\(visible(path)) was written by a newer Kontor (file version \(version)); install that version to open it."
            )
        case .refused(let reason): reason
        case .changed(let title, let clashes):
            say("\(visible(title)) was changed elsewhere meanwhile, so nothing was saved; look again: ")
                + clashes.map { "\($0.label) “\(visible(String($0.theirs.prefix(60))))”" }.joined(separator: ", ") + "."
        case .gone(let title): say("\(visible(title)) was deleted meanwhile, so it was not saved; undo brings it back.")
        case .notFound(let name): say("Nothing here is called \(visible(name)); look it up with `kontor find`.")
        case .ambiguous(let name, let candidates):
            say("\(visible(name)) fits several; say which: ")
                + candidates.prefix(8).map { "\($0.ref) \(visible($0.title))" }.joined(separator: ", ") + "."
        }
    }

    /// The error in our words; one that is ours already stays as it is.
    static func from(_ error: any Error, path: String) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: return StoreError.busy
        case .SQLITE_FULL: return StoreError.full(path: path)
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: return StoreError.readOnly(path: path)
        case .SQLITE_CORRUPT: return StoreError.damaged(path: path)
        case .SQLITE_NOTADB: return StoreError.notKontor(path: path)
        case .SQLITE_IOERR, .SQLITE_CANTOPEN:
            return StoreError.system(path: path, reason: error.message ?? "the system gave no reason")
        case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG:
            return StoreError.refused(
                say("The data does not allow that: \(visible(error.message ?? "a rule was broken"))."))
        default: return error
        }
    }
}

extension StoreError: CustomStringConvertible {
    package var description: String { sentence }
}
