import ArgumentParser
import Exchange
import Formats
import Sales
import Storage
import Words

/// Why a command ends with another status than 0, in one plain sentence.
enum Failure: Error {
    /// The answer is no: nothing found, or something is due. With no sentence the status says it all.
    case no(String?)
    case usage(String)
    /// The data refused it.
    case data(String)
    /// The file or the system refused it.
    case system(String)
    /// A child said why already.
    case ended(Int32)

    /// The one place where errors get their status.
    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as StoreError:
            switch error {
            case .refused, .changed, .gone, .notFound, .ambiguous: self = .data(error.sentence)
            default: self = .system(error.sentence)
            }
        case let error as ExchangeError:
            switch error {
            case .usage(let sentence): self = .usage(sentence)
            case .data(let sentence): self = .data(sentence)
            case .system, .cancelled: self = .system(error.sentence)
            }
        case let error as FieldError: self = .data(error.sentence)
        case let error as RecurrenceError: self = .data(error.description)
        case let error as FilterError: self = .data(error.description)
        case let error as DateWordsError: self = .data(error.description)
        case let error as FileProblem: self = .data(error.description)
        case let error as ValidationError: self = .usage(error.message)
        default:
            self = .system(say("Something that Kontor does not know stopped it; look at the file with `kontor check`."))
        }
    }

    var status: Int32 {
        switch self {
        case .no: 1
        case .usage: 2
        case .data: 3
        case .system: 4
        case .ended(let status): status
        }
    }

    /// Ends as a sentence does.
    var sentence: String? {
        switch self {
        case .no(let sentence): sentence.map(Self.complete)
        case .usage(let sentence), .data(let sentence), .system(let sentence): Self.complete(sentence)
        case .ended: nil
        }
    }

    private static func complete(_ text: String) -> String {
        let text = text.trimmingSpaces()
        return text.last.map { ".!?。？！".contains($0) } == true ? text : text + "."
    }
}
