/// Open deals by amount, so that Today finds the largest ones that nothing is planned for without looking through all.
let migration3 = """
    CREATE INDEX opportunity_open_amount ON opportunity (amount DESC, id) WHERE state = 'open';
    """
