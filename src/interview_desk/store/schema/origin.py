"""The tenth format: an interview is one's own, or taken in from a colleague. Frozen."""

from interview_desk.store.schema.text_columns import Holds, TextColumns

ORIGIN = "ALTER TABLE interviews ADD COLUMN origin TEXT NOT NULL DEFAULT 'own';\n"

TEXT_COLUMNS: TextColumns = {"interviews": {"origin": Holds.NOTHING}}
