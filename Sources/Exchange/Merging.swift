import Sales

/// Puts what a file says and what is here together.
enum Merging {
    /// - Parameters:
    ///   - fillsOnly: what is here stays; only what is missing is filled in.
    ///   - ids: the other programs' ids that it gets.
    static func merged<R: Record>(_ here: R, _ incoming: Incoming<R>, ids: [ExternalID], fillsOnly: Bool) -> R {
        var new = here
        for index in incoming.fields {
            let field = R.fields[index]
            let value = field.get(incoming.record)
            if incoming.isOwn {
                if !(field.isRequired && value == .null) { field.set(&new, value) }
            } else if field.name == "created_at" {
                continue
            } else if !fillsOnly || field.get(here) == .null || field.get(here) == .text("")
                || field.name == "do_not_call" && field.get(here) == .integer(0)
            {
                // Whoever wishes not to be called has said something; that nobody did say so is nothing.
                field.set(&new, value)
            }
        }
        for (index, list) in R.lists.enumerated() {
            let rows = list.get(incoming.record)
            if list.name == "external_id", !incoming.isOwn || incoming.id != nil {
                var all = list.get(here)
                for id in ids where !all.contains([.text(id.value), .text(id.source)]) {
                    // The same id in Salesforce's other form is no second one.
                    let isKnown = all.contains {
                        $0[1].text == id.source && $0[0].text?.prefix(15) == id.value.prefix(15)
                            && id.source == "salesforce"
                    }
                    if !isKnown { all.append([.text(id.value), .text(id.source)]) }
                }
                list.set(&new, all)
            } else if incoming.isOwn {
                guard incoming.lists.contains(index) else { continue }
                // Whom it was merged with stays known, whatever an older file says.
                let merged = list.get(here).filter {
                    list.name == "external_id" && $0[1].text == ExternalID.merged && !rows.contains($0)
                }
                list.set(&new, rows + merged)
            } else if incoming.lists.contains(index) {
                var all = list.get(here)
                for row in rows where !all.contains(where: { SameRow.holds($0, row, list.name) }) { all.append(row) }
                list.set(&new, all)
            }
        }
        return new
    }

    /// Equal scalar by scalar, where `==` also holds for canonically equivalent texts.
    static func isSame<R: Record>(_ a: R, _ b: R) -> Bool {
        if a != b { return false }
        func isSame(_ a: Value, _ b: Value) -> Bool {
            if let a = a.text, let b = b.text { return a.utf8.elementsEqual(b.utf8) }
            return a == b
        }
        return R.fields.allSatisfy { isSame($0.get(a), $0.get(b)) }
            && R.lists.allSatisfy { list in
                zip(list.get(a), list.get(b)).allSatisfy { zip($0, $1).allSatisfy(isSame) }
            }
    }
}
