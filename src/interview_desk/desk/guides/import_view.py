"""A document taken for a guide: what it is on one side, the guide that it becomes on the other."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.guides.choice_history import ChoiceHistory
from interview_desk.desk.guides.document_list import DocumentList
from interview_desk.desk.guides.guide_preview import GuidePreview
from interview_desk.desk.shortcuts.keymap import Keymap
from interview_desk.desk.theme.theme import M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.fields import NumberField
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.layouts import FlowRow
from interview_desk.desk.widgets.tabs import Tabs
from interview_desk.guide.importer.canonical import LENGTH_OFFERED, minutes_of
from interview_desk.guide.importer.proposal import Proposal, propose
from interview_desk.guide.importer.roles import Doubt, Role
from interview_desk.words import count

_ABREAST = 680
_LENGTHS = range(5, 481, 5)


class ImportView(QWidget):
    """Proposes anew after each choice. ``dropped`` says that the user wants none of it."""

    dropped = Signal()

    def __init__(self, theme: Theme, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keymap = keymap
        self.history = ChoiceHistory()
        self.proposal: Proposal | None = None
        self._at = -1
        self.doubt_words = Label(theme, "", "small-strong", wrap=True)
        self.next_doubt = TextButton(theme, "Next doubt", ButtonKind.QUIET, "N")
        self.role_button = TextButton(theme, "Role…", keys="Enter")
        self.undo_button = TextButton(theme, "Undo", ButtonKind.QUIET, keymap.hint("edit.undo"))
        self.redo_button = TextButton(theme, "Redo", ButtonKind.QUIET, keymap.hint("edit.redo"))
        self.length_words = Label(theme, "", "small")
        self.length = NumberField(theme, "Length of the whole interview", _LENGTHS, "minutes")
        self.split = TextButton(theme, "Share out evenly")
        self.tabs = Tabs(theme, "Document or guide")
        self.list = DocumentList(theme)
        self.preview = GuidePreview(theme)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)

    def open(self, proposal: Proposal) -> None:
        """Begin with what is proposed for a document; the first doubt is gone to."""
        self.history, self._at = ChoiceHistory(), -1
        self._show(proposal)
        self.tabs.setCurrentIndex(0)
        if self.doubts:
            self.step(1)
        elif proposal.document.blocks:
            self.list.go_to(0)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What is doubtful, in the order of the document."""
        return self.proposal.doubts if self.proposal else ()

    @Slot(object)
    def give_role(self, role: Role | None) -> None:
        """The selected blocks get a role; with None each has the proposed one again."""
        numbers = self.list.chosen_numbers()
        if numbers and self.history.choose(self.history.current.with_role(numbers, role)):
            self._propose()

    @Slot()
    def share_out(self) -> None:
        """Take the length in the field for the whole, shared out where minutes are missing."""
        self.length.interpretText()
        if self.history.choose(replace(self.history.current, length=self.length.value())):
            self._propose()

    @Slot()
    def undo(self) -> None:
        """Back to the choices before."""
        if self.history.undo():
            self._propose()

    @Slot()
    def redo(self) -> None:
        """Again what was undone."""
        if self.history.redo():
            self._propose()

    @Slot(int)
    def step(self, by: int) -> None:
        """Go to the next doubt, or to the one before; after the last comes the first."""
        if not self.doubts:
            return
        self._at = (self._at + by) % len(self.doubts) if self._at >= 0 else 0
        doubt = self.doubts[self._at]
        if doubt.block >= 0:
            self.list.go_to(doubt.block)
        self._tell_doubts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _propose(self) -> None:
        if self.proposal is not None:
            self._show(propose(self.proposal.document, self.history.current))

    def _show(self, proposal: Proposal) -> None:
        self.proposal = proposal
        self._at = min(self._at, len(self.doubts) - 1)
        self.list.blocks.show_proposal(proposal)
        self.preview.show_proposal(proposal, self.history.current.length)
        self.undo_button.setEnabled(self.history.can_undo)
        self.redo_button.setEnabled(self.history.can_redo)
        self._tell_doubts()
        self._tell_length(proposal)

    def _tell_doubts(self) -> None:
        proposal = self.proposal
        if proposal is None:
            return
        self.next_doubt.setVisible(bool(self.doubts))
        if proposal.fault is not None:
            self.doubt_words.setText(f"! {proposal.fault.message}. {proposal.fault.remedy}")
        elif not self.doubts:
            self.doubt_words.setText("Nothing is doubtful. Look it over, then keep it.")
        elif self._at < 0:
            self.doubt_words.setText(f"? {count(len(self.doubts), 'doubt')} to look at")
        else:
            doubt, unit = self.doubts[self._at], proposal.document.unit
            place = f"Doubt {self._at + 1} of {len(self.doubts)}, {unit} {doubt.line}"
            self.doubt_words.setText(f"? {place}: {doubt}")
        self.doubt_words.set_tone("warn" if self.doubts or proposal.fault else "good")

    def _tell_length(self, proposal: Proposal) -> None:
        shared = minutes_of(proposal.draft, self.history.current.length)
        missing = [each for each in proposal.draft.phases if each.minutes is None]
        for widget in (self.length_words, self.length, self.split):
            widget.setVisible(bool(missing))
        if missing:
            said = self.history.current.length
            whole = sum(span.high for span in shared.spans)
            self.length.set_number(said or whole or LENGTH_OFFERED)
            done = "are shared out" if said else "are missing"
            self.length_words.setText(f"The minutes of {count(len(missing), 'phase')} {done}:")

    @Slot()
    def _arrange(self) -> None:
        abreast = self.width() >= self._theme.px(_ABREAST)
        self.tabs.setVisible(not abreast)
        first = self.tabs.currentIndex() == 0
        self.list.setVisible(abreast or first)
        self.preview.setVisible(abreast or not first)

    @Slot()
    def _next(self) -> None:
        self.step(1)

    def _connect(self) -> None:
        self.list.role_asked.connect(self.give_role)
        self.list.doubt_asked.connect(self.step)
        self.next_doubt.clicked.connect(self._next)
        self.role_button.clicked.connect(self.list.open_menu)
        self.undo_button.clicked.connect(self.undo)
        self.redo_button.clicked.connect(self.redo)
        self.split.clicked.connect(self.share_out)
        self.length.lineEdit().returnPressed.connect(self.share_out)
        self.tabs.currentChanged.connect(self._arrange)
        self._keymap.action(self, "edit.undo", self.undo)
        self._keymap.action(self, "edit.redo", self.redo)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.dropped)

    def _lay_out(self) -> None:
        buttons = FlowRow(
            self.next_doubt, self.role_button, self.undo_button, self.redo_button, gap=S
        )
        length = FlowRow(self.length_words, self.length, self.split, gap=S)
        self.tabs.set_tabs(["Document", "Guide"])
        sides = QHBoxLayout()
        sides.setSpacing(0)
        sides.addWidget(self.list, 1)
        sides.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(M, S, M, 0)
        column.setSpacing(S)
        column.addWidget(self.doubt_words)
        column.addLayout(buttons)
        column.addLayout(length)
        column.addWidget(self.tabs)
        column.addLayout(sides, 1)
