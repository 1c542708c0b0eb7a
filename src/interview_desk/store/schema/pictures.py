"""The seventh format: notes have pictures, and their bytes are kept beside the records. Frozen."""

from interview_desk.store.schema.text_columns import Holds, TextColumns

PICTURES = """
-- The picture of a note, "note" by its id. "form" is png or jpeg; "digest" is the SHA-256 of its
-- bytes, "size" how many there are.
CREATE TABLE pictures (
    interview INTEGER NOT NULL REFERENCES interviews (pk) ON DELETE CASCADE,
    note INTEGER NOT NULL,
    digest TEXT NOT NULL,
    form TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY (interview, note)
) STRICT, WITHOUT ROWID;

-- The bytes are there as long as the picture, or a step that can be undone, has their digest.
CREATE TABLE picture_files (
    pk INTEGER PRIMARY KEY,
    interview INTEGER NOT NULL REFERENCES interviews (pk) ON DELETE CASCADE,
    digest TEXT NOT NULL,
    data BLOB NOT NULL,
    UNIQUE (interview, digest)
) STRICT;
"""

# What a picture shows cannot be told: it goes where names are taken out.
TEXT_COLUMNS: TextColumns = {
    "pictures": {"digest": Holds.ANYTHING, "form": Holds.NOTHING},
    "picture_files": {"digest": Holds.ANYTHING, "data": Holds.NOTHING},
}
