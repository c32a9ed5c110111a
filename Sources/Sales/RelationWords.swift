import Words

/// What people are to one another and to companies, and how the same is said from the other side.
package enum RelationWords {
    /// Said of the one, and of the other.
    private static let betweenPeople = [
        ("reports to", "leads"), ("referred by", "referred"), ("assistant of", "assisted by"), ("family", "family"),
        ("friend", "friend"), ("former colleague", "former colleague"), ("汇报给", "领导"), ("介绍人是", "介绍了"),
        ("助理于", "助理是"), ("家人", "家人"), ("朋友", "朋友"), ("前同事", "前同事"),
    ]

    /// Said of a person, and of the company.
    private static let toCompanies = [
        ("former company", "former employee"), ("adviser to", "advised by"), ("owner of", "owned by"),
        ("前公司", "前员工"), ("顾问于", "顾问是"), ("股东于", "股东是"),
    ]

    /// The words that are proposed for somebody, or for a company, in English and in Chinese.
    package static func usual(_ kind: Kind) -> [[String]] {
        var seen: Set<String> = []
        let people = betweenPeople.flatMap { [$0.0, $0.1] }.filter { seen.insert($0).inserted }
        let words = kind == .company ? toCompanies.map(\.0) : people
        let isEnglish = { (word: String) in word.utf8.allSatisfy { $0 < 0x80 } }
        return [words.filter(isEnglish), words.filter { !isEnglish($0) }]
    }

    /// The same from the other side; nil for a word that is not among these.
    package static func inverse(of word: String) -> String? {
        let plain = folded(word)
        for (one, other) in betweenPeople + toCompanies {
            if folded(one) == plain { return other }
            if folded(other) == plain { return one }
        }
        return nil
    }

    /// To whom a word says something: to people or to companies alone for those of ours, else to either.
    package static func kinds(_ typed: String) -> [Kind] {
        let plain = folded(sides(typed).word)
        if toCompanies.contains(where: { folded($0.0) == plain }) { return [.company] }
        return betweenPeople.contains { [$0.0, $0.1].map(folded).contains(plain) } ? [.contact] : [.contact, .company]
    }

    /// `mentors/is mentored by` is both sides of a relation that is not known yet; without the second side it is the same from both.
    package static func sides(_ typed: String) -> (word: String, inverse: String?) {
        let parts = typed.split(maxSplits: 1, omittingEmptySubsequences: false) { "/／".contains($0) }
            .map { String($0).trimmingSpaces() }
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return (typed.trimmingSpaces(), nil) }
        return (parts[0], parts[1])
    }
}
