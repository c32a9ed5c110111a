import Exchange
import Foundation
import Sales
import Storage
import Words

/// `kontor import --columns`: what a file is, and what each of its columns would fill.
enum ColumnList {
    static func tell(
        _ paths: [String], _ plans: [FilePlan], _ mapping: [String: String], _ errand: Errand, forScreen: Bool,
        _ progress: (ImportProgress) -> Void
    ) throws {
        let looks = try paths.enumerated().map { index, path in
            var plan = plans.indices.contains(index) ? plans[index] : FilePlan()
            let header = mapping.isEmpty ? [] : try FileLook.header(of: path, plan)
            for (heading, field) in mapping {
                header.firstIndex(of: heading).map { plan.fields[$0] = field }
            }
            return try FileLook(path, plan, progress: progress)
        }
        if forScreen { return try errand.output.data(Array(JSONEncoder().encode(looks))) }
        for look in looks { tell(look, errand.output) }
    }

    private static func tell(_ look: FileLook, _ output: Output) {
        let file = look.path.split(separator: "/").last.map(String.init) ?? look.path
        output.line(file + ": " + look.sentence)
        guard let kind = look.kind else { return }
        output.line(
            look.isKindGuessed
                ? say("Nothing tells what the rows are; --as says it. As \(kind.plural):")
                : say("The rows are \(kind.plural)."))
        let rows = look.columns.map { column in
            var fills = column.field ?? (column.isLeft ? "-" : column.filled == 0 ? say("empty") : say("not read"))
            switch column.doubt {
            case .dates: fills += " " + say("(day or month first?)")
            case .numbers: fills += " " + say("(decimal point or comma?)")
            case nil: break
            }
            return [column.heading, fills, column.samples.joined(separator: " · ")]
        }
        let table = Table(
            [.init(title: say("column")), .init(title: say("fills")), .init(title: say("holds"))], fitting: rows)
        output.line(table.header)
        for row in rows { output.line(table.line(row)) }
        if let problem = look.problem { output.line(problem) }
    }
}

/// Mappings that are kept under a name, on the command line.
enum MappingList {
    static func tell(_ errand: Errand) throws {
        let kept = try errand.store(for: .reading).read { try $0.mappings() }
        if kept.isEmpty { throw Failure.no(say("No mapping is kept yet.")) }
        for mapping in kept {
            let columns = (try? JSONDecoder().decode(KeptMapping.self, from: Data(mapping.query.utf8)))?.columns ?? []
            let headings = columns.map(\.heading).joined(separator: ", ")
            errand.output.line("\(mapping.name): \(headings)")
        }
    }

    /// How each file is to be read: as the screen says, as was kept under a name, or as was kept for the same headings; and in
    /// each case as the options say. With what is to be told of the mappings.
    static func plans(_ command: ImportCommand, _ errand: Errand) throws -> (plans: [FilePlan], told: [String]) {
        if !command.plan.isEmpty {
            return (try command.plan.map { try JSONDecoder().decode(FilePlan.self, from: Data($0.utf8)) }, [])
        }
        var said = FilePlan()
        try command.reading.apply(to: &said)
        if command.forScreen { return (command.file.map { _ in said }, []) }
        let kept = try known(command.mapping, errand)
        var told: [String] = []
        let plans = try command.file.map { path in
            guard !kept.isEmpty, try FileLook.columns(of: path, said) != nil else { return said }
            let name = path.split(separator: "/").last.map(String.init) ?? path
            var plan: FilePlan
            if command.mapping != nil {
                let mapping = kept[0].mapping
                let form = mapping.form.read(as: said)
                let header = try FileLook.header(of: path, form)
                plan = mapping.applied(to: header).read(as: form)
                if mapping.plan(for: header) == nil {
                    told.append(
                        say(
                            "\(name): the mapping \(kept[0].name) was kept for other headings; those that are alike were mapped."
                        ))
                }
            } else if let (mapping, found) = kept.lazy.compactMap({ kept in
                kept.mapping.plan(of: path, said).map { (kept.name, $0) }
            }).first {
                if command.kind != nil || !command.map.isEmpty {
                    told.append(
                        say(
                            "\(name): the mapping \(mapping) fits and was not used, as --as or --map say otherwise; --mapping puts it on."
                        ))
                    return said
                }
                plan = found
                told.append(say("\(name): mapped as kept under \(mapping); --mapping - reads it without."))
            } else {
                return said
            }
            try command.reading.apply(to: &plan)
            return plan
        }
        return (plans, told)
    }

    /// The mapping of that name, or all that are kept; none for `-`.
    private static func known(_ name: String?, _ errand: Errand) throws -> [(name: String, mapping: KeptMapping)] {
        if name == "-" { return [] }
        let views =
            try name == nil && access(errand.path, F_OK) != 0
            ? []
            : errand.store(for: .command).read { transaction in
                try name.map { [try transaction.mapping(named: $0)] } ?? transaction.mappings()
            }
        return try views.compactMap { view in
            guard let mapping = try? JSONDecoder().decode(KeptMapping.self, from: Data(view.query.utf8)) else {
                if name == nil { return nil }
                throw Failure.data(say("The mapping \(view.name) cannot be read."))
            }
            return (view.name, mapping)
        }
    }

    static func forget(_ name: String, _ errand: Errand) throws {
        let store = try errand.store(for: .command)
        let mapping = try store.read { try $0.mapping(named: name) }
        try store.write("Remove mapping \(mapping.name)") { try $0.delete(Ref(.savedView, mapping.id)) }
        errand.output.line(say("The mapping \(mapping.name) is removed."))
    }

    /// Keeps how a file is mapped. That is an action of its own, before the import: `kontor undo` then takes the import back.
    static func keep(_ name: String, of path: String, _ how: ImportOptions, _ plan: FilePlan?, _ errand: Errand) throws
    {
        var plan = plan ?? FilePlan()
        let header = try FileLook.header(of: path, plan)
        plan.kind = how.kind ?? plan.kind
        for (heading, field) in how.mapping {
            header.firstIndex(of: heading).map { plan.fields[$0] = field }
        }
        let text = try JSONEncoder().encode(KeptMapping(plan, header: header))
        try errand.store(for: .command).keepMapping(name, String(decoding: text, as: UTF8.self))
    }
}
