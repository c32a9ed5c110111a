import Foundation
import Testing

/// The pages under docs/: what the program makes is what is checked in, twice the same, and no link leads nowhere.
struct DocumentationTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    /// The program, beside the bundle of the tests.
    static let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("kontor")

    /// Has the program write its pages into a new folder; a table or column without a description is an error of it.
    private func generate(zone: String) throws -> [String: String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kontor-docs-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let process = Process()
        process.executableURL = Self.program
        process.arguments = ["generate-docs", folder.path]
        // A person's own settings must not get into the pages.
        process.environment = [
            "HOME": folder.path, "TZ": zone, "LANG": "de_CH.UTF-8", "KONTOR_CURRENCY": "CHF",
            "KONTOR_NOW": "2001-02-03 04:05", "SWIFT_BACKTRACE": "enable=no",
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let paths = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        var pages: [String: String] = [:]
        for path in paths.split(separator: "\n") {
            let name = String(path.dropFirst(folder.path.count + 1))
            pages[name] = try String(contentsOfFile: String(path), encoding: .utf8)
        }
        return pages
    }

    @Test func pagesAreThoseCheckedIn() throws {
        let pages = try generate(zone: "America/New_York")
        #expect(Set(pages.keys).isSuperset(of: ["kontor.1", "keys.md", "file.md", "screens/today-80x24.svg"]))
        for (name, text) in pages.sorted(by: { $0.key < $1.key }) {
            let page = Self.root.appending(path: "docs/" + name)
            #expect(
                try text == String(contentsOf: page, encoding: .utf8), "docs/\(name) is old; `make docs` writes it anew"
            )
        }
    }

    @Test func pagesAreTheSameAnywhere() throws {
        #expect(try generate(zone: "Asia/Shanghai") == generate(zone: "Pacific/Honolulu"))
    }

    @Test func picturesAreWellFormed() throws {
        for (name, text) in try generate(zone: "UTC") where name.hasSuffix(".svg") {
            #expect(text.hasPrefix("<svg ") && text.hasSuffix("</svg>\n"), "\(name)")
            #expect(text.count { $0 == "<" } == text.count { $0 == ">" }, "\(name)")
            let texts = text.matches(of: /<text x="([0-9 ]+)" y="[0-9]+"[^>]*>([^<]*)<\/text>/)
            #expect(texts.count > 30, "\(name)")
            for found in texts {
                let word = found.2.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(
                    "&amp;", with: "&")
                let places = found.1.split(separator: " ").count
                // Every letter has a place of its own; what follows a last place combines with that letter.
                let rest = word.unicodeScalars.dropFirst(places)
                #expect(places <= word.unicodeScalars.count && rest.allSatisfy { !$0.isASCII }, "\(name): \(word)")
            }
        }
    }

    static let pages: [String] = {
        let names = FileManager.default.enumerator(atPath: root.appending(path: "docs").path)?.compactMap {
            $0 as? String
        }
        return ["README.md", "CHANGELOG.md"]
            + (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { "docs/" + $0 }
    }()

    @Test(arguments: pages) func linksLeadSomewhere(page: String) throws {
        let file = Self.root.appending(path: page)
        let text = try String(contentsOf: file, encoding: .utf8)
        for link in text.matches(of: /\]\(([^)#\s]+)(#[^)]*)?\)/).map({ String($0.1) }) where !link.hasPrefix("http") {
            let target = file.deletingLastPathComponent().appending(path: link)
            #expect(FileManager.default.fileExists(atPath: target.path), "\(page) links to \(link)")
        }
        #expect(!text.contains("\t"), "\(page) holds a tab")
    }
}
