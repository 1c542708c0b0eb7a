"""The rubric: its dimensions with their levels, and the steps of the recommendation."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from interview_desk.guide.faults import Fault, excerpt
from interview_desk.guide.model import FEWEST_LEVELS, MOST_DIMENSIONS, MOST_LEVELS, Dimension, Level
from interview_desk.guide.parse.parts import Item, Part
from interview_desk.guide.parse.tags import tags_of

_LEVELS_EXAMPLE = "Write one bullet a level, best first: “- **Meets**: what earns it”."

_PLAIN = re.compile(r"([^:：]{1,40})[:：]\s*(.*)", re.DOTALL)
# Words that leave no doubt. A guide that has one of the first at its top and one of the
# second at its bottom would turn every rating round.
_LOW = re.compile(
    r"^(far )?(below|weak|poor|insufficient|unsatisfactory|inadequate|needs|no\b|strong no\b)",
    re.IGNORECASE,
)
_HIGH = re.compile(
    r"^(far )?(best|above|exceeds|exceptional|outstanding|excellent|strong|hire|yes\b)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:level |score )?(\d{1,3})(?:\s*[-–—.:)=]\s*|$)", re.IGNORECASE)

_STEPS_EXAMPLE = (
    f"Write {FEWEST_LEVELS} to {MOST_LEVELS} bullets, the best first, such as"
    " “- **Hire**: meets the bar”."
)
_RUBRIC_EXAMPLE = (
    "Under a heading “Evaluation Rubric”, write “### 1. Name of the dimension” and a bullet"
    " for each level, best first: “- **Meets**: what earns it”."
)
_NUMBER = re.compile(
    r"(?:(?:dimension|criterion|competency)\s*)?\d{1,3}\s*[:：.)\-–—]\s*|dimension\s*[:：]\s*",
    re.IGNORECASE,
)
_BAND = re.compile(r"[<>≤≥]\s*=?\s*\d+\s*%?|\d+\s*%?\s*[-–—]\s*\d+\s*%?|\d+\s*\+")
_QUALIFIER = re.compile(r"(.*\S)\s*[(（]([^()（）]+)[)）]")


@dataclass(frozen=True, slots=True)
class _LevelLine:
    """A line that may be a level; without a name it is none."""

    line: int
    name: str
    text: str


def _level_line(item: Item) -> _LevelLine:
    """The level that a bullet writes, its name bold or before a colon."""
    if item.words.lead:
        return _LevelLine(item.line, item.words.lead, item.rest)
    match = _PLAIN.fullmatch(item.text)
    name, text = (match[1].strip(), match[2].strip()) if match else ("", item.text)
    return _LevelLine(item.line, name, text)


def _read_levels(
    title: str, line: int, found: Sequence[_LevelLine], faults: list[Fault]
) -> tuple[Level, ...]:
    """The levels of the dimension ``title``, best first, with a fault for each mistake."""
    if not FEWEST_LEVELS <= len(found) <= MOST_LEVELS:
        count = f"{len(found)} level{'' if len(found) == 1 else 's'}" if found else "no levels"
        message = f"The dimension {excerpt(title)} has {count}"
        faults.append(
            Fault(line, message, f"Give it {FEWEST_LEVELS} to {MOST_LEVELS}. {_LEVELS_EXAMPLE}")
        )
        return ()
    if _worst_first([each.name for each in found]):
        message = f"The levels of {excerpt(title)} stand worst first"
        faults.append(Fault(found[0].line, message, "Write the best level first."))
    names: set[str] = set()
    for each in found:
        if not each.name:
            message = f"{excerpt(each.text)} under {excerpt(title)} does not begin with a level"
            faults.append(Fault(each.line, message, _LEVELS_EXAMPLE))
        elif not each.text:
            message = f"The level {excerpt(each.name)} of {excerpt(title)} has no text"
            faults.append(Fault(each.line, message, _LEVELS_EXAMPLE))
        elif each.name.casefold() in names:
            message = f"{excerpt(title)} has the level {excerpt(each.name)} twice"
            faults.append(Fault(each.line, message, "Give each level its own name."))
        names.add(each.name.casefold())
    return tuple(Level(each.name, each.text) for each in found)


def _worst_first(names: Sequence[str]) -> bool:
    """Whether a scale says beyond doubt that it begins with the worst, in words or in numbers.

    A higher number is better where nothing but numbers is said.
    """
    counted = [_COUNTED.match(name) for name in names]
    names = [_COUNTED.sub("", name) or name for name in names]
    numbers = [int(match[1]) for match in counted if match and not match.string[match.end() :]]
    if len(numbers) == len(names) > 1 and numbers == sorted(numbers):
        return numbers[0] < numbers[-1]
    return bool(_LOW.search(names[0]) and _HIGH.search(names[-1]) and not _LOW.search(names[-1]))


def _check_same(titled: Iterable[tuple[str, Sequence[_LevelLine]]], faults: list[Fault]) -> None:
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


def _first_odd(found: Sequence[_LevelLine], expected: Sequence[str]) -> _LevelLine | None:
    for each, name in zip(found, expected, strict=False):
        if each.name.casefold() != name.casefold():
            return each
    return found[-1] if len(found) != len(expected) else None


def read_steps(parts: Sequence[Part], faults: list[Fault]) -> tuple[str, ...]:
    """The steps, worst first; guides write them best first, as they do levels.

    ``parts`` are those with a list. A list that also says what its steps mean stays to be read.
    """
    lines: list[_LevelLine] = []
    for part in parts:
        here = [_level_line(item) for item in part.items]
        if not any(each.name and each.text for each in here):
            part.take_items()
        lines += here
    if not lines:
        return ()
    names = [each.name or each.text for each in lines]
    if not FEWEST_LEVELS <= len(names) <= MOST_LEVELS:
        message = f"The recommendation scale has {len(names)} step{'s' if len(names) > 1 else ''}"
        faults.append(Fault(lines[0].line, message, _STEPS_EXAMPLE))
    elif _worst_first(names):
        message = "The recommendation scale stands worst first"
        faults.append(Fault(lines[0].line, message, "Write the best step first."))
    seen: set[str] = set()
    for each, name in zip(lines, names, strict=True):
        if name.casefold() in seen:
            message = f"The recommendation scale has {excerpt(name)} twice"
            faults.append(Fault(each.line, message, "Give each step its own name."))
        seen.add(name.casefold())
    return tuple(reversed(names))


@dataclass(frozen=True, slots=True)
class _Draft:
    """A dimension as written: its title without a number, and what may be its levels."""

    line: int
    title: str
    numbered: bool
    levels: tuple[_LevelLine, ...]
    parts: tuple[Part, ...] = ()
    item: Item | None = None

    @property
    def level_names(self) -> list[str]:
        return [level.name.casefold() for level in self.levels]

    def take(self) -> None:
        """Take what it was written with; an item that says more than a title stays to be read."""
        if self.item is not None:
            self.item.taken = not self.item.more and (self.item.words.rest == "")
        for number, part in enumerate(self.parts):
            if part.items:
                part.take_items()
            elif number:
                part.hold()
                part.take_prose()
        if self.parts:
            self.parts[0].hold(self.title)


def read_dimensions(
    sections: Sequence[Sequence[Part]], faults: list[Fault]
) -> tuple[Dimension, ...]:
    """The dimensions of the rubric sections, numbered from 1 in their order."""
    drafts = _dimensions_among([draft for parts in sections for draft in _drafts(parts)])
    if not drafts and _says_none(sections):
        return ()
    if not drafts:
        line = sections[0][0].line if sections else None
        message = "The rubric has no dimensions" if sections else "There is no rubric"
        faults.append(Fault(line, message, _RUBRIC_EXAMPLE))
        return ()
    if len(drafts) > MOST_DIMENSIONS:
        message = f"The rubric has more than {MOST_DIMENSIONS} dimensions"
        remedy = "Keep those that one interview can judge."
        faults.append(Fault(drafts[MOST_DIMENSIONS].line, message, remedy))
        return ()
    for draft in drafts:
        draft.take()
    levels = [_read_levels(each.title, each.line, each.levels, faults) for each in drafts]
    counted = zip(drafts, levels, strict=True)
    _check_same([(each.title, each.levels) for each, level in counted if level], faults)
    titles = _titles(drafts)
    _check_titles(drafts, titles, faults)
    tags = tags_of([title for title, _ in titles])
    rows = enumerate(zip(titles, tags, levels, strict=True), start=1)
    return tuple(
        Dimension(number, title, tag, level, qualifier)
        for number, ((title, qualifier), tag, level) in rows
    )


def _says_none(sections: Sequence[Sequence[Part]]) -> bool:
    """Whether the rubric is the one word that says that there is none."""
    said = [part.text for parts in sections for part in parts if part.text or part.items]
    if len(said) != 1 or said[0].strip(" .").casefold() != "none":
        return False
    for part in (part for parts in sections for part in parts):
        part.take_prose()
    return True


def _drafts(parts: Sequence[Part]) -> Iterator[_Draft]:
    """Whatever under a rubric's heading has a title and may have levels."""
    rubric, *under = parts
    for item in rubric.items:
        if item.children:
            title = item.words.lead or item.words.plain
            levels = tuple(_level_line(child) for child in item.children)
            yield replace(_draft(item.line, title, levels), numbered=True, item=item)
    place = 0
    while place < len(under):
        part = under[place]
        labels = list(_labels_after(under, place))
        following = place + 1 + len(labels)
        if part.items:
            yield _listed(part, part)
        elif len(labels) < FEWEST_LEVELS and _begins(part, under[following : following + 1]):
            yield _listed(part, under[following])
            place = following
        elif part.is_heading:
            levels = tuple(_LevelLine(each.line, each.title, each.text) for each in labels)
            yield replace(_draft(part.line, part.title, levels), parts=(part, *labels))
        place += 1


def _listed(titled: Part, listing: Part) -> _Draft:
    levels = tuple(_level_line(item) for item in listing.items)
    parts = (titled,) if titled is listing else (titled, listing)
    return replace(_draft(titled.line, titled.title, levels), parts=parts)


def _begins(dimension: Part, listing: Sequence[Part]) -> bool:
    """Whether a dimension's levels stand under a label of their own ("**Levels**:")."""
    numbered = [_NUMBER.match(part.title) is not None for part in (dimension, *listing)]
    return numbered == [True, False] and dimension.is_heading and not listing[0].is_heading


def _draft(line: int, title: str, levels: tuple[_LevelLine, ...]) -> _Draft:
    number = _NUMBER.match(title)
    name = title[number.end() :].strip() if number else title
    return _Draft(line, name or title, number is not None, levels)


def _labels_after(parts: Sequence[Part], place: int) -> Iterator[Part]:
    for part in parts[place + 1 :]:
        if part.is_heading or part.items:
            return
        yield part


def _dimensions_among(drafts: Sequence[_Draft]) -> list[_Draft]:
    """The drafts that are dimensions, not explanations of how to use the rubric.

    Where some are numbered, one without a number must have the same levels to be one.
    """
    drafts = [draft for draft in drafts if not _are_bands(draft.level_names)]
    numbered = [draft.level_names for draft in drafts if draft.numbered]
    if numbered:
        return [each for each in drafts if each.numbered or each.level_names in numbered]
    return [each for each in drafts if any(each.level_names)]


def _are_bands(names: Sequence[str]) -> bool:
    """Whether these are points of a sum ("30-40", "<20"), which are decided on and not rated."""
    return len(names) > 1 and all(map(_BAND.fullmatch, names))


def _titles(drafts: Sequence[_Draft]) -> list[tuple[str, str]]:
    """Title and qualifier of each; words in brackets that tell two titles apart stay."""
    split = [_QUALIFIER.fullmatch(draft.title) for draft in drafts]
    short = [match[1] if match else each.title for match, each in zip(split, drafts, strict=True)]
    count = Counter(title.casefold() for title in short)
    return [
        (match[1], match[2].strip())
        if match and count[match[1].casefold()] == 1
        else (draft.title, "")
        for match, draft in zip(split, drafts, strict=True)
    ]


def _check_titles(
    drafts: Sequence[_Draft], titles: Sequence[tuple[str, str]], faults: list[Fault]
) -> None:
    seen: set[str] = set()
    for draft, (title, _) in zip(drafts, titles, strict=True):
        if title.casefold() in seen:
            message = f"There is a dimension {excerpt(title)} already"
            faults.append(Fault(draft.line, message, "Give each dimension its own title."))
        seen.add(title.casefold())
