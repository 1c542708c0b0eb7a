"""The line of commands: what is typed after a slash, and the list that tells what it would do."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QWheelEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.live.commands import LiveCommand, Moment, matching
from interview_desk.desk.live.notes.note_field import NoteField
from interview_desk.desk.live.notes.note_writer import NoteWriter
from interview_desk.desk.session import Session
from interview_desk.desk.settings import LONGER
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.messages import announce
from interview_desk.desk.widgets.nav_list import NavList, NavRow
from interview_desk.desk.widgets.painted import Painted, rounded

_MOST = 8
_NOTHING = "No command goes by these letters. Esc leaves it, // writes a slash."


class CommandLine(Painted, QWidget):
    """Lies over the notes and never takes the focus: the note field keeps it and steers.

    ``chosen`` carries the command that is to be done; what was typed for it is gone by then.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        field: NoteField,
        writer: NoteWriter,
        moment: Callable[[], Moment],
        over: QWidget,
    ) -> None:
        super().__init__(theme, over)
        self._field = field
        self._writer = writer
        self._moment = moment
        self._over = over
        self._found: list[LiveCommand] = []
        self._at = self._first = 0
        self._list = NavList(theme, "Commands")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = Label(theme, _NOTHING, "small", "ink2", wrap=True)
        column = QVBoxLayout(self)
        margin = theme.px(5)
        column.setContentsMargins(margin, margin, margin, margin)
        column.addWidget(self._nothing)
        column.addWidget(self._list)
        self.hide()
        field.commanded.connect(self._typed)
        field.keys.command_steered.connect(self._steer)
        field.commands.clicked.connect(self.toggle)
        self._list.itemClicked.connect(self._clicked)

    @property
    def told(self) -> list[str]:
        """What the commands would do that fit the letters, the likeliest first."""
        return [each.does for each in self._found] if not self.isHidden() else []

    @property
    def current(self) -> str:
        """What Enter would do; empty if the list is not open, or nothing fits."""
        return self._found[self._at].does if not self.isHidden() and self._found else ""

    @Slot()
    def toggle(self) -> None:
        """List all commands, whatever is being typed; or put the list away."""
        if self.isHidden():
            self._field.setFocus()
            self._open("")
        else:
            self._leave()

    def draw(self, painter: QPainter) -> None:
        theme = self._theme
        rounded(painter, self.rect(), theme.px(8), theme.colour("surface"), theme.colour("line"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().y() and self._found:
            self._move(-1 if event.angleDelta().y() > 0 else 1, around=False)
        event.accept()

    @Slot(object)
    def _typed(self, letters: str | None) -> None:
        self._writer.show_stamp()
        if letters is None:
            self._close()
        else:
            self._open(letters)

    @Slot()
    def _other_text(self) -> None:
        if self._field.command is None:
            self._close()  # opened by its button, and left by going on with the note

    def _open(self, letters: str) -> None:
        self._found = matching(letters, self._moment())
        self._at = self._first = 0
        if self.isHidden():
            self._field.changed.connect(self._other_text)  # no key pays for it while it is closed
        self._field.show_list_open(True)
        self._nothing.setVisible(not self._found)
        self._list.setVisible(bool(self._found))
        self._show()
        self.show()
        self.raise_()

    def _close(self) -> None:
        if not self.isHidden():
            self._field.changed.disconnect(self._other_text)
        self._field.show_list_open(False)
        self.hide()

    def _leave(self) -> None:
        """Close it with nothing done; words that stood in the field stay."""
        if self._field.command is not None:
            self._writer.drop()
        self._close()

    @Slot(object)
    def _steer(self, key: Qt.Key) -> None:
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(-1 if key == Qt.Key.Key_Up else 1)
        else:
            self._do()

    def _move(self, rows: int, *, around: bool = True) -> None:
        if not self._found:
            return
        last = len(self._found) - 1
        at = self._at + rows
        self._at = at % (last + 1) if around else min(max(0, at), last)
        self._show()
        announce(self, self.current)

    def _do(self) -> None:
        if not self._found:
            return
        command = self._found[self._at]
        self._leave()
        self.chosen.emit(command)

    @Slot()
    def _clicked(self) -> None:
        self._at = self._first + self._list.currentRow()
        self._do()

    def _show(self) -> None:
        """The commands around the current one, as many as there is room for over the field."""
        bottom = self._field.mapTo(self._over, QPoint(0, 0)).y() - self._theme.px(4)
        margins = 2 * self._theme.px(5)
        room = max(1, min(_MOST, (bottom - margins) // self._theme.px(34)))
        self._first = min(max(self._first, self._at - room + 1), self._at)
        shown = self._found[self._first : self._first + room]
        rows = [
            NavRow(str(self._first + number), each.does, status=each.kind)
            for number, each in enumerate(shown)
        ]
        self._list.set_rows(rows)
        self._list.set_current(str(self._at))
        spot = self._field.geometry()
        words = self._nothing.heightForWidth(spot.width() - margins)
        tall = margins + (self._list.sizeHint().height() if shown else words)
        self.setGeometry(spot.left(), max(0, bottom - tall), spot.width(), tall)


def moment_of(session: Session, desk: Desk, *, compact: bool) -> Moment:
    """What the commands hang on now."""
    done, undone = session.journal.done, session.journal.undone
    return Moment(
        session.interview,
        session.now(),
        desk.zone,
        desk.settings.get(LONGER),
        done[-1].change.label if done else "",
        undone[-1].change.label if undone else "",
        compact,
    )
