import Formats
import Words

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The way out: standard output in large pieces, each checked; standard error one sentence at a time.
final class Output {
    /// The reader of a pipe went away (`kontor list … | head`): no reason to complain.
    enum ReaderGone: Error { case gone }

    private static let pieceSize = 64 * 1024
    private var bytes: [UInt8] = []
    private let isTerminal = isatty(STDOUT_FILENO) == 1

    /// One line that may hold foreign text.
    func line(_ text: String = "") {
        bytes += visible(text).utf8
        bytes.append(0x0A)
    }

    /// Several lines of the program's own.
    func text(_ text: String) {
        bytes += visible(text, keepingLines: true).utf8
        if !text.hasSuffix("\n") { bytes.append(0x0A) }
    }

    /// Data for another program, as it is; a terminal gets it made safe.
    func data(_ data: [UInt8]) throws {
        bytes += isTerminal ? Array(visible(String(decoding: data, as: UTF8.self), keepingLines: true).utf8) : data
        try spill()
    }

    /// Records as an array of JSON.
    func json(_ records: some Sequence<JSON>) throws {
        var array = JSONArray(self)
        for record in records { try array.add(record) }
        try array.end()
    }

    /// Writes when enough has gathered.
    func spill() throws { if bytes.count >= Self.pieceSize { try flush() } }

    /// Writes all.
    func flush() throws {
        let all = bytes
        bytes.removeAll(keepingCapacity: true)
        try all.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = write(STDOUT_FILENO, buffer.baseAddress! + done, buffer.count - done)
                if count >= 0 {
                    done += count
                } else if errno == EPIPE {
                    throw ReaderGone.gone
                } else if errno != EINTR && errno != EAGAIN {
                    throw Failure.system(
                        say("Standard output cannot be written: \(String(cString: strerror(errno)))."))
                }
            }
        }
    }

    /// One sentence on standard error, at once.
    static func complain(_ sentence: String) {
        let bytes = Array((visible(sentence) + "\n").utf8)
        _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress!, $0.count) }
    }
}

/// An array of JSON that is written record by record. Even invisible characters are escapes in it.
struct JSONArray {
    private let output: Output
    private var writer = JSONWriter()

    init(_ output: Output) { self.output = output }

    mutating func add(_ record: JSON) throws {
        writer.record(record)
        try output.data(escaped(writer.take()))
    }

    mutating func end() throws {
        writer.endRecords()
        try output.data(escaped(writer.take()))
    }

    /// What could command a terminal stands in strings only, where an escape says the same.
    private func escaped(_ json: [UInt8]) -> [UInt8] {
        // The writer has escaped what is dangerous in ASCII.
        if json.allSatisfy({ $0 < 0x80 }) { return json }
        let text = String(decoding: json, as: UTF8.self)
        if visible(text, keepingLines: true) == text { return json }
        var result: [UInt8] = []
        for scalar in text.unicodeScalars {
            let character = String(scalar)
            if scalar == "\n" || visible(character) == character {
                result += character.utf8
            } else {
                for unit in character.utf16 {
                    let digits = String(unit, radix: 16)
                    result += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
                }
            }
        }
        return result
    }
}
