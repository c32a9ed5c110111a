import ArgumentParser
import Sales
import Storage
import Words

/// `kontor add opportunity`.
struct AddOpportunityCommand: AddingSubcommand {
    typealias Added = Opportunity
    static let configuration = CommandConfiguration(
        commandName: "opportunity", abstract: "Add a possible deal.", aliases: ["deal"])

    @Argument(help: "What it is about.")
    var name: String
    @Option(help: "The company; added when there is none of that name.")
    var company: String?
    @Option(help: ArgumentHelp("A person with a part in it; may be repeated.", valueName: "ref"))
    var contact: [String] = []
    @Option(help: "The amount, with its currency or without: \"CNY 120,000\", 86k.")
    var amount: String?
    @Option(help: "ISO 4217: CNY, EUR.")
    var currency: String?
    @Option(help: "The stage; by itself the first.")
    var stage: String?
    @Option(help: "When it is expected to close, in date words.")
    var close: String?
    @Option(help: "A tag, or several parted by semicolons; may be repeated.")
    var tag: [String] = []
    @OptionGroup var set: SetOptions
    @OptionGroup var options: ErrandOptions

    var title: String { name }
    var assignments: [Assignment] {
        Assignment.from([
            ("name", name), ("company", company), ("currency", currency ?? Settings.current.currency),
            ("amount", amount), ("stage", stage),
            ("close_on", close),
        ]) + Assignment.adding("role_contact", contact) + Assignment.adding("tag", tag)
    }

    func prepare(_ record: inout Opportunity, _ links: Links) throws {
        record.stageID = try links.transaction.fetchAll(Stage.self).first?.id ?? 0
    }

    func answer(_ record: Opportunity, _ ref: Ref, _ links: Links) throws -> String {
        let stage = try links.transaction.fetch(Stage.self, record.stageID)?.name ?? ""
        let parts = [
            record.money?.description, stage, record.closeOn.map { say("close \(links.errand.format.full($0))") },
        ].compactMap { $0 }
        return say("Opportunity \(ref) \(record.name) added: \(parts.joined(separator: ", ")).")
    }
}
