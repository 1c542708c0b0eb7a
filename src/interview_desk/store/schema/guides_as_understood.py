"""The second format: guides kept as they were understood, and what packets say that we do not know.

In the first one a guide was read from its text at every load, so a reader that understood a word
differently moved what was recorded. Each guide is read once more here, and never again.
"""

from typing import TYPE_CHECKING

from interview_desk.store.schema.text_columns import Holds, TextColumns

if TYPE_CHECKING:
    from sqlite_utils import Database

UNDERSTOOD = """
ALTER TABLE guides ADD COLUMN understood TEXT
CHECK (understood IS NULL OR json_valid(understood))
"""
UNKNOWN_MEMBERS = """
-- What the packet of an interview said that the release which read it did not know, as JSON.
CREATE TABLE unknown_members (
    interview INTEGER PRIMARY KEY REFERENCES interviews (pk) ON DELETE CASCADE,
    members TEXT NOT NULL
) STRICT
"""
TEXT_COLUMNS: TextColumns = {
    "guides": {"understood": Holds.OTHERS},
    "unknown_members": {"members": Holds.ANYTHING},
}


def keep_guides_as_understood(db: "Database") -> None:
    """Adds ``understood`` to guides: JSON, or NULL for a text that can no longer be read."""
    # Imported for a file of the first format only: it brings the parser of Markdown with it.
    from interview_desk.guide.faults import GuideError
    from interview_desk.guide.parse.reader import read_guide
    from interview_desk.guide.understood import write_understood

    db.execute(UNDERSTOOD)
    for pk, text in db.execute("SELECT pk, text FROM guides").fetchall():
        try:
            understood = write_understood(read_guide(text))
        except GuideError:
            continue
        db.execute(
            "UPDATE guides SET understood = ?, sha256 = ? WHERE pk = ?",
            [understood.decode(), digest_of(text, understood), pk],
        )
    db.execute(UNKNOWN_MEMBERS)


def digest_of(text: str, understood: bytes) -> str:
    """What a guide is kept once by: the SHA-256 of its text and of what was understood."""
    import hashlib  # here: every start reads the list of formats, few make a guide

    return hashlib.sha256(b"\0".join((text.encode(), understood))).hexdigest()
