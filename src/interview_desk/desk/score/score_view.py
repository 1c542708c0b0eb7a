"""What the views of the score page share: a heading, a text saved as it is typed, a toggle."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from interview_desk.desk.autosave import Autosave
from interview_desk.desk.score.lock import ScoringSession
from interview_desk.desk.theme.theme import XL, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.panel import ScrollColumn
from interview_desk.desk.widgets.text_field import TextField
from interview_desk.interview.change import Change
from interview_desk.interview.note_text import clean

_WIDEST = 760


class ScoreView(ScrollColumn):
    """A column that scrolls, with a heading. Text keeps to a width that can be read."""

    def __init__(self, theme: Theme, scoring: ScoringSession, title: str = "") -> None:
        super().__init__(theme, "surface")
        self.theme = theme
        self.scoring = scoring
        self.above_title = Label(theme, "", "body", "ink2")
        self.title = Label(theme, title, "heading", wrap=True)
        self.column.setSpacing(S)
        self.column.addWidget(self.above_title)
        self.column.addWidget(self.title)
        self.above_title.hide()

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
        spare = self.viewport().width() - 2 * XL - self.theme.px(_WIDEST)
        self.column.setContentsMargins(XL, XL, XL + max(0, spare), XL)


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


class Toggle(TextButton):
    """A button that stays pressed, and says so with a tick as well."""

    def __init__(self, theme: Theme, text: str, keys: str = "") -> None:
        super().__init__(theme, text, ButtonKind.QUIET, keys)
        self._plain = text
        self.setCheckable(True)
        self.toggled.connect(self._show)

    @Slot(bool)
    def _show(self, on: bool) -> None:
        self.set_text(f"✓ {self._plain}" if on else self._plain)
        self.setAccessibleName(self._plain)
