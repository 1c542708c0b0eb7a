"""The tenth format: questions of one's own and notes from before are found by search. Frozen."""

from interview_desk.store.schema.folded_search import Indexed, index_script
from interview_desk.store.schema.text_columns import Holds, TextColumns

_INDEXED = (
    Indexed("preparations", "interview", ("text",)),
    Indexed("prepared_questions", "pk", ("text",)),
)
PREPARED_SEARCH = "".join(map(index_script, _INDEXED))

TEXT_COLUMNS: TextColumns = {f"{each.table}_folded": {"text": Holds.FOLDED} for each in _INDEXED}
