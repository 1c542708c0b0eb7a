"""The people of a panel and what they are called: "You", or a name, short in a sentence."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from string import ascii_uppercase

from interview_desk.interview.folded_text import folded
from interview_desk.panel.packets import PanelPacket

_ASIDE = re.compile(r"\s*\([^()]*\)")
YOU = "You"


class Called(Enum):
    """What people are called: those who look "you", all by their names, or all by letters."""

    WITH_YOU = auto()
    BY_NAME = auto()
    BY_LETTER = auto()


@dataclass(frozen=True, slots=True)
class Person:
    """Who rated: ``name`` stands over a column, ``short`` in a sentence."""

    key: str
    name: str
    short: str
    is_you: bool = False

    @property
    def subject(self) -> str:
        """At the beginning of a sentence: ``Osei`` or ``You``."""
        return YOU if self.is_you else self.short

    def at(self, time: str) -> str:
        """What they wrote at that time: ``Osei 22:10`` or ``yours 21:30``."""
        return f"{'yours' if self.is_you else self.short} {time}"

    def owns(self, thing: str) -> str:
        """``Osei’s reason`` or ``your reason``."""
        return f"{'your' if self.is_you else f'{self.short}’s'} {thing}"


def people_of(packets: Sequence[PanelPacket], called: Called) -> tuple[Person, ...]:
    """Whose each packet is: one person for all that give the same name.

    Two that name nobody are two people.
    """
    own = {folded(_name(each)) for each in packets if each.is_own}
    keys = [_key(each, number, own) for number, each in enumerate(packets)]
    if called is Called.BY_LETTER:
        letters = {key: _letter(number) for number, key in enumerate(dict.fromkeys(keys))}
        return tuple(Person(key, letters[key], letters[key]) for key in keys)
    with_you = called is Called.WITH_YOU
    named = {key: (_called(each), _short(each)) for key, each in zip(keys, packets, strict=True)}
    times = Counter(short for _, short in named.values())
    found = {
        key: Person(
            key,
            YOU if with_you and key == YOU else name,
            short if times[short] == 1 else name,
            with_you and key == YOU,
        )
        for key, (name, short) in named.items()
    }
    return tuple(found[key] for key in keys)


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: ``Osei, Kask and Iyer``."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def subjects(people: Iterable[Person]) -> list[str]:
    """Each once, as they begin a sentence together; "you" is small within one."""
    names = [person.subject for person in dict.fromkeys(people)]
    return [*names[:1], *(name.lower() if name == YOU else name for name in names[1:])]


def _letter(number: int) -> str:
    """A to Z, then AA and so on."""
    whole, rest = divmod(number, len(ascii_uppercase))
    return (_letter(whole - 1) if whole else "") + ascii_uppercase[rest]


def _key(packet: PanelPacket, number: int, own: set[str]) -> str:
    name = folded(_name(packet))
    if packet.is_own or (name and name in own):
        return YOU
    return name or f"#{number}"


def _name(packet: PanelPacket) -> str:
    return " ".join((packet.interview.setup.interviewer or packet.label).split())


def _called(packet: PanelPacket) -> str:
    if name := _name(packet):
        return name
    return f"Not named ({packet.source})" if packet.source else "Not named"


def _short(packet: PanelPacket) -> str:
    """The last word of a name, by which a person is told in a sentence."""
    words = _ASIDE.sub("", _name(packet)).split()
    return words[-1] if words else _called(packet)
