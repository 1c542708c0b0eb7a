"""The eighth format: the resume is kept with its interview. Frozen."""

from interview_desk.store.schema.text_columns import Holds, TextColumns

RESUMES = """
-- "data" is the file, of a picture its pixels alone; "text" what can be read in it.
CREATE TABLE resumes (
    interview INTEGER PRIMARY KEY REFERENCES interviews (pk) ON DELETE CASCADE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    data BLOB NOT NULL
) STRICT;
"""

# All of it is about one person, and is no resume without them.
TEXT_COLUMNS: TextColumns = {
    "resumes": {
        "name": Holds.ANYTHING,
        "kind": Holds.NOTHING,
        "text": Holds.ANYTHING,
        "data": Holds.ANYTHING,
    }
}
