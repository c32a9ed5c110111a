import PaneKit
import Sales
import Storage

/// What the file holds that a filter line may ask for, proposed while it is typed.
extension Office {
    /// Filter lines that go on as what was typed began, for a field of a form.
    func lines(_ kind: Kind) -> (String) -> [FormField.Completion] {
        { line in
            guard let completion = FilterCompletion(line, at: line.count, fields: kind.filterFields),
                completion.field != nil || !completion.typed.isEmpty
            else { return [] }
            let kept = line.prefix(completion.range.lowerBound)
            return completion.candidates { self.values(of: $0, of: kind, beginning: $1) }.map {
                FormField.Completion(kept + $0)
            }
        }
    }

    /// Values of a field that begin so, by pinyin too: words that were used, and names of records.
    ///
    /// - Parameter typed: folded.
    func values(of field: FilterField, of kind: Kind, beginning typed: String) -> [String] {
        if let words = SuggestedField(rawValue: field.name) {
            return self.words(words).lazy.filter { $0.begins(with: typed) }.prefix(20).map(\.text)
        }
        let named: Kind? =
            switch field.name {
            case "name": kind
            case "company": .company
            case "contact": .contact
            case "deal": .opportunity
            default: nil
            }
        guard let named, [.contact, .company, .opportunity].contains(named) else { return [] }
        return ((try? read { try $0.records(named, beginning: typed, limit: 20) }) ?? []).map(\.name)
    }
}
