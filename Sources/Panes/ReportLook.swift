import PaneKit
import Sales
import Screen
import Storage
import Words

/// How the reports look: their names, columns and cells, what is said when there is nothing.
enum ReportLook {
    static func name(_ name: Report.Name) -> String {
        switch name {
        case .pipeline: say("Pipeline")
        case .activity: say("Activity")
        case .outcomes: say("Calls")
        }
    }

    static func title(_ name: Report.Name) -> String {
        switch name {
        case .pipeline: say("Open deals by stage")
        case .activity: say("Activity week by week")
        case .outcomes: say("Calls by outcome")
        }
    }

    static func title(_ period: Period) -> String {
        switch period {
        case .weeks: say("last 12 weeks")
        case .week: say("this week")
        case .month: say("this month")
        case .quarter: say("this quarter")
        case .year: say("this year")
        case .all: say("all time")
        }
    }

    static func emptyHint(_ name: Report.Name, _ period: Period) -> String {
        switch (name, period) {
        case (.pipeline, _): say("No open deals: 7 n adds one, o on a contact adds one for them.")
        case (.activity, .all): say("Nothing was done yet: c on a contact logs a call, m notes a meeting.")
        case (.activity, _): say("Nothing was done in this time; p looks at another.")
        case (.outcomes, .all): say("No calls yet: c on a contact logs one.")
        case (.outcomes, _): say("No calls in this time; p looks at another.")
        }
    }

    /// Without the bar.
    static func columns(_ name: Report.Name) -> [ListTable.Column] {
        switch name {
        case .pipeline:
            [
                .init(say("Stage"), width: 16, least: 10), .init(say("Deals"), width: 5, align: .right),
                .init(say("Total"), width: 16, align: .right), .init(say("Weighted"), width: 12, align: .right),
            ]
        case .activity:
            [
                .init(say("Week of"), width: 11), .init(say("Calls"), width: 5, align: .right),
                .init(say("Meetings"), width: 8, align: .right), .init(say("Follow-ups"), width: 10, align: .right),
                .init(say("Notes"), width: 5, align: .right),
            ]
        case .outcomes:
            [
                .init(say("Outcome"), width: 18, least: 14), .init(say("Reached"), width: 7),
                .init(say("Calls"), width: 5, align: .right), .init(say("Share"), width: 5, align: .right),
            ]
        }
    }

    /// The cells of `columns`. Of the pipeline the currency stands with the total.
    static func cells(_ line: Report.Line, _ name: Report.Name, dates: DateFormat) -> [StyledText] {
        line.cells.indices.compactMap { index in
            if name == .pipeline, index == 2 { return nil }
            switch line.cells[index] {
            case .none: return StyledText(name == .pipeline && index == 3 ? say("no amount") : "", .dim)
            case .text(let text): return StyledText(text, index == 0 ? .normal.bold : .dim)
            case .flag(let isSo): return StyledText(isSo ? say("yes") : say("no"), .dim)
            case .number(let number): return StyledText(String(number), number == 0 ? .dim : .normal)
            case .percent(let number): return StyledText("\(number) %")
            case .money(let money):
                return StyledText(index == 3 ? "\(money)" : money.number, money.minor == 0 ? .dim : .normal)
            case .day(let day): return StyledText(dates.short(day), .normal.bold)
            }
        }
    }
}
