"""What the pages of the rail have in common, but for the library, which comes first."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.navigation import Page
from interview_desk.desk.theme.theme import XL, M, S
from interview_desk.desk.widgets.banner import Banner
from interview_desk.desk.widgets.callout import MessageKind
from interview_desk.desk.widgets.label import ElidedLabel
from interview_desk.desk.widgets.panel import Panel


class HomePage(Panel):
    """A title with buttons at its right (`bar`), a banner, and `body` for the rest.

    ``open_requested`` carries the number of an interview to open, ``new_with`` the name of a
    guide to make a new one with, and ``go`` another page to show. ``keys_asked`` asks for the
    table of all keys, ``recovery_asked`` carries an `Recovery` to be done with the window closed.
    """

    open_requested = Signal(int)
    new_with = Signal(str)
    go = Signal(Page)
    keys_asked = Signal()
    recovery_asked = Signal(object)

    def __init__(self, desk: Desk, title: str, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "surface", parent)
        self.desk = desk
        self.banner = Banner(desk.theme)
        self.title = ElidedLabel(desk.theme, title, "title")
        self.bar = QHBoxLayout()
        self.bar.setContentsMargins(M, 0, M, 0)
        self.bar.setSpacing(M)
        self.bar.addWidget(self.title, 1)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL - M, XL, XL - M, 0)
        column.setSpacing(S)
        column.addLayout(self.bar)
        column.addWidget(self.banner)
        column.addLayout(self.body, 1)

    def refresh(self) -> None:
        """Show what is there now: the page comes into view."""

    def flush(self) -> None:
        """Save what is still being typed: the page is about to be left."""

    @Slot(str)
    def say(self, message: str) -> None:
        """Tell that something went wrong, and what can be done."""
        self.banner.show_message(message, MessageKind.ERROR)

    def tell(self, message: str) -> None:
        """Tell what just happened, quietly."""
        self.banner.show_message(message, MessageKind.INFO)
