import Words

/// What is said in place of a date when nothing is to be planned: `none`, `none: waits for the budget`, `无：等预算`.
package enum NoNextStep {
    /// Why nothing is planned, empty when that was not said; nil when the text says something else.
    package static func reason(_ text: String) -> String? {
        let trimmed = text.trimmingSpaces()
        for word in ["none", "无"] {
            guard folded(String(trimmed.prefix(word.count))) == word else { continue }
            var rest = trimmed.dropFirst(word.count)
            if let first = rest.first, word == "none", first.isLetter || first.isNumber { continue }
            rest = rest.drop { " \u{3000}:：,，-–".contains($0) }
            for because in ["because", "因为"] where folded(String(rest.prefix(because.count))) == because {
                let reason = rest.dropFirst(because.count)
                if because == "因为" || reason.first == " " { rest = reason }
            }
            return String(rest).trimmingSpaces()
        }
        return nil
    }

    /// The same, as it is typed.
    package static func text(_ reason: String, like typed: String) -> String {
        typed.trimmingSpaces().hasPrefix("无") ? "无：\(reason)" : "none: \(reason)"
    }
}
