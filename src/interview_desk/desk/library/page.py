"""The library: what is on today, what is to be scored, and everything done before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.home_page import HomePage
from interview_desk.desk.library.import_files import ANSWERS, PacketImport
from interview_desk.desk.library.interview_list import InterviewList, InterviewModel
from interview_desk.desk.library.toolbar import Toolbar
from interview_desk.desk.navigation import Page, Place
from interview_desk.desk.theme.theme import XL, M, S
from interview_desk.desk.widgets.messages import MessageKind
from interview_desk.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_desk.desk.library.details import Details
    from interview_desk.desk.library.filter_bar import FilterBar
    from interview_desk.desk.library.first_start import FirstStart
    from interview_desk.desk.library.near_matches import NearMatchNotice
    from interview_desk.desk.library.search_results import SearchResults
    from interview_desk.store.privacy.candidate_names import NearPlace

_DETAILS, _WITH_DETAILS = 304, 720


class LibraryPage(HomePage):
    """The page the window begins with."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.bar = Toolbar(desk)
        self._model = InterviewModel(desk, self)
        self.list = InterviewList(desk.theme, self._model)
        self.packets = PacketImport(desk, self, self.banner)
        # Made when they are first shown.
        self._first_start: FirstStart | None = None
        self.results: SearchResults | None = None
        self.details: Details | None = None
        self._near_notice: NearMatchNotice | None = None
        self.filters: FilterBar | None = None
        self._lay_out()
        self._connect()
        keys = desk.keymap
        keys.action(self, "library.packet", self.packets.choose)
        keys.action(self, "library.filter", self.show_filters)
        keys.action(self, "library.details", self.show_details)
        keys.action(self, "library.new_with", self.choose_guide)
        keys.action(self, "library.again", self._use_again)
        self.refresh()

    def _connect(self) -> None:
        self.bar.new.clicked.connect(self._new)
        self.bar.guides.clicked.connect(self.choose_guide)
        self.bar.filter.clicked.connect(self.show_filters)
        self.bar.details.clicked.connect(self.show_details)
        self.bar.open_packet.clicked.connect(self.packets.choose)
        self.bar.search.looked_for.connect(self._search)
        self.bar.search.left.connect(self.leave_search)
        self.packets.taken.connect(self.open_requested)
        self.packets.known.connect(self._show_known)
        self.packets.asked.connect(self._ask_whose)
        self.packets.placed.connect(self._show_panel)
        self.banner.acted.connect(self._answer)
        self.banner.dismissed.connect(self.packets.leave)
        self.packets.refused.connect(self.say)
        self.desk.erasures.changed.connect(self.refresh)
        self.desk.erasures.told.connect(self.tell)
        self.desk.erasures.nearly_named.connect(self._tell_nearly)
        self.desk.erasures.failed.connect(self.say)
        self.list.opened.connect(self.open_requested)
        self.list.typed.connect(self._begin_search)
        # Queued: a page of the list is read, and may fail, in the middle of painting.
        self._model.failed.connect(self.say, Qt.ConnectionType.QueuedConnection)
        self.list.verticalScrollBar().rangeChanged.connect(self._align)

    @Slot()
    def refresh(self) -> None:
        """Show what is in the store now; the same interview stays current."""
        self.list.reload()
        empty = self._model.rowCount() == 0
        self.bar.set_empty(empty)
        if empty and self._first_start is None:
            self._first_start = self._make_first_start()
        self._show()
        # What was found may have changed, or be gone.
        self._search(self.bar.search.query())

    @Slot()
    def search(self) -> None:
        """Go to the search field; what is in it is typed over."""
        self.bar.search.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.field.selectAll()

    @Slot()
    def leave_search(self) -> None:
        """Back to the list of all."""
        self.bar.search.field.clear()
        self.list.setFocus()

    @Slot(str)
    def _begin_search(self, letters: str) -> None:
        """What is typed in the list is looked for."""
        self.bar.search.field.setFocus()
        self.bar.search.field.setText(letters)

    @Slot(str)
    def _search(self, query: str) -> None:
        if query.strip() and not self.bar.search.isHidden():
            if self.results is None:
                self.results = self._make_results()
            try:
                self.results.look_for(query)
            except UserError as error:
                self.say(str(error))
        self._show()

    def _show(self) -> None:
        """The list, what was found, or how to begin."""
        empty = self._model.rowCount() == 0
        found = not empty and bool(self.bar.search.query())
        self.list.setVisible(not empty and not found)
        if self.results is not None:
            self.results.setVisible(found)
        if self._first_start is not None:
            self._first_start.setVisible(empty)
        begin = self._first_start if empty else None
        self.setFocusProxy(begin or (self.bar.search if found else self.list))

    @Slot()
    def show_filters(self) -> None:
        """The choices of what is listed, with the keyboard in them."""
        if self.filters is None:
            self.filters = self._make_filters()
        try:
            self.filters.refresh()
        except UserError as error:
            self.say(str(error))
        self.filters.show()
        self.filters.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _hide_filters(self) -> None:
        if self.filters is not None:
            self.filters.hide()
        self.list.setFocus()

    @Slot()
    def _filter(self) -> None:
        if self.filters is not None:
            self._model.select(self.filters.selection())
            self.list.go_to(None)

    @Slot()
    def show_details(self) -> None:
        """More of the current interview beside the list, or the list alone again."""
        if self.details is None:
            self.details = self._make_details()
        shown = self.details.isHidden()
        self.details.setVisible(shown)
        self._arrange()
        row = self.list.current_row()
        if shown and row is not None:
            self.details.show_soon(row)
            self.details.refresh()
        if not shown:
            self.list.setFocus()

    @Slot()
    def _new(self) -> None:
        self.new_requested.emit("")

    @Slot()
    def choose_guide(self) -> None:
        """Let the user choose the guide of a new interview."""
        # Reading the guides imports a Markdown parser, which the library does without.
        from interview_desk.desk.guides.menu import GuideMenu

        try:
            menu = GuideMenu(self.desk, "New interview with", self)
        except UserError as error:
            self.say(str(error))
            return
        menu.picked.connect(self.new_requested)
        practise = menu.add_other("Practise for three minutes")
        practise.triggered.connect(self.practice_requested)
        under = self.bar.guides if self.bar.guides.isVisible() else self
        menu.popup(under.mapToGlobal(under.rect().bottomLeft()))

    @Slot(str, int, object)
    def _tell_nearly(self, words: str, row: int, places: Sequence[NearPlace]) -> None:
        """A name was taken out, and something is left that may be the person's, too."""
        if self._near_notice is None:
            from interview_desk.desk.library.near_matches import NearMatchNotice

            self._near_notice = NearMatchNotice(self.banner, self)
            self._near_notice.asked.connect(self._show_near)
        self._near_notice.tell(words, row, places)

    @Slot(int, object)
    def _show_near(self, row: int, places: Sequence[NearPlace]) -> None:
        self.list.go_to(row)
        if self.details is None or self.details.isHidden():
            self.show_details()
        if self.details is not None:
            self.details.show_near(row, places)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The details beside the list where there is room for both."""
        if self.details is not None:
            width, px = self.width(), self.desk.theme.px
            beside = width >= px(_WITH_DETAILS)
            self.details.setFixedWidth(px(_DETAILS) if beside else width)
            covered = not (beside or self.details.isHidden())
            if covered and self._main.isVisible():
                # Hidden, the list would lose the keyboard to whatever comes next.
                self.details.close_button.setFocus()
            self._main.setHidden(covered)

    @Slot(int, str)
    def _show_known(self, row: int, message: str) -> None:
        """A packet was not taken in, because its interview is here."""
        self.list.go_to(row)
        self.banner.show_message(message, MessageKind.WARN)

    @Slot(str)
    def _ask_whose(self, question: str) -> None:
        """Whose a packet is: a colleague's is no interview of the library."""
        self.banner.show_message(question, MessageKind.INFO, ANSWERS)

    @Slot(int)
    def _answer(self, number: int) -> None:
        if self.packets.question and self.banner.text() == self.packets.question:
            self.banner.clear()
            self.packets.answer(number)

    @Slot(int, str)
    def _show_panel(self, row: int, message: str) -> None:
        self.tell(message)
        self.go.emit(Place(Page.PANELS, str(row)))

    @Slot()
    def _use_again(self) -> None:
        row = self.list.current_row()
        if row is not None:
            self.again_requested.emit(row)

    @Slot()
    def _align(self) -> None:
        """Let the buttons above end where the lines end, beside the scroll bar."""
        scroll = self.list.verticalScrollBar()
        beside = scroll.sizeHint().width() if scroll.maximum() > 0 else 0
        self.bar.leave_free(beside)

    def _make_filters(self) -> FilterBar:
        from interview_desk.desk.library.filter_bar import FilterBar

        filters = FilterBar(self.desk)
        self._body.insertWidget(1, filters)
        filters.changed.connect(self._filter)
        filters.closed.connect(self._hide_filters)
        return filters

    def _make_details(self) -> Details:
        from interview_desk.desk.library.details import Details

        details = Details(self.desk)
        details.hide()
        self._columns.addWidget(details)
        self.list.moved.connect(details.show_soon)
        details.closed.connect(self.show_details)
        details.changed.connect(self.refresh)
        details.again.connect(self._use_again)
        details.refused.connect(self.say)
        return details

    def _make_results(self) -> SearchResults:
        from interview_desk.desk.library.search_results import SearchResults

        results = SearchResults(self.desk)
        results.opened.connect(self.open_requested)
        results.part_opened.connect(self.part_requested)
        self.bar.search.stepped.connect(results.list.step)
        self.bar.search.entered.connect(results.list.open_current)
        self._body.addWidget(results, 1)
        return results

    def _make_first_start(self) -> FirstStart:
        from interview_desk.desk.library.first_start import FirstStart

        first_start = FirstStart(self.desk)
        first_start.new.clicked.connect(self._new)
        first_start.practise.clicked.connect(self.practice_requested)
        self._body.addWidget(first_start, 1)
        return first_start

    def _lay_out(self) -> None:
        self._main = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._columns = QHBoxLayout()
        whole.addLayout(self._columns, 1)
        whole.addWidget(self.status)
        self._columns.setSpacing(0)
        self._columns.addWidget(self._main, 1)
        self._body = QVBoxLayout(self._main)
        self._body.setContentsMargins(XL - M, XL, XL - M, 0)
        self._body.setSpacing(S)
        self._body.addWidget(self.bar)
        self._body.addWidget(self.banner)
        self._body.addWidget(self.list, 1)
