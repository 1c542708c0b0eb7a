"""A guide on its way from nothing: the form opened as it was left, kept while one types, done."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.guides.collection import ListedGuide
from interview_desk.desk.guides.guide_form import GuideForm
from interview_desk.desk.settings import Setting
from interview_desk.errors import UserError
from interview_desk.guide.form import GuideFields, fields_kept, kept_fields
from interview_desk.report.guide_file import GuideFile

_LEFT = "What you wrote is kept. “New guide” opens it again."


class KeptForm(Setting[GuideFields]):
    """The form as it was typed so far; it outlives a crash, and a change of mind."""

    def read(self, text: str) -> GuideFields | None:
        return fields_kept(text)

    def write(self, value: GuideFields) -> str:
        return kept_fields(value)


FORM = KeptForm("guide form", "", "", GuideFields())


class NewGuide(QObject):
    """One form at a time.

    ``opened`` carries the view of it, ``left`` that view when it is done with; ``told`` what there
    is to say of that, and ``failed`` what went wrong in keeping what was typed.
    """

    opened = Signal(QWidget)
    left = Signal(QWidget)
    told = Signal(str)
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.view: GuideForm | None = None

    def open(self, guides: Sequence[ListedGuide]) -> None:
        """Open the form as it was left; one can start from the rows of these guides."""
        fields = self._desk.settings.get(FORM)
        self.view = view = GuideForm(self._desk.theme)
        view.set_examples([each.entry.guide for each in guides if each.entry.guide])
        view.show_fields(fields)
        view.typed.connect(self._keep)
        view.dropped.connect(self.leave)
        self.opened.emit(view)
        view.setFocus()

    def flush(self) -> None:
        """Keep at once what was typed."""
        if self.view is not None:
            self.view.flush()

    def guide(self) -> GuideFile | None:
        """What the form holds; None where something is missing, which is gone to."""
        if self.view is None:
            return None
        self.view.flush()
        written = self.view.written
        if written.guide is None:
            self.view.go_to(written.gaps[0])
            return None
        return GuideFile(written.text, written.guide.title)

    def done(self) -> None:
        """It is a guide now: the next form begins empty. Raises StoreError."""
        self._close()
        self._desk.settings.set(FORM, GuideFields())

    @Slot()
    def leave(self) -> None:
        """Go back to the guides; the next form is this one."""
        self.flush()
        if self.view is not None and self.view.fields() != GuideFields():
            self.told.emit(_LEFT)
        self._close()

    def _close(self) -> None:
        view, self.view = self.view, None
        if view is not None:
            self.left.emit(view)
            view.deleteLater()

    @Slot()
    def _keep(self) -> None:
        if self.view is None:
            return
        try:
            self._desk.settings.set(FORM, self.view.fields())
        except UserError as error:
            self.failed.emit(str(error))
