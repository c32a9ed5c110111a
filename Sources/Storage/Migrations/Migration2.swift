/// The search index: for each kind the words by which a record is found, and an FTS5 table over them. What happened gets its
/// derived table, too, and the lists ordered by a day that may have a time get their indexes.
let migration2 =
    """
    CREATE TABLE call_state (
        call_id INTEGER PRIMARY KEY,
        search TEXT NOT NULL
    ) STRICT;
    CREATE TABLE meeting_state (
        meeting_id INTEGER PRIMARY KEY,
        search TEXT NOT NULL
    ) STRICT;
    CREATE TABLE follow_up_state (
        follow_up_id INTEGER PRIMARY KEY,
        search TEXT NOT NULL
    ) STRICT;
    CREATE TABLE note_state (
        note_id INTEGER PRIMARY KEY,
        search TEXT NOT NULL
    ) STRICT;
    CREATE INDEX meeting_order ON meeting (due_on || coalesce(due_at, ''), id);
    CREATE INDEX follow_up_order ON follow_up (due_on || coalesce(due_at, '~'), id);
    CREATE INDEX follow_up_order_open ON follow_up (due_on || coalesce(due_at, '~'), id) WHERE state = 'open';

    """
    + ["contact", "company", "opportunity", "call", "meeting", "follow_up", "note"].map { name in
        // Split at spaces and nowhere else: the words are made in Swift, and any sign of ASCII may stand in one.
        """
        CREATE VIRTUAL TABLE \(name)_words USING fts5(search, content='\(name)_state', content_rowid='\(name)_id',
            detail=none, columnsize=0, prefix='1 2 3',
            tokenize="ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\\]^_`{|}~'");

        """
    }.joined()
