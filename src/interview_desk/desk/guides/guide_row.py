"""The rows of the list of guides, with what stands behind their titles."""

from collections.abc import Sequence

from interview_desk.desk.guides.collection import ListedGuide
from interview_desk.desk.widgets.nav_list import NavRow
from interview_desk.guide.short_forms import telling_names
from interview_desk.words import count


def guide_rows(guides: Sequence[ListedGuide], usual: str) -> list[NavRow]:
    """The rows of all guides; ``usual`` is the name of the one for new interviews."""
    words = telling_names([listed.entry for listed in guides])
    return [_row(listed, name, usual) for listed, name in zip(guides, words, strict=True)]


def _row(listed: ListedGuide, words: str, usual: str) -> NavRow:
    entry = listed.entry
    if entry.faults:
        found = count(len(entry.faults), "fault")
        return NavRow(listed.key, words, status=found, tone="bad")
    if listed.archived:
        return NavRow(listed.key, words, status="archived")
    if entry.name == usual:
        return NavRow(listed.key, words, status="usual")
    return NavRow(listed.key, words, status="yours" if entry.own else "")
