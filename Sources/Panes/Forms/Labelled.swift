import Sales

/// A number or an address with its label in one field: `mobile 138 0013 8000`, `work ada@lovell.com`, 手机 138….
struct Labelled: Equatable {
    var label: String
    var text: String

    init(label: String = "", text: String) {
        self.label = label
        self.text = text
    }

    /// An address: what stands before its last space is the label.
    static func address(_ typed: String) -> Labelled {
        let typed = typed.trimmingSpaces()
        guard let space = typed.lastIndex(of: " ") else { return Labelled(text: typed) }
        return Labelled(label: plain(typed[..<space]), text: String(typed[typed.index(after: space)...]))
    }

    /// A number: what stands before its first digit, `+` or bracket is the label.
    static func number(_ typed: String) -> Labelled {
        let typed = typed.trimmingSpaces()
        let start = typed.firstIndex { $0.isNumber || "+＋(（".contains($0) }
        guard let start, start > typed.startIndex else { return Labelled(text: typed) }
        return Labelled(label: plain(typed[..<start]), text: String(typed[start...]))
    }

    private static func plain(_ label: Substring) -> String {
        var label = label.trimmingSpaces()
        while let last = label.last, ":：".contains(last) { label.removeLast() }
        return label.trimmingSpaces()
    }

    /// As it is typed.
    var typed: String { label.isEmpty ? text : label + " " + text }
}

extension Phone {
    var labelled: Labelled { Labelled(label: label, text: number) }
}

extension Email {
    var labelled: Labelled { Labelled(label: label, text: address) }
}
