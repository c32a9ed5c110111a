/// Whether two names may mean the same person or company: for the warning while a name is typed.
package enum Likeness {
    /// True for the same letters whatever their case and accents, given and family name the other way round, one letter off, Han
    /// that reads the same, Han and its pinyin; of companies also with another legal form.
    package static func areAlike(_ a: String, _ b: String, isCompany: Bool = false) -> Bool {
        areAlike(cores: core(of: a, isCompany: isCompany), core(of: b, isCompany: isCompany), isCompany: isCompany)
    }

    /// The same of what `core(of:isCompany:)` made of the names.
    package static func areAlike(cores a: String, _ b: String, isCompany: Bool = false) -> Bool {
        if a.isEmpty || b.isEmpty { return false }
        if a == b { return true }
        if !isCompany, words(of: a).sorted() == words(of: b).sorted() { return true }
        func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }
        if isASCII(a), isASCII(b) { return isOneLetterOff(a, b) }
        let (readA, readB) = (Pinyin.spelled(a), Pinyin.spelled(b))
        switch (readA.isEmpty, readB.isEmpty) {
        case (false, false): return (readA == readB && a.count == b.count) || (!isCompany && turned(a).contains(b))
        case (false, true): return spellings(of: a).contains(b)
        case (true, false): return spellings(of: b).contains(a)
        case (true, true): return isOneLetterOff(a, b)
        }
    }

    /// Keys of which two names that are alike have at least one in common: to find them among many without comparing each with each.
    ///
    /// - Parameter core: what `core(of:isCompany:)` made of the name.
    package static func keys(of core: String, isCompany: Bool) -> Set<String> {
        if core.isEmpty { return [] }
        var keys: Set<String> = [core, words(of: core).sorted().joined(separator: " ")]
        let read = Pinyin.spelled(core)
        if !read.isEmpty {
            // Han by how it reads and how its pinyin is written.
            keys.formUnion([read + "\(core.count)"] + turned(core) + spellings(of: core))
        }
        let letters = Array(core)
        guard (5...64).contains(letters.count) else { return keys }
        // One letter off: the same when a letter is left out.
        for place in letters.indices { keys.insert(String(letters[..<place] + letters[(place + 1)...])) }
        return keys
    }

    /// A Han name with its surname at the other end.
    package static func turned(_ name: String) -> [String] {
        guard (2...4).contains(name.count) else { return [] }
        return [name.suffix(1) + name.dropLast(), name.dropFirst() + name.prefix(1)].map(String.init)
    }

    /// The name without marks, and of a company without its legal form: `ACME Co., Ltd.` → `acme`, 上海艾克米有限公司 → 上海艾克米.
    package static func core(of name: String, isCompany: Bool) -> String {
        // `S.A.` is one word, `Lovell, Ada` are two.
        let plain = folded(name).replacing(".", with: "").replacing("'", with: "")
        var words = words(of: plain)
        guard isCompany else { return words.joined(separator: " ") }
        while words.count > 1, let last = words.last, legalForms.contains(last) { words.removeLast() }
        if let last = words.last, let form = hanForms.first(where: { last.hasSuffix($0) && last.count > $0.count + 1 })
        {
            words[words.count - 1] = String(last.dropLast(form.count))
            return core(of: words.joined(separator: " "), isCompany: true)
        }
        return words.joined(separator: " ")
    }

    /// How a Han name is written in Latin letters: `wang weiming`, `weiming wang`, `wang wei ming`.
    package static func spellings(of name: String) -> [String] {
        let syllables = Pinyin.pinyin(of: name).map(\.letters)
        guard syllables.count > 1 else { return syllables }
        let given = syllables.dropFirst().joined()
        var all = [
            syllables[0] + " " + given, given + " " + syllables[0], syllables.joined(separator: " "),
            syllables.joined(),
        ]
        if syllables.count > 2 {
            // Two characters may be the surname.
            let (double, rest) = (syllables[..<2].joined(), syllables[2...].joined())
            all += [double + " " + rest, rest + " " + double]
        }
        return all
    }

    /// The syllables of a name in pinyin, in the orders in which they may be meant: `weiming wang` → wang wei ming. Empty for what is
    /// no pinyin.
    package static func syllables(of name: String) -> [[String]] {
        let parts = words(of: folded(name)).map { parted(Array($0.utf8)) }
        guard !parts.isEmpty, parts.allSatisfy({ !$0.isEmpty }) else { return [] }
        let orders =
            parts.count > 1 ? [parts, Array(parts[1...]) + [parts[0]], [parts.last!] + parts.dropLast()] : [parts]
        var seen: Set<[String]> = []
        return orders.map { $0.flatMap { $0 } }.filter {
            (2...mostSyllables).contains($0.count) && seen.insert($0).inserted
        }
    }

    /// Names that are one letter off in their first half: what to look up where the rest is found by its beginning.
    package static func variants(of name: String) -> [String] {
        let letters = Array(name)
        guard (5...40).contains(letters.count) else { return [] }
        var all: Set<String> = []
        func add(_ head: ArraySlice<Character>, _ middle: String, _ tail: ArraySlice<Character>) {
            all.insert(String(head) + middle + String(tail))
        }
        for place in 0...letters.count / 2 {
            let head = letters[..<place]
            add(head, "", letters[(place + 1)...])
            add(head, String([letters[place + 1], letters[place]]), letters[(place + 2)...])
            for letter in "abcdefghijklmnopqrstuvwxyz" {
                add(head, String(letter), letters[(place + 1)...])
                add(head, String(letter), letters[place...])
            }
        }
        all.remove(name)
        return Array(all)
    }

    /// A letter more or less, another one, or two the other way round; names of fewer than five letters are too short for that.
    static func isOneLetterOff(_ a: String, _ b: String) -> Bool {
        let (x, y) = (Array(a), Array(b))
        guard abs(x.count - y.count) <= 1, min(x.count, y.count) >= 5 else { return false }
        let same = zip(x, y).prefix { $0 == $1 }.count
        let (restX, restY) = (x[same...], y[same...])
        if restX.count == restY.count {
            if restX.dropFirst() == restY.dropFirst() { return true }
            return restX.count > 1 && restX.dropFirst(2) == restY.dropFirst(2) && restX.first == restY.dropFirst().first
                && restY.first == restX.dropFirst().first
        }
        return restX.count > restY.count ? restX.dropFirst() == restY : restX == restY.dropFirst()
    }

    private static func words(of text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// No name has more.
    private static let mostSyllables = 6
    /// In letters: `zhuang`.
    private static let longestSyllable = 6

    /// A word of pinyin as its syllables, the longest first; empty when it is none, or too long for a name. In the time of its
    /// length: trying one way after another would take for ever on `nananananananananananax`.
    private static func parted(_ word: [UInt8]) -> [String] {
        if word.count > mostSyllables * longestSyllable { return [] }
        // At each place the longest syllable behind which the rest can be parted, too.
        var found: [String?] = Array(repeating: nil, count: word.count)
        for start in word.indices.reversed() {
            for length in stride(from: min(longestSyllable, word.count - start), to: 0, by: -1)
            where start + length == word.count || found[start + length] != nil {
                let syllable = String(decoding: word[start..<start + length], as: UTF8.self)
                guard knownSyllables.contains(syllable) else { continue }
                found[start] = syllable
                break
            }
        }
        var syllables: [String] = []
        var start = 0
        while start < word.count {
            guard let syllable = found[start] else { return [] }
            syllables.append(syllable)
            start += syllable.utf8.count
        }
        return syllables
    }

    private static let knownSyllables: Set<String> = {
        PinyinTable.syllables.withUTF8Buffer { all in
            Set(
                stride(from: 0, to: all.count - 5, by: 6).map { start in
                    String(decoding: all[start..<start + 6].prefix { $0 != 46 }, as: UTF8.self)
                })
        }
    }()

    private static let legalForms: Set<String> = [
        "ltd", "limited", "inc", "incorporated", "llc", "llp", "lp", "corp", "corporation", "co", "company", "gmbh",
        "mbh",
        "ag", "kg", "ohg", "ug", "ev", "se", "sa", "sarl", "sas", "srl", "spa", "bv", "nv", "as", "asa", "ab", "oy",
        "oyj",
        "aps", "plc", "pte", "pty", "kk", "kft", "doo", "sro", "holding", "group", "und", "and",
    ]

    private static let hanForms = [
        "股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "株式会社", "集团", "公司",
    ]
}
