/// Keys, and how they are written in tables, tests and help.

/// One key as it was struck. Ctrl-C is `escape`; Ctrl-I, -M and -[ are `tab`, `enter` and `escape`, as on every terminal.
package enum Key: Hashable, Sendable {
    case character(Character)
    /// With Ctrl; a lower-case letter.
    case control(Character)
    /// With Alt.
    case alt(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// Ctrl with an arrow.
    case wordLeft, wordRight
    /// Ctrl with Home and End.
    case textStart, textEnd
    case function(Int)

    /// The keys of a notation such as `jj<Enter>c<C-s>`: names in angle brackets, everything else stands for itself. A `<`
    /// that begins no name is the key `<`; `<lt>` is always that key.
    package static func parse(_ notation: String) -> [Key] {
        var keys: [Key] = []
        var rest = notation[...]
        while let first = rest.first {
            if first == "<", let close = rest.firstIndex(of: ">") {
                if let key = named(String(rest[rest.index(after: rest.startIndex)..<close])) {
                    keys.append(key)
                    rest = rest[rest.index(after: close)...]
                    continue
                }
            }
            keys.append(.character(first))
            rest.removeFirst()
        }
        return keys
    }

    private static let names: [(name: String, key: Key)] = [
        ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("S-Tab", .backTab), ("BS", .backspace), ("Del", .delete),
        ("Ins", .insert), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home),
        ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown), ("C-Left", .wordLeft), ("C-Right", .wordRight),
        ("C-Home", .textStart), ("C-End", .textEnd), ("Space", .character(" ")), ("lt", .character("<")),
    ]

    private static func named(_ name: String) -> Key? {
        if let known = names.first(where: { $0.name == name }) { return known.key }
        if name.hasPrefix("F"), let number = Int(name.dropFirst()), (1...12).contains(number) {
            return .function(number)
        }
        if name.count == 3, name.hasPrefix("C-") { return .control(Character(name.suffix(1).lowercased())) }
        if name.count == 3, name.hasPrefix("A-") { return .alt(name.last!) }
        return nil
    }

    /// As the hint bar and the manual write it: `Enter`, `Ctrl-S`, `Space`, `c`.
    package var name: String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .control(let letter): "Ctrl-" + letter.uppercased()
        case .alt(let character): "Alt-" + String(character)
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .backspace: "Backspace"
        case .delete: "Delete"
        case .insert: "Insert"
        case .up: Glyphs.up
        case .down: Glyphs.down
        case .left: Glyphs.left
        case .right: Glyphs.right
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .wordLeft: "Ctrl-" + Glyphs.left
        case .wordRight: "Ctrl-" + Glyphs.right
        case .textStart: "Ctrl-Home"
        case .textEnd: "Ctrl-End"
        case .function(let number): "F\(number)"
        }
    }

    /// The same key as if the input method were off: the full-width `：？／。` and the Chinese brackets stand on the keys of
    /// `:?/.<>[]`.
    package var narrow: Key {
        guard case .character(let character) = self, let scalar = character.unicodeScalars.first,
            character.unicodeScalars.count == 1
        else { return self }
        switch scalar.value {
        case 0x3000: return .character(" ")
        case 0x3001: return .character("/")  // 、 is on the key of the slash
        case 0x3002: return .character(".")
        case 0x300A: return .character("<")
        case 0x300B: return .character(">")
        case 0x3010: return .character("[")
        case 0x3011: return .character("]")
        case 0xFF01...0xFF5E: return .character(Character(Unicode.Scalar(scalar.value - 0xFEE0)!))
        default: return self
        }
    }

    /// Whether it is a Han character, which only an input method types.
    package var isHan: Bool {
        guard case .character(let character) = self, let value = character.unicodeScalars.first?.value else {
            return false
        }
        return (0x3400...0x4DBF).contains(value) || (0x4E00...0x9FFF).contains(value)
            || value >= 0x20000
                && value < 0x40000
    }
}
