"""Which packets are about the same candidate, by what they call them."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from interview_desk.interview.anonymise import STANDS_FOR_NAME
from interview_desk.interview.folded_text import folded
from interview_desk.interview.records import Setup
from interview_desk.panel.case_mark import mark_of
from interview_desk.panel.packets import PanelPacket

# Two names this alike are a slip of the pen more often than two people.
_ALIKE = 0.85


def group_key(candidate: str, role: str) -> tuple[str, str] | None:
    """By what packets are put together; None where nobody is named, as in an anonymised one."""
    return None if is_nobody(candidate) else (folded(candidate), folded(role))


def is_nobody(candidate: str) -> bool:
    """Whether no candidate is named."""
    name = folded(candidate)
    return not name or STANDS_FOR_NAME in name


def may_be_one(one: Setup, other: Setup) -> bool:
    """Whether two that are not grouped may be one person: nearly the same name, or another role."""
    if is_nobody(one.candidate) or is_nobody(other.candidate):
        return False
    first, second = folded(one.candidate), folded(other.candidate)
    words, others = {*first.split()}, {*second.split()}
    if words <= others or others <= words:
        return True
    return SequenceMatcher(None, first, second).ratio() >= _ALIKE


class Groups(NamedTuple):
    """Packets by candidate; ``near`` are pairs of groups, by number, that may be one person's."""

    groups: tuple[tuple[PanelPacket, ...], ...]
    near: tuple[tuple[int, int], ...]


def by_candidate(packets: Iterable[PanelPacket]) -> Groups:
    """One group for each name and role; what names nobody stands by itself."""
    groups: dict[object, list[PanelPacket]] = {}
    for number, each in enumerate(packets):
        setup, mark = each.interview.setup, mark_of(each.interview)
        key = mark.uid if mark is not None else group_key(setup.candidate, setup.role)
        groups.setdefault(key or number, []).append(each)
    found = tuple(map(tuple, groups.values()))
    near = tuple(
        (one, other)
        for (one, first), (other, second) in combinations(enumerate(found), 2)
        if not (mark_of(first[0].interview) or mark_of(second[0].interview))
        and may_be_one(first[0].interview.setup, second[0].interview.setup)
    )
    return Groups(found, near)


def spellings(packets: Sequence[PanelPacket]) -> tuple[str, ...]:
    """The ways that the candidate's name is written, each once."""
    names = (" ".join(each.interview.setup.candidate.split()) for each in packets)
    return tuple(dict.fromkeys(filter(None, names)))
