import Sales
import Storage
import Words

/// What has happened since a table was exported: changed here, changed there, or both.
///
/// A field that was changed on one side only gets that side's value; of one that was changed on both, to different values, one
/// side wins, and that is told. A list, such as the phones, is one field, but rows that were added or taken away on either side are
/// put together as long as no row was changed on both.
final class SinceExport {
    /// What the records were then; empty when the file does not say when that was.
    let past: Past
    private let isPastKnown: Bool
    let wins: ImportOptions.Side
    /// The reference fields beside whose uid the file has a column for the name, by their place in the table.
    private let named: Set<Int>
    /// Whether the people of a list have a column for their name.
    private let areNamed: Bool
    /// Records that a row of this file has meant already.
    private var met: Set<Int64> = []

    init<R: Record>(_ type: R.Type, past: Past?, wins: ImportOptions.Side, targets: [Target?]) {
        self.past = past ?? Past()
        isPastKnown = past != nil
        self.wins = wins
        named = Set(R.fields.indices.filter { targets.contains(.link(R.fields[$0].name, .name)) })
        areNamed = targets.contains {
            if case .list("attendee", _, "", _) = $0 {
                true
            } else if case .list("role", _, "contact", _) = $0 {
                true
            } else {
                false
            }
        }
    }

    /// Both sides put together.
    struct Joined<R: Record> {
        var record: R
        /// Something that was changed here is not in the file, and stays.
        var keepsHere = false
        var conflicts: [Conflict] = []
    }

    /// A field, as one row of one part, or a list that both sides have changed.
    struct Conflict {
        var heading: String
        var parts: [FieldType]
        var here: [[Value]]
        var file: [[Value]]
    }

    /// True for the first row that means this record.
    func isFirst(_ id: Int64) -> Bool { met.insert(id).inserted }

    func joined<R: Record>(_ here: R, _ incoming: Incoming<R>, was: R? = nil) -> Joined<R> {
        let was = was ?? past.record(R.self, here.id) ?? here
        var joined = Joined(record: here)
        for index in incoming.fields {
            let field = R.fields[index]
            let (then, now, there) = (field.get(was), field.get(here), field.get(incoming.record))
            if field.isRequired, there == .null {
                if !Self.isEqual(then, now) { joined.keepsHere = true }
                continue
            }
            switch Self.side(then, now, there, same: Self.isSame, equal: Self.isEqual) {
            case .neither: break
            case .here: joined.keepsHere = true
            case .there: field.set(&joined.record, there)
            case .both:
                joined.conflicts.append(
                    Conflict(heading: field.heading, parts: [field.type], here: [[now]], file: [[there]]))
                if wins == .file { field.set(&joined.record, there) }
            }
        }
        for index in incoming.lists { join(R.lists[index], was, here, incoming, &joined) }
        return joined
    }

    private enum Changed { case neither, here, there, both }

    private static func side<V>(_ then: V, _ now: V, _ there: V, same: (V, V) -> Bool, equal: (V, V) -> Bool) -> Changed
    {
        if same(then, there) { return equal(then, now) ? .neither : .here }
        if equal(then, now) { return .there }
        return same(now, there) ? .neither : .both
    }

    private func join<R: Record>(
        _ list: ListField<R>, _ was: R, _ here: R, _ incoming: Incoming<R>, _ joined: inout Joined<R>
    ) {
        let (then, now) = (list.get(was), list.get(here))
        var there = list.get(incoming.record)
        // Whom it was merged with stays known, whatever an older file says.
        if list.name == "external_id" {
            there += now.filter { $0[1].text == ExternalID.merged && !there.contains($0) }
        }
        // A row that a spreadsheet wrote in its own way is the row that it was.
        for index in there.indices {
            if let same = then.first(where: { zip($0, there[index]).allSatisfy(Self.isSame) }) { there[index] = same }
        }
        func isSame(_ a: [[Value]], _ b: [[Value]]) -> Bool {
            a.count == b.count && zip(a, b).allSatisfy { zip($0, $1).allSatisfy(Self.isEqual) }
        }
        switch Self.side(then, now, there, same: isSame, equal: isSame) {
        case .neither: break
        case .here: joined.keepsHere = true
        case .there: list.set(&joined.record, there)
        case .both:
            let removed = then.filter { !there.contains($0) }
            let added = there.filter { !then.contains($0) }
            if removed.allSatisfy(now.contains) {
                joined.keepsHere = true
                list.set(&joined.record, now.filter { !removed.contains($0) } + added.filter { !now.contains($0) })
            } else {
                joined.conflicts.append(
                    Conflict(
                        heading: list.name.replacing("_", with: " "), parts: list.parts.map(\.type), here: now,
                        file: there))
                if wins == .file { list.set(&joined.record, there) }
            }
        }
    }

    private static func isSame(_ exported: Value, _ found: Value) -> Bool {
        if let exported = exported.text, let found = found.text { return SpreadsheetCell.isSame(exported, found) }
        return isEqual(exported, found)
    }

    /// Scalar by scalar; nothing and an empty text are the same.
    private static func isEqual(_ a: Value, _ b: Value) -> Bool {
        if a.isNull || b.isNull { return (a.text ?? "").isEmpty && (b.text ?? "").isEmpty && a.integer == b.integer }
        if let a = a.text, let b = b.text { return a.utf8.elementsEqual(b.utf8) }
        return a == b
    }

    // MARK: - Links

    /// A spreadsheet shows a uid and, beside it, a name; who edits the name means another record, and who empties it none. Only
    /// where it is known what it was called at the export: it may be the old name of the same.
    func settleLinks<R: Record>(_ incoming: inout Incoming<R>, _ run: ImportRun) throws {
        if !isPastKnown { return }
        for index in incoming.links.keys where named.contains(index) {
            guard case .reference(let kind) = R.fields[index].type else { continue }
            try settle(&incoming.links[index]!, kind, run)
        }
        guard areNamed else { return }
        for index in incoming.people.indices { try settle(&incoming.people[index].link, .contact, run) }
        incoming.people.removeAll { $0.link.isEmpty }
    }

    private func settle(_ link: inout Link, _ kind: Kind, _ run: ImportRun) throws {
        guard !link.uid.isEmpty, let id = try run.transaction.id(kind, uid: link.uid) else { return }
        let ref = Ref(kind, id)
        let name = link.name
        let names = [past.name(ref), run.oldNames[ref], try run.transaction.named(ref)?.name].compactMap { $0 }
        if names.contains(where: { SpreadsheetCell.isSame($0, name) }) { return }
        link.uid = ""
    }
}

extension ImportRun {
    /// Puts together what is here and what a row of a table of ours says, and tells where both have changed.
    func joined<R: Record>(_ here: R, _ incoming: Incoming<R>, _ since: SinceExport) throws -> R {
        guard since.isFirst(here.id) else {
            throw Refused(reason: say("its uid stands in a row above; empty it, and this row becomes a new record"))
        }
        let joined = since.joined(here, incoming)
        if joined.keepsHere { report.keptHere += 1 }
        for conflict in joined.conflicts {
            report.add(
                ImportReport.Conflict(
                    path: path, line: incoming.line, name: here.title, heading: conflict.heading,
                    here: try text(conflict.here, conflict.parts, here),
                    file: try text(conflict.file, conflict.parts, here), takesFile: since.wins == .file))
        }
        return joined.record
    }

    private func text<R: Record>(_ rows: [[Value]], _ parts: [FieldType], _ record: R) throws -> String {
        let currency = R.field("currency")?.get(record).text ?? ""
        return try rows.map { row in
            try zip(parts, row).map { type, value in
                if case .reference(let kind) = type {
                    return try value.integer.flatMap { try transaction.named(Ref(kind, $0))?.name } ?? ""
                }
                return type.text(of: value, currency: currency)
            }.filter { !$0.isEmpty }.joined(separator: " ")
        }.joined(separator: ", ")
    }

    /// Why a row is left out whose record was deleted here since the table was exported; nil when it comes back.
    func deletedSince<R: Record>(_ incoming: Incoming<R>, _ since: SinceExport) throws -> String? {
        guard let was = since.past.deleted(R.self, uid: incoming.record.uid) else { return nil }
        let joined = since.joined(was, incoming, was: was)
        if Merging.isSame(was, joined.record) { return say("it was deleted here since the export") }
        let takesFile = since.wins == .file
        report.add(
            ImportReport.Conflict(
                path: path, line: incoming.line, name: was.title, heading: "", here: "", file: "", takesFile: takesFile)
        )
        return takesFile ? nil : say("it was deleted here since the export, and changed in the file")
    }
}

extension Incoming {
    /// Without a uid a row of ours is a new one, typed into the table: what it leaves empty it does not say.
    mutating func becomeTyped() {
        isOwn = false
        fields.removeAll { R.fields[$0].get(record) == .null }
        lists.removeAll { R.lists[$0].get(record).isEmpty }
        links = links.filter { !$0.value.isEmpty }
    }
}
