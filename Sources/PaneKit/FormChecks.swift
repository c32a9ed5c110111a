package import Screen

/// Several checks that follow from what is typed elsewhere in the form: each is on until it is taken back.

extension FormField {
    /// One of several checks, known by its id as long as what it follows from stays.
    package struct Check: Hashable, Sendable {
        package var id: String
        package var label: StyledText
        /// One that can only be off, and says why.
        package var isOff: Bool

        package init(_ id: String, _ label: StyledText, isOff: Bool = false) {
            self.id = id
            self.label = label
            self.isOff = isOff
        }
    }

    /// There only while there are any.
    package static func checks(_ id: String, _ label: String, _ checks: @escaping (Form) -> [Check]) -> FormField {
        FormField(id, label, .checks(checks), text: "", required: false, hint: { _ in nil })
    }

    /// The ids of the checks that were taken back.
    var takenBack: Set<String> { Set(values.keys) }

    mutating func toggle(_ check: Check) {
        if check.isOff { return }
        values[check.id] = values[check.id] == nil ? "no" : nil
    }
}

extension Form {
    /// Whether a check of a field of several is on.
    package func isOn(_ check: String, of id: String) -> Bool {
        fields.first { $0.id == id }.map { $0.values[check] == nil } ?? true
    }

    /// What stands in a field, of several lines only those that begin with one of these: quick for a text of any length.
    package func text(of id: String, linesBeginningWith marks: Set<Character>) -> String {
        guard let field = fields.first(where: { $0.id == id }), !field.isAtStart else { return "" }
        let editor = field.editor
        if editor.paragraphs.count < 2 { return editor.text }
        return editor.paragraphs.lazy.map(\.characters).filter { line in
            line.first { !$0.isWhitespace }.map(marks.contains) ?? false
        }.map { String($0) }.joined(separator: "\n") + "\n"
    }

    mutating func handleChecks(_ event: Event) -> Reaction? {
        let checks = fields[focus].shownChecks
        let current = min(fields[focus].highlighted ?? 0, checks.count - 1)
        switch event {
        case .key(.down) where current + 1 < checks.count: fields[focus].highlighted = current + 1
        case .key(.up) where current > 0: fields[focus].highlighted = current - 1
        case .key(let key) where key.narrow == .character(" "):
            guard checks.indices.contains(current) else { return .stay }
            fields[focus].toggle(checks[current])
            return react(default: .stay)
        default: return moving(event)
        }
        return .stay
    }

    func drawChecks(_ field: FormField, focused: Bool, on canvas: inout Canvas, in area: Rect, skipped: Int) {
        let current = min(field.highlighted ?? 0, field.shownChecks.count - 1)
        for (row, check) in field.shownChecks.dropFirst(skipped).prefix(area.height).enumerated() {
            let isHere = focused && row + skipped == current
            let mark = check.isOff || field.values[check.id] != nil ? "[ ] " : "[x] "
            let used = canvas.write(mark, x: area.x, y: area.y + row, style: isHere ? .accent.bold : .normal)
            let isOn = mark == "[x] " || check.isOff
            let label = isOn ? check.label : StyledText(check.label.text, .dim)
            canvas.write(label, x: area.x + used, y: area.y + row, width: area.width - used)
        }
    }
}
