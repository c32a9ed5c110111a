internal import GRDB
package import Sales

/// Who is here already, under a name, number or address that is being typed. Asked at every key, so by indexes only, and never for
/// more than some hundred rows.
package struct Twin: Sendable, Equatable {
    package var ref: Ref
    package var title: String
    /// The company of a contact; the city of a company.
    package var detail: String
    /// The name is the same letter by letter, but for case, accents and width.
    package var isExact: Bool
}

extension Transaction {
    /// Contacts or companies of nearly that name, at most three, those of the very name first.
    package func twins(_ kind: Kind, named name: String, except own: Int64 = 0) throws -> [Twin] {
        let isCompany = kind == .company
        let core = Likeness.core(of: name, isCompany: isCompany)
        guard core.count >= 2 else { return [] }
        let plain = folded(name)
        var found: [Int64: String] = [:]
        func take(_ rows: [Row]) {
            for row in rows { found[row[0]] = row[1] }
        }
        var keys = [plain, core] + Likeness.turned(core) + Likeness.spellings(of: core)
        let words = core.split(separator: " ")
        if words.count > 1 {
            keys.append(words.reversed().joined(separator: " "))
            keys.append(([words[words.count - 1]] + words.dropLast()).joined(separator: " "))
            keys.append((words.dropFirst() + [words[0]]).joined(separator: " "))
            keys.append(words.last! + ", " + words.dropLast().joined(separator: " "))
        }
        // One letter off at the beginning is looked up letter by letter, at the end by what it begins with.
        if core.utf8.allSatisfy({ $0 < 0x80 }) {
            keys += Likeness.variants(of: core)
            if core.count >= 5 {
                take(try rows(kind, beginning: SortKey.of(String(core.prefix(core.count / 2 + 1))), 200))
            }
            for syllables in Likeness.syllables(of: core) where !isCompany {
                take(try homophones(kind, syllables))
            }
        } else if Pinyin.pinyin(of: core).count == core.count {
            take(try homophones(kind, Pinyin.pinyin(of: core).map(\.letters)))
        }
        if isCompany {
            // What follows the name, its legal form, is not known.
            take(try rows(kind, beginning: SortKey.of(core), 100))
            take(try rows(kind, beginning: SortKey.of(String(core.prefix(3))), 200))
        }
        take(try rows(kind, keys: keys.map(key)))
        let alike = found.filter {
            $0.key != own
                && Likeness.areAlike(
                    cores: core, Likeness.core(of: $0.value, isCompany: isCompany), isCompany: isCompany)
        }
        let ordered = alike.sorted {
            (folded($0.value) != plain ? 1 : 0, $0.key) < (folded($1.value) != plain ? 1 : 0, $1.key)
        }
        return try ordered.prefix(3).map {
            try twin(Ref(kind, $0.key), title: $0.value, isExact: folded($0.value) == plain)
        }
    }

    /// Contacts or companies with that telephone number, however it is written.
    package func twins(_ kind: Kind, phone number: String, except own: Int64 = 0) throws -> [Twin] {
        guard PhoneDigits(number).digits.utf8.count >= 5 else { return [] }
        return try twins(kind, of: ids(kind, phone: number), except: own)
    }

    /// Contacts or companies with that e-mail address.
    package func twins(_ kind: Kind, email address: String, except own: Int64 = 0) throws -> [Twin] {
        guard address.contains("@") else { return [] }
        return try twins(kind, of: ids(kind, email: address), except: own)
    }

    private func twins(_ kind: Kind, of ids: [Int64], except own: Int64) throws -> [Twin] {
        try ids.lazy.filter { $0 != own }.prefix(3).map { id in
            try twin(Ref(kind, id), title: title(of: Ref(kind, id)), isExact: true)
        }
    }

    private func twin(_ ref: Ref, title: String, isExact: Bool) throws -> Twin {
        let sql =
            ref.kind == .contact
            ? "SELECT c.name FROM contact p JOIN company c ON c.id = p.company_id WHERE p.id = ?"
            : "SELECT city FROM address WHERE company_id = ? ORDER BY ordinal LIMIT 1"
        let detail = try String.fetchOne(database.cachedStatement(sql: sql), arguments: [ref.id]) ?? ""
        return Twin(ref: ref, title: title, detail: detail, isExact: isExact)
    }

    /// The sort key of a name that is folded already.
    private func key(_ name: String) -> String {
        name.utf8.allSatisfy { $0 < 0x80 && !(48...57).contains($0) } ? name : SortKey.of(name)
    }

    private func rows(_ kind: Kind, keys: [String]) throws -> [Row] {
        // One statement for all of them: some hundred look-ups of an index.
        let list =
            "["
            + Set(keys).map { "\"" + $0.filter { $0 != "\"" && $0 != "\\" && $0 >= " " } + "\"" }.joined(separator: ",")
            + "]"
        return try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT r.id, r.name FROM json_each(?) k JOIN \(kind.table)_state s ON s.sort_key = k.value
                        JOIN \(kind.table) r ON r.id = s.\(kind.table)_id LIMIT 200
                    """), arguments: [list])
    }

    private func rows(_ kind: Kind, beginning key: String, _ limit: Int) throws -> [Row] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT r.id, r.name FROM \(kind.table)_state s JOIN \(kind.table) r ON r.id = s.\(kind.table)_id
                    WHERE s.sort_key >= ?1 AND s.sort_key < ?1 || char(1114111) ORDER BY s.sort_key LIMIT ?2
                    """), arguments: [key, limit])
    }

    /// Names of Han characters that read so. The sort key of each is its letters, its tone and itself: from one to the next one jumps
    /// in the index, over all tones and characters.
    private func homophones(_ kind: Kind, _ syllables: [String]) throws -> [Row] {
        var jumps = 80
        var keys: [String] = []
        let next = try database.cachedStatement(
            sql:
                "SELECT sort_key FROM \(kind.table)_state WHERE sort_key >= ?1 AND sort_key < ?2 ORDER BY sort_key LIMIT 1"
        )
        func search(_ prefix: String, _ rest: ArraySlice<String>) throws {
            guard let first = rest.first else { return keys.append(prefix) }
            let letters = prefix + (first.hasSuffix("v") ? first.dropLast() + "u" : first[...])
            var from = letters + "1"
            while jumps > 0, let key = try String.fetchOne(next, arguments: [from, letters + ":"]) {
                jumps -= 1
                let taken = key.unicodeScalars.prefix(letters.unicodeScalars.count + 2)
                let step = String(String.UnicodeScalarView(taken))
                try search(step, rest.dropFirst())
                from = step + "\u{10FFFF}"
            }
        }
        try search("", syllables[...])
        return try rows(kind, keys: keys)
    }
}
