import Sales

/// The brief beside a list, of whom the cursor is on. It follows when no key waits, so that moving never waits for it.
struct BriefBeside {
    private(set) var view: BriefView?
    private var subject: Ref?
    /// What is shown is not yet, or no longer, what is to be shown.
    private(set) var isDue = false

    /// Names whom it is to be about; nil for nobody, or where there is no room.
    mutating func show(_ subject: Ref?) {
        if subject == self.subject { return }
        self.subject = subject
        isDue = subject != nil
        if subject == nil { view = nil }
    }

    /// The data may have changed.
    mutating func expire() { isDue = subject != nil }

    mutating func load(_ office: Office) throws {
        isDue = false
        guard let subject else { return }
        view = try BriefView(subject, office: office)
    }
}
