"""The sixth format: the interviewer's own questions, and the note from before. Frozen."""

from interview_desk.store.schema.text_columns import Holds, TextColumns

PREPARATION = """
CREATE TABLE preparations (
    interview INTEGER PRIMARY KEY REFERENCES interviews (pk) ON DELETE CASCADE,
    text TEXT NOT NULL
) STRICT;

-- "phase" and "dimension" are numbers, NULL for any phase and for no dimension. The moment is that
-- at which it was asked, NULL as long as it was not.
CREATE TABLE prepared_questions (
    pk INTEGER PRIMARY KEY,
    interview INTEGER NOT NULL REFERENCES interviews (pk) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    place INTEGER NOT NULL,
    phase INTEGER,
    dimension INTEGER,
    follow_up INTEGER NOT NULL CHECK (follow_up IN (0, 1)),
    wall_ms INTEGER,
    mono_ms INTEGER,
    boot TEXT,
    UNIQUE (interview, id)
) STRICT;
CREATE INDEX prepared_questions_text ON prepared_questions (text);
"""

TEXT_COLUMNS: TextColumns = {
    "preparations": {"text": Holds.WORDS},
    "prepared_questions": {"text": Holds.WORDS, "boot": Holds.NOTHING},
}
