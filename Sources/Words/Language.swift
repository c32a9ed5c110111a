/// The languages in which Kontor speaks.
package enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case chinese = "zh"

    /// That of this run.
    nonisolated(unsafe) private static var spoken = Language.english
    /// That of the task at hand; nil for that of the run.
    @TaskLocal package static var ofTask: Language?

    package static var current: Language { ofTask ?? spoken }

    /// Said once, before anything is shown.
    package static func speak(_ language: Language) { spoken = language }

    /// That of the locale's messages: Chinese where it says so, else English.
    init(locale environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        self = locale.hasPrefix("zh") ? .chinese : .english
    }
}
