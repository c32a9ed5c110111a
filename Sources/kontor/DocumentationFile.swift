import Storage

/// The page about the file: what is said here, and the tables as an empty file has them.
enum DocumentationFile {
    static func text(of store: Store) throws -> String {
        introduction + (try TableWords.markdown(store.tables()))
    }

    private static let introduction = """
        # The file

        Everything that you enter is in one SQLite file: `kontor/kontor.db` under `$XDG_DATA_HOME` (by itself
        `~/.local/share`), or the one that `--db FILE` or `KONTOR_DB` names. It is yours: plain tables without tricks,
        described below, readable by every program that reads SQLite. Kontor makes it with mode 0600, and a folder that it
        makes for it with 0700.

        This page is made by `kontor generate-docs` from the tables themselves.

        ## Reading it

        Open it read-only. All of these work on any file of Kontor's:

        ```sh
        # Who is to be called, by date
        sqlite3 -readonly kontor.db "
          SELECT f.due_on, c.name, f.subject
          FROM follow_up f JOIN contact c ON c.id = f.contact_id
          WHERE f.state = 'open' AND f.action = 'call' ORDER BY f.due_on, f.due_at;"

        # The pipeline: deals and totals by stage and currency, in minor units (cents, fen, yen)
        sqlite3 -readonly kontor.db "
          SELECT s.name, o.currency, count(*), sum(o.amount)
          FROM opportunity o JOIN stage s ON s.id = o.stage_id
          WHERE o.state = 'open' GROUP BY s.id, o.currency ORDER BY s.position;"

        # Active contacts that nothing is planned with, the longest silent first
        sqlite3 -readonly kontor.db "
          SELECT c.name, d.last_contact
          FROM contact c JOIN contact_state d ON d.contact_id = c.id
          WHERE d.active = 1 AND d.next_on IS NULL AND c.nothing_because = '' ORDER BY d.last_contact;"

        # Whose number ends in 0041: by the index on the reversed digits
        sqlite3 -readonly kontor.db "
          SELECT c.name, p.number FROM phone p JOIN contact c ON c.id = p.contact_id
          WHERE p.reversed_digits GLOB '1400*';"

        # What was done last
        sqlite3 -readonly kontor.db "
          SELECT id, at, verb, arguments, records, state FROM journal ORDER BY id DESC LIMIT 10;"
        ```

        **Do not write into it with other programs.** What they change is neither in the journal nor in the derived
        tables, so undo would refuse to touch it and last contact and next step would be old. Change things with
        `kontor set`, `kontor add`, `kontor import`. `kontor check` compares what is derived with a recomputation,
        and `kontor check --repair` puts it right.

        ## What holds everywhere

        - **Identity.** `uid` is the identity of a record, in this file, in exports, in other files of yours. `id` is a
          number for this file alone: tables are linked by it, and a short reference is a letter and this number (`c12`
          contact, `k7` company, `o3` opportunity, `l5` call, `m9` meeting, `f4` follow-up, `n2` note). A number is never
          given twice, not even after an undo. Ids of other programs are rows of `external_id`.
        - **Time.** An instant is text, `YYYY-MM-DDTHH:MM:SSZ` in UTC, beside the IANA zone in which it was meant. What is due
          has a date as it was meant, `due_on`, which no change of time zone shifts, and perhaps an instant, `due_at`.
          Whether it is overdue is decided when it is read, in the zone where one is.
        - **Money** is a whole number of minor units (cents, fen; in yen the yen itself) beside an ISO 4217 currency.
          Nothing ever adds up two currencies.
        - **Text** that is not there is empty, not NULL; NULL means a number, a date or a link that is not known.
        - **Several of a kind** (phones, e-mail addresses, tags, attendees …) are rows of tables of their own, in the order
          of `ordinal`. A row belongs to exactly one record.
        - **Histories** are rows from the first day: each change of a deal's stage, amount, close date or state is a row of
          `deal_change`.
        - Links are foreign keys, checked at the end of each transaction. The tables are STRICT, so a column holds
          what it says. There are **no triggers**, and Kontor refuses to open a file that has some.

        ## The journal

        Each action is one transaction, and one row of `journal` with its changes in `journal_piece`: changesets of
        [SQLite's session extension](https://www.sqlite.org/sessionintro.html), which undo turns round and applies. So undo
        works across restarts and for everything, also for a whole import. A change that no longer fits, because the same
        row was changed by something that the journal does not know, is refused as a whole.

        Not journaled are the derived tables (`contact_state` and the other `…_state`, `deal_stay`, `unplanned`), which are
        recomputed for every record that a write, an undo or an import touched, their indexes of words, and `memory`.

        ## Finding words

        `contact_words` and the other `…_words` are FTS5 tables over the column `search` of the derived tables. The words
        are made by Kontor and parted by spaces, so that any program can ask for them by their beginnings:

        ```sh
        # Who is found by "wang": by name, by pinyin, by e-mail, by company
        sqlite3 -readonly kontor.db "
          SELECT name FROM contact WHERE id IN (SELECT rowid FROM contact_words WHERE contact_words MATCH 'wang*');"
        ```

        ## How it is kept safe

        - Rollback journal, `synchronous=EXTRA`: what Kontor has said to be saved is on the disk, and outside of a
          write the file alone is everything; beside it stands `kontor.db-journal` only while somebody writes. Copy the file
          with `kontor backup`, which takes one moment of it and checks the copy, or by any means while Kontor is closed.
        - Before it is opened for writing, the file is looked at without changing a byte: its header, whose
          `application_id` is `0x4B6E7472` ("Kntr"), its version (`user_version`) and its length. A file of something else, a
          newer one and a damaged one are refused and left as they are.
        - Several Kontors may use one file at the same time. Commands wait up to 30 seconds for one another; the
          screen stays usable and saves when it is its turn.
        - A new version of Kontor may add tables and columns. A program older than the file refuses it rather than
          guessing.

        ## The tables

        An arrow is a link to a row of that table.

        """
}
