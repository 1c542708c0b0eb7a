"""Beside the form: the guide to read or to change, and what it says to do before the interview."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.guides.guide_view import ReadingView
from interview_desk.desk.guides.menu import GuideMenu
from interview_desk.desk.new_interview import change_guide, left_behind, put_back
from interview_desk.desk.session import OtherGuide, Session
from interview_desk.desk.theme.theme import XL, XS, L, M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.label import Label, SectionLabel
from interview_desk.desk.widgets.layouts import quiet_row
from interview_desk.desk.widgets.panel import Panel, Rule
from interview_desk.errors import UserError
from interview_desk.guide.model import Guide
from interview_desk.guide.render.document import book_of
from interview_desk.interview.interview import Interview
from interview_desk.interview.status import Status


class SidePanel(Panel):
    """What the guide says before an interview. ``edited`` when a checklist item is ticked."""

    edited = Signal()

    def __init__(self, theme: Theme, guide: Guide, resume: QWidget) -> None:
        """``resume`` is the form that stands below the guide."""
        super().__init__(theme, "bg")
        self.rows = {item.key: CheckRow(theme, item.text, max_lines=None) for item in guide.before}
        self.change = TextButton(theme, "Change guide…", ButtonKind.QUIET)
        self.read_guide = TextButton(theme, "Read guide", ButtonKind.QUIET)
        self.read_slot = TextButton(theme, "Take from a file…", ButtonKind.QUIET)
        self.read_slot.setAccessibleName("Take the date from a calendar file")
        self.save_slot = TextButton(theme, "Save as a file…", ButtonKind.QUIET)
        self.save_slot.setAccessibleName("Save the date as a calendar file")
        self._before = SectionLabel(theme, "Before the interview")
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(XS)
        column.addWidget(SectionLabel(theme, "Guide"))
        column.addWidget(Label(theme, guide.brief, "strong", wrap=True))
        column.addLayout(quiet_row(theme, self.read_guide, self.change))
        column.addSpacing(L)
        column.addWidget(resume)
        if self.rows:
            column.addSpacing(L)
            column.addWidget(self._before)
        for row in self.rows.values():
            column.addWidget(row)
            row.clicked.connect(self.edited)
        self._add_opening(column, theme, guide)
        column.addSpacing(L)
        column.addWidget(SectionLabel(theme, "Calendar"))
        column.addLayout(quiet_row(theme, self.read_slot, self.save_slot))
        column.addStretch(1)

    def read(self) -> dict[str, bool]:
        """Whether each item is ticked, by its key."""
        return {key: row.isChecked() for key, row in self.rows.items()}

    def show_ticks(self, interview: Interview) -> None:
        """Show which items are done."""
        for key, row in self.rows.items():
            row.setChecked(interview.ticked(key))
        done = sum(row.isChecked() for row in self.rows.values())
        self._before.set_count(f"{done} of {len(self.rows)}")

    def _add_opening(self, column: QVBoxLayout, theme: Theme, guide: Guide) -> None:
        first = guide.phases[0]
        column.addSpacing(L)
        column.addWidget(SectionLabel(theme, "To open with"))
        if guide.during:
            column.addWidget(_reading(theme, guide.during[0].text))
            column.addSpacing(M)
        column.addWidget(SectionLabel(theme, f"Then {first.title}", f"{first.minutes} min"))
        for text in filter(None, (first.objective, *first.activities)):
            column.addWidget(_reading(theme, text))
            column.addSpacing(S - XS)


def _reading(theme: Theme, text: str) -> QWidget:
    label = Label(theme, text, wrap=True)
    # The keyboard reaches it too, so that a small window scrolls to it.
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    label.setAccessibleName(text)
    return label


class GuidePanel(Panel):
    """A guide set in type. ``closed`` asks for the set-up alone again."""

    closed = Signal()

    def __init__(self, theme: Theme, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg", parent)
        self.view = ReadingView(theme, "Guide", "bg")
        self.view.show_blocks(book_of(guide))
        self.close_button = TextButton(theme, "Close", ButtonKind.QUIET, "Esc")
        self.setFocusProxy(self.view)
        head = QHBoxLayout()
        head.setContentsMargins(M, S, S, 0)
        head.addWidget(SectionLabel(theme, "Guide"), 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout()
        column.setContentsMargins(S, S, 0, 0)
        column.setSpacing(L)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Rule(theme, Qt.Orientation.Vertical))
        row.addLayout(column, 1)
        self.close_button.clicked.connect(self.closed)


class GuideChoice(QObject):
    """Offers the guides under a button.

    ``chosen`` comes before the change, ``replaced`` after it as in `InterviewPage`; ``refused``
    says why there is none.
    """

    chosen = Signal()
    replaced = Signal(int, object, str)
    refused = Signal(str)

    def __init__(self, desk: Desk, session: Session, button: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._button = button

    @Slot()
    def choose(self) -> None:
        """Let the user choose another guide for this interview."""
        title = self._session.interview.guide.title
        try:
            menu = GuideMenu(self._desk, "Change the guide to", self._button, title)
        except UserError as error:
            self.refused.emit(str(error))
            return
        menu.picked.connect(self.change)
        menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    @Slot(str)
    def change(self, guide: str) -> None:
        """Put an interview with the guide of that name in the place of this one."""
        self.chosen.emit()
        if self._session.interview.status is not Status.PREPARED:
            return
        self._replace(lambda: change_guide(self._desk, self._session.row, guide), undone=False)

    def undo(self) -> bool:
        """Go back from the guide that was chosen last; False if there is no such step."""
        return self._go_back(undone=False)

    def redo(self) -> bool:
        """Go on to it again; likewise."""
        return self._go_back(undone=True)

    def _go_back(self, *, undone: bool) -> bool:
        """To the interview as it was, if nothing was done since."""
        other, session = self._session.other_guide, self._session
        untouched = session.interview.status is Status.PREPARED and not session.journal.done
        if other is None or other.undone is not undone or not untouched:
            return False
        put = partial(put_back, self._desk, session.row, other.interview)
        self._replace(put, undone=not undone)
        return True

    def _replace(self, make: Callable[[], int], *, undone: bool) -> None:
        past = self._session.interview
        try:
            new = make()
            changed = self._desk.store.load(new)
        except UserError as error:
            self.refused.emit(str(error))
            return
        gone = ", ".join(left_behind(past, changed))
        left = f" Left behind: {gone}." if gone and not undone else ""
        keys = self._desk.keymap.hint("edit.redo" if undone else "edit.undo")
        if undone:
            said = f"The guide is “{changed.guide.title}” again. {keys} changes it once more."
        else:
            said = f"The guide is “{changed.guide.title}” now.{left} {keys} goes back."
        self.replaced.emit(new, OtherGuide(past, undone), said)
