import Foundation
import Screen
import Testing

@testable import PaneKit

/// What panes finish while nobody types.
@Suite struct IdleTests {
    private final class Pile {
        var left: Int
        var done = 0
        var error: (any Error)?

        init(_ left: Int) { self.left = left }
    }

    private struct PilePane: Pane {
        let pile: Pile

        var title: String { "Pile" }
        var isUnfinished: Bool { pile.left > 0 }
        mutating func goOn() throws -> Bool {
            if let error = pile.error { throw error }
            pile.left -= 1
            pile.done += 1
            return pile.left == 0
        }
        func draw(on canvas: inout Canvas, in area: Rect) {
            canvas.write(pile.left == 0 ? "all done" : "…", x: area.x, y: area.y)
        }
    }

    /// A display that gives out prepared events, and remembers how long each was waited for.
    private final class PreparedDisplay: Display {
        let size = Size(width: 80, height: 24)
        var events: [Event]
        var timeouts: [Int] = []
        var shown: [String] = []

        init(_ events: [Event]) { self.events = events }

        func show(_ canvas: Canvas) { shown.append(canvas.rows.joined(separator: "\n")) }
        func next(timeout milliseconds: Int) -> Event {
            timeouts.append(milliseconds)
            return events.isEmpty ? .hangUp : events.removeFirst()
        }
        func suspend<Result>(while body: () throws -> Result) rethrows -> Result { try body() }
        func copy(_ text: String) {}
        func bell() {}
        func stop() {}
    }

    private func app(_ pile: Pile) -> App {
        App(program: Program(tabs: [.init("Pile") { PilePane(pile: pile) }]), size: Size(width: 80, height: 24))
    }

    @Test func whatIsLeftIsDoneWhileNobodyTypesAndDrawnOnce() {
        let pile = Pile(3)
        let display = PreparedDisplay([.tick, .tick, .tick, .tick])
        var app = app(pile)
        app.run(on: display)
        #expect(pile.done == 3)
        // A key is looked for between the pieces, never waited for; once finished there is no hurry.
        #expect(display.timeouts.starts(with: [0, 0, 0, 0]))
        #expect(display.timeouts.last == 1000)
        #expect(display.shown.count == 2)
        #expect(display.shown.last?.contains("all done") == true)
    }

    @Test func aKeyComesFirst() {
        let pile = Pile(1000)
        let display = PreparedDisplay([.tick, .tick, .key(.character("x")), .hangUp])
        var app = app(pile)
        app.run(on: display)
        #expect(pile.done == 2)
    }

    @Test func afterFiveMinutesWithoutAKeySomethingIsDone() throws {
        let mark = NSTemporaryDirectory() + "kontor-idle-" + UUID().uuidString
        defer { unlink(mark) }
        var program = Program(tabs: [.init("Pile") { PilePane(pile: Pile(0)) }])
        var now = 0
        var asked = 0
        program.milliseconds = { now }
        program.whenIdle = {
            asked += 1
            return asked == 1 ? Launch(["touch", mark], failed: { _ in "failed" }) : nil
        }
        var app = App(program: program, size: Size(width: 80, height: 24))
        func wait(_ minutes: Int) {
            now += minutes * 60_000
            app.handle(.tick)
        }
        wait(4)
        app.handle(.key(.character("x")))
        wait(4)
        #expect(asked == 0)
        wait(1)
        #expect(asked == 1)
        for _ in 0..<500 where access(mark, F_OK) != 0 { usleep(10_000) }
        #expect(access(mark, F_OK) == 0)
        // It is not asked each second, but again when five more are over.
        wait(4)
        #expect(asked == 1)
        wait(1)
        #expect(asked == 2)
    }

    @Test func whatFailsIsSaidAndTriedAgainAfterTheNextEvent() {
        let pile = Pile(2)
        pile.error = Broken()
        var app = app(pile)
        app.goOn()
        #expect(app.messageText == "The shelf is broken.")
        #expect(!app.isUnfinished)
        pile.error = Locked()
        app.handle(.tick)
        #expect(app.isUnfinished)
        app.goOn()
        #expect(!app.isUnfinished)
        pile.error = nil
        app.handle(.tick)
        app.goOn()
        app.goOn()
        #expect(pile.done == 2)
        #expect(!app.isUnfinished)
    }
}
