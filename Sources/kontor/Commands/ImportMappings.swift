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
            let header = mapping.isEmpty ? [] : try FileLook.header(of: path)
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

    static func forget(_ name: String, _ errand: Errand) throws {
        let store = try errand.store(for: .command)
        let mapping = try store.read { try $0.mapping(named: name) }
        try store.write("Remove mapping \(mapping.name)") { try $0.delete(Ref(.savedView, mapping.id)) }
        errand.output.line(say("The mapping \(mapping.name) is removed."))
    }

    /// Keeps how a file is mapped. That is an action of its own, before the import: `kontor undo` then takes the import back.
    static func keep(_ name: String, of path: String, _ how: ImportOptions, _ plan: FilePlan?, _ errand: Errand) throws
    {
        let header = try FileLook.header(of: path)
        var plan = plan ?? FilePlan()
        plan.kind = how.kind ?? plan.kind
        for (heading, field) in how.mapping {
            header.firstIndex(of: heading).map { plan.fields[$0] = field }
        }
        let text = try JSONEncoder().encode(KeptMapping(plan, header: header))
        try errand.store(for: .command).keepMapping(name, String(decoding: text, as: UTF8.self))
    }
}
