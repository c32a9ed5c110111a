internal import GRDB
package import Sales
import Words

/// Two contacts or two companies that are likely one, and why.
package struct LikelyPair: Sendable, Equatable {
    package enum Reason: String, Sendable, CaseIterable {
        case email = "same e-mail"
        case phone = "same phone"
        case name = "same name"
        case nearName = "nearly the same name"
        case company = "same company"
        case city = "same city"

        /// What is the same, as a person reads it; the raw value is the word in files.
        fileprivate var word: String {
            switch self {
            case .email: say("e-mail")
            case .phone: say("phone")
            case .name: say("name")
            case .nearName: say("nearly the name")
            case .company: say("company")
            case .city: say("city")
            }
        }
    }

    /// What is the same, short enough for a column.
    package var same: String { reasons.map(\.word).joined(separator: ", ") }

    /// The older one: it is the one to keep.
    package var first: Ref
    package var second: Ref
    package var titles: [String]
    /// The company of each contact; the city of each company.
    package var details: [String]
    package var reasons: [Reason]
    /// How certain it is, from 3 up.
    package var weight: Int
    /// By which the older one is sorted in lists.
    private let key: String

    fileprivate init(
        _ first: Ref, _ second: Ref, titles: [String], details: [String], reasons: [Reason], weight: Int
    ) {
        (self.first, self.second, self.titles, self.details) = (first, second, titles, details)
        (self.reasons, self.weight) = (reasons, weight)
        key = SortKey.of(titles[0])
    }

    /// The most certain first, else in the order of lists.
    static func < (a: LikelyPair, b: LikelyPair) -> Bool {
        (b.weight, a.key, a.first.id, a.second.id) < (a.weight, b.key, b.first.id, b.second.id)
    }
}

extension Transaction {
    /// What speaks for two being one; nil when it is not enough, when one is gone, or when a person said that they are not.
    package func weigh(_ one: Ref, _ other: Ref) throws -> LikelyPair? {
        if try areToldApart(one, other) { return nil }
        switch one.kind {
        case .contact:
            guard let a = try fetch(Contact.self, one.id), let b = try fetch(Contact.self, other.id) else { return nil }
            var reasons = reach(a.phones, b.phones, a.emails, b.emails)
            let isNamed = name(a.name, b.name, isCompany: false, &reasons)
            var weight = weight(of: reasons)
            let isColleague = a.companyID != nil && a.companyID == b.companyID
            if isColleague {
                // Colleagues share a switchboard and a mailbox.
                weight += isNamed ? 1 : -3
                reasons.append(.company)
            } else if a.companyID != nil, b.companyID != nil {
                weight -= 1
            }
            func company(_ contact: Contact) throws -> String {
                try contact.companyID.flatMap { try fetch(Company.self, $0)?.name } ?? ""
            }
            if weight < 3 { return nil }
            return LikelyPair(
                one, other, titles: [a.name, b.name], details: [try company(a), try company(b)], reasons: reasons,
                weight: weight)
        case .company:
            guard let a = try fetch(Company.self, one.id), let b = try fetch(Company.self, other.id) else { return nil }
            var reasons = reach(a.phones, b.phones, a.emails, b.emails)
            _ = name(a.name, b.name, isCompany: true, &reasons)
            var weight = weight(of: reasons)
            let cities = [a, b].map { $0.addresses.first?.city ?? "" }
            if !cities[0].isEmpty, !cities[1].isEmpty {
                let isSame = folded(cities[0]) == folded(cities[1])
                weight += isSame ? 1 : -1
                if isSame { reasons.append(.city) }
            }
            if weight < 3 { return nil }
            return LikelyPair(
                one, other, titles: [a.name, b.name], details: cities, reasons: reasons, weight: weight)
        default: return nil
        }
    }

    private func weight(of reasons: [LikelyPair.Reason]) -> Int {
        reasons.reduce(0) { sum, reason in
            switch reason {
            case .email: sum + 4
            case .phone, .name: sum + 3
            case .nearName: sum + 2
            case .company, .city: sum
            }
        }
    }

    private func reach(_ a: [Phone], _ b: [Phone], _ c: [Email], _ d: [Email]) -> [LikelyPair.Reason] {
        let isMail = c.contains { one in d.contains { folded($0.address) == folded(one.address) } }
        let isPhone = a.contains { one in
            b.contains {
                let digits = PhoneDigits(one.number)
                return digits.digits.utf8.count >= 5 && digits.isSame(as: PhoneDigits($0.number))
            }
        }
        return (isMail ? [.email] : []) + (isPhone ? [.phone] : [])
    }

    private func name(_ a: String, _ b: String, isCompany: Bool, _ reasons: inout [LikelyPair.Reason]) -> Bool {
        let cores = [a, b].map { Likeness.core(of: $0, isCompany: isCompany) }
        if folded(a) == folded(b) || (cores[0] == cores[1] && !cores[0].isEmpty) {
            reasons.append(.name)
        } else if Likeness.areAlike(a, b, isCompany: isCompany) {
            reasons.append(.nearName)
        } else {
            return false
        }
        return true
    }

    private func areToldApart(_ one: Ref, _ other: Ref) throws -> Bool {
        let (own, others) = (one.kind.table + "_id", "other_\(one.kind.table)_id")
        return try Bool.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM difference WHERE \(own) = ?1 AND \(others) = ?2)
                        OR EXISTS (SELECT 1 FROM difference WHERE \(own) = ?2 AND \(others) = ?1)
                    """), arguments: [one.id, other.id]) ?? false
    }
}
