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
    -- Saved views: by what they sort, and what they show.
    ALTER TABLE saved_view ADD COLUMN sort TEXT NOT NULL DEFAULT '';
    ALTER TABLE saved_view ADD COLUMN columns TEXT NOT NULL DEFAULT '';
    -- Relations: how they are said from the other side.
    ALTER TABLE relation ADD COLUMN inverse TEXT NOT NULL DEFAULT '';
    -- Why nothing is planned, where the user said so.
    ALTER TABLE contact ADD COLUMN nothing_because TEXT NOT NULL DEFAULT '';
    ALTER TABLE opportunity ADD COLUMN nothing_because TEXT NOT NULL DEFAULT '';
    CREATE INDEX contact_because ON contact (nothing_because) WHERE nothing_because <> '';
    CREATE INDEX opportunity_because ON opportunity (nothing_because) WHERE nothing_because <> '';
    -- The way of each deal through the stages, for the report that follows all of them.
    CREATE INDEX deal_change_way ON deal_change (opportunity_id, at, id, stage_id, state);
    -- What one earns oneself of what one sells.
    CREATE TABLE commission (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 1 AND 200),
        every TEXT NOT NULL CHECK (every IN ('month', 'quarter', 'year')),
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        from_amount INTEGER,
        percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 10000)
    ) STRICT;
    -- The text that meeting notes start from, where the user has none.
    INSERT INTO template (uid, name, text)
        SELECT 'template-meeting', 'Meeting note', 'Present: {with}
    Said:
    Decided:
    Owed:' WHERE NOT EXISTS (SELECT 1 FROM template);
    -- Why a meeting was cancelled.
    ALTER TABLE meeting ADD COLUMN reason TEXT NOT NULL DEFAULT '';
    -- When a deal was last looked at in a review of the pipeline.
    ALTER TABLE opportunity ADD COLUMN reviewed_at TEXT;

    -- The board in its order, without a look at the deals: stage, worth and chance of the open ones.
    ALTER TABLE opportunity_state ADD COLUMN stage_id INTEGER;
    ALTER TABLE opportunity_state ADD COLUMN amount INTEGER;
    ALTER TABLE opportunity_state ADD COLUMN currency TEXT;
    ALTER TABLE opportunity_state ADD COLUMN chance INTEGER;
    UPDATE opportunity_state SET (stage_id, amount, currency, chance) = (
        SELECT stage_id, amount, currency, probability FROM opportunity WHERE id = opportunity_id) WHERE open = 1;
    CREATE INDEX opportunity_state_board ON opportunity_state (stage_id, next_on IS NULL, next_on, next_at IS NULL, next_at,
        amount DESC, opportunity_id, currency, chance) WHERE stage_id IS NOT NULL;

    -- What a currency is worth in another one, from a day on.
    CREATE TABLE rate (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 1 AND 200),
        starts_on TEXT NOT NULL CHECK (starts_on IS date(starts_on)),
        foreign_currency TEXT NOT NULL CHECK (length(foreign_currency) = 3),
        units INTEGER NOT NULL CHECK (units BETWEEN 1 AND 1000000),
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        amount INTEGER
    ) STRICT;
    """
