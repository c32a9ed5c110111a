import Demo
import PaneKit
import Panes
import Sales
import Screen
import Storage
import Words

/// The pictures of the documentation: the real screen on the demo territory, at a time that stands still.
enum Pictures {
    /// What is typed to get there, and the size of the screen.
    private typealias Shot = (name: String, title: String, keys: String, width: Int, height: Int)

    private static let inChinese: [Shot] = [
        ("zh-today-100x30", "今天", "", 100, 30), ("zh-call-100x28", "记录通话", "jci要新价目表，周五前", 100, 28),
        ("zh-pipeline-120x34", "销售漏斗", "7llj", 120, 34),
    ]

    private static let shots: [Shot] = [
        ("today-120x36", "Today, with room for the brief", "", 120, 36),
        ("today-80x24", "Today in 80 columns", "", 80, 24),
        ("contacts-100x28", "Contacts, narrowed by typing", "2/sh last>10d", 100, 28),
        ("call-100x28", "Logging a call", "jciWants the new price list by Friday", 100, 28),
        ("pipeline-120x34", "The pipeline", "7llj", 120, 34),
        ("pipeline-120x40", "The pipeline", "7llj", 120, 40),
        ("pipeline-80x24", "The pipeline in 80 columns", "7llj", 80, 24),
        ("reports-120x34", "What was done, week by week", "8[jl", 120, 34),
        ("changes-120x40", "What changed in the pipeline", "8]j", 120, 40),
        ("changes-80x24", "What changed in the pipeline, in 80 columns", "8]j", 80, 24),
        ("reports-80x24", "What was done, week by week, in 80 columns", "8[jl", 80, 24),
        ("forecast-120x40", "The forecast against the quota", "8]]j", 120, 40),
        ("conversion-120x40", "From stage to stage", "8]]]jl", 120, 40),
        ("conversion-80x24", "From stage to stage in 80 columns", "8]]]jl", 80, 24),
        ("best-hour-120x40", "When somebody is reached", "8[[j", 120, 40),
        ("forecast-80x24", "The forecast in 80 columns", "8]]j", 80, 24),
        ("open-deals-80x24", "The open deals by stage", "8j", 80, 24),
        ("win-rate-80x24", "Win rate and days to win", "8]]]]G", 80, 24),
        ("reasons-80x24", "Lost by reason", "8]]]]]j", 80, 24),
        ("sources-80x24", "Won and lost by source", "8]]]]]]j", 80, 24),
        ("tiers-80x24", "Won and lost by tier", "8]]]]]]]j", 80, 24),
        ("commission-80x24", "My commission", "8]]]]]]]]j", 80, 24),
        ("losing-80x24", "Losing touch by tier", "8[[[[[j", 80, 24),
        ("calls-80x24", "Calls by outcome", "8[[[[j", 80, 24),
        ("attempts-80x24", "Reached by attempt", "8[[[j", 80, 24),
    ]

    /// File names and SVG; the same at every call.
    static func pages() throws -> [(name: String, text: String)] {
        let clock = Clock(zone: Zone("Asia/Shanghai")!, fixedAt: Instant("2026-11-20T06:05:00Z")!)
        func page(_ shot: Shot) throws -> (name: String, text: String) {
            let store = try Store.inMemory(clock: clock, seed: 1)
            try DemoTerritory.fill(store, clock: clock)
            let office = Panes.Office(store: store, currency: "CNY")
            var app = App(program: office.program(), size: Size(width: shot.width, height: shot.height))
            app.type(shot.keys)
            while app.isUnfinished { app.goOn() }
            return ("screens/\(shot.name).svg", ScreenPicture(canvas: app.draw(), title: shot.title).svg)
        }
        return try shots.map(page) + Language.$ofTask.withValue(.chinese) { try inChinese.map(page) }
    }
}
