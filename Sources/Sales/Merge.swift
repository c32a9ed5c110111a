package import Words

/// Two records of the same person or company put together field by field: one stays, the other goes into it.
package struct Merge<R: Record>: Sendable {
    /// Where a value is taken from.
    package enum Side: String, Sendable, CaseIterable {
        case kept, lost
        /// Of lists: without repeats, those of the kept one first. Of long texts: one under the other.
        case both
    }

    /// One field of the two records.
    package struct Row: Sendable, Equatable {
        /// The word for it.
        package var name: String
        package var label: Phrase
        package var side: Side
        /// A list or a long text, of which both can be taken.
        package var canJoin: Bool
        /// Both say the same, so that there is nothing to choose.
        package var isSame: Bool
    }

    package let kept: R
    package let lost: R
    package private(set) var rows: [Row]

    /// What is filled in wins over what is not, the kept record over the other; lists and long texts are joined.
    package init(kept: R, lost: R) {
        self.kept = kept
        self.lost = lost
        rows =
            R.fields.map { field in
                let (ours, theirs) = (field.get(kept), field.get(lost))
                return Row(
                    name: field.name, label: field.label, side: Self.side(field, ours, theirs),
                    canJoin: field.type == .longText, isSame: Self.isSame(ours, theirs))
            }
            + R.lists.map { list in
                let (ours, theirs) = (list.get(kept), list.get(lost))
                return Row(
                    name: list.name, label: list.label, side: .both, canJoin: true, isSame: ours == theirs)
            }
    }

    /// Takes the value of a field from a side; a value that cannot be joined stays where it was taken from.
    package mutating func take(_ name: String, from side: Side) {
        guard let index = rows.firstIndex(where: { $0.name == name }), side != .both || rows[index].canJoin else {
            return
        }
        rows[index].side = side
    }

    /// Takes every value in which the two differ from one side; what only the other has stays, and lists stay joined.
    package mutating func prefer(_ side: Side) {
        for index in rows.indices where !rows[index].isSame && !rows[index].canJoin {
            guard let field = R.field(rows[index].name) else { continue }
            let wanted = field.get(side == .lost ? lost : kept)
            if !Self.isEmpty(wanted) { rows[index].side = side }
        }
    }

    /// The kept record as it shall be.
    package var result: R {
        var record = kept
        for row in rows {
            if let field = R.field(row.name) {
                let (ours, theirs) = (field.get(kept), field.get(lost))
                switch row.side {
                case .kept: break
                case .lost: field.set(&record, theirs)
                case .both: field.set(&record, .text(Self.joined(ours.text ?? "", theirs.text ?? "")))
                }
            } else if let list = R.lists.first(where: { $0.name == row.name }) {
                let (ours, theirs) = (list.get(kept), list.get(lost))
                switch row.side {
                case .kept: break
                case .lost: list.set(&record, theirs)
                case .both:
                    var all = ours
                    for row in theirs where !all.contains(where: { SameRow.holds($0, row, list.name) }) {
                        all.append(row)
                    }
                    list.set(&record, all)
                }
            }
        }
        keepIdentity(&record)
        return record
    }

    /// The uid of the lost one, and those that went into it before, stay with the kept one: a file that names them means it.
    private func keepIdentity(_ record: inout R) {
        guard let list = R.lists.first(where: { $0.name == "external_id" }) else { return }
        var all = list.get(record)
        let merged = list.get(lost).filter { $0[1].text == ExternalID.merged }
        for row in merged + [[.text(lost.uid), .text(ExternalID.merged)]] where !all.contains(row) { all.append(row) }
        list.set(&record, all)
    }

    private static func side(_ field: Field<R>, _ ours: Value, _ theirs: Value) -> Side {
        if isSame(ours, theirs) { return .kept }
        if field.type == .longText { return isEmpty(ours) ? .lost : isEmpty(theirs) ? .kept : .both }
        switch field.name {
        // Known since the earlier of the two days.
        case "created_at": return (theirs.text ?? "") < (ours.text ?? "") ? .lost : .kept
        // Whoever asked once not to be called is not called.
        case "do_not_call": return theirs.integer == 1 ? .lost : .kept
        // Everybody is a lead at first.
        case "status": return ours.text == Status.lead.rawValue ? .lost : .kept
        default: return isEmpty(ours) ? .lost : .kept
        }
    }

    private static func joined(_ a: String, _ b: String) -> String {
        if a.contains(b) { return a }
        return b.contains(a) ? b : a + "\n" + b
    }

    private static func isEmpty(_ value: Value) -> Bool { value == .null || value == .text("") }

    private static func isSame(_ a: Value, _ b: Value) -> Bool { a == b || (isEmpty(a) && isEmpty(b)) }
}

/// Whether two rows of a list say the same in different spellings.
package enum SameRow {
    package static func holds(_ a: [Value], _ b: [Value], _ list: String) -> Bool {
        switch list {
        case "phone":
            let one = a[0].text ?? ""
            let other = b[0].text ?? ""
            return one == other || PhoneDigits(one).isSame(as: PhoneDigits(other))
        case "email", "tag": return folded(a[0].text ?? "") == folded(b[0].text ?? "")
        case "address": return zip(a, b).dropFirst().allSatisfy { folded($0.text ?? "") == folded($1.text ?? "") }
        case "role", "attendee": return a[0] == b[0]
        default: return a == b
        }
    }
}
