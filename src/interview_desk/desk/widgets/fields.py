"""Fields of one line, Qt's own under a style sheet: a text, a number, a choice from a list."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QPaintEvent,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QStyleOptionComboBox,
    QWidget,
)

from interview_desk.desk.theme.sheets import FIELD_PAD, field_sheet
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.chips import key_cap_size, paint_key_cap
from interview_desk.desk.widgets.painted import (
    Themed,
    down_arrow,
    focused_frame,
    painter_on,
)
from interview_desk.desk.widgets.text_painting import draw_line, one_line, tip_when_cut

_TALL = 34
_BESIDE_NUMBER = 8  # beside the longest words, the caret included
_ARROW = 8
_ENDS = dict.fromkeys(map(ord, "\t\n\x0b\x0c\r\x85\u2028\u2029"), " ")


class _Field(Themed):
    """What the three have in common. Qt paints all of it but the mark of the keyboard."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(name)
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            # A sheet knows whole pixels only, and this is one and a half.
            painter = painter_on(self)
            focused_frame(painter, self._theme, self.rect())
            painter.end()

    @Slot()
    def _restyle(self) -> None:
        self.setFont(self._theme.font("body"))
        self.setStyleSheet(field_sheet(self._theme))
        super()._restyle()


class _OneLine(QValidator):
    """Makes a space of every line end, which Qt would keep in a field of one line."""

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        return QValidator.State.Acceptable, text.translate(_ENDS), at


class LineField(_Field, QLineEdit):
    """One line in a rounded frame, with a key that leads here."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        placeholder: str = "",
        keys: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        """``name`` says what it holds, for screen readers; ``keys`` are only shown."""
        self._keys = keys
        super().__init__(theme, name, parent)
        self.setPlaceholderText(placeholder)
        self.setValidator(_OneLine(self))
        self.inputRejected.connect(self._tell_left_out)
        self._composing = False  # whether an input method has letters here to come
        self.textChanged.connect(self._put_in)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QGuiApplication.inputMethod().commit()  # and no more: the line is not done yet
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._composing = bool(event.preeditString())

    @Slot()
    def _put_in(self) -> None:
        self._composing = False

    def set_keys(self, keys: str) -> None:
        """Another key to show; empty for none."""
        self._keys = keys
        self._restyle()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(_TALL))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(64), self._theme.px(_TALL))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._keys:
            painter = painter_on(self)
            cap = key_cap_size(self._theme, self._keys)
            left = self.width() - self._theme.px(FIELD_PAD) - cap.width()
            spot = QRect(left, (self.height() - cap.height()) // 2, cap.width(), cap.height())
            paint_key_cap(painter, self._theme, self._seen(spot), self._keys)
            painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._restyle()

    @Slot()
    def _tell_left_out(self) -> None:
        """Qt has cut what was typed, pasted or dropped here to the length that there may be."""
        # Imported with the first text that is too long: the window is on the screen without it.
        from interview_desk.desk.widgets.messages import cut_words, tell_left_out

        tell_left_out(self, cut_words(self.accessibleName(), self.maxLength()))

    @Slot()
    def _restyle(self) -> None:
        # The words end before the key.
        cap = key_cap_size(self._theme, self._keys).width()
        room = cap + self._theme.px(8) if self._keys else 0
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(room if rtl else 0, 0, 0 if rtl else room, 0)
        super()._restyle()


class NumberField(_Field, QSpinBox):
    """A whole number to type, or to move with the arrow keys."""

    def __init__(
        self, theme: Theme, name: str, bounds: range, unit: str, *, parent: QWidget | None = None
    ) -> None:
        """``name`` says what it holds, for screen readers.

        The numbers of ``bounds`` are those to choose from; its step is that of the arrow keys.
        """
        super().__init__(theme, name, parent)
        self.setRange(bounds.start, bounds.stop - 1)
        self.setSingleStep(bounds.step)
        self.setSuffix(f" {unit}")
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setAccessibleName(name)

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
        return QSize(max(theme.px(76), words + 2 * theme.px(_BESIDE_NUMBER)), theme.px(_TALL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Choice(_Field, QComboBox):
    """One of a list, which Qt shows.

    The words are painted here: Qt would cut them without a sign, and put those that are read from
    the right in a wrong order.
    """

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        """``name`` says what is chosen, for screen readers."""
        super().__init__(theme, name, parent)
        self.setAccessibleDescription(name)  # on Linux Qt gives what is chosen as the name
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = self._theme
        words = (theme.width("body", self.itemText(n)) for n in range(self.count()))
        widest = min(max(words, default=0), theme.px(320))
        return QSize(max(widest, theme.px(64)) + self._around(), theme.px(_TALL))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(96), self._theme.px(_TALL))

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        option.currentText = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = painter_on(self)
        theme, pad = self._theme, self._theme.px(FIELD_PAD)
        words = QRect(pad, 0, self.width() - self._around(), self.height())
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("ink" if self.isEnabled() else "ink3"))
        text = one_line(self.currentText())
        cut = draw_line(painter, self._seen(words), text, self)
        side = theme.px(_ARROW)
        left, top = self.width() - pad - side, (self.height() - side // 2) // 2
        spot = self._seen(QRect(left, top, side, side // 2))
        down_arrow(painter, QRectF(spot), theme.colour("ink3"))
        painter.end()
        tip_when_cut(self, text, cut)

    def _around(self) -> int:
        return 2 * self._theme.px(FIELD_PAD) + 2 * self._theme.px(_ARROW)
