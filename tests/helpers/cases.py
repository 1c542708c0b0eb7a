"""Cases for tests: one answer that everybody rates."""

from interview_desk.guide.parse.reader import read_guide
from interview_desk.panel.case import Case, Material, MaterialKind, OpenCase, open_case
from tests.helpers.samples import SMALL_GUIDE

ANSWER = (
    "I would first ask who it is for. Then I would draw the tables.\n\n"
    "The hard part is that two people may book the same bed, so I would lock the row."
)


def small_case() -> Case:
    """A case by the small guide, whose two dimensions are both to be rated."""
    return Case(
        uid="case1",
        created_ms=1,
        title="A bed, twice",
        leader="L. Kask",
        guide=SMALL_GUIDE,
        dimensions=(1, 2),
        material=Material(MaterialKind.TEXT, text=ANSWER, permission="invented"),
        instructions="Read it twice.",
    )


def small_open_case() -> OpenCase:
    """Likewise, with its guide."""
    return open_case(small_case(), read_guide(SMALL_GUIDE))
