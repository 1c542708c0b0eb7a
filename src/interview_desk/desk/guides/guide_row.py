"""A guide's row in the list of guides, with what stands behind its title."""

from interview_desk.desk.guides.collection import ListedGuide
from interview_desk.desk.widgets.nav_list import NavRow
from interview_desk.words import count


def guide_row(listed: ListedGuide, usual: str) -> NavRow:
    """The row of a guide; ``usual`` is the name of the one for new interviews."""
    entry = listed.entry
    if entry.faults:
        found = count(len(entry.faults), "fault")
        return NavRow(listed.key, entry.brief, status=found, tone="bad")
    if listed.archived:
        return NavRow(listed.key, entry.brief, status="archived")
    if entry.name == usual:
        return NavRow(listed.key, entry.brief, status="usual")
    return NavRow(listed.key, entry.brief, status="yours" if entry.own else "")
