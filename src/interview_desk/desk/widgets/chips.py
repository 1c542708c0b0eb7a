"""Small words on a ground of their own: a key, a tag, the evidence for a dimension."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import ColourName, Tone
from interview_desk.desk.widgets.painted import Painted, Pressable, rounded
from interview_desk.desk.widgets.text_painting import button_text, draw_line, one_line, tip_when_cut


def key_cap_size(theme: Theme, keys: str) -> QSize:
    """The size of a key cap around ``keys``; nothing for no keys."""
    if not keys:
        return QSize(0, 0)
    height = theme.metrics("key").height() + theme.px(2)
    return QSize(max(height, theme.width("key", keys) + 2 * theme.px(4)), height)


def paint_key_cap(
    painter: QPainter, theme: Theme, rect: QRect, keys: str, on_fill: bool = False
) -> None:
    """A key cap in ``rect``; ``on_fill`` for one that lies on the accent colour."""
    border = theme.colour("on_accent" if on_fill else "line")
    if on_fill:
        border = QColor(border)
        border.setAlphaF(0.55)
    rounded(painter, rect, theme.px(3), None if on_fill else theme.colour("surface"), border)
    text: ColourName = "on_accent" if on_fill else "ink3"
    painter.setPen(theme.colour(text))
    painter.setFont(theme.font("key"))
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, keys)


class KeyCap(Painted, QLabel):
    """A key cap on its own, beside a text that says what the key does."""

    def __init__(self, theme: Theme, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(keys)

    def sizeHint(self) -> QSize:
        return key_cap_size(self._theme, self.text())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def draw(self, painter: QPainter) -> None:
        rect = QRect(self.rect())
        rect.setSize(self.sizeHint().boundedTo(self.size()))
        rect.moveCenter(self.rect().center())
        paint_key_cap(painter, self._theme, rect, self.text())


def tag_size(theme: Theme, text: str) -> QSize:
    """The size of a tag around ``text``."""
    return QSize(theme.width("chip", text) + 2 * theme.px(6), theme.px(18))


def paint_tag(
    painter: QPainter,
    theme: Theme,
    rect: QRect,
    text: str,
    owner: QWidget,
    *,
    tone: Tone = "ink2",
    ground: ColourName | None = "sunk",
) -> bool:
    """A tag in ``rect``, for widgets and delegates; tell if the text was cut.

    No ``ground`` makes a dashed outline: nothing there yet.
    """
    fill = theme.colour(ground) if ground is not None else None
    border = None if ground is not None else theme.colour("line")
    rounded(painter, rect, theme.px(4), fill, border, dashed=True)
    painter.setPen(theme.colour(tone))
    painter.setFont(theme.font("chip"))
    inner = rect.adjusted(theme.px(5), 0, -theme.px(5), 0)
    return draw_line(painter, inner, text, owner, Qt.AlignmentFlag.AlignHCenter)


class EvidenceChip(Pressable, QPushButton):
    """A dimension and how much evidence it has; a dashed outline while there is none."""

    def __init__(
        self, theme: Theme, name: str, count: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._name = one_line(name)
        self._count = count
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._tell()

    def set_count(self, count: int) -> None:
        """Another amount of evidence."""
        if count != self._count:
            self._count = count
            self._tell()

    def sizeHint(self) -> QSize:
        return QSize(self._fixed_width() + self._name_width(), self._theme.px(22))

    def minimumSizeHint(self) -> QSize:
        name = min(self._name_width(), self._theme.px(32))
        return QSize(self._fixed_width() + name, self._theme.px(22))

    def draw(self, painter: QPainter) -> None:
        theme, some = self._theme, self._count > 0
        radius = theme.px(5)
        hovered = self.underMouse() or self.isDown()
        fill = theme.colour("accentbg" if hovered else "sunk") if some or hovered else None
        rounded(painter, self.rect(), radius, fill, None if some else theme.colour("line"),
                dashed=True)  # fmt: skip
        pad, gap = theme.px(8), theme.px(5)
        room = self.width() - self._fixed_width()
        name = QRect(pad, 0, min(room, self._name_width()), self.height())
        count = QRect(name.right() + 1 + gap, 0, self._count_width(), self.height())
        painter.setFont(theme.font("chip"))
        painter.setPen(theme.colour("ink2" if some else "ink3"))
        cut = draw_line(painter, self._seen(name), self._name, self)
        if some:
            painter.setFont(theme.font("label"))
            painter.setPen(theme.colour("ink"))
        draw_line(painter, self._seen(count), str(self._count), self)
        self._ring(painter, self.rect(), radius)
        tip_when_cut(self, self._name, cut)

    def _fixed_width(self) -> int:
        return 2 * self._theme.px(8) + self._theme.px(5) + self._count_width()

    def _name_width(self) -> int:
        return self._theme.width("chip", self._name)

    def _count_width(self) -> int:
        return self._theme.width("label", str(self._count))

    def _tell(self) -> None:
        self.setText(button_text(f"{self._name} {self._count}"))
        self.setAccessibleName(f"{self._name}, evidence: {self._count}")
        self._restyle()
