import ArgumentParser
import Sales
import Storage
import Words

/// What happens to a deal: `kontor move`, `won`, `lost` and `reopen`.

/// `kontor move`.
struct MoveCommand: Subcommand {
    static let configuration = CommandConfiguration(commandName: "move", abstract: "Move an open deal to a stage.")

    @Argument(help: ArgumentHelp("The deal.", valueName: "ref"))
    var ref: String
    @Argument(help: "The stage, by its name.")
    var stage: String
    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        let store = try errand.store(for: .command)
        let deal = try store.deal(ref)
        let stage = try store.read { transaction in
            let id = try Links(transaction, errand).choice(Stage.self, self.stage)
            return try transaction.fetch(Stage.self, id)!
        }
        try store.move(deal.id, to: stage)
        errand.output.line(say("Opportunity \(deal.ref) \(deal.name) is in \(stage.name)."))
    }
}

/// `kontor won`.
struct WonCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "won", abstract: "Close a deal as won.",
        discussion: "With --next 90d a follow-up for the next sale is set in the same action.")

    @Argument(help: ArgumentHelp("The deal.", valueName: "ref"))
    var ref: String
    @OptionGroup var nextStep: NextOptions
    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        let store = try errand.store(for: .command)
        let deal = try store.deal(ref)
        var next = try store.read { try nextStep.plan($0, errand) }
        if next?.subject.isEmpty == true { next?.subject = say("next sale") }
        try store.win(deal.id, next: next)
        let amount = deal.money.map { ", \($0.description)" } ?? ""
        let step = next.map { "; " + say("next: \($0.echoed(errand))") } ?? ""
        errand.output.line(say("Opportunity \(deal.ref) \(deal.name) won\(amount)\(step)."))
    }
}

/// `kontor lost`.
struct LostCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "lost", abstract: "Close a deal as lost, with the reason.")

    @Argument(help: ArgumentHelp("The deal.", valueName: "ref"))
    var ref: String
    @Option(help: "Why: price, competitor, timing, …")
    var reason: String
    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        let store = try errand.store(for: .command)
        let deal = try store.deal(ref)
        let reason = try store.read { transaction in
            let id = try Links(transaction, errand).choice(Reason.self, self.reason)
            return try transaction.fetch(Reason.self, id)!
        }
        try store.lose(deal.id, reason: reason)
        errand.output.line(say("Opportunity \(deal.ref) \(deal.name) lost: \(reason.name)."))
    }
}

/// `kontor reopen`.
struct ReopenCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: "Open a won or lost deal again, in the stage where it was.")

    @Argument(help: ArgumentHelp("The deal.", valueName: "ref"))
    var ref: String
    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        let store = try errand.store(for: .command)
        let deal = try store.deal(ref)
        try store.reopen(deal.id)
        errand.output.line(say("Opportunity \(deal.ref) \(deal.name) is open again."))
    }
}

extension Store {
    fileprivate func deal(_ text: String) throws -> Opportunity {
        try read { transaction in
            let ref = try transaction.record(text, among: [.opportunity])
            guard let deal = try transaction.fetch(Opportunity.self, ref.id) else { throw StoreError.notFound(text) }
            return deal
        }
    }
}

extension Opportunity {
    fileprivate var ref: Ref { Ref(.opportunity, id) }
}
