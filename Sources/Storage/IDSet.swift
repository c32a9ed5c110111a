/// A set of ids of records, a bit each: a file gives them one after the other, and a long import or search notes very many.
package struct IDSet: Sendable {
    /// Ids from here on, and negative ones, are nobody's but a hostile file's: room for all ids below them would be asked for.
    private static let usual: Int64 = 1 << 26
    private var words: [UInt64] = []
    private var others: Set<Int64> = []
    package private(set) var count = 0

    package init() {}

    package mutating func insert(_ id: Int64) {
        guard (0..<Self.usual).contains(id) else {
            if others.insert(id).inserted { count += 1 }
            return
        }
        let (word, bit) = (Int(id >> 6), UInt64(1) << UInt64(id & 63))
        if word >= words.count { words += Array(repeating: 0, count: word + 1 - words.count + words.count / 2) }
        if words[word] & bit == 0 {
            words[word] |= bit
            count += 1
        }
    }

    package func contains(_ id: Int64) -> Bool {
        guard (0..<Self.usual).contains(id) else { return others.contains(id) }
        let word = Int(id >> 6)
        return word < words.count && words[word] & (1 << UInt64(id & 63)) != 0
    }

    /// From the lowest on.
    var all: [Int64] {
        let usual: [Int64] = words.indices.flatMap { word in
            words[word] == 0
                ? [] : (0..<64).filter { words[word] & (1 << UInt64($0)) != 0 }.map { Int64(word * 64 + $0) }
        }
        return others.filter { $0 < 0 }.sorted() + usual + others.filter { $0 >= 0 }.sorted()
    }
}
