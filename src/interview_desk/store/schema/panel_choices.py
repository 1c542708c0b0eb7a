"""The twelfth format: what was chosen of a packet of a panel. Frozen."""

from interview_desk.store.schema.text_columns import Holds, TextColumns

# "draft" is shown though it is not finished, "first" is compared of several versions.
PANEL_CHOICES = "ALTER TABLE panel_packets ADD COLUMN choice TEXT NOT NULL DEFAULT '';\n"

TEXT_COLUMNS: TextColumns = {"panel_packets": {"choice": Holds.NOTHING}}
