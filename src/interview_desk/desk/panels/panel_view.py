"""One panel: closed until one's own rating is finished, then compared and agreed on."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.navigation import Page, Place
from interview_desk.desk.panels.cases import Cases
from interview_desk.desk.panels.comparison_view import ComparisonView
from interview_desk.desk.panels.opened_panel import OpenedPanel, open_panel
from interview_desk.desk.panels.packet_list import PacketList
from interview_desk.desk.panels.reference import Revealed
from interview_desk.desk.panels.sheet import Sheet
from interview_desk.desk.score.score_view import Toggle
from interview_desk.desk.theme.theme import L, M
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.confirmation import Confirmation
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.layouts import FlowRow, quiet_row
from interview_desk.desk.widgets.messages import Banner, MessageKind
from interview_desk.errors import UserError
from interview_desk.interview.summary import UNNAMED
from interview_desk.panel.comparison import compare, with_reference
from interview_desk.panel.table import Comparison
from interview_desk.report.document import Document
from interview_desk.store.panels import PanelNote, PanelRow
from interview_desk.words import count, day

_COURTESY = "A courtesy, not a lock: whoever has the file can read it."
_OPEN_LATER = "They open when your own rating is finished."
_NOT_YOURS, _NOT_RATED = "You did not interview this candidate.", "You have not rated this case."
_GOES = "The panel, its packets and what was agreed are erased, from every backup too."


class PanelView(QWidget):
    """``go`` asks for another page, ``changed`` tells that the panel is to be read anew.

    ``said`` carries what was done, ``refused`` why something could not be.
    """

    go = Signal(Place)
    changed = Signal()
    said = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: Desk, cases: Cases, page: QWidget, banner: Banner) -> None:
        super().__init__()
        theme = desk.theme
        self._desk, self._banner, self._cases = desk, banner, cases
        self._opened: OpenedPanel | None = None
        self._revealed: Revealed | None = None
        self.heading = Label(theme, "", "heading", wrap=True)
        self.words = Label(theme, "", wrap=True)
        self.courtesy = Label(theme, _COURTESY, "small", "ink2", wrap=True)
        self.act_button = TextButton(theme, "", ButtonKind.PRIMARY)
        self.save_button = TextButton(theme, "Save the sheet…", ButtonKind.QUIET)
        self.copy_button = TextButton(theme, "Copy the sheet", ButtonKind.QUIET)
        self.names_button = Toggle(theme, "Names on the sheet")
        self.reveal_button = TextButton(theme, "Reveal the reference…", ButtonKind.QUIET)
        self.erase_button = TextButton(theme, "Erase…", ButtonKind.QUIET)
        self.question = Confirmation(theme)
        self.comparison = ComparisonView(theme, lambda ms: day(ms, desk.zone))
        self.packets = PacketList(desk)
        self.comparison.column.addWidget(self.packets)
        self.sheet = Sheet(desk, page, banner)
        self._lay_out()
        self._connect()

    def show_panel(self, panel: PanelRow) -> None:
        """Show another panel, or what became of this one."""
        self.flush()
        self.question.hide()
        try:
            self._opened = opened = open_panel(self._desk.store, panel)
        except UserError as error:
            self.refused.emit(str(error))
            return
        self._revealed = None
        role = f", {panel.role}" if panel.role.strip() else ""
        self.heading.setText(f"{panel.candidate or UNNAMED}{role}")
        if opened.unread:
            self._banner.show_message("\n".join(opened.unread), MessageKind.WARN)
        waits = opened.waits_for is not None
        closed = waits or (opened.is_reader and not opened.was_opened)
        self._show_closed(opened, waits=waits, closed=closed)
        if not closed and opened.packets:
            self._open(opened)

    def flush(self) -> None:
        """Save what is still being typed."""
        self.comparison.flush()

    def compared(self) -> Comparison:
        """What is on show. Raises ValueError while nothing is."""
        if self._opened is None:
            raise ValueError("no panel is open")
        return self._compared(self._opened)

    def document(self) -> Document | None:
        """What is to be sent round of what is on show."""
        # What writes documents is loaded with the first.
        from interview_desk.report.documents.panel_sheet import panel_sheet

        opened = self._opened
        if opened is None or not opened.packets:
            return None
        self.flush()
        agreed = {
            about: f"{note.text} ({day(note.written_ms, self._desk.zone)})"
            for about, note in self._desk.store.panels.notes(opened.panel.row).items()
        }
        return panel_sheet(self._compared(opened, on_paper=True), self._desk.zone, agreed)

    @Slot(object)
    def show_reference(self, revealed: Revealed) -> None:
        """The reference beside the answers: last, when all has been said."""
        self._revealed = revealed
        if self._opened is not None:
            self._open(self._opened)
            self.said.emit(revealed.words)

    def _compared(self, opened: OpenedPanel, *, on_paper: bool = False) -> Comparison:
        of_case = bool(opened.panel.case_uid)
        letters = on_paper and of_case and not self.names_button.isChecked()
        found = compare(opened.packets, self._desk.zone, on_paper=on_paper, letters=letters)
        if self._revealed is None:
            return found
        shown = with_reference(found, self._revealed.packet)
        return replace(shown, remarks=(*shown.remarks, self._revealed.words))

    def _show_closed(self, opened: OpenedPanel, *, waits: bool, closed: bool) -> None:
        of_case = bool(opened.panel.case_uid)
        word = "answer" if of_case else "packet"
        number = count(len(opened.senders), f"{word} waits", f"{word}s wait")
        lead = f"{number}. {_OPEN_LATER}" if waits else _NOT_RATED if of_case else _NOT_YOURS
        self.words.setText("\n".join((lead, *opened.senders)))
        self.act_button.set_text("Go to scoring" if waits else "Open as reader")
        shown: dict[QWidget, bool] = dict.fromkeys(
            (self.words, self.courtesy, self.act_button), closed
        )
        shown |= dict.fromkeys((self.copy_button, self.save_button, self.comparison), not closed)
        shown |= dict.fromkeys((self.names_button, self.reveal_button), not closed and of_case)
        for widget, is_shown in shown.items():
            widget.setVisible(is_shown)

    def _open(self, opened: OpenedPanel) -> None:
        self.comparison.show_comparison(self._compared(opened), opened.agreed)
        self.packets.show_panel(opened)
        self._mark_opened(opened)

    def _mark_opened(self, opened: OpenedPanel) -> bool:
        try:
            self._desk.store.panels.mark_opened(opened.panel.row, self._now_ms())
        except UserError as error:
            self.refused.emit(str(error))
            return False
        return True

    def _now_ms(self) -> int:
        return self._desk.clock.now().wall_ms

    @Slot()
    def _act(self) -> None:
        """To one's own rating, or open the packets as somebody who only reads."""
        opened = self._opened
        if opened is None:
            return
        if opened.waits_for is not None:
            page = Page.CASE if opened.panel.case_uid else Page.SCORE
            self.go.emit(Place.in_interview(page, opened.waits_for))
        elif self._mark_opened(opened):
            self.show_panel(opened.panel)

    @Slot(str, str)
    def _agree(self, about: str, text: str) -> None:
        if self._opened is None:
            return
        note = PanelNote(about, text, self._now_ms())
        try:
            self._desk.store.panels.write_note(self._opened.panel.row, note)
            self.comparison.keep(note)
        except UserError as error:
            self.refused.emit(str(error))

    @Slot()
    def _copy(self) -> None:
        if (sheet := self.document()) is not None:
            self.sheet.copy(sheet)

    @Slot()
    def _save(self) -> None:
        if (sheet := self.document()) is not None:
            self.sheet.choose(sheet)

    @Slot()
    def _reveal(self) -> None:
        if self._opened is not None:
            self._cases.reveal(self._opened.panel.case_uid)

    @Slot()
    def _ask_to_erase(self) -> None:
        self.question.ask(_GOES, "Erase")

    @Slot()
    def _erase(self) -> None:
        if self._opened is None:
            return
        try:
            self._desk.erasures.request_panel(self._opened.panel.uid)
        except UserError as error:
            self.refused.emit(str(error))

    def _connect(self) -> None:
        self.act_button.clicked.connect(self._act)
        self.save_button.clicked.connect(self._save)
        self.copy_button.clicked.connect(self._copy)
        self.reveal_button.clicked.connect(self._reveal)
        self.erase_button.clicked.connect(self._ask_to_erase)
        self.question.agreed.connect(self._erase)
        self.comparison.agreed.connect(self._agree)
        self.packets.changed.connect(self.changed)
        self._cases.revealed.connect(self.show_reference)
        for each in (self.packets, self.sheet):
            each.refused.connect(self.refused)
        self.sheet.said.connect(self.said)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(M, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self.heading)
        buttons = (self.save_button, self.copy_button, self.names_button, self.reveal_button)
        column.addLayout(quiet_row(self._desk.theme, *buttons, self.erase_button))
        column.addWidget(self.question)
        column.addWidget(self.words)
        column.addWidget(self.courtesy)
        column.addLayout(FlowRow(self.act_button))
        column.addWidget(self.comparison, 1)
        column.addSpacing(L)
