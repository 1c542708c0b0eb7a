"""What a made-up candidate says in three minutes, and the five things worth trying meanwhile."""

import tomllib
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import msgspec

from interview_desk.interview.interview import Interview
from interview_desk.interview.note_kinds import NoteKind


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is said at a time of the interview's clock, ``m:ss``; empty at the end."""

    at: str
    says: str

    @property
    def ms(self) -> int:
        """The time in ms since the start."""
        minutes, seconds = self.at.split(":")
        return (int(minutes) * 60 + int(seconds)) * 1000


@dataclass(frozen=True, slots=True)
class Talk:
    """Who is interviewed for what, and what they say, in order."""

    candidate: str
    role: str
    question: str
    line: tuple[Line, ...]

    def said_at(self, elapsed_ms: int) -> str:
        """What was said last; empty when all is said."""
        return [each.says for each in self.line if each.ms <= max(0, elapsed_ms)][-1]


def read_talk(path: Path) -> Talk:
    """The talk in a TOML file that ships with the product."""
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Talk)


class Thing(Enum):
    """What is worth trying; the value is its words and the command with its key, if one has it."""

    NOTE = "Write a note, Enter", ""
    STRENGTH = "Begin one with +", ""
    SIGHTING = "Tick what you see", "live.indicator.1"
    UNDO = "Take a step back", "edit.undo"
    PHASE = "Go to the next phase", "live.next"

    @property
    def words(self) -> str:
        """What to do."""
        return self.value[0]

    @property
    def command(self) -> str:
        """The keymap's name of it; empty where it is typed."""
        return self.value[1]


def tried(interview: Interview, *, undone: bool) -> frozenset[Thing]:
    """What the records show to have been tried; ``undone`` says whether a step was taken back."""
    shown = {
        Thing.NOTE: bool(interview.notes),
        Thing.STRENGTH: any(note.kind is NoteKind.STRENGTH for note in interview.notes),
        Thing.SIGHTING: bool(interview.sightings),
        Thing.UNDO: undone,
        Thing.PHASE: interview.timeline.phase > 1,
    }
    return frozenset(thing for thing, done in shown.items() if done)
