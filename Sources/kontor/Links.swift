import Sales
import Storage
import Words

/// From the words in an assignment to the records that they mean, within one transaction.
final class Links {
    let transaction: Transaction
    let errand: Errand
    /// Companies that were named but not there, and were made.
    private(set) var madeCompanies: [(ref: Ref, name: String)] = []

    init(_ transaction: Transaction, _ errand: Errand) {
        self.transaction = transaction
        self.errand = errand
    }

    /// The id of the record that a reference names.
    ///
    /// - Throws: `StoreError` or `FieldError` when there is none, or when several fit.
    func id(_ kind: Kind, _ text: String) throws -> Int64 {
        switch kind {
        case .stage: try choice(Stage.self, text)
        case .outcome: try choice(Outcome.self, text)
        case .reason: try choice(Reason.self, text)
        case .company: try company(text)
        default: try transaction.record(text, among: [kind]).id
        }
    }

    /// A company of exactly that name; a new one when there is none.
    private func company(_ text: String) throws -> Int64 {
        let name = text.trimmingSpaces()
        if let ref = Ref(name), try transaction.exists(ref) {
            return try transaction.record(name, among: [.company]).id
        }
        if let id = try transaction.id(.company, uid: name) { return id }
        do {
            let ref = try transaction.resolve(name, among: [.company])
            // A name that only holds the word is another company.
            if try folded(transaction.title(of: ref)) == folded(name) { return ref.id }
        } catch StoreError.notFound {
        } catch StoreError.ambiguous(_, let candidates) {
            let same = candidates.filter { folded($0.title) == folded(name) }
            if same.count > 1 { throw StoreError.ambiguous(name, candidates: same) }
            if let only = same.first { return only.ref.id }
        }
        var company = Company()
        company.name = name
        let id = try transaction.insert(&company)
        madeCompanies.append((Ref(.company, id), name))
        return id
    }

    /// One of the few: by name, uid, or the only name that begins so.
    func choice<R: Record>(_ type: R.Type, _ text: String) throws -> Int64 {
        let all = try transaction.fetchAll(R.self)
        // On the command line a hyphen may stand for the space of a name.
        func plain(_ text: String) -> String { folded(text.trimmingSpaces()).replacing("-", with: " ") }
        let word = plain(text)
        let found =
            all.filter { plain($0.title) == word || $0.uid == text }.first.map { [$0] }
            ?? all.filter { !word.isEmpty && plain($0.title).hasPrefix(word) }
        guard found.count == 1 else {
            let list = all.map { visible($0.title) }.joined(separator: ", ")
            throw FieldError(say("\(R.kind.name) is one of \(list), not \(visible(String(text.prefix(60))))."))
        }
        return found[0].id
    }

    /// What is said about companies that were made on the way.
    func tell() {
        for made in madeCompanies {
            errand.output.line(say("Company \(made.ref) \(made.name) added, as there was none of that name."))
        }
    }
}

extension Transaction {
    /// The record that a REF of the command line means.
    ///
    /// - Throws: `StoreError`; a short id of another kind says what it is.
    func record(_ text: String, among kinds: [Kind] = [.contact, .company, .opportunity]) throws -> Ref {
        if let ref = Ref(text) {
            if try kinds.contains(ref.kind) && exists(ref) { return ref }
            if !kinds.contains(ref.kind), try exists(ref) {
                let wanted = kinds.map(\.name).joined(separator: say(" or "))
                throw StoreError.refused(say("\(ref) is a \(ref.kind.name); here a \(wanted) is needed."))
            }
        }
        return try resolve(text, among: kinds)
    }
}
