import Words

/// What a contact, company, deal or meeting has several of. Each has a label (`work`, `mobile`) that may be empty.

package struct Phone: Hashable, Sendable {
    package var label: String
    /// As typed.
    package var number: String

    package init(_ number: String, label: String = "") {
        self.number = number
        self.label = label
    }

    /// What the label of a number says under which nobody is reached.
    private static let badMark = "bad number"
    package var isBad: Bool { folded(label).contains(Phone.badMark) }
    /// The same number, known as a bad one; what its label said stays.
    package var markedBad: Phone {
        if isBad { return self }
        return Phone(number, label: label.isEmpty ? Phone.badMark : "\(label) (\(Phone.badMark))")
    }
}

package struct Email: Hashable, Sendable {
    package var label: String
    package var address: String

    package init(_ address: String, label: String = "") {
        self.address = address
        self.label = label
    }
}

package struct Address: Hashable, Sendable {
    package var label = ""
    package var street = ""
    package var city = ""
    package var region = ""
    package var postcode = ""
    package var country = ""

    package init(
        label: String = "", street: String = "", city: String = "", region: String = "", postcode: String = "",
        country: String = ""
    ) {
        self.label = label
        self.street = street
        self.city = city
        self.region = region
        self.postcode = postcode
        self.country = country
    }

    package var isEmpty: Bool { (street + city + region + postcode + country).isEmpty }
}

/// The id that another program gave to the record.
package struct ExternalID: Hashable, Sendable {
    /// The program or list that it comes from: `salesforce`.
    package var source: String
    package var value: String

    package init(source: String, value: String) {
        self.source = source
        self.value = value
    }

    /// The source of the uids of records that were merged into this one.
    package static let merged = "kontor"
}

/// What a file brought that has no field here (a vCard property, a column), kept for the way out.
package struct ForeignProperty: Hashable, Sendable {
    package var name: String
    /// As the file wrote them, parted by `;`.
    package var parameters: String
    package var value: String

    package init(name: String, parameters: String = "", value: String) {
        self.name = name
        self.parameters = parameters
        self.value = value
    }
}

/// A person's part in a deal.
package struct DealRole: Hashable, Sendable {
    package var contactID: Int64
    /// `decider`, `buyer`, `user`, `blocker` or the user's own word; may be empty.
    package var role: String

    package init(contactID: Int64, role: String = "") {
        self.contactID = contactID
        self.role = role
    }
}

extension ListField {
    static func phones(_ path: Path<R, [Phone]>) -> ListField {
        ListField(
            name: "phone", label: "Phone",
            parts: [
                ListPart(name: "", column: "number", type: .text),
                ListPart(name: "label", column: "label", type: .text),
            ],
            get: { $0[keyPath: path].map { [.text($0.number), .text($0.label)] } },
            set: { $0[keyPath: path] = $1.map { Phone($0[0].text ?? "", label: $0[1].text ?? "") } })
    }

    static func emails(_ path: Path<R, [Email]>) -> ListField {
        ListField(
            name: "email", label: "E-mail",
            parts: [
                ListPart(name: "", column: "address", type: .text),
                ListPart(name: "label", column: "label", type: .text),
            ],
            get: { $0[keyPath: path].map { [.text($0.address), .text($0.label)] } },
            set: { $0[keyPath: path] = $1.map { Email($0[0].text ?? "", label: $0[1].text ?? "") } })
    }

    static func addresses(_ path: Path<R, [Address]>) -> ListField {
        let names = ["label", "street", "city", "region", "postcode", "country"]
        return ListField(
            name: "address", label: "Address", parts: names.map { ListPart(name: $0, column: $0, type: .text) },
            get: {
                $0[keyPath: path].map {
                    [
                        .text($0.label), .text($0.street), .text($0.city), .text($0.region), .text($0.postcode),
                        .text($0.country),
                    ]
                }
            },
            set: { record, rows in
                record[keyPath: path] = rows.map { row in
                    let text = row.map { $0.text ?? "" }
                    return Address(
                        label: text[0], street: text[1], city: text[2], region: text[3], postcode: text[4],
                        country: text[5])
                }
            })
    }

    static func tags(_ path: Path<R, [String]>) -> ListField {
        ListField(
            name: "tag", label: "Tags", parts: [ListPart(name: "", column: "name", type: .text)],
            get: { $0[keyPath: path].map { [.text($0)] } },
            set: { $0[keyPath: path] = $1.compactMap { $0[0].text } })
    }

    static func externalIDs(_ path: Path<R, [ExternalID]>) -> ListField {
        ListField(
            name: "external_id", label: "External id",
            parts: [
                ListPart(name: "", column: "value", type: .text),
                ListPart(name: "source", column: "source", type: .text),
            ],
            get: { $0[keyPath: path].map { [.text($0.value), .text($0.source)] } },
            set: { $0[keyPath: path] = $1.map { ExternalID(source: $0[1].text ?? "", value: $0[0].text ?? "") } })
    }

    static func properties(_ path: Path<R, [ForeignProperty]>) -> ListField {
        ListField(
            name: "property", label: "Other properties",
            parts: [
                ListPart(name: "", column: "value", type: .longText),
                ListPart(name: "name", column: "name", type: .text),
                ListPart(name: "parameters", column: "parameters", type: .text),
            ],
            get: { $0[keyPath: path].map { [.text($0.value), .text($0.name), .text($0.parameters)] } },
            set: { record, rows in
                record[keyPath: path] = rows.map {
                    ForeignProperty(name: $0[1].text ?? "", parameters: $0[2].text ?? "", value: $0[0].text ?? "")
                }
            })
    }

    static func attendees(_ path: Path<R, [Int64]>) -> ListField {
        ListField(
            name: "attendee", label: "With",
            parts: [ListPart(name: "", column: "contact_id", type: .reference(.contact))],
            get: { $0[keyPath: path].map { [.integer($0)] } },
            set: { $0[keyPath: path] = $1.compactMap { $0[0].integer } })
    }

    static func roles(_ path: Path<R, [DealRole]>) -> ListField {
        ListField(
            name: "role", label: "People",
            parts: [
                ListPart(name: "contact", column: "contact_id", type: .reference(.contact)),
                ListPart(name: "", column: "role", type: .text),
            ],
            get: { $0[keyPath: path].map { [.integer($0.contactID), .text($0.role)] } },
            set: { record, rows in
                record[keyPath: path] = rows.compactMap { row in
                    row[0].integer.map { DealRole(contactID: $0, role: row[1].text ?? "") }
                }
            })
    }

    static func alarms(_ path: Path<R, [Int]>) -> ListField {
        ListField(
            name: "alarm", label: "Alarms",
            parts: [ListPart(name: "", column: "minutes_before", type: .integer(0...525_600))],
            get: { $0[keyPath: path].map { [.integer(Int64($0))] } },
            set: { $0[keyPath: path] = $1.compactMap { $0[0].integer.map { Int($0) } } })
    }
}
