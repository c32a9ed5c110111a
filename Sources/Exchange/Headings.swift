import Sales

/// Finds what a heading means for a kind of record: our own words first, then those of other programs.
struct Headings {
    let kind: Kind
    private let own: [String: Target]
    private let lists: [(plain: String, name: String, parts: [String: String])]
    private let foreign: [String: Target]

    init(_ kind: Kind) {
        self.kind = kind
        (own, lists) = Headings.ownWords(kind.type)
        foreign =
            switch kind {
            case .contact: HeadingWords.contact
            case .company: HeadingWords.company
            case .opportunity: HeadingWords.opportunity
            case .call: HeadingWords.call
            case .meeting: HeadingWords.meeting
            case .followUp: HeadingWords.followUp
            case .note: HeadingWords.note
            default: [:]
            }
    }

    /// What the heading of an own file means; nil for none of ours.
    func ownTarget(_ heading: String) -> Target? {
        if Columns.revision(heading) != nil { return .left }
        let plain = plainHeading(heading)
        return own[plain] ?? listTarget(plain)
    }

    /// - Parameter prefix: what stands before all headings of a file, such as `Deal - `.
    func target(_ heading: String) -> Target? {
        let plain = plainHeading(heading)
        if let target = own[plain] {
            // `Company` alone is ours, too; other programs mean other things by some of our words.
            return foreign[plain] ?? target
        }
        if let target = listTarget(plain) ?? foreign[plain] { return target }
        if lists.contains(where: { $0.name == "phone" }) {
            let (word, number) = Headings.numbered(plain)
            if let label = HeadingWords.phones[word] { return entry("phone", label, number) }
            if let label = HeadingWords.emails[word] { return entry("email", label, number) }
            if let target = emailTarget(plain) ?? addressTarget(plain) { return target }
        }
        for prefix in [
            "person", "organization", "deal", "contact", "company", "account", "opportunity", "lead", "联系人", "客户", "商机",
        ]
        where plain.hasPrefix(prefix) && plain.utf8.count > prefix.utf8.count && Headings.isOf(prefix, kind) {
            return target(String(plain.dropFirst(prefix.count)))
        }
        return nil
    }

    /// Whether a word before a heading, as in `Person - Name`, means this kind.
    private static func isOf(_ word: String, _ kind: Kind) -> Bool {
        switch word {
        case "person", "contact", "lead", "联系人": kind == .contact
        case "organization", "company", "account", "客户": kind == .company
        default: kind == .opportunity
        }
    }

    // MARK: - Lists

    private func entry(_ list: String, _ label: String, _ number: String) -> Target {
        .list(list, group: "\(label) \(number)", part: "", label: label)
    }

    /// `phone 1`, `phone 1 label`, `E-mail 1 - Value`, `Address 2 - Postal Code`.
    private func listTarget(_ plain: String) -> Target? {
        for list in lists where plain.hasPrefix(list.plain) {
            let rest = plain.dropFirst(list.plain.count)
            let number = rest.prefix { $0.isASCII && $0.isNumber }
            if number.isEmpty { continue }
            let part = String(rest.dropFirst(number.count))
            if list.name == "address", part.isEmpty {
                // `address1` and `address2` of plain lists are lines of one address.
                return .list("address", group: "", part: number == "1" ? "street" : "street \(number)", label: "")
            }
            if let name = list.parts[part] { return .list(list.name, group: String(number), part: name, label: "") }
        }
        return nil
    }

    /// Outlook: `E-mail 2 Address`, 电子邮件 2 地址.
    private func emailTarget(_ plain: String) -> Target? {
        for (word, end) in [("email", "address"), ("电子邮件", "地址")] where plain.hasPrefix(word) {
            let rest = plain.dropFirst(word.count)
            let number = rest.prefix { $0.isASCII && $0.isNumber }
            if !number.isEmpty, rest.dropFirst(number.count) == end { return entry("email", "", String(number)) }
        }
        return nil
    }

    private func addressTarget(_ plain: String) -> Target? {
        for (word, label) in HeadingWords.addressPrefixes where plain.hasPrefix(word) {
            var rest = String(plain.dropFirst(word.count))
            if rest == "address" || rest == "地址" {
                return .list("address", group: label, part: "street", label: label)
            }
            for address in ["address", "地址"] where rest.hasPrefix(address) {
                rest = String(rest.dropFirst(address.count))
            }
            if let part = HeadingWords.addressParts[rest] {
                return .list("address", group: label, part: part, label: label)
            }
        }
        return nil
    }

    /// `businessphone2` as the word and the number behind it.
    private static func numbered(_ plain: String) -> (word: String, number: String) {
        var word = plain
        var number = ""
        while let last = word.last, last.isASCII, last.isNumber { number = String(word.removeLast()) + number }
        return (word, number)
    }

    // MARK: - Our own words

    private static func ownWords<R: Record>(_ type: R.Type) -> (
        own: [String: Target], lists: [(plain: String, name: String, parts: [String: String])]
    ) {
        var own: [String: Target] = ["uid": .uid]
        for field in R.fields {
            if case .reference = field.type {
                own[plainHeading(field.name + " uid")] = .link(field.name, .uid)
                own[plainHeading(field.name)] = .link(field.name, .name)
            } else {
                own[plainHeading(field.name)] = .field(field.name)
            }
        }
        for name in Columns.derived(R.kind) { own[plainHeading(name)] = .left }
        var lists: [(plain: String, name: String, parts: [String: String])] = []
        for list in R.lists {
            if list.name == "tag" {
                own["tags"] = .tags
                continue
            }
            var parts: [String: String] = [:]
            for part in list.parts {
                if case .reference = part.type { parts[part.name + "uid"] = part.name + " uid" }
                parts[part.name] = part.name
            }
            switch list.name {
            case "phone", "email":
                parts["value"] = ""
                parts["type"] = "label"
            case "address":
                parts["type"] = "label"
                for (word, part) in HeadingWords.addressParts where parts[word] == nil { parts[word] = part }
            default: break
            }
            lists.append((plainHeading(list.name), list.name, parts))
        }
        return (own, lists)
    }
}
