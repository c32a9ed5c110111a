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
        case .forecast: say("Forecast")
        case .outcomes: say("Calls")
        case .activity: say("Activity")
        }
    }

    static func title(_ name: Report.Name) -> String {
        switch name {
        case .pipeline: say("Open deals by stage")
        case .forecast: say("Forecast against quota")
        case .outcomes: say("Calls by outcome")
        case .activity: say("Activity week by week")
        }
    }

    static func title(_ period: Period) -> String {
        switch period {
        case .weeks: say("last 12 weeks")
        case .months: say("6 months")
        case .twelve: say("last 12 months")
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
        case (.forecast, .all): say("No deals with an amount: 7 n adds one, o on a contact adds one for them.")
        case (.forecast, _): say("No deal with an amount is expected in this time; p looks at another.")
        case (.activity, .all): say("Nothing was done yet: c on a contact logs a call, m notes a meeting.")
        case (.activity, _): say("Nothing was done in this time; p looks at another.")
        case (.outcomes, .all): say("No calls yet: c on a contact logs one.")
        case (.outcomes, _): say("No calls in this time; p looks at another.")
        }
    }

    /// Those columns of the report that are shown, each by its number, without the bar. The highest priority goes first when
    /// the bar would have no room.
    static func columns(_ name: Report.Name) -> [(index: Int, column: ListTable.Column)] {
        func number(_ index: Int, _ title: String, _ width: Int, priority: Int = 0) -> (Int, ListTable.Column) {
            (index, .init(title, width: width, align: .right, priority: priority))
        }
        return switch name {
        case .pipeline:
            [
                (0, .init(say("Stage"), width: 16, least: 10)), number(1, say("Deals"), 5),
                number(3, say("Total"), 16), number(4, say("Weighted"), 12),
            ]
        case .forecast:
            [
                (0, .init(say("Month"), width: 8)), number(2, say("Won"), 10), number(3, say("Committed"), 10),
                number(4, say("Likely"), 10), number(5, say("Total"), 11, priority: 2),
                number(6, say("Quota"), 10, priority: 3), number(7, say("Of quota"), 8, priority: 1),
            ]
        case .activity:
            [
                (0, .init(say("Week of"), width: 11)), number(1, say("Calls"), 5), number(2, say("Meetings"), 8),
                number(3, say("Follow-ups"), 10), number(4, say("Notes"), 5),
            ]
        case .outcomes:
            [
                (0, .init(say("Outcome"), width: 18, least: 14)), (1, .init(say("Reached"), width: 7)),
                number(2, say("Calls"), 5), number(3, say("Share"), 5),
            ]
        }
    }

    /// One cell of a line. Of the pipeline the currency stands with the total.
    static func cell(_ line: Report.Line, _ index: Int, _ name: Report.Name, dates: DateFormat) -> StyledText {
        switch line.cells[index] {
        case .none: return StyledText(name == .pipeline && index == 3 ? say("no amount") : "", .dim)
        case .text(let text): return StyledText(text, index == 0 ? .normal.bold : .dim)
        case .flag(let isSo): return StyledText(isSo ? say("yes") : say("no"), .dim)
        case .number(let number): return StyledText(String(number), number == 0 ? .dim : .normal)
        case .percent(let number):
            return StyledText("\(number) %", name == .forecast ? ofQuota(number) : .normal)
        case .money(let money):
            let style: Style = money.minor == 0 ? .dim : .normal
            if name == .pipeline { return StyledText(index == 3 ? "\(money)" : money.number, style) }
            return StyledText(money.minor == 0 ? Glyphs.between : money.whole, index == 5 ? style.bold : style)
        case .day(let day): return StyledText(dates.short(day), .normal.bold)
        case .month(let day): return StyledText(dates.month(day), .normal.bold)
        case .days(let days): return StyledText(say("\(days) d"))
        }
    }

    private static func ofQuota(_ percent: Int) -> Style { percent >= 95 ? .good : percent >= 75 ? .attention : .bad }

    static func parts(_ line: Report.Line) -> [Chart.Part] {
        line.parts.map { part in
            switch part.look {
            case .solid: Chart.Part(part.value)
            case .shaded: Chart.Part(part.value, full: false)
            case .good: Chart.Part(part.value, .good)
            case .bad: Chart.Part(part.value, .bad, full: false)
            }
        }
    }

    /// What the pieces of the bars are, in their colours.
    static func legend(_ name: Report.Name) -> StyledText {
        switch name {
        case .forecast:
            StyledText("\(Glyphs.full) " + say("won") + "  ", .good)
                + StyledText(
                    "\(Glyphs.full) " + say("committed") + "  \(Glyphs.shade) " + say("likely") + "  ", .accent)
                + StyledText("\(Glyphs.quota) " + say("quota"), .attention)
        default: ""
        }
    }
}
