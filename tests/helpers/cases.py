"""Cases for tests: one answer that everybody rates."""

from dataclasses import replace
from zlib import crc32

from interview_desk.guide.model import Guide
from interview_desk.guide.parse.reader import read_guide
from interview_desk.interview.actions import scoring
from interview_desk.interview.actions.notes import add_note
from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_text import NoteText
from interview_desk.panel.case import Case, Material, MaterialKind, OpenCase, open_case
from interview_desk.panel.case_answer import answer_to
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


def case_of_guide(guide: Guide) -> OpenCase:
    """The same answer, to be rated by all dimensions of that guide."""
    numbers = tuple(each.number for each in guide.dimensions)
    return open_case(replace(small_case(), guide=guide.source, dimensions=numbers), guide)


ANSWERED_AT = Instant(1_800_000_000_000, 1_000, "boot")


def answered(
    who: str, *levels: str, quote: str = "", case: OpenCase | None = None, finished: bool = True
) -> Interview:
    """An answer with these levels, and a quote for the first dimension."""
    uid = f"of-{crc32(who.encode())}"  # in which nobody finds a name
    interview = answer_to(case or small_open_case(), uid, ANSWERED_AT, who)
    if quote:
        interview = interview.apply(
            add_note(interview, ANSWERED_AT, NoteText(quote, dimensions=(1,)))
        )
    for number, level in enumerate(levels, 1):
        interview = interview.apply(scoring.rate(interview, number, level))
    if finished and (change := scoring.lock(interview, ANSWERED_AT)) is not None:
        interview = interview.apply(change)
    return interview
