import Formats
import Sales
import Storage
import Words

/// One import at work, inside its transaction: takes record after record in and counts what became of them.
final class ImportRun {
    let transaction: Transaction
    let options: ImportOptions
    let finder: Finder
    var report: ImportReport
    /// Where refused rows are written, when the user wants them.
    private let refusedRows: RefusedRows?
    /// The file that is being read: its place among the report's files.
    var file = 0
    /// The number of the record that is being read, from 1, in a format without lines.
    var record: Int?
    /// The program that gave the ids of the file.
    var source = ImportSource.unknown
    /// Histories of deals come with the files, so none are made up.
    let hasHistories: Bool
    /// Records with foreign ids, or without any, that this import has written: what comes again is a repetition.
    private(set) var touched: [Kind: IDSet] = [:]
    /// What has changed since the moments at which tables of ours were exported, by their revisions: found before anything is taken
    /// in.
    var pasts: [String: Past] = [:]
    /// What records were called that this import has given another name.
    private(set) var oldNames: [Ref: String] = [:]
    /// What has changed since the table of ours that is being read was exported; nil for every other file.
    var since: SinceExport?
    /// What the record at hand needs and has made: given up when it is refused.
    private var making: [(ref: Ref, name: String)] = []
    /// The places among the report's unknown names, by the folded name.
    var unknown: [Kind: [String: Int]] = [:]
    /// What is shown of the record at hand.
    private var preview: ImportPreview?

    init(
        _ transaction: Transaction, _ options: ImportOptions, _ report: ImportReport, _ refusedRows: RefusedRows?,
        hasHistories: Bool
    ) {
        self.transaction = transaction
        self.options = options
        self.report = report
        self.refusedRows = refusedRows
        self.hasHistories = hasHistories
        finder = Finder(transaction)
    }

    private enum Fate { case imported, updated, unchanged, skipped(String) }

    var path: String { report.files[file].path }

    /// Takes one record in.
    ///
    /// - Parameter cells: its row, for the file of refused rows.
    func take<R: Record>(_ incoming: Incoming<R>, cells: @autoclosure () -> [String]) throws {
        do {
            making = []
            preview = nil
            let fate = try transaction.attempt { try apply(incoming) }
            for (ref, name) in making { report.note(made: ref.kind, name) }
            switch fate {
            case .imported: report.counts[R.kind, default: .init()].imported += 1
            case .updated: report.counts[R.kind, default: .init()].updated += 1
            case .unchanged: report.counts[R.kind, default: .init()].unchanged += 1
            case .skipped(let reason): skip(R.kind, incoming.line, reason, title: incoming.record.title)
            }
            if isPreviewed, case .unchanged = fate {
                preview = ImportPreview(
                    fate: .unchanged, kind: R.kind, line: incoming.line, title: incoming.record.title)
            }
            if let preview { report.previews.append(preview) }
            for remark in incoming.remarks { report.remark(path, incoming.line, remark) }
        } catch let left as LeftOut {
            finder.forget(making.map(\.ref))
            skip(R.kind, incoming.line, left.reason, title: incoming.record.title)
        } catch let refused as Refused {
            finder.forget(making.map(\.ref))
            if let (kind, name) = refused.unclear { tell(kind, name, .refuse, isUnclear: true) }
            try refuse(R.kind, incoming.line, refused.reason, cells(), title: incoming.record.title)
        } catch StoreError.refused(let reason) {
            finder.forget(making.map(\.ref))
            try refuse(R.kind, incoming.line, reason, cells(), title: incoming.record.title)
        }
    }

    private var saying: ImportPreview.Saying {
        .init(zone: transaction.clock.zone) { [transaction] kind, id in
            (try? transaction.named(Ref(kind, id)))?.name ?? ""
        }
    }

    /// Whether the record at hand is one of the first ones, which are shown as they would be.
    private var isPreviewed: Bool { options.isDryRun && report.previews.count < ImportPreview.most }

    func refuse(_ kind: Kind, _ line: Int?, _ reason: String, _ cells: [String], title: String? = nil) throws {
        let reason = record.map { say("record \($0): \(reason)") } ?? reason
        report.counts[kind, default: .init()].refused += 1
        if isPreviewed {
            let name = title ?? cells.filter { !$0.isEmpty }.prefix(4).joined(separator: ", ")
            report.previews.append(
                ImportPreview(fate: .refused, kind: kind, line: line, title: name, reason: reason))
        }
        let refusal = ImportReport.Refusal(
            remark: .init(path: path, line: line, reason: reason), cells: cells, file: file)
        report.add(refusal)
        try refusedRows?.add(refusal)
    }

    func skip(_ kind: Kind, _ line: Int?, _ reason: String, title: String = "") {
        let reason = record.map { say("record \($0): \(reason)") } ?? reason
        report.counts[kind, default: .init()].skipped += 1
        if isPreviewed {
            report.previews.append(
                ImportPreview(fate: .skipped, kind: kind, line: line, title: title, reason: reason))
        }
        report.add(skip: .init(path: path, line: line, reason: reason))
    }

    private func apply<R: Record>(_ original: Incoming<R>) throws -> Fate {
        var incoming = original
        try rename(&incoming)
        let uid = incoming.record.uid
        if let since {
            try since.settleLinks(&incoming, self)
            if uid.isEmpty { incoming.becomeTyped() }
        }
        if !uid.isEmpty, try transaction.id(R.kind, uid: uid) == nil, let id = try finder.merged(R.kind, uid: uid),
            let kept = try transaction.named(Ref(R.kind, id))
        {
            return .skipped(say("it was merged into \(kept.name)"))
        }
        guard let match = try match(incoming) else {
            if let since, let reason = try deletedSince(incoming, since) { return .skipped(reason) }
            try insert(incoming)
            return .imported
        }
        switch options.mode {
        case .skip: return .skipped(say("it is here already"))
        case .add: return .skipped(say("its id is here already"))
        case .update: break
        }
        guard let here = try transaction.fetch(R.self, match.id) else {
            throw Refused(reason: say("it was deleted meanwhile"))
        }
        try resolve(&incoming)
        let isRepeated = !incoming.isOwn && touched[R.kind]?.contains(match.id) == true
        if isRepeated, match.isCertain, folded(here.title) != folded(incoming.record.title) {
            report.remark(
                path, incoming.line,
                say("its id stood before in this import, for \(here.title); it was added to that record"))
        }
        var new: R
        if let since, incoming.isOwn {
            new = try joined(here, incoming, since)
        } else {
            new = Merging.merged(
                here, incoming, ids: try freeIDs(incoming, of: match.id), fillsOnly: !match.isCertain || isRepeated)
        }
        note(incoming, match.id)
        if !incoming.isOwn { try prepare(&new) }
        if Merging.isSame(here, new) { return .unchanged }
        try require(new)
        if isPreviewed {
            preview = ImportPreview(from: here, to: new, line: incoming.line, saying)
        }
        let before = transaction.closedCalls
        try transaction.update(from: here, to: new)
        let closed = transaction.closedCalls - before
        if closed > 0 {
            report.remark(
                path, incoming.line, say("do not call: \(closed, "follow-up", "follow-ups") to call closed"))
        }
        if here.title != new.title {
            finder.remember(Ref(R.kind, new.id), new.title, isNew: false)
            if since != nil { oldNames[Ref(R.kind, new.id)] = here.title }
        }
        return .updated
    }

    private func insert<R: Record>(_ original: Incoming<R>) throws {
        var incoming = original
        try resolve(&incoming)
        var record = incoming.record
        if let list = R.lists.first(where: { $0.name == "external_id" }), incoming.id != nil {
            list.set(&record, try freeIDs(incoming, of: nil).map { [.text($0.value), .text($0.source)] })
        }
        try prepare(&record)
        try require(record)
        try transaction.insert(&record)
        finder.remember(Ref(R.kind, record.id), record.title)
        if isPreviewed { preview = ImportPreview(new: record, incoming, saying) }
        note(incoming, record.id)
        if !incoming.isOwn, let deal = record as? Opportunity {
            try insertHistory(of: deal, isDated: incoming.isCreationKnown)
        }
    }

    private func note<R: Record>(_ incoming: Incoming<R>, _ id: Int64) {
        if !incoming.isOwn, incoming.id != nil { touched[R.kind, default: IDSet()].insert(id) }
    }

    /// The other program's ids that the record may have: not those of an unknown list that another record has already.
    private func freeIDs<R: Record>(_ incoming: Incoming<R>, of id: Int64?) throws -> [ExternalID] {
        try externalIDs(incoming).filter { external in
            if ImportSource.isTrusted(external.source) { return true }
            let owner = try transaction.id(R.kind, external: external.value, source: external.source)
            return owner == nil || owner == id
        }
    }

    /// What a record may not be without, as a reason that a person understands, before the database refuses it.
    private func require<R: Record>(_ record: R) throws {
        for field in R.fields where field.isRequired {
            switch field.get(record) {
            case .null: throw Refused(reason: say("no \(field.heading)"))
            case .text(let text) where field.type == .text && text.utf8.allSatisfy({ $0 == 0x20 }):
                throw Refused(reason: say("no \(field.heading)"))
            default: break
            }
        }
        switch record {
        case let deal as Opportunity where deal.state == .lost && deal.reasonID == nil:
            throw Refused(reason: say("a lost deal without a reason"))
        case let call as Call where call.contactID == nil && call.companyID == nil:
            throw Refused(reason: say("a call with neither contact nor company"))
        case let note as Note where note.contactID == nil && note.companyID == nil && note.opportunityID == nil:
            throw Refused(reason: say("a note on nothing"))
        case let promise as Promise
        where promise.contactID == nil && promise.companyID == nil && promise.opportunityID == nil:
            throw Refused(reason: say("a promise to nobody"))
        case let followUp as FollowUp where (followUp.state == .done) != (followUp.doneAt != nil):
            throw Refused(reason: say("state and done at contradict each other"))
        default: break
        }
    }

    // MARK: - Links

    /// Puts the ids of the records to which it leads into a record, making those that it needs.
    private func resolve<R: Record>(_ incoming: inout Incoming<R>) throws {
        for (index, id) in try resolved(incoming, makes: true) {
            R.fields[index].set(&incoming.record, .integer(id))
        }
        for index in incoming.links.keys where !incoming.fields.contains(index) {
            if incoming.isOwn || R.fields[index].get(incoming.record) != .null { incoming.fields.append(index) }
        }
        if let list = R.lists.firstIndex(where: { $0.name == "attendee" || $0.name == "role" }),
            !incoming.people.isEmpty
        {
            let rows: [[Value]] = try incoming.people.map { link, role in
                let id = try place(.contact, link, of: incoming)
                return R.lists[list].parts.count == 1 ? [.integer(id)] : [.integer(id), .text(role)]
            }
            R.lists[list].set(&incoming.record, rows)
            if !incoming.lists.contains(list) { incoming.lists.append(list) }
        }
        try seat(&incoming)
    }

    /// - Parameter makes: whether what is named and not here is made, or the record refused for it.
    func resolved<R: Record>(_ incoming: Incoming<R>, makes: Bool) throws -> [Int: Int64] {
        var ids: [Int: Int64] = [:]
        for (index, link) in incoming.links where !link.isEmpty {
            guard case .reference(let kind) = R.fields[index].type else { continue }
            ids[index] =
                makes ? try place(kind, link, of: incoming) : try finder.find(kind, link, source: source)
        }
        return ids
    }

    /// Notes a record that was made for another.
    func made(_ ref: Ref, _ name: String) {
        finder.remember(ref, name)
        making.append((ref, name))
    }
}
