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
        case .changes: say("Changes")
        case .forecast: say("Forecast")
        case .conversion: say("Conversion")
        case .winRate: say("Win rate")
        case .reasons: say("Lost by reason")
        case .sources: say("Won by source")
        case .tiers: say("Won by tier")
        case .commission: say("Commission")
        case .losing: say("Losing touch")
        case .outcomes: say("Calls")
        case .attempts: say("Attempts")
        case .hours: say("Best hour")
        case .activity: say("Activity")
        }
    }

    static func title(_ name: Report.Name) -> String {
        switch name {
        case .pipeline: say("Open deals by stage")
        case .changes: say("What changed in the pipeline")
        case .forecast: say("Forecast against quota")
        case .conversion: say("From stage to stage")
        case .winRate: say("Win rate and days to win")
        case .reasons: say("Lost by reason")
        case .sources: say("Won and lost by source")
        case .tiers: say("Won and lost by tier")
        case .commission: say("My commission, earned and expected")
        case .losing: say("Losing touch by tier")
        case .outcomes: say("Calls by outcome")
        case .attempts: say("Reached by attempt")
        case .hours: say("Reached by hour and weekday")
        case .activity: say("Activity week by week")
        }
    }

    static func title(_ period: Period) -> String {
        switch period {
        case .weeks: say("last 12 weeks")
        case .monday: say("since Monday of last week")
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
        case (.changes, _): say("Nothing happened to any deal since then; p looks further back.")
        case (.forecast, .all): say("No deals with an amount: 7 n adds one, o on a contact adds one for them.")
        case (.forecast, _): say("No deal with an amount is expected in this time; p looks at another.")
        case (.conversion, .all): say("No deal entered a stage yet: 7 n adds one, o on a contact adds one for them.")
        case (.conversion, _): say("No deal entered a stage in this time; p looks at another.")
        case (.reasons, .all): say("No deal was lost yet; L on a deal closes it as lost, with its reason.")
        case (.reasons, _): say("No deal was lost in this time; p looks at another.")
        case (.winRate, .all), (.sources, .all), (.tiers, .all):
            say("No deal was won or lost yet; W and L on a deal close it.")
        case (.winRate, _), (.sources, _), (.tiers, _):
            say("No deal was won or lost in this time; p looks at another.")
        case (.commission, _):
            say("Nothing is earned or expected in this time; p looks at another, gl m keeps the percentages.")
        case (.losing, _):
            say("No cadence holds for anybody: gl c sets one for a tier or a tag, e one for a contact.")
        case (.activity, .all): say("Nothing was done yet: c on a contact logs a call, m notes a meeting.")
        case (.activity, _): say("Nothing was done in this time; p looks at another.")
        case (.outcomes, .all), (.attempts, .all), (.hours, .all): say("No calls yet: c on a contact logs one.")
        case (.outcomes, _), (.attempts, _), (.hours, _): say("No calls in this time; p looks at another.")
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
        case .changes:
            [
                (2, .init(say("Deal"), width: 22, least: 14)),
                (3, .init(say("Company"), width: 18, least: 8, priority: 1)),
                (5, .init(say("What"), width: 26, least: 22)),
                (11, .init(say("Amount"), width: 15, least: 14, align: .right)),
            ]
        case .forecast:
            [
                (0, .init(say("Month"), width: 8)), number(2, say("Won"), 10), number(3, say("Committed"), 10),
                number(4, say("Likely"), 10), number(5, say("Total"), 11, priority: 2),
                number(6, say("Quota"), 10, priority: 3), number(7, say("Of quota"), 8, priority: 1),
            ]
        case .conversion:
            [
                (0, .init(say("Stage"), width: 14, least: 10)), number(1, say("Entered"), 7),
                number(2, say("Went on"), 7, priority: 1), number(3, say("Share"), 5),
                number(4, say("Won"), 4, priority: 2), number(5, say("Lost"), 4, priority: 3),
                number(6, say("There"), 5, priority: 4), number(7, say("Days"), 5),
            ]
        case .winRate, .sources, .tiers:
            [
                (0, .init(title(of: name), width: name == .winRate ? 9 : 14, least: 9)), number(1, say("Won"), 4),
                number(2, say("Lost"), 4), number(3, say("Win rate"), 8), number(5, say("Won for"), 11, priority: 1),
                number(6, say("Lost for"), 11, priority: 3), number(7, say("Days"), 5, priority: 2),
            ]
        case .commission:
            [
                (0, .init(say("Period"), width: 8)), number(2, say("Won"), 11), number(3, say("Earned"), 10),
                number(4, say("Weighted"), 11, priority: 2), number(5, say("Expected"), 10),
                number(6, say("Total"), 10, priority: 1),
            ]
        case .reasons:
            [
                (0, .init(say("Reason"), width: 20, least: 14)), number(1, say("Lost"), 4), number(2, say("Share"), 5),
                number(4, say("Amount"), 12, priority: 1),
            ]
        case .losing:
            [
                (0, .init(say("Tier"), width: 10, least: 6)), number(1, say("Contacts"), 8),
                number(2, say("Losing"), 6), number(3, say("To 7 d"), 6, priority: 2),
                number(4, say("To 30 d"), 7, priority: 2), number(5, say("Over 30"), 7, priority: 2),
                number(6, say("Longest"), 7, priority: 1),
            ]
        case .activity:
            [
                (0, .init(say("Week of"), width: 11)), number(1, say("Calls"), 5), number(2, say("Meetings"), 8),
                number(3, say("Follow-ups"), 10), number(4, say("Notes"), 5),
            ]
        case .attempts:
            [
                (0, .init(say("Attempt"), width: 8)), number(1, say("Calls"), 5), number(2, say("Reached"), 7),
                number(3, say("Share"), 5),
            ]
        case .hours:
            [
                (0, .init(say("Hour"), width: 6)), number(1, say("Calls"), 5, priority: 1),
                number(2, say("Reached"), 7, priority: 1), number(3, say("Share"), 5),
            ]
                + [say("Mon"), say("Tue"), say("Wed"), say("Thu"), say("Fri"), say("Sat"), say("Sun")].enumerated()
                .map { (4 + $0, .init($1, width: 3)) }
        case .outcomes:
            [
                (0, .init(say("Outcome"), width: 18, least: 14)), (1, .init(say("Reached"), width: 7)),
                number(2, say("Calls"), 5), number(3, say("Share"), 5),
            ]
        }
    }

    private static func title(of name: Report.Name) -> String {
        switch name {
        case .sources: say("Source")
        case .tiers: say("Tier")
        default: say("Month")
        }
    }

    /// One cell of a line. Of the pipeline the currency stands with the total.
    static func cell(_ line: Report.Line, _ index: Int, _ name: Report.Name, dates: DateFormat) -> StyledText {
        if let movement = line.movement {
            switch index {
            case 2: return StyledText(movement.name, .normal.bold)
            case 5: return MovementsPane.text(movement, dates)
            case 11: return StyledText(Wording.money(movement.money))
            default: break
            }
        }
        switch line.cells[index] {
        case .none: return StyledText(name == .pipeline && index == 3 ? say("no amount") : "", .dim)
        case .text("") where name == .losing: return StyledText(say("none"), .dim)
        case .text(let text): return StyledText(text, index == 0 ? .normal.bold : .dim)
        case .flag(let isSo): return StyledText(isSo ? say("yes") : say("no"), .dim)
        case .number(let number):
            let isLost = name == .losing && index == 2
            return StyledText(String(number), number == 0 ? .dim : isLost ? .promise.bold : .normal)
        case .percent(let number) where name == .hours && index > 3:
            // A column as high as the share, twice, so that it is seen.
            return StyledText(String(repeating: Chart.height(Int64(number), of: 100), count: 2), heat(number))
        case .hour(let hour):
            return StyledText("\(hour)\(Glyphs.dash)\(hour + 1)", .normal.bold)
        case .percent(let number):
            return StyledText("\(number) %", name == .forecast ? ofQuota(number) : .normal)
        case .money(let money):
            let style: Style = money.minor == 0 ? .dim : .normal
            if name == .pipeline { return StyledText(index == 3 ? "\(money)" : money.number, style) }
            return StyledText(
                money.minor == 0 ? Glyphs.between : money.whole,
                (name == .forecast && index == 5) || (name == .commission && index == 6) ? style.bold : style)
        case .day(let day): return StyledText(dates.short(day), .normal.bold)
        case .month(let day): return StyledText(dates.month(day), .normal.bold)
        case .days(let days): return StyledText(say("\(days) d"))
        }
    }

    private static func heat(_ percent: Int) -> Style { percent >= 50 ? .good : percent >= 25 ? .attention : .dim }

    private static func ofQuota(_ percent: Int) -> Style { percent >= 95 ? .good : percent >= 75 ? .attention : .bad }

    static func parts(_ line: Report.Line) -> [Chart.Part] {
        line.parts.map { part in
            switch part.look {
            case .solid: Chart.Part(part.value)
            case .shaded: Chart.Part(part.value, full: false)
            case .good: Chart.Part(part.value, .good)
            case .bad: Chart.Part(part.value, .bad, full: false)
            case .lost: Chart.Part(part.value, .promise)
            case .late: Chart.Part(part.value, .attention)
            }
        }
    }

    /// What the pieces of the bars are, in their colours; of the weeks how each number went.
    static func legend(_ report: Report) -> StyledText {
        switch report.name {
        case .activity:
            (1..<report.columns.count).reduce(StyledText("")) { text, index in
                let numbers = report.lines.reversed().map { line in
                    if case .number(let number) = line.cells[index] { Int64(number) } else { Int64(0) }
                }
                return text + StyledText(say(report.columns[index].label) + " ", .dim)
                    + Chart.sparkline(numbers, width: 12) + "  "
            }
        case .outcomes, .attempts, .hours:
            StyledText(
                "\(Glyphs.full) " + say("reached") + "  \(Glyphs.shade) " + say("not reached") + "  ", .accent)
                + StyledText(report.name == .hours ? say("Mon to Sun: how many of a hundred calls reached") : "", .dim)
        case .forecast:
            StyledText("\(Glyphs.full) " + say("won") + "  ", .good)
                + StyledText(
                    "\(Glyphs.full) " + say("committed") + "  \(Glyphs.shade) " + say("likely") + "  ", .accent)
                + StyledText("\(Glyphs.quota) " + say("quota"), .attention)
        case .conversion:
            StyledText("\(Glyphs.full) " + say("went on") + "  \(Glyphs.shade) " + say("still there") + "  ", .accent)
                + StyledText("\(Glyphs.shade) " + say("lost"), .bad)
        case .commission:
            StyledText("\(Glyphs.full) " + say("earned") + "  ", .good)
                + StyledText("\(Glyphs.shade) " + say("expected"), .accent)
        case .winRate, .sources, .tiers:
            StyledText("\(Glyphs.full) " + say("won") + "  ", .good)
                + StyledText("\(Glyphs.shade) " + say("lost"), .bad)
        case .changes where report.lines.contains { !$0.parts.isEmpty }:
            StyledText("\(Glyphs.full) " + say("days later") + "  ", .attention)
                + StyledText("\(Glyphs.full) " + say("days earlier"), .good)
        case .losing:
            StyledText("\(Glyphs.full) " + say("being lost") + "  ", .promise)
                + StyledText("\(Glyphs.shade) " + say("in touch"), .accent)
        default: ""
        }
    }
}
