"""What the interview is about: its question from the banks or one's own, and the areas."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.prepare.question_list import QuestionList
from interview_desk.desk.theme.theme import XS, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.label import ElidedLabel, Label, SectionLabel
from interview_desk.desk.widgets.layouts import FlowRow
from interview_desk.desk.widgets.text_field import TextField
from interview_desk.errors import UserError
from interview_desk.guide.model import Guide
from interview_desk.interview.summary import UNNAMED
from interview_desk.store.store import Store
from interview_desk.words import day

_MOST_OWN, _MOST_TOLD = 30, 4
_FEWEST, _MOST = 2, 3  # what an interview of an hour has time for


class QuestionHistory:
    """The questions of earlier interviews. Raises UserError when it is made or asked."""

    def __init__(self, store: Store, guide: Guide, row: int, zone: tzinfo | None) -> None:
        """``row`` is the interview that is being prepared, which does not count itself."""
        self._store = store
        self._row = row
        self._zone = zone
        here = " ".join(store.load(row).setup.question.split())
        counts: dict[str, int] = {}
        for question, number in store.queries.questions():
            text = " ".join(question.split())
            counts[text] = counts.get(text, 0) + number - (text == here)
        self.counts: Mapping[str, int] = {text: n for text, n in counts.items() if n > 0}
        banks = {" ".join(q.text.split()) for bank in guide.banks for q in bank.questions}
        own = [text for text in self.counts if text not in banks]
        self.own: Sequence[str] = own[:_MOST_OWN]
        before = store.queries.prepared_questions(row)
        known = banks | set(own)
        self.prepared: Sequence[str] = [text for text in before if text not in known][:_MOST_OWN]

    def told(self, question: str) -> str:
        """Of whom it was asked, and when; empty if it was not asked yet."""
        uses = [use for use in self._store.queries.uses(question) if use.row != self._row]
        if not uses:
            return ""
        names = [
            f"{use.candidate or f'an {UNNAMED.lower()}'} ({day(use.at_ms, self._zone)})"
            for use in uses[:_MOST_TOLD]
        ]
        more = len(uses) - len(names)
        return "Asked of " + ", ".join(names) + (f" and {more} more" if more else "")


class QuestionForm(QWidget):
    """A field with the question as it will be asked, over the guide's questions.

    ``typed`` is emitted with each key, ``picked`` when one of the guide's is chosen, ``added``
    when one is to be asked beside it.
    """

    typed = Signal()
    picked = Signal()
    added = Signal(str)

    def __init__(self, theme: Theme, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hint = "Choose one below, or write your own" if guide.banks else "As you will ask it"
        self.field = TextField(theme, "Question", hint, min_lines=2, max_lines=5)
        self.list = QuestionList(theme, guide.banks)
        if not guide.banks:
            self.list.hide()
        self.uses = ElidedLabel(theme, "", "small", "ink2")
        self.add = TextButton(theme, "Add to your questions", ButtonKind.QUIET, "+")
        self.add.setAccessibleName("Add the question of the list to your questions")
        self._history: QuestionHistory | None = None
        caption = SectionLabel(theme, "Question")
        caption.setBuddy(self.field.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(caption)
        column.addWidget(self.field)
        column.addWidget(self.uses)
        column.addWidget(self.list, 1)
        column.addLayout(FlowRow(self.add))
        self.field.changed.connect(self._type)
        self.list.picked.connect(self._pick)
        self.list.added.connect(self.added)
        self.add.clicked.connect(self.list.add_current)
        self._offer()

    def show_history(self, history: QuestionHistory) -> None:
        """Show where questions were asked before, and offer the user's own again."""
        self._history = history
        self.list.add_bank("Asked before, of your own", history.own)
        self.list.add_bank("Prepared before", history.prepared)
        self.list.show_counts(history.counts)
        self.list.setVisible(self.list.count() > 0)
        self._offer()
        self.list.looked_at.connect(self._tell_uses)

    @Slot(str)
    def _tell_uses(self, question: str) -> None:
        told = ""
        if question and self._history is not None:
            try:
                told = self._history.told(question)
            except UserError as error:
                told = str(error)
        self.uses.setText(told)

    def _offer(self) -> None:
        self.add.setVisible(self.list.count() > 0)

    def read(self) -> str:
        """The question in the field."""
        return self.field.text().strip()

    def show_question(self, question: str) -> None:
        """Show a question. The caret stays where it is if it is there already."""
        if question.strip() != self.read():
            blocked = self.field.blockSignals(True)
            self.field.set_text(question)
            self.field.blockSignals(blocked)
        self.list.mark(question.strip())

    @Slot()
    def _type(self) -> None:
        self.list.mark(self.read())
        self.typed.emit()

    @Slot(str)
    def _pick(self, question: str) -> None:
        self.show_question(question)
        self.picked.emit()


class AreasForm(QWidget):
    """A row to tick for each area of the guide. ``edited`` when the user ticks one."""

    edited = Signal()

    def __init__(self, theme: Theme, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = {key: CheckRow(theme, area.title) for key, area in guide.areas.items()}
        self._caption = SectionLabel(theme, "Areas to go deep in")
        self._remark = Label(theme, "", "small", "ink2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self._caption)
        for row in self.rows.values():
            column.addWidget(row)
            row.clicked.connect(self._edit)
        column.addWidget(self._remark)
        if not self.rows:
            self.hide()

    def read(self) -> tuple[str, ...]:
        """The keys of the areas that are ticked, in the guide's order."""
        return tuple(key for key, row in self.rows.items() if row.isChecked())

    def show_areas(self, areas: tuple[str, ...]) -> None:
        """Tick these areas and no others."""
        for key, row in self.rows.items():
            row.setChecked(key in areas)
        self._tell()

    @Slot()
    def _edit(self) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        chosen, there = len(self.read()), len(self.rows)
        self._caption.set_count(f"{chosen} of {there}")
        fits = min(_FEWEST, there) <= chosen <= _MOST
        self._remark.setText("Two or three are as many as there is time to go deep in.")
        self._remark.setVisible(not fits and there > _FEWEST)
