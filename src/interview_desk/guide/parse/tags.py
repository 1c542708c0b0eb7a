"""What dimensions are called: their tags, and the names that a phase's rubric line gives."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from interview_desk.guide.faults import Fault, excerpt
from interview_desk.guide.model import Dimension

_SMALL_WORDS = frozenset({"and", "for", "in", "of", "on", "or", "the", "to", "with"})
_COMMA = re.compile(r"([,;،，、])")


def tags_of(titles: Sequence[str]) -> tuple[str, ...]:
    """A tag for each title: unique, lower case, of letters, marks, digits and hyphens.

    It is the first word of the title where no other title begins with it, or else the
    first later word that is still free.
    """
    words = [_words(title) for title in titles]
    first = Counter(each[0] for each in words)
    tags = [each[0] if first[each[0]] == 1 else "" for each in words]
    for place, candidates in enumerate(words):
        if not tags[place]:
            tags[place] = _free(candidates[1:] + candidates[:1], set(tags))
    return tuple(tags)


def _words(title: str) -> list[str]:
    """The words of a title; small ones only where it has no others."""
    spaced = "".join(char if _belongs(char) else " " for char in title.casefold())
    found = [word.strip("-") for word in spaced.replace("‐", "-").replace("‑", "-").split()]
    found = [word for word in found if word]
    telling = [word for word in found if len(word) > 1 and word not in _SMALL_WORDS]
    return telling or found or ["dimension"]


def _belongs(char: str) -> bool:
    return char in "-‐‑" or unicodedata.category(char)[0] in "LMN"


def _free(candidates: Sequence[str], used: set[str]) -> str:
    for candidate in candidates:
        if candidate not in used:
            return candidate
    number = 2
    while f"{candidates[0]}-{number}" in used:
        number += 1
    return f"{candidates[0]}-{number}"


@dataclass(frozen=True, slots=True)
class DimensionNames:
    """The numbers of dimensions by title, title with qualifier, and tag, case aside."""

    titles: tuple[str, ...]
    numbers: Mapping[str, int]

    @classmethod
    def of(cls, dimensions: Sequence[Dimension]) -> "DimensionNames":
        """The names of these dimensions."""
        numbers: dict[str, int] = {}
        for each in dimensions:
            full = f"{each.title} ({each.qualifier})"
            for name in (each.title, full, each.tag):
                numbers.setdefault(_key(name), each.number)
        return cls(tuple(each.title for each in dimensions), numbers)

    def find(self, names: Iterable[tuple[int, str]], faults: list[Fault]) -> tuple[int, ...]:
        """The numbers of the named dimensions in the order of the rubric.

        ``names`` come with their lines, several in one text with commas between them; one
        that no dimension has is a fault, unless the rubric itself could not be read.
        """
        found: set[int] = set()
        for line, name in ((line, name) for line, text in names for name in self._split(text)):
            number = self.numbers.get(_key(name))
            if number is not None:
                found.add(number)
            elif self.titles and name.strip():
                message = f"The rubric has no dimension {excerpt(name)}"
                remedy = f"Name any of these, with commas between: {', '.join(self.titles)}."
                faults.append(Fault(line, message, remedy))
        return tuple(sorted(found))

    def _split(self, text: str) -> Iterator[str]:
        """The names in a text; a comma may also stand in a name, so the longest one counts."""
        pieces = _COMMA.split(text)  # Names and the commas between them, by turns.
        start = 0
        while start < len(pieces):
            ends = range(len(pieces), start, -2)
            names = {end: "".join(pieces[start:end]) for end in ends}
            known = (end for end in ends if _key(names[end]) in self.numbers)
            end = next(known, start + 1)
            yield names[end]
            start = end + 1


def _key(name: str) -> str:
    return " ".join(name.split()).rstrip(".").casefold()
