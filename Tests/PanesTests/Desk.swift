import Demo
import Foundation
import PaneKit
import Sales
import Screen
import Storage
import Words

@testable import Panes

/// The whole program without a terminal: typed at, looked at.
struct TestDesk {
    static let clock = Clock(zone: Zone("Asia/Shanghai")!, fixedAt: Instant("2026-11-20T06:05:00Z")!)

    /// Filled once, copied for each test. A store serves one caller at a time by itself.
    nonisolated(unsafe) private static let demo: Store = {
        // Whoever is first: the same file.
        try! Language.$ofTask.withValue(.english) {
            let store = try Store.inMemory(clock: clock, seed: 1)
            try DemoTerritory.fill(store, clock: clock)
            return store
        }
    }()

    let store: Store
    var app: App

    /// - Parameters:
    ///   - isDemo: whether the demo territory is in the file.
    ///   - dial: the program that dials.
    ///   - executable: what runs long work, in the place of Kontor itself.
    init(isDemo: Bool = true, width: Int = 80, height: Int = 24, dial: [String] = [], executable: String? = nil) throws
    {
        store = try isDemo ? TestDesk.demo.copyInMemory(seed: 2) : Store.inMemory(clock: TestDesk.clock, seed: 1)
        let office = Office(store: store, currency: "CNY")
        office.dialCommand = dial
        var program = office.program()
        if let executable { program.executable = executable }
        app = App(program: program, size: Size(width: width, height: height))
    }

    /// Types keys, and text between them as it is; then rests until nothing is left to do.
    mutating func type(_ keys: String) {
        app.type(keys)
        while app.isUnfinished { app.goOn() }
    }

    /// Types text that is no key notation.
    mutating func paste(_ text: String) { app.handle(.paste(text)) }

    var screen: String { app.draw().rows.joined(separator: "\n") }
}
