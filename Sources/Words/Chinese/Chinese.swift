/// What Kontor says in Chinese.
enum Chinese {
    static func say(_ phrase: Phrase) -> String {
        // A word of ours that stands alone.
        if phrase.key == "{1}" { return phrase.meaning.flatMap { words[$0] } ?? word(phrase.values[0]) }
        return fill(sentences[phrase.meaning ?? phrase.key] ?? phrase.key, with: phrase.values)
    }

    /// One of `words` in Chinese, at the begin of an English sentence, too; anything else as it is.
    static func word(_ word: String) -> String { words[word] ?? words[word.lowercased()] ?? word }

    /// Chinese sentences by their keys. `{1}` is the place of a value, `{1*}` of a value that is one of `words`.
    static let sentences = read(chineseSentences)
    /// Kinds, states and whatever else is said by a word that the file or the command line knows in English.
    static let words = read(chineseWords)

    /// Reads a table: the key, the Chinese under it, an empty line; `\n` is a line break, `\\` a backslash.
    private static func read(_ table: StaticString) -> [String: String] {
        table.withUTF8Buffer { bytes in
            var all: [String: String] = [:]
            all.reserveCapacity(2000)
            var key: String?
            for line in bytes.split(separator: 10) {
                let text = unescaped(String(decoding: line, as: UTF8.self))
                if let last = key { all[last] = text }
                key = key == nil ? text : nil
            }
            return all
        }
    }

    private static func unescaped(_ line: String) -> String {
        guard line.utf8.contains(0x5C) else { return line }
        var text = ""
        var isEscaped = false
        for character in line {
            if character == "\\", !isEscaped {
                isEscaped = true
                continue
            }
            text.append(isEscaped && character == "n" ? "\n" : character)
            isEscaped = false
        }
        return text
    }
}
