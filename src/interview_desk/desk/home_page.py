"""What the pages of the rail have in common: a banner, and what they can ask of the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.background.recovery import Recovery
from interview_desk.desk.context import Desk
from interview_desk.desk.navigation import Page, Place
from interview_desk.desk.theme.theme import XL, M, S
from interview_desk.desk.widgets.label import ElidedLabel
from interview_desk.desk.widgets.messages import Banner, MessageKind
from interview_desk.desk.widgets.panel import Panel
from interview_desk.desk.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from interview_desk.desk.window import MainWindow

_DAMAGED = (
    "The file of your records is damaged in places. What can be read can be put into a new file, "
    "or go back to a backup in the settings. The damaged file is kept."
)
_RESCUE = "Save what can be read"


class HomePage(Panel):
    """A page of the rail; it lays itself out, with `banner` where its messages belong.

    Small news is told in `status`, the last line of the page.

    What it asks of the window: ``open_requested`` to open the interview with that number, and
    ``part_requested`` at a part of it, with the number of that as in `InterviewPage.show_part`;
    ``new_requested`` for a new one with the guide of that name, empty for the usual one,
    ``again_requested`` for one set up as that one, and ``practice_requested`` for one that is
    not kept; ``go`` for another place; ``keys_asked`` for
    the table of all keys; ``recovery_asked`` for a `Recovery` to be done with the window closed.
    """

    open_requested = Signal(int)
    part_requested = Signal(int, object, int)
    new_requested = Signal(str)
    again_requested = Signal(int)
    practice_requested = Signal()
    go = Signal(Place)
    keys_asked = Signal()
    recovery_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "surface", parent)
        self.desk = desk
        self.banner = Banner(desk.theme)
        self.banner.acted.connect(self._rescue)
        self.status = StatusLine(desk.theme)

    def ask(self, window: "MainWindow") -> None:
        """What it asks for is done by that window from now on."""
        self.open_requested.connect(window.open_row)
        self.part_requested.connect(window.open_part)
        self.new_requested.connect(window.new_interview_with)
        self.again_requested.connect(window.repeat_set_up)
        self.practice_requested.connect(window.practise)
        self.go.connect(window.show_place)
        self.keys_asked.connect(window.show_keys)
        self.recovery_asked.connect(window.leave_for)

    def refresh(self) -> None:
        """Show what is there now: the page comes into view."""

    def show_what(self, what: str) -> None:
        """Show what a `Place` names on this page; as it is if there is no such thing (any more)."""

    def search(self) -> None:
        """Let the user look for words, if the page has a search."""

    def flush(self) -> None:
        """Save what is still being typed: the page is about to be left."""

    @Slot(str)
    def say(self, message: str) -> None:
        """Tell that something went wrong, and what can be done."""
        self.banner.show_message(message, MessageKind.ERROR)

    @Slot(str)
    def tell(self, message: str) -> None:
        """Tell what just happened, quietly."""
        self.status.say(message)

    @Slot()
    def tell_damage(self) -> None:
        """Say that the file is damaged; SQLite's own words for it help nobody here."""
        self.banner.show_message(_DAMAGED, MessageKind.ERROR, [_RESCUE])

    @Slot()
    def _rescue(self) -> None:
        if self.banner.text() == _DAMAGED:  # it may be the button of another message
            self.recovery_asked.emit(Recovery())


def under_title(words: QWidget) -> QHBoxLayout:
    """A row for words on a page, where the title above them begins."""
    row = QHBoxLayout()
    row.setContentsMargins(M, 0, M, 0)
    row.addWidget(words)
    return row


class TitledPage(HomePage):
    """The title with buttons at its right (`bar`), the banner, and `body` for the rest."""

    def __init__(self, desk: Desk, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.title = ElidedLabel(desk.theme, page.entry.title, "title")
        self.bar = QHBoxLayout()
        self.bar.setContentsMargins(M, 0, M, 0)
        self.bar.setSpacing(M)
        self.bar.addWidget(self.title, 1)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout()
        column.setContentsMargins(XL - M, XL, XL - M, 0)
        column.setSpacing(S)
        column.addLayout(self.bar)
        column.addWidget(self.banner)
        column.addLayout(self.body, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column, 1)
        whole.addWidget(self.status)
