package import Sales
import Words

/// What columns of a table may fill, in words that a person reads and types: `name`, `mobile phone`, `work e-mail`, `city`.
package enum FieldWords {
    /// All that a kind offers, the most usual first.
    package static func all(_ kind: Kind) -> [String] {
        let headings = Headings(kind)
        var words: [String] = []
        func collect<R: Record>(_ type: R.Type) {
            for field in R.fields where field.name != "zone" {
                words.append(field.heading)
                if case .reference(let other) = field.type, other == .contact { words.append("contact e-mail") }
            }
            for list in R.lists {
                switch list.name {
                case "phone":
                    words += ["phone", "mobile phone", "work phone", "home phone", "other phone", "fax", "work fax"]
                case "email": words += ["e-mail", "work email", "home email", "other email"]
                case "address":
                    words += ["street", "street 2", "city", "region", "postcode", "country"]
                    words += ["work street", "work city", "work postcode", "work country"]
                    words += ["home street", "home city", "home postcode", "home country"]
                case "tag": words.append("tags")
                case "role": words += ["contact", "contact e-mail"]
                case "attendee": words += ["contact", "contact e-mail", "required attendees", "optional attendees"]
                case "external_id": words.append("external id")
                default: break
                }
            }
            if R.kind == .contact { words += ["middle name"] }
        }
        collect(kind.type)
        var seen: Set<Target> = []
        // A word counts that is understood, and once.
        return words.filter { word in
            FieldWords.target(word, headings).map { $0 != .left && seen.insert($0).inserted } ?? false
        }
    }

    /// The field that a word means; nil for none.
    static func target(_ word: String, _ headings: Headings) -> Target? {
        headings.ownTarget(word) ?? headings.target(word)
    }

    /// Whether a word means a field of a kind.
    package static func isField(_ word: String, of kind: Kind) -> Bool {
        word == "-" || FieldWords.target(word, Headings(kind)).map { $0 != .left } ?? false
    }
}
