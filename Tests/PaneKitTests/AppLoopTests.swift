import Screen
import Testing

@testable import PaneKit

/// A display that plays events, one a call, and ends by hanging up.
private final class PlayedDisplay: Display {
    var size = Size(width: 80, height: 24)
    var events: [Event]
    var before: (Event) -> Void = { _ in }
    private(set) var shown = 0
    private(set) var stops = 0
    private(set) var bells = 0

    init(_ events: [Event]) { self.events = events.reversed() }

    func show(_ canvas: Canvas) { shown += 1 }
    func next(timeout milliseconds: Int) -> Event {
        // Keys come one by one: nothing more is there at once.
        if milliseconds == 0 { return .tick }
        let event = events.popLast() ?? .hangUp
        before(event)
        return event
    }
    func suspend<Result>(while body: () throws -> Result) rethrows -> Result { try body() }
    func stop() {
        stops += 1
        size = Size(width: 100, height: 30)
    }
    func copy(_ text: String) {}
    func bell() { bells += 1 }
}

struct AppLoopTests {
    /// A hang-up keeps what was typed anyway; it is looked at just before.
    @Test func somebodyWhoTypesWithoutAPauseIsKeptAllTheSame() {
        let shelf = Shelf()
        var milliseconds = 0
        var app = demo(shelf: shelf) { $0.milliseconds = { milliseconds } }
        let display = PlayedDisplay(Event.typing("npsteady typing"))
        var kept: [String?] = []
        display.before = { event in
            kept.append(shelf.drafts.values.first?.fields["name"])
            milliseconds += 400
        }
        app.run(on: display)
        // 400 ms a key: never more than two seconds behind.
        let typed = Array("steady typing")
        for (index, text) in kept.enumerated() where index > 9 {
            #expect(index - 2 - (text?.count ?? 0) <= 6, "\(String(typed.prefix(index - 2))): \(text ?? "nothing")")
        }
        #expect(shelf.drafts.values.first?.fields["name"] == "steady typing")
    }

    @Test func aReminderRingsWhenItIsAskedToAndTheGreetingIsSaid() {
        for rings in [true, false] {
            var milliseconds = 0
            var app = demo { program in
                program.milliseconds = { milliseconds }
                program.news = { .init(message: ("Reminder", .attention), rings: rings) }
                program.greeting = { ("line 1 is wrong", .bad) }
            }
            #expect(app.messageText == "line 1 is wrong")
            let display = PlayedDisplay([.key(.down)])
            display.before = { _ in milliseconds += 1000 }
            app.run(on: display)
            #expect(app.messageText == "Reminder")
            #expect(display.bells == (rings ? 1 : 0))
        }
    }

    @Test func controlZGoesToTheShellExceptFromText() {
        var app = demo()
        let display = PlayedDisplay(Event.typing("<C-z>npa<C-z>"))
        app.run(on: display)
        #expect(display.stops == 1)
        #expect(app.size == Size(width: 100, height: 30))
    }
}
