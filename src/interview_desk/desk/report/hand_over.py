"""After the PDF is saved: the ways to hand it over. None of them sends anything."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QDesktopServices,
    QDrag,
    QGuiApplication,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from interview_desk.desk.report.document_jobs import Order
from interview_desk.desk.report.mail_section import MailSection
from interview_desk.desk.report.panel_sections import Section
from interview_desk.desk.report.saved_files import as_file, open_file
from interview_desk.desk.settings import Settings
from interview_desk.desk.theme.theme import XL, XS, L, M, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.layouts import quiet_row
from interview_desk.desk.widgets.messages import Callout, MessageKind
from interview_desk.desk.widgets.painted import Painted, rounded
from interview_desk.desk.widgets.panel import ScrollColumn
from interview_desk.desk.widgets.text_painting import breakable
from interview_desk.errors import UserError
from interview_desk.report.mail_words import filled

if TYPE_CHECKING:
    from interview_desk.desk.report.printing import Printing

_RADIUS = 7
_NO_PROGRAM = "No program on this computer opens it."
_TELL_APART = "The PDF has a password. Tell it to the reader some other way than with the PDF."


class _DragCard(Painted, QWidget):
    """Its name, its folder, and a hint. By keyboard the file goes with “Copy file”."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._path = Path()
        self._pressed: QPoint | None = None
        self._name = Label(theme, "", "strong", wrap=True)
        self._folder = Label(theme, "", "small", "ink2", wrap=True)
        hint = Label(theme, "Drag it from here into a mail or a chat.", "small", "ink2", wrap=True)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(M, M, M, M)
        column.setSpacing(XS)
        for label in (self._name, self._folder, hint):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)

    def show_file(self, path: Path) -> None:
        """Another file."""
        self._path = path
        self._name.setText(breakable(path.name))
        self._folder.setText(breakable(str(path.parent)))
        self.setAccessibleName(f"{path.name} in {path.parent}")

    def carried(self) -> QMimeData:
        """What a drag takes along."""
        return as_file(self._path)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        moved = event.position().toPoint() - self._pressed
        if moved.manhattanLength() < QApplication.startDragDistance():
            return
        self._pressed = None
        drag = QDrag(self)
        drag.setMimeData(self.carried())
        drag.exec(Qt.DropAction.CopyAction)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._pressed = None

    def draw(self, painter: QPainter) -> None:
        theme = self._theme
        ground, line = theme.colour("surface"), theme.colour("line")
        rounded(painter, self.rect(), theme.px(_RADIUS), ground, line)


class Saved(NamedTuple):
    """A document as it was saved, and what it was made from."""

    path: Path
    data: bytes
    order: Order


class HandOver(ScrollColumn):
    """What can be done with one saved file. ``said`` and ``failed`` carry a line for the banner.

    ``draft_made`` carries where a mail draft is to be written, and the draft.
    """

    back = Signal()
    said = Signal(str)
    failed = Signal(str)
    draft_made = Signal(object, object)

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__(theme, "bg")
        self._saved: Saved | None = None
        self.back_button = TextButton(theme, "‹ Back to the choices", ButtonKind.QUIET)
        self.card = _DragCard(theme)
        self.password_note = Callout(theme, _TELL_APART, MessageKind.WARN)
        self.open_button = TextButton(theme, "Open")
        self.folder_button = TextButton(theme, "Show in folder")
        self.copy_button = TextButton(theme, "Copy file")
        self.print_button = TextButton(theme, "Print…")
        self.mail = MailSection(theme, settings)
        self._printing: Printing | None = None
        self._lay_out(theme)
        self.back_button.clicked.connect(self.back)
        self.open_button.clicked.connect(self._open)
        self.folder_button.clicked.connect(self._show_folder)
        self.copy_button.clicked.connect(self._copy)
        self.print_button.clicked.connect(self._print)
        self.mail.draft_wanted.connect(self._draft)
        self.mail.mailto_wanted.connect(self._mailto)

    def _lay_out(self, theme: Theme) -> None:
        file = Section(theme, "Saved on this laptop")
        file.column.addWidget(self.card)
        file.column.addWidget(self.password_note)
        for button in (
            self.open_button,
            self.folder_button,
            self.copy_button,
            self.print_button,
        ):
            file.column.addWidget(button)
        self.column.setContentsMargins(L, L, L, L)
        self.column.setSpacing(XL)
        self.column.addLayout(quiet_row(theme, self.back_button))
        self.column.addWidget(file)
        self.column.addWidget(self.mail)
        self.column.addStretch(1)

    @property
    def saved(self) -> Saved:
        """The file that is handed over; there is none before the first `show_saved`."""
        if self._saved is None:
            raise RuntimeError("nothing was saved yet")
        return self._saved

    def show_saved(self, saved: Saved) -> None:
        """Offer what can be done with this file."""
        self._saved = saved
        self.card.show_file(saved.path)
        self.password_note.setVisible(bool(saved.order.options.password))
        interview, name = saved.order.interview, saved.path.name
        self.mail.show_mail(saved.order.kind, lambda template: filled(template, interview, name))
        self.verticalScrollBar().setValue(0)

    def forget(self) -> None:
        """Let go of the file; the page is left."""
        self.mail.flush()
        self._saved = None

    def open_draft(self, path: Path) -> None:
        """The draft was written: let the mail program show it."""
        where = f"The draft is beside the PDF: {breakable(path.name)}"
        if open_file(path):
            self.said.emit(f"{where}. See in the mail program that the PDF is attached.")
        else:
            self.failed.emit(f"{where}. {_NO_PROGRAM}")

    @Slot()
    def _open(self) -> None:
        if not open_file(self.saved.path):
            self.failed.emit(_NO_PROGRAM)

    @Slot()
    def _show_folder(self) -> None:
        if not open_file(self.saved.path.parent):
            self.failed.emit(_NO_PROGRAM)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setMimeData(as_file(self.saved.path))
        self.said.emit("The file is copied: paste it into a mail, a chat or a folder.")

    @Slot()
    def _print(self) -> None:
        if self._printing is None:
            # Qt's printing is loaded for those who print.
            from interview_desk.desk.report.printing import Printing

            self._printing = Printing(self)
            self._printing.said.connect(self.said)
            self._printing.failed.connect(self.failed)
        self._printing.ask(self.saved.data, self.saved.order.options.password)

    @Slot()
    def _draft(self) -> None:
        # Python's mail library is loaded for those who write one.
        from interview_desk.report.mail import make_draft

        path, data, _order = self.saved
        try:
            draft = make_draft(self.mail.words, data, path.name)
        except UserError as error:
            self.failed.emit(str(error))
            return
        self.draft_made.emit(path.with_suffix(".eml"), draft)

    @Slot()
    def _mailto(self) -> None:
        from interview_desk.report.mail import mailto_url

        try:
            url = mailto_url(self.mail.words)
        except UserError as error:
            self.failed.emit(str(error))
            return
        if QDesktopServices.openUrl(QUrl(url, QUrl.ParsingMode.StrictMode)):
            self.said.emit("The mail has the words only: attach the PDF in the mail program.")
        else:
            self.failed.emit("No mail program on this computer opens it.")
