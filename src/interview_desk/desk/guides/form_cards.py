"""The cards of the guide form, one for a phase or a row of the rubric, and the column of them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.theme.theme import XS, M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.editor import Editor
from interview_desk.desk.widgets.fields import LineField
from interview_desk.desk.widgets.label import Label, SectionLabel
from interview_desk.desk.widgets.layouts import QUIET, quiet_row
from interview_desk.desk.widgets.text_field import TextField
from interview_desk.guide.form import DimensionFields, PhaseFields

Texts = Mapping[str, str]
"""What was typed into a card, by the names of its fields."""

_MINUTES = 96
_LONGEST_LINE, _LONGEST_TEXT = 240, 20_000  # characters


class FormCard(QWidget):
    """A part of the form with its number, and buttons to move it up and to take it out.

    ``typed`` goes out with each key.
    """

    typed = Signal()
    up_asked = Signal(QWidget)
    removal_asked = Signal(QWidget)

    def __init__(self, theme: Theme, kind: str, parent: QWidget | None = None) -> None:
        """``kind`` is what the part is called, with its number behind it."""
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._number = 1
        self._captions: dict[str, Label] = {}
        self.fields: dict[str, LineField | TextField] = {}
        self.heading = SectionLabel(theme, kind)
        self.up = TextButton(theme, "Move up", ButtonKind.QUIET)
        self.remove = TextButton(theme, "Remove", ButtonKind.QUIET)
        self.up.clicked.connect(self._ask_up)
        self.remove.clicked.connect(self._ask_removal)
        self.body = QVBoxLayout()
        self.body.setSpacing(S)
        column = QVBoxLayout(self)
        # The words of the quiet buttons begin where the fields do: the card reaches out for them.
        column.setContentsMargins(theme.px(QUIET), 0, theme.px(QUIET), M)
        column.setSpacing(S)
        column.addWidget(self.heading)
        column.addLayout(self.body)
        column.addLayout(quiet_row(theme, self.up, self.remove))

    @property
    def title(self) -> str:
        """Its title, or its kind and number as long as it has none."""
        return self.fields["title"].text().strip() or f"{self._kind.lower()} {self._number}"

    def texts(self) -> Texts:
        """What was typed."""
        return {name: field.text() for name, field in self.fields.items()}

    def show_texts(self, texts: Texts) -> None:
        """Show what was typed before; what is not named stays."""
        for name, text in texts.items():
            field = self.fields[name]
            if isinstance(field, TextField):
                field.set_text(text)
            else:
                field.setText(text)

    def set_number(self, number: int) -> None:
        """Its place among the others, from 1; a screen reader says it with each field."""
        self._number = number
        self.heading.set_text(f"{self._kind} {number}")
        self.up.setEnabled(number > 1)
        for button in (self.up, self.remove):
            button.setAccessibleName(f"{button.text()}: {self._kind.lower()} {number}")
        for name in self.fields:
            self._say(name)

    def stops(self) -> list[QWidget]:
        """What has the keyboard in turn."""
        return [*map(_stop, self.fields.values()), self.up, self.remove]

    def add_field(
        self, name: str, caption: str, hint: str, *, lines: bool = True
    ) -> tuple[QWidget, LineField | TextField]:
        """A field of one line or of several under its caption; the two together, and the field."""
        place = QWidget(self)
        field: LineField | TextField
        if lines:
            field = TextField(self._theme, caption, hint, editor=Editor(_LONGEST_TEXT))
            field.changed.connect(self.typed)
        else:
            field = LineField(self._theme, caption, hint)
            field.setMaxLength(_LONGEST_LINE)
            field.textChanged.connect(self.typed)
        self.fields[name] = field
        self._captions[name] = caption_over(self._theme, place, caption, field)
        return place, field

    def _say(self, name: str) -> None:
        said = f"{self._captions[name].text()}, {self._kind.lower()} {self._number}"
        _stop(self.fields[name]).setAccessibleName(said)

    @Slot()
    def _ask_up(self) -> None:
        self.up_asked.emit(self)

    @Slot()
    def _ask_removal(self) -> None:
        self.removal_asked.emit(self)


class PhaseCard(FormCard):
    """The fields of a phase, by the names of `PhaseFields`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Phase", parent)
        title, _ = self.add_field("title", "Title", "What this part is about", lines=False)
        minutes, field = self.add_field("minutes", "Minutes", "8-10", lines=False)
        field.setFixedWidth(theme.px(_MINUTES))
        first = QHBoxLayout()
        first.setSpacing(S)
        first.addWidget(title, 1)
        first.addWidget(minutes)
        self.body.addLayout(first)
        for name, caption, hint in (
            ("objective", "Objective", "What you want to learn"),
            ("questions", "Questions", "As you will say them, one a line"),
            ("activities", "What to do", "One a line"),
            ("strong_signals", "Strong signals", "What you would see or hear, one a line"),
            ("red_flags", "Red flags", "One a line"),
        ):
            self.body.addWidget(self.add_field(name, caption, hint)[0])


class DimensionCard(FormCard):
    """A row of the rubric: ``title``, and ``levels.0`` and on, the best first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Dimension", parent)
        hint = "What is rated, with a telling first word"
        self.body.addWidget(self.add_field("title", "Title", hint, lines=False)[0])
        self._levels: list[QWidget] = []

    def show_texts(self, texts: Texts) -> None:
        self._need(len(texts) - 1)
        super().show_texts(texts)

    def set_levels(self, names: tuple[str, ...]) -> None:
        """A field for each of these; what was typed into others is kept."""
        self._need(len(names))
        for number, level in enumerate(self._levels):
            level.setVisible(number < len(names))
        for number, name in enumerate(names):
            self._captions[f"levels.{number}"].setText(name)
            self._say(f"levels.{number}")

    def _need(self, count: int) -> None:
        for number in range(len(self._levels), count):
            hint = "What somebody does who earns it"
            level, _ = self.add_field(f"levels.{number}", f"Level {number + 1}", hint)
            self._levels.append(level)
            self.body.addWidget(level)


class CardColumn(QWidget):
    """Cards one below the other, numbered; what is taken out can be put back.

    It reaches `QUIET` px over both ends of its fields.

    ``typed`` goes out when anything in them is another; ``rearranged`` when cards came, went or
    moved; ``removed`` with the title of one that was taken out.
    """

    typed = Signal()
    rearranged = Signal()
    removed = Signal(str)

    def __init__(self, make: Callable[[], FormCard], most: int) -> None:
        """``make`` makes an empty card; there are ``most`` at most."""
        super().__init__()
        self._make = make
        self._most = most
        self._taken: tuple[int, Texts] | None = None
        self.cards: list[FormCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S)

    @property
    def is_full(self) -> bool:
        """Whether there are as many as a guide may have."""
        return len(self.cards) >= self._most

    def show_all(self, all_texts: list[Texts]) -> None:
        """These cards and no others."""
        for card in self.cards:
            self._take_out(card)
        self.cards = []
        for texts in all_texts[: self._most]:
            self._insert(texts, len(self.cards))
        self._arranged()

    def add(self, texts: Texts) -> FormCard:
        """One more, behind the last."""
        card = self._insert(texts, len(self.cards))
        self._arranged()
        return card

    def put_back(self) -> FormCard | None:
        """The card that was taken out last, where it was."""
        taken, self._taken = self._taken, None
        if taken is None or self.is_full:
            return None
        card = self._insert(taken[1], min(taken[0], len(self.cards)))
        self._arranged()
        return card

    @Slot(QWidget)
    def move_up(self, card: FormCard) -> None:
        """Before the one that it stands behind."""
        at = self.cards.index(card)
        if at:
            self.cards.insert(at - 1, self.cards.pop(at))
            self._column.insertWidget(at - 1, card)
            self._arranged()
            (card.up if at > 1 else card.remove).setFocus()

    @Slot(QWidget)
    def remove(self, card: FormCard) -> None:
        """Take one out; the keyboard goes to the next, or to the one before."""
        at, title = self.cards.index(card), card.title
        self._taken = at, card.texts()
        self.cards.pop(at)
        self._take_out(card)
        self._arranged()
        if self.cards:
            self.cards[min(at, len(self.cards) - 1)].fields["title"].setFocus()
        self.removed.emit(title)

    def _insert(self, texts: Texts, at: int) -> FormCard:
        card = self._make()
        card.show_texts(texts)
        card.typed.connect(self.typed)
        card.up_asked.connect(self.move_up)
        card.removal_asked.connect(self.remove)
        self.cards.insert(at, card)
        self._column.insertWidget(at, card)
        card.show()  # now: Qt shows it a moment later, when the keyboard has passed it already
        return card

    def _take_out(self, card: FormCard) -> None:
        self._column.removeWidget(card)
        card.hide()
        card.setParent(None)  # at once out of where the keyboard goes
        card.deleteLater()

    def _arranged(self) -> None:
        for number, card in enumerate(self.cards, start=1):
            card.set_number(number)
        self.rearranged.emit()
        self.typed.emit()


def caption_over(theme: Theme, place: QWidget, caption: str, field: QWidget) -> Label:
    """Fill a place with a field under its caption; the caption."""
    label = Label(theme, caption, "small", "ink2")
    label.setBuddy(field)
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(XS)
    column.addWidget(label)
    column.addWidget(field)
    return label


def phase_texts(phase: PhaseFields) -> Texts:
    """What a card shows of a phase."""
    return {name: getattr(phase, name) for name in PhaseFields.__slots__}


def dimension_texts(dimension: DimensionFields) -> Texts:
    """What a card shows of a dimension."""
    levels = {f"levels.{n}": text for n, text in enumerate(dimension.levels)}
    return {"title": dimension.title, **levels}


def dimension_fields(texts: Texts) -> DimensionFields:
    """From the texts of a card, whose levels stand in their order."""
    title, *levels = texts.values()
    while levels and not levels[-1]:
        levels.pop()
    return DimensionFields(title, tuple(levels))


def _stop(field: LineField | TextField) -> QWidget:
    return field.edit if isinstance(field, TextField) else field
