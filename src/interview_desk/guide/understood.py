"""A guide as it was understood, kept beside its text: no later reader changes what it says.

It is JSON with the names of the model's own fields, the text left out. Keys such as ``p1.s1``
come out of reading, so an interview whose records name them needs the reading it was made with.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import msgspec

from interview_desk.guide.model import (
    FEWEST_LEVELS,
    LONGEST_MINUTES,
    MOST_LEVELS,
    MOST_PHASES,
    Dimension,
    Guide,
    Indicator,
    MinuteRange,
)
from interview_desk.guide.text import MAX_BYTES, has_control

# A text of the largest size that is nothing but short list items grows so much.
SIZE_LIMIT = 20 * MAX_BYTES
_UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class NotUnderstoodError(ValueError):
    """What was given is no guide as it was understood; the message says what is wrong with it."""


def write_understood(guide: Guide) -> bytes:
    """All that the guide says, without its text, as JSON."""
    kept = {each.name: getattr(guide, each.name) for each in fields(guide)}
    del kept["source"]
    return msgspec.json.encode(kept)


def read_understood(data: bytes | str, source: str) -> Guide:
    """The guide with that text. Raises NotUnderstoodError; what comes in may be hostile."""
    if len(data) > SIZE_LIMIT:
        raise NotUnderstoodError("it is too large")
    try:
        guide = msgspec.json.decode(data, type=Guide)
    except _UNREADABLE as error:
        raise NotUnderstoodError(str(error)) from error
    return checked(guide, source)


def checked(guide: Guide, source: str) -> Guide:
    """The guide with that text; raises NotUnderstoodError for what no reader has understood."""
    if fault := _fault_in(guide):
        raise NotUnderstoodError(fault)
    return replace(guide, source=source)


def _fault_in(guide: Guide) -> str:
    phases = [phase.number for phase in guide.phases]
    rows = [dimension.number for dimension in guide.dimensions]
    keys = [*_keys(guide)]
    sound = {
        "it lacks a title or a phase": guide.title and phases,
        "it has too many phases": len(phases) <= MOST_PHASES,
        "its phases are misnumbered": phases == [*range(1, len(phases) + 1)],
        "its dimensions are misnumbered": rows == [*range(1, len(rows) + 1)],
        "its minutes make no sense": all(map(_is_span, _spans(guide))),
        "a dimension’s levels make no sense": all(map(_has_levels, guide.dimensions)),
        "its steps of a recommendation make no sense": _are_names(guide.steps),
        "two of its parts have the same key": len({*keys}) == len(keys),
        "an indicator speaks for what the guide does not have": all(
            _is_at_home(each, guide) for each in _indicators(guide)
        ),
        "it has characters that are not text": not any(map(has_control, _texts(guide))),
    }
    return next((fault for fault, is_sound in sound.items() if not is_sound), "")


def _spans(guide: Guide) -> Iterator[MinuteRange]:
    yield from (phase.minutes for phase in guide.phases)
    yield from filter(None, (guide.duration, guide.question_minutes))


def _is_span(span: MinuteRange) -> bool:
    return 1 <= span.low <= span.high <= LONGEST_MINUTES


def _has_levels(dimension: Dimension) -> bool:
    names = tuple(level.name for level in dimension.levels)
    return bool(dimension.title and dimension.tag) and _are_names(names)


def _are_names(names: tuple[str, ...]) -> bool:
    return FEWEST_LEVELS <= len(names) <= MOST_LEVELS and all(names) and len({*names}) == len(names)


def _keys(guide: Guide) -> Iterator[str]:
    yield from (each.key for each in _indicators(guide))
    for phase in guide.phases:
        yield from (each.key for each in phase.prompts)
        for area in phase.areas:
            yield area.key
            yield from (probe.key for probe in area.probes)
    for bank in guide.banks:
        yield from (each.key for each in bank.questions)
    yield from (each.key for each in (*guide.before, *guide.during, *guide.after))


def _indicators(guide: Guide) -> Iterator[Indicator]:
    for phase in guide.phases:
        yield from phase.indicators
    yield from guide.concerns


def _is_at_home(indicator: Indicator, guide: Guide) -> bool:
    at_home = indicator.phase is None or 1 <= indicator.phase <= len(guide.phases)
    return at_home and {*indicator.dimensions} <= {*range(1, len(guide.dimensions) + 1)}


def _texts(value: object) -> Iterator[str]:
    """Every text in a guide or in a part of it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for member in fields(value):
            yield from _texts(getattr(value, member.name))
