"""Where questions were asked before, and which of them were the user's own."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from interview_desk.guide.model import Guide
from interview_desk.interview.summary import UNNAMED
from interview_desk.store.store import Store
from interview_desk.words import day

_MOST_OWN, _MOST_TOLD = 30, 4


class QuestionHistory:
    """The questions of earlier interviews. Raises UserError when it is made or asked."""

    def __init__(self, store: Store, guide: Guide, row: int, zone: tzinfo | None) -> None:
        """``row`` is the interview that is being prepared, which does not count itself."""
        self._store = store
        self._row = row
        self._zone = zone
        here = " ".join(store.load(row).setup.question.split())
        counts: dict[str, int] = {}
        for question, number in store.queries.questions():
            text = " ".join(question.split())
            counts[text] = counts.get(text, 0) + number - (text == here)
        self.counts: Mapping[str, int] = {text: n for text, n in counts.items() if n > 0}
        banks = {" ".join(q.text.split()) for bank in guide.banks for q in bank.questions}
        own = [text for text in self.counts if text not in banks]
        self.own: Sequence[str] = own[:_MOST_OWN]

    def told(self, question: str) -> str:
        """Of whom it was asked, and when; empty if it was not asked yet."""
        uses = [use for use in self._store.queries.uses(question) if use.row != self._row]
        if not uses:
            return ""
        names = [
            f"{use.candidate or f'an {UNNAMED.lower()}'} ({day(use.at_ms, self._zone)})"
            for use in uses[:_MOST_TOLD]
        ]
        more = len(uses) - len(names)
        return "Asked of " + ", ".join(names) + (f" and {more} more" if more else "")
