import PaneKit
import Sales
import Screen
import Storage
import Words

/// What is proposed while a field is typed: records by their names, and words that were used before.

/// A word in the forms in which it is typed.
struct KnownWord {
    var text: String
    private var forms: [String]

    init(_ text: String) {
        self.text = text
        let plain = folded(text)
        forms =
            [plain]
            + [true, false].flatMap { isName in
                [Pinyin.spelled(text, isName: isName), Pinyin.initials(text, isName: isName)]
            }.filter { !$0.isEmpty }
        // The words after the first one.
        forms += plain.split(separator: " ").dropFirst().map(String.init)
    }

    /// - Parameter typed: folded.
    func begins(with typed: String) -> Bool { forms.contains { $0.hasPrefix(typed) } }
}

extension Office {
    /// Records of a kind whose name begins with or holds what was typed.
    ///
    /// - Parameter makes: whether one that is not there can be made; then that is the last proposal.
    func records(_ kind: Kind, makes: Bool = true) -> (String) -> [FormField.Completion] {
        { typed in
            let words = typed.trimmingSpaces()
            guard !words.isEmpty else { return [] }
            var found =
                (try? self.store.read { transaction in
                    try transaction.records(kind, beginning: words, limit: 7).map {
                        FormField.Completion($0.name, detail: $0.detail, value: String($0.ref.id))
                    }
                }) ?? []
            if found.count < 7 {
                let seen = Set(found.map(\.value))
                found += self.holding(kind, words).filter { !seen.contains($0.value) }.prefix(7 - found.count)
            }
            let plain = folded(words)
            if let same = found.firstIndex(where: { folded($0.text) == plain }) {
                found.insert(found.remove(at: same), at: 0)
            } else if makes, !found.isEmpty {
                found.append(FormField.Completion(words, detail: say("new, made on saving")))
            }
            return found
        }
    }

    /// Records that hold the words anywhere: in a nickname, an address, a number.
    private func holding(_ kind: Kind, _ words: String) -> [FormField.Completion] {
        let rows = (try? store.read { try $0.page(ListQuery(kind, Filter(holding: words)), limit: 7) }) ?? []
        let plain = folded(words)
        return rows.map { row in
            var texts = row.cells.prefix(2).map { if case .text(let text) = $0 { text } else { "" } }
            if texts.count < 2 { texts.append("") }
            // Somewhere inside of another name is not what one means without looking; a number is.
            let isLikely = !plain.contains(where: \.isLetter) || KnownWord(texts[0]).begins(with: plain)
            return FormField.Completion(
                texts[0], detail: texts[1], value: String(row.ref.id), isLikely: isLikely)
        }
    }

    /// Words of a field that begin with what was typed, most used first.
    func used(_ field: SuggestedField) -> (String) -> [FormField.Completion] {
        { typed in
            let plain = folded(typed)
            return self.words(field).lazy.filter { $0.begins(with: plain) }.prefix(7).map {
                FormField.Completion($0.text)
            }
        }
    }

    /// People with their parts, `王伟: decider`: the name is completed, then the part.
    ///
    /// - Parameters:
    ///   - field: the parts that were used before.
    ///   - who: proposes names.
    ///   - usual: the parts that there always are for a name, in English and in Chinese.
    func people(
        _ field: SuggestedField, who: @escaping (String) -> [FormField.Completion],
        usual: @escaping (String) -> [[String]]
    ) -> (String) -> [FormField.Completion] {
        { typed in
            let (name, part) = Office.part(of: typed)
            guard let part else { return who(name) }
            let typedPart = folded(part)
            // What one writes oneself comes first, then those that there always are, in the language of the name.
            let used = self.words(field)
            let isChinese = (name + part).unicodeScalars.contains { $0.value >= 0x2E80 }
            let usual = usual(name)
            let all = (isChinese ? usual.reversed() : usual).joined().map { KnownWord($0) }
            let known = used + all.filter { word in !used.contains { folded($0.text) == folded(word.text) } }
            return known.filter { $0.begins(with: typedPart) }.prefix(7).map {
                FormField.Completion("\(name): \($0.text)")
            }
        }
    }

    /// The parts in a deal that there always are: who decides, who buys, who uses, who is against it.
    static let usualParts = [["decider", "buyer", "user", "blocker"], ["决策人", "采购人", "使用人", "反对者"]]

    /// A name and what stands behind its colon.
    static func part(of piece: String) -> (name: String, part: String?) {
        guard let colon = piece.lastIndex(where: { ":：".contains($0) }) else { return (piece.trimmingSpaces(), nil) }
        return (String(piece[..<colon]).trimmingSpaces(), String(piece[piece.index(after: colon)...]).trimmingSpaces())
    }
}
