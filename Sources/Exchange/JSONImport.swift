import Formats
import Sales
import Storage
import Words

/// A JSON file of ours on its way in; any other JSON is refused, because nothing says what it means.
struct JSONImport {
    let input: InputFile
    let kind: Kind

    init(_ input: InputFile, _ options: ImportOptions) throws {
        self.input = input
        var reader = JSONReader(try input.source())
        let first = try JSONImport.next(&reader, input)
        let file = input.path.split(separator: "/").last.map(String.init) ?? input.path
        let named = Kind(word: file.split(separator: ".").first.map(String.init) ?? file)
        guard let first else {
            // An export of nothing.
            kind = options.kind ?? named ?? .contact
            return
        }
        guard let members = first.members, first["uid"]?.string != nil else {
            throw ExchangeError.data(
                input.path, FileProblem(reason: say("This JSON is no export of Kontor: its records have no uid.")))
        }
        let names = Set(members.map(\.name))
        let best = Kind.allCases.filter { $0.canBe(names) }.map { kind -> (kind: Kind, score: Int) in
            let words = JSONImport.words(kind)
            return (kind, names.intersection(words).count * 100 - words.count * 10 + (kind == named ? 5 : 0))
        }.max { $0.score < $1.score }
        kind = options.kind ?? best!.kind
        if names.isDisjoint(with: JSONImport.words(kind).subtracting(["uid"])) {
            throw ExchangeError.data(
                input.path,
                FileProblem(reason: say("This JSON is no export of Kontor: its members are those of no record.")))
        }
    }

    private static func next(_ reader: inout JSONReader, _ input: InputFile) throws -> JSON? {
        do {
            return try reader.next()
        } catch let problem as FileProblem {
            throw ExchangeError.data(input.path, problem)
        }
    }

    var file: ImportReport.File {
        var file = ImportReport.File(path: input.path, kind: kind)
        file.header = ["record"]
        return file
    }

    func run(_ run: ImportRun, _ step: () throws -> Void) throws {
        func take<R: Record>(_ type: R.Type) throws { try records(R.self, run, step) }
        try take(kind.type)
    }

    private func records<R: Record>(_ type: R.Type, _ run: ImportRun, _ step: () throws -> Void) throws {
        let members = MemberTargets<R>()
        let reading = Reading(
            isOwn: true, currency: run.options.currency, zone: run.transaction.clock.zone, hint: run.options.dateOrder)
        var readers: [[Target?]: RowReader<R>] = [:]
        var unknown: Set<String> = []
        var reader = JSONReader(try input.source())
        var number = 0
        while let value = try JSONImport.next(&reader, input) {
            number += 1
            run.record = number
            try step()
            do {
                let (targets, texts) = try members.flat(value, unknown: &unknown)
                let row =
                    readers[targets]
                    ?? RowReader<R>(targets, isOwn: true, source: ImportSource.unknown, reading: reading)
                if readers.count < 1000 { readers[targets] = row }
                try run.take(try row.read(line: nil) { texts[$0] }, cells: [JSONWriter.text(value)])
            } catch let refused as Refused {
                try run.refuse(R.kind, nil, refused.reason, [JSONWriter.text(value)])
            }
        }
        run.record = nil
        run.report.files[run.file].unmapped = unknown.sorted()
    }

    /// The members of the objects of a kind.
    private static func words(_ kind: Kind) -> Set<String> {
        func words<R: Record>(_ type: R.Type) -> Set<String> {
            Set(MemberTargets<R>().targets.keys).union(R.lists.map { Columns.member($0.name) })
        }
        return words(kind.type)
    }
}

/// What the members of a JSON object of ours fill.
private struct MemberTargets<R: Record> {
    let targets: [String: Target]

    init() {
        var targets: [String: Target] = ["uid": .uid]
        for field in R.fields {
            if case .reference = field.type {
                targets[field.name + "_uid"] = .link(field.name, .uid)
                targets[field.name] = .link(field.name, .name)
            } else {
                targets[field.name] = .field(field.name)
            }
        }
        for name in Columns.derived(R.kind) { targets[name] = .left }
        self.targets = targets
    }

    /// An object as the columns that a table would have, and their cells.
    func flat(_ value: JSON, unknown: inout Set<String>) throws(Refused) -> ([Target?], [String]) {
        guard let members = value.members else { throw Refused(reason: say("not an object")) }
        var columns: [Target?] = []
        var texts: [String] = []
        for member in members {
            if let target = targets[member.name] {
                columns.append(target)
                texts.append(try text(member.value, member.name))
            } else if let list = R.lists.first(where: { Columns.member($0.name) == member.name }) {
                guard let rows = member.value.array else { throw Refused(reason: say("\(member.name): not an array")) }
                if list.name == "tag" {
                    columns.append(.tags)
                    var tags: [String] = []
                    for row in rows { tags.append(try text(row, member.name)) }
                    texts.append(TagCell.joined(tags))
                    continue
                }
                if rows.isEmpty {
                    // An empty list is said, too.
                    columns.append(.list(list.name, group: "1", part: list.parts[0].name, label: ""))
                    texts.append("")
                }
                for (index, row) in rows.enumerated() {
                    guard let parts = row.members else { throw Refused(reason: say("\(member.name): not an object")) }
                    for part in parts {
                        guard let name = partName(part.name, list) else {
                            unknown.insert("\(member.name).\(part.name)")
                            continue
                        }
                        columns.append(.list(list.name, group: String(index + 1), part: name, label: ""))
                        texts.append(try text(part.value, part.name))
                    }
                }
            } else {
                unknown.insert(member.name)
            }
        }
        return (columns, texts)
    }

    private func partName(_ member: String, _ list: ListField<R>) -> String? {
        for part in list.parts {
            let name = Columns.member(part)
            if member == name { return part.name }
            if case .reference = part.type, member == name + "_uid" { return part.name + " uid" }
        }
        return nil
    }

    private func text(_ value: JSON, _ name: String) throws(Refused) -> String {
        switch value {
        case .null: return ""
        case .bool(let flag): return flag ? "yes" : "no"
        case .number(let text), .string(let text): return text
        case .array, .object: throw Refused(reason: say("\(name): neither text nor number"))
        }
    }
}
