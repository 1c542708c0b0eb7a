"""What the views of the score page share: a heading, a text saved as it is typed, a toggle."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from interview_desk.desk.autosave import Autosave
from interview_desk.desk.score.lock import ScoringSession
from interview_desk.desk.shortcuts.keymap import Keymap
from interview_desk.desk.theme.theme import XL, L, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.chips import KeyCap
from interview_desk.desk.widgets.label import Label, SectionLabel
from interview_desk.desk.widgets.painted import Checkable
from interview_desk.desk.widgets.panel import ScrollColumn
from interview_desk.desk.widgets.text_field import TextField
from interview_desk.interview.change import Change
from interview_desk.interview.note_text import clean

WIDE = 1120  # of two columns side by side
_WIDEST = 760
_LEAST_SCROLL = 150
_ABREAST = 640  # from that width on there are two columns


class ScoreView(ScrollColumn):
    """A column that scrolls, with a heading. Text keeps to a width that can be read."""

    def __init__(
        self, theme: Theme, scoring: ScoringSession, title: str = "", *, widest: int = _WIDEST
    ) -> None:
        """``widest`` is the most that its lines take, in design pixels."""
        super().__init__(theme, "surface")
        self._widest = widest
        self.theme = theme
        self.scoring = scoring
        self.above_title = Label(theme, "", "body", "ink2", wrap=True)
        self.title = Label(theme, title, "heading", wrap=True)
        self.column.setSpacing(S)
        self.column.addWidget(self.above_title)
        self.column.addWidget(self.title)
        self.above_title.hide()

    def set_place(self, words: str) -> None:
        """Where this stands on the way; empty for no word of it."""
        self.above_title.setText(words)
        self.above_title.setVisible(bool(words))

    def show_all(self) -> None:
        """Show the interview as it is now; called before the view comes to the front."""

    def show_change(self, change: Change) -> None:
        """Redraw what the change touches; called while the view is in front."""

    def set_editable(self, editable: bool) -> None:
        """Let its fields be changed, or only read."""

    def flush(self) -> None:
        """Save what is still being typed."""

    def first_field(self) -> QWidget | None:
        """Where Return takes the keyboard: the first thing to type into, if there is one."""
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spare = self.viewport().width() - 2 * XL - self.theme.px(self._widest)
        self.column.setContentsMargins(XL, XL, XL + max(0, spare), XL)


class Beside(QWidget):
    """Two parts side by side, or one above the other where it is narrow.

    A first part that is a `SideScroll` scrolls by itself beside the second, and not above it.
    """

    def __init__(self, theme: Theme, first: QWidget, second: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._first, self._second = first, second
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(first, 3)
        self._row.addWidget(second, 2)
        self._turn(abreast=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn(abreast=self.width() >= self._theme.px(_ABREAST))

    def minimumSizeHint(self) -> QSize:
        # Narrower than both side by side need they stand one above the other.
        widest = max(part.minimumSizeHint().width() for part in (self._first, self._second))
        return QSize(widest, super().minimumSizeHint().height())

    def _turn(self, *, abreast: bool) -> None:
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if abreast else directions.TopToBottom)
        self._row.setSpacing(XL if abreast else L)
        if isinstance(self._first, SideScroll):
            self._first.set_scrolls(abreast)


def heading_with_key(
    theme: Theme, text: str, keymap: Keymap, command: str = "score.reason"
) -> QHBoxLayout:
    """A small heading, and beside it the key that leads to what is under it."""
    cap = KeyCap(theme, "")
    keymap.follow(cap, command, cap.setText)
    row = QHBoxLayout()
    row.setSpacing(S)
    row.addWidget(SectionLabel(theme, text))
    row.addWidget(cap)
    row.addStretch(1)
    return row


class SideScroll(ScrollColumn):
    """A column that scrolls by itself, or is as tall as what is in it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface")
        self._scrolls = True
        self.set_scrolls(True)

    def set_scrolls(self, scrolls: bool) -> None:
        """Scroll in what room there is, or take the room that all of it needs."""
        self._scrolls = scrolls
        tall = QSizePolicy.Policy.Expanding if scrolls else QSizePolicy.Policy.Preferred
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, tall)
        policy.setHeightForWidth(not scrolls)
        self.setSizePolicy(policy)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return not self._scrolls

    def heightForWidth(self, width: int) -> int:
        return self.column.heightForWidth(width) if not self._scrolls else -1

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._theme.px(_LEAST_SCROLL))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(96), self._theme.px(_LEAST_SCROLL))


class SavedText(QObject):
    """Saves what is typed soon, and shows what was changed elsewhere (an undo).

    What is being typed is never written over by what is stored, so the caret stays. While an
    interview is amended the text is saved when the field is left: one amendment for one
    change, not one for every pause in the typing.
    """

    def __init__(
        self,
        field: TextField,
        scoring: ScoringSession,
        stored: Callable[[], str],
        save: Callable[[str], bool],
    ) -> None:
        """``save`` is given the text and tells whether it is on disk."""
        super().__init__(field)
        self._field = field
        self._scoring = scoring
        self._stored = stored
        self._save = save
        self._known = ""
        self._loading = False
        self._autosave = Autosave(self.flush, self)
        field.changed.connect(self._typed)
        field.edit.installEventFilter(self)

    def load(self) -> None:
        """Show the stored text, whatever is in the field."""
        self._known = self._stored()
        self._loading = True
        self._field.set_text(self._known)
        self._loading = False

    def refresh(self) -> None:
        """Show the stored text if it was changed by something else than this field."""
        if self._stored() != self._known:
            self.load()

    def flush(self) -> None:
        """Save what the field holds, if it is anything new."""
        text, before = clean(self._field.text()), self._known
        if text == before:
            return
        self._known = text
        if not self._save(text):
            self._known = before

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        return False

    @Slot()
    def _typed(self) -> None:
        if not self._loading and not self._scoring.reason:
            self._autosave.touch()


class Toggle(Checkable, TextButton):
    """A button that stays pressed, and says so with a tick as well."""

    def __init__(self, theme: Theme, text: str, keys: str = "") -> None:
        super().__init__(theme, text, ButtonKind.QUIET, keys)
        self._plain = text
        self.setCheckable(True)
        self.toggled.connect(self._show)
        self._follow_tools()

    @Slot(bool)
    def _show(self, on: bool) -> None:
        self.set_text(f"✓ {self._plain}" if on else self._plain)
        self.setAccessibleName(self._plain)
