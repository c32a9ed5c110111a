import Formats
import Sales
import Storage
import Words

/// A table on its way in: opened, mapped, looked through once where the cells of a column must be read together, then taken in.
struct TableImport {
    let input: InputFile
    let plan: TablePlan
    let encoding: TextDetection
    let header: [String]
    private let hasHeader: Bool
    private let options: ImportOptions

    init(_ input: InputFile, _ options: ImportOptions) throws {
        self.input = input
        self.options = options
        var table = try TableFile.open(input, options)
        header = table.header
        encoding = table.encoding
        hasHeader = table.dialect.hasHeader
        plan = try TablePlan(
            header: header, guesses: ColumnGuess.all(&table), path: input.path, options: options)
    }

    var file: ImportReport.File {
        var file = ImportReport.File(path: input.path, kind: plan.kind, encoding: encoding.encoding.description)
        file.isEncodingGuessed = encoding.certainty == .guess
        file.header = header
        file.hasHeader = hasHeader
        file.fields = plan.targets.map { $0 == .left ? nil : $0?.word }
        return file
    }

    /// What the first look through a foreign table finds.
    private struct Survey {
        var dates: [Int: DateColumn] = [:]
        var numbers: [Int: NumberColumn] = [:]
        /// Stages with the probability of their deals.
        var stages: [(name: String, probability: Int?)] = []
        private var known: [String: Int] = [:]

        mutating func addStage(_ name: String, _ probability: Int?) {
            let plain = folded(name)
            if let index = known[plain] {
                if stages[index].probability == nil { stages[index].probability = probability }
            } else if stages.count < 100 {
                known[plain] = stages.count
                stages.append((name, probability))
            }
        }
    }

    func run(_ run: ImportRun, _ step: () throws -> Void) throws {
        run.source = plan.source
        func take<R: Record>(_ type: R.Type) throws { try sinceExport(R.self, run, step) }
        // Of what files have many the types are named, so that there is code made for each of them.
        switch plan.kind {
        case .contact: try sinceExport(Contact.self, run, step)
        case .company: try sinceExport(Company.self, run, step)
        case .opportunity: try sinceExport(Opportunity.self, run, step)
        case .call: try sinceExport(Call.self, run, step)
        case .meeting: try sinceExport(Meeting.self, run, step)
        case .followUp: try sinceExport(FollowUp.self, run, step)
        default: try take(plan.kind.type)
        }
    }

    /// The rows of a table, those of ours with what has happened since it was exported.
    private func sinceExport<R: Record>(_ type: R.Type, _ run: ImportRun, _ step: () throws -> Void) throws {
        let past = plan.revision.flatMap { run.pasts[$0] }
        if plan.isOwn {
            run.since = SinceExport(R.self, past: past, wins: run.options.conflicts, targets: plan.targets)
        }
        defer { run.since = nil }
        let updated = run.report.counts[R.kind]?.updated ?? 0
        try rows(R.self, run, step)
        if plan.revision != nil, past == nil, run.report.counts[R.kind]?.updated ?? 0 > updated {
            run.report.remark(
                input.path, nil,
                say("it was exported elsewhere, or too long ago to tell what was changed here since; the file counted"))
        }
    }

    private func rows<R: Record>(_ type: R.Type, _ run: ImportRun, _ step: () throws -> Void) throws {
        var reading = Reading(
            isOwn: plan.isOwn, currency: run.options.currency, zone: run.transaction.clock.zone,
            hint: run.options.dateOrder)
        let survey = try survey(R.self, run, step)
        (reading.dates, reading.orders) = (survey.dates, orders(survey))
        if !plan.isOwn {
            reading.numbers = numbers(survey, run)
            if R.kind == .opportunity { try run.makeStages(survey.stages) }
        }
        for (column, dates) in survey.dates.sorted(by: { $0.key < $1.key })
        where dates.isAmbiguous && reading.orders[column] == nil {
            run.report.isDateOrderOpen = true
            let order = run.options.dateOrder == .dayFirst ? say("day first") : say("month first")
            run.report.remark(
                input.path, nil,
                say("\(header[column]): the dates may be read two ways; they were read with the \(order)"))
        }
        let reader = RowReader<R>(plan.targets, isOwn: plan.isOwn, source: plan.source, reading: reading)
        let unread = plan.targets.indices.filter { plan.targets[$0] == nil }
        let isTimed = !plan.isOwn && (R.kind == .meeting || R.kind == .followUp)
        let imported = { run.report.counts[R.kind]?.imported ?? 0 }
        var held = 0
        var holds = Set<Int>()
        var table = try TableFile.open(input, options)
        do {
            while let entry = try table.next() {
                try step()
                switch entry {
                case .refused(let problem, let row): try run.refuse(R.kind, problem.line, problem.reason, row.cells)
                case .row(let row):
                    for column in unread where !row.isEmpty(column) && !holds.contains(column) { holds.insert(column) }
                    if (0..<row.count).allSatisfy({ row.isEmpty($0) }) {
                        run.skip(R.kind, row.line, say("an empty row"))
                        continue
                    }
                    do {
                        let cell = { (column: Int) in FormulaGuard.remove(row[column]) }
                        var incoming = try reader.read(line: row.line) { plan.times.text($0, cell) }
                        if isTimed {
                            incoming.settleTime(run.transaction.clock)
                            plan.times.noteLastDay(of: &incoming, reading, cell)
                            plan.times.setAlarm(of: &incoming, reading, run.transaction.clock, cell)
                        }
                        let before = isTimed ? imported() : 0
                        try take(incoming, row, run)
                        if isTimed, imported() > before, incoming.wasHeldUnsaid { held += 1 }
                    } catch let refused as Refused {
                        try run.refuse(R.kind, row.line, refused.reason, row.cells)
                    }
                }
            }
        } catch let problem as FileProblem {
            throw ExchangeError.data(input.path, problem)
        }
        if held > 0 {
            run.report.remark(input.path, nil, say("\(held, "meeting", "meetings") of the past came in as held"))
        }
        run.report.files[run.file].unmapped = unread.filter { holds.contains($0) }.map { header[$0] }
        for problem in table.decodingProblems.list { run.report.remark(input.path, problem.line, problem.reason) }
    }

    /// A row of people that holds no person but an organisation is that organisation's.
    private func take<R: Record>(_ incoming: Incoming<R>, _ row: CSVRow, _ run: ImportRun) throws {
        if let contact = incoming.record as? Contact, contact.name.isEmpty, !incoming.isOwn,
            let index = R.fields.firstIndex(where: { $0.name == "company" }), let name = incoming.links[index]?.name,
            !name.isEmpty
        {
            try run.take(Incoming<Company>(of: contact, named: name, line: incoming.line), cells: row.cells)
        } else {
            try run.take(incoming, cells: row.cells)
        }
    }

    /// Whether it is looked through before, because the cells of a column must be read together: of our own tables the dates,
    /// which a spreadsheet writes as it likes.
    var isSurveyed: Bool {
        func isRead<R: Record>(_ type: R.Type) -> Bool {
            plan.targets.contains { target in
                switch target {
                case .link("stage", .name): !plan.isOwn
                case .field(let name):
                    switch R.field(name)?.type {
                    case .day, .birthday, .instant: true
                    case .money, .percent, .integer: !plan.isOwn
                    default: false
                    }
                default: false
                }
            }
        }
        return isRead(plan.kind.type)
    }

    /// How the dates of columns are read: as was said of the column, else as was said of all that leave it open.
    private func orders(_ survey: Survey) -> [Int: DateOrder] {
        var orders = options.plan.dates
        guard let usual = options.plan.usualDates, !plan.isOwn else { return orders }
        for (column, dates) in survey.dates where orders[column] == nil {
            if usual == .yearFirst ? dates.longYears == 0 : dates.isOpen { orders[column] = usual }
        }
        return orders
    }

    /// How the numbers of each column are read that could be read two ways.
    private func numbers(_ survey: Survey, _ run: ImportRun) -> [Int: Reading.Numbers] {
        var found = options.plan.numbers.mapValues { Reading.Numbers.mark($0) }
        for (column, numbers) in survey.numbers.sorted(by: { $0.key < $1.key }) where found[column] == nil {
            found[column] = numbers.isMixed ? .mixed : numbers.mark.map { .mark($0) }
            if let usual = options.plan.usualNumbers, numbers.isAmbiguous || numbers.isMixed {
                found[column] = .mark(usual)
            } else if numbers.isAmbiguous {
                run.report.isDecimalOpen = true
                run.report.remark(
                    input.path, nil,
                    say("\(header[column]): the numbers may be read two ways; 1.234 was read as one thousand and more"))
            }
        }
        return found
    }

    private func survey<R: Record>(_ type: R.Type, _ run: ImportRun, _ step: () throws -> Void) throws -> Survey {
        var survey = Survey()
        var stage: Int?
        var probability: Int?
        for (column, target) in plan.targets.enumerated() {
            switch target {
            case .link("stage", .name) where !plan.isOwn: stage = column
            case .field("probability") where !plan.isOwn: probability = column
            case .field(let name):
                switch R.field(name)?.type {
                case .day, .birthday, .instant: survey.dates[column] = DateColumn()
                case .money, .percent, .integer: if !plan.isOwn { survey.numbers[column] = NumberColumn() }
                default: break
                }
            default: break
            }
        }
        if !isSurveyed { return survey }
        var table = try TableFile.open(input, options)
        while let entry = try table.next() {
            try step()
            guard case .row(let row) = entry else { continue }
            for column in survey.dates.keys where !row.isEmpty(column) { survey.dates[column]?.add(row.utf8(column)) }
            for column in survey.numbers.keys where !row.isEmpty(column) { survey.numbers[column]?.add(row[column]) }
            if let stage, !row.isEmpty(stage) {
                let chance = probability.flatMap { Reading.integer(row[$0]) }
                survey.addStage(row[stage].trimmingSpaces(), chance.map { Int($0) })
            }
        }
        return survey
    }
}

extension Incoming where R == Company {
    /// A company that a file of people holds.
    init(of contact: Contact, named name: String, line: Int?) {
        self.init()
        self.line = line
        record.phones = contact.phones
        record.emails = contact.emails
        record.addresses = contact.addresses
        record.tags = contact.tags
        record.properties = contact.properties
        set("name", .text(name))
        for (field, text) in [
            ("website", contact.website), ("about", contact.about), ("source", contact.source),
            ("nickname", contact.nickname),
        ]
        where !text.isEmpty {
            set(field, .text(text))
        }
        lists = Array(Company.lists.indices)
    }
}
