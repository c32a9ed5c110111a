import Foundation
import Testing

/// A place of its own for one test: a folder, a file in it, a fixed time, and the built program as a child process.
final class Desk: Sendable {
    struct Answer {
        var status: Int32
        var output: String
        var error: String
        /// Bytes of standard output, for what is no text.
        var bytes: Data

        /// Standard error without its last line break; a second line break inside is a defect.
        var sentence: String { error.hasSuffix("\n") ? String(error.dropLast()) : error }
    }

    /// The program, beside the bundle of the tests.
    static let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("kontor").path

    let folder: String
    let file: String

    init() {
        folder = NSTemporaryDirectory() + "kontor-tests-" + UUID().uuidString
        try! FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        file = folder + "/office.db"
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Runs one command on the file and waits for its end.
    ///
    /// - Parameters:
    ///   - file: nil for the default place.
    ///   - output: where standard output goes; by itself it is read back.
    @discardableResult
    func run(
        _ arguments: [String], file: String? = "", output: String? = nil, environment: [String: String] = [:]
    ) throws -> Answer {
        let process = try start(arguments, file: file, output: output, environment: environment)
        process.process.waitUntilExit()
        return try process.answer()
    }

    @discardableResult
    func callAsFunction(_ arguments: String...) throws -> Answer { try run(arguments) }

    struct Running {
        let process: Process
        let output: String
        let error: String

        func answer() throws -> Answer {
            let bytes = output.hasPrefix("/dev/") ? Data() : try Data(contentsOf: URL(fileURLWithPath: output))
            let status =
                process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
            return Answer(
                status: status, output: String(decoding: bytes, as: UTF8.self),
                error: try String(contentsOfFile: error, encoding: .utf8), bytes: bytes)
        }
    }

    func start(
        _ arguments: [String], file: String? = "", output: String? = nil, environment: [String: String] = [:]
    ) throws -> Running {
        let id = UUID().uuidString
        let outputPath = output ?? "\(folder)/\(id).out"
        let errorPath = "\(folder)/\(id).err"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Desk.program)
        process.arguments = arguments
        var variables = [
            "KONTOR_NOW": "2026-11-21 14:05", "TZ": "Asia/Shanghai", "HOME": folder, "PATH": "/usr/bin:/bin",
            "SWIFT_BACKTRACE": "enable=no",
        ]
        if let file { variables["KONTOR_DB"] = file.isEmpty ? self.file : file }
        process.environment = variables.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        if output == nil { _ = FileManager.default.createFile(atPath: outputPath, contents: nil) }
        _ = FileManager.default.createFile(atPath: errorPath, contents: nil)
        process.standardOutput = FileHandle(forWritingAtPath: outputPath)!
        process.standardError = FileHandle(forWritingAtPath: errorPath)!
        try process.run()
        return Running(process: process, output: outputPath, error: errorPath)
    }

    /// A small office to work on: c1 and c2 of k1, o1, f1, m1, n1.
    func furnish() throws { try Desk.furnished.get().write(to: URL(fileURLWithPath: file)) }

    /// The bytes of that office, made once for all tests.
    private static let furnished = Result {
        let desk = Desk()
        for line in [
            [
                "add", "contact", "王伟", "--phone", "138 0013 8000", "--company", "Müller GmbH", "--status", "customer",
                "--tag",
                "fair;vip",
            ],
            ["add", "contact", "Ada Lovell", "--company", "müller gmbh", "--email", "ada@example.com"],
            [
                "add", "opportunity", "Pumps", "--company", "Müller GmbH", "--contact", "王伟", "--amount", "CNY 120,000",
                "--close", "eom",
            ],
            ["add", "follow-up", "c1", "--due", "fri 10:00", "--subject", "quote"],
            ["add", "meeting", "Demo", "--at", "tue 9:00", "--minutes", "60", "--with", "王伟"],
            ["add", "note", "c2", "met at the fair"],
        ] {
            let answer = try desk.run(line)
            if answer.status != 0 {
                throw CocoaError(.fileWriteUnknown, userInfo: [NSLocalizedDescriptionKey: answer.error])
            }
        }
        return try Data(contentsOf: URL(fileURLWithPath: desk.file))
    }

    /// `list KIND --json`, parsed.
    func records(_ kind: String, _ filter: String = "") throws -> [[String: Any]] {
        let answer = try run(["list", kind, "--json"] + (filter.isEmpty ? [] : [filter]))
        return try #require(try JSONSerialization.jsonObject(with: answer.bytes) as? [[String: Any]])
    }
}

/// The permissions of a file, as `0o600`.
func mode(_ path: String) throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
}
