"""Finding dimensions by the names that a phase's rubric line gives."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from interview_desk.guide.faults import Fault, excerpt
from interview_desk.guide.model import Dimension

_COMMA = re.compile(r"([,;،，、])")


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
