"""The eleventh format: colleagues' packets on one candidate, apart from one's own. Frozen."""

from interview_desk.store.schema.text_columns import Holds, TextColumns

PANELS = """
-- Several interviewers' packets on one candidate. Nothing of them is in a search index, and none
-- of them is an interview of the library.
CREATE TABLE panels (
    pk INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    candidate TEXT NOT NULL,
    role TEXT NOT NULL,
    created_ms INTEGER NOT NULL
) STRICT;

-- A packet as it arrived: to write it again could lose what a newer release put in it. "uid" is
-- its interview's, "source" its file's name, "label" what is called here who gives no name;
-- "opened_ms" is when its ratings were first shown.
CREATE TABLE panel_packets (
    pk INTEGER PRIMARY KEY,
    panel INTEGER NOT NULL REFERENCES panels (pk) ON DELETE CASCADE,
    uid TEXT NOT NULL,
    candidate TEXT NOT NULL,
    source TEXT NOT NULL,
    label TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    data BLOB NOT NULL,
    arrived_ms INTEGER NOT NULL,
    opened_ms INTEGER,
    UNIQUE (panel, sha256)
) STRICT;
CREATE INDEX panel_packets_uid ON panel_packets (uid);

-- What was agreed to check, by the key of its row, and under "outcome" what came of it.
CREATE TABLE panel_notes (
    pk INTEGER PRIMARY KEY,
    panel INTEGER NOT NULL REFERENCES panels (pk) ON DELETE CASCADE,
    about TEXT NOT NULL,
    text TEXT NOT NULL,
    written_ms INTEGER NOT NULL,
    UNIQUE (panel, about)
) STRICT;
"""

TEXT_COLUMNS: TextColumns = {
    "panels": {"uid": Holds.NOTHING, "candidate": Holds.PANEL, "role": Holds.PANEL},
    "panel_packets": {
        "uid": Holds.NOTHING,
        "candidate": Holds.PANEL,
        "source": Holds.PANEL,
        "label": Holds.PANEL,
        "sha256": Holds.NOTHING,
        "data": Holds.PANEL,
    },
    "panel_notes": {"about": Holds.NOTHING, "text": Holds.PANEL},
}
