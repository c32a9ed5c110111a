import PaneKit
import Sales
import Screen
import Storage
import Words

/// How the lists of the kinds look: their columns on the screen, how a cell reads, what is said when there is nothing.
enum ListLook {
    /// A column of the list by its name in the store, and as it stands on the screen.
    private typealias Column = (name: String, column: ListTable.Column)

    static func title(_ kind: Kind) -> String {
        switch kind {
        case .contact: say("Contacts")
        case .company: say("Companies")
        case .call: say("Calls")
        case .meeting: say("Meetings")
        case .followUp: say("Follow-ups")
        case .note: say("Notes")
        default: say("Deals")
        }
    }

    /// The filter that a pane begins with: of follow-ups the open ones.
    static func usualFilter(_ kind: Kind) -> String { kind == .followUp ? "state:open" : "" }

    static func emptyHint(_ kind: Kind) -> String {
        switch kind {
        case .contact: say("No contacts yet: n adds one, i imports an address book.")
        case .company: say("No companies yet: n adds one, i imports a list.")
        case .call: say("No calls yet: c on a contact logs one.")
        case .meeting: say("No meetings yet: M on a contact plans one, m notes one.")
        case .followUp: say("No open follow-ups: f on a contact sets one.")
        default: say("Nothing here yet.")
        }
    }

    static func columns(_ kind: Kind) -> [ListTable.Column] { look(kind).map(\.column) }

    private static func look(_ kind: Kind) -> [Column] {
        switch kind {
        case .contact:
            [
                ("name", .init(say("Name"), width: 20, least: 18, grows: true)),
                ("company", .init(say("Company"), width: 22, least: 18, priority: 2, grows: true)),
                ("next", .init(say("Next step"), width: 22, priority: 1)),
                ("last", .init(say("Last contact"), width: 12, priority: 3)),
                ("status", .init(say("Status"), width: 9, priority: 4)),
                ("city", .init(say("City"), width: 12, priority: 5)),
            ]
        case .company:
            [
                ("name", .init(say("Name"), width: 22, least: 18, grows: true)),
                ("next", .init(say("Next step"), width: 22, priority: 1)),
                ("deals", .init(say("Deals"), width: 5, align: .right, priority: 2)),
                ("contacts", .init(say("People"), width: 6, align: .right, priority: 3)),
                ("city", .init(say("City"), width: 12, priority: 4)),
                ("last", .init(say("Last contact"), width: 12, priority: 5)),
            ]
        case .call:
            [
                ("at", .init(say("When"), width: 12)),
                ("contact", .init(say("Contact"), width: 18, least: 12)),
                ("outcome", .init(say("Outcome"), width: 14, priority: 1)),
                ("summary", .init(say("Summary"), width: 24, priority: 2, grows: true)),
                ("company", .init(say("Company"), width: 18, priority: 3)),
            ]
        case .meeting:
            [
                ("due", .init(say("When"), width: 12)),
                ("title", .init(say("Title"), width: 24, least: 20, grows: true)),
                ("contact", .init(say("With"), width: 18, least: 16, priority: 1)),
                ("state", .init(say("State"), width: 9, priority: 2)),
                ("company", .init(say("Company"), width: 18, priority: 3)),
            ]
        case .followUp:
            [
                ("due", .init(say("Due"), width: 20)),
                ("subject", .init(say("Subject"), width: 24, least: 18, grows: true)),
                ("contact", .init(say("Contact"), width: 18, least: 14, priority: 1)),
                ("state", .init(say("State"), width: 5, priority: 2)),
                ("company", .init(say("Company"), width: 18, priority: 3)),
            ]
        default: [("name", .init(say("Name"), width: 30, grows: true))]
        }
    }

    static func row(_ row: ListRow, _ kind: Kind, office: Office) -> ListTable.Row {
        var cells: [String: ListCell] = [:]
        for (column, cell) in zip(kind.listColumns, row.cells) { cells[column.name] = cell }
        // A step is due only while it is still to be done.
        let isOpen: Bool
        switch cells["state"] {
        case .text(let state)?: isOpen = ["open", "planned"].contains(state)
        default: isOpen = true
        }
        return ListTable.Row(
            look(kind).map { name, _ in
                let cell = cells[name] ?? .none
                if name == "next", cell == .none {
                    return Wording.step(nil, action: "", isActive: cells["active"] == .number(1), office: office)
                }
                return text(cell, name: name, kind, isOpen: isOpen, office: office)
            })
    }

    private static func text(_ cell: ListCell, name: String, _ kind: Kind, isOpen: Bool, office: Office) -> StyledText {
        switch cell {
        case .none: return ""
        case .text(let text):
            let isName = ["name", "title", "subject"].contains(name) || (kind == .call && name == "contact")
            let isQuiet = ["status", "state", "city"].contains(name)
            return StyledText(text, isName ? .normal.bold : isQuiet ? .dim : .normal)
        case .number(let number): return StyledText(number == 0 ? "" : String(number))
        case .day(let day): return StyledText(office.dates.short(day), .dim)
        case .instant(let at):
            let day = office.dates.short(office.clock.zone.day(of: at))
            return StyledText(kind == .call ? day + " " + office.dates.time(at) : day, .dim)
        case .money(let money): return StyledText("\(money)")
        case .step(let due, let action):
            if kind == .meeting || !isOpen {
                let time = due.at.map { " " + office.dates.time($0) } ?? ""
                let role: Style = isOpen ? Style(Wording.role(due, clock: office.clock)) : .dim
                return StyledText(office.dates.short(due.day(in: office.clock.zone)) + time, role)
            }
            return Wording.step(due, action: action, isActive: true, office: office)
        }
    }
}
