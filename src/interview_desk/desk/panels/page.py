"""The panels: what several interviewers found of one candidate, and what was agreed."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.home_page import TitledPage, under_title
from interview_desk.desk.navigation import Page, Place
from interview_desk.desk.panels.arrivals import Arrivals
from interview_desk.desk.panels.cases import Cases
from interview_desk.desk.panels.comparison_view import ComparisonView
from interview_desk.desk.panels.opened_panel import OpenedPanel, open_panel
from interview_desk.desk.panels.packet_list import PacketList
from interview_desk.desk.panels.reference import Revealed
from interview_desk.desk.panels.sheet import Sheet
from interview_desk.desk.score.score_view import Toggle
from interview_desk.desk.settings import KEEP_MONTHS
from interview_desk.desk.theme.theme import L, M
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.confirmation import Confirmation
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.layouts import FlowRow, quiet_row
from interview_desk.desk.widgets.list_beside import ListBeside
from interview_desk.desk.widgets.messages import MessageKind
from interview_desk.desk.widgets.nav_list import NavList, NavRow
from interview_desk.errors import UserError
from interview_desk.interview.summary import UNNAMED
from interview_desk.panel.comparison import compare, with_reference
from interview_desk.panel.table import Comparison
from interview_desk.report.document import Document
from interview_desk.store.panels import PanelNote, PanelRow
from interview_desk.words import count, day, local

_EMPTY = "Drop your colleagues’ PDFs here. They are read, not sent."
_OR_CASE = "Or rate a case: an answer that everybody rates, to see where the rubric divides you."
_COURTESY = "A courtesy, not a lock: whoever has the file can read it."
_OPEN_LATER = "They open when your own rating is finished."
_NOT_YOURS, _NOT_RATED = "You did not interview this candidate.", "You have not rated this case."
_KINDS = "Interview files, reports and cases (*.json *.pdf)"
_GOES = "The panel, its packets and what was agreed are erased, from every backup too."


class PanelsPage(TitledPage):
    """The panels beside the one on show. A `Place` names one by its row."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Page.PANELS, parent)
        theme = desk.theme
        self._panels: dict[str, PanelRow] = {}
        self._opened: OpenedPanel | None = None
        self.add_button = TextButton(theme, "Add packets…", keys=desk.keymap.hint("panels.add"))
        self.case_button = TextButton(theme, "Rate a case…")
        self.list = NavList(theme, "Panels", lines=2)
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
        self.view = ComparisonView(theme, lambda ms: day(ms, desk.zone))
        self.packets = PacketList(desk)
        self.view.column.addWidget(self.packets)
        self.beside = ListBeside(theme, self.list, self._lay_out())
        self.empty = Label(theme, f"{_EMPTY}\n{_OR_CASE}", "body", "ink2", wrap=True)
        self.sheet = Sheet(desk, self, self.banner)
        self.cases = Cases(desk, self)
        self._revealed: Revealed | None = None
        self.bar.addWidget(self.case_button)
        self.bar.addWidget(self.add_button)
        self.body.addLayout(under_title(self.empty))
        self.body.addWidget(self.beside, 1)
        self.body.addStretch(0)
        self.arrivals = Arrivals(desk, self, self.banner)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.list)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.list.chosen.connect(self._show)
        self.add_button.clicked.connect(self.choose)
        self.act_button.clicked.connect(self._act)
        self.case_button.clicked.connect(self._offer_cases)
        self.cases.go.connect(self.go)
        self.cases.file_asked.connect(self.choose)
        self.cases.revealed.connect(self._show_reference)
        self.cases.refused.connect(self.say)
        self.save_button.clicked.connect(self.save_sheet)
        self.copy_button.clicked.connect(self.copy_sheet)
        self.reveal_button.clicked.connect(self._reveal)
        self.sheet.said.connect(self.tell)
        self.sheet.refused.connect(self.say)
        self.arrivals.case_came.connect(self.cases.rate)
        self.erase_button.clicked.connect(self._ask_to_erase)
        self.question.agreed.connect(self._erase)
        self.view.agreed.connect(self._agree)
        self.packets.changed.connect(self.refresh)
        self.packets.refused.connect(self.say)
        self.arrivals.kept.connect(self._kept)
        self.arrivals.refused.connect(self.say)
        self.desk.erasures.changed.connect(self.refresh)
        self.desk.erasures.failed.connect(self.say)
        self.desk.keymap.action(self, "panels.add", self.choose)

    def refresh(self) -> None:
        self._list_panels(self.list.current() or "")

    def show_what(self, what: str) -> None:
        self._list_panels(what)

    def flush(self) -> None:
        self.view.flush()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        urls = event.mimeData().urls()
        self.arrivals.take(Path(url.toLocalFile()) for url in urls if url.isLocalFile())

    @Slot()
    def choose(self) -> None:
        """Let the user choose packets or PDFs."""
        folder = str(self.desk.documents)
        names, _ = QFileDialog.getOpenFileNames(self, "Add packets", folder, _KINDS)
        self.arrivals.take(map(Path, names))

    @Slot()
    def copy_sheet(self) -> None:
        """Put the sheet on the clipboard as text, for all who were there."""
        if (sheet := self.document()) is not None:
            self.sheet.copy(sheet)

    @Slot()
    def save_sheet(self) -> None:
        """Let the user choose where the sheet goes as a PDF."""
        if (sheet := self.document()) is not None:
            self.sheet.choose(sheet)

    @Slot()
    def _offer_cases(self) -> None:
        self.cases.offer(self.case_button)

    @Slot()
    def _reveal(self) -> None:
        if self._opened is not None:
            self.cases.reveal(self._opened.panel.case_uid)

    @Slot(object)
    def _show_reference(self, revealed: Revealed) -> None:
        self._revealed = revealed
        if self._opened is not None:
            self._open(self._opened)
            self.tell(revealed.words)

    def _compared(self, opened: OpenedPanel, *, on_paper: bool = False) -> Comparison:
        of_case = bool(opened.panel.case_uid)
        letters = on_paper and of_case and not self.names_button.isChecked()
        found = compare(opened.packets, self.desk.zone, on_paper=on_paper, letters=letters)
        if self._revealed is None:
            return found
        shown = with_reference(found, self._revealed.packet)
        return replace(shown, remarks=(*shown.remarks, self._revealed.words))

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
        self.view.flush()
        agreed = {
            about: f"{note.text} ({day(note.written_ms, self.desk.zone)})"
            for about, note in self.desk.store.panels.notes(opened.panel.row).items()
        }
        return panel_sheet(self._compared(opened, on_paper=True), self.desk.zone, agreed)

    def _list_panels(self, wanted: str) -> None:
        try:
            panels = self.desk.store.panels.list()
            today = local(self.desk.clock.now().wall_ms, self.desk.zone).date()
            due = self.desk.store.panels.due(today, self.desk.settings.get(KEEP_MONTHS))
        except UserError as error:
            self.say(str(error))
            return
        self._panels = {str(each.row): each for each in panels}
        rows = [
            NavRow(key, each.candidate or UNNAMED, status=_number(each, each.row in due))
            for key, each in self._panels.items()
        ]
        self.list.set_rows(rows)
        self.empty.setVisible(not rows)
        self.beside.setVisible(bool(rows))
        if rows:
            current = wanted if wanted in self._panels else rows[0].key
            self.list.set_current(current)
            self._show(current)

    @Slot(str)
    def _show(self, key: str) -> None:
        self.view.flush()
        self.question.hide()
        panel = self._panels[key]
        try:
            self._opened = opened = open_panel(self.desk.store, panel)
        except UserError as error:
            self.say(str(error))
            return
        self.arrivals.shown = panel
        self._revealed = None
        role = f", {panel.role}" if panel.role.strip() else ""
        self.heading.setText(f"{panel.candidate or UNNAMED}{role}")
        if opened.unread:
            self.banner.show_message("\n".join(opened.unread), MessageKind.WARN)
        waits = opened.waits_for is not None
        closed = waits or (opened.is_reader and not opened.was_opened)
        self._show_closed(opened, waits=waits, closed=closed)
        if not closed and opened.packets:
            self._open(opened)

    def _show_closed(self, opened: OpenedPanel, *, waits: bool, closed: bool) -> None:
        of_case, word = bool(opened.panel.case_uid), "packet"
        if of_case:
            word = "answer"
        number = count(len(opened.senders), f"{word} waits", f"{word}s wait")
        lead = f"{number}. {_OPEN_LATER}" if waits else _NOT_RATED if of_case else _NOT_YOURS
        self.words.setText("\n".join((lead, *opened.senders)))
        self.act_button.set_text("Go to scoring" if waits else "Open as reader")
        shown: dict[QWidget, bool] = dict.fromkeys(
            (self.words, self.courtesy, self.act_button), closed
        )
        shown |= dict.fromkeys((self.copy_button, self.save_button, self.view), not closed)
        shown |= dict.fromkeys((self.names_button, self.reveal_button), not closed and of_case)
        for widget, is_shown in shown.items():
            widget.setVisible(is_shown)

    def _open(self, opened: OpenedPanel) -> None:
        self.view.show_comparison(self._compared(opened), opened.agreed)
        self.packets.show_panel(opened)
        try:
            self.desk.store.panels.mark_opened(opened.panel.row, self.desk.clock.now().wall_ms)
        except UserError as error:
            self.say(str(error))

    @Slot()
    def _act(self) -> None:
        opened = self._opened
        if opened is None:
            return
        if opened.waits_for is not None:
            page = Page.CASE if opened.panel.case_uid else Page.SCORE
            self.go.emit(Place.in_interview(page, opened.waits_for))
            return
        try:
            self.desk.store.panels.mark_opened(opened.panel.row, self.desk.clock.now().wall_ms)
        except UserError as error:
            self.say(str(error))
            return
        self._show(str(opened.panel.row))

    @Slot(str, str)
    def _agree(self, about: str, text: str) -> None:
        if self._opened is None:
            return
        note = PanelNote(about, text, self.desk.clock.now().wall_ms)
        try:
            self.desk.store.panels.write_note(self._opened.panel.row, note)
            self.view.keep(note)
        except UserError as error:
            self.say(str(error))

    @Slot(int, str)
    def _kept(self, row: int, said: str) -> None:
        self._list_panels(str(row))
        self.tell(said)

    @Slot()
    def _ask_to_erase(self) -> None:
        self.question.ask(_GOES, "Erase")

    @Slot()
    def _erase(self) -> None:
        opened = self._opened
        if opened is None:
            return
        try:
            self.desk.erasures.request_panel(opened.panel.uid)
        except UserError as error:
            self.say(str(error))

    def _lay_out(self) -> QWidget:
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(M, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self.heading)
        buttons = (self.save_button, self.copy_button, self.names_button, self.reveal_button)
        column.addLayout(quiet_row(self.desk.theme, *buttons, self.erase_button))
        column.addWidget(self.question)
        column.addWidget(self.words)
        column.addWidget(self.courtesy)
        column.addLayout(FlowRow(self.act_button))
        column.addWidget(self.view, 1)
        column.addSpacing(L)
        return shown


def _number(panel: PanelRow, is_due: bool) -> str:
    """How many packets it has, and whether it is kept longer than interviews are."""
    number = count(panel.packets, "answer" if panel.case_uid else "packet")
    return f"{number}, erase?" if is_due else number
