import Sales
import Storage
import Words

/// A row that the person wants to be left out, for a name in it.
struct LeftOut: Error {
    var reason: String
}

/// What a record names and what is not here: told, and made, replaced or left out as the person said.
extension ImportRun {
    /// Puts what the person said of names in their place.
    ///
    /// - Throws: `LeftOut`, `Refused`
    func rename<R: Record>(_ incoming: inout Incoming<R>) throws {
        if options.names.isEmpty { return }
        for (index, link) in incoming.links where !link.isEmpty {
            guard case .reference(let kind) = R.fields[index].type else { continue }
            if let known = try meant(kind, link) { incoming.links[index] = known }
        }
        for index in incoming.people.indices where !incoming.people[index].link.isEmpty {
            if let known = try meant(.contact, incoming.people[index].link) { incoming.people[index].link = known }
        }
    }

    /// The record that stands for a name, as the person said of that name; nil when it means what it says.
    private func meant(_ kind: Kind, _ link: Link) throws -> Link? {
        let name = link.called
        guard let choice = options.names[kind, name], choice != .make else { return nil }
        if case .take(let known) = choice {
            let meant = try transaction.id(kind, uid: known) == nil ? Link(name: known) : Link(uid: known)
            guard try finder.find(kind, meant, source: source) != nil else {
                throw Refused(reason: say("no \(kind.name) is called \(known), which was to stand for \(name)"))
            }
            tell(kind, name, choice)
            return meant
        }
        var isUnclear = false
        do {
            if try finder.find(kind, link, source: source) != nil { return nil }
        } catch let refused as Refused where refused.unclear != nil {
            isUnclear = true
        }
        tell(kind, name, choice, isUnclear: isUnclear && choice == .refuse)
        if choice == .skip { throw LeftOut(reason: say("\(kind.name) \(name) is not known")) }
        throw Refused(reason: missing(kind, link))
    }

    /// The record to which a link leads, made when it is not here and may be made.
    ///
    /// - Throws: `LeftOut`, `Refused`
    func place<R: Record>(_ kind: Kind, _ link: Link, of incoming: Incoming<R>) throws -> Int64 {
        let name = link.called
        if let id = try finder.find(kind, link, source: source) {
            if options.isDryRun { tellAgain(kind, name) }
            return id
        }
        // A bare id is no name.
        if name.isEmpty || (link.name.isEmpty && kind != .contact) { throw Refused(reason: missing(kind, link)) }
        let choice = options.names[kind, name] ?? options.names[kind]
        tell(kind, name, choice)
        switch choice {
        case .make:
            guard let id = try make(kind, link, for: incoming) else { throw Refused(reason: missing(kind, link)) }
            return id
        case .skip: throw LeftOut(reason: say("\(kind.name) \(name) is not known"))
        case .refuse, .take: throw Refused(reason: missing(kind, link))
        }
    }

    func missing(_ kind: Kind, _ link: Link) -> String {
        if !link.name.isEmpty { return say("no \(kind.name) is called \(link.name)") }
        if !link.email.isEmpty { return say("no \(kind.name) has the e-mail address \(link.email)") }
        return say(
            "no \(kind.name) with the id \(link.uid.isEmpty ? link.external : link.uid) is here; bring in the \(kind.plural) first"
        )
    }

    /// Makes what a record names and what is not here yet; nil for kinds that are not made in passing.
    private func make<R: Record>(_ kind: Kind, _ link: Link, for incoming: Incoming<R>) throws -> Int64? {
        let id: Int64
        switch kind {
        case .company:
            var company = Company()
            (company.uid, company.name) = (link.uid, link.name)
            if !link.external.isEmpty { company.externalIDs = [externalID(link)] }
            id = try transaction.insert(&company)
        case .contact:
            var contact = Contact()
            (contact.uid, contact.name) = (link.uid, link.called)
            if !link.email.isEmpty { contact.emails = [Email(link.email)] }
            if !link.external.isEmpty { contact.externalIDs = [externalID(link)] }
            if let index = R.fields.firstIndex(where: { $0.type == .reference(.company) }),
                let company = incoming.links[index], !company.isEmpty
            {
                contact.companyID = try place(.company, company, of: incoming)
            }
            id = try transaction.insert(&contact)
        case .stage: id = try makeStage(link.name, uid: link.uid, probability: nil)
        case .outcome:
            var outcome = Outcome()
            (outcome.uid, outcome.name) = (link.uid, link.name)
            outcome.position = try (transaction.fetchAll(Outcome.self).map(\.position).max() ?? 0) + 10
            id = try transaction.insert(&outcome)
        case .reason:
            var reason = Reason()
            (reason.uid, reason.name) = (link.uid, link.name)
            reason.position =
                try (transaction.fetchAll(Reason.self).filter { $0.uid != Reason.importUID }.map(\.position).max() ?? 0)
                + 10
            id = try transaction.insert(&reason)
        default: return nil
        }
        made(Ref(kind, id), link.called)
        return id
    }

    private func externalID(_ link: Link) -> ExternalID {
        ExternalID(source: RowReader<Company>.source(of: link.external, else: source), value: link.external)
    }

    // MARK: - What is told of them

    /// - Parameter rows: 0 for a name that no row was read for yet.
    func tell(_ kind: Kind, _ name: String, _ choice: NameChoices.Choice, isUnclear: Bool = false, rows: Int = 1) {
        let plain = folded(name)
        if let index = unknown[kind]?[plain] {
            report.unknown[index].rows += rows
        } else if report.unknown.count < UnknownName.most {
            unknown[kind, default: [:]][plain] = report.unknown.count
            report.unknown.append(
                UnknownName(kind: kind, name: name, rows: rows, choice: choice, isUnclear: isUnclear))
        }
    }

    /// Counts a row more of a name that is here only because the import has made it.
    private func tellAgain(_ kind: Kind, _ name: String) {
        guard let known = unknown[kind], let index = known[folded(name)] else { return }
        report.unknown[index].rows += 1
    }
}
