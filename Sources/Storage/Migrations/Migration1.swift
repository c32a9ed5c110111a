/// The first tables of the file. Plain SQL, never edited once landed: what changes comes as a later migration.
let migration1 = """
    -- What the user's pipeline and calls are made of.
    CREATE TABLE stage (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 1 AND 200),
        name TEXT NOT NULL CHECK (trim(name) <> ''),
        position INTEGER NOT NULL,
        probability INTEGER NOT NULL CHECK (probability BETWEEN 0 AND 100),
        rotting_days INTEGER NOT NULL CHECK (rotting_days >= 1)
    ) STRICT;
    CREATE TABLE outcome (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 1 AND 200),
        name TEXT NOT NULL CHECK (trim(name) <> ''),
        key TEXT NOT NULL,
        position INTEGER NOT NULL,
        reached INTEGER NOT NULL CHECK (reached IN (0, 1)),
        next_action TEXT NOT NULL CHECK (next_action IN ('', 'call', 'visit', 'email', 'send', 'task')),
        next_days INTEGER NOT NULL CHECK (next_days >= 0),
        effect TEXT NOT NULL CHECK (effect IN ('none', 'bad-number', 'do-not-call'))
    ) STRICT;
    CREATE TABLE reason (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 1 AND 200),
        name TEXT NOT NULL CHECK (trim(name) <> ''),
        position INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE holiday (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 1 AND 200),
        day TEXT NOT NULL CHECK (day IS date(day)),
        name TEXT NOT NULL,
        is_working INTEGER NOT NULL CHECK (is_working IN (0, 1))
    ) STRICT;
    CREATE TABLE template (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 1 AND 200),
        name TEXT NOT NULL CHECK (trim(name) <> ''),
        text TEXT NOT NULL
    ) STRICT;
    CREATE TABLE saved_view (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 1 AND 200),
        pane TEXT NOT NULL,
        name TEXT NOT NULL CHECK (trim(name) <> ''),
        query TEXT NOT NULL,
        position INTEGER NOT NULL
    ) STRICT;

    -- Companies, people, deals.
    CREATE TABLE company (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 1 AND 200),
        name TEXT NOT NULL CHECK (trim(name) <> ''),
        nickname TEXT NOT NULL,
        tier TEXT NOT NULL,
        industry TEXT NOT NULL,
        employees INTEGER CHECK (employees >= 0),
        website TEXT NOT NULL,
        source TEXT NOT NULL,
        about TEXT NOT NULL,
        created_at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE contact (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 1 AND 200),
        name TEXT NOT NULL CHECK (trim(name) <> ''),
        given_name TEXT NOT NULL,
        family_name TEXT NOT NULL,
        nickname TEXT NOT NULL,
        company_id INTEGER REFERENCES company DEFERRABLE INITIALLY DEFERRED,
        position TEXT NOT NULL,
        department TEXT NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('lead', 'prospect', 'customer', 'partner', 'former')),
        tier TEXT NOT NULL,
        do_not_call INTEGER NOT NULL CHECK (do_not_call IN (0, 1)),
        cadence INTEGER CHECK (cadence >= 1),
        birthday TEXT,
        website TEXT NOT NULL,
        source TEXT NOT NULL,
        about TEXT NOT NULL,
        created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX contact_company ON contact (company_id);
    CREATE TABLE relation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 1 AND 200),
        contact_id INTEGER NOT NULL REFERENCES contact DEFERRABLE INITIALLY DEFERRED,
        name TEXT NOT NULL,
        other_id INTEGER NOT NULL REFERENCES contact DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE INDEX relation_contact ON relation (contact_id);
    CREATE INDEX relation_other ON relation (other_id);
    CREATE TABLE opportunity (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 1 AND 200),
        name TEXT NOT NULL CHECK (trim(name) <> ''),
        company_id INTEGER REFERENCES company DEFERRABLE INITIALLY DEFERRED,
        stage_id INTEGER NOT NULL REFERENCES stage DEFERRABLE INITIALLY DEFERRED,
        state TEXT NOT NULL CHECK (state IN ('open', 'won', 'lost')),
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        amount INTEGER,
        probability INTEGER CHECK (probability BETWEEN 0 AND 100),
        close_on TEXT CHECK (close_on IS date(close_on)),
        reason_id INTEGER REFERENCES reason DEFERRABLE INITIALLY DEFERRED,
        source TEXT NOT NULL,
        about TEXT NOT NULL,
        created_at TEXT NOT NULL,
        CHECK (state <> 'lost' OR reason_id IS NOT NULL)
    ) STRICT;
    CREATE INDEX opportunity_company ON opportunity (company_id);
    CREATE INDEX opportunity_stage ON opportunity (state, stage_id);
    CREATE INDEX opportunity_reason ON opportunity (reason_id);
    CREATE TABLE role (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        opportunity_id INTEGER NOT NULL REFERENCES opportunity DEFERRABLE INITIALLY DEFERRED,
        ordinal INTEGER NOT NULL,
        contact_id INTEGER NOT NULL REFERENCES contact DEFERRABLE INITIALLY DEFERRED,
        role TEXT NOT NULL
    ) STRICT;
    CREATE INDEX role_opportunity ON role (opportunity_id);
    CREATE INDEX role_contact ON role (contact_id);
    CREATE TABLE deal_change (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 1 AND 200),
        opportunity_id INTEGER NOT NULL REFERENCES opportunity DEFERRABLE INITIALLY DEFERRED,
        at TEXT NOT NULL,
        stage_id INTEGER NOT NULL REFERENCES stage DEFERRABLE INITIALLY DEFERRED,
        state TEXT NOT NULL CHECK (state IN ('open', 'won', 'lost')),
        currency TEXT NOT NULL,
        amount INTEGER,
        close_on TEXT,
        reason_id INTEGER REFERENCES reason DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE INDEX deal_change_opportunity ON deal_change (opportunity_id, at, id);
    CREATE INDEX deal_change_at ON deal_change (at);
    CREATE INDEX deal_change_stage ON deal_change (stage_id);

    -- What happened and what is to happen.
    CREATE TABLE call (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 1 AND 200),
        contact_id INTEGER REFERENCES contact DEFERRABLE INITIALLY DEFERRED,
        company_id INTEGER REFERENCES company DEFERRABLE INITIALLY DEFERRED,
        opportunity_id INTEGER REFERENCES opportunity DEFERRABLE INITIALLY DEFERRED,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
        outcome_id INTEGER NOT NULL REFERENCES outcome DEFERRABLE INITIALLY DEFERRED,
        minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
        summary TEXT NOT NULL,
        CHECK (contact_id IS NOT NULL OR company_id IS NOT NULL)
    ) STRICT;
    CREATE INDEX call_contact ON call (contact_id, at);
    CREATE INDEX call_company ON call (company_id, at);
    CREATE INDEX call_opportunity ON call (opportunity_id, at);
    CREATE INDEX call_at ON call (at, id);
    CREATE INDEX call_outcome ON call (outcome_id);
    CREATE TABLE meeting (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 1 AND 200),
        title TEXT NOT NULL CHECK (trim(title) <> ''),
        state TEXT NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
        due_on TEXT NOT NULL CHECK (due_on IS date(due_on)),
        due_at TEXT,
        end_at TEXT,
        zone TEXT NOT NULL,
        place TEXT NOT NULL,
        notes TEXT NOT NULL,
        company_id INTEGER REFERENCES company DEFERRABLE INITIALLY DEFERRED,
        opportunity_id INTEGER REFERENCES opportunity DEFERRABLE INITIALLY DEFERRED,
        CHECK (end_at IS NULL OR (due_at IS NOT NULL AND end_at >= due_at))
    ) STRICT;
    CREATE INDEX meeting_due ON meeting (due_on, due_at);
    CREATE INDEX meeting_planned ON meeting (due_on, due_at) WHERE state = 'planned';
    CREATE INDEX meeting_company ON meeting (company_id);
    CREATE INDEX meeting_opportunity ON meeting (opportunity_id);
    CREATE TABLE attendee (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        meeting_id INTEGER NOT NULL REFERENCES meeting DEFERRABLE INITIALLY DEFERRED,
        ordinal INTEGER NOT NULL,
        contact_id INTEGER NOT NULL REFERENCES contact DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE INDEX attendee_meeting ON attendee (meeting_id);
    CREATE INDEX attendee_contact ON attendee (contact_id);
    CREATE TABLE follow_up (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 1 AND 200),
        action TEXT NOT NULL CHECK (action IN ('call', 'visit', 'email', 'send', 'task')),
        subject TEXT NOT NULL,
        due_on TEXT NOT NULL CHECK (due_on IS date(due_on)),
        due_at TEXT,
        zone TEXT NOT NULL,
        contact_id INTEGER REFERENCES contact DEFERRABLE INITIALLY DEFERRED,
        company_id INTEGER REFERENCES company DEFERRABLE INITIALLY DEFERRED,
        opportunity_id INTEGER REFERENCES opportunity DEFERRABLE INITIALLY DEFERRED,
        priority INTEGER NOT NULL CHECK (priority BETWEEN -1 AND 1),
        repeat TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('open', 'done')),
        done_at TEXT,
        result TEXT NOT NULL,
        CHECK ((state = 'done') = (done_at IS NOT NULL))
    ) STRICT;
    CREATE INDEX follow_up_open ON follow_up (due_on, due_at) WHERE state = 'open';
    CREATE INDEX follow_up_due ON follow_up (due_on, due_at);
    CREATE INDEX follow_up_contact ON follow_up (contact_id);
    CREATE INDEX follow_up_company ON follow_up (company_id);
    CREATE INDEX follow_up_opportunity ON follow_up (opportunity_id);
    CREATE TABLE note (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 1 AND 200),
        contact_id INTEGER REFERENCES contact DEFERRABLE INITIALLY DEFERRED,
        company_id INTEGER REFERENCES company DEFERRABLE INITIALLY DEFERRED,
        opportunity_id INTEGER REFERENCES opportunity DEFERRABLE INITIALLY DEFERRED,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        text TEXT NOT NULL,
        CHECK (contact_id IS NOT NULL OR company_id IS NOT NULL OR opportunity_id IS NOT NULL)
    ) STRICT;
    CREATE INDEX note_contact ON note (contact_id, at);
    CREATE INDEX note_company ON note (company_id, at);
    CREATE INDEX note_opportunity ON note (opportunity_id, at);
    CREATE INDEX note_at ON note (at, id);

    -- Of each several: one row belongs to exactly one record; ordinal is its place among its kind.
    CREATE TABLE phone (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER REFERENCES contact DEFERRABLE INITIALLY DEFERRED,
        company_id INTEGER REFERENCES company DEFERRABLE INITIALLY DEFERRED,
        ordinal INTEGER NOT NULL,
        number TEXT NOT NULL,
        label TEXT NOT NULL,
        reversed_digits TEXT NOT NULL,
        CHECK ((contact_id IS NULL) <> (company_id IS NULL))
    ) STRICT;
    CREATE INDEX phone_contact ON phone (contact_id);
    CREATE INDEX phone_company ON phone (company_id);
    CREATE INDEX phone_digits ON phone (reversed_digits);
    CREATE TABLE email (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER REFERENCES contact DEFERRABLE INITIALLY DEFERRED,
        company_id INTEGER REFERENCES company DEFERRABLE INITIALLY DEFERRED,
        ordinal INTEGER NOT NULL,
        address TEXT NOT NULL,
        label TEXT NOT NULL,
        CHECK ((contact_id IS NULL) <> (company_id IS NULL))
    ) STRICT;
    CREATE INDEX email_contact ON email (contact_id);
    CREATE INDEX email_company ON email (company_id);
    CREATE INDEX email_address ON email (lower(address));
    CREATE TABLE address (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER REFERENCES contact DEFERRABLE INITIALLY DEFERRED,
        company_id INTEGER REFERENCES company DEFERRABLE INITIALLY DEFERRED,
        ordinal INTEGER NOT NULL,
        label TEXT NOT NULL,
        street TEXT NOT NULL,
        city TEXT NOT NULL,
        region TEXT NOT NULL,
        postcode TEXT NOT NULL,
        country TEXT NOT NULL,
        CHECK ((contact_id IS NULL) <> (company_id IS NULL))
    ) STRICT;
    CREATE INDEX address_contact ON address (contact_id);
    CREATE INDEX address_company ON address (company_id);
    CREATE TABLE tag (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER REFERENCES contact DEFERRABLE INITIALLY DEFERRED,
        company_id INTEGER REFERENCES company DEFERRABLE INITIALLY DEFERRED,
        opportunity_id INTEGER REFERENCES opportunity DEFERRABLE INITIALLY DEFERRED,
        ordinal INTEGER NOT NULL,
        name TEXT NOT NULL CHECK (trim(name) <> ''),
        CHECK ((contact_id IS NOT NULL) + (company_id IS NOT NULL) + (opportunity_id IS NOT NULL) = 1)
    ) STRICT;
    CREATE INDEX tag_contact ON tag (contact_id);
    CREATE INDEX tag_company ON tag (company_id);
    CREATE INDEX tag_opportunity ON tag (opportunity_id);
    CREATE INDEX tag_name ON tag (name);
    -- What a file brought that has no field here, kept for the way out.
    CREATE TABLE property (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER REFERENCES contact DEFERRABLE INITIALLY DEFERRED,
        company_id INTEGER REFERENCES company DEFERRABLE INITIALLY DEFERRED,
        ordinal INTEGER NOT NULL,
        name TEXT NOT NULL,
        parameters TEXT NOT NULL,
        value TEXT NOT NULL,
        CHECK ((contact_id IS NULL) <> (company_id IS NULL))
    ) STRICT;
    CREATE INDEX property_contact ON property (contact_id);
    CREATE INDEX property_company ON property (company_id);
    CREATE TABLE alarm (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        follow_up_id INTEGER REFERENCES follow_up DEFERRABLE INITIALLY DEFERRED,
        meeting_id INTEGER REFERENCES meeting DEFERRABLE INITIALLY DEFERRED,
        ordinal INTEGER NOT NULL,
        minutes_before INTEGER NOT NULL CHECK (minutes_before >= 0),
        CHECK ((follow_up_id IS NULL) <> (meeting_id IS NULL))
    ) STRICT;
    CREATE INDEX alarm_follow_up ON alarm (follow_up_id);
    CREATE INDEX alarm_meeting ON alarm (meeting_id);
    -- The id that another program gave to a record: one record of a kind a source and value.
    CREATE TABLE external_id (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        company_id INTEGER REFERENCES company DEFERRABLE INITIALLY DEFERRED,
        contact_id INTEGER REFERENCES contact DEFERRABLE INITIALLY DEFERRED,
        opportunity_id INTEGER REFERENCES opportunity DEFERRABLE INITIALLY DEFERRED,
        call_id INTEGER REFERENCES call DEFERRABLE INITIALLY DEFERRED,
        meeting_id INTEGER REFERENCES meeting DEFERRABLE INITIALLY DEFERRED,
        follow_up_id INTEGER REFERENCES follow_up DEFERRABLE INITIALLY DEFERRED,
        note_id INTEGER REFERENCES note DEFERRABLE INITIALLY DEFERRED,
        ordinal INTEGER NOT NULL,
        value TEXT NOT NULL CHECK (value <> ''),
        source TEXT NOT NULL,
        CHECK ((company_id IS NOT NULL) + (contact_id IS NOT NULL) + (opportunity_id IS NOT NULL) + (call_id IS NOT NULL)
            + (meeting_id IS NOT NULL) + (follow_up_id IS NOT NULL) + (note_id IS NOT NULL) = 1)
    ) STRICT;
    CREATE INDEX external_id_company ON external_id (company_id) WHERE company_id IS NOT NULL;
    CREATE INDEX external_id_contact ON external_id (contact_id) WHERE contact_id IS NOT NULL;
    CREATE INDEX external_id_opportunity ON external_id (opportunity_id) WHERE opportunity_id IS NOT NULL;
    CREATE INDEX external_id_call ON external_id (call_id) WHERE call_id IS NOT NULL;
    CREATE INDEX external_id_meeting ON external_id (meeting_id) WHERE meeting_id IS NOT NULL;
    CREATE INDEX external_id_follow_up ON external_id (follow_up_id) WHERE follow_up_id IS NOT NULL;
    CREATE INDEX external_id_note ON external_id (note_id) WHERE note_id IS NOT NULL;
    CREATE UNIQUE INDEX external_company ON external_id (value, source) WHERE company_id IS NOT NULL;
    CREATE UNIQUE INDEX external_contact ON external_id (value, source) WHERE contact_id IS NOT NULL;
    CREATE UNIQUE INDEX external_opportunity ON external_id (value, source) WHERE opportunity_id IS NOT NULL;
    CREATE UNIQUE INDEX external_call ON external_id (value, source) WHERE call_id IS NOT NULL;
    CREATE UNIQUE INDEX external_meeting ON external_id (value, source) WHERE meeting_id IS NOT NULL;
    CREATE UNIQUE INDEX external_follow_up ON external_id (value, source) WHERE follow_up_id IS NOT NULL;
    CREATE UNIQUE INDEX external_note ON external_id (value, source) WHERE note_id IS NOT NULL;

    -- Derived: recomputed from the tables above for whatever a write touched; not in the journal, not in files.
    CREATE TABLE contact_state (
        contact_id INTEGER PRIMARY KEY,
        sort_key TEXT NOT NULL,
        search TEXT NOT NULL,
        last_contact TEXT,
        last_attempt TEXT,
        attempts INTEGER NOT NULL,
        active INTEGER NOT NULL,
        next_ref TEXT,
        next_on TEXT,
        next_at TEXT,
        next_action TEXT
    ) STRICT;
    CREATE INDEX contact_state_sort ON contact_state (sort_key, contact_id);
    CREATE INDEX contact_state_last ON contact_state (last_contact, contact_id);
    CREATE INDEX contact_state_next ON contact_state (next_on, next_at, contact_id);
    CREATE INDEX contact_state_nothing ON contact_state (sort_key, contact_id) WHERE active = 1 AND next_on IS NULL;
    CREATE TABLE company_state (
        company_id INTEGER PRIMARY KEY,
        sort_key TEXT NOT NULL,
        search TEXT NOT NULL,
        contacts INTEGER NOT NULL,
        open_deals INTEGER NOT NULL,
        last_contact TEXT,
        next_ref TEXT,
        next_on TEXT,
        next_at TEXT,
        next_action TEXT
    ) STRICT;
    CREATE INDEX company_state_sort ON company_state (sort_key, company_id);
    CREATE TABLE opportunity_state (
        opportunity_id INTEGER PRIMARY KEY,
        sort_key TEXT NOT NULL,
        search TEXT NOT NULL,
        open INTEGER NOT NULL,
        stage_since TEXT NOT NULL,
        next_ref TEXT,
        next_on TEXT,
        next_at TEXT,
        next_action TEXT
    ) STRICT;
    CREATE INDEX opportunity_state_sort ON opportunity_state (sort_key, opportunity_id);
    CREATE INDEX opportunity_state_nothing ON opportunity_state (sort_key, opportunity_id)
        WHERE open = 1 AND next_on IS NULL;

    -- The journal: each entry one action of the user, in pieces of the changes that it made (SQLite changesets).
    CREATE TABLE journal (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        process TEXT NOT NULL,
        verb TEXT NOT NULL,
        arguments TEXT NOT NULL,
        records INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped'))
    ) STRICT;
    CREATE INDEX journal_state ON journal (state, id);
    CREATE TABLE journal_piece (
        journal_id INTEGER NOT NULL REFERENCES journal,
        number INTEGER NOT NULL,
        changes BLOB NOT NULL,
        PRIMARY KEY (journal_id, number)
    ) STRICT;

    -- What the program remembers for the person: announced reminders, places left off. Not in the journal, not in files.
    CREATE TABLE memory (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    INSERT INTO stage (uid, name, position, probability, rotting_days) VALUES
        ('stage-lead', 'Lead', 10, 10, 30),
        ('stage-qualified', 'Qualified', 20, 30, 30),
        ('stage-proposal', 'Proposal', 30, 60, 30),
        ('stage-negotiation', 'Negotiation', 40, 80, 30);
    INSERT INTO outcome (uid, name, key, position, reached, next_action, next_days, effect) VALUES
        ('outcome-answered', 'answered', 'a', 10, 1, 'call', 7, 'none'),
        ('outcome-interested', 'interested', 'i', 20, 1, 'send', 1, 'none'),
        ('outcome-no-answer', 'no answer', 'n', 30, 0, 'call', 1, 'none'),
        ('outcome-voicemail', 'voicemail', 'v', 40, 0, 'call', 2, 'none'),
        ('outcome-busy', 'busy', 'b', 50, 0, 'call', 1, 'none'),
        ('outcome-wrong-number', 'wrong number', 'w', 60, 0, 'task', 1, 'bad-number'),
        ('outcome-call-back', 'call back', 'k', 70, 1, 'call', 1, 'none'),
        ('outcome-not-interested', 'not interested', 'x', 80, 1, '', 0, 'none'),
        ('outcome-meeting-agreed', 'meeting agreed', 'm', 90, 1, 'visit', 3, 'none');
    INSERT INTO reason (uid, name, position) VALUES
        ('reason-price', 'price', 10),
        ('reason-competitor', 'competitor', 20),
        ('reason-no-budget', 'no budget', 30),
        ('reason-no-need', 'no need', 40),
        ('reason-timing', 'timing', 50),
        ('reason-no-answer', 'no answer', 60),
        ('reason-product', 'product does not fit', 70),
        ('reason-not-given-import', 'not given (import)', 1000);
    """
