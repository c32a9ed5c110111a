import Sales
import Words

/// `FIELD=VALUE` as it is typed: sets a field, or the first of several values; `FIELD+=` adds one, `FIELD-=` removes one.
struct Assignment {
    enum Operation { case set, add, remove }

    /// In lower case, with `_` between words.
    var name: String
    var operation: Operation
    var value: String

    init(_ name: String, _ value: String, _ operation: Operation = .set) {
        self.name = name
        self.value = value
        self.operation = operation
    }

    init(parsing text: String) throws {
        guard let equals = text.firstIndex(of: "=") else {
            throw Failure.usage(say("\(visible(text)) sets nothing: write FIELD=VALUE, or FIELD= to empty it."))
        }
        var name = text[..<equals].trimmingSpaces().lowercased()
        operation = name.hasSuffix("+") ? .add : name.hasSuffix("-") ? .remove : .set
        if operation != .set { name.removeLast() }
        self.name = name.trimmingSpaces().replacing(" ", with: "_").replacing("-", with: "_")
        value = String(text[text.index(after: equals)...])
    }

    /// What options gave, as if it had been typed as FIELD=VALUE.
    static func from(_ options: [(name: String, value: String?)]) -> [Assignment] {
        options.compactMap { option in option.value.map { Assignment(option.name, $0) } }
    }

    /// What a repeated option gave.
    static func adding(_ name: String, _ values: [String]) -> [Assignment] {
        values.map { Assignment(name, $0, .add) }
    }
}

/// What the word in an assignment means for a kind of record.
enum AssignmentTarget<R: Record> {
    case field(Field<R>)
    /// `due`: the date and the time of a follow-up or meeting together.
    case due
    /// A part of the rows of a list: `phone`, `phone 2 label`, `city`.
    case list(ListField<R>, row: Int, part: Int)

    /// - Throws: `FieldError` that lists the fields, with the one that was perhaps meant.
    init(_ name: String) throws {
        let word = name.hasSuffix("_id") ? String(name.dropLast(3)) : name
        if ["due", "due_on", "due_at"].contains(name), R.field("due_on") != nil {
            self = .due
        } else if let field = R.field(name) ?? R.field(word) {
            self = .field(field)
        } else if let target = Self.list(name) {
            self = target
        } else {
            throw Self.unknown(name)
        }
    }

    private static func list(_ name: String) -> AssignmentTarget? {
        for list in R.lists {
            guard
                let rest = [list.name + "s", list.name + "es", list.name].lazy.compactMap({ rest(of: name, behind: $0) }
                ).first
            else { continue }
            let number = Int(rest.first ?? "")
            let part = rest.dropFirst(number == nil ? 0 : 1).joined(separator: "_")
            guard (number ?? 1) >= 1,
                let index = list.parts.firstIndex(where: { $0.name == part || $0.column == part })
                    ?? valuePart(list, part)
            else { return nil }
            return .list(list, row: (number ?? 1) - 1, part: index)
        }
        // `city` alone is that of the first address.
        guard let address = R.lists.first(where: { $0.name == "address" }), name != "label",
            let index = address.parts.firstIndex(where: { $0.name == name })
        else { return nil }
        return .list(address, row: 0, part: index)
    }

    /// The part that the list's own name means: the value; of an address the street.
    private static func valuePart(_ list: ListField<R>, _ part: String) -> Int? {
        part.isEmpty ? list.parts.firstIndex { $0.name.isEmpty || $0.name == "street" } ?? 0 : nil
    }

    /// The words behind a name: `phone_2_label` behind `phone` is `2`, `label`.
    private static func rest(of name: String, behind list: String) -> [String]? {
        if name == list { return [] }
        return name.hasPrefix(list + "_") ? name.dropFirst(list.count + 1).split(separator: "_").map(String.init) : nil
    }

    private static func unknown(_ name: String) -> FieldError {
        var names = R.fields.map(\.name)
        if let at = names.firstIndex(of: "due_on") { names.insert("due", at: at) }
        names += R.lists.map(\.name)
        let kind = R.kind.name
        let shown = visible(String(name.prefix(60)))
        let list = names.joined(separator: ", ")
        if let near = nearest(to: folded(name), among: names) {
            return FieldError(say("A \(kind) has no field \(shown); did you mean \(near)? Its fields are \(list)."))
        }
        return FieldError(say("A \(kind) has no field \(shown); its fields are \(list)."))
    }
}
