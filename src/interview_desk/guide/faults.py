"""What is wrong with a guide, told so that its author can put it right."""

from dataclasses import dataclass
from typing import Self

from interview_desk.errors import UserError

_QUOTED_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to put right. ``line`` counts from 1; None concerns the whole document."""

    line: int | None
    message: str
    remedy: str

    def __str__(self) -> str:
        where = "" if self.line is None else f"line {self.line}: "
        return f"{where}{self.message}. {self.remedy}"


class GuideError(UserError):
    """A document that is not a guide; ``faults`` lists all that was found, in its order."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        others = len(faults) - 1
        more = f" (and {others} more fault{'s' if others > 1 else ''})" if others else ""
        super().__init__(f"This is not a guide yet: {faults[0]}{more}")
        self.faults = faults

    @classmethod
    def single(cls, line: int | None, message: str, remedy: str) -> Self:
        """The error of one fault."""
        return cls((Fault(line, message, remedy),))


def excerpt(text: str) -> str:
    """The text in quotation marks, cut where it is too long for a message."""
    text = " ".join(text.split())
    short = text if len(text) <= _QUOTED_LENGTH else f"{text[: _QUOTED_LENGTH - 1].rstrip()}…"
    return f"“{short}”"
