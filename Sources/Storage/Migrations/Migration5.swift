/// Version 5: how often one wants to be in touch, effects of outcomes, and what else the loop and finding need.
let migration5 = """
    -- Where an outcome moves the deal to.
    ALTER TABLE outcome ADD COLUMN stage_id INTEGER REFERENCES stage DEFERRABLE INITIALLY DEFERRED;
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
    """
