package import PaneKit
package import Sales
import Screen
package import Storage
import Words

/// What every pane works with: the store, the person's settings, the drafts.
package final class Office {
    package let store: Store
    /// ISO 4217: of new deals, and of amounts typed without a currency.
    package let currency: String
    package private(set) var drafts: Drafts
    /// Whether a reminder rings the terminal's bell.
    package var ringsBell = false
    /// Whether a copy of the file is made each day.
    package var keepsBackups = false { didSet { lookAtBackups() } }
    /// How old the newest copy is, and whether that is to be minded.
    var backupAge: (text: String, isBad: Bool)?
    /// The program that dials, and its arguments with `{number}` in one of them; empty for none.
    package var dialCommand: [String] = []
    /// The keys of the drafts that are kept.
    private(set) var keptKeys: Set<String> = []
    /// The words that fields propose, until something changes.
    private var words: [SuggestedField: [KnownWord]] = [:]
    /// Counts up whenever the data may have changed.
    private(set) var changes = 0
    /// How many were found without a next step when the file last let us look.
    var nothingPlanned = 0
    /// How the lists are arranged now, and as the file has it.
    var arrangements: [Kind: Arrangement] = [:]
    var keptArrangements: [Kind: Arrangement] = [:]
    /// The board as it was read last.
    var keptBoard: KeptBoard?
    /// What was opened lately, the last first, and as the file has it; nil until it is asked for.
    var openedRefs: [Ref]?
    var keptOpened: [Ref]?
    /// The call that is being timed: with whom, and since when.
    private(set) var timer: (ref: Ref, name: String, since: Instant)?
    /// What was added last: the list behind the form goes to it.
    private var added: Ref?
    /// When this run began: what was due before is listed, not announced.
    private var heardUntil: Instant

    package init(store: Store, currency: String, drafts: Drafts = .none) {
        self.store = store
        self.currency = currency
        self.drafts = drafts
        heardUntil = store.clock.now
        store.watchPlans()
        keptKeys = Set(drafts.all().map(\.draft.key))
        self.drafts.save = { [unowned self] draft in
            try drafts.save(draft)
            keptKeys.insert(draft.key)
        }
        self.drafts.discard = { [unowned self] key in
            try drafts.discard(key)
            keptKeys.remove(key)
        }
    }

    package var clock: Clock { store.clock }
    var dates: DateFormat { DateFormat(clock: clock) }

    /// Another process is writing: the App tries again by itself.
    struct Busy: Error, Retryable, CustomStringConvertible {
        var description: String { say("Another Kontor is writing; this goes on by itself. Esc gives up.") }
    }

    func read<T>(_ body: (Transaction) throws -> T) throws -> T {
        try patiently { try store.read(body) }
    }

    /// Does something that writes; a busy file is tried again from the loop.
    @discardableResult
    func act<T>(_ body: (Store) throws -> T) throws -> T {
        forget()
        return try patiently { try body(store) }
    }

    /// What was looked up for the forms may be old.
    private func forget() {
        words = [:]
        changes += 1
    }

    /// The words that the file holds for a field.
    func words(_ field: SuggestedField) -> [KnownWord] {
        if let known = words[field] { return known }
        let found = (try? store.read { try $0.words(field) }) ?? []
        let known = found.map { KnownWord($0.text) }
        words[field] = known
        return known
    }

    private func patiently<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch StoreError.busy { throw Busy() }
    }

    func noteAdded(_ ref: Ref) { added = ref }

    /// `T`: begins to time a call with whom a record is about; on the same again it stops without a trace.
    func toggleTimer(on ref: Ref) throws -> Step {
        guard let subject = try subject(of: ref) else { return .stay }
        let name = try read { try $0.title(of: subject) }
        if timer?.ref == subject {
            timer = nil
            return .say(say("The clock is stopped; nothing was logged."))
        }
        startTimer(on: subject, name: name)
        return .say(say("The clock runs; c logs the call with its length."), .good)
    }

    func startTimer(on subject: Ref, name: String) { timer = (subject, name, clock.now) }

    /// When the call that is timed began, if it is with whom a record is about.
    func timed(_ ref: Ref) -> Instant? {
        guard let timer, (try? subject(of: ref)) == timer.ref else { return nil }
        return timer.since
    }

    func stopTimer() { timer = nil }

    /// How long the call has lasted that is timed: `☎ 3:07`; nil when none is.
    var timerText: StyledText? {
        guard let timer else { return nil }
        let seconds = max(0, clock.now - timer.since)
        let rest = String(seconds % 60)
        let length = "\(seconds / 60):" + (rest.count < 2 ? "0" : "") + rest
        return StyledText("\(Glyphs.phone) \(length)  ", .accent.bold)
    }

    /// What was added since the list of that kind last asked.
    func takeAdded(_ kind: Kind) -> Ref? {
        guard let ref = added, ref.kind == kind else { return nil }
        added = nil
        return ref
    }

    /// What came since the last call: data changed by others, a reminder whose time has come.
    func news() throws -> Program.News {
        var news = Program.News(changed: try store.hasForeignChanges())
        news.movesFrame = timer != nil
        if news.changed { forget() }
        let now = clock.now
        // Times are to the minute.
        guard now.seconds / 60 > heardUntil.seconds / 60 else { return news }
        do {
            let due = try store.announce(store.read { try $0.reminders(after: heardUntil, until: now) })
            if let first = due.first {
                news.message = (Wording.reminder(first, andMore: due.count - 1, dates), .attention)
                news.changed = true
                news.rings = ringsBell
            }
            heardUntil = now
            lookAtBackups()
        } catch StoreError.busy {
            // Heard of a second later.
        }
        return news
    }
}
