/// Version 6: what a contact is to a company beside working there.
let migration6 = """
    -- Former companies, advisers, owners.
    CREATE TABLE affiliation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 1 AND 200),
        contact_id INTEGER NOT NULL REFERENCES contact DEFERRABLE INITIALLY DEFERRED,
        name TEXT NOT NULL,
        company_id INTEGER NOT NULL REFERENCES company DEFERRABLE INITIALLY DEFERRED,
        inverse TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX affiliation_contact ON affiliation (contact_id);
    CREATE INDEX affiliation_company ON affiliation (company_id);
    """
