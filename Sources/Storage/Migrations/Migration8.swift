/// Version 8: when deals stood open, for the board of a day that is over; and for how many nothing is planned.
let migration8 = """
    -- Derived of the histories of the deals, as the tables `…_state` are: each time in which a deal was open in one stage with one
    -- worth, in seconds since 1970. `node` is where that time hangs in a tree of all times.
    CREATE TABLE deal_stay (
        opportunity_id INTEGER NOT NULL,
        begins INTEGER NOT NULL,
        ends INTEGER NOT NULL,
        node INTEGER NOT NULL,
        stage_id INTEGER NOT NULL,
        amount INTEGER,
        currency TEXT NOT NULL,
        chance INTEGER,
        PRIMARY KEY (opportunity_id, begins)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX deal_stay_node ON deal_stay (node, begins, ends, stage_id, amount, currency, chance);
    -- Derived, too: of how many open deals and active contacts there is no next step, whatever reason was said for it.
    CREATE TABLE unplanned (
        kind TEXT PRIMARY KEY,
        count INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO unplanned VALUES
        ('contact', (SELECT count(*) FROM contact_state WHERE active = 1 AND next_on IS NULL)),
        ('opportunity', (SELECT count(*) FROM opportunity_state WHERE open = 1 AND next_on IS NULL));
    -- The beginning of another index.
    DROP INDEX deal_change_opportunity;
    """
