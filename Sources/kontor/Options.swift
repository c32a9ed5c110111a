import ArgumentParser
import Formats
import Sales
import Words

/// Options that several commands share.

/// `--json` and `--format`.
struct FormatOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv, json }

    @Option(help: "How it is written.")
    var format: Format?

    @Flag(help: "An array of records in JSON.")
    var json = false

    var chosen: Format { json ? .json : format ?? .table }

    func validate() throws {
        if json, let format, format != .json {
            throw ValidationError(say("--json and --format \(format.rawValue) exclude each other."))
        }
    }
}

/// `--set FIELD=VALUE`, for every field that has no option of its own.
struct SetOptions: ParsableArguments {
    @Option(
        name: .customLong("set"), parsing: .unconditionalSingleValue,
        help: ArgumentHelp("Any other field.", valueName: "field=value"))
    var fields: [String] = []

    func assignments() throws -> [Assignment] { try fields.map(Assignment.init(parsing:)) }
}

/// `--next` and `--action`: what is to be done next.
struct NextOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "When the next step is due, in date words; none for no next step, 'none: why' says why.", valueName: "when")
    )
    var next: String?

    @Option(help: ArgumentHelp("What it is: call, visit, email, send or task.", valueName: "action"))
    var action: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("What it is about.", valueName: "text"))
    var subject: String?

    func validate() throws {
        if isNone, action != nil || subject != nil {
            throw ValidationError(say("--next none plans nothing, so --action and --subject have no place."))
        }
    }

    var isNone: Bool { next.map { NoNextStep.reason($0) != nil } ?? false }
    /// Why there is no next step; empty when that was not said.
    var because: String { next.flatMap { NoNextStep.reason($0) } ?? "" }
}
