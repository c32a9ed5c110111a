/// The text of a settings file: lines of `key = value`, comments and blank lines, which is the part of TOML that settings need.
/// Changing one leaves every other line as it is.
package struct SettingsFile: Sendable {
    package struct Entry: Sendable, Hashable {
        package var key: String
        package var value: String
        /// From 1.
        package var line: Int
    }

    private var lines: [String]
    package private(set) var entries: [Entry] = []
    /// A sentence for each line that could not be read; such a line says nothing.
    package private(set) var problems: [String] = []

    package init(_ text: String) {
        let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        if lines.last == "" { lines.removeLast() }
        for (index, line) in lines.enumerated() {
            do throws(SettingError) {
                guard let (key, value, _) = try SettingsFile.parts(of: line) else { continue }
                if let first = entries.first(where: { $0.key == key }) {
                    throw SettingError(say("\(key) stands already in line \(first.line)"))
                }
                entries.append(Entry(key: key, value: value, line: index + 1))
            } catch {
                problems.append(say("line \(index + 1): \(error.description)"))
            }
        }
    }

    package var text: String { lines.map { $0 + "\n" }.joined() }

    /// Sets a key in the line where it stands, whose comment stays, or in a new one at the end; nil takes the line away.
    package mutating func set(_ key: String, to value: String?) {
        let old = entries.first { $0.key == key }
        switch (old, value) {
        case (nil, nil): return
        case (let old?, nil): lines.remove(at: old.line - 1)
        case (nil, let value?): lines.append("\(key) = \(SettingsFile.written(value))")
        case (let old?, let value?):
            let line = lines[old.line - 1]
            if let range = (try? SettingsFile.parts(of: line))??.range {
                lines[old.line - 1] =
                    line[..<range.lowerBound] + SettingsFile.written(value) + line[range.upperBound...]
            }
        }
        self = SettingsFile(text)
    }

    /// A value as TOML writes it: a flag and a list bare, all else in quotes.
    private static func written(_ value: String) -> String {
        switch value {
        case "on": "true"
        case "off": "false"
        case _ where list(value) != nil: value
        default: "\"" + value.escaping("\\", as: "\\\\").escaping("\"", as: "\\\"") + "\""
        }
    }

    /// A list of texts as TOML writes it in one line.
    static func written(_ list: [String]) -> String { "[" + list.map { written($0) }.joined(separator: ", ") + "]" }

    /// The texts of a list that is written so; nil for anything else.
    static func list(_ text: String) -> [String]? {
        var rest = text[...]
        guard let list = try? list(&rest), rest.allSatisfy({ $0 == " " }) else { return nil }
        return list
    }

    private static func list(_ rest: inout Substring) throws(SettingError) -> [String] {
        var list: [String] = []
        var isFirst = true
        func next() -> Character? {
            rest = rest.drop { $0 == " " || $0 == "\t" }
            return rest.first
        }
        guard next() == "[" else { throw SettingError(say("a list begins with [")) }
        rest = rest.dropFirst()
        while let letter = next() {
            if letter == "]" {
                rest = rest.dropFirst()
                return list
            }
            if !isFirst {
                guard letter == "," else { break }
                rest = rest.dropFirst()
                if next() == "]" { continue }
            }
            isFirst = false
            guard let quote = next(), quote == "\"" || quote == "'" else { break }
            list.append(try quoted(&rest, quote))
        }
        throw SettingError(say("a list stands in one line, each text of it in quotes: [\"dialer\", \"{number}\"]"))
    }

    /// Key, value, and where the value stands; nil for a line that says nothing.
    private static func parts(of line: String) throws(SettingError) -> (
        key: String, value: String, range: Range<String.Index>
    )? {
        var rest = line[...]
        func skipBlanks() { rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "\r" } }
        func isNameLetter(_ letter: Character) -> Bool {
            letter.isASCII && (letter.isLetter || letter.isNumber) || letter == "_" || letter == "-"
        }
        skipBlanks()
        if rest.isEmpty || rest.first == "#" { return nil }
        if rest.first == "[" { throw SettingError(say("there are no [sections] among the settings")) }
        let key = rest.prefix(while: isNameLetter)
        rest = rest[key.endIndex...]
        skipBlanks()
        guard !key.isEmpty, rest.first == "=" else {
            throw SettingError(say("a setting is written as theme = \"dark\""))
        }
        rest = rest.dropFirst()
        skipBlanks()
        let start = rest.startIndex
        let value: String
        if let quote = rest.first, quote == "\"" || quote == "'" {
            value = try quoted(&rest, quote)
        } else if rest.first == "[" {
            value = written(try list(&rest))
        } else {
            let word = rest.prefix { $0 != " " && $0 != "\t" && $0 != "\r" && $0 != "#" }
            rest = rest[word.endIndex...]
            guard ["true", "false"].contains(word) || (!word.isEmpty && word.allSatisfy { $0.isASCII && $0.isNumber })
            else {
                let shown = word.isEmpty ? "" : visible(String(word))
                throw SettingError(say("a value stands in quotes: \(String(key)) = \"\(shown)\""))
            }
            value = String(word)
        }
        let range = start..<rest.startIndex
        skipBlanks()
        if !rest.isEmpty, rest.first != "#" {
            throw SettingError(say("“\(visible(String(rest)))” stands behind the value; a comment begins with #"))
        }
        return (String(key), value, range)
    }

    /// The text between two quotes, with the escapes of TOML that make sense in one line.
    private static func quoted(_ rest: inout Substring, _ quote: Character) throws(SettingError) -> String {
        rest = rest.dropFirst()
        var value = ""
        while let letter = rest.popFirst() {
            if letter == quote { return value }
            if letter == "\\", quote == "\"" {
                switch rest.popFirst() {
                case "\"": value.append("\"")
                case "\\": value.append("\\")
                default: throw SettingError(say("behind \\ in quotes only \" and \\ may stand"))
                }
            } else {
                value.append(letter)
            }
        }
        throw SettingError(say("the quote is not closed"))
    }
}
