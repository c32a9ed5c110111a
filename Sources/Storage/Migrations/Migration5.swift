/// Version 5: how often one wants to be in touch, effects of outcomes, and what else the loop and finding need.
let migration5 = """
    -- Where an outcome moves the deal to.
    ALTER TABLE outcome ADD COLUMN stage_id INTEGER REFERENCES stage DEFERRABLE INITIALLY DEFERRED;
    """
