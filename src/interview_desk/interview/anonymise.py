"""A candidate's name and contact details taken out of a text, whatever way they were typed.

What is sure is replaced. What is only likely is listed, for somebody to look at: nobody can
promise that a text does not tell who is meant.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from interview_desk.interview.contact_details import find_contacts, find_likely_contacts
from interview_desk.interview.folded_text import FoldedText, fold, merged
from interview_desk.interview.person_name import PersonName

STANDS_FOR_NAME = "the candidate"
STANDS_FOR_CONTACT = "[contact removed]"

_STAND_INS = re.compile(f"{re.escape(STANDS_FOR_NAME)}|{re.escape(STANDS_FOR_CONTACT)}")


@dataclass(frozen=True, slots=True)
class Replacement:
    """A stretch of a text, from ``start`` to ``end``, and what stands there instead."""

    start: int
    end: int
    by: str


@dataclass(frozen=True, slots=True)
class Anonymised:
    """A text without the name; ``replaced`` are the places in the text as it was."""

    text: str
    replaced: tuple[Replacement, ...] = ()


@dataclass(frozen=True, slots=True)
class NearMatch:
    """A stretch of a text that may still name the candidate; ``word`` is what stands there."""

    start: int
    end: int
    word: str


class Anonymiser:
    """For one candidate; ``also`` are other words to take out, just as they are written."""

    def __init__(self, name: str, also: Iterable[str] = ()) -> None:
        self._name = PersonName(name, also)

    def anonymise(self, text: str) -> Anonymised:
        """The text without the name, its parts, addresses, and telephone numbers.

        To do it again changes nothing more.
        """
        found = _fold(text)
        contacts = merged(find_contacts(found, partial(self._name.names_account, found)))
        spans = [(found.place(span), STANDS_FOR_CONTACT) for span in contacts]
        names = self._name.find(found.without(contacts))
        spans += [(found.place(span), STANDS_FOR_NAME) for span in names]
        replaced = tuple(Replacement(*place, by) for place, by in sorted(spans))
        return Anonymised(_replace(text, replaced), replaced)

    def near_matches(self, text: str) -> tuple[NearMatch, ...]:
        """What is nearly the name or a contact, in a text that has been anonymised."""
        found = _fold(text)
        likely = merged([*self._name.find_nearly(found), *find_likely_contacts(found)])
        places = map(found.place, likely)
        return tuple(NearMatch(first, last, text[first:last]) for first, last in places)


def _fold(text: str) -> FoldedText:
    """The text to look in, without what was put there by an anonymiser."""
    found = fold(text)
    stand_ins = [found.span(match.span()) for match in _STAND_INS.finditer(text)]
    return found.without(stand_ins) if stand_ins else found


def _replace(text: str, replaced: Iterable[Replacement]) -> str:
    parts: list[str] = []
    end = 0
    for each in replaced:
        parts += [text[end : each.start], each.by]
        end = each.end
    return "".join([*parts, text[end:]])
