import Demo
import Foundation
import PaneKit
import Sales
import Screen
import Storage
import Words

@testable import PaneKit
@testable import Panes

/// A monkey at the keyboard: random keys, pastes, bytes, sizes and mouse on the whole program, repeatable by its seed.
struct Monkey {
    private static let clock = Clock(zone: Zone("Asia/Shanghai")!, fixedAt: Instant("2026-11-20T06:05:00Z")!)
    /// Filled once, copied for each monkey.
    nonisolated(unsafe) private static let demo: Store = {
        let store = try! Store.inMemory(clock: clock, seed: 1)
        try! DemoTerritory.fill(store, clock: clock)
        return store
    }()

    /// What the panes see of the world besides the store.
    private final class World {
        var milliseconds = 0
        var drafts: [String: Draft] = [:]
    }

    /// What it did, and what of it must not be so.
    struct Trouble: Error, CustomStringConvertible {
        var description: String
    }

    private var random: SplitMix64
    private let world = World()
    let store: Store
    private(set) var app: App
    private var decoder = InputDecoder()
    /// The last things done, for whoever has to repeat them.
    private var log: [String] = []
    private(set) var events = 0
    /// The longest that one event and one drawing took, in milliseconds of this thread.
    private(set) var slowest = (milliseconds: 0, event: "")
    /// Says each event before it is done, for a crash.
    private let isTracing = ProcessInfo.processInfo.environment["KONTOR_MONKEY_TRACE"] != nil

    init(seed: UInt64) throws {
        random = SplitMix64(state: seed)
        // Seeds side by side would give the same numbers side by side.
        random = SplitMix64(state: random.next() ^ seed << 32)
        store = try Monkey.demo.copyInMemory(seed: seed)
        app = Monkey.start(store, world, Size(width: 80, height: 24))
    }

    private static func start(_ store: Store, _ world: World, _ size: Size) -> App {
        let drafts = Drafts(
            save: { world.drafts[$0.key] = $0 }, load: { world.drafts[$0] }, discard: { world.drafts[$0] = nil })
        var program = Office(store: store, currency: "CNY", drafts: drafts).program()
        // Whatever is started ends at once and says nothing.
        program.executable = "true"
        program.milliseconds = { world.milliseconds }
        return App(program: program, size: size)
    }

    // MARK: Doing something

    /// So many events, looked at now and then.
    mutating func play(_ count: Int) throws {
        for _ in 0..<count {
            try act()
            events += 1
            if events.isMultiple(of: 11) { try look() }
            if events.isMultiple(of: 500) { try compare() }
        }
        try look()
        try compare()
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    private mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }
    private mutating func one<T>(of items: [T]) -> T { items[number(0..<items.count)] }

    private mutating func act() throws {
        world.milliseconds += number(0..<200)
        switch number(0..<1000) {
        case ..<445: try press(boundKey())
        case ..<650: try handle(.key(one(of: Self.keys)))
        case ..<800: try write(one(of: Self.words))
        case ..<840: try handle(.paste(text()))
        case ..<880: try feed()
        case ..<930: try handle(.mouse(mouse()))
        case ..<960:
            world.milliseconds += 1000
            try handle(.tick)
        case ..<985: try resize()
        case ..<998: try press(Key.parse("<Esc><Esc>"))
        default: try leave()
        }
    }

    /// A key of the tables that hold now: of the pane on top, else of every pane.
    private mutating func boundKey() -> [Key] {
        let own = app.top?.actions ?? []
        let rows = own.isEmpty || chance(15) ? app.globalBindings.map(\.action) : own
        let keys = rows.flatMap(\.keys).filter { $0 != Key.parse("Q") }
        return keys.isEmpty ? [.escape] : one(of: keys)
    }

    private mutating func press(_ keys: [Key]) throws { for key in keys { try handle(.key(key)) } }

    private mutating func write(_ text: String) throws {
        for character in text { try handle(.key(.character(character))) }
        if chance(30) { try handle(.key(one(of: [.enter, .tab, .control("s")]))) }
    }

    /// Bytes as a terminal, or a line with noise on it, sends them; in pieces.
    private mutating func feed() throws {
        var bytes: [UInt8] = []
        switch number(0..<4) {
        case 0: bytes = (0..<number(1..<60)).map { _ in UInt8.random(in: 0...255, using: &random) }
        case 1: bytes = Array(one(of: Self.sequences).utf8).prefix(number(1..<12)).map { $0 }
        case 2: bytes = Array(("\u{1B}[200~" + text() + (chance(70) ? "\u{1B}[201~" : "")).utf8)
        default: bytes = Array(one(of: Self.sequences).utf8) + Array(text().utf8.prefix(20))
        }
        let middle = number(0..<bytes.count + 1)
        for piece in [bytes[..<middle], bytes[middle...]] {
            decoder.feed(piece)
            while let event = decoder.next(now: world.milliseconds) { try handle(event) }
        }
        if chance(80) {
            world.milliseconds += 1000
            while let event = decoder.next(isFinal: true, now: world.milliseconds) { try handle(event) }
        }
    }

    private mutating func text() -> String {
        switch number(0..<20) {
        case 0: String(repeating: one(of: Self.words), count: number(1..<300))
        case 1: String((0..<number(1..<80)).map { _ in Character(scalar()) })
        default: one(of: Self.words) + (chance(30) ? "\n" : " ") + one(of: Self.words)
        }
    }

    private mutating func scalar() -> Unicode.Scalar {
        let ranges: [ClosedRange<UInt32>] = [
            0...0xFF, 0x300...0x36F, 0x4E00...0x9FFF, 0x200B...0x206F, 0x1F300...0x1FAFF, 0xFE00...0xFF60,
            0xE000...0xE0FF,
            0x590...0x6FF, 0xE0000...0xE0FFF,
        ]
        return Unicode.Scalar(UInt32.random(in: one(of: ranges), using: &random)) ?? "?"
    }

    private mutating func mouse() -> Mouse {
        let action = one(of: [Mouse.Action.click, .click, .doubleClick, .wheelUp, .wheelDown, .drag, .drop])
        return Mouse(
            action, x: number(-1..<app.size.width + 2), y: number(-1..<app.size.height + 2))
    }

    private mutating func resize() throws {
        let sizes = [
            (80, 24), (80, 24), (120, 40), (60, 20), (59, 19), (1, 1), (300, 100), (2, 50), (200, 3), (79, 20),
        ]
        let (width, height) = chance(80) ? one(of: sizes) : (number(1..<200), number(1..<60))
        try handle(.resize, size: Size(width: width, height: height))
    }

    /// The line breaks or the person leaves, and comes back.
    private mutating func leave() throws {
        if chance(70) { try handle(.hangUp) }
        app = Monkey.start(store, world, app.size)
    }

    /// Hands over one event, as the run loop does, and what only a display could do.
    private mutating func handle(_ event: Event, size: Size? = nil) throws {
        note("\(event)\(size.map { " \($0)" } ?? "")")
        let started = Monkey.threadTime
        if let size { app.resize(size) } else { app.handle(event) }
        while let effect = app.state.effects.first {
            app.state.effects.removeFirst()
            switch effect {
            case .edit(let edit): app.finish(edit, text: chance(80) ? text() : edit.text)
            case .copy, .ring, .stop: break
            case .quit: app = Monkey.start(store, world, app.size)
            }
        }
        var rounds = 0
        while app.work != nil {
            rounds += 1
            if rounds > 2000 { throw trouble("a child does not end") }
            usleep(5000)
            app.handle(.tick)
        }
        let took = Monkey.threadTime - started
        if took > slowest.milliseconds { slowest = (took, "\(event)") }
        if took > 5000 { throw trouble("\(took) ms for one event") }
    }

    private mutating func note(_ event: String) {
        if log.count >= 60 { log.removeFirst(30) }
        let line = "\(events) \(app.top.map { "\(type(of: $0))" } ?? "-") \(event.prefix(200))"
        log.append(line)
        if isTracing { FileHandle.standardError.write(Data((line + "\n").utf8)) }
    }

    private static var threadTime: Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    private func trouble(_ what: String) -> Trouble {
        Trouble(description: "after \(events) events: \(what)\n" + log.suffix(40).joined(separator: "\n"))
    }

    // MARK: What must hold

    /// The screen is a screen, and what is under the cursor is there.
    private func look() throws {
        let canvas = app.draw()
        guard canvas.width == app.size.width, canvas.height == app.size.height,
            canvas.cells.count == canvas.width * canvas.height
        else { throw trouble("a canvas of \(canvas.width)x\(canvas.height) for \(app.size)") }
        if let cursor = canvas.cursor, !canvas.bounds.contains(x: cursor.x, y: cursor.y) {
            throw trouble("the cursor is at \(cursor)")
        }
        for (index, cell) in canvas.cells.enumerated() {
            if cell == .blank { continue }
            if cell.text != visible(cell.text) { throw trouble("cell \(index) holds \(cell.text.debugDescription)") }
            let isWhole =
                switch cell.width {
                case 0: cell.text.isEmpty && index > 0 && canvas.cells[index - 1].width == 2
                case 1: displayWidth(of: cell.text) == 1
                default: displayWidth(of: cell.text) == 2 && canvas.cells[index + 1].width == 0
                }
            if !isWhole { throw trouble("cell \(index) holds \(cell.text.debugDescription) in \(cell.width) columns") }
        }
        for pane in app.state.stacks.joined() { try look(at: pane, isOnTop: false) }
        if let top = app.top { try look(at: top, isOnTop: true) }
    }

    private func look(at pane: any Pane, isOnTop: Bool) throws {
        for child in Mirror(reflecting: pane).children {
            guard let table = child.value as? ListTable else { continue }
            let line = table.line(of: table.selected)
            let isSeen = table.rows == 0 || (table.top..<table.top + table.rows).contains(line)
            if table.selected < 0 || table.selected >= max(1, table.count) {
                throw trouble("\(table.selected) of \(table.count) is selected in \(type(of: pane))")
            }
            if isOnTop, app.hasRoom, !isSeen, table.count > 0 {
                throw trouble("line \(line) is selected, shown from \(table.top) in \(type(of: pane))")
            }
        }
        if isOnTop, let desk = pane as? any Desk, let target = desk.target {
            if try !store.read({ try $0.exists(target) }) { throw trouble("\(target) under the cursor is not there") }
        }
    }

    /// The store is what `kontor check` wants it to be.
    private func compare() throws {
        let stale = try store.staleKinds()
        if !stale.isEmpty { throw trouble("what is derived of \(stale) is stale") }
        let problems = try store.problems(thorough: true)
        if !problems.isEmpty { throw trouble(problems.joined(separator: "; ")) }
    }

    /// Everything back, and everything again: what was at first, and what is now. At first the file was empty.
    func undoEverything() throws {
        let now = try store.dump()
        var undone = 0
        while try store.nextUndo() != nil {
            _ = try store.undo()
            undone += 1
        }
        if try store.dump() != Monkey.empty { throw trouble("undone, it is not as at first") }
        if try !store.staleKinds().isEmpty { throw trouble("undone, what is derived is stale") }
        for _ in 0..<undone { _ = try store.redo() }
        if try store.dump() != now { throw trouble("done again, it is not as it was") }
        if try !store.staleKinds().isEmpty { throw trouble("done again, what is derived is stale") }
    }

    private static let empty = try! Store.inMemory(clock: clock, seed: 1).dump()

    // MARK: What it knows

    private static let keys: [Key] =
        Key.parse(
            "<Enter><Enter><Tab><S-Tab><BS><Del><Ins><Up><Down><Left><Right><Home><End><PgUp><PgDn><C-Left><C-Right>"
                + "<Space><Esc><F1><F2><F12><C-a><C-e><C-k><C-u><C-w><C-x><C-o><C-s><C-r><C-f><C-l><C-z><A-f><A-b>"
                + "jkhlgGnNcmMfoOeduWLR.zxyiqpsvrtTD@?/:123456789JK[]{}VY*#"
        ) + [.character("<"), .character(">"), .character("："), .character("？"), .character("。"), .character("王")]

    private static let words = [
        "a", "i", "y", "x", "1", "12", "3d", "fri 10:00", "明天 下午3点", "2026-02-30", "999999999999999999999d", "-5",
        "12万",
        "CNY 1,234,567.89", "1e308", "王伟", "上海艾克米", "ww", "last>30d", "city:shanghai tier:A", "next:none", "stage:",
        "amount>",
        "\"", "(((", "*", "%", "_", "'; DROP TABLE contact; --", "=1+1", "\u{1B}[2J\u{1B}]0;x\u{7}", "\u{9B}31m",
        "a\u{202E}dcb", "\u{200F}שלום עולם", "عمر حداد", "👩‍👩‍👧‍👦", "🇨🇳🇩🇪", "e\u{301}\u{301}\u{301}\u{301}\u{301}", "\u{301}",
        "\u{200D}", "\u{FE0F}", "\u{0}", "\r\n\t", "ｆｕｌｌ　ｗｉｄｔｈ", "ﷺ", "𠮷野家", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢", "line one\nline two\n\nline four",
        "\u{2028}", "\u{FFFD}", "\u{E0041}", "Müller & Söhne", "0", "24:00", "0:00", "today", "eom", "/tmp", "~", "yes",
        "done",
    ]

    private static let sequences = [
        "\u{1B}[A", "\u{1B}OB", "\u{1B}[1;5C", "\u{1B}[3~", "\u{1B}[<0;10;10M", "\u{1B}[<0;10;10m", "\u{1B}[<32;20;12M",
        "\u{1B}[<64;5;5M", "\u{1B}[<999999;999999;999999M", "\u{1B}[<-1;-1;-1M", "\u{1B}[24;80R", "\u{1B}[1;3R",
        "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[", "\u{1B}", "\u{1B}\u{1B}", "\u{1B}[200~",
        "\u{1B}[201~", "\u{1B}[M !!", "\u{1B}[[A", "\u{1B}[99999999999999999999A", "\u{1B}[;;;;H", "\u{1B}[I",
        "\u{1B}[O",
    ]
}
