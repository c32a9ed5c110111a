/// A person or company as a vCard tells it, with every property that has no field here kept as it was.

package struct VCard: Sendable, Equatable {
    /// `2.1`, `3.0`, `4.0`; nil when the card does not say.
    package var version: String?
    package var uid: String?
    package var formattedName = ""
    package var name = Name()
    package var nicknames: [String] = []
    package var organisations: [Organisation] = []
    package var roles: [String] = []
    /// Preferred first, else in the order of the card; so are all lists of `Labelled`.
    package var phones: [Labelled<String>] = []
    package var emails: [Labelled<String>] = []
    package var addresses: [Labelled<Address>] = []
    package var urls: [Labelled<String>] = []
    package var birthday: PartialDate?
    package var notes: [String] = []
    package var categories: [String] = []
    /// When the card was last changed, as written.
    package var revision: String?
    /// `individual`, `group`, `org`, `location`, in lower case; nil when the card does not say.
    package var kind: String?
    package var members: [String] = []
    package var phoneticOrganisation: String?
    package var photo: Photo?
    /// All properties without a field here, for the way out.
    package var others: [ContentLine] = []
    /// The card is marked as a company (Apple's X-ABShowAs, KIND:org).
    package var showsAsCompany = false
    /// The physical line of BEGIN, from 1.
    package var line = 1
    package var problems: [FileProblem] = []
    /// Kontor wrote it: its texts stand as they were, blanks at their ends too, and its UID is ours.
    package var isOwn = false

    package init() {}

    package var isGroup: Bool { kind == "group" }

    /// A company: marked as one, or it has a name of an organisation and none of a person.
    package var isCompany: Bool {
        showsAsCompany
            || (!isGroup && formattedName.isEmpty && name.isEmpty && organisations.contains { !$0.name.isEmpty })
    }

    /// N of RFC 6350, section 6.2.2. Several values of a part stay as they are written, with commas.
    package struct Name: Sendable, Hashable {
        package var family = ""
        package var given = ""
        package var additional = ""
        package var prefix = ""
        package var suffix = ""

        package init() {}
        package var isEmpty: Bool { self == Name() }
    }

    package struct Organisation: Sendable, Hashable {
        package var name = ""
        /// Departments, from the largest.
        package var units: [String] = []
        /// The title held there, when the card gives one.
        package var title: String?

        package init() {}
    }

    /// ADR of RFC 6350, section 6.3.1.
    package struct Address: Sendable, Hashable {
        package var poBox = ""
        package var extended = ""
        package var street = ""
        package var locality = ""
        package var region = ""
        package var postalCode = ""
        package var country = ""

        package init() {}
        package var isEmpty: Bool { self == Address() }
    }

    /// One of several phones, e-mails, addresses or links.
    package struct Labelled<Value: Sendable & Hashable>: Sendable, Hashable {
        package var value: Value
        /// In lower case and without `pref`: `work`, `cell`, `fax`.
        package var types: [String]
        /// What the user called it (`X-ABLabel`, `LABEL`).
        package var label: String?
        /// 1 (first) to 100 as in RFC 6350, section 5.3; nil when nothing is said.
        package var preference: Int?

        package init(_ value: Value, types: [String] = [], label: String? = nil, preference: Int? = nil) {
            self.value = value
            self.types = types
            self.label = label
            self.preference = preference
        }
    }

    /// A date of which the year may be missing: `--0203`.
    package struct PartialDate: Sendable, Hashable {
        package var year: Int?
        package var month: Int
        package var day: Int

        package init(year: Int?, month: Int, day: Int) {
            self.year = year
            self.month = month
            self.day = day
        }
    }

    package enum Photo: Sendable, Hashable {
        /// The image and its type as written, such as `jpeg`.
        case image([UInt8], type: String?)
        /// An address, which is never opened.
        case link(String)
    }
}
