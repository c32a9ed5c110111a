internal import CSQLite

/// The changes of a changeset as the bytes that they are, to leave out those that do not matter: SQLite would have to be asked for each
/// value. https://www.sqlite.org/src/doc/trunk/ext/session/sqlite3session.c says how they are laid out.
struct RawChange {
    let table: String
    let operation: Changeset.Change.Operation
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    /// Where the values begin: those before the change, of a new row those that it has.
    fileprivate let start: Int

    /// A whole number that is known; of an update only the key and what changed.
    func integer(_ column: Int) -> Int64? {
        var place = start
        for _ in 0..<column { place = bytes.end(ofValueAt: place) ?? place }
        guard Int32(bytes[place]) == SQLITE_INTEGER else { return nil }
        return bytes[place + 1..<place + 9].reduce(0) { $0 << 8 | Int64($1) }
    }
}

extension Changeset {
    /// Goes through all changes.
    ///
    /// - Returns: false when the bytes are no changes.
    @discardableResult
    func forEachRaw(_ body: (RawChange) -> Void) -> Bool {
        walk { change, _, _ in body(change) }
    }

    /// The changes for which the answer is true; nil when the bytes are no changes.
    func filtered(_ keeps: (RawChange) -> Bool) -> Changeset? {
        var kept: [UInt8] = []
        var last = -1
        let isWhole = walk { change, header, range in
            guard keeps(change) else { return }
            if header.lowerBound != last { kept += bytes[header] }
            last = header.lowerBound
            kept += bytes[range]
        }
        return isWhole ? Changeset(bytes: kept) : nil
    }

    /// Hands over each change, where the head of its table stands, and where it stands itself.
    private func walk(_ body: (RawChange, Range<Int>, Range<Int>) -> Void) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var place = 0
            var header = 0..<0
            var columns = 0
            var table = ""
            while place < bytes.count {
                let begin = place
                if bytes[place] == UInt8(ascii: "T") {
                    guard let (count, next) = bytes.length(at: place + 1), next + count < bytes.count,
                        let end = bytes[(next + count)...].firstIndex(of: 0)
                    else { return false }
                    columns = count
                    table = String(decoding: bytes[next + count..<end], as: UTF8.self)
                    place = end + 1
                    header = begin..<place
                    continue
                }
                let operation: Change.Operation
                switch Int32(bytes[place]) {
                case SQLITE_INSERT: operation = .insert
                case SQLITE_UPDATE: operation = .update
                case SQLITE_DELETE: operation = .delete
                default: return false
                }
                place += 2
                let start = place
                for _ in 0..<(operation == .update ? 2 : 1) * columns {
                    guard let end = bytes.end(ofValueAt: place) else { return false }
                    place = end
                }
                body(RawChange(table: table, operation: operation, bytes: bytes, start: start), header, begin..<place)
            }
            return true
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where the value ends that begins there; nil when it is none, or not all of it is there.
    fileprivate func end(ofValueAt place: Int) -> Int? {
        guard place < count else { return nil }
        let end: Int
        switch Int32(self[place]) {
        case 0, SQLITE_NULL: end = place + 1
        case SQLITE_INTEGER, SQLITE_FLOAT: end = place + 9
        case SQLITE_TEXT, SQLITE_BLOB:
            guard let (length, next) = length(at: place + 1) else { return nil }
            end = next + length
        default: return nil
        }
        return end <= count ? end : nil
    }

    /// A length, seven bits a byte, and where it ends.
    fileprivate func length(at place: Int) -> (Int, Int)? {
        var length = 0
        for place in place..<place + 5 {
            guard place < count else { return nil }
            length = length << 7 | Int(self[place] & 0x7F)
            if self[place] < 0x80 { return (length, place + 1) }
        }
        return nil
    }
}
