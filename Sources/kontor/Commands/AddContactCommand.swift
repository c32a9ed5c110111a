import ArgumentParser
import Sales
import Words

/// `kontor add contact`.
struct AddContactCommand: AddingSubcommand {
    typealias Added = Contact
    static let configuration = CommandConfiguration(commandName: "contact", abstract: "Add a person.")

    @Argument(help: "The name, in full.")
    var name: String
    @Option(help: ArgumentHelp("A telephone number; may be repeated.", valueName: "number"))
    var phone: [String] = []
    @Option(help: ArgumentHelp("An e-mail address; may be repeated.", valueName: "address"))
    var email: [String] = []
    @Option(help: "The company; added when there is none of that name.")
    var company: String?
    @Option(help: "The position in the company.")
    var position: String?
    @Option(help: "lead, prospect, customer, partner or former.")
    var status: String?
    @Option(help: "How much the contact matters: A, B, C or a word of yours.")
    var tier: String?
    @Option(help: "The city of the first address.")
    var city: String?
    @Option(help: "A tag, or several parted by semicolons; may be repeated.")
    var tag: [String] = []
    @OptionGroup var set: SetOptions
    @OptionGroup var options: ErrandOptions

    var title: String { name }
    var assignments: [Assignment] {
        Assignment.from([
            ("name", name), ("company", company), ("position", position), ("status", status), ("tier", tier),
            ("city", city),
        ]) + Assignment.adding("phone", phone) + Assignment.adding("email", email) + Assignment.adding("tag", tag)
    }
}

/// `kontor add company`.
struct AddCompanyCommand: AddingSubcommand {
    typealias Added = Company
    static let configuration = CommandConfiguration(commandName: "company", abstract: "Add an organisation.")

    @Argument(help: "The name.")
    var name: String
    @Option(help: ArgumentHelp("A telephone number; may be repeated.", valueName: "number"))
    var phone: [String] = []
    @Option(help: ArgumentHelp("An e-mail address; may be repeated.", valueName: "address"))
    var email: [String] = []
    @Option(help: "The city of the first address.")
    var city: String?
    @Option(help: "What it does.")
    var industry: String?
    @Option(help: "The address of its pages.")
    var website: String?
    @Option(help: "A tag, or several parted by semicolons; may be repeated.")
    var tag: [String] = []
    @OptionGroup var set: SetOptions
    @OptionGroup var options: ErrandOptions

    var title: String { name }
    var assignments: [Assignment] {
        Assignment.from([("name", name), ("city", city), ("industry", industry), ("website", website)])
            + Assignment.adding("phone", phone) + Assignment.adding("email", email) + Assignment.adding("tag", tag)
    }
}
