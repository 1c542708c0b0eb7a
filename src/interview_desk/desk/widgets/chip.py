"""Chips: a tag on a note, a level in a table, the evidence for a dimension."""

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import ColourName, Tone
from interview_desk.desk.widgets.painted import focus_ring, mirrored, painter_on, rounded
from interview_desk.desk.widgets.text_painting import button_text, draw_line, one_line, tip_when_cut


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


class Tag(QLabel):
    """A small word on its own ground, only to be read."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        tone: Tone = "ink2",
        ground: ColourName | None = "sunk",
        parent: QWidget | None = None,
    ) -> None:
        """``ground`` None draws a dashed outline."""
        super().__init__(parent)
        self._theme = theme
        self._tone = tone
        self._ground = ground
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(one_line(text))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        return tag_size(self._theme, self.text())

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._theme.px(40)), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        cut = paint_tag(
            painter,
            self._theme,
            self.rect(),
            self.text(),
            self,
            tone=self._tone,
            ground=self._ground,
        )
        painter.end()
        tip_when_cut(self, self.text(), cut)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class EvidenceChip(QPushButton):
    """A dimension and how much evidence it has; a dashed outline while there is none."""

    def __init__(
        self, theme: Theme, name: str, count: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = one_line(name)
        self._count = count
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._tell()
        theme.changed.connect(self._restyle)

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

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, some = self._theme, self._count > 0
        painter = painter_on(self)
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
        if self.hasFocus():
            focus_ring(painter, theme, self.rect(), radius)
        painter.end()
        tip_when_cut(self, self._name, cut)

    def _fixed_width(self) -> int:
        return 2 * self._theme.px(8) + self._theme.px(5) + self._count_width()

    def _name_width(self) -> int:
        return self._theme.width("chip", self._name)

    def _count_width(self) -> int:
        return self._theme.width("label", str(self._count))

    def _seen(self, rect: QRect) -> QRect:
        return mirrored(rect, self.rect(), self.layoutDirection())

    def _tell(self) -> None:
        self.setText(button_text(f"{self._name} {self._count}"))
        self.setAccessibleName(f"{self._name}, evidence: {self._count}")
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
