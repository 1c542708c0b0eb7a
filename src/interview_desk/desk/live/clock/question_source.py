"""What the line above the note field can say, and who says it."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class Line:
    """A text with answers to choose from, or with a field to write in.

    ``given`` is the number, from 0, of the answer that holds already. A line with ``field``,
    the name of what is to be written, takes the focus when it comes: only a user who asked
    for it is shown one.
    """

    text: str
    answers: tuple[str, ...] = ()
    given: int | None = None
    field: str = ""
    example: str = ""


class Asker(QObject):
    """Something that may want the line. It emits ``changed`` when it wants another one.

    ``said`` carries what has come of an answer, for the quiet line at the bottom.
    """

    changed = Signal()
    said = Signal(str)

    @property
    def called(self) -> bool:
        """Whether the user has called for it, and so it goes before all that was not."""
        return False

    def line(self) -> Line | None:
        """What it has to say now."""
        raise NotImplementedError

    def answer(self, number: int) -> None:
        """The answer of that number, from 0, was chosen."""

    def write(self, text: str) -> None:
        """A text was written in the field of the line."""

    def leave(self) -> None:
        """The user wants nothing of it now; what does not call for an answer stays."""
