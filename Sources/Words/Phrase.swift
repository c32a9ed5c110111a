/// A sentence that a user reads, kept as a key and its values, so that another language is a table of keys.
///
/// `"\(count, "deal", "deals") of \(name)"` has the key `{1:deal|deals} of {2}`.
package struct Phrase: ExpressibleByStringInterpolation, Sendable, Hashable {
    package var key: String
    package var values: [String]
    /// Tells apart what has one word in English and several in another language: the key of the other table in place of `key`.
    private(set) var meaning: String?

    package init(key: String, values: [String]) {
        self.key = key
        self.values = values
    }

    /// - Parameter meaning: a fuller text that is said of nothing else: `Name of a person`.
    package init(_ text: String, meaning: String) {
        self.init(key: text, values: [])
        self.meaning = meaning
    }

    /// A word of ours in one of its senses: a *call* as an action is still to be made.
    package init(word: String, as sense: String) {
        self.init(key: "{1}", values: [word])
        meaning = "\(word) (\(sense))"
    }

    package init(stringLiteral value: String) {
        key = value
        values = []
    }

    package init(stringInterpolation parts: Parts) {
        key = parts.key
        values = parts.values
    }

    package struct Parts: StringInterpolationProtocol {
        var key = ""
        var values: [String] = []

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) { key += literal }

        package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            values.append(value.description)
            key += "{\(values.count)}"
        }

        /// A number with its noun: `\(3, "deal", "deals")` reads "3 deals".
        package mutating func appendInterpolation(_ count: Int, _ one: String, _ other: String) {
            values.append(String(count))
            key += "{\(values.count):\(one)|\(other)}"
        }
    }
}

/// The sentence as the user reads it. Every text that a user reads passes here, once.
package func say(_ phrase: Phrase) -> String {
    switch Language.current {
    case .english: fill(phrase.key, with: phrase.values)
    case .chinese: Chinese.say(phrase)
    }
}

/// Puts the values into the places of a sentence: `{1}` is the first value, `{1:deal|deals}` a number and its noun, `{1*}` a word of
/// ours in the language of the sentence.
func fill(_ sentence: String, with values: [String]) -> String {
    if values.isEmpty { return sentence }
    var result = ""
    var rest = sentence[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        result += rest[..<open]
        let place = rest[rest.index(after: open)..<close].split(separator: ":", maxSplits: 1)
        if let number = place.first.flatMap({ Int($0) }), values.indices.contains(number - 1) {
            result += values[number - 1]
            if place.count == 2 {
                let nouns = place[1].split(separator: "|", maxSplits: 1)
                result += " " + (values[number - 1] == "1" ? nouns[0] : nouns[nouns.count - 1])
            }
        } else if let word = place.first, word.last == "*", let number = Int(word.dropLast()),
            values.indices.contains(number - 1)
        {
            result += Chinese.word(values[number - 1])
        } else {
            result += rest[open...close]
        }
        rest = rest[rest.index(after: close)...]
    }
    return result + rest
}
