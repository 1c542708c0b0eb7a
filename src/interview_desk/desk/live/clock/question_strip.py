"""The line above the note field: a text, and answers that never take the focus by themselves."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QGroupBox, QSizePolicy, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.chips import KeyCap
from interview_desk.desk.widgets.fields import LineField
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.messages import announce
from interview_desk.desk.widgets.painted import mirrored, painter_on, rounded

_PAD_X, _PAD_Y, _GAP = 12, 6, 6
_FIELD, _TEXT_LIMIT = 160, 200


@dataclass(frozen=True, slots=True)
class StripLine:
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

    def line(self) -> StripLine | None:
        """What it has to say now."""
        raise NotImplementedError

    def answer(self, number: int) -> None:
        """The answer of that number, from 0, was chosen."""

    def write(self, text: str) -> None:
        """A text was written in the field of the line."""

    def leave(self) -> None:
        """The user wants nothing of it now; what does not call for an answer stays."""


class QuestionStrip(QGroupBox):
    """Shows one `StripLine`; empty it takes no room.

    A group, so that readers of the screen say the text with its answers.

    ``answered`` carries the number of an answer, from 0, ``written`` a text, and ``left``
    tells of Esc. ``released`` tells that the focus was here and belongs elsewhere again.
    """

    answered = Signal(int)
    written = Signal(str)
    left = Signal()
    released = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line: StripLine | None = None
        self._text = Label(theme, "", "body", wrap=True, parent=self)
        self._cap = KeyCap(theme, "", self)
        self._field = LineField(theme, "", parent=self)
        self._field.setMaxLength(_TEXT_LIMIT)
        self._buttons: list[TextButton] = []  # made once; of them those that are shown
        self._answers: list[TextButton] = []
        # Not Fixed: that would hold it to the height of its size hint, whatever its width.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._field.returnPressed.connect(self._on_return)
        theme.changed.connect(self._restyle)
        self.hide()

    def set_keys(self, keys: str) -> None:
        """The key that leads here, to be shown before the answers."""
        self._cap.setText(keys)
        self._restyle()

    def show_line(self, line: StripLine | None, *, goes_on: bool = False) -> None:
        """Show this, or nothing. The focus comes only for a field, and goes when it must.

        ``goes_on`` keeps the focus that is here: the line follows from the one before.
        """
        if line == self._line:
            return
        before, self._line = self._line, line
        had_focus = self._has_focus()
        if line is not None:
            fresh = before is None or not _is_asked_alike(before, line)
            if fresh:
                self._fill(line)
            self._tell(line)
            if fresh or line.field:  # a proposal that follows the clock would be said on and on
                announce(self, line.text)
        self.setVisible(line is not None)
        if line is not None and line.field:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_focus and goes_on:
            self.enter()
        elif had_focus:
            self.released.emit()

    def text(self) -> str:
        """What it says; empty when it is not shown."""
        return self._line.text if self._line is not None else ""

    def answers(self) -> tuple[str, ...]:
        """What can be answered."""
        return self._line.answers if self._line is not None else ()

    @Slot()
    def enter(self) -> None:
        """Take the focus, since the user asks for it."""
        if self._line is not None and self._line.field:
            self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self._line is not None and self._line.answers:
            self._answers[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def sizeHint(self) -> QSize:
        width = self._theme.px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(30 + 2 * _PAD_Y))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._placed(width)[1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, answers = event.key(), self.answers()
        number = key - Qt.Key.Key_1
        if key == Qt.Key.Key_Escape:
            self.left.emit()
            self.released.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press_focused()
        elif not event.modifiers() and 0 <= number < len(answers):
            self.answered.emit(number)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        rounded(painter, self.rect(), self._theme.px(6), self._theme.colour("sunk"))
        painter.end()

    def _fill(self, line: StripLine) -> None:
        while len(self._buttons) < len(line.answers):
            number = len(self._buttons) + 1
            button = TextButton(self._theme, "", ButtonKind.PLAIN, str(number), parent=self)
            button.clicked.connect(self._on_clicked)
            self._buttons.append(button)
        self._answers = self._buttons[: len(line.answers)]
        for button, word in zip(self._answers, line.answers, strict=True):
            button.set_text(word)
            button.show()
        for button in self._buttons[len(line.answers) :]:
            button.hide()
        self._cap.setVisible(bool(line.answers))
        self._field.clear()
        self._field.setAccessibleName(line.field)
        self._field.setPlaceholderText(line.example)
        self._field.setVisible(bool(line.field))

    def _tell(self, line: StripLine) -> None:
        self._text.setText(line.text)
        self.setAccessibleName(line.text)
        self._check_given()
        self.updateGeometry()
        self._place()
        self.update()

    def _check_given(self) -> None:
        given = self._line.given if self._line is not None else None
        for number, button in enumerate(self._answers):
            button.setCheckable(given is not None)
            button.setChecked(number == given)

    def _placed(self, width: int) -> tuple[list[tuple[QWidget, QRect]], int]:
        """Where everything goes, and how high that is: one row if there is room for it."""
        theme = self._theme
        x, y, gap, row = (theme.px(each) for each in (_PAD_X, _PAD_Y, _GAP, 30))
        most = max(1, width - 2 * x)
        parts = self._parts()
        sizes = [self._part_size(part, most) for part in parts]
        if parts[1:] and sizes[0].width() + gap + sizes[1].width() > most:
            # The key would stand in a row of its own, and push an answer out of sight.
            parts, sizes = parts[1:], sizes[1:]
        tail = sum(size.width() + gap for size in sizes)
        words = theme.width("body", self._text.text()) + theme.px(8)
        placed: list[tuple[QWidget, QRect]]
        if words + tail <= most:
            placed = [(self._text, QRect(x, y, most - tail, row))]
            left = x + most - tail + gap
            top = y
        else:
            height = self._text.heightForWidth(most)
            placed = [(self._text, QRect(x, y + theme.px(2), most, height))]
            left, top = x, y + height + gap
        for part, size in zip(parts, sizes, strict=True):
            if left > x and left + size.width() > x + most:
                left, top = x, top + row + gap
            spot = QRect(QPoint(left, top + (row - size.height()) // 2), size)
            placed.append((part, spot))
            left += size.width() + gap
        bottom = top + row if parts else placed[0][1].bottom() + 1
        return placed, bottom + y

    def _parts(self) -> list[QWidget]:
        if self._line is None:
            return []
        if self._line.field:
            return [self._field]
        return [self._cap, *self._answers] if self._answers else []

    def _part_size(self, part: QWidget, most: int) -> QSize:
        size = part.sizeHint()
        if part is self._field:
            size = QSize(self._theme.px(_FIELD), self._theme.px(30))
        return size.boundedTo(QSize(most, size.height()))

    def _place(self) -> None:
        placed = self._placed(self.width())[0]
        for part, spot in placed:
            part.setGeometry(mirrored(spot, self.rect(), self.layoutDirection()))
        if all(part is not self._cap for part, _ in placed):
            self._cap.setGeometry(QRect())

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _press_focused(self) -> None:
        for number, button in enumerate(self._answers):
            if button.hasFocus():
                self.answered.emit(number)

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        for number, button in enumerate(self._answers):
            if button is sender:
                self._check_given()  # a click alone does not change what holds
                self.answered.emit(number)

    @Slot()
    def _on_return(self) -> None:
        self.written.emit(self._field.text())

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self._place()
        self.update()


def _is_asked_alike(one: StripLine, other: StripLine) -> bool:
    """Whether the two differ in their words only: what is being typed stays."""
    return (one.answers, one.field) == (other.answers, other.field)
