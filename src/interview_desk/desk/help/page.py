"""The manual in the window: its pages to read and to search, without a network."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.guides.guide_view import ReadingView
from interview_desk.desk.help.manual import Found, find, read_manual
from interview_desk.desk.home_page import TitledPage
from interview_desk.desk.navigation import PLACE, Page, Place
from interview_desk.desk.theme.theme import M
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.fields import LineField
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.list_beside import ListBeside
from interview_desk.desk.widgets.nav_list import NavList, NavRow

_SEARCH = 420
_PART = "#"  # between a page and the number of one of its sections
_NOTHING = "Nothing in the manual has these words. Try one of them, or its beginning."


class HelpPage(TitledPage):
    """The pages of the manual beside the one that is read; of a search, the sections found.

    A `Place` names a page of the manual and, behind a space, the place of the window that the user
    came from.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Page.HELP, parent)
        theme = desk.theme
        self._pages = {page.name: page for page in read_manual()}
        self._shown = next(iter(self._pages.values()))
        self._came_from: Place | None = None
        self.back = TextButton(theme, "Back", ButtonKind.QUIET)
        self.search_field = LineField(
            theme, "Search the manual", "Search the manual", desk.keymap.hint("help.find")
        )
        self.nothing = Label(theme, _NOTHING, "body", "ink2", wrap=True)
        self.list = NavList(theme, "Pages of the manual", lines=2)
        self.view = ReadingView(theme, "Manual")
        self._lay_out()
        self._show_pages()
        self._show(self._shown.name)
        self.setFocusProxy(self.list)
        self.list.chosen.connect(self._show)
        self.list.activated.connect(self._read)
        self.back.clicked.connect(self._go_back)
        self.search_field.textChanged.connect(self._find)
        self.search_field.returnPressed.connect(self._to_list)
        self.search_field.installEventFilter(self)
        desk.keymap.action(self, "help.find", self.search_field.setFocus)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._leave_search, context=context)

    def show_what(self, what: str) -> None:
        name, _, came_from = what.partition(" ")
        self._came_from = PLACE.read(came_from) if came_from else None
        if self._came_from is not None:
            self.back.set_text(f"Back to {self._came_from.page.entry.title}")
        self.back.setVisible(self._came_from is not None)
        if name in self._pages:
            self.search_field.clear()
            self._show(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down from the search leads into what it found."""
        down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if watched is self.search_field and down and event.type() == QEvent.Type.KeyPress:
            self._to_list()
            return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _show(self, key: str) -> None:
        """Show a page, or the section of one that a search found."""
        name, _, number = key.partition(_PART)
        self._shown = self._pages[name]
        self.view.show_blocks([*self._shown.blocks()])
        if number:
            self.view.go_to_chapter(int(number))
        self.list.set_current(key)
        self._shelf.bring_into_view()

    @Slot(str)
    def _find(self, query: str) -> None:
        if not query.strip():
            self._show_pages()
            self._show(self._shown.name)
            return
        found = find(tuple(self._pages.values()), query)
        self.nothing.setVisible(not found)
        self.list.set_rows(
            [NavRow(_key(each), f"{each.section.title} – {each.page.title}") for each in found]
        )
        if found:
            self._show(_key(found[0]))

    def _show_pages(self) -> None:
        self.nothing.hide()
        self.list.set_rows([NavRow(page.name, page.title) for page in self._pages.values()])

    @Slot()
    def _to_list(self) -> None:
        if self.list.count():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _read(self) -> None:
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _leave_search(self) -> None:
        """Out of the text into the list, out of a search to all pages, and then back."""
        if self.view.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.search_field.text():
            self.search_field.clear()
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._go_back()

    @Slot()
    def _go_back(self) -> None:
        if self._came_from is not None:
            self.go.emit(self._came_from)

    def _lay_out(self) -> None:
        self.bar.addWidget(self.back)
        self.back.hide()
        self._shelf = ListBeside(self.desk.theme, self.list, self.view)
        self.search_field.setMaximumWidth(self.desk.theme.px(_SEARCH))
        row = QHBoxLayout()
        row.setContentsMargins(M, 0, M, 0)
        row.addWidget(self.search_field, 1)
        row.addStretch(0)
        self.body.addLayout(row)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self._shelf, 1)


def _key(found: Found) -> str:
    return f"{found.page.name}{_PART}{found.number}"
