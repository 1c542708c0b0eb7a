"""A guide from the fields of a form, for those who have no document; and what is missing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from dataclasses import fields as fields_of

import msgspec

from interview_desk.guide.faults import Fault, GuideError, excerpt
from interview_desk.guide.importer.canonical import canonical_text
from interview_desk.guide.importer.draft import DimensionDraft, Draft, LevelDraft, PhaseDraft
from interview_desk.guide.minutes import minutes_of
from interview_desk.guide.model import FEWEST_LEVELS, MOST_LEVELS, Dimension, Guide
from interview_desk.guide.parse.reader import read_guide

_BETWEEN_NAMES = re.compile(r"[,;\n]")
_MOST_ENTRIES, _LONGEST_ENTRY = 90, 3_000
_BULLET = re.compile(r"^(?:[-*+•‣▪●–]|\d{1,2}[.)])\s+")


@dataclass(frozen=True, slots=True)
class PhaseFields:
    """A phase as it was typed; the last four hold one entry a line."""

    title: str = ""
    minutes: str = ""
    objective: str = ""
    activities: str = ""
    questions: str = ""
    strong_signals: str = ""
    red_flags: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed yet: then it is no phase."""
        return self == PhaseFields()


@dataclass(frozen=True, slots=True)
class DimensionFields:
    """A row of the rubric as it was typed, its levels in the order of their names."""

    title: str = ""
    levels: tuple[str, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed yet: then it is no dimension."""
        return not self.title.strip() and not any(each.strip() for each in self.levels)


@dataclass(frozen=True, slots=True)
class GuideFields:
    """The whole form. ``levels`` and ``scale`` are names with commas between, the best first."""

    title: str = ""
    levels: str = "Exceeds, Meets, Below"
    scale: str = ""
    phases: tuple[PhaseFields, ...] = (PhaseFields(),)
    dimensions: tuple[DimensionFields, ...] = (DimensionFields(),)


@dataclass(frozen=True, slots=True)
class Gap:
    """What keeps the form from being a guide, and the field to go to.

    ``part`` is the number of the phase or dimension, from 0, and ``field`` its field, or that
    of the form; a level of a dimension is ``levels.2``.
    """

    words: str
    field: str
    phase: int | None = None
    dimension: int | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """The text of the form; ``guide`` is what it is read as, None while something is missing."""

    text: str
    guide: Guide | None
    gaps: tuple[Gap, ...]


def write_guide(fields: GuideFields) -> Written:
    """The form as the text of a guide, read again to be sure of it."""
    text = canonical_text(_draft(fields))
    gaps = (*_gaps_of_phases(fields), *_gaps_of_rubric(fields))
    if not fields.title.strip():
        gaps = (Gap("The guide has no title", "title"), *gaps)
    if gaps:
        return Written(text, None, gaps)
    try:
        return Written(text, read_guide(text), ())
    except GuideError as error:
        return Written(text, None, (_gap_of(error.faults[0], fields),))


def kept_fields(fields: GuideFields) -> str:
    """The form as a text to keep, as `fields_kept` reads it."""
    return msgspec.json.encode(fields).decode()


def fields_kept(text: str) -> GuideFields | None:
    """The form that was kept as ``text``; None for any other text."""
    try:
        return msgspec.json.decode(text, type=GuideFields)
    except msgspec.DecodeError:
        return None


def names_in(text: str) -> tuple[str, ...]:
    """The names of levels or steps, the best first."""
    return tuple(name for each in _BETWEEN_NAMES.split(text) if (name := " ".join(each.split())))


def example_row(dimension: Dimension, levels: int) -> DimensionFields:
    """A dimension of another guide as a row with that many levels.

    The best and the lowest stay what they are; between them as many as there are, from the top.
    """
    texts = [level.text for level in dimension.levels]
    if levels >= len(texts):
        between = [*texts[1:-1], *[""] * (levels - len(texts))]
    else:
        between = texts[1 : levels - 1]
    return DimensionFields(dimension.title, (texts[0], *between, texts[-1]))


def _draft(fields: GuideFields) -> Draft:
    names = names_in(fields.levels)
    return Draft(
        title=fields.title.strip() or "Untitled guide",
        phases=[
            PhaseDraft(
                each.title.strip() or f"Phase {number}",
                minutes_of(each.minutes).span,
                objective=[each.objective] if each.objective.strip() else [],
                activities=_entries(each.activities),
                questions=_entries(each.questions),
                strong_signals=_entries(each.strong_signals),
                red_flags=_entries(each.red_flags),
            )
            for number, each in enumerate(fields.phases, start=1)
            if not each.is_blank
        ],
        dimensions=[
            DimensionDraft(
                each.title.strip() or f"Dimension {number}",
                [LevelDraft(name, _level(each, n)) for n, name in enumerate(names)],
            )
            for number, each in enumerate(fields.dimensions, start=1)
            if not each.is_blank
        ],
        steps=[LevelDraft(name, "") for name in names_in(fields.scale)],
    )


def _gaps_of_phases(fields: GuideFields) -> list[Gap]:
    gaps = []
    if all(each.is_blank for each in fields.phases):
        gaps.append(Gap("There is no phase yet", "title", phase=0))
    for n, each in enumerate(fields.phases):
        if each.is_blank:
            continue
        if not each.title.strip():
            gaps.append(Gap(f"Phase {n + 1} has no title", "title", phase=n))
        if not each.minutes.strip():
            gaps.append(Gap(f"Phase {n + 1} has no minutes, such as 8-10", "minutes", phase=n))
            continue
        time = minutes_of(each.minutes)
        if time.span is None or time.without:
            problem = time.problem or f"{excerpt(each.minutes)} is not a number of minutes"
            gaps.append(Gap(f"Phase {n + 1}: {problem}. Write 10 or 8-10", "minutes", phase=n))
    return gaps + [gap for n, each in enumerate(fields.phases) for gap in _too_much(n, each)]


def _too_much(number: int, phase: PhaseFields) -> Iterator[Gap]:
    """What of a phase would not go into a guide as it is."""
    for field in fields_of(PhaseFields):
        entries, where = _entries(getattr(phase, field.name)), f"Phase {number + 1} has"
        if len(entries) > _MOST_ENTRIES:
            yield Gap(f"{where} more than {_MOST_ENTRIES} lines in a field", field.name, number)
        if any(len(entry) > _LONGEST_ENTRY for entry in entries):
            yield Gap(
                f"{where} a line longer than {_LONGEST_ENTRY:,} characters", field.name, number
            )


def _gaps_of_rubric(fields: GuideFields) -> list[Gap]:
    gaps, names = [], names_in(fields.levels)
    rows = [(n, each) for n, each in enumerate(fields.dimensions) if not each.is_blank]
    if rows and (problem := _problem_of_names(names)):
        gaps.append(Gap(f"The levels {problem}, such as Exceeds, Meets, Below", "levels"))
    steps = names_in(fields.scale)
    if steps and (problem := _problem_of_names(steps)):
        gaps.append(Gap(f"The steps of the recommendation {problem}", "scale"))
    for n, each in rows:
        if not each.title.strip():
            gaps.append(Gap(f"Dimension {n + 1} has no title", "title", dimension=n))
        gaps += [
            Gap(
                f"Dimension {n + 1} does not say what earns {excerpt(name)}",
                f"levels.{at}",
                None,
                n,
            )
            for at, name in enumerate(names)
            if not _level(each, at)
        ]
    return gaps


def _problem_of_names(names: tuple[str, ...]) -> str:
    """What is wrong with the names of levels or steps; empty if nothing is."""
    if not FEWEST_LEVELS <= len(names) <= MOST_LEVELS:
        return f"must be {FEWEST_LEVELS} to {MOST_LEVELS} names with commas between, best first"
    if len({name.casefold() for name in names}) < len(names):
        return "must have a name each"
    return ""


def _gap_of(fault: Fault, fields: GuideFields) -> Gap:
    """What the reader says of a form without gaps, with the field it is about."""
    other = "Untitled guide"
    if fields.title != other and write_guide(replace(fields, title=other)).guide:
        said = (
            f"The title {excerpt(fields.title)} reads as a part of a guide. Write it in other words"
        )
        return Gap(said, "title")
    words = f"{fault.message}. {fault.remedy}"
    if "level" in fault.message:
        return Gap(words, "levels")
    return Gap(words, "scale" if fields.scale.strip() else "title")


def _entries(text: str) -> list[str]:
    """The lines of a field, without the bullets that some type."""
    lines = (_BULLET.sub("", line.strip()).strip() for line in text.splitlines())
    return [line for line in lines if line]


def _level(dimension: DimensionFields, at: int) -> str:
    """What earns a level, on one line; empty where nothing does yet."""
    return " ".join(dimension.levels[at].split()) if at < len(dimension.levels) else ""
