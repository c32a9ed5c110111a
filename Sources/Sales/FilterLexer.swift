/// Cuts a filter line into terms; knows signs and quotes, not fields.
struct FilterLexer {
    enum Comparison: String {
        case has = ":", equal = "=", less = "<", greater = ">", atMost = "<=", atLeast = ">="
    }

    struct Token {
        /// What stands before the sign; nil for a word.
        var field: String?
        var comparison = Comparison.has
        var value: String
        var isQuoted: Bool
        var isNegated = false
        var range: Range<Int>
        /// Where the value begins, with its quote.
        var valueAt = 0
    }

    private let characters: [Character]
    private var at = 0
    private var knowsFields = true

    init(_ line: String) { characters = Array(line) }

    /// - Parameter knowsFields: false where every sign is part of a word.
    static func tokens(_ line: String, knowsFields: Bool = true) -> [Token] {
        var lexer = FilterLexer(line)
        lexer.knowsFields = knowsFields
        var all: [Token] = []
        while let token = lexer.next() { all.append(token) }
        return all
    }

    private mutating func next() -> Token? {
        while at < characters.count, characters[at].isWhitespace { at += 1 }
        guard at < characters.count else { return nil }
        let start = at
        var isNegated = false
        if Self.isMinus(characters[at]), at + 1 < characters.count, !characters[at + 1].isWhitespace {
            isNegated = true
            at += 1
        }
        var field: String?
        var comparison = Comparison.has
        let beforeName = at
        if knowsFields, let name = takeName(), let sign = takeSign(name) {
            field = name
            comparison = sign
        } else {
            at = beforeName
        }
        let valueAt = at
        let (value, isQuoted) = takeValue()
        return Token(
            field: field, comparison: comparison, value: value, isQuoted: isQuoted, isNegated: isNegated,
            range: start..<at, valueAt: valueAt)
    }

    static func isMinus(_ character: Character) -> Bool { "-－−".contains(character) }

    /// A name begins with a letter: `10:30` is a word.
    private mutating func takeName() -> String? {
        let start = at
        guard characters[at].isLetter else { return nil }
        while at < characters.count, characters[at].isLetter || characters[at].isNumber || "_-".contains(characters[at])
        { at += 1 }
        return String(characters[start..<at])
    }

    private mutating func takeSign(_ name: String) -> Comparison? {
        guard at < characters.count else { return nil }
        let next = at + 1 < characters.count ? characters[at + 1] : " "
        let isFollowedByEqual = next == "=" || next == "＝"
        let sign: Comparison
        switch characters[at] {
        case ":", "：":
            // An address on the web is a word.
            if next == "/" { return nil }
            sign = .has
        case "=", "＝": sign = .equal
        case "<", "＜": sign = isFollowedByEqual ? .atMost : .less
        case ">", "＞": sign = isFollowedByEqual ? .atLeast : .greater
        case "≤": sign = .atMost
        case "≥": sign = .atLeast
        default: return nil
        }
        at += (sign == .atMost || sign == .atLeast) && isFollowedByEqual ? 2 : 1
        return sign
    }

    /// Up to the next space, or up to the closing quote; a quote that is not closed goes to the end of the line.
    private mutating func takeValue() -> (String, Bool) {
        guard at < characters.count else { return ("", false) }
        if let close = Self.closing(characters[at]) {
            at += 1
            let start = at
            while at < characters.count, !close.contains(characters[at]) { at += 1 }
            let value = String(characters[start..<at])
            if at < characters.count { at += 1 }
            return (value, true)
        }
        let start = at
        while at < characters.count, !characters[at].isWhitespace { at += 1 }
        return (String(characters[start..<at]), false)
    }

    private static func closing(_ open: Character) -> String? {
        switch open {
        case "\"", "＂": "\"＂"
        case "“", "”": "”“\""
        case "「": "」"
        default: nil
        }
    }
}
