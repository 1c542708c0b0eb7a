"""A field for a number with its unit."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QColor, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.paint import field_frame, painter_on

_PAD = 8  # beside the longest words, the caret included


class NumberField(QSpinBox):
    """A whole number to type, or to move with the arrow keys."""

    def __init__(
        self, theme: Theme, name: str, bounds: range, unit: str, *, parent: QWidget | None = None
    ) -> None:
        """``name`` says what it holds, for screen readers.

        The numbers of ``bounds`` are those to choose from; its step is that of the arrow keys.
        """
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setRange(bounds.start, bounds.stop - 1)
        self.setSingleStep(bounds.step)
        self.setSuffix(f" {unit}")
        self.setFrame(False)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setAccessibleName(name)
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_number(self, number: int) -> None:
        """Show this number; nothing is emitted, and a caret in the same number stays."""
        if number != self.value():
            blocked = self.blockSignals(True)
            self.setValue(number)
            self.blockSignals(blocked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A page that is scrolled with the wheel must not change what lies under it.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        theme, longest = self._theme, f"{self.maximum()}{self.suffix()}"
        words = max(theme.width("body", each) for each in (longest, self.specialValueText()))
        return QSize(max(theme.px(76), words + 2 * theme.px(_PAD)), theme.px(34))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        field_frame(painter, self._theme, self, self.hasFocus())
        painter.end()

    @Slot()
    def _restyle(self) -> None:
        theme = self._theme
        palette = self.palette()
        # The frame and its ground are painted here; Qt paints the words over them.
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        palette.setColor(QPalette.ColorRole.Text, theme.colour("ink"))
        self.setPalette(palette)
        self.setFont(theme.font("body"))
        self.updateGeometry()
        self.update()
