"""A field for one line of text."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPaintEvent, QPalette, QValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.keycap import key_cap_size, paint_key_cap
from interview_desk.desk.widgets.paint import field_frame, mirrored, painter_on

_PAD = 12
_ENDS = dict.fromkeys(map(ord, "\t\n\x0b\x0c\r\x85\u2028\u2029"), " ")


class _OneLine(QValidator):
    """Makes a space of every line end, which Qt would keep in a field of one line."""

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        return QValidator.State.Acceptable, text.translate(_ENDS), at


class LineField(QLineEdit):
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
        super().__init__(parent)
        self._theme = theme
        self._keys = keys
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFrame(False)
        self.setValidator(_OneLine(self))
        self._restyle()
        self.inputRejected.connect(self._tell_left_out)
        theme.changed.connect(self._restyle)

    def set_keys(self, keys: str) -> None:
        """Another key to show; empty for none."""
        self._keys = keys
        self._restyle()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(34))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(64), self._theme.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = painter_on(self)
        field_frame(painter, theme, self, self.hasFocus())
        if self._keys:
            cap = key_cap_size(theme, self._keys)
            left = self.width() - theme.px(_PAD) - cap.width()
            spot = QRect(left, (self.height() - cap.height()) // 2, cap.width(), cap.height())
            seen = mirrored(spot, self.rect(), self.layoutDirection())
            paint_key_cap(painter, theme, seen, self._keys)
        painter.end()
        super().paintEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._restyle()

    @Slot()
    def _tell_left_out(self) -> None:
        """Qt has cut what was typed, pasted or dropped here to the length that there may be."""
        # Imported with the first text that is too long: the window is on the screen without it.
        from interview_desk.desk.widgets.cut_notice import cut_words, tell_left_out

        tell_left_out(self, cut_words(self.accessibleName(), self.maxLength()))

    @Slot()
    def _restyle(self) -> None:
        theme = self._theme
        palette = self.palette()
        # The frame and its ground are painted here; Qt paints the words over them.
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        for role, colour in (
            (QPalette.ColorRole.Text, theme.colour("ink")),
            (QPalette.ColorRole.PlaceholderText, theme.colour("ink3")),
            (QPalette.ColorRole.Highlight, theme.colour("accent")),
            (QPalette.ColorRole.HighlightedText, theme.colour("on_accent")),
        ):
            palette.setColor(role, colour)
        self.setPalette(palette)
        self.setFont(theme.font("body"))
        near = far = theme.px(_PAD)
        if self._keys:
            far += key_cap_size(theme, self._keys).width() + theme.px(8)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (far, near) if rtl else (near, far)
        self.setTextMargins(left - 2, 0, right - 2, 0)
        self.updateGeometry()
        self.update()
