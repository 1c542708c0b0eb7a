"""The panels: what several interviewers found of one candidate, and what was agreed."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.home_page import TitledPage, under_title
from interview_desk.desk.navigation import Page, Place
from interview_desk.desk.panels.arrivals import Arrivals
from interview_desk.desk.panels.comparison_view import ComparisonView
from interview_desk.desk.panels.opened_panel import OpenedPanel, open_panel
from interview_desk.desk.theme.theme import L, M, S
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.confirmation import Confirmation
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.layouts import FlowRow
from interview_desk.desk.widgets.list_beside import ListBeside
from interview_desk.desk.widgets.messages import MessageKind
from interview_desk.desk.widgets.nav_list import NavList, NavRow
from interview_desk.errors import UserError
from interview_desk.interview.summary import UNNAMED
from interview_desk.panel.comparison import compare
from interview_desk.store.panels import PanelNote, PanelRow
from interview_desk.words import count, day

_EMPTY = "Drop your colleagues’ PDFs here. They are read, not sent."
_COURTESY = "A courtesy, not a lock: whoever has the file can read it."
_OPEN_LATER = "They open when your own rating is finished."
_NOT_YOURS = "You did not interview this candidate."
_KINDS = "Interview files and reports (*.json *.pdf)"
_GOES = "The panel, its packets and what was agreed are erased, from every backup too."


class PanelsPage(TitledPage):
    """The panels beside the one on show. A `Place` names one by its row."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Page.PANELS, parent)
        theme = desk.theme
        self._panels: dict[str, PanelRow] = {}
        self._opened: OpenedPanel | None = None
        self.add_button = TextButton(theme, "Add packets…")
        self.list = NavList(theme, "Panels", lines=2)
        self.heading = Label(theme, "", "heading", wrap=True)
        self.words = Label(theme, "", wrap=True)
        self.courtesy = Label(theme, _COURTESY, "small", "ink2", wrap=True)
        self.act_button = TextButton(theme, "", ButtonKind.PRIMARY)
        self.copy_button = TextButton(theme, "Copy the sheet", ButtonKind.QUIET)
        self.erase_button = TextButton(theme, "Erase…", ButtonKind.QUIET)
        self.question = Confirmation(theme)
        self.view = ComparisonView(theme, lambda ms: day(ms, desk.zone))
        self.beside = ListBeside(theme, self.list, self._lay_out())
        self.empty = Label(theme, _EMPTY, "body", "ink2", wrap=True)
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
        self.copy_button.clicked.connect(self.copy_sheet)
        self.erase_button.clicked.connect(self._ask_to_erase)
        self.question.agreed.connect(self._erase)
        self.view.agreed.connect(self._agree)
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
        if self._opened is None:
            return
        # What writes documents is loaded with the first.
        from interview_desk.report.documents.panel_sheet import panel_sheet
        from interview_desk.report.text.formats import TextForm, as_text

        sheet = panel_sheet(compare(self._opened.packets, self.desk.zone, on_paper=True))
        QGuiApplication.clipboard().setText(as_text(sheet, TextForm.MARKDOWN))
        self.tell("The sheet is copied as text.")

    def _list_panels(self, wanted: str) -> None:
        try:
            panels = self.desk.store.panels.list()
        except UserError as error:
            self.say(str(error))
            return
        self._panels = {str(each.row): each for each in panels}
        rows = [
            NavRow(key, each.candidate or UNNAMED, status=count(each.packets, "packet"))
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
        number = count(len(opened.senders), "packet waits", "packets wait")
        lead = f"{number}. {_OPEN_LATER}" if waits else _NOT_YOURS
        self.words.setText("\n".join((lead, *opened.senders)))
        self.act_button.set_text("Go to scoring" if waits else "Open as reader")
        for widget in (self.words, self.courtesy, self.act_button):
            widget.setVisible(closed)
        self.copy_button.setVisible(not closed)
        self.view.setVisible(not closed)

    def _open(self, opened: OpenedPanel) -> None:
        self.view.show_comparison(compare(opened.packets, self.desk.zone), opened.agreed)
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
            self.go.emit(Place.in_interview(Page.SCORE, opened.waits_for))
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
        column.addLayout(FlowRow(self.copy_button, self.erase_button, gap=S))
        column.addWidget(self.question)
        column.addWidget(self.words)
        column.addWidget(self.courtesy)
        column.addLayout(FlowRow(self.act_button))
        column.addWidget(self.view, 1)
        column.addSpacing(L)
        return shown
