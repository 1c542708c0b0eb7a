"""What else can be done with the clock, for those who look for it instead of knowing its key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Slot

from interview_desk.desk.live.clock.question_source import Asker, Line
from interview_desk.desk.session import Session
from interview_desk.interview.timeline import ClockState


class ClockMore(Asker):
    """Offers commands by name when it is called."""

    def __init__(
        self,
        session: Session,
        commands: Sequence[tuple[str, Callable[[], object]]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._commands = tuple(commands)
        self._called = False

    @property
    def called(self) -> bool:
        return self._called

    @Slot()
    def call(self) -> None:
        """Offer them; called again, no more."""
        self._called = not self._called
        self.changed.emit()

    def line(self) -> Line | None:
        if self._session.interview.timeline.state is ClockState.WAITING:
            self._called = False
        if not self._called:
            return None
        return Line("The clock:", tuple(word for word, _ in self._commands))

    def answer(self, number: int) -> None:
        self.leave()
        self._commands[number][1]()

    def leave(self) -> None:
        self._called = False
        self.changed.emit()
