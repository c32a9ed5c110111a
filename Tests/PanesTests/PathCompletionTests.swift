import Foundation
import PaneKit
import Testing

@testable import Panes

/// The path of a file while it is typed.
@Suite struct PathCompletionTests {
    private static func texts(_ typed: String, in names: [String]) throws -> [String] {
        let home = NSTemporaryDirectory() + "paths-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: home) }
        for name in names {
            let path = home + "/" + name
            let folder = name.hasSuffix("/") ? path : String(path[..<path.lastIndex(of: "/")!])
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            if !name.hasSuffix("/") { try Data().write(to: URL(fileURLWithPath: path)) }
        }
        let paths = PathCompletion(home: home, endings: ["csv", "vcf"])
        return paths.completions(typed.replacing("HOME", with: home)).map { $0.text.replacing(home, with: "HOME") }
    }

    private static let names = [
        "客户资料/客户名单.csv", "Leads 2026/trade fair.csv", "Leads 2026/.hidden.csv", "readme.md", "zoo.csv", ".config/",
        "客户.csv",
    ]

    @Test(arguments: [
        ("~", ["~/"]),
        ("~/", ["~/客户.csv", "~/zoo.csv", "~/客户资料/", "~/Leads 2026/", "~/readme.md"]),
        ("~/lead", ["~/Leads 2026/"]),
        ("~/Leads 2026/", ["~/Leads 2026/trade fair.csv"]),
        ("~/Leads 2026/.", ["~/Leads 2026/.hidden.csv"]),
        ("~/.", ["~/.config/"]),
        ("~/客", ["~/客户.csv", "~/客户资料/"]),
        ("~/客户资料/客", ["~/客户资料/客户名单.csv"]),
        ("HOME/zo", ["HOME/zoo.csv"]),
        // A path that is pasted behind what stands there begins anew.
        ("~/HOME/zo", ["HOME/zoo.csv"]), ("~/~/zo", ["~/zoo.csv"]),
        ("~/nothing", []),
    ])
    func completions(typed: String, expected: [String]) throws {
        let found = try PathCompletionTests.texts(typed, in: PathCompletionTests.names)
        #expect(Set(found) == Set(expected), "\(typed)")
        // Files that can be read come first, then folders.
        #expect(found.first == expected.first)
    }

    @Test func whatIsMeant() {
        let paths = PathCompletion(home: "/home/ada", endings: [])
        #expect(paths.path("~/a b.csv ") == "/home/ada/a b.csv")
        #expect(paths.path("~//tmp/x.csv") == "/tmp/x.csv")
        #expect(paths.path("/tmp/~x.csv") == "/tmp/~x.csv")
        #expect(paths.short("/home/ada/x") == "~/x")
        #expect(paths.short("/home/adam/x") == "/home/adam/x")
    }
}
