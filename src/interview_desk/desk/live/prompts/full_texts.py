"""The full texts of the indicators, laid over the page as long as their key is held."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from interview_desk.desk.live.prompts.indicator_panel import DIGITS, IndicatorPanel
from interview_desk.desk.shortcuts.keymap import Keymap
from interview_desk.desk.theme.fonts import FontRole
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.chips import key_cap_size, paint_key_cap
from interview_desk.desk.widgets.painted import Painted, rounded
from interview_desk.desk.widgets.text_painting import Paragraph
from interview_desk.guide.model import Indicator

# Shorter, and each ticking of a row would flash.
HOLD_MS = 350
_WIDTH, _MARGIN, _GAP, _PAD = 460, 8, 6, 12
_KEYS = {"Alt": Qt.Key.Key_Alt, "Meta": Qt.Key.Key_Meta, "Ctrl": Qt.Key.Key_Control}


class _Entry(NamedTuple):
    keys: str
    text: Paragraph
    example: Paragraph | None


class FullTexts(Painted, QWidget):
    """A sheet with each indicator in full beside its key; all of the keyboard stays the page's."""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(theme, page)
        self._page = page
        self._entries: list[_Entry] = []
        self._told = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def text(self) -> str:
        """All that it says."""
        return self._told

    def show_over(
        self, panel: QWidget, indicators: Sequence[Indicator], keys: Sequence[str]
    ) -> None:
        """Lay it over the panel and as far beyond it as the texts need."""
        page, margin = self._page, self._theme.px(_MARGIN)
        width = min(page.width() - 2 * margin, max(self._theme.px(_WIDTH), panel.width()))
        for role in ("body", "small"):
            height = self._set(indicators, keys, width, role)
            if height <= page.height() - 2 * margin:
                break
        height = min(height, page.height() - 2 * margin)
        corner = panel.mapTo(page, QPoint())
        left = corner.x() + panel.width() - width
        if page.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = corner.x()
        left = max(margin, min(left, page.width() - margin - width))
        top = max(margin, min(corner.y(), page.height() - margin - height))
        self.setGeometry(left, top, width, height)
        self._told = "\n".join(f"{each.text} {each.example}".strip() for each in indicators)
        self.setAccessibleName(self._told)
        self.raise_()
        self.show()

    def draw(self, painter: QPainter) -> None:
        theme = self._theme
        rounded(painter, self.rect(), theme.px(8), theme.colour("surface"), theme.colour("ink3"))
        top = theme.px(_PAD)
        for entry in self._entries:
            top = self._paint(painter, entry, top) + theme.px(_GAP)

    def _paint(self, painter: QPainter, entry: _Entry, top: int) -> int:
        theme, left = self._theme, self._text_left()
        cap = key_cap_size(theme, entry.keys)
        spot = QRect(QPoint(theme.px(_PAD), top + theme.px(2)), cap)
        if entry.keys:
            paint_key_cap(painter, theme, self._seen(spot), entry.keys)
        for paragraph, tone in (
            (entry.text, theme.colour("ink")),
            (entry.example, theme.colour("ink2")),
        ):
            if paragraph is not None:
                painter.setPen(tone)
                room = self._seen(
                    QRect(left, top, self._text_width(self.width()), paragraph.height)
                )
                paragraph.draw(painter, QPointF(room.topLeft()), self)
                top += paragraph.height
        return top

    def _set(
        self, indicators: Sequence[Indicator], keys: Sequence[str], width: int, role: FontRole
    ) -> int:
        """Break the texts into lines; the height that they take."""
        font, small, room = (
            self._theme.font(role),
            self._theme.font("small"),
            self._text_width(width),
        )
        padded = [*keys, *("" for _ in indicators)]
        self._entries = [
            _Entry(
                hint,
                Paragraph(each.text, font, room),
                Paragraph(each.example, small, room) if each.example else None,
            )
            for each, hint in zip(indicators, padded, strict=False)
        ]
        lines = sum(e.text.height + (e.example.height if e.example else 0) for e in self._entries)
        gaps = self._theme.px(_GAP) * max(0, len(self._entries) - 1)
        return lines + gaps + 2 * self._theme.px(_PAD)

    def _text_left(self) -> int:
        return self._theme.px(_PAD) + self._theme.px(46)

    def _text_width(self, width: int) -> int:
        return width - self._text_left() - self._theme.px(_PAD)


class HeldKey(QObject):
    """Shows the full texts while the modifier of the indicators' keys is held alone.

    The page hands it the keys that it gets: a filter on the field would run for each letter.
    """

    def __init__(self, theme: Theme, keymap: Keymap, panel: IndicatorPanel, page: QWidget) -> None:
        super().__init__(page)
        self._keymap = keymap
        self._panel = panel
        self._page = page
        self.texts = FullTexts(theme, page)
        self._timer = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._timer.timeout.connect(self._show)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.let_go)

    def pressed(self, key: int) -> None:
        """A key was pressed on the page: the modifier alone begins, any other ends it."""
        self.let_go()
        if key == self._key():
            # Only so long: else each letter that is let go would come by.
            self._page.installEventFilter(self)
            self._timer.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease:
            self.let_go()
        return False

    @Slot()
    def let_go(self) -> None:
        """Show the page again."""
        self._page.removeEventFilter(self)
        self._timer.stop()
        if not self.texts.isHidden():
            self.texts.hide()

    def _key(self) -> Qt.Key | None:
        """The modifier of the first indicator's key, as a key; None if it has none or several."""
        first = self._keymap.sequence("live.indicator.1").toString().partition("+")[0]
        return _KEYS.get(first)

    @Slot()
    def _show(self) -> None:
        shown = self._panel.shown_indicators()
        if shown:
            keys = [self._keymap.hint(f"live.indicator.{number}") for number in DIGITS]
            self.texts.show_over(self._panel, shown, keys)
