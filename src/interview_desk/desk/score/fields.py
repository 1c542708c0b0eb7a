"""The fields of the score page: a text saved as it is typed, and a choice outside the scale."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Slot

from interview_desk.desk.autosave import Autosave
from interview_desk.desk.score.scorer import Scorer
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.text_field import TextField
from interview_desk.interview.note_text import clean


class SavedText(QObject):
    """Saves what is typed soon, and shows what was changed elsewhere (an undo).

    What is being typed is never written over by what is stored, so the caret stays. While an
    interview is amended the text is saved when the field is left: one amendment for one
    change, not one for every pause in the typing.
    """

    def __init__(
        self,
        field: TextField,
        scorer: Scorer,
        stored: Callable[[], str],
        save: Callable[[str], bool],
    ) -> None:
        """``save`` is given the text and tells whether it is on disk."""
        super().__init__(field)
        self._field = field
        self._scorer = scorer
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
        if not self._loading and not self._scorer.reason:
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
