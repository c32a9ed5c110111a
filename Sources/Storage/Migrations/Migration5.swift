/// Version 5: how often one wants to be in touch, effects of outcomes, and what else the loop and finding need.
let migration5 = """
    -- Where an outcome moves the deal to.
    ALTER TABLE outcome ADD COLUMN stage_id INTEGER REFERENCES stage DEFERRABLE INITIALLY DEFERRED;
    -- How often one wants to be in touch with the contacts of a tier or tag; of each contact, when that is due.
    CREATE TABLE cadence (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 1 AND 200),
        name TEXT NOT NULL CHECK (trim(name) <> ''),
        field TEXT NOT NULL CHECK (field IN ('tier', 'tag')),
        days INTEGER NOT NULL CHECK (days >= 0)
    ) STRICT;
    ALTER TABLE contact_state ADD COLUMN touch_every INTEGER;
    ALTER TABLE contact_state ADD COLUMN touch_due TEXT;
    CREATE INDEX contact_state_touch ON contact_state (touch_due, contact_id, next_on, touch_every)
        WHERE touch_due IS NOT NULL;
    -- The text that meeting notes start from, where the user has none.
    INSERT INTO template (uid, name, text)
        SELECT 'template-meeting', 'Meeting note', 'Present: {with}
    Said:
    Decided:
    Owed:' WHERE NOT EXISTS (SELECT 1 FROM template);
    -- Why a meeting was cancelled.
    ALTER TABLE meeting ADD COLUMN reason TEXT NOT NULL DEFAULT '';
    """
