import PaneKit
import Sales
import Screen
import Storage
import Words

/// How records of every kind look in one list: what kind it is, its name, what tells it from others, and what is next.
struct FoundLook {
    let office: Office
    /// Folded words, to be marked.
    let words: [String]

    static var columns: [ListTable.Column] {
        [
            .init(width: 9, priority: 2), .init(width: 18, least: 14, grows: true),
            .init(width: 30, least: 20, priority: 1, grows: true), .init(width: 15, align: .right, priority: 3),
        ]
    }

    /// The columns that are asked of the store.
    static func queried(_ kind: Kind) -> [ListColumn] {
        let names =
            switch kind {
            case .contact: ["name", "company", "position", "next", "active", "phone", "email", "city", "tags"]
            case .company: ["name", "city", "tier", "next", "phone", "email", "tags"]
            case .opportunity: ["name", "amount", "stage", "state", "next", "company", "tags"]
            case .meeting: ["title", "due", "contact", "state", "notes", "company", "place"]
            case .call: ["contact", "at", "outcome", "summary", "company"]
            case .followUp: ["subject", "due", "contact", "state", "company"]
            default: ["contact", "at", "text", "company", "deal"]
            }
        return names.compactMap { kind.listColumn($0) }
    }

    func row(_ row: ListRow) -> ListTable.Row {
        let kind = row.ref.kind
        let cells = Dictionary(uniqueKeysWithValues: zip(Self.queried(kind).map(\.name), row.cells))
        func text(_ name: String) -> String {
            switch cells[name] {
            case .text(let text): text.split(separator: "\n").joined(separator: " ")
            case .money(let money): "\(money)"
            case .instant(let at): office.dates.short(office.clock.zone.day(of: at))
            case .day(let day): office.dates.short(day)
            case .step(let due, _): office.dates.short(due.day(in: office.clock.zone))
            default: ""
            }
        }
        let name: [String]
        var detail: [String]
        var next: StyledText = ""
        switch kind {
        case .contact:
            (name, detail) = ([text("name")], [text("company"), text("position")])
            next = step(cells["next"], isActive: cells["active"] == .number(1))
        case .company:
            let tier = text("tier")
            (name, detail) = ([text("name")], [text("city"), tier.isEmpty ? "" : say("tier \(tier)")])
            next = step(cells["next"], isActive: false)
        case .opportunity:
            let isOpen = text("state") == "open"
            (name, detail) = (
                [text("name")], [text("amount"), isOpen ? text("stage") : text("state"), text("company")]
            )
            next = isOpen ? step(cells["next"], isActive: true) : ""
        case .meeting:
            (name, detail) = ([text("title")], [text("due"), text("contact"), text("notes")])
            if text("state") == "planned" { next = step(cells["due"], isActive: false) }
        case .call:
            let who = text("contact").isEmpty ? text("company") : text("contact")
            (name, detail) = ([who, text("outcome")], [text("at"), text("summary")])
        case .followUp:
            (name, detail) = ([text("contact"), text("subject")], [text("due"), text("company")])
            if text("state") == "open" { next = step(cells["due"], isActive: false) }
        default:
            let who = [text("contact"), text("company"), text("deal")].first { !$0.isEmpty } ?? ""
            (name, detail) = ([who], [text("at"), text("text")])
        }
        // What was looked for and is in none of these is shown besides: a phone, an address, a tag.
        let shown = name + detail
        let hidden = ["phone", "email", "city", "tags", "company", "place"].map { text($0) }
        for word in words where !shown.contains(where: { !marks(in: $0, of: [word]).isEmpty }) {
            if let other = hidden.first(where: { !marks(in: $0, of: [word]).isEmpty }), !detail.contains(other) {
                detail.insert(other, at: 0)
            }
        }
        return ListTable.Row([
            StyledText(kind == .opportunity ? say("deal") : say("\(kind.name)"), .dim),
            StyledText(name.filter { !$0.isEmpty }.joined(separator: ": "), .normal.bold, marking: words),
            joined(detail.filter { !$0.isEmpty }), next,
        ])
    }

    private func step(_ cell: ListCell?, isActive: Bool) -> StyledText {
        guard case .step(let due, let action)? = cell else {
            return Wording.step(nil, action: "", isActive: isActive, office: office)
        }
        let role = Wording.role(due, clock: office.clock)
        let text = office.dates.due(due)
        return role == .bad || action == "meeting"
            ? StyledText(text, role == .good ? .dim : Style(role))
            : StyledText(Wording.action(action) + " " + text, role == .good ? .dim : Style(role))
    }

    private func joined(_ parts: [String]) -> StyledText {
        var all: StyledText = ""
        for (index, part) in parts.enumerated() {
            if index > 0 { all += StyledText(" \(Glyphs.between) ", .dim) }
            all += StyledText(part, .normal, marking: words, isCut: true)
        }
        return all
    }
}
