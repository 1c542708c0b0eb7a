"""The written-out interview that a rehearsal plays, read from its TOML file."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import msgspec


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is filled in beforehand; ``question``, ``areas`` and ``prepared`` are guide keys."""

    candidate: str
    role: str
    interviewer: str
    question: str
    scheduled: str
    length_minutes: int
    areas: tuple[str, ...]
    prepared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """At a time on the clock (``m:ss`` since the start) text is typed or a key pressed.

    ``picture`` is the name of a screenshot taken while the text is still being typed;
    ``reason`` is typed for a pause.
    """

    at: str
    type: str = ""
    press: str = ""
    picture: str = ""
    reason: str = ""

    @property
    def seconds(self) -> int:
        """The time in seconds since the start."""
        minutes, seconds = self.at.split(":")
        return int(minutes) * 60 + int(seconds)


@dataclass(frozen=True, slots=True)
class ScriptRating:
    """A level for a dimension and why."""

    dimension: int
    level: str
    reason: str


@dataclass(frozen=True, slots=True)
class ScriptVerdict:
    """What is decided at the end; concerns and checklist items are guide keys."""

    step: str
    summary: str
    observed: tuple[str, ...]
    not_observed: tuple[str, ...]
    feedback: str
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """The whole, in the order it is played."""

    setup: Preparation
    step: tuple[Step, ...]
    rating: tuple[ScriptRating, ...]
    verdict: ScriptVerdict


def read_script(path: Path) -> Script:
    """The script in a TOML file that ships with the product."""
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Script)
