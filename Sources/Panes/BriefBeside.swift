import Sales
import Storage

/// The brief beside a list, of whom the cursor is on. It is drawn with the list; while keys wait, moving does not wait for it, and it
/// follows.
struct BriefBeside {
    private(set) var view: BriefView?
    /// The record that the cursor is on, and whom that is about.
    private var target: Ref?
    private var subject: Ref?
    /// What is shown is not yet, or no longer, what is to be shown.
    private(set) var isDue = false

    /// Names the record that it is to go with; nil for none, or where there is no room.
    ///
    /// - Parameter isQuick: false where the list itself has taken its time, and is to be seen first.
    mutating func show(_ target: Ref?, _ office: Office, isQuick: Bool = true) {
        if target != self.target {
            self.target = target
            isDue = target != nil
            if target == nil { (view, subject) = (nil, nil) }
        }
        // What cannot be read is tried again, and said, when it follows.
        if isDue, isQuick, view != nil, !office.store.isKeyWaiting() { try? load(office) }
    }

    /// The data may have changed.
    mutating func expire() { (subject, isDue) = (nil, target != nil) }

    mutating func load(_ office: Office) throws {
        let subject = try target.flatMap { try office.subject(of: $0) }
        if subject != self.subject { view = try subject.flatMap { try BriefView($0, office: office) } }
        (self.subject, isDue) = (subject, false)
    }
}
