/// The calendar dates and the times of day that `DateScanner` takes.
extension DateScanner {
    // MARK: Calendar dates

    /// Whatever of year, month and day is written here; nil when it is no date.
    mutating func takeDateParts() -> (year: Int?, month: Int?, day: Int?)? {
        let start = at
        if let found = datePartsWithMonthName() ?? datePartsOfNumbers() { return found }
        at = start
        return nil
    }

    private mutating func datePartsWithMonthName() -> (year: Int?, month: Int?, day: Int?)? {
        let start = at
        if let month = take(from: Self.months) {
            if current == "." { at += 1 }
            let afterMonth = at
            skipSpaces()
            if let number = takeNumber(), number.digits <= 2, current != ":", current != "点", !isSuffixHere {
                _ = takePhrase(["st", "nd", "rd", "th"])
                return (takeYear(), month, number.value)
            }
            at = afterMonth
            return (takeYear(), month, nil)
        }
        guard let number = takeNumber(), number.digits <= 2 else {
            at = start
            return nil
        }
        if !takePhrase(["st", "nd", "rd", "th"]), current == "." { at += 1 }
        let isOrdinal = ["st", "nd", "rd", "th"].contains(lastTaken)
        let afterNumber = at
        skipSpaces()
        if current == "-" { at += 1 }
        _ = takePhrase(["of"])
        skipSpaces()
        if let month = take(from: Self.months) {
            if current == "." { at += 1 }
            if current == "-" { at += 1 }
            return (takeYear(), month, number.value)
        }
        if isOrdinal, characters[start..<afterNumber].contains(where: \.isLatinLetter) {
            at = afterNumber
            return (nil, nil, number.value)
        }
        at = start
        return nil
    }

    private static let months: [(String, Int)] = {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november",
            "december",
        ]
        var all: [(String, Int)] = [("sept", 9)]
        for (index, name) in names.enumerated() {
            all.append((name, index + 1))
            if name.count > 3 { all.append((String(name.prefix(3)), index + 1)) }
        }
        return all
    }()

    /// A year of four digits after a date.
    private mutating func takeYear() -> Int? {
        let start = at
        while current == " " || current == "," { at += 1 }
        if let number = takeNumber(), number.digits == 4, current != ":" { return number.value }
        at = start
        return nil
    }

    private mutating func datePartsOfNumbers() -> (year: Int?, month: Int?, day: Int?)? {
        guard let first = takeNumber() else { return nil }
        if takePhrase(["年"]) {
            guard first.digits == 4 else { return nil }
            skipSpaces()
            guard let (month, day) = takeHanMonth() else { return (first.value, nil, nil) }
            return (first.value, month, day)
        }
        if takePhrase(["月份", "月"]) {
            if takePhrase(["底", "末"]) { return nil }
            return (nil, first.value, takeDayOfMonth())
        }
        if takePhrase(["号", "日"]) { return (nil, nil, first.value) }
        guard let mark = takeMark("-/.") else {
            return first.digits == 4 && isAtEnd && (1900...2999).contains(first.value) ? (first.value, nil, nil) : nil
        }
        guard let second = takeNumber(), second.digits <= 2 else { return nil }
        if first.digits == 4 {
            guard takeMark(String(mark)) != nil else { return (first.value, second.value, nil) }
            guard let third = takeNumber(), third.digits <= 2, current?.isASCIIDigit != true else { return nil }
            if current == "t" { at += 1 }
            return (first.value, second.value, third.value)
        }
        guard first.digits <= 2 else { return nil }
        var year: Int?
        if takeMark(String(mark)) != nil {
            if let third = takeNumber() {
                guard third.digits == 4 else { return nil }
                year = third.value
            } else if mark != "." {
                return nil
            }
        }
        // With points the day comes first (27.11.), else the month, unless there is no such month (27/11).
        let isDayFirst = mark == "." || (first.value > 12 && second.value <= 12)
        return isDayFirst ? (year, second.value, first.value) : (year, first.value, second.value)
    }

    /// 12月1日, 12月.
    mutating func takeHanMonth() -> (month: Int, day: Int?)? {
        let start = at
        if let month = takeNumber(), takePhrase(["月份", "月"]) { return (month.value, takeDayOfMonth()) }
        at = start
        return nil
    }

    /// 15号, 15日, or 15 at the end.
    mutating func takeDayOfMonth() -> Int? {
        let start = at
        skipSpaces()
        if let number = takeNumber(), number.digits <= 3, takePhrase(["号", "日"]) || isAtEnd { return number.value }
        at = start
        return nil
    }

    // MARK: Times

    /// 下午, `morning`.
    mutating func takePartOfDay() -> PartOfDay? {
        take(from: [
            ("凌晨", .night), ("早上", .morning), ("早晨", .morning), ("上午", .morning), ("早", .morning),
            ("中午", .noon), ("午间", .noon), ("noon", .noon), ("下午", .afternoon), ("午后", .afternoon),
            ("傍晚", .evening), ("晚上", .evening), ("晚间", .evening), ("晚", .evening), ("夜里", .night),
            ("in the morning", .morning), ("morning", .morning), ("in the afternoon", .afternoon),
            ("afternoon", .afternoon), ("in the evening", .evening), ("evening", .evening),
        ])
    }

    private var isSuffixHere: Bool {
        var ahead = self
        return ahead.takeSuffix() != nil
    }

    mutating func takeSuffix() -> PartOfDay? {
        let start = at
        skipSpaces()
        if let found = take(from: [("am", PartOfDay.am), ("pm", .pm), ("a.m.", .am), ("p.m.", .pm)]) { return found }
        at = start
        return nil
    }

    /// `15:30`, `10` before am or pm or where it may be bare, 十点半, 3点一刻, 15时30分.
    mutating func takeClockTime(mayBeBare: Bool) -> (hour: Int, minute: Int)? {
        let start = at
        guard let hour = takeNumber(), hour.digits <= 2 || !characters[start].isASCIIDigit, hour.value < 100 else {
            at = start
            return nil
        }
        if takeMark(":") != nil {
            if let minute = takeNumber(), minute.digits == 2 {
                // Seconds are read and dropped.
                if takeMark(":") != nil, (takeNumber()?.value ?? 60) >= 60 { at = start; return nil }
                return (hour.value, minute.value)
            }
        } else if takePhrase(["点钟", "点整", "点", "时"]) {
            return (hour.value, takeHanMinutes())
        } else if isSuffixHere || takePhrase(["uhr", "o'clock"]) {
            return (hour.value, 0)
        } else if mayBeBare, isAtEnd || current == " ", characters[start].isASCIIDigit {
            return (hour.value, 0)
        }
        at = start
        return nil
    }

    private mutating func takeHanMinutes() -> Int {
        let start = at
        if takePhrase(["半"]) { return 30 }
        if takePhrase(["一刻"]) { return 15 }
        if takePhrase(["三刻"]) { return 45 }
        _ = takePhrase(["过"])
        if let minute = takeNumber() {
            _ = takePhrase(["分钟", "分"])
            return minute.value
        }
        at = start
        return 0
    }
}
