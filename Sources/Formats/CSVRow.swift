/// A row of a table: its cells as UTF-8 in one piece of memory, which is used again for the next row.

package struct CSVRow: Sendable {
    /// The physical line, from 1, on which the row begins.
    package internal(set) var line = 0
    var bytes: [UInt8] = []
    /// Where each cell ends in `bytes`.
    var ends: [Int] = []
    /// Whether a cell stands in quotes: `""` is an empty cell, a blank line is none.
    var hasQuotes = false

    package init() {}

    package var count: Int { ends.count }

    /// The text of a cell, from 0.
    package subscript(_ index: Int) -> String {
        String(decoding: utf8(index), as: UTF8.self)
    }

    /// The UTF-8 of a cell, from 0, without copying it.
    package func utf8(_ index: Int) -> ArraySlice<UInt8> {
        bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    package func isEmpty(_ index: Int) -> Bool {
        ends[index] == (index == 0 ? 0 : ends[index - 1])
    }

    package var cells: [String] { (0..<count).map { self[$0] } }

    /// The number of cells up to the last one that is not empty.
    var filledCount: Int {
        var count = count
        while count > 0, isEmpty(count - 1) { count -= 1 }
        return count
    }

    mutating func clear(line: Int) {
        self.line = line
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        hasQuotes = false
    }

    mutating func truncate(to count: Int) {
        if count >= ends.count { return }
        ends.removeLast(ends.count - count)
        bytes.removeLast(bytes.count - (ends.last ?? 0))
    }
}
