"""The library: what is on today, what is to be scored, and everything done before."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.library.list_view import InterviewList
from interview_desk.desk.library.model import LibraryModel
from interview_desk.desk.theme.theme import XL, L, M, S
from interview_desk.desk.widgets.banner import Banner
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.callout import MessageKind
from interview_desk.desk.widgets.label import ElidedLabel
from interview_desk.desk.widgets.nav_list import NavList, NavRow
from interview_desk.desk.widgets.panel import Panel
from interview_desk.desk.widgets.rule import Rule
from interview_desk.errors import UserError

_PLACES = (NavRow("interviews", "Interviews"),)
_RAIL, _WITH_RAIL = 196, 760


class LibraryPage(QWidget):
    """The page the window begins with."""

    open_requested = Signal(int)
    new_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.banner = Banner(desk.theme)
        self.open_packet = TextButton(desk.theme, "Open a packet…")
        self.new = TextButton(
            desk.theme, "New interview", ButtonKind.PRIMARY, desk.keymap.hint("library.new")
        )
        self._model = LibraryModel(desk, self)
        self.list = InterviewList(desk.theme, self._model)
        self._first_start: QWidget | None = None
        self._rail = self._lay_out_rail()
        self._lay_out()
        self.new.clicked.connect(self.new_requested)
        self.open_packet.clicked.connect(self.choose_packet)
        self.list.opened.connect(self.open_requested)
        # Queued: a page of the list is read, and may fail, in the middle of painting.
        self._model.failed.connect(self.say, Qt.ConnectionType.QueuedConnection)
        self.list.verticalScrollBar().rangeChanged.connect(self._align)
        desk.theme.changed.connect(self._arrange)
        desk.keymap.action(self, "library.packet", self.choose_packet)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what is in the store now; the same interview stays current."""
        self.list.reload()
        empty = self._model.rowCount() == 0
        self.list.setVisible(not empty)
        self.new.setVisible(not empty)
        self.setFocusProxy(self.list)
        if empty and self._first_start is None:
            self._first_start = self._make_first_start()
        if self._first_start is not None:
            self._first_start.setVisible(empty)
            self.setFocusProxy(self._first_start if empty else self.list)

    @Slot(str)
    def say(self, message: str) -> None:
        """Tell that something went wrong, and what can be done."""
        self.banner.show_message(message, MessageKind.ERROR)

    @Slot()
    def choose_packet(self) -> None:
        """Let the user choose a packet or a PDF, and take it in."""
        # Imported when asked for: the library is on the screen sooner without it.
        from PySide6.QtWidgets import QFileDialog

        folder, kinds = str(self._desk.documents), "Packets and reports (*.json *.pdf)"
        name, _ = QFileDialog.getOpenFileName(self, "Open a packet", folder, kinds)
        if name:
            self.take_in(Path(name))

    def take_in(self, path: Path) -> None:
        """Keep and open the interview in a file, or say why not."""
        # Reading a packet imports a Markdown parser, for the guide inside.
        from interview_desk.report.incoming import read_incoming

        try:
            interview = read_incoming(path)
            row = self._desk.store.find(interview.uid)
            if row is None:
                self.open_requested.emit(self._desk.store.create(interview))
                return
        except UserError as error:
            self.say(str(error))
            return
        self.list.go_to(row)
        name = interview.setup.candidate or "This interview"
        text = f"{name} is already here; nothing was taken from {path.name}."
        self.banner.show_message(text, MessageKind.WARN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        """The places at the side, where there is room for them."""
        px = self._desk.theme.px
        self._rail.setMaximumWidth(px(_RAIL))
        self._rail.setVisible(self.width() >= px(_WITH_RAIL))

    @Slot()
    def _align(self) -> None:
        """Let the buttons above end where the lines end, beside the scroll bar."""
        scroll = self.list.verticalScrollBar()
        beside = scroll.sizeHint().width() if scroll.maximum() > 0 else 0
        self._bar.setContentsMargins(M, 0, M + beside, 0)

    def _make_first_start(self) -> QWidget:
        from interview_desk.desk.library.first_start import FirstStart

        first_start = FirstStart(self._desk)
        first_start.new.clicked.connect(self.new_requested)
        self._body.addWidget(first_start, 1)
        return first_start

    def _lay_out_rail(self) -> QWidget:
        theme = self._desk.theme
        rail = Panel(theme, "bg")
        places = NavList(theme, "Places")
        places.set_rows(_PLACES)
        places.set_current("interviews")
        rail.setMinimumWidth(1)  # so that it does not keep a narrow window wide
        column = QVBoxLayout()
        column.setContentsMargins(M, L, M, L)
        column.addWidget(places)
        column.addStretch(1)
        row = QHBoxLayout(rail)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column, 1)
        row.addWidget(Rule(theme, Qt.Orientation.Vertical))
        return rail

    def _lay_out(self) -> None:
        theme = self._desk.theme
        main = Panel(theme, "surface")
        self._bar = bar = QHBoxLayout()
        bar.setContentsMargins(M, 0, M, 0)
        bar.setSpacing(M)
        bar.addWidget(ElidedLabel(theme, "Interviews", "title"), 1)
        bar.addWidget(self.open_packet)
        bar.addWidget(self.new)
        self._body = QVBoxLayout(main)
        self._body.setContentsMargins(XL - M, XL, XL - M, 0)
        self._body.setSpacing(S)
        self._body.addLayout(bar)
        self._body.addWidget(self.banner)
        self._body.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(main, 1)
