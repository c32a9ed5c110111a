import Foundation
import Sales
import Storage
import Words

/// Fills a store with records of every kind whose texts are as nasty as texts can be, repeatable by the seed.
struct NastyRecords {
    var random: SplitMix64
    let transaction: Transaction
    var ids: [Kind: [Int64]] = [:]
    var number = 0
    /// The only text, when there is one.
    var formula: String?

    static let texts = [
        "王伟", "Ada Lovell", "=1+1", "'=x", "''+cmd|' /C calc'!A0", "+49 30 1234567", "-120.50", "@SUM(A1)", "\tx",
        "\rx", "\nx",
        " leading", "trailing ", "a;b\\c", "\\", ";", "say \"hi\"", "a,b\nc\r\nd", "👩‍👩‍👧 Family ❤️", "שלום", "a\u{202E}b",
        "\u{1B}[31mred",
        "\u{7F}\u{85}\u{2028}", "e\u{301}", "\u{E9}", "＝1", "#comment", "'", "''", "\"", "\"\"", "=", "--", "---",
        "0012", "1E5", "TRUE", "null",
        "\u{FEFF}bom", "sep=;", "﷽", String(repeating: "长", count: 300),
    ]

    /// Records of a long run, for each format; nil for the short ones.
    static let wanted = ProcessInfo.processInfo.environment["KONTOR_TRIPS"].flatMap { Int($0) }

    /// Scalars of which texts are made up: Latin, accents to be put on them, Hebrew, Chinese, emoji with what joins and colours them,
    /// the last planes, and what breaks lines and cells.
    private static let scalars: [ClosedRange<UInt32>] = [
        0x20...0x7E, 0xA0...0x17F, 0x300...0x330, 0x5D0...0x5EA, 0x4E00...0x9FA5, 0x20000...0x200FF, 0x1F300...0x1F64F,
        0x1F3FB...0x1F3FF, 0x200B...0x200F, 0xFE0E...0xFE0F, 0xFF01...0xFF5E, 0xE000...0xE010, 0x10FFF0...0x10FFFD,
        0x09...0x0D, 0x22...0x22, 0x2C...0x2C, 0x3B...0x3B, 0x5C...0x5C,
    ]

    static func fill(_ store: Store, seed: UInt64, kinds: [Kind] = Kind.allCases, each: Int = 12) throws {
        for kind in kinds where kind != .dealChange {
            try store.write("Fill") { transaction in
                var records = NastyRecords(
                    random: SplitMix64(state: seed &+ UInt64(kind.table.utf8.count)), transaction: transaction)
                for kind in Kind.allCases { records.ids[kind] = try transaction.ids(kind) }
                for _ in 0..<each { try records.add(kind.type) }
            }
        }
        // Deals have histories because they were moved.
        for _ in 0..<3 {
            try store.write("Move") { transaction in
                for (index, id) in try transaction.ids(.opportunity).enumerated() {
                    guard var deal = try transaction.fetch(Opportunity.self, id) else { continue }
                    let stages = try transaction.ids(.stage)
                    deal.stageID = stages[(index + Int(deal.stageID)) % stages.count]
                    deal.amount = deal.amount.map { $0 &+ 1 }
                    try transaction.update(deal)
                }
            }
        }
    }

    mutating func pick<C: RandomAccessCollection>(_ collection: C) -> C.Element {
        collection.randomElement(using: &random)!
    }
    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    mutating func text() -> String {
        if let formula { return formula }
        if chance(20) { return madeUp() }
        return chance(25) ? "" : pick(NastyRecords.texts) + (chance(30) ? pick(NastyRecords.texts) : "")
    }
    private mutating func madeUp() -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 1...(chance(5) ? 2000 : 40), using: &random) {
            text.append(UnicodeScalar(UInt32.random(in: pick(NastyRecords.scalars), using: &random))!)
        }
        return String(text)
    }
    mutating func instant() -> Instant {
        Instant(seconds: Int.random(in: 1_000_000_000...1_790_000_000, using: &random))
    }
    mutating func day() -> Day { Day(number: Int.random(in: 10_000...25_000, using: &random)) }
    mutating func reference(_ kind: Kind) -> Value { ids[kind]!.isEmpty ? .null : .integer(pick(ids[kind]!)) }

    mutating func add<R: Record>(_ type: R.Type) throws {
        var record = R()
        for field in R.fields {
            if !field.isRequired, chance(30) { continue }
            field.set(&record, value(field.name, field.type, isRequired: field.isRequired))
        }
        for list in R.lists {
            number += 1
            let rows = (0..<Int.random(in: 0..<4, using: &random)).map { row in
                list.parts.map { part -> Value in
                    switch (list.name, part.type) {
                    case (_, .reference(let kind)): reference(kind)
                    case (_, .integer): .integer(Int64.random(in: 0...500_000, using: &random))
                    case ("external_id", _) where part.name.isEmpty:
                        .text((formula ?? "") + "\(number)-\(row)" + (formula ?? pick(NastyRecords.texts)))
                    default: .text(part.name.isEmpty ? formula ?? "x" + text() : text())
                    }
                }
            }
            if rows.allSatisfy({ $0.allSatisfy { $0 != .null } }) { list.set(&record, rows) }
        }
        try transaction.insert(&record, fixed: R.kind, &self)
        ids[R.kind]!.append(record.id)
    }

    private mutating func value(_ name: String, _ type: FieldType, isRequired: Bool) -> Value {
        switch type {
        case .text, .longText:
            switch name {
            case "currency", "foreign_currency": return .text(pick(["CNY", "JPY", "KWD", "USD"]))
            case "next_action": return .text(pick(["", "call", "task"]))
            default: return .text(isRequired ? formula ?? "x" + text() : text())
            }
        case .integer(let range):
            if chance(10) { return .integer(chance(50) ? range.lowerBound : range.upperBound) }
            return .integer(Int64.random(in: range, using: &random))
        case .flag: return .integer(chance(50) ? 1 : 0)
        case .choice(let choices): return .text(pick(choices))
        case .day: return .text(day().description)
        case .birthday: return .text(chance(50) ? "--02-29" : day().description)
        case .instant: return .text(instant().description)
        case .percent: return .integer(Int64.random(in: 0...10_000, using: &random))
        case .money:
            if chance(5) { return .integer(pick([0, 1, -1, 9_999_999_999_999])) }
            return .integer(Int64.random(in: -1_000_000_000...1_000_000_000_000, using: &random))
        case .reference(let kind): return reference(kind)
        }
    }
}

extension Transaction {
    /// Stores a random record after mending what the rules of its kind forbid.
    fileprivate func insert<R: Record>(_ record: inout R, fixed kind: Kind, _ random: inout NastyRecords) throws {
        var fixed: any Record = record
        switch record {
        case var call as Call:
            if call.contactID == nil { call.companyID = random.reference(.company).integer }
            fixed = call
        case var note as Note:
            if note.contactID == nil, note.opportunityID == nil { note.companyID = random.reference(.company).integer }
            fixed = note
        case var difference as Difference:
            // Of two people, or of two companies.
            (difference.companyID, difference.otherCompanyID) = (nil, nil)
            difference.contactID = random.reference(.contact).integer
            difference.otherContactID = random.reference(.contact).integer
            fixed = difference
        case var promise as Promise:
            if promise.contactID == nil, promise.opportunityID == nil {
                promise.companyID = random.reference(.company).integer
            }
            fixed = promise
        case var deal as Opportunity:
            if deal.state == .lost { deal.reasonID = random.reference(.reason).integer }
            fixed = deal
        case var meeting as Meeting:
            if meeting.endAt != nil { meeting.dueAt = meeting.endAt! + -3600 }
            fixed = meeting
        case var view as SavedView:
            // A name means one view.
            random.number += 1
            view.name += " \(random.number)"
            fixed = view
        case var followUp as FollowUp:
            followUp.doneAt = followUp.state == .done ? random.instant() : nil
            fixed = followUp
        default: break
        }
        record = fixed as! R
        try insert(&record)
    }
}
