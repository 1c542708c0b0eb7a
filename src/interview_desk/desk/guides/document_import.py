"""A document from outside on its way to a guide: looked at, changed, kept or dropped."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from interview_desk.desk.guides.import_view import ImportView
from interview_desk.desk.shortcuts.keymap import Keymap
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.messages import Banner, MessageKind
from interview_desk.errors import UserError
from interview_desk.guide.faults import Fault, GuideError
from interview_desk.guide.importer.document import Document
from interview_desk.guide.importer.proposal import propose
from interview_desk.guide.text import decode_guide
from interview_desk.report.guide_file import GuideFile
from interview_desk.report.guide_import import ForeignGuide, taken

_ANYWAY = "Take it anyway"
_NO_PHASE = "It has no phase yet. Choose a line that begins one, and press P."


class DocumentImport(QObject):
    """One document at a time.

    ``opened`` carries the view of it, ``left`` that view when it is done with. ``faulty`` carries
    the path and the text of a guide whose times make no sense, to be put right.
    """

    opened = Signal(ImportView)
    left = Signal(ImportView)
    faulty = Signal(Path, GuideFile)

    def __init__(self, theme: Theme, keymap: Keymap, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keymap = keymap
        self._banner = banner
        self._asked = ""
        self._document: Document | None = None
        self.path = Path()
        self.original = b""
        self.view: ImportView | None = None
        banner.acted.connect(self._act)

    def look_at(self, path: Path, document: Document, original: bytes) -> None:
        """Open the document, or say why it is no guide."""
        self.drop()
        proposal = propose(document)
        if proposal.faults:
            # It is all but one of ours: its own author can put right what is wrong in it.
            self._refuse(path, original, proposal.faults)
            return
        self.path, self.original, self._document = path, original, document
        if proposal.fault is None:
            self._open()
            return
        fault = proposal.fault
        self._asked = f"{path.name}: {fault.message}. {fault.remedy}"
        actions = [_ANYWAY] if proposal.draft.phases else []
        self._banner.show_message(self._asked, MessageKind.WARN, actions)

    def guide(self) -> ForeignGuide:
        """What the document became. Raises UserError where that is no guide yet."""
        proposal = self.view.proposal if self.view else None
        if self.view is None or proposal is None or not proposal.draft.phases:
            raise UserError(_NO_PHASE)
        return taken(proposal, self.view.history.current.length, anyway=True)

    @Slot()
    def drop(self) -> None:
        """Be done with the document."""
        view, self.view, self._document = self.view, None, None
        if view is not None:
            self.left.emit(view)
            view.deleteLater()

    def _refuse(self, path: Path, original: bytes, faults: tuple[Fault, ...]) -> None:
        text = _text_of(original)
        if text:
            self.faulty.emit(path, GuideFile(text, path.stem, faults=faults))
            return
        told = " ".join(f"{each.message}. {each.remedy}" for each in faults)
        self._banner.show_message(f"{path.name} is not a guide yet. {told}", MessageKind.ERROR)

    @Slot(int)
    def _act(self, _number: int) -> None:
        # It may be the button of another message.
        if self.view is None and self._asked and self._banner.text() == self._asked:
            self._open()

    def _open(self) -> None:
        if self._document is None:
            return
        self._banner.clear()
        self.view = ImportView(self._theme, self._keymap)
        self.view.dropped.connect(self.drop)
        self.opened.emit(self.view)
        self.view.open(self._document)
        self.view.list.setFocus()


def _text_of(original: bytes) -> str:
    try:
        return decode_guide(original)
    except GuideError:
        return ""
