"""The tables and the search indexes of the first release. Frozen: what was released is not edited.

Each record of an interview has its row; tables are plain, so that any SQLite tool reads them.
Times in ``_ms`` are whole milliseconds, ``wall_ms`` since the epoch in UTC.
"""

from interview_desk.store.schema.text_columns import Holds, TextColumns

TABLES = """
-- A guide's text, kept once however many interviews were run with it.
CREATE TABLE guides (
    pk INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

-- "pk" is never given out again, so that a window cannot write into another interview when its
-- own was erased. "revision" grows with every change. The columns below it follow from the
-- records, and are kept so that the library need not read them: "heights" has a digit for each
-- dimension.
CREATE TABLE interviews (
    pk INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    guide INTEGER NOT NULL REFERENCES guides (pk),
    created_ms INTEGER NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0,
    status TEXT NOT NULL,
    started_ms INTEGER,
    note_count INTEGER NOT NULL,
    heights TEXT NOT NULL,
    levels INTEGER NOT NULL,
    prepared INTEGER NOT NULL,
    to_prepare INTEGER NOT NULL
) STRICT;
CREATE INDEX interviews_newest ON interviews (created_ms);
CREATE INDEX interviews_status ON interviews (status, created_ms);
CREATE INDEX interviews_open ON interviews (created_ms) WHERE status <> 'done';
CREATE INDEX interviews_guide ON interviews (guide, created_ms);

CREATE TABLE setups (
    interview INTEGER PRIMARY KEY REFERENCES interviews (pk) ON DELETE CASCADE,
    candidate TEXT NOT NULL,
    role TEXT NOT NULL,
    interviewer TEXT NOT NULL,
    question TEXT NOT NULL,
    scheduled TEXT NOT NULL,
    length_minutes INTEGER NOT NULL,
    reserve_minutes INTEGER NOT NULL,
    areas TEXT NOT NULL CHECK (json_valid(areas))
) STRICT;
CREATE INDEX setups_candidate ON setups (candidate COLLATE NOCASE);
CREATE INDEX setups_role ON setups (role COLLATE NOCASE);
CREATE INDEX setups_question ON setups (question);

-- "pk" is written out because the search index refers to it.
CREATE TABLE notes (
    pk INTEGER PRIMARY KEY,
    interview INTEGER NOT NULL REFERENCES interviews (pk) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    wall_ms INTEGER NOT NULL,
    mono_ms INTEGER NOT NULL,
    boot TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    kind TEXT NOT NULL,
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    UNIQUE (interview, id)
) STRICT;

CREATE TABLE note_dimensions (
    note INTEGER NOT NULL REFERENCES notes (pk) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    dimension INTEGER NOT NULL,
    PRIMARY KEY (note, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE sightings (
    interview INTEGER NOT NULL REFERENCES interviews (pk) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    indicator TEXT NOT NULL,
    wall_ms INTEGER NOT NULL,
    mono_ms INTEGER NOT NULL,
    boot TEXT NOT NULL,
    note INTEGER,
    PRIMARY KEY (interview, id),
    FOREIGN KEY (interview, note) REFERENCES notes (interview, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX sightings_note ON sightings (interview, note) WHERE note IS NOT NULL;

CREATE TABLE ticks (
    interview INTEGER NOT NULL REFERENCES interviews (pk) ON DELETE CASCADE,
    item TEXT NOT NULL,
    wall_ms INTEGER NOT NULL,
    mono_ms INTEGER NOT NULL,
    boot TEXT NOT NULL,
    PRIMARY KEY (interview, item)
) STRICT, WITHOUT ROWID;

-- Only ever appended to. An event that was undone is named in clock_retractions; done again,
-- it is a new row with the same id.
CREATE TABLE clock_events (
    pk INTEGER PRIMARY KEY,
    interview INTEGER NOT NULL REFERENCES interviews (pk) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    wall_ms INTEGER NOT NULL,
    mono_ms INTEGER NOT NULL,
    boot TEXT NOT NULL,
    phase INTEGER,
    reason TEXT NOT NULL,
    shift_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX clock_events_interview ON clock_events (interview, id);

CREATE TABLE clock_retractions (
    event INTEGER PRIMARY KEY REFERENCES clock_events (pk) ON DELETE CASCADE
) STRICT;

CREATE VIEW clock_events_in_force AS
SELECT * FROM clock_events WHERE pk NOT IN (SELECT event FROM clock_retractions);

CREATE TABLE plan_changes (
    interview INTEGER NOT NULL REFERENCES interviews (pk) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    wall_ms INTEGER NOT NULL,
    mono_ms INTEGER NOT NULL,
    boot TEXT NOT NULL,
    seconds TEXT NOT NULL CHECK (json_valid(seconds)),
    reason TEXT NOT NULL,
    PRIMARY KEY (interview, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE ratings (
    pk INTEGER PRIMARY KEY,
    interview INTEGER NOT NULL REFERENCES interviews (pk) ON DELETE CASCADE,
    dimension INTEGER NOT NULL,
    level TEXT NOT NULL,
    not_enough INTEGER NOT NULL CHECK (not_enough IN (0, 1)),
    reason TEXT NOT NULL,
    UNIQUE (interview, dimension)
) STRICT;

CREATE TABLE reviews (
    interview INTEGER NOT NULL REFERENCES interviews (pk) ON DELETE CASCADE,
    indicator TEXT NOT NULL,
    observed INTEGER NOT NULL CHECK (observed IN (0, 1)),
    remark TEXT NOT NULL,
    PRIMARY KEY (interview, indicator)
) STRICT, WITHOUT ROWID;

CREATE TABLE verdicts (
    interview INTEGER PRIMARY KEY REFERENCES interviews (pk) ON DELETE CASCADE,
    step TEXT NOT NULL,
    summary TEXT NOT NULL
) STRICT;
CREATE INDEX verdicts_step ON verdicts (step);

CREATE TABLE feedbacks (
    interview INTEGER PRIMARY KEY REFERENCES interviews (pk) ON DELETE CASCADE,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE locks (
    interview INTEGER PRIMARY KEY REFERENCES interviews (pk) ON DELETE CASCADE,
    wall_ms INTEGER NOT NULL,
    mono_ms INTEGER NOT NULL,
    boot TEXT NOT NULL
) STRICT;

CREATE TABLE amendments (
    interview INTEGER NOT NULL REFERENCES interviews (pk) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    wall_ms INTEGER NOT NULL,
    mono_ms INTEGER NOT NULL,
    boot TEXT NOT NULL,
    reason TEXT NOT NULL,
    what TEXT NOT NULL,
    PRIMARY KEY (interview, id)
) STRICT, WITHOUT ROWID;

-- What is being typed and is no note yet; "note" is the id of the note being edited.
CREATE TABLE drafts (
    interview INTEGER PRIMARY KEY REFERENCES interviews (pk) ON DELETE CASCADE,
    text TEXT NOT NULL,
    wall_ms INTEGER NOT NULL,
    mono_ms INTEGER NOT NULL,
    boot TEXT NOT NULL,
    note INTEGER
) STRICT;

-- When the program last ran with this interview's clock.
CREATE TABLE heartbeats (
    interview INTEGER PRIMARY KEY REFERENCES interviews (pk) ON DELETE CASCADE,
    wall_ms INTEGER NOT NULL,
    mono_ms INTEGER NOT NULL,
    boot TEXT NOT NULL
) STRICT;

-- Steps that can be undone, and redone where "undone" is 1; "change" is JSON.
CREATE TABLE journal (
    interview INTEGER NOT NULL REFERENCES interviews (pk) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
    change TEXT NOT NULL CHECK (json_valid(change)),
    PRIMARY KEY (interview, number)
) STRICT, WITHOUT ROWID;

-- How long an interview is kept, where that was said of it: "keep_until" is a local ISO date,
-- NULL for what the settings say of all. "held" keeps it from being erased at all.
CREATE TABLE keepings (
    interview INTEGER PRIMARY KEY REFERENCES interviews (pk) ON DELETE CASCADE,
    keep_until TEXT CHECK (keep_until IS date(keep_until)),
    held INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1))
) STRICT;

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

# Erasing an interview removes its row first and then, by cascade, its events: so an event may
# go only when its interview is no longer there.
APPEND_ONLY = """
CREATE TRIGGER clock_events_stay BEFORE DELETE ON clock_events
WHEN EXISTS (SELECT 1 FROM interviews WHERE pk = old.interview)
BEGIN SELECT RAISE(ABORT, 'clock events are only ever appended'); END;

CREATE TRIGGER clock_events_do_not_change BEFORE UPDATE ON clock_events
BEGIN SELECT RAISE(ABORT, 'clock events are only ever appended'); END;

CREATE TRIGGER clock_retractions_stay BEFORE DELETE ON clock_retractions
WHEN EXISTS (SELECT 1 FROM clock_events WHERE pk = old.event)
BEGIN SELECT RAISE(ABORT, 'clock events are only ever appended'); END;

CREATE TRIGGER clock_retractions_do_not_change BEFORE UPDATE ON clock_retractions
BEGIN SELECT RAISE(ABORT, 'clock events are only ever appended'); END;
"""

TEXT_COLUMNS: TextColumns = {
    "guides": {"sha256": Holds.NOTHING, "title": Holds.OTHERS, "text": Holds.OTHERS},
    "interviews": {"uid": Holds.NOTHING, "status": Holds.NOTHING, "heights": Holds.NOTHING},
    "setups": {
        "candidate": Holds.NAME,
        "role": Holds.WORDS,
        "interviewer": Holds.OTHERS,
        "question": Holds.WORDS,
        "scheduled": Holds.NOTHING,
        "areas": Holds.NOTHING,
    },
    "notes": {"boot": Holds.NOTHING, "text": Holds.WORDS, "kind": Holds.NOTHING},
    "sightings": {"indicator": Holds.NOTHING, "boot": Holds.NOTHING},
    "ticks": {"item": Holds.NOTHING, "boot": Holds.NOTHING},
    "clock_events": {"kind": Holds.NOTHING, "boot": Holds.NOTHING, "reason": Holds.WORDS},
    "plan_changes": {"boot": Holds.NOTHING, "seconds": Holds.NOTHING, "reason": Holds.WORDS},
    "ratings": {"level": Holds.NOTHING, "reason": Holds.WORDS},
    "reviews": {"indicator": Holds.NOTHING, "remark": Holds.WORDS},
    "verdicts": {"step": Holds.NOTHING, "summary": Holds.WORDS},
    "feedbacks": {"text": Holds.WORDS},
    "locks": {"boot": Holds.NOTHING},
    "amendments": {"boot": Holds.NOTHING, "reason": Holds.WORDS, "what": Holds.WORDS},
    "drafts": {"text": Holds.WORDS, "boot": Holds.NOTHING},
    "heartbeats": {"boot": Holds.NOTHING},
    "journal": {"change": Holds.ANYTHING},
    "keepings": {"keep_until": Holds.NOTHING},
    "settings": {"name": Holds.NOTHING, "value": Holds.OTHERS},
}


# The words stay in the tables alone; the indexes refer to them, and keep neither places within
# a text nor lengths of texts: so there is room to index the first two to five letters of every
# word by themselves, for search as one types, in 0.7 times the room of the notes. The
# categories are those of letters, digits and the marks that many scripts write words with.
SEARCH = """
CREATE VIRTUAL TABLE notes_fts USING fts5 (
    text, content="notes", content_rowid="pk", prefix='2 3 4 5', detail=none, columnsize=0,
    tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
CREATE TRIGGER notes_fts_insert AFTER INSERT ON notes BEGIN
    INSERT INTO notes_fts (rowid, text) VALUES (new.pk, new.text);
END;
CREATE TRIGGER notes_fts_delete AFTER DELETE ON notes BEGIN
    INSERT INTO notes_fts (notes_fts, rowid, text) VALUES ('delete', old.pk, old.text);
END;
CREATE TRIGGER notes_fts_update AFTER UPDATE OF pk, text ON notes BEGIN
    INSERT INTO notes_fts (notes_fts, rowid, text) VALUES ('delete', old.pk, old.text);
    INSERT INTO notes_fts (rowid, text) VALUES (new.pk, new.text);
END;

CREATE VIRTUAL TABLE setups_fts USING fts5 (
    candidate, role, question, content="setups", content_rowid="interview",
    prefix='1 2 3 4 5', detail=none, columnsize=0,
    tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
CREATE TRIGGER setups_fts_insert AFTER INSERT ON setups BEGIN
    INSERT INTO setups_fts (rowid, candidate, role, question)
    VALUES (new.interview, new.candidate, new.role, new.question);
END;
CREATE TRIGGER setups_fts_delete AFTER DELETE ON setups BEGIN
    INSERT INTO setups_fts (setups_fts, rowid, candidate, role, question)
    VALUES ('delete', old.interview, old.candidate, old.role, old.question);
END;
CREATE TRIGGER setups_fts_update AFTER UPDATE ON setups BEGIN
    INSERT INTO setups_fts (setups_fts, rowid, candidate, role, question)
    VALUES ('delete', old.interview, old.candidate, old.role, old.question);
    INSERT INTO setups_fts (rowid, candidate, role, question)
    VALUES (new.interview, new.candidate, new.role, new.question);
END;

CREATE VIRTUAL TABLE ratings_fts USING fts5 (
    reason, content="ratings", content_rowid="pk", prefix='2 3 4 5', detail=none, columnsize=0,
    tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
CREATE TRIGGER ratings_fts_insert AFTER INSERT ON ratings BEGIN
    INSERT INTO ratings_fts (rowid, reason) VALUES (new.pk, new.reason);
END;
CREATE TRIGGER ratings_fts_delete AFTER DELETE ON ratings BEGIN
    INSERT INTO ratings_fts (ratings_fts, rowid, reason) VALUES ('delete', old.pk, old.reason);
END;
CREATE TRIGGER ratings_fts_update AFTER UPDATE OF pk, reason ON ratings BEGIN
    INSERT INTO ratings_fts (ratings_fts, rowid, reason) VALUES ('delete', old.pk, old.reason);
    INSERT INTO ratings_fts (rowid, reason) VALUES (new.pk, new.reason);
END;

CREATE VIRTUAL TABLE verdicts_fts USING fts5 (
    summary, content="verdicts", content_rowid="interview", prefix='2 3 4 5', detail=none,
    columnsize=0, tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
CREATE TRIGGER verdicts_fts_insert AFTER INSERT ON verdicts BEGIN
    INSERT INTO verdicts_fts (rowid, summary) VALUES (new.interview, new.summary);
END;
CREATE TRIGGER verdicts_fts_delete AFTER DELETE ON verdicts BEGIN
    INSERT INTO verdicts_fts (verdicts_fts, rowid, summary)
    VALUES ('delete', old.interview, old.summary);
END;
CREATE TRIGGER verdicts_fts_update AFTER UPDATE ON verdicts BEGIN
    INSERT INTO verdicts_fts (verdicts_fts, rowid, summary)
    VALUES ('delete', old.interview, old.summary);
    INSERT INTO verdicts_fts (rowid, summary) VALUES (new.interview, new.summary);
END;
"""
