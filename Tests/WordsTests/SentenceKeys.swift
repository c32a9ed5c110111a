import Foundation

/// The keys of all sentences in the sources, as `Phrase` makes them while the program runs.
struct SentenceKeys {
    /// Each with a file that says it.
    private(set) var files: [String: String] = [:]

    init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources")
        let names = FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []
        for name in names.sorted() where name.hasSuffix(".swift") {
            let source = Array(try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8))
            for start in Self.begins(in: source, name) {
                var reader = Reader(source, at: start)
                files[reader.literal()] = name
            }
        }
    }

    /// Where literals begin that are sentences: what is given to `say`, what an entry of the journal is called, and the labels of
    /// fields and columns, which stand behind their names.
    private static func begins(in source: [Character], _ name: String) -> [Int] {
        let isData = name.hasPrefix("Sales/") || name.hasPrefix("Storage/")
        var begins: [Int] = []
        // `label: "…"`, `meaning: "…"`
        for index in source.indices.dropFirst(7).dropLast(3) where isData && source[index] == ":" {
            let word = String(source[index - 7..<index])
            if word.hasSuffix("label") || word == "meaning", String(source[index + 1...index + 2]) == " \"" {
                begins.append(index + 2)
            }
        }
        for index in source.indices where source[index] == "(" {
            let word = String(source[..<index].suffix(24).reversed().prefix { $0.isLetter || $0 == "." }.reversed())
            var start = index + 1
            while source[start].isWhitespace { start += 1 }
            guard source[start] == "\"" else { continue }
            if sayers.contains(word) || isData && word == "write" {
                begins.append(start)
            } else if isData, labelled.contains(word) || word.hasSuffix(".Column") {
                var reader = Reader(source, at: start)
                _ = reader.literal()
                if reader.skipComma(), reader.isAtLiteral { begins.append(reader.at) }
            }
        }
        return begins
    }

    private static let sayers: Set = ["say", "Phrase", "RecurrenceError", "store.write"]
    private static let labelled: Set = [
        ".text", ".choice", ".flag", ".number", ".integer", ".money", ".percent", ".day", ".requiredDay", ".instant",
        ".requiredInstant", ".reference", ".requiredReference", ".birthday", ".ids", ".list", "ListColumn", "Column",
        "ListField", ".init", "Part", "Row", "Field",
    ]

    /// Reads Swift literals as far as the sources go.
    private struct Reader {
        let source: [Character]
        var at: Int

        init(_ source: [Character], at: Int) { (self.source, self.at) = (source, at) }

        var isAtLiteral: Bool { source[at] == "\"" }

        mutating func skipComma() -> Bool {
            guard source[at] == "," else { return false }
            at += 1
            while source[at].isWhitespace { at += 1 }
            return true
        }

        /// The key of a literal, behind which the reader then stands.
        mutating func literal() -> String {
            let isLong = String(source[at..<at + 3]) == "\"\"\""
            at += isLong ? 3 : 1
            var key = ""
            var values = 0
            while !(isLong ? String(source[at..<at + 3]) == "\"\"\"" : source[at] == "\"") {
                if source[at] != "\\" {
                    key.append(source[at])
                    at += 1
                    continue
                }
                at += 2
                switch source[at - 1] {
                case "(":
                    values += 1
                    let parts = arguments()
                    key += parts.count == 3 ? "{\(values):\(parts[1])|\(parts[2])}" : "{\(values)}"
                case "n": key += "\n"
                case "t": key += "\t"
                case "u":
                    let digits = String(source[(at + 1)...].prefix { $0 != "}" })
                    key.unicodeScalars.append(Unicode.Scalar(UInt32(digits, radix: 16)!)!)
                    at += digits.count + 2
                case "\n": while source[at] == " " { at += 1 }
                default: key.append(source[at - 1])
                }
            }
            at += isLong ? 3 : 1
            return isLong ? Self.unindented(key) : key
        }

        /// The arguments of an interpolation; those that are literals by what they say.
        private mutating func arguments() -> [String] {
            var parts = [""]
            var depth = 1
            while true {
                switch source[at] {
                case "\"":
                    parts[parts.count - 1] += literal()
                    continue
                case "(", "[", "{": depth += 1
                case ")", "]", "}": depth -= 1
                default: break
                }
                at += 1
                if depth == 0 { return parts }
                if depth == 1, source[at - 1] == "," {
                    parts.append("")
                    while source[at].isWhitespace { at += 1 }
                } else {
                    parts[parts.count - 1].append(source[at - 1])
                }
            }
        }

        private static func unindented(_ text: String) -> String {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let indent = lines.last?.count ?? 0
            return lines.dropFirst().dropLast().map { String($0.dropFirst(indent)) }.joined(separator: "\n")
        }
    }
}
