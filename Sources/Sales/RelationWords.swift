import Words

/// What people are to one another, and how the same is said from the other side.
package enum RelationWords {
    /// Said of the one, and of the other.
    private static let pairs = [
        ("reports to", "leads"), ("referred by", "referred"), ("assistant of", "assisted by"), ("family", "family"),
        ("friend", "friend"), ("former colleague", "former colleague"), ("汇报给", "领导"), ("介绍人是", "介绍了"),
        ("助理于", "助理是"), ("家人", "家人"), ("朋友", "朋友"), ("前同事", "前同事"),
    ]

    /// The words that are proposed, from both sides: in English, and in Chinese.
    package static var all: [[String]] {
        var seen: Set<String> = []
        let words = pairs.flatMap { [$0.0, $0.1] }.filter { seen.insert($0).inserted }
        let isEnglish = { (word: String) in word.utf8.allSatisfy { $0 < 0x80 } }
        return [words.filter(isEnglish), words.filter { !isEnglish($0) }]
    }

    /// The same from the other side; nil for a word that is not among these.
    package static func inverse(of word: String) -> String? {
        let plain = folded(word)
        for (one, other) in pairs {
            if folded(one) == plain { return other }
            if folded(other) == plain { return one }
        }
        return nil
    }

    /// `mentors/is mentored by` is both sides of a relation that is not known yet; without the second side it is the same from both.
    package static func sides(_ typed: String) -> (word: String, inverse: String?) {
        let parts = typed.split(maxSplits: 1, omittingEmptySubsequences: false) { "/／".contains($0) }
            .map { String($0).trimmingSpaces() }
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return (typed.trimmingSpaces(), nil) }
        return (parts[0], parts[1])
    }
}
