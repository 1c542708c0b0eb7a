"""The report page: a document as it will leave the laptop, and the ways to hand it over."""

from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from interview_desk.desk.background.jobs import Jobs
from interview_desk.desk.context import Desk
from interview_desk.desk.interview_page import InterviewPage
from interview_desk.desk.navigation import Page
from interview_desk.desk.report.document_jobs import Copied, Order, make_copy
from interview_desk.desk.report.hand_over import HandOver, Saved
from interview_desk.desk.report.saved_files import Saver, where_to_save
from interview_desk.desk.report.side_panel import SidePanel
from interview_desk.desk.session import Session
from interview_desk.desk.settings import PAPER
from interview_desk.desk.theme.theme import XL, S, Theme
from interview_desk.desk.widgets.button import TextButton
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.messages import MessageKind
from interview_desk.desk.widgets.panel import Rule
from interview_desk.desk.widgets.text_painting import breakable
from interview_desk.errors import UserError
from interview_desk.interview.change import Change
from interview_desk.report.documents.registry import documents_for
from interview_desk.report.file_names import file_name
from interview_desk.report.files import write_new
from interview_desk.report.options import Paper
from interview_desk.words import day

if TYPE_CHECKING:
    from interview_desk.desk.report.assistant_view import AssistantView
    from interview_desk.desk.report.preview import Preview
    from interview_desk.report.pdf_process import Made


_TWO_COLUMNS = 620
_TWICE = "The two passwords differ. Type both again, or empty both."
_SENT_NOTHING = "Copied. Interview Desk sent nothing."
_BUG = "Something went wrong in Interview Desk itself. The interview is safe in its records."


class ReportPage(InterviewPage):
    """Shows a document about one interview. What is shown is, byte for byte, what is saved."""

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(desk, session, parent)
        self._order: Order | None = None
        self._report: Future[Made] = Future()
        self._made: Made | None = None
        self._save_path: Path | None = None
        self._jobs = Jobs(self)
        self._saver = Saver(self._jobs, self.banner, self)
        self.scoring_button = TextButton(desk.theme, "Back to scoring")
        self.hand_over = HandOver(desk.theme, desk.settings)
        kinds = documents_for(session.interview)
        self.side = SidePanel(desk.theme, desk.zone, self._paper(), kinds, self.hand_over)
        desk.keymap.follow(self.side, "report.save", self.side.save_button.set_keys)
        self.waiting = Empty(desk.theme, "Making the PDF…")
        self.preview: Preview | None = None
        self.assistant: AssistantView | None = None
        self._between = Rule(desk.theme, Qt.Orientation.Vertical)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        desk.keymap.action(self, "report.save", self.save)
        self._make()

    def _lay_out(self) -> None:
        self.header.add(self.scoring_button)
        self._stack.addWidget(self.waiting)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(0)
        self._row.addWidget(self._stack, 1)
        self._row.addWidget(self._between)
        self._row.addWidget(self.side)
        self.body.addWidget(Rule(self.desk.theme))
        self.body.addLayout(self._row, 1)
        self.setFocusProxy(self.side.save_button)

    def _connect(self) -> None:
        self.scoring_button.clicked.connect(self._to_scoring)
        self.side.changed.connect(self._choose)
        self.side.save_button.clicked.connect(self.save)
        self.side.copy.wanted.connect(self.copy_as)
        self.side.assistant.button.clicked.connect(self.show_assistant)
        self.hand_over.said.connect(self.tell)
        self.hand_over.failed.connect(self._on_failed)
        self.hand_over.draft_made.connect(self._write_draft)

    def subject(self) -> str:
        interview, zone = self.session.interview, self.desk.zone
        if interview.amendments:
            return f"Report, amended {day(interview.amendments[-1].at.wall_ms, zone)}"
        if interview.lock is not None:
            return f"Report, finished {day(interview.lock.at.wall_ms, zone)}"
        return "Report, scoring not finished"

    def show_change(self, _change: Change) -> None:
        self._make()
        if self.assistant is not None and self._stack.currentWidget() is self.assistant:
            self.assistant.show_interview(self.session.interview)

    def flush(self) -> None:
        self.hand_over.mail.flush()

    def put_away(self) -> None:
        super().put_away()
        self._give_up()
        self._order = None
        self.hand_over.forget()
        self.side.password.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme, direction = self.desk.theme, QBoxLayout.Direction
        stacked = self.width() < theme.px(_TWO_COLUMNS)
        self._row.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self._between.setHidden(stacked)
        self.side.setMaximumWidth(self.width() if stacked else self.side.sizeHint().width())
        self.side.setMaximumHeight(self.height() // 2 if stacked else self.height())

    # Making

    def _make(self) -> None:
        """Make the document anew; one that is being made is no longer wanted."""
        self._give_up()
        self._saver.forget()
        interview, kind = self.session.interview, self.side.kind
        self._made = None
        self._order = order = Order(
            kind, interview, self.side.options, partial(_pictures, self.desk, self.session.row)
        )
        self.side.show_document(interview, file_name(interview, "pdf", self.desk.zone, kind))
        self._report = self._jobs.run(
            order.make, partial(self._show_made, order), partial(self._show_failure, order)
        )

    def _give_up(self) -> None:
        self._report.cancel()
        if self._order is not None:
            self._order.give_up()

    def _show_made(self, order: Order, made: "Made") -> None:
        if order is self._order:
            self._made = made
            self._show_pdf(made, order.options.password)
            self._write()

    def _show_failure(self, order: Order, error: BaseException) -> None:
        if order is not self._order:
            return
        self._see(self.waiting)
        self.side.show_failed()
        self._save_path = None
        in_words = isinstance(error, UserError)
        self.waiting.set_text("The PDF could not be made", str(error) if in_words else _BUG)

    def _show_pdf(self, made: "Made", password: str) -> None:
        if self.preview is None:
            # The PDF viewer is loaded when there is something to show in it.
            from interview_desk.desk.report.preview import Preview

            self.preview = Preview(self.desk.theme)
            self._stack.addWidget(self.preview)
        self.preview.show_pdf(made.data, password)
        self._see(self.preview)
        self.side.show_made(self.preview.pages, len(made.data), made.missing)

    def _see(self, widget: QWidget) -> None:
        """Bring the document forward, unless a text for an assistant is being looked at."""
        if self.assistant is None or self._stack.currentWidget() is not self.assistant:
            self._stack.setCurrentWidget(widget)

    # A text for an assistant

    @Slot()
    def show_assistant(self) -> None:
        """Show the text in the place of the PDF."""
        if self.assistant is None:
            # Loaded when it is first asked for.
            from interview_desk.desk.report.assistant_view import AssistantView

            self.assistant = AssistantView(self.desk.theme, self.desk.zone)
            self._stack.addWidget(self.assistant)
            self.assistant.copied.connect(self._copy_prompt)
            self.assistant.closed.connect(self._show_document)
        self.assistant.show_interview(self.session.interview)
        self._stack.setCurrentWidget(self.assistant)
        self.assistant.setFocus()

    @Slot(str)
    def _copy_prompt(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.tell(_SENT_NOTHING)

    @Slot()
    def _show_document(self) -> None:
        shown = self.preview if self._made is not None else None
        self._stack.setCurrentWidget(shown or self.waiting)
        self.side.assistant.button.setFocus()

    # Saving

    @Slot()
    def save(self) -> None:
        """Ask where to, then save."""
        if not self.side.password.agree:
            self.banner.show_message(_TWICE, MessageKind.WARN)
            return
        if self._made is None and self._report.done():
            self.banner.show_message("There is no PDF to save.", MessageKind.WARN)
            return
        dialog = where_to_save(self, self.desk.report_folder / self.side.file_name)
        dialog.fileSelected.connect(self.save_as)
        dialog.open()

    @Slot(str)
    def save_as(self, name: str) -> None:
        """Save under that name; a file that is there is kept, and the user asked in the window."""
        self._save_path = Path(name)
        self._write()

    def _write(self) -> None:
        """Write what was asked for, if it is made; if not, it is written when it is."""
        path, made, order = self._save_path, self._made, self._order
        if path is not None and made is not None and order is not None:
            self._save_path = None
            saved = Saved(path, made.data, order)
            self._saver.write(path, made.data, partial(self._saved, saved))

    def _saved(self, saved: Saved, _path: Path) -> None:
        self.tell(breakable(f"Saved {saved.path}"))
        if saved.order is self._order:
            self.hand_over.show_saved(saved)
            self.side.show_hand_over()

    @Slot(object, object)
    def _write_draft(self, path: Path, draft: bytes) -> None:
        self._saver.write(path, draft, self.hand_over.open_draft)

    def save_to(self, path: Path) -> None:
        """Save and come back when the file is there, which may take as long as the making.

        For a rehearsal: the user's way is `save`. Raises UserError, for a file that is there
        already too.
        """
        write_new(path, self._report.result().data)

    # Copying

    @Slot(str)
    def copy_as(self, form: str) -> None:
        """Put the document on the clipboard as text of that form."""
        what = self.side.kind, self.session.interview, self.side.options
        self._jobs.run(partial(make_copy, *what, form), self._put_on_clipboard)

    def _put_on_clipboard(self, copied: Copied) -> None:
        QGuiApplication.clipboard().setMimeData(as_text(copied))
        unlocked = " It has no password." if self.side.options.password else ""
        self.tell(f"The text is copied.{unlocked}")

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


def _pictures(desk: Desk, row: int) -> dict[str, bytes]:
    """In the thread that makes the document: the bytes of the interview's pictures."""
    from interview_desk.store.pictures import load_pictures

    return load_pictures(desk.store.path, row)


def as_text(copied: Copied) -> QMimeData:
    """Text to paste, with its HTML if there is any."""
    carried = QMimeData()
    carried.setText(copied.text)
    if copied.html:
        carried.setHtml(copied.html)
    return carried


class Empty(QWidget):
    """What the page says while it has no PDF to show: a short heading, and a sentence."""

    def __init__(self, theme: Theme, heading: str, text: str = "") -> None:
        super().__init__()
        self._heading = Label(theme, heading, "strong", parent=self)
        self._text = Label(theme, text, "body", "ink2", wrap=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(S)
        column.addStretch(2)
        for label in (self._heading, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(3)

    def set_text(self, heading: str, text: str = "") -> None:
        """Other words, such as for a PDF that could not be made."""
        self._heading.setText(heading)
        self._text.setText(text)
