import Formats
import Words

/// Why files could not be brought in or out: each with one plain sentence that says what to do.
package enum ExchangeError: Error, Equatable {
    /// The command was wrong: an unknown column, a kind that the format cannot hold.
    case usage(String)
    /// A file, or the data, refused it.
    case data(String)
    /// The disk or the system failed.
    case system(String)
    /// Whoever asked for it stopped it; nothing was changed.
    case cancelled

    /// One plain sentence.
    package var sentence: String {
        switch self {
        case .usage(let sentence), .data(let sentence), .system(let sentence): sentence
        case .cancelled: say("Stopped; nothing was changed.")
        }
    }

    /// A problem of a file as a sentence that names it.
    static func data(_ path: String, _ problem: FileProblem) -> ExchangeError {
        let reason = problem.description
        let end = reason.hasSuffix(".") || reason.hasSuffix("。") ? "" : "."
        return .data(say("\(visible(path)): \(reason)\(end)"))
    }
}
