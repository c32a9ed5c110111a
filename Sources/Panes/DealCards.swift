import PaneKit
import Sales
import Screen
import Storage
import Words

/// The deals of the pipeline that are about to be drawn, loaded once, and how they read on board and table alike.
struct DealCards {
    private var cards: [Int64: Board.Card] = [:]

    /// Makes sure that these are there.
    ///
    /// - Parameter day: the day that is over when they were so; nil for now.
    mutating func load(_ ids: some Sequence<Int64>, asOf day: Day?, office: Office) throws {
        let missing = ids.filter { cards[$0] == nil }
        if missing.isEmpty { return }
        let loaded = try office.read { transaction in
            try day.map { try transaction.cards(missing, asOf: $0) } ?? transaction.cards(missing)
        }
        for card in loaded { cards[card.id] = card }
    }

    mutating func forgetAll() { cards = [:] }

    subscript(id: Int64) -> Board.Card? { cards[id] }

    /// `12 d`, with a mark when it is rotting.
    static func age(_ card: Board.Card) -> StyledText {
        StyledText(
            say("\(card.age) d") + (card.isRotting ? " " + Glyphs.warning : ""), card.isRotting ? .bad : .dim)
    }

    /// Red when overdue, yellow today or when nothing is planned, else green. In the past, where no next step is known, red for
    /// what was rotting or past its close.
    static func role(_ card: Board.Card, asOf day: Day? = nil, office: Office) -> Role {
        if let day { return card.closeOn.map { $0 < day } == true || card.isRotting ? .bad : .dim }
        return card.next.map { Wording.role($0, clock: office.clock) } ?? (card.because.isEmpty ? .attention : .dim)
    }

    /// `call, 3 days over`, `today 15:00 call`, `nothing planned`.
    ///
    /// In the past, `closes 12 Nov`: what was planned then is not kept.
    static func step(_ card: Board.Card, asOf day: Day? = nil, office: Office) -> StyledText {
        if let day {
            guard let close = card.closeOn else { return "" }
            return StyledText(say("closes \(office.dates.short(close))"), close < day ? .bad : .dim)
        }
        guard let due = card.next else {
            return card.because.isEmpty
                ? StyledText(say("nothing planned"), .attention.bold) : StyledText(Wording.none(card.because), .dim)
        }
        let role = role(card, office: office)
        let (action, when) = (Wording.action(card.nextAction), office.dates.due(due))
        return StyledText(
            role == .bad ? say("\(action), \(when)") : when + " " + action, role == .good ? .dim : Style(role).bold)
    }

    /// What all of it is worth by its chances, the largest sum and how many others there are; with a base currency all together,
    /// and from when the rates are. Nil where no deal has an amount.
    static func worth(_ board: Board, _ dates: DateFormat) -> StyledText? {
        let sums = board.sums
        guard let first = sums.first else { return nil }
        let largest = StyledText("\(Glyphs.approximately) \(first.weighted)" + more(sums), .normal.bold)
        guard let all = board.grandTotal else { return largest }
        if !all.missing.isEmpty {
            // The report says of which: here the count of what nothing is planned for must have its room.
            return largest + StyledText(" " + say("no rate"), .attention)
        }
        return StyledText("\(Glyphs.approximately) \(all.money.currency) \(all.money.whole)", .normal.bold)
            + StyledText(" " + say("rates \(dates.short(all.ratesOf))"), .dim)
    }

    /// The largest of several sums as text, then how many other currencies there are: `≈ 60,200 +1`.
    static func more(_ sums: [DealSum]) -> String { sums.count > 1 ? " +\(sums.count - 1)" : "" }
}

/// A board, and what it was read of.
struct KeptBoard {
    struct Source: Equatable {
        var state: FileState
        /// The rates are those of today.
        var today: Day
        /// The day that it is looked at as of; nil for now.
        var day: Day?
        var currency: String?
    }

    var source: Source
    var board: Board
}

extension Office {
    /// The board as of a day that is over, or now. Board and table show the same, and it stands until something is written.
    func board(asOf day: Day?) throws -> Board {
        try read { transaction in
            let source = KeptBoard.Source(
                state: try transaction.state, today: clock.today, day: day, currency: store.baseCurrency)
            if let kept = keptBoard, kept.source == source { return kept.board }
            let board = try day.map(transaction.board(asOf:)) ?? transaction.board()
            keptBoard = KeptBoard(source: source, board: board)
            return board
        }
    }

    /// Moves an open deal to a stage, as `>` does.
    func moveDeal(_ id: Int64, to stage: Stage) throws -> Step {
        let name = try read { try $0.title(of: Ref(.opportunity, id)) }
        try act { try $0.move(id, to: stage) }
        return .sequence([
            .refresh, .say("\(name) \(Glyphs.right) \(stage.name) \(Glyphs.between) " + say("u undo"), .good),
        ])
    }

    /// `x` on the pipeline, as board and as table.
    func exportOpenDeals() -> Step { export(.opportunity, query: "state:open") }
}
