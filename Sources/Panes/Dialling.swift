import PaneKit
import Sales
import Screen
import Storage
import Words

/// `D`: dials by a program of the user's own, which gets the number as an argument and no shell.
extension Office {
    func dial(_ ref: Ref) throws -> Step {
        guard let subject = try subject(of: ref) else { return .stay }
        let (name, phones, isUnwanted) = try read { try $0.phones(of: subject) }
        if phones.isEmpty { return .say(say("There is no telephone number."), .attention) }
        // A bad number comes last, and is never dialled without asking.
        let all = phones.filter { !$0.isBad } + phones.filter(\.isBad)
        guard !dialCommand.isEmpty else { return howToDial(all[0]) }
        let numbers = all.filter { PhoneDigits($0.number).dialled != nil }
        guard let first = numbers.first else {
            return .say(say("“\(all[0].number)” is no number that can be dialled."), .attention)
        }
        if numbers.count == 1, !first.isBad, !isUnwanted { return dial(first, of: name, on: subject) }
        let title = isUnwanted ? say("\(name) is marked do not call") : say("Dial \(name)")
        return .open(
            MenuPane(
                title,
                numbers.map { phone in
                    .init(phone.number, detail: phone.label) { self.dial(phone, of: name, on: subject) }
                }))
    }

    private func dial(_ phone: Phone, of name: String, on ref: Ref) -> Step {
        guard let number = PhoneDigits(phone.number).dialled, let program = dialCommand.first else { return .stay }
        let arguments = [program] + dialCommand.dropFirst().map { $0.replacing("{number}", with: number) }
        let ext = PhoneDigits(phone.number).ext.map { say(", extension \($0)") } ?? ""
        return .start(
            Launch(
                arguments,
                then: {
                    self.startTimer(on: ref, name: name)
                    return .sequence([
                        .refresh,
                        .say(say("Dialling \(name) \(number)\(ext); the clock runs, c logs the call."), .good),
                    ])
                },
                failed: { status in
                    say("\(program) ended with status \(status): it may not have dialled \(number). y copies it.")
                }))
    }

    /// Nothing dials yet: says what would, and offers the number meanwhile.
    private func howToDial(_ phone: Phone) -> Step {
        .ask(
            Question(
                say("First say what dials: kontor config dial 'PROGRAM {number}'"),
                choices: [
                    .init("y", say("copy")) {
                        .sequence([.copy(phone.number), .say(say("\(phone.number) copied"))])
                    }
                ]))
    }
}

extension Transaction {
    /// Whom a record concerns, the numbers (of a contact without any those of its company), and whether there shall be no calls.
    fileprivate func phones(of ref: Ref) throws -> (name: String, phones: [Phone], isUnwanted: Bool) {
        func company(_ id: Int64?) throws -> Company? { try id.flatMap { try fetch(Company.self, $0) } }
        let party = try party(of: ref)
        if let contact = try party.contactID.flatMap({ try fetch(Contact.self, $0) }) {
            let phones = try contact.phones.isEmpty ? company(contact.companyID)?.phones ?? [] : contact.phones
            return (contact.name, phones, contact.doNotCall)
        }
        return (party.name, try company(party.companyID)?.phones ?? [], false)
    }
}
