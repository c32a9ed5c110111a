import Formats
import Foundation
import Words

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that is to be brought in: opened as often as it must be read, and recognised by what it holds.
struct InputFile {
    enum Format { case table, cards, json, calendar }

    let path: String
    let format: Format
    /// In bytes; nil for what comes from a pipe.
    let size: Int?
    private let reached = Reached()
    /// What can be read only once (a pipe) is kept whole.
    private let bytes: [UInt8]?

    /// - Throws: `ExchangeError` when there is no such file, or it holds nothing that can be brought in.
    init(_ path: String) throws {
        self.path = path
        let file = try InputFile.open(path)
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw InputFile.error(path) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw ExchangeError.usage(say("\(visible(path)) is a folder; name the files in it."))
        case S_IFREG:
            bytes = nil
            size = Int(status.st_size)
        default:
            bytes = try InputFile.all(file, path)
            size = nil
        }
        let sample = try bytes.map { Array($0.prefix(Limits.sample)) } ?? InputFile.read(file, path)
        if sample.isEmpty { throw ExchangeError.data(path, FileProblem(reason: say("The file is empty."))) }
        format = try InputFile.format(sample, path)
    }

    /// Whether it may be read again and again, as a pipe may not.
    static func isFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// The bytes from the begin.
    func source() throws -> ByteSource {
        if let bytes { return Formats.source(of: bytes) }
        let handle = Handle(try InputFile.open(path))
        return { [path, reached] in
            let piece = try InputFile.read(handle.file, path)
            reached.bytes += piece.count
            return piece.isEmpty ? nil : piece
        }
    }

    /// Bytes that were read so far, of all times that it was opened.
    private final class Reached { var bytes = 0 }

    /// How much of the work is done.
    ///
    /// - Parameter isSurveyed: whether it is looked through before it is taken in, which takes a tenth of the time.
    func fraction(isSurveyed: Bool = false) -> Double? {
        size.map { size in
            if size == 0 { return 1 }
            let looked = min(reached.bytes, size)
            let taken = isSurveyed ? min(reached.bytes - looked, size) : looked
            return (Double(taken) * 0.9 + Double(looked) * 0.1) / Double(size)
        }
    }

    /// Closes the file when nobody reads from it any more.
    private final class Handle {
        let file: Int32
        init(_ file: Int32) { self.file = file }
        deinit { close(file) }
    }

    private static func format(_ sample: [UInt8], _ path: String) throws -> Format {
        if let name = picture(sample) {
            throw ExchangeError.data(
                path, FileProblem(reason: say("This is \(name), not a table, vCard, calendar or JSON.")))
        }
        let wide = sample.filter { $0 != 0 }
        let start = String(decoding: wide.prefix(2000), as: UTF8.self).uppercased()
        let first = wide.drop { $0 <= 0x20 || $0 >= 0x80 }.first
        // Either may hold the other.
        if let calendar = start.range(of: "BEGIN:VCALENDAR")?.lowerBound,
            start.range(of: "BEGIN:VCARD").map({ calendar < $0.lowerBound }) ?? true
        {
            return .calendar
        }
        if [".ics", ".vcs", ".ical"].contains(where: path.lowercased().hasSuffix), !start.contains("BEGIN:VCARD") {
            return .calendar
        }
        if start.contains("BEGIN:VCARD") || path.lowercased().hasSuffix(".vcf") { return .cards }
        if first == UInt8(ascii: "[") || (first == UInt8(ascii: "{") && !start.hasPrefix("{\\"))
            || path.lowercased().hasSuffix(".json")
        {
            return .json
        }
        let controls = sample.count { $0 < 9 || (14..<32).contains($0) && $0 != 27 }
        let isWide =
            (try? TextDetection(sample: sample))?.encoding == .utf16LE
            || (try? TextDetection(sample: sample))?.encoding == .utf16BE
        if !isWide, controls * 20 > sample.count {
            throw ExchangeError.data(path, FileProblem(reason: say("This is not text.")))
        }
        return .table
    }

    private static func picture(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return say("a picture (PNG)") }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return say("a picture (JPEG)") }
        if bytes.starts(with: Array("GIF8".utf8)) { return say("a picture (GIF)") }
        if bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46]) { return say("a program") }
        return nil
    }

    // MARK: - The system

    private static func open(_ path: String) throws -> Int32 {
        let file = Foundation.open(path, O_RDONLY | O_CLOEXEC)
        if file < 0 { throw error(path) }
        return file
    }

    private static func read(_ file: Int32, _ path: String) throws -> [UInt8] {
        var piece = [UInt8](repeating: 0, count: Limits.sample)
        while true {
            let count = Foundation.read(file, &piece, piece.count)
            if count >= 0 { return Array(piece[..<count]) }
            if errno != EINTR { throw error(path) }
        }
    }

    private static func all(_ file: Int32, _ path: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let piece = try read(file, path)
            if piece.isEmpty { return bytes }
            bytes += piece
            if bytes.count > Limits.file {
                throw ExchangeError.data(
                    path, FileProblem(reason: say("More than 200 MB come from there; bring them in as a file.")))
            }
        }
    }

    private static func error(_ path: String) -> ExchangeError {
        let code = errno
        switch code {
        case ENOENT: return .system(say("There is no file \(visible(path))."))
        case EACCES, EPERM: return .system(say("\(visible(path)) may not be read: check its permissions."))
        case EISDIR: return .usage(say("\(visible(path)) is a folder; name the files in it."))
        default: return .system(say("\(visible(path)) cannot be read: \(String(cString: strerror(code)))."))
        }
    }
}
