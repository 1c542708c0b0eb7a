"""The guides there are, in a list beside the one that is read."""

from PySide6.QtWidgets import QWidget

from interview_desk.desk.guides.guide_view import GuideView
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.list_beside import ListBeside
from interview_desk.desk.widgets.nav_list import NavList


class GuideShelf(ListBeside):
    """The list, and the guide with its buttons."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.guide_view = GuideView(theme)
        super().__init__(theme, NavList(theme, "Guides", lines=2), self.guide_view, parent)
        self.fitted.connect(self.guide_view.fit)
