"""Text on a page, always plain: markup in what a user typed stays what they typed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from interview_desk.desk.theme.fonts import FontRole
from interview_desk.desk.theme.theme import XS, S, Theme
from interview_desk.desk.theme.tokens import Tone
from interview_desk.desk.widgets.chips import key_cap_size
from interview_desk.desk.widgets.layouts import clear
from interview_desk.desk.widgets.painted import Painted, Themed
from interview_desk.desk.widgets.text_painting import beginning, draw_line, one_line, tip_when_cut

_MOST_SHOWN = 20_000

_LEAST = 72  # design pixels; a word that is longer breaks where it must
_FLAGS = Qt.TextFlag
_ANYWHERE = (_FLAGS.TextWordWrap | _FLAGS.TextWrapAnywhere).value
_NO_LIMIT = 1 << 20


class Label(Themed, QLabel):
    """A text in a font and a tone of the theme.

    Where it is broken into lines no word of it, such as a path, asks for more than there is.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: FontRole = "body",
        tone: Tone = "ink",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``wrap`` breaks a long text into lines; without it the text keeps its one line."""
        super().__init__(theme, parent)
        self._role = role
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        self._lead()
        self._restyle()

    def setText(self, text: str) -> None:
        # Also a list in words, which may well be longer than what one wants to read.
        super().setText(beginning(text, _MOST_SHOWN))

    def set_tone(self, tone: Tone) -> None:
        """Another colour."""
        if tone != self._tone:
            self._tone = tone
            self._restyle()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if self.wordWrap():
            hint.setWidth(min(hint.width(), self._theme.px(_LEAST)))
        return hint

    def heightForWidth(self, width: int) -> int:
        if not self._has_word_beyond(width):
            return super().heightForWidth(width)
        room = QRect(0, 0, max(1, width), _NO_LIMIT)
        return self._theme.metrics(self._role).boundingRect(room, _ANYWHERE, self.text()).height()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._has_word_beyond(self.width()):
            super().paintEvent(event)
            return
        # Qt would let the word run out of the label.
        painter = QPainter(self)
        painter.drawText(self.rect(), self.alignment().value | _ANYWHERE, self.text())
        painter.end()

    def _has_word_beyond(self, width: int) -> bool:
        # What Qt takes for the least width is that of the longest word; it keeps that.
        return self.wordWrap() and 0 <= width < super().minimumSizeHint().width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lead()

    def _lead(self) -> None:
        """Begin where the page's lines begin; Qt would begin where the text's own letters do."""
        flags = Qt.AlignmentFlag
        if self.alignment() & flags.AlignHCenter:
            return
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = flags.AlignRight if rtl else flags.AlignLeft
        self.setAlignment(side | flags.AlignAbsolute | flags.AlignVCenter)

    @Slot()
    def _restyle(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour(self._tone))
        self.setPalette(palette)
        self.setFont(self._theme.font(self._role))


_SIGN = 12  # px, in any size of type


class ElidedLabel(Label):
    """One line that gives way: cut with an ellipsis, then told in full by its tool tip."""

    _takes_rest = False

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: FontRole = "body",
        tone: Tone = "ink",
        *,
        trailing: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``trailing`` lets it end where lines end, in whatever room it has."""
        super().__init__(theme, text, role, tone, parent=parent)
        flags = Qt.AlignmentFlag
        self._side = flags.AlignTrailing if trailing else flags.AlignLeading
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def take_what_is_left(self) -> None:
        """Have the room that others leave, whatever it says: a longer text moves nothing."""
        self._takes_rest = True
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._restyle()

    def sizeHint(self) -> QSize:
        words = self._theme.width(self._role, one_line(beginning(self.text())))
        return QSize(words, self._theme.metrics(self._role).height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._theme.px(48)), self.sizeHint().height())

    @Slot()
    def _restyle(self) -> None:
        super()._restyle()
        if self._takes_rest:
            # Enough for the sign that there is more, which the tool tip has; beside a call there
            # is no room for more in the largest type.
            self.setMinimumWidth(min(self._theme.width(self._role, "…"), _SIGN))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.colour(self._tone))
        painter.setFont(self.font())
        words = one_line(beginning(self.text()))
        cut = draw_line(painter, self.contentsRect(), words, self, self._side)
        painter.end()
        tip_when_cut(self, self.text(), cut)


class SectionLabel(Painted, QLabel):
    """A small bold heading, and a count such as "2 of 5" behind it."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        count: str = "",
        tone: Tone = "ink2",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._tone = tone
        self._heading = one_line(text)
        self._count = count
        self._low = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._tell()

    def set_text(self, text: str) -> None:
        """Another heading."""
        self._heading = one_line(text)
        self._tell()

    def set_count(self, count: str) -> None:
        """Another count; empty for none."""
        if count != self._count:
            self._count = count
            self._tell()

    def set_low(self, low: bool) -> None:
        """No higher than its letters and a key cap beside it, or with room around them."""
        if low != self._low:
            self._low = low
            self._restyle()

    def high(self, low: bool) -> int:
        """Its height, low or not."""
        theme = self._theme
        if not low:
            return theme.px(18)
        return max(theme.metrics("label").height(), key_cap_size(theme, "Alt").height())

    def sizeHint(self) -> QSize:
        gap = self._theme.px(5) if self._count else 0
        width = self._heading_width() + gap + self._count_width()
        return QSize(width, self.high(self._low))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._theme.px(48)), self.high(self._low))

    def draw(self, painter: QPainter) -> None:
        theme = self._theme
        room = self.width() - (theme.px(5) + self._count_width() if self._count else 0)
        heading = QRect(0, 0, min(self._heading_width(), max(room, 0)), self.height())
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour(self._tone))
        cut = draw_line(painter, self._seen(heading), self._heading, self)
        if self._count:
            left = heading.width() + theme.px(5)
            count = QRect(left, 0, self._count_width(), self.height())
            painter.setFont(theme.font("chip"))
            painter.setPen(theme.colour("ink3"))
            draw_line(painter, self._seen(count), self._count, self)
        tip_when_cut(self, self._heading, cut)

    def _heading_width(self) -> int:
        return self._theme.width("label", self._heading)

    def _count_width(self) -> int:
        return self._theme.width("chip", self._count)

    def _tell(self) -> None:
        # The text is painted in two parts; readers of the screen hear it as one.
        self.setText(f"{self._heading} {self._count}".strip())
        self._restyle()


class Bullets(QWidget):
    """A list to read; its further lines begin below the words, not below the points."""

    def __init__(self, theme: Theme, role: FontRole = "small", tone: Tone = "ink2") -> None:
        super().__init__()
        self._theme = theme
        self._role: FontRole = role
        self._tone: Tone = tone
        self._texts: tuple[str, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(S)
        self._grid.setVerticalSpacing(XS)
        self._grid.setColumnStretch(1, 1)

    def texts(self) -> tuple[str, ...]:
        """What it shows."""
        return self._texts

    def say(self, texts: Sequence[str]) -> None:
        """Show these and no others."""
        if tuple(texts) == self._texts:
            return
        self._texts = tuple(texts)
        clear(self._grid)
        for row, text in enumerate(texts):
            point = Label(self._theme, "•", self._role, self._tone)
            words = Label(self._theme, text, self._role, self._tone, wrap=True)
            self._grid.addWidget(point, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 1)
