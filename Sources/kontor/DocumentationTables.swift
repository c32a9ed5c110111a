import Storage
import Words

/// A sentence for every table and column of the file. What has none here stops the pages from being made.
enum TableWords {
    /// What the same column means in every table.
    private static let shared = words(
        """
        id: The number in this file.
        uid: The identity in every file, for ever.
        ordinal: Its place among its kind, from 1.
        position: The order in which it is shown.
        name: What a person calls it.
        contact_id: The contact it belongs to.
        company_id: The company it belongs to.
        opportunity_id: The deal it belongs to.
        call_id: The call it belongs to.
        meeting_id: The meeting it belongs to.
        follow_up_id: The follow-up it belongs to.
        note_id: The note it belongs to.
        promise_id: The promise it belongs to.
        created_at: When the record was added.
        source: Where it came from: a fair, a list, a referral.
        about: Free text.
        tier: How much it matters: A, B, C or the user's own word.
        website: A web address.
        at: When it happened.
        zone: The IANA time zone in which the time was meant.
        sort_key: Its place in every list: pinyin for Han, folded letters else.
        search: The words by which it is found, each between two spaces: folded; Chinese by the character and by two, in pinyin and as initials; phones by their digits, also backwards behind `←`.
        last_contact: The last touch: an instant, or a date for a meeting without a time.
        next_ref: The next step, as f4 (follow-up) or m9 (meeting).
        next_on: The date of the next step.
        next_at: Its time, when it has one.
        next_action: What it is: call, visit, email, send, task or meeting.
        state: See the values in the CHECK of the table.
        """)

    private static let tables: [String: (about: String, columns: [String: String])] = parsed(
        """
        = stage: A column of the pipeline.
        probability: The default chance of its deals, in percent.
        rotting_days: Days after which a deal in it is rotting.
        = outcome: How a call can go, and the next step that it proposes.
        key: The letter that chooses it in the call form.
        reached: 1 for a touch, 0 for an attempt.
        next_action: What it proposes to do next; empty for nothing.
        next_days: In how many days.
        effect: `bad-number` or `do-not-call` when it says so of the contact, else `none`.
        stage_id: The stage to which it moves a deal that lies behind it; empty for none.
        = reason: Why a deal can be lost.
        = holiday: A day on which one does not work, or a weekend day on which one does.
        day: The date.
        is_working: 1 for a make-up working day.
        = quota: What one is to sell in a month: it holds from that month on, until another begins.
        starts_on: A day of the first month in which it holds.
        currency: ISO 4217.
        amount: In minor units of the currency, a month; NULL for none from then on.
        = cadence: How often one wants to be in touch with the contacts of a tier or with a tag; the fewest days of the rows that apply hold.
        name: The tier or the tag.
        field: tier or tag.
        days: Days from one touch to the next; 0 for none.
        = commission: A step of one's own commission: from an amount on that is sold in a period, so many percent of what is beyond it.
        every: `month`, `quarter` or `year`: in which time what is sold is added up.
        currency: ISO 4217.
        from_amount: In minor units of the currency; NULL from the first one on.
        percent: In hundredths of a percent.
        = rate: What a currency is worth in another one: it holds from its day on, until a later one does.
        starts_on: From which day on.
        foreign_currency: What is converted; ISO 4217.
        units: How much of it is worth the amount.
        currency: In which; ISO 4217.
        amount: In minor units of that currency; NULL for no rate from then on.
        = template: A text to start from.
        text: The text.
        = saved_view: How a list may be looked at, kept under a name.
        pane: The plural of the kind that it lists.
        query: The filter line; its date words are as of the day on which it is looked at.
        sort: The column that orders it, `,desc` behind it for the other way round; empty for the list's own order.
        columns: The columns that it shows, with commas between them; empty for the usual ones.
        = company: An organisation.
        nickname: Another form of the name: the Latin one beside the Chinese, a short form.
        industry: What it does.
        employees: How many people work there.
        = contact: A person.
        name: The whole name, as the person is called.
        given_name: The given name, where it is known apart.
        family_name: The family name, where it is known apart.
        nickname: Another form of the name.
        company_id: Where the person works.
        position: What the person is there.
        department: In which part of the company.
        status: lead, prospect, customer, partner or former.
        do_not_call: 1 when the person must not be called.
        cadence: How often one wants to be in touch, in days; NULL for what the tier or the tags say.
        nothing_because: Why nothing is planned, where that was said; such ones are not counted as forgotten.
        birthday: `YYYY-MM-DD`, or `--MM-DD` without a year.
        = relation: What a contact is to another.
        contact_id: Of whom it is said.
        name: What the contact is: reports to, referred by, family.
        other_id: To whom.
        inverse: How the same is said of the other: leads; empty where that is not known.
        = affiliation: What a contact is to a company beside working there.
        contact_id: Of whom it is said.
        name: What the company is to it, or it to the company: former company, adviser to.
        company_id: The company.
        inverse: How the same is said of the company: former employee.
        = difference: Two contacts or two companies that look like one and are not: they are not proposed for merging again.
        contact_id: The one contact.
        other_contact_id: The other contact.
        company_id: The one company.
        other_company_id: The other company.
        = opportunity: A deal.
        company_id: With whom.
        stage_id: Where it stands, or stood when it was closed.
        state: open, won or lost.
        currency: ISO 4217.
        amount: In minor units of the currency; NULL while it is not known.
        probability: In percent; NULL for that of the stage.
        close_on: When it is expected to close; once closed, when it did.
        reason_id: Why it was lost; a lost deal always has one.
        nothing_because: Why nothing is planned, where that was said; such ones are not counted as forgotten.
        reviewed_at: When it was last looked at in a review of the pipeline; NULL for never.
        = role: The people of a deal.
        contact_id: Who.
        role: What the person is in it.
        = deal_change: The history of each deal: what it was from that instant on.
        at: From when on.
        stage_id: Its stage.
        state: open, won or lost.
        currency: Its currency.
        amount: Its amount, in minor units.
        close_on: Its expected close.
        reason_id: Why it was lost.
        = call: A telephone call that happened, with a contact or with a company's number.
        opportunity_id: The deal it was about.
        direction: `out` or `in`.
        outcome_id: How it went.
        minutes: Its length; NULL when it was not noted.
        summary: What was said.
        = meeting: A meeting: planned, held or cancelled.
        title: What it is about.
        state: planned, held or cancelled.
        due_on: Its date, as it was meant.
        due_at: Its start; NULL without a time.
        end_at: Its end.
        place: Where.
        notes: What was said and agreed.
        reason: Why it was cancelled, where that was said.
        opportunity_id: The deal it is about.
        = attendee: Who is at a meeting.
        contact_id: Who.
        = follow_up: A reminder to do something.
        action: call, visit, email, send or task.
        subject: What it is about.
        due_on: The date, as it was meant.
        due_at: The time; NULL for a date alone.
        opportunity_id: The deal it is about.
        priority: 1 high, 0 normal, -1 low.
        repeat: How it repeats, the value of an RRULE of RFC 5545; empty for once. One that was put off says with DTSTART=… what its rhythm counts from.
        state: open or done.
        done_at: When it was done.
        result: What came of it.
        = note: Free text on a contact, company or deal.
        at: When it was written.
        text: The text.
        = promise: What was promised in talking.
        direction: `mine` for what I owe, `theirs` for what they owe.
        text: What was promised.
        opportunity_id: The deal it is about.
        at: When it was made.
        kept_at: When it was kept; NULL while it is open.
        call_id: The call in whose summary it stands.
        meeting_id: The meeting in whose notes it stands.
        note_id: The note in which it stands.
        = phone: The telephone numbers of contacts and companies.
        number: As it was typed.
        label: work, mobile, or whatever stands beside it.
        reversed_digits: Its digits from the last to the first, for finding it by its end.
        = email: Their e-mail addresses.
        address: The address.
        label: As for phones.
        = address: Their postal addresses.
        label: As for phones.
        street: Street and number, and what else stands above the city.
        city: City or town.
        region: Province, state or county.
        postcode: Postal code.
        country: Country.
        = tag: Free labels of contacts, companies and deals.
        name: The label.
        = property: What a file brought that has no field here, kept.
        name: What the file called it.
        parameters: What a vCard says about it.
        value: What it says.
        = alarm: When to be reminded of a follow-up or meeting.
        minutes_before: Minutes before its time.
        = external_id: The id that another program gave to a record; one record of a kind a source and value.
        value: The id.
        source: The program: salesforce, hubspot, google, vcard, …; `import` for a list of no known program.
        = contact_state: What is derived of each contact.
        contact_id: The contact.
        last_attempt: The last unreached call, or e-mail or parcel sent.
        attempts: Attempts since the last touch.
        active: 1 for a contact that must not be without a next step.
        touch_every: How often one wants to be in touch, in days: its own cadence, else the one of its tier or tags, which holds for active contacts. NULL for none, for a former contact, and for one that must not be called.
        touch_due: The date on which the next touch is due: so many days after the date of the last one, as that was meant; without one, after the date (UTC) on which the contact was added.
        = company_state: What is derived of each company.
        company_id: The company.
        contacts: How many people are known there.
        open_deals: How many deals with it are open.
        = opportunity_state: What is derived of each deal.
        stage_id: Where it stands; NULL once it is closed, as are the next three.
        amount: In minor units of the currency.
        currency: ISO 4217.
        chance: Its own probability in percent; NULL for that of the stage.
        opportunity_id: The deal.
        open: 1 while it is open.
        stage_since: Since when it has been where it is.
        = deal_stay: When deals stood open: each time in one stage with one worth, for the board of a day that is over. Derived.
        begins: Its first second, counted since 1970.
        ends: The first second that is no more of it; 2^40 for what is still open.
        node: The second of it whose number ends with the most zeros in binary, by which it is found.
        stage_id: The stage.
        amount: In minor units of the currency.
        currency: ISO 4217.
        chance: The deal's own probability in percent, as it is today; NULL for that of the stage.
        opportunity_id: The deal.
        = unplanned: For how many there is no next step, whatever reason was said for it. Derived.
        kind: `contact` for the active contacts, `opportunity` for the open deals.
        count: How many.
        = call_state: What is derived of each call.
        call_id: The call.
        = meeting_state: What is derived of each meeting.
        meeting_id: The meeting.
        = follow_up_state: What is derived of each follow-up.
        follow_up_id: The follow-up.
        = note_state: What is derived of each note.
        note_id: The note.
        = promise_state: What is derived of each promise.
        promise_id: The promise.
        = journal: What was done: one row an action.
        at: When.
        process: Which run of the program did it.
        verb: What was done, as a sentence with places for the arguments.
        arguments: A JSON array of them.
        records: How many rows it changed.
        state: done, undone, or dropped: undone, and then something else was done.
        = journal_piece: The changes of an action, in pieces of about 20,000.
        journal_id: The action.
        number: The place of the piece, from 1.
        changes: A changeset of SQLite's session extension.
        = memory: What the program remembers for the person, such as reminders already announced.
        key: What it is about.
        value: What is remembered.
        """)

    /// The tables in Markdown.
    ///
    /// - Throws: wrong data, naming the tables and columns that nothing is said about, and those that are not there.
    static func markdown(_ shapes: [TableShape]) throws -> String {
        var text = ""
        var missing: [String] = []
        var unknown = Set(tables.flatMap { name, table in table.columns.keys.map { "\(name).\($0)" } })
        for shape in shapes {
            let table = tables[shape.name]
            if table == nil { missing.append(shape.name) }
            text += "\n### \(shape.name)\n\n\(table?.about ?? "")\n\n| column | type | holds |\n|---|---|---|\n"
            for column in shape.columns {
                let place = "\(shape.name).\(column.name)"
                unknown.remove(place)
                let about = table?.columns[column.name] ?? shared[column.name]
                if about == nil { missing.append(place) }
                let type = column.target.map { "→ \($0)" } ?? column.type.lowercased()
                text += "| `\(column.name)` | \(type)\(column.isOptional ? ", or NULL" : "") | \(about ?? "") |\n"
            }
        }
        unknown.formUnion(Set(tables.keys).subtracting(shapes.map(\.name)))
        if !missing.isEmpty {
            throw Failure.data(say("The page of the file says nothing about \(missing.joined(separator: ", "))."))
        }
        if !unknown.isEmpty {
            throw Failure.data(
                say("The page of the file speaks of what is not there: \(unknown.sorted().joined(separator: ", "))."))
        }
        return text
    }

    private static func words(_ text: String) -> [String: String] {
        let pairs = text.split(separator: "\n").map { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            return (String(parts[0]), String(parts[1].dropFirst()))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    private static func parsed(_ text: String) -> [String: (about: String, columns: [String: String])] {
        var tables: [String: (about: String, columns: [String: String])] = [:]
        var rest = text.split(separator: "\n")[...]
        while let first = rest.popFirst() {
            let (name, about) = words(String(first.dropFirst(2))).first!
            let lines = rest.prefix { !$0.hasPrefix("= ") }
            rest = rest.dropFirst(lines.count)
            tables[name] = (about, words(lines.joined(separator: "\n")))
        }
        return tables
    }
}
