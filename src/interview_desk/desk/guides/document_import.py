"""Documents from outside on their way to guides: looked at, changed, kept or left."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from interview_desk.desk.guides.import_view import ImportView
from interview_desk.desk.shortcuts.keymap import Keymap
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.messages import Banner, MessageKind
from interview_desk.errors import UserError
from interview_desk.guide.faults import Fault, GuideError
from interview_desk.guide.importer.proposal import Choices, Proposal
from interview_desk.guide.text import decode_guide
from interview_desk.report.guide_file import GuideFile
from interview_desk.report.guide_import import ForeignGuide, OutsideDocument, taken

_ANYWAY = "Take it anyway"
_NO_PHASE = "It has no phase yet. Choose a line that begins one, and press P."


class DocumentImport(QObject):
    """One document at a time; those that come meanwhile wait for their turn.

    ``opened`` carries the view of it, ``left`` that view when it is done with. ``faulty`` carries
    the name and the text of a guide whose times make no sense, to be put right.
    """

    opened = Signal(ImportView)
    left = Signal(ImportView)
    faulty = Signal(str, GuideFile)

    def __init__(self, theme: Theme, keymap: Keymap, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keymap = keymap
        self._banner = banner
        self._said = ""
        self._refused: OutsideDocument | None = None
        self._waiting: list[tuple[OutsideDocument, bool]] = []
        self._warned: Choices | None = None
        self.document: OutsideDocument | None = None
        self.view: ImportView | None = None
        banner.acted.connect(self._act)

    def look_at(self, document: OutsideDocument, *, anyway: bool = False) -> None:
        """Open the document, or say why it is no guide; while another is open it waits.

        ``anyway`` opens it even if it is none.
        """
        if self.document is not None:
            self._waiting.append((document, anyway))
            words = f"{document.name} comes next, when this one is kept or left."
            self._say(words, MessageKind.INFO)
            return
        proposal = document.proposal
        if proposal is None:
            return
        if proposal.faults:
            # It is all but one of ours: its own author can put right what is wrong in it.
            self._put_right(document, proposal.faults)
        elif proposal.fault is None or anyway:
            self._open(document, proposal)
        else:
            self._refused = document
            words = f"{document.name}: {proposal.fault.message}. {proposal.fault.remedy}"
            actions = [_ANYWAY] if proposal.draft.phases else []
            self._say(words, MessageKind.WARN, actions)

    def guide(self) -> ForeignGuide:
        """What the document became. Raises UserError where that is no guide yet."""
        proposal = self.view.proposal if self.view else None
        if self.view is None or proposal is None or not proposal.draft.phases:
            raise UserError(_NO_PHASE)
        return taken(proposal, self.view.history.current.length, anyway=True)

    @Slot()
    def leave(self) -> None:
        """Be done with the document; what was chosen in it is lost by a second press only."""
        if self.view is None or self.document is None:
            return
        history = self.view.history
        if not history.can_undo or history.current is self._warned:
            self.drop()
            return
        self._warned = history.current
        words = f"What you chose in {self.document.name} will be lost. Press Esc again to leave it."
        self._say(words, MessageKind.WARN)

    @Slot()
    def drop(self) -> None:
        """Be done with the document, kept or not; the next one has its turn."""
        view, self.view, self.document, self._warned = self.view, None, None, None
        if view is not None:
            if self._refused is None and self._banner.text() == self._said:
                self._banner.clear()
            self.left.emit(view)
            view.deleteLater()
        while self._waiting and self.document is None:
            document, anyway = self._waiting.pop(0)
            self.look_at(document, anyway=anyway)

    def _put_right(self, document: OutsideDocument, faults: tuple[Fault, ...]) -> None:
        text, name = _text_of(document.original), document.name
        if text:
            self.faulty.emit(name, GuideFile(text, Path(name).stem, {}, faults))
            return
        told = " ".join(f"{each.message}. {each.remedy}" for each in faults)
        self._banner.show_message(f"{name} is not a guide yet. {told}", MessageKind.ERROR)

    @Slot(int)
    def _act(self, _number: int) -> None:
        # It may be the button of another message.
        if self._refused is not None and self._banner.text() == self._said:
            document, self._refused = self._refused, None
            self._banner.clear()
            self.look_at(document, anyway=True)

    def _open(self, document: OutsideDocument, proposal: Proposal) -> None:
        self.document = document
        self.view = ImportView(self._theme, self._keymap)
        self.view.dropped.connect(self.leave)
        self.opened.emit(self.view)
        self.view.open(proposal)
        self.view.list.setFocus()

    def _say(self, words: str, kind: MessageKind, actions: Sequence[str] = ()) -> None:
        self._said = words
        if not actions:
            self._refused = None
        self._banner.show_message(words, kind, actions)


def _text_of(original: bytes) -> str:
    try:
        return decode_guide(original)
    except GuideError:
        return ""
