"""The roles that blocks of a foreign document play in a guide."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a block is in the guide that its document becomes.

    A heading with a role gives it to what stands under it. ``SECTION`` is a heading that only
    groups others; ``NOTHING`` says the same as other blocks do, such as a table of contents.
    """

    TITLE = "title"
    PHASE = "phase"
    MINUTES = "minutes"
    OBJECTIVE = "objective"
    ACTIVITY = "what to do"
    QUESTION = "question"
    STRONG_SIGNAL = "strong signal"
    RED_FLAG = "red flag"
    DISQUALIFIER = "disqualifier"
    AREA = "area"
    DIMENSION = "dimension"
    LEVEL = "level"
    SCALE = "overall scale"
    BEFORE = "checklist before"
    DURING = "checklist during"
    AFTER = "checklist after"
    PITFALL = "pitfall"
    EXPECTATION = "expectation"
    READING = "reading"
    SECTION = "heading"
    NOTHING = "nothing"


HEAD_ROLES = frozenset({Role.TITLE, Role.PHASE, Role.DIMENSION, Role.AREA, Role.SECTION})
"""What heads other blocks and is no content itself."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """The role of a block and why it was given; ``chosen`` by a person, not by the proposal."""

    role: Role
    reason: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a person should look at: where it stands, why it is doubtful, what to write instead.

    ``block`` is the number of the block, -1 for the document as a whole.
    """

    line: int
    message: str
    remedy: str
    block: int = -1

    def __str__(self) -> str:
        return f"{self.message}. {self.remedy}"
