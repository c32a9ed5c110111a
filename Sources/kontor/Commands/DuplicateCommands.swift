import ArgumentParser
import Formats
import Sales
import Storage
import Words

/// What is there twice: `kontor duplicates` and `merge`.

/// `kontor duplicates`.
struct DuplicatesCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates", abstract: "List contacts and companies that are likely one, the most certain first.")

    @Argument(help: "contacts or companies; both when neither is named.")
    var kind: String?
    @Flag(help: "An array of pairs in JSON.")
    var json = false
    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        let kinds: [Kind]
        switch kind.map({ (Kind(word: $0), $0) }) {
        case nil: kinds = [.contact, .company]
        case (.contact?, _)?: kinds = [.contact]
        case (.company?, _)?: kinds = [.company]
        case (_, let word)?:
            throw Failure.usage(say("Duplicates are looked for among contacts or companies, not \(visible(word))."))
        }
        var cut: [Kind] = []
        let pairs = try errand.store(for: .reading).read { transaction in
            try kinds.flatMap { kind in
                var search = DuplicateSearch(kind)
                while !search.isFinished { _ = try search.goOn(in: transaction, milliseconds: 1000) }
                if search.isCut { cut.append(kind) }
                return search.pairs
            }
        }
        if json {
            try errand.output.json(pairs.map(Self.json))
        } else if !pairs.isEmpty {
            let rows = pairs.map { pair in
                [
                    "\(pair.first)", pair.titles[0], pair.details[0], "\(pair.second)", pair.titles[1], pair.details[1],
                    pair.same,
                ]
            }
            let table = Table(
                [
                    .init(title: say("Ref")), .init(title: say("One")), .init(title: ""), .init(title: say("Ref")),
                    .init(title: say("The other")), .init(title: ""), .init(title: say("The same")),
                ], fitting: rows)
            errand.output.line(table.header)
            for row in rows { errand.output.line(table.line(row)) }
        }
        for kind in cut {
            Output.complain(
                say(
                    "There are more likely pairs of \(kind.plural); these are the most certain. Merge some, and look again."
                ))
        }
        if pairs.isEmpty { throw Failure.no(say("Nothing looks as if it were there twice.")) }
    }

    private static func json(_ pair: LikelyPair) -> JSON {
        func one(_ ref: Ref, _ index: Int) -> JSON {
            .object([
                .init("ref", .string("\(ref)")), .init("name", .string(pair.titles[index])),
                .init(ref.kind == .contact ? "company" : "city", .string(pair.details[index])),
            ])
        }
        return .object([
            .init("kind", .string(pair.first.kind.name)), .init("first", one(pair.first, 0)),
            .init("second", one(pair.second, 1)),
            .init("reasons", .array(pair.reasons.map { .string($0.rawValue) })),
            .init("weight", .number("\(pair.weight)")),
        ])
    }
}

/// `kontor merge`.
struct MergeCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Make two contacts, or two companies, one.",
        discussion: """
            The first one stays, with everything that belonged to the second. What is filled in wins over what is not, then \
            the first over the second; lists and long texts are joined.
            """)

    enum Side: String, ExpressibleByArgument, CaseIterable { case first, second }

    @Argument(help: ArgumentHelp("The record that stays.", valueName: "ref"))
    var first: String
    @Argument(help: ArgumentHelp("The record that goes into it.", valueName: "ref"))
    var second: String
    @Option(help: "Whose values win where the two differ.")
    var prefer: Side?
    @Flag(help: "Only say what would come of it.")
    var dryRun = false
    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        let store = try errand.store(for: dryRun ? .reading : .command)
        let refs = try store.read { transaction in
            let kept = try transaction.record(first, among: [.contact, .company])
            return (kept: kept, lost: try transaction.record(second, among: [kept.kind]))
        }
        if refs.kept == refs.lost { throw StoreError.refused(say("Both are \(refs.kept); a merge needs two.")) }
        if refs.kept.kind == .company {
            try merge(Company.self, refs.kept, refs.lost, store, errand)
        } else {
            try merge(Contact.self, refs.kept, refs.lost, store, errand)
        }
    }

    private func merge<R: Record>(_ type: R.Type, _ kept: Ref, _ lost: Ref, _ store: Store, _ errand: Errand) throws {
        let (merge, followers) = try store.read { transaction in
            guard let one = try transaction.fetch(R.self, kept.id), let two = try transaction.fetch(R.self, lost.id)
            else { throw StoreError.notFound("\(kept)") }
            var merge = Merge(kept: one, lost: two)
            if let prefer { merge.prefer(prefer == .first ? .kept : .lost) }
            return (merge, try transaction.followers(of: lost))
        }
        if dryRun {
            let result = merge.result
            try store.read { transaction in
                let text = RecordText(transaction, errand)
                for field in R.fields {
                    let value = try text.shown(field, of: result)
                    if !value.isEmpty { errand.output.line("\(say(field.label)): \(value)") }
                }
                for list in R.lists {
                    let values = try text.shown(list, of: result)
                    if !values.isEmpty { errand.output.line("\(say(list.label)): \(values.joined(separator: "; "))") }
                }
            }
            for follower in followers {
                let kind = follower.table.replacing("_", with: " ")
                errand.output.line(say("goes over from \(lost): \(kind) \(follower.count)"))
            }
            errand.output.line(say("Nothing was changed."))
            return
        }
        try store.merge(merge)
        errand.output.line(
            say(
                "\(R.kind.name) \(lost) \(merge.lost.title) merged into \(kept) \(merge.result.title); `kontor undo` parts them."
            ))
    }
}
