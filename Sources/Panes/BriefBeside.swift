import Sales

/// The brief beside a list, of whom the cursor is on. It follows when no key waits, so that moving never waits for it.
struct BriefBeside {
    private(set) var view: BriefView?
    /// The record that the cursor is on, and whom that is about.
    private var target: Ref?
    private var subject: Ref?
    /// What is shown is not yet, or no longer, what is to be shown.
    private(set) var isDue = false

    /// Names the record that it is to go with; nil for none, or where there is no room.
    mutating func show(_ target: Ref?) {
        if target == self.target { return }
        self.target = target
        isDue = target != nil
        if target == nil { (view, subject) = (nil, nil) }
    }

    /// The data may have changed.
    mutating func expire() { (subject, isDue) = (nil, target != nil) }

    mutating func load(_ office: Office) throws {
        isDue = false
        guard let target else { return }
        let subject = try office.subject(of: target)
        if subject == self.subject { return }
        self.subject = subject
        view = try subject.flatMap { try BriefView($0, office: office) }
    }
}
