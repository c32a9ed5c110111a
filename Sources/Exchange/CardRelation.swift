import Formats
import Sales

/// What a person is to another or to a company, in cards: a line of ours that says all of it, and in 4.0 a `RELATED` (RFC 6350,
/// 6.6.6) for others.
struct CardRelation: Hashable {
    static let name = CardExport.prefix + "RELATION"

    var word: String
    var inverse: String
    /// Of the other one.
    var uid: String

    /// - Parameter uid: of the other one.
    init(_ word: String, _ inverse: String, uid: String) {
        (self.word, self.inverse, self.uid) = (word, inverse, uid)
    }

    /// Nil for any other line.
    init?(_ line: ContentLine) {
        let parts = ContentText.parts(line.value)
        guard line.name == Self.name, parts.count == 3, !parts[0].isEmpty else { return nil }
        (word, inverse, uid) = (parts[0], parts[1], parts[2])
    }

    func lines(_ version: CardVersion) -> [ContentLine] {
        let own = ContentLine(Self.name, parts: [word, inverse, uid])
        guard version == .four, let type else { return [own] }
        let link = CardExport.name(of: uid)
        let form = link == uid ? [ContentLine.Parameter(name: "VALUE", values: ["text"])] : []
        return [own, ContentLine("RELATED", text: link, parameters: [.init(name: "TYPE", values: [type])] + form)]
    }

    /// As everybody knows it; nil for what has no word there.
    private var type: String? {
        switch folded(word) {
        case "family", "家人": "kin"
        case "friend", "朋友": "friend"
        case "former colleague", "前同事": "colleague"
        case "reports to", "leads", "汇报给", "领导": "co-worker"
        default: nil
        }
    }
}
