import Foundation

/// Real files of many programs, in the folder that KONTOR_CORPUS names; the tests over them are skipped without it.
enum Corpus {
    static let folder = ProcessInfo.processInfo.environment["KONTOR_CORPUS"]
    static let isThere = folder != nil

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder! + "/" + path)))
    }

    /// The files in a folder and below it, by their suffix, as paths for `bytes`.
    static func files(_ under: String, _ suffixes: String...) -> [String] {
        guard let folder else { return [] }
        let all = FileManager.default.enumerator(atPath: folder + "/" + under)
        return (all?.allObjects as? [String] ?? []).filter { path in suffixes.contains { path.hasSuffix($0) } }
            .map { under + "/" + $0 }.sorted()
    }
}

extension String {
    var bytes: [UInt8] { Array(utf8) }
}

extension [UInt8] {
    var text: String { String(decoding: self, as: UTF8.self) }
}

/// The same numbers in every run.
struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
