"""After a name was taken out: what may still name the candidate, to look at and to take out too.

None of it is kept: it is in memory until it was answered, and nowhere else.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.theme.theme import XS, L, M, S
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.messages import Banner
from interview_desk.desk.widgets.panel import ScrollColumn
from interview_desk.desk.widgets.text_painting import breakable
from interview_desk.errors import UserError
from interview_desk.store.privacy.candidate_names import NearPlace, by_word
from interview_desk.store.privacy.erasure_requests import ErasureKind
from interview_desk.words import clock_time, count

_LOOK = "Look at them"
_ABOUT = (
    "The name is taken out. These words are nearly it, or look like a telephone number or a "
    "handle. What you tick goes too, wherever it stands in this interview and its copies here. "
    "That cannot be undone."
)
_STAYS = "These are not the candidate’s to take out: change them yourself if need be."
_MOST_WORDS, _MOST_PLACES = 30, 3


class NearMatchNotice(QObject):
    """The line in the banner; ``asked`` when the user wants to see what it speaks of."""

    asked = Signal(int, object)

    def __init__(self, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._banner = banner
        self._words = ""
        self._row = 0
        self._places: Sequence[NearPlace] = ()
        banner.acted.connect(self._act)
        banner.dismissed.connect(self._forget)

    @Slot(str, int, object)
    def tell(self, words: str, row: int, places: Sequence[NearPlace]) -> None:
        """Say what was done, and in how many places something is left to look at."""
        more = f"In {count(len(places), 'place')} something may still name them."
        self._words, self._row, self._places = f"{words} {more}", row, places
        self._banner.show_message(self._words, actions=[_LOOK])

    @Slot()
    def _act(self) -> None:
        if self._places and self._banner.text() == self._words:
            self._banner.clear()
            self.asked.emit(self._row, self._places)
            self._forget()

    @Slot()
    def _forget(self) -> None:
        self._places = ()


class NearMatchPanel(ScrollColumn):
    """The words, each with some of its places. ``left`` asks for what was shown here before.

    ``refused`` carries why the ticked ones could not be taken out.
    """

    left = Signal()
    refused = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "bg", parent)
        theme = desk.theme
        self._desk = desk
        self._row = 0
        self.rows: list[CheckRow] = []
        self._list: QWidget | None = None
        self.back = TextButton(theme, "Back", ButtonKind.QUIET, "Esc")
        self.take_button = TextButton(theme, "Take out what is ticked", ButtonKind.PRIMARY)
        self._lay_out()
        self.back.clicked.connect(self._leave)
        self.take_button.clicked.connect(self._take_out)

    def show_places(self, row: int, places: Sequence[NearPlace]) -> None:
        """Show what was found in the interview with that number."""
        self._row = row
        self.forget()
        self._list = self._make_list(places)
        self._list_layout.addWidget(self._list)
        self._enable_button()
        self.verticalScrollBar().setValue(0)
        self.back.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _leave(self) -> None:
        self.forget()
        self.left.emit()

    @Slot()
    def _enable_button(self) -> None:
        self.take_button.setEnabled(any(row.isChecked() for row in self.rows))

    @Slot()
    def _take_out(self) -> None:
        words = [row.text() for row in self.rows if row.isChecked()]
        try:
            self._desk.erasures.request(self._row, ErasureKind.ANONYMISE, words)
        except UserError as error:
            self.refused.emit(str(error))
            return
        self._leave()

    def forget(self) -> None:
        """Keep nothing of what was shown."""
        self.rows = []
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
            self._list = None

    def _make_list(self, places: Sequence[NearPlace]) -> QWidget:
        theme = self._desk.theme
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        theirs, others = (
            by_word(each for each in places if each.typed),
            by_word(each for each in places if not each.typed),
        )
        for word, found in [*theirs.items()][:_MOST_WORDS]:
            row = CheckRow(theme, word, tone="grey")
            row.clicked.connect(self._enable_button)
            self.rows.append(row)
            column.addWidget(row)
            column.addWidget(self._where(found))
            column.addSpacing(S)
        if len(theirs) > _MOST_WORDS:
            column.addWidget(Label(theme, f"and {len(theirs) - _MOST_WORDS} more words"))
        if others:
            column.addSpacing(M)
            column.addWidget(Label(theme, _STAYS, "body", "ink2", wrap=True))
            for found in others.values():
                column.addWidget(self._where(found))
        return made

    def _where(self, places: Sequence[NearPlace]) -> Label:
        lines = [f"• {self._line(each)}" for each in places[:_MOST_PLACES]]
        more = len(places) - _MOST_PLACES
        lines += [f"and {count(more, 'more place')}"] if more > 0 else []
        return Label(self._desk.theme, breakable("\n".join(lines)), "small", "ink2", wrap=True)

    def _line(self, place: NearPlace) -> str:
        at = f", {clock_time(place.wall_ms, self._desk.zone)}" if place.wall_ms is not None else ""
        return f"{place.where.capitalize()}{at}: {place.text}"

    def _lay_out(self) -> None:
        theme = self._desk.theme
        column = self.column
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(XS)
        head = QHBoxLayout()
        head.addWidget(Label(theme, "May still name them", "title", wrap=True), 1)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(Label(theme, _ABOUT, "body", "ink2", wrap=True))
        column.addSpacing(M)
        self._list_layout = QVBoxLayout()
        column.addLayout(self._list_layout)
        column.addSpacing(M)
        column.addWidget(self.take_button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
