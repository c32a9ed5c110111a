/// The table of the person's settings: it drives the file, the environment, `kontor config`, the manual and its page.

/// One row of the table.
package struct Setting: Sendable {
    package enum Values: Sendable {
        /// One of these words.
        case words([String])
        case flag
        /// ISO 4217.
        case currency
        /// ISO 4217, or `none`.
        case currencyOrNone
        /// Days of the week: `mon-fri`, `sun-thu`, `mon,tue,thu`.
        case weekdays
        /// A whole number.
        case number(ClosedRange<Int>)
        /// Times of a day: `9:00-18:00`, `8:30-12:00,13:30-17:30`.
        case hours
        /// A program and its arguments, one of which holds this word.
        case command(place: String)
    }

    /// Its name in the file and on the command line.
    package let key: String
    package let values: Values
    /// What holds when nothing is said, in words.
    package let standard: String
    /// A sentence that says what it does.
    package let about: String

    /// The variable of the environment that says something else than the file.
    package var variable: String { "KONTOR_" + key.uppercased() }

    package static let all: [Setting] = [
        Setting(
            key: "currency", values: .currency, standard: "that of the country of your locale",
            about: "The currency of new deals, and of amounts that do not say theirs."),
        Setting(
            key: "base_currency", values: .currencyOrNone, standard: "none",
            about: """
                The currency in which the pipeline and its reports show one total of all, besides the exact ones; converted by \
                the rates that you keep (`gl` `x`).
                """),
        Setting(
            key: "language", values: .words(["auto", "en", "zh"]), standard: "auto",
            about:
                "English or Chinese, by itself as your locale says. What you enter and import may be in any language."),
        Setting(
            key: "theme", values: .words(["auto", "dark", "light", "plain", "none"]), standard: "auto",
            about: """
                The colours: for a dark or a light background, the plain 8 of the terminal, or none. By itself none with \
                NO_COLOR, light where COLORFGBG says so, plain where there are fewer than 256 colours, else dark.
                """),
        Setting(
            key: "glyphs", values: .words(["auto", "full", "plain"]), standard: "auto",
            about: """
                Whether symbols such as the arrow and the line are drawn, or a plain letter for each. By itself the terminal \
                is asked: one that draws them two columns wide gets the letters.
                """),
        Setting(
            key: "mouse", values: .flag, standard: "on",
            about: "Whether the mouse is Kontor's; without it the terminal marks and copies text as elsewhere."),
        Setting(
            key: "bell", values: .flag, standard: "off",
            about: "Whether the terminal's bell is rung when a reminder comes due."
        ),
        Setting(
            key: "backups", values: .flag, standard: "on",
            about: """
                Whether the screen has a copy of the file made each day on which something changed: when nobody has typed for five \
                minutes, or at the end. `kontor backup --daily` makes the same.
                """),
        Setting(
            key: "working_week", values: .weekdays, standard: "mon-fri",
            about: "The days on which you work: proposed next steps fall on these. Holidays are rows of the file."),
        Setting(
            key: "next_sale", values: .number(0...3650), standard: "90",
            about: """
                After how many days a follow-up for the next sale is proposed when a deal is won, on a working day; 0 proposes \
                none.
                """),
        Setting(
            key: "working_hours", values: .hours, standard: "9:00-18:00",
            about: "The hours of a working day: the next free time for a meeting lies in these."),
        Setting(
            key: "travel", values: .number(0...600), standard: "30",
            about: """
                Minutes that the way takes between two meetings at different places: with less between them they are in conflict, \
                and the next free time leaves as much.
                """),
        Setting(
            key: "dial", values: .command(place: "{number}"), standard: "none",
            about: """
                The program that `D` dials with, a list of itself and its arguments: {number} becomes the number, digits and a + \
                before them. It runs without a shell, beside Kontor, and sees no terminal.
                """),
    ]

    /// The row of a name; nil for none.
    package static func named(_ key: String) -> Setting? { all.first { $0.key == key } }

    /// What it may be, as the end of a sentence.
    package var possible: String {
        switch values {
        case .words(let words):
            words.dropLast().joined(separator: ", ") + " " + say("or") + " " + words[words.count - 1]
        case .flag: say("on or off")
        case .currency: say("the three letters of a currency, such as EUR")
        case .currencyOrNone: say("the three letters of a currency, such as EUR, or none")
        case .weekdays: say("days of the week, such as mon-fri or sun,mon,wed")
        case .number(let range): say("a whole number from \(range.lowerBound) to \(range.upperBound)")
        case .hours: say("times of a day, such as 9:00-18:00 or 8:30-12:00,13:30-17:30")
        case .command(let place): say("none, or a program and its arguments, such as [\"dialer\", \"tel:\(place)\"]")
        }
    }

    /// A value in the one form in which it is kept.
    ///
    /// - Throws: `SettingError` that says what is possible.
    package func value(of text: String) throws(SettingError) -> String {
        let word = text.lowercased()
        switch values {
        case .words(let words): if words.contains(word) { return word }
        case .flag:
            if ["on", "true", "yes", "1"].contains(word) { return "on" }
            if ["off", "false", "no", "0"].contains(word) { return "off" }
        case .currency, .currencyOrNone:
            if case .currencyOrNone = values, word == "none" { return word }
            let code = text.uppercased()
            if code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) { return code }
        case .weekdays: if let days = Setting.weekdays(in: word) { return Setting.text(of: days) }
        case .number(let range): if let number = Int(word), range.contains(number) { return String(number) }
        case .hours: if let hours = Setting.hours(in: word) { return Setting.text(of: hours) }
        case .command(let place):
            if word == "none" { return word }
            let words = SettingsFile.list(text) ?? text.split(separator: " ").map(String.init)
            // The program is the user's own choice, never a piece of the data.
            if let program = words.first, !program.isEmpty, !program.hasPrefix("["), !program.contains(place),
                words.dropFirst().contains(where: { $0.contains(place) })
            {
                return SettingsFile.written(words)
            }
        }
        throw SettingError(say("\(key) is \(possible), not “\(visible(text))”."))
    }

    private static let dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// ISO weekdays, 1 Monday to 7 Sunday, of `mon-fri` or `sun,mon,wed`; a range may go over the end of the week. Nil when it
    /// is no such text.
    package static func weekdays(in text: String) -> Set<Int>? {
        var days: Set<Int> = []
        for part in text.split(whereSeparator: { $0 == "," || $0 == " " }) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { name in
                dayNames.firstIndex(of: String(name))
            }
            guard ends.count <= 2, let first = ends[0], let last = ends[ends.count - 1] else { return nil }
            for step in 0...(last - first + 7) % 7 { days.insert((first + step) % 7 + 1) }
        }
        return days.isEmpty ? nil : days
    }

    /// Minutes since midnight of `9-18` or `8:30-12:00,13:30-17:30`, in order and apart; nil when it is no such text.
    package static func hours(in text: String) -> [Range<Int>]? {
        func minutes(_ text: Substring) -> Int? {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
            guard parts.count <= 2, let hour = parts[0], let minute = parts.count == 2 ? parts[1] : 0,
                (0...24).contains(hour), (0..<60).contains(minute), hour < 24 || minute == 0
            else { return nil }
            return hour * 60 + minute
        }
        var hours: [Range<Int>] = []
        for part in text.split(whereSeparator: { $0 == "," || $0 == " " }) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map(minutes)
            guard ends.count == 2, let start = ends[0], let end = ends[1], start < end,
                start >= hours.last?.upperBound ?? 0
            else { return nil }
            hours.append(start..<end)
        }
        return hours.isEmpty ? nil : hours
    }

    private static func text(of hours: [Range<Int>]) -> String {
        func time(_ minutes: Int) -> String { "\(minutes / 60):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)" }
        return hours.map { "\(time($0.lowerBound))-\(time($0.upperBound))" }.joined(separator: ",")
    }

    /// The shortest text of these days: ranges of three and more.
    private static func text(of days: Set<Int>) -> String {
        if days.count == 7 { return "mon-sun" }
        // Begins behind a free day, so that sun-thu is one range.
        let start = days.contains(1) && days.contains(7) ? (1...7).last { !days.contains($0) }! + 1 : 1
        var parts: [[Int]] = []
        for day in (start..<start + 7).map({ ($0 - 1) % 7 + 1 }) where days.contains(day) {
            if let last = parts.last?.last, last % 7 + 1 == day {
                parts[parts.count - 1].append(day)
            } else {
                parts.append([day])
            }
        }
        return parts.map { part in
            let names = part.map { dayNames[$0 - 1] }
            return names.count > 2 ? "\(names[0])-\(names[names.count - 1])" : names.joined(separator: ",")
        }.joined(separator: ",")
    }
}

/// A setting that is not as it should be, in a sentence that says what is possible.
package struct SettingError: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
