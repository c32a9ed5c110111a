internal import GRDB
import Sales

/// The search texts of those records of each kind that were in touch last, or are the newest: whoever types a word asks for them
/// at every letter, and they are read once. They hold as long as the file is not changed. Used by one thread at a time, as all that a
/// pane has.
package final class LatestTexts: @unchecked Sendable {
    struct Text {
        let id: Int64
        let bytes: [UInt8]
    }

    /// So many of a kind.
    private static let most = 256
    private var state: FileState?
    private var known: [Kind: [Text]] = [:]
    /// The words of what was found by the letters before: much of it is found again.
    let memory = WordMemory()

    package init() {}

    /// Reads those of one more kind, before anybody asks for them.
    ///
    /// - Returns: whether there is one more to read.
    package func prepare(in transaction: Transaction) throws -> Bool {
        let now = try transaction.state
        guard let next = Finding.kinds.first(where: { state != now || known[$0] == nil }) else { return false }
        // Given up when a key waits: what is read then is asked for by that key, or the next time.
        _ = try transaction.patiently(until: nil) { try of(next, in: transaction) }
        return true
    }

    /// The latest first.
    func of(_ kind: Kind, in transaction: Transaction) throws -> [Text] {
        let now = try transaction.state
        if state != now { (state, known) = (now, [:]) }
        if let texts = known[kind] { return texts }
        guard let index = SearchIndex.of(kind) else { return [] }
        let list = ListDefinition.of(kind)
        let order =
            switch kind {
            case .contact: "s.last_contact DESC, \(list.id) DESC"
            case .company, .opportunity: "\(list.id) DESC"
            default: "\(list.key) DESC, \(list.id) DESC"
            }
        var texts: [Text] = []
        try BoundStatement(
            """
            SELECT latest.id, t.search FROM (SELECT \(list.id) AS id FROM \(list.base) ORDER BY \(order) LIMIT \(Self.most)) latest
            CROSS JOIN \(index.state) t ON t.\(index.id) = latest.id
            """, transaction.database
        ).forEach([]) { row in
            if let id = row[0].integer { texts.append(Text(id: id, bytes: Array((row[1].text ?? "").utf8))) }
        }
        known[kind] = texts
        return texts
    }
}
