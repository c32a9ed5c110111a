/// What is wrong in a file and where, in a sentence that the user reads.

package struct FileProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The physical line, from 1; nil when the whole file is meant.
    package var line: Int?
    package var reason: String

    package init(line: Int? = nil, reason: String) {
        self.line = line
        self.reason = reason
    }

    package var description: String {
        if let line { "line \(line): \(reason)" } else { reason }
    }
}

/// The problems of a file: the first ones in full, all of them counted, so that a file of nothing but problems fits.
package struct FileProblems: Sendable {
    package private(set) var list: [FileProblem] = []
    package private(set) var count = 0

    package init() {}

    package mutating func add(_ problem: FileProblem) {
        count += 1
        if list.count < Limits.problems { list.append(problem) }
    }

    package mutating func add(line: Int?, _ reason: String) {
        add(FileProblem(line: line, reason: reason))
    }
}

/// Where bytes come from, piece by piece; nil at the end. This module never opens a file itself.
package typealias ByteSource = () throws -> [UInt8]?

/// Bytes in memory as a source.
package func source(of bytes: [UInt8], pieces: Int = Limits.sample) -> ByteSource {
    var position = 0
    return {
        if position >= bytes.count { return nil }
        let end = min(position + max(1, pieces), bytes.count)
        defer { position = end }
        return Array(bytes[position..<end])
    }
}
