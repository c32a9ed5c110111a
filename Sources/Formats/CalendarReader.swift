import Words

/// Reads the components of a calendar (iCalendar, and vCalendar 1.0 as far as it is the same) one after another.
package struct CalendarReader {
    /// The encoding of the file; single properties may declare another.
    package var encoding: TextDetection { source.encoding }
    /// What is wrong outside the components. Those of a component are in the component.
    package private(set) var problems = FileProblems()
    /// How many calendars have begun: a file may hold several.
    package private(set) var calendars = 0
    /// The zone of the whole calendar (`X-WR-TIMEZONE`).
    package private(set) var zone: String?

    private var source: ContentSource
    /// Components begun and not ended, the outermost first.
    private var open: [CalendarComponent] = []
    private var isInside = false
    private var isOwn = false
    private var method = ""
    private var hasSeenStray = false
    private var size = 0

    /// - Parameters:
    ///   - source: the bytes of the file.
    ///   - encoding: of text that is not UTF-8 and does not declare its charset, as the user chose it.
    /// - Throws: `FileProblem` for UTF-32; what the source throws.
    package init(_ source: @escaping ByteSource, encoding: TextEncoding? = nil) throws {
        self.source = try ContentSource(source, encoding: encoding)
    }

    package init(_ bytes: [UInt8], encoding: TextEncoding? = nil) throws {
        try self.init(Formats.source(of: bytes), encoding: encoding)
    }

    /// The next component of a calendar; nil at the end.
    package mutating func next() throws -> CalendarComponent? {
        while let line = try source.next() {
            if line.bytes.isEmpty { continue }
            guard let (name, begins) = line.marker else {
                add(line)
                continue
            }
            if name == "VCALENDAR" {
                isInside = begins
                if begins { beginCalendar() }
                // What is open ends with its calendar.
                if let component = endAll(line.number) { return component }
            } else if begins {
                if let component = begin(name, line.number) { return component }
            } else if let component = end(name, line.number) {
                return component
            }
        }
        return endAll(nil)
    }

    private mutating func beginCalendar() {
        calendars += 1
        (isOwn, method) = (false, "")
    }

    /// - Returns: the component before it, when that one was not ended.
    private mutating func begin(_ name: String, _ line: Int) -> CalendarComponent? {
        // No event holds another.
        let isWhole = ["VEVENT", "VTODO", "VJOURNAL", "VTIMEZONE", "VFREEBUSY"].contains(name)
        let unended = isWhole ? endAll(line) : nil
        var component = CalendarComponent(name: name, line: line)
        (component.isOwn, component.method) = (isOwn, method)
        if !isInside, open.isEmpty, !hasSeenStray {
            hasSeenStray = true
            component.problems.append(FileProblem(line: line, reason: say("\(visible(name)) outside of any calendar")))
        }
        if open.isEmpty { size = 0 }
        if open.count < Limits.nesting {
            open.append(component)
        } else {
            report(line, say("more than 100 components inside one another"))
        }
        return unended
    }

    private mutating func end(_ name: String, _ line: Int) -> CalendarComponent? {
        guard let place = open.lastIndex(where: { $0.name == name }) else {
            report(line, say("END:\(visible(name)) without its BEGIN"))
            return nil
        }
        while open.count > place + 1 { fold(line) }
        return close()
    }

    private mutating func endAll(_ line: Int?) -> CalendarComponent? {
        if open.isEmpty { return nil }
        while open.count > 1 { fold(line) }
        open[0].problems.append(FileProblem(line: line ?? open[0].line, reason: say("END:\(open[0].name) is missing")))
        return close()
    }

    /// Ends the innermost component, whose END is missing.
    private mutating func fold(_ line: Int?) {
        let inner = open[open.count - 1]
        open[0].problems.append(
            FileProblem(line: line ?? inner.line, reason: say("END:\(visible(inner.name)) is missing")))
        _ = close()
    }

    /// - Returns: the component when it is a whole one.
    private mutating func close() -> CalendarComponent? {
        guard let component = open.popLast() else { return nil }
        if open.isEmpty { return component }
        open[open.count - 1].parts.append(component)
        return nil
    }

    private mutating func report(_ line: Int, _ reason: String) {
        if open.isEmpty {
            problems.add(line: line, reason)
        } else if open[0].problems.count < Limits.problems {
            open[0].problems.append(FileProblem(line: line, reason: reason))
        }
    }

    private mutating func add(_ line: ContentLines.Line) {
        if open.isEmpty, !isInside {
            if !hasSeenStray { problems.add(line: line.number, say("text outside of any calendar")) }
            hasSeenStray = true
            return
        }
        var found: [String] = []
        defer { for reason in found { report(line.number, reason) } }
        guard let property = line.property(report: { found.append($0) }) else { return }
        size += line.bytes.count
        if size > 2 * Limits.photo {
            found.append(say("the component is too large; \(visible(property.name)) was left out"))
            return
        }
        if property.name == "ATTACH" || property.name == "IMAGE", !open.isEmpty {
            open[0].attachments += 1
            return
        }
        let read = line.decoded(property, undeclared: source.undeclared) { found.append($0) }
        if !open.isEmpty {
            open[open.count - 1].lines.append(read)
            return
        }
        switch read.name {
        case "PRODID": isOwn = read.isOwnMark
        case "METHOD": method = read.value.trimmed.uppercased()
        case "X-WR-TIMEZONE": zone = zone ?? read.text.trimmed
        default: break
        }
    }
}
