"""Packets of several interviewers of one candidate, played by the real actions."""

from collections.abc import Sequence

from interview_desk.guide.model import Guide
from interview_desk.guide.parse.reader import read_guide
from interview_desk.interview.actions import running, scoring
from interview_desk.interview.interview import Interview
from interview_desk.interview.packet import write_packet
from interview_desk.interview.records import Setup
from interview_desk.panel.packets import PanelPacket
from interview_desk.panel.table import Comparison, Row
from interview_desk.store.panels import ArrivedPacket
from tests.helpers.clock import HandClock
from tests.helpers.rooms import Room
from tests.helpers.samples import Played, shipped_guide, small_guide

CANDIDATE = "Amara Okonkwo-Lindqvist"
EXCEEDS, MEETS, BELOW, NOT_ENOUGH = "Exceeds", "Meets", "Below", "not enough"


def rated(
    who: str,
    levels: Sequence[str] = (MEETS, MEETS),
    notes: Sequence[tuple[int, str]] = (),
    *,
    about: tuple[str, str] = (CANDIDATE, "Engineer"),
    guide: Guide | None = None,
    uid: str = "",
    step: str = "Hire",
) -> Played:
    """An interview scored so and not locked; each note with its seconds after the one before.

    ``about`` is the candidate and the role.
    """
    setup = Setup(*about, who, "Design a feed")
    name = uid or f"of-{''.join(filter(str.isalnum, who)).lower() or 'nobody'}"
    made = HandClock().now().wall_ms
    played = Played(Interview.of(name, guide or small_guide(), made, (setup,)))
    played.start()
    for seconds, typed in notes:
        played.clock.advance(seconds)
        played.note(typed)
    played.clock.advance(60)
    played.do(running.finish(played.interview, played.clock.now()))
    for number, level in enumerate(levels, 1):
        if level == NOT_ENOUGH:
            played.do(scoring.not_enough(played.interview, number))
        elif level:
            played.do(scoring.rate(played.interview, number, level))
    if step:
        played.do(scoring.recommend(played.interview, step))
    played.do(scoring.rest_not_observed(played.interview))
    return played


def locked(played: Played) -> Played:
    """The scoring finished."""
    played.do(scoring.lock(played.interview, played.clock.now()))
    return played


def amend(played: Played, dimension: int, level: str, reason: str) -> None:
    """A rating changed after the lock."""
    change = scoring.rate(played.interview, dimension, level)
    played.clock.advance(3_600)
    played.do(scoring.amend(played.interview, change, played.clock.now(), reason))


def packet(played: Played, source: str = "", *, own: bool = False) -> PanelPacket:
    """What a colleague reads of it."""
    found = PanelPacket.of(write_packet(played.interview), source)
    return PanelPacket(found.interview, source, found.seal, found.sum, is_own=own)


def row(comparison: Comparison, title: str) -> Row:
    """The row of that title."""
    return next(each for each in comparison.rows if each.title == title)


def four() -> list[Played]:
    """The debrief of the picture: four people, eight dimensions, the first of them one's own."""
    return [
        locked(
            rated(
                who, levels, notes, guide=shipped_guide(), about=(CANDIDATE, "Principal"), step=step
            )
        )
        for who, levels, notes, step in _FOUR
    ]


def reworded(*words: tuple[str, str]) -> Guide:
    """The small guide with other words somewhere, each after the one that stands there."""
    source = small_guide().source
    for old, new in words:
        assert old in source
        source = source.replace(old, new)
    return read_guide(source)


_E, _M, _B, _N = EXCEEDS, MEETS, BELOW, NOT_ENOUGH
_FOUR = (
    (
        "Reet Tamm",
        (_E, _E, _M, _M, _M, _E, _N, _M),
        (
            (60, "+ asked who the users are #prob"),
            (30, "+ named the cost of a wrong answer #prob"),
            (1200, "+ derived the loss by hand #depth"),
            (60, "+ compared trees with a sequence model #depth #breadth"),
            (20, "named three kinds of store #breadth"),
            (40, "two boxes and a queue #system #system"),
        ),
        "Hire",
    ),
    (
        "Daniel Osei",
        (_E, _B, _M, _M, _M, _E, _M, _M),
        (
            (1330, "- could not say why that loss #depth"),
            (20, "- guessed at the gradient #depth"),
            (30, "+ told of a night on call #prod #strat"),
            (10, "+ short sentences #comm"),
        ),
        "No",
    ),
    (
        "Mari Kask",
        (_M, _M, _M, _E, _M, _E, _N, _M),
        (
            (60, "+ asked for the goal #prob"),
            (1805, "- talked past the question #comm"),
            (30, "+ drew it again for me #comm"),
        ),
        "Hire",
    ),
    (
        "Rahul Iyer",
        (_E, _E, _M, _M, _B, _M, _M, _M),
        (
            (60, "- one way only #trade"),
            (90, "+ knew the paper #depth"),
            (90, "+ knew its successor #depth"),
            (200, "+ clear #comm"),
            (30, "+ asked whether I follow #comm"),
        ),
        "Strong hire",
    ),
)


def debrief() -> list[Played]:
    """Four interviewers of one candidate, who do not agree in everything."""
    return [
        locked(rated("Dana Osei", (EXCEEDS, BELOW), OSEI)),
        locked(rated("Mart Kask", (MEETS, MEETS), KASK, step="No")),
        locked(rated("Ravi Iyer", (EXCEEDS, EXCEEDS), IYER)),
    ]


OSEI = ((1330, "- names no limit of the cache #technical"), (30, "+ asked who it is for #problem"))
KASK = ((60, "+ reads the numbers first #problem"), (70, "+ compared two stores #technical"))
IYER = ((90, "+ drew the queue #technical"), (20, "- talked over me #problem"))


def keep_panel(room: Room, packets: Sequence[Played] | None = None) -> int:
    """A panel in the records with these packets, of three colleagues unless told otherwise."""
    panels = room.desk.store.panels
    panel = panels.create("panel", CANDIDATE, "Engineer", 1)
    for played in debrief() if packets is None else packets:
        setup = played.interview.setup
        source = f"{setup.interviewer}.json"
        data = write_packet(played.interview)
        panels.add(panel, ArrivedPacket(played.interview.uid, setup.candidate, source, data), 2)
    panels.mark_opened(panel, 3)
    return panel
