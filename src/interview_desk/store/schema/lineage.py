"""The third format: it tells whether a write-ahead log belongs to the file beside it. Frozen."""

from interview_desk.store.schema.text_columns import Holds, TextColumns

LINEAGE = """
-- The one row names the file's state before the newest commit and after it, eight random bytes
-- each. SQLite applies any log that lies beside a file; by this one can tell another's.
CREATE TABLE lineage (
    pk INTEGER PRIMARY KEY CHECK (pk = 1),
    states TEXT NOT NULL
) STRICT;
INSERT INTO lineage VALUES (1, hex(randomblob(16)));
"""

TEXT_COLUMNS: TextColumns = {"lineage": {"states": Holds.NOTHING}}
