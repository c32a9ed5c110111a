import Sales
import Storage

/// What was opened lately: where finding begins when nothing is typed. Kept from one start to the next.
extension Office {
    /// The last first.
    var opened: [Ref] {
        if let openedRefs { return openedRefs }
        let found = (try? store.read { try $0.opened() }) ?? []
        (openedRefs, keptOpened) = (found, found)
        return found
    }

    func noteOpened(_ ref: Ref) { openedRefs = Array(([ref] + opened.filter { $0 != ref }).prefix(50)) }

    /// Keeps in the file what was opened. Where it cannot be written the next start knows what the last one did.
    package func keepOpened() {
        guard let openedRefs, openedRefs != keptOpened else { return }
        if (try? store.remember(opened: openedRefs)) != nil { keptOpened = openedRefs }
    }
}
