// swift-tools-version:6.1
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    // What is generic in one module and used in another is compiled for the type that it is used with.
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

/// A module of Kontor: its folder under Sources/, and the only modules that it may import.
func module(_ name: String, _ imports: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: imports, swiftSettings: strict)
}

/// The tests of a module, in the folder of the same name under Tests/.
func tests(_ name: String, _ imports: [Target.Dependency], exclude: [String] = [], resources: [Resource] = [])
    -> Target
{
    .testTarget(
        name: name, dependencies: imports, exclude: exclude, resources: resources, swiftSettings: strict)
}

let package = Package(
    name: "kontor",
    platforms: [.macOS(.v13)],
    products: [.executable(name: "kontor", targets: ["kontor"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        // C libraries of the system.
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"]), .brew(["ncurses"])]),
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),

        // From what everybody may use, up to the program.
        module("Words", []),
        module("Sales", ["Words"]),
        module("Storage", ["Sales", "Words", "CSQLite", .product(name: "GRDB", package: "GRDB.swift")]),
        module("Formats", ["Sales", "Words"]),
        module("Exchange", ["Formats", "Storage", "Sales", "Words"]),
        module("Demo", ["Storage", "Sales", "Words"]),
        module("Screen", ["Words"]),
        module("Terminal", ["Screen", "Words", "CNcurses"]),
        module("PaneKit", ["Screen", "Words"]),
        module("Panes", ["PaneKit", "Screen", "Demo", "Exchange", "Storage", "Sales", "Words"]),
        .executableTarget(
            name: "kontor",
            dependencies: [
                "Panes", "PaneKit", "Terminal", "Screen", "Exchange", "Demo", "Formats", "Storage", "Sales", "Words",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        tests("WordsTests", ["Words"]),
        tests("SalesTests", ["Sales", "Words"]),
        tests("StorageTests", ["Storage", "Sales", "Words", "CSQLite"]),
        tests("FormatsTests", ["Formats", "Sales", "Words"]),
        tests("ExchangeTests", ["Exchange", "Formats", "Storage", "Sales", "Words"]),
        tests("DemoTests", ["Demo", "Storage", "Sales", "Words"]),
        tests("ScreenTests", ["Screen", "Words"]),
        tests("PaneKitTests", ["PaneKit", "Screen", "Words"], exclude: ["Screens"]),
        tests(
            "PanesTests", ["Panes", "PaneKit", "Screen", "Exchange", "Demo", "Storage", "Sales", "Words"],
            exclude: ["Screens"]),
        tests("CommandTests", ["Words"]),
        tests("DocsTests", ["Words"]),
    ]
)
