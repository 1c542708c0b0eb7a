"""The levels of a dimension and the steps of the recommendation: two to six, best first."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from interview_desk.guide.faults import Fault, excerpt
from interview_desk.guide.model import FEWEST_LEVELS, MOST_LEVELS, Level
from interview_desk.guide.parse.parts import Item, Part

_EXAMPLE = "Write one bullet a level, best first: “- **Meets**: what earns it”."

_PLAIN = re.compile(r"([^:：]{1,40})[:：]\s*(.*)", re.DOTALL)
# Words that leave no doubt. A guide that has one of the first at its top and one of the
# second at its bottom would turn every rating round.
_LOW = re.compile(
    r"^(far )?(below|weak|poor|insufficient|unsatisfactory|inadequate|needs|no\b|strong no\b)",
    re.IGNORECASE,
)
_HIGH = re.compile(
    r"^(far )?(above|exceeds|exceptional|outstanding|excellent|strong|hire|yes\b)",
    re.IGNORECASE,
)

_STEPS_EXAMPLE = (
    f"Write {FEWEST_LEVELS} to {MOST_LEVELS} bullets, the best first, such as"
    " “- **Hire**: meets the bar”."
)


@dataclass(frozen=True, slots=True)
class LevelLine:
    """A line that may be a level; without a name it is none."""

    line: int
    name: str
    text: str


def level_line(item: Item) -> LevelLine:
    """The level that a bullet writes, its name bold or before a colon."""
    if item.words.lead:
        return LevelLine(item.line, item.words.lead, item.rest)
    match = _PLAIN.fullmatch(item.text)
    name, text = (match[1].strip(), match[2].strip()) if match else ("", item.text)
    return LevelLine(item.line, name, text)


def read_levels(
    title: str, line: int, found: Sequence[LevelLine], faults: list[Fault]
) -> tuple[Level, ...]:
    """The levels of the dimension ``title``, best first, with a fault for each mistake."""
    if not FEWEST_LEVELS <= len(found) <= MOST_LEVELS:
        count = f"{len(found)} level{'' if len(found) == 1 else 's'}" if found else "no levels"
        message = f"The dimension {excerpt(title)} has {count}"
        faults.append(Fault(line, message, f"Give it {FEWEST_LEVELS} to {MOST_LEVELS}. {_EXAMPLE}"))
        return ()
    if worst_first([each.name for each in found]):
        message = f"The levels of {excerpt(title)} stand worst first"
        faults.append(Fault(found[0].line, message, "Write the best level first."))
    names: set[str] = set()
    for each in found:
        if not each.name:
            message = f"{excerpt(each.text)} under {excerpt(title)} does not begin with a level"
            faults.append(Fault(each.line, message, _EXAMPLE))
        elif not each.text:
            message = f"The level {excerpt(each.name)} of {excerpt(title)} has no text"
            faults.append(Fault(each.line, message, _EXAMPLE))
        elif each.name.casefold() in names:
            message = f"{excerpt(title)} has the level {excerpt(each.name)} twice"
            faults.append(Fault(each.line, message, "Give each level its own name."))
        names.add(each.name.casefold())
    return tuple(Level(each.name, each.text) for each in found)


def worst_first(names: Sequence[str]) -> bool:
    """Whether the words of a scale say beyond doubt that it begins with the worst."""
    return bool(_LOW.search(names[0]) and _HIGH.search(names[-1]) and not _LOW.search(names[-1]))


def check_same(titled: Iterable[tuple[str, Sequence[LevelLine]]], faults: list[Fault]) -> None:
    """Add a fault for each dimension whose levels differ from those of the first.

    Each dimension comes as its title and its levels, two to six of them.
    """
    expected: list[str] = []
    for title, found in titled:
        names = [each.name for each in found]
        expected = expected or names
        if odd := _first_odd(found, expected):
            message = f"The levels of {excerpt(title)} differ: {', '.join(names)}"
            remedy = f"Use the same levels in every dimension: {', '.join(expected)}."
            faults.append(Fault(odd.line, message, remedy))


def _first_odd(found: Sequence[LevelLine], expected: Sequence[str]) -> LevelLine | None:
    for each, name in zip(found, expected, strict=False):
        if each.name.casefold() != name.casefold():
            return each
    return found[-1] if len(found) != len(expected) else None


def read_steps(parts: Sequence[Part], faults: list[Fault]) -> tuple[str, ...]:
    """The steps, worst first; guides write them best first, as they do levels.

    ``parts`` are those with a list. A list that also says what its steps mean stays to be read.
    """
    lines: list[LevelLine] = []
    for part in parts:
        here = [level_line(item) for item in part.items]
        if not any(each.name and each.text for each in here):
            part.take_items()
        lines += here
    if not lines:
        return ()
    names = [each.name or each.text for each in lines]
    if not FEWEST_LEVELS <= len(names) <= MOST_LEVELS:
        message = f"The recommendation scale has {len(names)} step{'s' if len(names) > 1 else ''}"
        faults.append(Fault(lines[0].line, message, _STEPS_EXAMPLE))
    elif worst_first(names):
        message = "The recommendation scale stands worst first"
        faults.append(Fault(lines[0].line, message, "Write the best step first."))
    seen: set[str] = set()
    for each, name in zip(lines, names, strict=True):
        if name.casefold() in seen:
            message = f"The recommendation scale has {excerpt(name)} twice"
            faults.append(Fault(each.line, message, "Give each step its own name."))
        seen.add(name.casefold())
    return tuple(reversed(names))
