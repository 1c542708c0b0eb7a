"""The panels: what several interviewers found of one candidate, or how all rated one case."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.home_page import TitledPage, under_title
from interview_desk.desk.navigation import Page
from interview_desk.desk.panels.arrivals import Arrivals
from interview_desk.desk.panels.cases import Cases
from interview_desk.desk.panels.panel_view import PanelView
from interview_desk.desk.settings import KEEP_MONTHS
from interview_desk.desk.widgets.button import TextButton
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.list_beside import ListBeside
from interview_desk.desk.widgets.nav_list import NavList, NavRow
from interview_desk.errors import UserError
from interview_desk.interview.summary import UNNAMED
from interview_desk.panel.case import OpenCase
from interview_desk.store.panels import PanelRow
from interview_desk.words import count, local

if TYPE_CHECKING:
    from interview_desk.desk.calibration.case_form import CaseForm

_EMPTY = "Drop your colleagues’ PDFs here. They are read, not sent."
_OR_CASE = "Or rate a case: an answer that everybody rates, to see where the rubric divides you."
_KINDS = "Interview files, reports and cases (*.json *.pdf)"


class PanelsPage(TitledPage):
    """The panels beside the one on show. A `Place` names one by its row."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Page.PANELS, parent)
        theme = desk.theme
        self._panels: dict[str, PanelRow] = {}
        self.add_button = TextButton(theme, "Add packets…", keys=desk.keymap.hint("panels.add"))
        self.case_button = TextButton(theme, "Rate a case…")
        self.cases = Cases(desk, self)
        self.list = NavList(theme, "Panels", lines=2)
        self.panel = PanelView(desk, self.cases, self, self.banner)
        self.beside = ListBeside(theme, self.list, self.panel)
        self.empty = Label(theme, f"{_EMPTY}\n{_OR_CASE}", "body", "ink2", wrap=True)
        self.form: CaseForm | None = None  # made with the first new case
        self.arrivals = Arrivals(desk, self, self.banner)
        self.bar.addWidget(self.case_button)
        self.bar.addWidget(self.add_button)
        self.body.addLayout(under_title(self.empty))
        self.body.addWidget(self.beside, 1)
        self.body.addStretch(0)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.list)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.list.chosen.connect(self._show)
        self.add_button.clicked.connect(self.choose)
        self.case_button.clicked.connect(self._offer_cases)
        self.cases.go.connect(self.go)
        self.cases.file_asked.connect(self.choose)
        self.cases.new_asked.connect(self.write_case)
        self.panel.go.connect(self.go)
        self.panel.changed.connect(self.refresh)
        self.panel.said.connect(self.tell)
        self.arrivals.case_came.connect(self.cases.rate)
        self.arrivals.kept.connect(self._kept)
        self.desk.erasures.changed.connect(self.refresh)
        self.desk.erasures.failed.connect(self.say)
        for each in (self.cases, self.panel, self.arrivals):
            each.refused.connect(self.say)
        self.desk.keymap.action(self, "panels.add", self.choose)

    def refresh(self) -> None:
        self._list_panels(self.list.current() or "")

    def show_what(self, what: str) -> None:
        self._list_panels(what)

    def flush(self) -> None:
        self.panel.flush()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        urls = event.mimeData().urls()
        self.arrivals.take(Path(url.toLocalFile()) for url in urls if url.isLocalFile())

    @Slot()
    def choose(self) -> None:
        """Let the user choose packets, PDFs or cases."""
        folder = str(self.desk.documents)
        names, _ = QFileDialog.getOpenFileNames(self, "Add packets", folder, _KINDS)
        self.arrivals.take(map(Path, names))

    @Slot()
    def _offer_cases(self) -> None:
        self.cases.offer(self.case_button)

    # A new case

    @Slot()
    def write_case(self) -> None:
        """Open the form of a new case, as it was left."""
        from interview_desk.desk.calibration.case_form import CaseForm

        if self.form is None:
            try:
                self.form = CaseForm(self.desk)
            except UserError as error:
                self.say(str(error))
                return
            self.form.made.connect(self._rate_new)
            self.form.left.connect(self.leave_form)
            self.body.insertWidget(self.body.indexOf(self.beside), self.form, 1)
        self._show_form(self.form)

    @Slot()
    def leave_form(self) -> None:
        """Back to the panels; what was written stays in the form."""
        if self.form is not None:
            self.form.hide()
        self._show_form(None)

    @Slot(object)
    def _rate_new(self, case: OpenCase) -> None:
        form = self.form
        self.leave_form()
        if form is not None:
            self.form = None
            form.deleteLater()
        self.cases.rate(case)

    def _show_form(self, form: "CaseForm | None") -> None:
        self.title.setText("New case" if form is not None else Page.PANELS.entry.title)
        for button in (self.case_button, self.add_button):
            button.setVisible(form is None)
        if form is not None:
            form.show()
        self.setFocusProxy(form or self.list)
        self.refresh()
        self.setFocus()

    # The panels

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
        forming = self.form is not None and not self.form.isHidden()
        self.empty.setVisible(not (rows or forming))
        self.beside.setVisible(bool(rows) and not forming)
        if rows:
            current = wanted if wanted in self._panels else rows[0].key
            self.list.set_current(current)
            self._show(current)

    @Slot(str)
    def _show(self, key: str) -> None:
        self.arrivals.shown = self._panels[key]
        self.panel.show_panel(self._panels[key])

    @Slot(int, str)
    def _kept(self, row: int, said: str) -> None:
        self._list_panels(str(row))
        self.tell(said)


def _number(panel: PanelRow, is_due: bool) -> str:
    """How many packets it has, and whether it is kept longer than interviews are."""
    number = count(panel.packets, "answer" if panel.case_uid else "packet")
    return f"{number}, erase?" if is_due else number
