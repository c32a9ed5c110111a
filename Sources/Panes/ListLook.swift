import PaneKit
import Sales
import Screen
import Storage
import Words

/// How the lists of the kinds look: their columns on the screen, how a cell reads, what is said when there is nothing.
enum ListLook {
    static func title(_ kind: Kind) -> String {
        switch kind {
        case .contact: say("Contacts")
        case .company: say("Companies")
        case .call: say("Calls")
        case .meeting: say("Meetings")
        case .followUp: say("Follow-ups")
        case .note: say("Notes")
        case .promise: say("Promises")
        default: say("Deals")
        }
    }

    /// The filter that a pane begins with: of follow-ups and promises the open ones.
    static func usualFilter(_ kind: Kind) -> String {
        [.followUp, .promise].contains(kind) ? "state:open" : ""
    }

    static func emptyHint(_ kind: Kind) -> String {
        switch kind {
        case .contact: say("No contacts yet: n adds one, i imports an address book.")
        case .company: say("No companies yet: n adds one, i imports a list.")
        case .call: say("No calls yet: n logs one, c on a contact does it at once.")
        case .meeting: say("No meetings yet: n plans one, M and m on a contact plan and note one.")
        case .followUp: say("No open follow-ups: n sets one, f on a contact does it at once.")
        case .promise: say("No open promises: a line \"-> text\" in a note says what I owe, \"<- text\" what they owe.")
        default: say("Nothing here yet.")
        }
    }

    /// The columns that a list shows at first.
    static func usualColumns(_ kind: Kind) -> [String] {
        switch kind {
        case .contact: ["name", "company", "next", "last", "status", "city"]
        case .company: ["name", "next", "deals", "contacts", "city", "last"]
        case .call: ["at", "contact", "outcome", "summary", "company"]
        case .meeting: ["due", "title", "contact", "state", "company"]
        case .followUp: ["due", "subject", "contact", "state", "company"]
        case .opportunity: ["name", "amount", "stage", "next", "company", "close"]
        case .note: ["at", "contact", "text", "company"]
        case .promise: ["at", "owes", "text", "contact", "company"]
        default: ["name"]
        }
    }

    /// All columns that a list can show. Whether somebody is active is said by the next step.
    static func choosableColumns(_ kind: Kind) -> [String] {
        kind.allListColumns.map(\.name).filter { $0 != "active" }
    }

    static func label(_ kind: Kind, _ column: String) -> String {
        kind.listColumn(column).map { say($0.label) } ?? column
    }

    /// The columns as they stand on the screen. Of those that the person chose, what stands at the left stays longest when
    /// there is not room for all.
    static func columns(_ kind: Kind, _ arrangement: Arrangement) -> [ListTable.Column] {
        let isUsual = arrangement.columns == usualColumns(kind)
        return arrangement.columns.enumerated().map { index, name in
            var column = column(kind, name)
            if !isUsual { column.priority = index }
            if let order = arrangement.order, order.column == name {
                column.title += " " + (order.isDescending ? Glyphs.down : Glyphs.up)
            }
            return column
        }
    }

    private static func column(_ kind: Kind, _ name: String) -> ListTable.Column {
        let label = label(kind, name)
        switch (kind, name) {
        case (.contact, "name"): return .init(label, width: 20, least: 18, grows: true)
        case (.company, "name"): return .init(label, width: 22, least: 18, grows: true)
        case (.opportunity, "name"): return .init(label, width: 24, least: 18, grows: true)
        case (.opportunity, "company"): return .init(label, width: 18, least: 12, priority: 3)
        case (.opportunity, "state"): return .init(label, width: 5, priority: 4)
        case (.note, "at"), (.promise, "at"): return .init(label, width: 12)
        case (.promise, "owes"): return .init(label, width: 8)
        case (.note, "contact"), (.promise, "contact"): return .init(label, width: 18, least: 12)
        case (.note, "text"), (.promise, "text"): return .init(label, width: 28, least: 20, grows: true)
        case (.contact, "company"):
            return .init(label, width: 22, least: 18, priority: 2, grows: true)
        case (.company, "deals"): return .init(say("Deals"), width: 5, align: .right, priority: 2)
        case (.company, "contacts"): return .init(label, width: 6, align: .right, priority: 3)
        case (.call, "at"): return .init(label, width: 12)
        case (.call, "contact"): return .init(label, width: 18, least: 12)
        case (.call, "summary"): return .init(label, width: 24, priority: 2, grows: true)
        case (.meeting, "due"): return .init(label, width: 12)
        case (.meeting, "title"): return .init(label, width: 24, least: 20, grows: true)
        case (.meeting, "contact"): return .init(label, width: 18, least: 16, priority: 1)
        case (.followUp, "due"): return .init(label, width: 20)
        case (.followUp, "subject"): return .init(label, width: 24, least: 18, grows: true)
        case (.followUp, "contact"): return .init(label, width: 18, least: 14, priority: 1)
        case (.followUp, "state"): return .init(label, width: 5, priority: 2)
        case (.opportunity, "amount"): return .init(label, width: 14, align: .right)
        case (_, "outcome"): return .init(label, width: 14, priority: 1)
        case (.opportunity, "next"): return .init(label, width: 22, least: 18, priority: 1)
        case (_, "next"): return .init(label, width: 22, priority: 1)
        case (_, "company"): return .init(label, width: 18, priority: 3)
        case (_, "state"): return .init(label, width: 9, priority: 2)
        case (_, "status"): return .init(label, width: 9, priority: 4)
        case (_, "stage"): return .init(label, width: 11, priority: 1)
        case (_, "city"): return .init(label, width: 12, priority: 5)
        case (_, "last"): return .init(label, width: 12, priority: kind == .company ? 6 : 3)
        case (_, "tier"): return .init(label, width: 4, priority: 6)
        default:
            let isNumber = kind.listColumn(name)?.isNumber ?? false
            return .init(
                label, width: max(isNumber ? 6 : 14, displayWidth(of: label)), align: isNumber ? .right : .left,
                priority: 7)
        }
    }

    /// What is asked of the store for a row: the columns that are shown, and those that decide how they read.
    static func queried(_ kind: Kind, _ arrangement: Arrangement) -> [ListColumn] {
        let deciding = ["active", "state", "repeat", "because"].filter { !arrangement.columns.contains($0) }
        return (arrangement.columns + deciding).compactMap { kind.listColumn($0) }
    }

    /// - Parameters:
    ///   - columns: those of the query that the row answers.
    ///   - words: folded, what is looked for.
    static func row(
        _ row: ListRow, _ kind: Kind, _ columns: [ListColumn], shown: [String], words: [String] = [], isMarked: Bool,
        office: Office
    ) -> ListTable.Row {
        func cell(_ name: String) -> ListCell? {
            columns.firstIndex { $0.name == name }.map { row.cells[$0] }
        }
        // A step is due only while it is still to be done.
        let isOpen: Bool
        switch cell("state") {
        case .text(let state)?: isOpen = ["open", "planned"].contains(state)
        default: isOpen = true
        }
        let isActive = kind == .opportunity ? isOpen : cell("active") == .number(1)
        return ListTable.Row(
            shown.map { name in
                let value = cell(name) ?? .none
                if name == "next", kind == .opportunity, case .text(let state)? = cell("state"), !isOpen {
                    let step = text(value, name: name, kind, columns, isOpen: false, office: office)
                    return StyledText(say("\(state)") + "  ", state == "won" ? .good : .bad) + step
                }
                if name == "next", value == .none {
                    var because = ""
                    if case .text(let text)? = cell("because") { because = text }
                    return Wording.step(nil, action: "", isActive: isActive, because: because, office: office)
                }
                let shown = text(value, name: name, kind, columns, isOpen: isOpen, words: words, office: office)
                guard name == "subject", case .text(let rule)? = cell("repeat") else { return shown }
                return Wording.repeating(shown, rule)
            }, marked: isMarked)
    }

    private static func text(
        _ cell: ListCell, name: String, _ kind: Kind, _ columns: [ListColumn], isOpen: Bool, words: [String] = [],
        office: Office
    ) -> StyledText {
        switch cell {
        case .none: return ""
        case .text(let text):
            if let column = columns.first(where: { $0.name == name }), column.isOfWords {
                return StyledText(column.said(text), name == "action" ? .normal : .dim)
            }
            if name == "repeat" { return StyledText((try? Recurrence(rule: text))?.words ?? text) }
            let isName = ["name", "title", "subject"].contains(name) || (kind == .call && name == "contact")
            let style: Style = isName ? .normal.bold : name == "city" ? .dim : .normal
            if words.isEmpty { return StyledText(text, style) }
            return StyledText(text, style, marking: words, isCut: ["summary", "notes", "text"].contains(name))
        case .number(let number): return StyledText(number == 0 ? "" : String(number))
        case .day(let day):
            let isLate = name == "touch" && day <= office.clock.today
            return StyledText(office.dates.short(day), isLate ? .promise : .dim)
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
