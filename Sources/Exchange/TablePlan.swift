import Formats
import Sales
import Words

/// What the columns of a table are to fill: found by their headings, or as the user said.
struct TablePlan {
    let kind: Kind
    let isOwn: Bool
    private(set) var targets: [Target?]
    /// Dates whose time stands in another column.
    private(set) var times = TableTimes()
    let source: String
    /// Nothing tells what the rows are.
    private(set) var isKindGuessed = false
    /// Why nothing can be brought in as it is.
    private(set) var problem: String?
    /// When a table of ours was exported, as its last heading says.
    let revision: String?

    /// - Parameters:
    ///   - guesses: what columns without a heading hold.
    ///   - isLenient: where it is not yet known what the rows are or which column names them, that is kept as `problem`.
    /// - Throws: `ExchangeError` when the table holds nothing that can be brought in, or the mapping is wrong.
    init(
        header: [String], guesses: [ColumnGuess?] = [], path: String, options: ImportOptions, isLenient: Bool = false
    ) throws {
        let ownKind = TablePlan.ownKind(header, path, options.kind)
        let isOwn = ownKind != nil
        self.isOwn = isOwn
        let known =
            options.kind ?? options.plan.kind ?? ownKind ?? TablePlan.kind(header, path)
            ?? TablePlan.kind(guesses)
        isKindGuessed = known == nil
        guard let kind = known ?? (isLenient ? .contact : nil) else {
            throw ExchangeError.data(
                path,
                FileProblem(
                    reason: say(
                        "No column tells what the rows are: no name, company or e-mail was found. Say it with --as, and the columns with --map."
                    )))
        }
        self.kind = kind
        let headings = Headings(kind)
        let words = TablePlan.words(header, guesses, kind)
        var targets = words.map { isOwn ? headings.ownTarget($0) ?? headings.target($0) : headings.target($0) }
        // The uid of another program is its id.
        if !isOwn { for (index, target) in targets.enumerated() where target == .uid { targets[index] = .id } }
        // Why a row was refused is no part of the record that it becomes.
        if isRefusals(header) { for index in header.indices.suffix(2) { targets[index] = .left } }
        if !isOwn { times = TableTimes(header, kind, &targets) }
        try TablePlan.apply(options.mapping, header, path, headings, &targets)
        try TablePlan.apply(options.plan, header, path, headings, &targets)
        var taken: Set<Target> = []
        for (index, target) in targets.enumerated() {
            guard let target, target != .left, !taken.insert(target).inserted else { continue }
            // Two columns of the same meaning: only notes can be put together.
            if case .timeOf = target { continue }
            if target != .field("about") { targets[index] = nil }
        }
        times.keep(targets)
        self.targets = targets
        revision = isOwn ? header.lazy.compactMap(Columns.revision).first : nil
        source = TablePlan.source(header.map(plainHeading))
        if !TablePlan.isEnough(taken, kind) {
            if isLenient {
                problem = say("No column holds the name of the \(kind.plural) yet.")
                return
            }
            let needed = say("No column holds the name of the \(kind.plural); say which with --map COLUMN=name.")
            throw ExchangeError.data(path, FileProblem(reason: needed))
        }
    }

    /// A kind needs at least a column that tells one record from another.
    private static func isEnough(_ targets: Set<Target>, _ kind: Kind) -> Bool {
        if targets.contains(.uid) { return true }
        func has(_ fields: String...) -> Bool { fields.contains { targets.contains(.field($0)) } }
        func hasList(_ name: String) -> Bool {
            targets.contains { if case .list(name, _, "", _) = $0 { true } else { false } }
        }
        switch kind {
        case .contact:
            return has("name", "given_name", "family_name", "nickname") || hasList("email") || hasList("phone")
        case .company, .opportunity, .stage, .outcome, .reason, .cadence, .template, .savedView: return has("name")
        case .meeting: return has("title")
        case .holiday: return has("day")
        case .quota, .rate: return has("starts_on")
        case .commission: return has("percent")
        case .note, .promise: return has("text")
        case .call: return has("at")
        case .followUp: return has("due_on", "due_at")
        case .relation, .affiliation, .difference, .dealChange: return targets.count > 1
        }
    }

    // MARK: - As the user said

    private static func apply(
        _ mapping: [String: String], _ header: [String], _ path: String, _ headings: Headings,
        _ targets: inout [Target?]
    ) throws {
        for (column, field) in mapping.sorted(by: { $0.key < $1.key }) {
            guard
                let index = header.firstIndex(of: column)
                    ?? header.firstIndex(where: { plainHeading($0) == plainHeading(column) })
            else {
                throw ExchangeError.usage(
                    say(
                        "\(visible(path)) has no column \(visible(column)); it has \(visible(header.joined(separator: ", ")))."
                    ))
            }
            if field == "-" || field.isEmpty {
                targets[index] = nil
                continue
            }
            guard let target = headings.ownTarget(field) ?? headings.target(field) else {
                throw ExchangeError.usage(say("\(headings.kind.plural) have no field \(visible(field))."))
            }
            // What the user says goes before what was found for another column.
            for (other, found) in targets.enumerated() where found == target { targets[other] = nil }
            targets[index] = target
        }
    }

    private static func apply(
        _ plan: FilePlan, _ header: [String], _ path: String, _ headings: Headings, _ targets: inout [Target?]
    ) throws {
        for (index, field) in plan.fields.sorted(by: { $0.key < $1.key }) where targets.indices.contains(index) {
            if field == "-" {
                targets[index] = nil
                continue
            }
            guard var target = FieldWords.target(field, headings) else {
                throw ExchangeError.usage(say("\(headings.kind.plural) have no field \(visible(field))."))
            }
            if case .list(let name, _, "", let label) = target, name == "phone" || name == "email" {
                // A number of its own beside those of other columns.
                target = .list(name, group: "column \(index)", part: "", label: label)
            } else if target != .field("about") {
                for (other, found) in targets.enumerated() where found == target { targets[other] = nil }
            }
            targets[index] = target
        }
    }

    // MARK: - What the rows are

    /// The kind of a table of ours: it has uids, and most of its columns are in our words. Nil for other tables.
    private static func ownKind(_ header: [String], _ path: String, _ chosen: Kind?) -> Kind? {
        guard header.contains(where: { plainHeading($0) == "uid" }) else { return nil }
        let named = Kind(word: stem(path))
        // The kind whose words explain most columns and leaves fewest of its own unsaid.
        let scores = (chosen.map { [$0] } ?? Kind.allCases.filter { $0.canBe(Set(header)) }).map {
            kind -> (kind: Kind, found: Int, score: Int) in
            let headings = Headings(kind)
            let found = header.count { headings.ownTarget($0) != nil }
            return (kind, found, found * 100 - Columns.fieldCount(kind) * 10 + (kind == named ? 5 : 0))
        }
        return scores.max { $0.score < $1.score }.flatMap { $0.found * 2 > header.count ? $0.kind : nil }
    }

    /// The name of a file up to its first point.
    private static func stem(_ path: String) -> String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return file.split(separator: ".").first.map(String.init) ?? file
    }

    /// Words in the name of a file that tell what it lists, where its columns look like those of people: `tasks-2026.csv`, 跟进.csv.
    private static let names: [(kind: Kind, words: [String])] = [
        (.call, ["call", "通话", "电话记录"]), (.meeting, ["meeting", "会议", "拜访"]),
        (.followUp, ["follow-up", "followup", "task", "todo", "to-do", "reminder", "跟进", "待办", "提醒", "任务"]),
        (.note, ["note", "笔记"]),
    ]

    /// The words by which columns are understood: their headings, or what they are guessed to hold.
    private static func words(_ header: [String], _ guesses: [ColumnGuess?], _ kind: Kind) -> [String] {
        if guesses.isEmpty { return header }
        var numbers: [ColumnGuess: Int] = [:]
        return zip(header, guesses).map { heading, guess in
            guard let guess else { return heading }
            numbers[guess, default: 0] += 1
            return guess.word(kind, number: numbers[guess]!) ?? heading
        }
    }

    private static func kind(_ guesses: [ColumnGuess?]) -> Kind? {
        if guesses.contains(where: { [.name, .email, .mobile, .phone, .birthday].contains($0) }) { return .contact }
        return guesses.contains(.company) ? .company : nil
    }

    private static func kind(_ header: [String], _ path: String) -> Kind? {
        let file = folded(stem(path))
        for (kind, words) in names where words.contains(where: { file.hasPrefix($0) }) {
            if isEnough(Set(header.compactMap { Headings(kind).target($0) }), kind) { return kind }
        }
        let plain = Set(header.map(plainHeading))
        // Calendars as Outlook and Google write them.
        if !plain.isDisjoint(with: ["subject", "主题", "betreff"]),
            !plain.isDisjoint(with: ["startdate", "开始日期", "beginntam"])
        {
            return plain.contains("duedate") || plain.contains("到期日") ? .followUp : .meeting
        }
        func targets(_ kind: Kind) -> Set<Target> { Set(header.compactMap { Headings(kind).target($0) }) }
        let deal = targets(.opportunity)
        if deal.contains(.field("name")),
            deal.contains(.link("stage", .name)) || deal.contains(.field("close_on"))
                || plain.contains(where: { $0.hasPrefix("deal") })
        {
            return .opportunity
        }
        let contact = targets(.contact)
        let company = targets(.company)
        let hasPerson =
            contact.contains(.field("given_name")) || contact.contains(.field("family_name"))
            || !plain.isDisjoint(with: ["fullname", "姓名", "联系人", "联系人姓名", "contactname", "displayname", "personname"])
        if hasPerson { return .contact }
        let word = folded(stem(path))
        if company.contains(.field("name")) {
            let isNamed = ["account", "compan", "organi", "客户", "公司", "企业", "单位"].contains { word.contains($0) }
            let isLikely = company.contains(.field("industry")) || company.contains(.field("employees"))
            let isPerson =
                contact.contains(.field("position")) || contact.contains(.link("company", .name))
                || contact.contains(.field("birthday"))
            if (isNamed || isLikely) && !(isPerson && contact.contains(.field("name"))) { return .company }
        }
        let isReachable = contact.contains {
            if case .list(let list, _, "", _) = $0 { list != "address" } else { false }
        }
        if contact.contains(.field("name")) { return .contact }
        if company.contains(.field("name")) && !isReachable
            || company.contains(.field("name")) && plain.contains("companyname")
        {
            return .company
        }
        let hasMail = contact.contains { if case .list("email", _, "", _) = $0 { true } else { false } }
        if hasMail { return .contact }
        return company.contains(.field("name")) ? .company : nil
    }

    /// The program that gave the ids, by columns that only it writes.
    private static func source(_ plain: [String]) -> String {
        let words = Set(plain)
        if !words.isDisjoint(with: ["isdeleted", "systemmodstamp", "masterrecordid", "createdbyid"]) {
            return "salesforce"
        }
        if plain.contains(where: { $0.hasPrefix("hubspot") }) || words.contains("recordid") { return "hubspot" }
        if plain.contains(where: {
            $0.hasPrefix("personid") || $0.hasPrefix("dealid") || $0.hasPrefix("organizationid")
        }),
            plain.count(where: { $0.hasPrefix("person") || $0.hasPrefix("deal") || $0.hasPrefix("organization") }) * 2
                > plain.count
        {
            return "pipedrive"
        }
        if words.contains("groupmembership") || words.contains("phoneticfirstname") { return "google" }
        return ImportSource.unknown
    }
}

extension Columns {
    static func fieldCount(_ kind: Kind) -> Int {
        func count<R: Record>(_ type: R.Type) -> Int { R.fields.count + R.lists.count }
        return count(kind.type)
    }
}
