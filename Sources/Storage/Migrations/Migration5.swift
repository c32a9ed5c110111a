/// Version 5: how often one wants to be in touch, effects of outcomes, and what else the loop and finding need.
let migration5 = """
    """
