/// What a form holds as plain values: for drafts, and to bring together what two people wrote.

extension Form {
    /// Everything in it. The value of a pick is under `id#value`, that of a piece of a list under `id#value:piece`.
    package var contents: [String: String] {
        get { fields.reduce(into: [:]) { $1.write(into: &$0) } }
        set { for index in fields.indices { fields[index].read(newValue) } }
    }

    /// What a draft keeps: the fields that were touched, and what these opened with.
    var draft: (fields: [String: String], base: [String: String]) {
        var (kept, base): ([String: String], [String: String]) = ([:], [:])
        for field in fields where (field.isChanged && !field.isMore) || field.isHidden {
            field.write(into: &kept)
            if !field.isHidden { base[field.id] = field.text(of: field.opened) }
        }
        return (kept, base)
    }

    /// The ids of the fields of text that were touched.
    var touchedTexts: [String] { fields.filter { $0.isChanged && $0.isText && $0.value != FormField.new }.map(\.id) }

    /// Puts a draft into a form as it opens now. Where somebody else has changed a field since, it is shown what.
    mutating func takeUp(_ draft: [String: String], base: [String: String]) {
        for index in fields.indices where draft[fields[index].id] != nil {
            fields[index].read(draft)
            let opened = fields[index].text(of: fields[index].opened)
            if fields[index].isChanged, let before = base[fields[index].id], before != opened {
                fields[index].theirs = fields[index].opened
            }
        }
        openMore { $0.isChanged }
        // Where somebody else was, too, or where one left off.
        if let id = clashes.first?.id ?? changed.last { focus(on: id) }
    }

    /// A form made anew from the record as somebody else left it, with what was typed here.
    ///
    /// A field that only they changed holds theirs, one that only we changed ours; one that both changed holds ours, and shows theirs.
    func brought(into latest: Form) -> Form {
        var merged = latest
        for ours in fields where ours.isChanged {
            guard let index = merged.index(of: ours.id) else { continue }
            let theirs = merged.fields[index].opened
            merged.fields[index].editor = ours.editor
            (merged.fields[index].value, merged.fields[index].values) = (ours.value, ours.values)
            if theirs != ours.opened, theirs != ours.content { merged.fields[index].theirs = theirs }
        }
        merged.openMore { $0.isChanged }
        merged.focus(on: merged.clashes.first?.id ?? focused)
        return merged
    }

    /// The fields that somebody else has changed, too.
    var clashes: [FormField] { fields.filter { $0.theirs != nil } }

    /// Puts what somebody else wrote into the field with the focus, and goes to the next field of that kind.
    mutating func takeTheirs() {
        guard fields.indices.contains(focus), let theirs = fields[focus].theirs else { return }
        fields[focus].content = theirs
        fields[focus].theirs = nil
        if let next = clashes.first { focus(on: next.id) }
    }
}

extension FormField {
    fileprivate func write(into all: inout [String: String]) {
        all[id] = text
        if case .completed = kind {
            all[id + "#value"] = value
            for (piece, value) in values { all["\(id)#value:\(piece)"] = value }
        }
    }

    fileprivate mutating func read(_ all: [String: String]) {
        guard let text = all[id] else { return }
        if text != self.text { self.text = text }
        guard case .completed = kind else { return }
        value = all[id + "#value"]
        let start = id + "#value:"
        for (key, value) in all where key.hasPrefix(start) { values[String(key.dropFirst(start.count))] = value }
    }

    fileprivate func text(of content: Content) -> String {
        var field = self
        field.content = content
        return field.text
    }
}
