/// Version 4: what the loop, the pipeline, finding and files need beyond the first tables.
let migration4 = """
    -- What was promised in talking, by me or by them.
    CREATE TABLE promise (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 1 AND 200),
        direction TEXT NOT NULL CHECK (direction IN ('mine', 'theirs')),
        text TEXT NOT NULL CHECK (trim(text) <> ''),
        contact_id INTEGER REFERENCES contact DEFERRABLE INITIALLY DEFERRED,
        company_id INTEGER REFERENCES company DEFERRABLE INITIALLY DEFERRED,
        opportunity_id INTEGER REFERENCES opportunity DEFERRABLE INITIALLY DEFERRED,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        kept_at TEXT,
        call_id INTEGER REFERENCES call DEFERRABLE INITIALLY DEFERRED,
        meeting_id INTEGER REFERENCES meeting DEFERRABLE INITIALLY DEFERRED,
        note_id INTEGER REFERENCES note DEFERRABLE INITIALLY DEFERRED,
        CHECK (contact_id IS NOT NULL OR company_id IS NOT NULL OR opportunity_id IS NOT NULL)
    ) STRICT;
    CREATE INDEX promise_at ON promise (at, id);
    CREATE INDEX promise_open ON promise (at, id) WHERE kept_at IS NULL;
    CREATE INDEX promise_contact ON promise (contact_id, at);
    CREATE INDEX promise_company ON promise (company_id, at);
    CREATE INDEX promise_opportunity ON promise (opportunity_id, at);
    CREATE INDEX promise_call ON promise (call_id) WHERE call_id IS NOT NULL;
    CREATE INDEX promise_meeting ON promise (meeting_id) WHERE meeting_id IS NOT NULL;
    CREATE INDEX promise_note ON promise (note_id) WHERE note_id IS NOT NULL;
    CREATE TABLE promise_state (
        promise_id INTEGER PRIMARY KEY,
        search TEXT NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE promise_words USING fts5(search, content='promise_state', content_rowid='promise_id',
        detail=none, columnsize=0, prefix='1 2 3',
        tokenize="ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\\\\]^_`{|}~'");

    -- Of two that look like one: that they are not.
    CREATE TABLE difference (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 1 AND 200),
        contact_id INTEGER REFERENCES contact DEFERRABLE INITIALLY DEFERRED,
        other_contact_id INTEGER REFERENCES contact DEFERRABLE INITIALLY DEFERRED,
        company_id INTEGER REFERENCES company DEFERRABLE INITIALLY DEFERRED,
        other_company_id INTEGER REFERENCES company DEFERRABLE INITIALLY DEFERRED,
        CHECK ((contact_id IS NULL) = (other_contact_id IS NULL) AND (company_id IS NULL) = (other_company_id IS NULL)
            AND (contact_id IS NULL) <> (company_id IS NULL))
    ) STRICT;
    CREATE INDEX difference_contact ON difference (contact_id) WHERE contact_id IS NOT NULL;
    CREATE INDEX difference_other_contact ON difference (other_contact_id) WHERE other_contact_id IS NOT NULL;
    CREATE INDEX difference_company ON difference (company_id) WHERE company_id IS NOT NULL;
    CREATE INDEX difference_other_company ON difference (other_company_id) WHERE other_company_id IS NOT NULL;
    -- What one is to sell in a month, and the deals of a month.
    CREATE TABLE quota (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 1 AND 200),
        starts_on TEXT NOT NULL CHECK (starts_on IS date(starts_on)),
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        amount INTEGER
    ) STRICT;
    CREATE INDEX opportunity_close ON opportunity (state, close_on);
    """
