/// Unfinished forms, and where they are kept.

/// What was typed into a form.
package struct Draft: Hashable, Sendable, Codable {
    /// Names the form and the record; one draft a key.
    package var key: String
    /// The title of the form.
    package var title: String
    /// The fields that were touched.
    package var fields: [String: String]
    /// What these held when the form was opened.
    package var base: [String: String]
    /// Those of them that hold text, in the order of the form.
    package var texts: [String]
    /// Tells what was typed at one sitting from what was typed at another.
    package var owner: String
    /// Still on a screen when it was kept: the program that shows it may have died since.
    package var isOpen: Bool

    package init(
        key: String, title: String, fields: [String: String], base: [String: String] = [:], texts: [String] = [],
        owner: String = "", isOpen: Bool = false
    ) {
        self.key = key
        self.title = title
        self.fields = fields
        self.base = base
        self.texts = texts
        self.owner = owner
        self.isOpen = isOpen
    }

    /// What was typed, a field a line.
    package var text: String { texts.compactMap { fields[$0] }.filter { !$0.isBlank }.joined(separator: "\n") }

    /// The key of the form, without the number of a draft that was put aside.
    package var formKey: String {
        guard let mark = key.range(of: " #"), key[mark.upperBound...].allSatisfy(\.isNumber) else { return key }
        return String(key[..<mark.lowerBound])
    }
}

/// A draft as it is listed.
package struct KeptDraft: Hashable, Sendable {
    package var draft: Draft
    /// When it was kept, in seconds since 1970.
    package var at: Int
    /// Another program shows the form at this moment.
    package var isOnAnotherScreen: Bool

    package init(draft: Draft, at: Int = 0, isOnAnotherScreen: Bool = false) {
        self.draft = draft
        self.at = at
        self.isOnAnotherScreen = isOnAnotherScreen
    }
}

/// Where unfinished forms are kept.
package struct Drafts {
    package var save: (_ draft: Draft) throws -> Void
    package var load: (_ key: String) -> Draft?
    package var discard: (_ key: String) throws -> Void
    /// All of them, the newest first.
    package var all: () -> [KeptDraft]

    package init(
        save: @escaping (Draft) throws -> Void, load: @escaping (String) -> Draft?,
        discard: @escaping (String) throws -> Void, all: @escaping () -> [KeptDraft] = { [] }
    ) {
        self.save = save
        self.load = load
        self.discard = discard
        self.all = all
    }

    /// Keeps nothing.
    package static var none: Drafts { Drafts(save: { _ in }, load: { _ in nil }, discard: { _ in }) }

    /// Keeps a draft under its key. What was typed at another sitting and never taken up is put aside under a number, not
    /// overwritten.
    func keep(_ draft: Draft) throws {
        if let old = load(draft.key) {
            if old == draft { return }
            if old.owner != draft.owner, old.fields != draft.fields { try putAside(old) }
        }
        try save(draft)
    }

    private func putAside(_ draft: Draft) throws {
        var aside = draft
        aside.isOpen = false
        for number in 2... {
            aside.key = "\(draft.formKey) #\(number)"
            if load(aside.key) == nil { return try save(aside) }
        }
    }
}

extension StringProtocol {
    /// The last place of a text in this one.
    fileprivate func range(of text: String) -> Range<Index>? {
        var start = endIndex
        while start > startIndex {
            start = index(before: start)
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
        }
        return nil
    }
}
