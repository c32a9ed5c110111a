/// Version 4: what the loop, the pipeline, finding and files need beyond the first tables.
let migration4 = """
    """
