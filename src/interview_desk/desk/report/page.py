"""The report page: the PDF as it will leave the laptop, and the way to save it."""

from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QStackedWidget, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.page import InterviewPage
from interview_desk.desk.place import Page
from interview_desk.desk.report.errands import Errands
from interview_desk.desk.report.making import make_rubric
from interview_desk.desk.report.saver import Saver
from interview_desk.desk.report.side import Side
from interview_desk.desk.session import Session
from interview_desk.desk.settings import PAPER
from interview_desk.desk.widgets.button import TextButton
from interview_desk.desk.widgets.empty import Empty
from interview_desk.desk.widgets.rule import Rule
from interview_desk.errors import UserError
from interview_desk.interview.change import Change
from interview_desk.report.files import write_new
from interview_desk.report.names import file_name
from interview_desk.report.options import Paper

if TYPE_CHECKING:
    from interview_desk.desk.report.preview import Preview

_TWO_COLUMNS, _SIDE = 620, 300
_BUG = "Something went wrong in Interview Desk itself. The interview is safe in its records."


class ReportPage(InterviewPage):
    """Shows the rubric PDF of one interview. What is shown is, byte for byte, what is saved."""

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(desk, session, parent)
        self._report: Future[Any] = Future()
        self._errands = Errands(self)
        self._saver = Saver(self._errands, self.banner, self)
        self.scoring_button = TextButton(desk.theme, "Back to scoring")
        self.side = Side(desk.theme, desk.zone, self._paper())
        desk.keymap.follow(self.side, "report.save", self.side.save_button.set_keys)
        self.waiting = Empty(desk.theme, "Making the PDF…")
        self.preview: Preview | None = None
        self._stack = QStackedWidget()
        self._lay_out()
        self._errands.arrived.connect(self._arrived)
        self.scoring_button.clicked.connect(self._to_scoring)
        self.side.changed.connect(self._choose)
        self.side.save_button.clicked.connect(self.save)
        desk.keymap.action(self, "report.save", self.save)
        self._make()

    def _lay_out(self) -> None:
        self.header.add(self.scoring_button)
        self._stack.addWidget(self.waiting)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(0)
        self._row.addWidget(self._stack, 1)
        self._row.addWidget(self.side)
        self.body.addWidget(Rule(self.desk.theme))
        self.body.addLayout(self._row, 1)
        self.setFocusProxy(self.side.save_button)

    def show_heading(self) -> None:
        interview = self.session.interview
        stands = "Report" if interview.lock is not None else "Report, scoring not finished"
        self.header.set_heading(interview.setup.candidate or "Unnamed candidate", stands)

    def show_change(self, _change: Change) -> None:
        self._make()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme, direction = self.desk.theme, QBoxLayout.Direction
        stacked = self.width() < theme.px(_TWO_COLUMNS)
        self._row.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self.side.setMinimumWidth(0 if stacked else theme.px(_SIDE))
        self.side.setMaximumWidth(self.width() if stacked else theme.px(_SIDE))
        self.side.setMaximumHeight(self.height() // 2 if stacked else self.height())

    # Making

    def _make(self) -> None:
        """Make the PDF anew; one that is being made is no longer wanted."""
        interview, options = self.session.interview, self.side.options
        self._report.cancel()
        self._saver.have(None)
        self.side.show_interview(interview, file_name(interview, "pdf", self.desk.zone))
        self.side.show_making()
        self._report = self._errands.send(partial(make_rubric, interview, options))

    @Slot(object)
    def _arrived(self, work: "Future[Any]") -> None:
        if work is not self._report:
            return
        error = work.exception()
        if error is None:
            self._show_pdf(work.result())
            self._saver.have(work.result())
            return
        self._stack.setCurrentWidget(self.waiting)
        self.side.show_failed()
        self._saver.give_up()
        in_words = isinstance(error, UserError)
        self.waiting.set_text("The PDF could not be made", str(error) if in_words else _BUG)
        if not in_words:
            raise error

    def _show_pdf(self, data: bytes) -> None:
        if self.preview is None:
            # The PDF viewer is loaded when there is something to show in it.
            from interview_desk.desk.report.preview import Preview

            self.preview = Preview(self.desk.theme)
            self._stack.addWidget(self.preview)
        self.preview.show_pdf(data)
        self._stack.setCurrentWidget(self.preview)
        self.side.show_made(self.preview.pages, len(data))

    # Saving

    @Slot()
    def save(self) -> None:
        """Ask where to, then save."""
        proposed = self.desk.report_folder / self.side.name.text()
        dialog = QFileDialog(self, "Save the PDF", str(proposed.parent), "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(proposed.name)
        # Where the system's own dialog adds the suffix, it asks about another file: so the
        # window asks, everywhere alike.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.fileSelected.connect(self.save_as)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def save_as(self, name: str) -> None:
        """Save under that name; a file that is there is kept, and the user asked in the window."""
        self._saver.save(Path(name))

    def save_to(self, path: Path) -> None:
        """Save and come back when the file is there, which may take as long as the making.

        For a rehearsal: the user's way is `save`. Raises UserError, for a file that is there
        already too.
        """
        write_new(path, self._report.result())

    @Slot()
    def _choose(self) -> None:
        # That the paper is not remembered is no reason to disturb.
        with suppress(UserError):
            self.desk.settings.set(PAPER, str(self.side.options.paper))
        self._make()

    def _paper(self) -> Paper:
        return Paper(self.desk.settings.get(PAPER))

    @Slot()
    def _to_scoring(self) -> None:
        self.go.emit(Page.SCORE)
