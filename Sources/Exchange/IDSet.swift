/// Ids of records, in little memory however many they are: the import of a long file notes each of its records.
struct IDSet {
    /// A bit for each of 64 ids that follow one another, as those of new records do.
    private var words: [Int64: UInt64] = [:]

    mutating func insert(_ id: Int64) { words[id >> 6, default: 0] |= 1 << UInt64(id & 63) }

    func contains(_ id: Int64) -> Bool { words[id >> 6].map { $0 >> UInt64(id & 63) & 1 == 1 } ?? false }
}
