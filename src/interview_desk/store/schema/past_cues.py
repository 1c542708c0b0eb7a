"""The fourth format: the cues that do not come again are kept with their interview. Frozen.

Before, the settings had those of the one interview that was on, as JSON.
"""

from interview_desk.store.schema.text_columns import Holds, TextColumns

PAST_CUES = """
CREATE TABLE past_cues (
    interview INTEGER NOT NULL REFERENCES interviews (pk) ON DELETE CASCADE,
    cue TEXT NOT NULL,
    PRIMARY KEY (interview, cue)
) STRICT, WITHOUT ROWID;

-- A cue is named by a few plain words and a number; whatever else may stand there is none.
INSERT OR IGNORE INTO past_cues (interview, cue)
SELECT pk, spent.value
FROM (
    SELECT CASE WHEN json_valid(value) THEN value END AS kept
    FROM settings WHERE name = 'cues spent'
)
JOIN interviews ON uid = json_extract(kept, '$.interview')
JOIN json_each(kept, '$.spent') AS spent
WHERE json_type(kept, '$.spent') = 'array' AND spent.type = 'text'
    AND length(spent.value) BETWEEN 1 AND 60
    AND spent.value NOT GLOB '*[^a-z0-9 -]*'
LIMIT 200;

DELETE FROM settings WHERE name = 'cues spent';
"""

TEXT_COLUMNS: TextColumns = {"past_cues": {"cue": Holds.NOTHING}}
