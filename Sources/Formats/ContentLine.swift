/// A line of a vCard or of a calendar: group, name, parameters, value.
package struct ContentLine: Sendable, Hashable {
    package struct Parameter: Sendable, Hashable {
        /// In upper case; `TYPE` for the bare words of 2.1.
        package var name: String
        package var values: [String]

        package init(name: String, values: [String]) {
            self.name = name
            self.values = values
        }
    }

    package var group: String?
    /// In upper case.
    package var name: String
    package var parameters: [Parameter]
    /// Decoded from quoted-printable and its charset, but with the escapes and separators as written.
    package var value: String
    /// The physical line, from 1.
    package var line: Int

    package init(group: String? = nil, name: String, parameters: [Parameter] = [], value: String, line: Int = 0) {
        self.group = group
        self.name = name
        self.parameters = parameters
        self.value = value
        self.line = line
    }

    /// All values of a parameter, which may stand several times.
    package func values(_ name: String) -> [String] {
        parameters.filter { $0.name == name }.flatMap(\.values)
    }

    /// Whether a word stands among the types, in any case.
    package func isType(_ word: String) -> Bool {
        values("TYPE").contains { $0.lowercased() == word }
    }
}

extension ContentLine {
    /// The mark of the cards and calendars that Kontor writes.
    package static let product = "-//Kontor//Kontor//EN"

    /// A line whose value is a text, which is escaped.
    package init(_ name: String, text: String, parameters: [Parameter] = [], group: String? = nil) {
        self.init(group: group, name: name, parameters: parameters, value: ContentText.escaped(text))
    }

    /// A line whose value has parts, each of which is escaped.
    package init(_ name: String, parts: [String], parameters: [Parameter] = [], group: String? = nil) {
        self.init(
            group: group, name: name, parameters: parameters,
            value: parts.map(ContentText.escaped).joined(separator: ";"))
    }

    /// The parameters as they stand in a file: quoted where they must be, so that reading them gives the same.
    package var parameterText: String {
        parameters.map { $0.name + "=" + $0.values.map(ContentText.quoted).joined(separator: ",") }
            .joined(separator: ";")
    }

    /// Whether it says that Kontor wrote what it stands in.
    var isOwnMark: Bool { name == "PRODID" && value == ContentLine.product }
}
