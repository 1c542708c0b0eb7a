"""The packets of one candidate side by side: what differs, and what to talk about.

No mean, no sum, no majority and no coefficient: for one candidate none of them says anything
(`panel.agreement` tells why). Pairs are counted, and evidence is set beside evidence.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import tzinfo

from interview_desk.guide.model import Guide
from interview_desk.interview.records import NO_DECISION
from interview_desk.interview.seal import Seal
from interview_desk.panel.agreement import Pairs, pairs
from interview_desk.panel.candidates import is_nobody, spellings
from interview_desk.panel.case_answer import REFERENCE
from interview_desk.panel.case_mark import CaseMark, mark_of
from interview_desk.panel.packets import PanelPacket, versions
from interview_desk.panel.people import Called, Person, listed, people_of
from interview_desk.panel.rows import all_rows, cell_of, rubric
from interview_desk.panel.seen_by_one import seen_by_one
from interview_desk.panel.table import Column, Comparison, Row
from interview_desk.panel.talk import talk_about
from interview_desk.words import count, day

MOST_PEOPLE = 8
CHANGED = "Changed outside Interview Desk"
DRAFT, NOT_FINISHED = "Draft", "Not finished"


def compare(
    packets: Sequence[PanelPacket],
    zone: tzinfo | None = None,
    *,
    on_paper: bool = False,
    letters: bool = False,
) -> Comparison:
    """The packets of one candidate or case, one's own first. Raises ValueError if there are none.

    ``on_paper`` it is for all who were there: those who look are told by name, and private
    notes stay out. With ``letters`` nobody is told by name.
    """
    if not packets:
        raise ValueError("nothing to compare")
    found = versions(packets)
    called = Called.BY_LETTER if letters else Called.BY_NAME if on_paper else Called.WITH_YOU
    columns, beyond = _columns(found.current, zone, called)
    rows = [
        replace(row, talk=talk_about(columns, row))
        for row in all_rows(columns, with_private=not on_paper)
    ]
    setup = columns[0].interview.setup
    unlike = _unlike(columns, found.unlike)
    return Comparison(
        candidate="" if is_nobody(setup.candidate) else setup.candidate,
        role=setup.role,
        columns=columns,
        rows=tuple(rows),
        recommendations=_recommendations(columns),
        seen_by_one=seen_by_one(columns, with_private=not on_paper),
        foot=foot(rows),
        remarks=tuple(_remarks(columns, beyond, unlike)),
        not_compared=tuple(beyond),
        is_case=mark_of(columns[0].interview) is not None,
    )


def with_reference(comparison: Comparison, reference: PanelPacket) -> Comparison:
    """The same with the reference of its case in the last column; it is in no pair."""
    person = Person("reference", REFERENCE, REFERENCE)
    column = Column(reference, person, is_reference=True)
    rows = [replace(row, cells=(*row.cells, cell_of(column, row.key))) for row in comparison.rows]
    return replace(
        comparison,
        columns=(*comparison.columns, column),
        rows=tuple(rows),
        recommendations=(*comparison.recommendations, ""),
    )


def _unlike(columns: Sequence[Column], unlike: Sequence[PanelPacket]) -> list[str]:
    """Who sent two versions, as their columns call them."""
    names = {column.interview.uid: column.person.name for column in columns}
    return [names[each.interview.uid] for each in unlike if each.interview.uid in names]


def _columns(
    packets: Sequence[PanelPacket], zone: tzinfo | None, called: Called
) -> tuple[tuple[Column, ...], list[str]]:
    """A column a packet, each person's together, and the names of those there is no room for."""
    own_first = sorted(packets, key=lambda each: not each.is_own)
    people = people_of(own_first, called)
    order = [*dict.fromkeys(people)]
    several = {person for person, number in Counter(people).items() if number > 1}
    guides = Counter(_rubric_of(each.interview.guide) for each in own_first)
    usual = guides.most_common(1)[0][0]
    texts = Counter(each.interview.guide.source for each in own_first)
    cases = Counter(mark_of(each.interview) for each in own_first)
    columns = [
        Column(
            packet,
            person,
            _date(packet, zone) if person in several else "",
            (
                *_odd(packet, usual, texts.most_common(1)[0][0]),
                *_odd_case(packet, cases.most_common(1)[0][0]),
            ),
        )
        for packet, person in zip(own_first, people, strict=True)
        if order.index(person) < MOST_PEOPLE
    ]
    columns.sort(key=lambda column: order.index(column.person))
    return tuple(columns), [person.name for person in order[MOST_PEOPLE:]]


def _rubric_of(guide: Guide) -> object:
    return tuple((key, each.levels) for key, each in rubric(guide).items())


def _date(packet: PanelPacket, zone: tzinfo | None) -> str:
    start = packet.interview.timeline.start
    return day(start.wall_ms if start else packet.interview.created_ms, zone)


def _odd(packet: PanelPacket, usual: object, text: str) -> Iterator[str]:
    """What stands under the name."""
    guide = packet.interview.guide
    if not packet.is_finished:
        yield DRAFT if packet.as_draft else NOT_FINISHED
    if packet.seal is Seal.DIFFERS:
        yield CHANGED
    if _rubric_of(guide) != usual:
        yield "Another rubric"
    elif guide.source != text:
        yield "The guide differs outside the rubric"


def _odd_case(packet: PanelPacket, usual: CaseMark | None) -> Iterator[str]:
    mark = mark_of(packet.interview)
    if usual is not None and mark != usual:
        same = mark is not None and mark.uid == usual.uid
        yield "Answered another version" if same else "Answered another case"


def _remarks(
    columns: Sequence[Column], beyond: Sequence[str], unlike: Sequence[str]
) -> Iterator[str]:
    """What the reader of the whole must know."""
    names = spellings([column.packet for column in columns])
    if len(names) > 1:
        yield f"Written in several ways: {listed([f'“{name}”' for name in names])}."
    for name in dict.fromkeys(unlike):
        yield f"There are two versions of {name}’s packet; one of them is compared."
    if beyond:
        yield (f"{MOST_PEOPLE} people are compared. Not compared: {listed(beyond)}.")


def _recommendations(columns: Sequence[Column]) -> tuple[str, ...]:
    """One for each column: its word, with its place where others have other words."""
    steps = Counter(column.interview.guide.steps for column in columns).most_common(1)[0][0]
    return tuple(_recommendation(column, steps) for column in columns)


def _recommendation(column: Column, usual: tuple[str, ...]) -> str:
    if not column.packet.is_open:
        return ""
    step, steps = column.interview.verdict.step, column.interview.guide.steps
    if steps == usual or step in ("", NO_DECISION):
        return step
    return f"{step}, {steps.index(step) + 1} of {len(steps)}"


# The foot


def foot(rows: Sequence[Row]) -> str:
    """How many pairs of ratings are the same, and how often there was too little for one."""
    units = [row.unit for row in rows]
    steps = max(
        (max(u.heights.values()) - min(u.heights.values()) for u in units if u.heights), default=0
    )
    found = pairs(units)
    return " ".join(filter(None, (_of_pairs(found, steps), _of_lack(found.not_enough))))


def _of_pairs(found: Pairs, furthest: int) -> str:
    if not found.all:
        return "No two people rated the same dimension."
    if found.all == 1:
        apart = (
            "the same" if found.same else "one step apart" if found.one_step else "further apart"
        )
        return f"The one pair of ratings is {apart}."
    parts = [f"{found.same or 'none'} {'is' if found.same == 1 else 'are'} the same"]
    if found.one_step:
        parts.append(f"{found.one_step} one step apart")
    if found.further:
        parts.append(f"{found.further} {'two' if furthest == 2 else 'two or more'}")
    return f"Of {found.all} pairs of ratings {', '.join(parts)}."


def _of_lack(times: int) -> str:
    if not times:
        return ""
    often = {1: "Once", 2: "Twice"}.get(times, f"{count(times, 'time')}")
    return f"{often} there was not enough evidence."


def people(comparison: Comparison) -> tuple[Person, ...]:
    """Those who are compared, each once."""
    return tuple(dict.fromkeys(c.person for c in comparison.columns if not c.is_reference))
