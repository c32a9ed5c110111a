import Sales
import Testing

@testable import Demo

/// Companies and people are well formed.
struct AddingPeopleTests {
    @Test func phonesAndAddressesAreWellFormed() throws {
        let territory = try TerritoryUnderTest()
        let phones = (territory.contacts.map(\.phones) + territory.companies.map(\.phones)).joined()
        for phone in phones {
            let digits = PhoneDigits(phone.number)
            #expect(phone.number.hasPrefix("+"), "\(phone.number)")
            #expect(digits.isInternational && (10...15).contains(digits.digits.count), "\(phone.number)")
        }
        let mobiles = territory.contacts.map { PhoneDigits($0.phones[0].number).digits }
        #expect(Set(mobiles).count == mobiles.count)
        for email in (territory.contacts.map(\.emails) + territory.companies.map(\.emails)).joined() {
            #expect(email.address.wholeMatch(of: /[a-z.]+@[a-z\-]+\.example/) != nil, "\(email.address)")
        }
        let emails = territory.contacts.flatMap { $0.emails.map(\.address) }
        #expect(Set(emails).count == emails.count)
        for company in territory.companies {
            #expect(!company.addresses[0].city.isEmpty && !company.addresses[0].country.isEmpty, "\(company.name)")
            #expect(!company.tags.isEmpty && !company.industry.isEmpty && company.employees != nil, "\(company.name)")
        }
    }

    @Test func birthdaysAndCadencesAreWhatTheFieldsAllow() throws {
        for contact in try TerritoryUnderTest().contacts {
            if let birthday = contact.birthday {
                #expect(Day(birthday.hasPrefix("--") ? "2000" + birthday.dropFirst() : birthday) != nil, "\(birthday)")
            }
            #expect(contact.cadence.map { (7...365).contains($0) } ?? true)
            #expect(["", "A", "B", "C"].contains(contact.tier))
        }
    }

    @Test(arguments: [
        ("王伟", "伟", "王"), ("欧阳修", "修", "欧阳"), ("田中 宏", "宏", "田中"), ("Ada Lovell", "Ada", "Lovell"),
        ("Yann Le Goff", "Yann", "Le Goff"), ("Dr. Oliver Kern", "Oliver", "Kern"), ("عمر حداد", "عمر", "حداد"),
        ("Madonna", "Madonna", ""),
    ])
    func tellsGivenFromFamilyName(name: String, given: String, family: String) {
        #expect(nameParts(name) == (given, family))
    }
}
