import Exchange
import Sales
import Storage
import Testing

/// The headings of other programs: what a row of each becomes.
@Suite struct HeadingsTests {
    @Test func googleContactsNewAndOld() throws {
        let new = """
            First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Website 1 - Label,Website 1 - Value
            Ada,King,Lovell,,Dr.,Addie,,Engines Ltd,CEO,Board,1815-12-10,First line,,Friends ::: * myContacts,* Work,ada@example.com,Home,a@home.example,Mobile,+44 20 7946 0000 ::: +44 20 7946 0001,Home,"1 Way, London",1 Way,London,,Greater London,W1,UK,,example.com
            """
        let desk = try Desk()
        let report = try desk.take("contacts.csv", new)
        #expect(report.counts[.contact] == .init(imported: 1))
        #expect(report.files[0].unmapped == ["Name Prefix"])
        let ada = try #require(try desk.all(Contact.self).first)
        #expect(ada.name == "Ada King Lovell")
        #expect((ada.givenName, ada.familyName, ada.nickname) == ("Ada", "Lovell", "Addie"))
        #expect((ada.position, ada.department, ada.birthday, ada.about) == ("CEO", "Board", "1815-12-10", "First line"))
        #expect(ada.tags == ["Friends", "myContacts"])
        #expect(ada.emails == [Email("ada@example.com", label: "work"), Email("a@home.example", label: "home")])
        #expect(ada.phones == [Phone("+44 20 7946 0000", label: "mobile"), Phone("+44 20 7946 0001", label: "mobile")])
        #expect(
            ada.addresses == [
                Address(
                    label: "home", street: "1 Way", city: "London", region: "Greater London", postcode: "W1",
                    country: "UK")
            ])
        #expect(ada.website == "example.com")
        #expect(try desk.all(Company.self).map(\.name) == ["Engines Ltd"])
        #expect(report.made == [.company: ["Engines Ltd"]])
    }

    @Test func outlookInEnglishAndChinese() throws {
        let desk = try Desk()
        try desk.take(
            "outlook.csv",
            """
            First Name,Last Name,Company,Job Title,Business Street,Business City,Business Postal Code,Home City,Business Phone,Business Phone 2,Mobile Phone,Business Fax,E-mail Address,E-mail 2 Address,Birthday,Notes,Categories
            Max,Muster,Muster AG,Einkauf,Ring 1,Berlin,10115,Potsdam,030 1234567,030 1234568,0171 1234567,030 1234569,max@example.com,m@example.com,0/0/00,Hallo,A;B
            """.replacing("0/0/00", with: "12/24/1980"))
        try desk.take(
            "联系人.csv",
            """
            姓,名,单位,部门,职务,商务地址 街道,商务地址 市/县,商务地址 邮政编码,商务电话,移动电话,电子邮件地址,电子邮件 2 地址,附注
            王,伟,上海公司,采购,经理,南京路1号,上海,200001,021-12345678,13800138000,ww@example.com,w2@example.com,备注
            """)
        let people = try desk.all(Contact.self)
        #expect(people.map(\.name) == ["Max Muster", "王伟"])
        #expect(people[0].phones.map(\.label) == ["work", "work", "mobile", "work fax"])
        #expect(people[0].emails.map(\.address) == ["max@example.com", "m@example.com"])
        #expect(people[0].addresses.map(\.label) == ["work", "home"])
        #expect(people[0].addresses.map(\.city) == ["Berlin", "Potsdam"])
        #expect(people[0].birthday == "1980-12-24")
        #expect(people[0].tags == ["A", "B"])
        #expect(
            (people[1].familyName, people[1].givenName, people[1].position, people[1].department) == (
                "王", "伟", "经理", "采购"
            ))
        #expect(people[1].phones == [Phone("021-12345678", label: "work"), Phone("13800138000", label: "mobile")])
        #expect(people[1].addresses == [Address(label: "work", street: "南京路1号", city: "上海", postcode: "200001")])
        #expect(people[1].emails.map(\.address) == ["ww@example.com", "w2@example.com"])
        #expect(people[1].about == "备注")
    }

    @Test func hubSpotAndPipedrive() throws {
        let desk = try Desk()
        let companies = try desk.take(
            "hubspot-companies.csv",
            "Record ID,Company name,Company Domain Name,Industry,Number of Employees,City\n77,Acme,acme.example,Toys,\"1,200\",Oslo\n"
        )
        #expect(companies.files[0].kind == .company)
        try desk.take(
            "hubspot-contacts.csv",
            "Record ID,First Name,Last Name,Email,Phone Number,Lifecycle Stage,Associated Company IDs\n5,Ola,Nordmann,ola@acme.example,22 12 34 56,Customer,77\n6,Kari,Li,k@x.example,,Stargazer,77\n"
        )
        let deals = try desk.take(
            "hubspot-deals.csv",
            "Record ID,Deal Name,Deal Stage,Amount,Currency,Close Date,Associated Company\n9,Big toy,Appointment scheduled,\"12,000.50\",EUR,2027-01-31 10:00,ACME\n"
        )
        #expect(deals.files[0].kind == .opportunity)
        let pipedrive = try desk.take(
            "deals.csv",
            "Deal - ID,Deal - Title,Deal - Value,Deal - Currency,Deal - Stage,Deal - Status,Deal - Organization,Deal - Expected close date,Deal - Contact person,Deal - Lost reason\n1,Small toy,10,NOK,Qualified,Lost,acme,,Ola Nordmann,Too dear\n"
        )
        #expect(pipedrive.refusals == [])
        let people = try desk.all(Contact.self)
        #expect(people.map(\.status) == [.customer, .lead])
        #expect(people.map(\.companyID) == [1, 1])
        #expect(try desk.all(Company.self).map(\.employees) == [1200])
        let all = try desk.all(Opportunity.self)
        #expect(all.map(\.name) == ["Big toy", "Small toy"])
        #expect(all.map(\.money) == [Money(minor: 1_200_050, currency: "EUR"), Money(minor: 1000, currency: "NOK")])
        #expect(all.map(\.companyID) == [1, 1])
        #expect(all[0].closeOn == Day(2027, 1, 31))
        #expect(all[1].state == .lost)
        #expect(all[1].roles == [DealRole(contactID: people[0].id)])
        let reasons = try desk.all(Reason.self)
        #expect(reasons.first { $0.id == all[1].reasonID }?.name == "Too dear")
        #expect(reasons.count == 9)
    }

    @Test func plainLists() throws {
        let desk = try Desk()
        let report = try desk.take(
            "list.csv",
            "company_name,FirstName,phone1,phone2,address1,address2,PostalCode,colour\nAcme,Ann,12345678,87654321;11223344,Street 1,Floor 2,99,red\nOnly GmbH,,,,,,,\n,,5551234567,,,,,blue\n"
        )
        let people = try desk.all(Contact.self)
        #expect(people.map(\.name) == ["Ann", "5551234567"])
        #expect(people[0].phones.map(\.number) == ["12345678", "87654321", "11223344"])
        #expect(people[0].addresses == [Address(street: "Street 1, Floor 2", postcode: "99")])
        #expect(try desk.all(Company.self).map(\.name) == ["Acme", "Only GmbH"])
        #expect(report.counts == [.contact: .init(imported: 2), .company: .init(imported: 1)])
        #expect(report.files[0].unmapped == ["colour"])
        #expect(report.files[0].fields.last == .some(nil))
    }

    @Test func theUserSaysWhatAColumnIs() throws {
        let desk = try Desk()
        let text = "who,what,colour\nAda,CEO,red\n"
        #expect(throws: ExchangeError.self) { try desk.take("a.csv", text) }
        var options = ImportOptions(kind: .contact, mapping: ["WHO": "name", "what": "position", "colour": "tags"])
        try desk.take("a.csv", text, options: options)
        let ada = try #require(try desk.all(Contact.self).first)
        #expect((ada.name, ada.position, ada.tags) == ("Ada", "CEO", ["red"]))
        options.mapping["shape"] = "tags"
        #expect(throws: ExchangeError.usage("\(desk.folder)/a.csv has no column shape; it has who, what, colour.")) {
            try desk.bring(desk.folder + "/a.csv", options: options)
        }
        options.mapping = ["who": "shoe size"]
        #expect(throws: ExchangeError.usage("contacts have no field shoe size.")) {
            try desk.bring(desk.folder + "/a.csv", options: options)
        }
    }

    @Test func whatHappenedFindsItsPeopleByTheirAddresses() throws {
        let desk = try Desk()
        try desk.take("people.csv", "name,email,company\nAda Lovell,ada@example.com,Engines\n王伟,ww@example.cn,上海公司\n")
        let due = try desk.take("follow-ups.csv", "Subject,Due,Contact Email\nCall back,2026-12-01,ADA@example.com\n")
        #expect(due.counts == [.followUp: .init(imported: 1)])
        let calls = try desk.take(
            "calls 2026.csv",
            "Date,Contact Email,Result,Duration,Notes\n2026-11-20 10:00,ada@example.com,reached,12,Price\n")
        #expect(calls.counts == [.call: .init(imported: 1)])
        let notes = try desk.take("笔记.csv", "日期,联系人,内容\n2026-11-19,王伟,要样品\n")
        #expect(notes.counts == [.note: .init(imported: 1)])
        let meetings = try desk.take(
            "meetings.csv", "Subject,Date,Start,Email,Location\nDemo,2026-12-02,2026-12-02 10:00,ww@example.cn,上海\n")
        #expect(meetings.counts == [.meeting: .init(imported: 1)])
        #expect(meetings.files[0].unmapped == [])
        let people = try desk.all(Contact.self)
        #expect(try desk.all(FollowUp.self).map(\.contactID) == [people[0].id])
        let call = try #require(try desk.all(Call.self).first)
        #expect((call.contactID, call.minutes, call.summary) == (people[0].id, 12, "Price"))
        #expect(try desk.all(Note.self).map(\.contactID) == [people[1].id])
        let meeting = try #require(try desk.all(Meeting.self).first)
        #expect(meeting.attendees == [people[1].id])
        #expect(meeting.place == "上海")
        // Nobody has that address: refused with it, not left without a contact.
        let nobody = try desk.take("follow-ups2.csv", "Subject,Due,Contact Email\nCall,2026-12-01,x@example.com\n")
        #expect(nobody.refusals.map(\.remark.reason) == ["no contact has the e-mail address x@example.com"])
    }
}
