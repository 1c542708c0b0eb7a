"""One person's rating of a case: an interview without a candidate, that names the case it answers.

Its guide is the case's with nothing but what is to be rated; its packet says which case it is
(`case_mark`).
"""

from dataclasses import replace

from interview_desk.guide.model import Guide, MinuteRange, Phase
from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import (
    ClockEvent,
    ClockKind,
    Lock,
    Note,
    Rating,
    Record,
    Setup,
)
from interview_desk.panel.case import MaterialKind, OpenCase
from interview_desk.panel.case_mark import CaseMark, marked
from interview_desk.panel.case_reference import Reference
from interview_desk.panel.packets import PanelPacket

ROLE = "Calibration"
REFERENCE = "Reference"


def answer_to(case: OpenCase, uid: str, at: Instant, interviewer: str) -> Interview:
    """An answer in which nothing is rated yet.

    A text has no clock: it is over when it is opened. A recording starts with its playback.
    """
    setup = Setup(candidate=case.case.title, role=ROLE, interviewer=interviewer)
    over = (ClockEvent(1, ClockKind.START, at, phase=1), ClockEvent(2, ClockKind.FINISH, at))
    is_text = case.case.material.kind is MaterialKind.TEXT
    return _answer(case, uid, at.wall_ms, (setup, *(over if is_text else ())))


def rubric_of(case: OpenCase) -> Guide:
    """The guide with only what the case asks to rate, and its material as the one phase."""
    is_text = case.case.material.kind is MaterialKind.TEXT
    asked = [case.guide.dimension(number) for number in case.case.dimensions]
    return replace(
        case.guide,
        phases=(Phase(1, "The answer" if is_text else "The recording", MinuteRange(45, 45)),),
        dimensions=tuple(replace(each, number=place) for place, each in enumerate(asked, 1)),
        duration=None,
        before=(),
        during=(),
        after=(),
        banks=(),
        disqualifiers=(),
        warning_signs=(),
        headings=(),
        reading=(),
        question_minutes=None,
    )


def reference_packet(reference: Reference, case: OpenCase) -> PanelPacket:
    """The reference in the form of a packet, to be set beside the answers."""
    places = {number: place for place, number in enumerate(case.case.dimensions, 1)}
    at = Instant(boot="", mono_ms=0, wall_ms=case.case.created_ms)
    known = [
        (places[each.dimension], each) for each in reference.ratings if each.dimension in places
    ]
    ratings = [Rating(place, each.level, each.not_enough, each.reason) for place, each in known]
    quotes = [(place, words) for place, each in known for words in each.quotes if words.strip()]
    notes = [Note(n, at, words, dimensions=(place,)) for n, (place, words) in enumerate(quotes, 1)]
    setup = Setup(candidate=case.case.title, role=ROLE, interviewer=REFERENCE)
    records: tuple[Record, ...] = (setup, *ratings, *notes, Lock(at))
    return PanelPacket(_answer(case, "reference", case.case.created_ms, records))


def _answer(case: OpenCase, uid: str, created_ms: int, records: tuple[Record, ...]) -> Interview:
    unknown = marked(CaseMark(case.case.uid, case.sha256))
    return Interview.of(uid, rubric_of(case), created_ms, records, unknown=unknown)
