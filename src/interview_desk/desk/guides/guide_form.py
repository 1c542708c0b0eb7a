"""A guide from nothing: a form on one side, the text that is written from it on the other."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.autosave import Autosave
from interview_desk.desk.guides.form_cards import (
    CardColumn,
    DimensionCard,
    FormCard,
    PhaseCard,
    caption_over,
    dimension_fields,
    dimension_texts,
    phase_texts,
)
from interview_desk.desk.guides.row_menu import RowMenu
from interview_desk.desk.guides.source_edit import SourceEdit
from interview_desk.desk.theme.theme import XL, M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.fields import LineField
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.layouts import QUIET, FlowRow, overhang, quiet_row
from interview_desk.desk.widgets.panel import Rule, ScrollColumn
from interview_desk.desk.widgets.tabs import Tabs
from interview_desk.guide.form import (
    Gap,
    GuideFields,
    PhaseFields,
    Written,
    example_row,
    names_in,
    write_guide,
)
from interview_desk.guide.model import (
    FEWEST_LEVELS,
    MOST_DIMENSIONS,
    MOST_LEVELS,
    MOST_PHASES,
    Dimension,
    Guide,
)
from interview_desk.words import count

_ABREAST, _PAUSE_MS = 720, 150
_LONGEST = 240  # characters
_NO_RUBRIC = "no rubric: nobody is rated"
_RATED = "One row for each thing you rate. Without any there is no rubric, and nobody is rated."


class GuideForm(QWidget):
    """Writes the guide as one types. ``typed`` goes out soon after, ``dropped`` on Escape."""

    typed = Signal()
    dropped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._examples: list[Guide] = []
        self._emptied: GuideFields | None = None
        self._removed_from: CardColumn | None = None
        self.written: Written = write_guide(GuideFields())
        self.title = LineField(theme, "Title of the guide", "Back-end interview, senior")
        self.levels = LineField(theme, "Levels, best first, with commas between")
        self.scale = LineField(
            theme, "Steps of the recommendation, best first", "Strong hire, Hire, No, Strong no"
        )
        self.phases = CardColumn(self._new_phase, MOST_PHASES)
        self.dimensions = CardColumn(self._new_dimension, MOST_DIMENSIONS)
        self.add_phase = TextButton(theme, "Add a phase")
        self.add_dimension = TextButton(theme, "Add a dimension")
        self.example = TextButton(theme, "Start from a rubric row…")
        self.put_back = TextButton(theme, "Put back", ButtonKind.QUIET)
        self.empty = TextButton(theme, "Empty the form", ButtonKind.QUIET)
        self.standing = Label(theme, "", "small-strong", wrap=True)
        self.tabs = Tabs(theme, "Form or text")
        self.source = SourceEdit(theme)
        self.source.setReadOnly(True)
        self._writing = Autosave(self._write, self, _PAUSE_MS)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.title)
        self.show_fields(GuideFields())

    def fields(self) -> GuideFields:
        """What was typed."""
        return GuideFields(
            self.title.text(),
            self.levels.text(),
            self.scale.text(),
            tuple(PhaseFields(**card.texts()) for card in self.phases.cards),
            tuple(dimension_fields(card.texts()) for card in self.dimensions.cards),
        )

    def show_fields(self, fields: GuideFields) -> None:
        """Show a form as it was typed before."""
        self.title.setText(fields.title)
        self.levels.setText(fields.levels)
        self.scale.setText(fields.scale)
        self.phases.show_all([phase_texts(phase) for phase in fields.phases])
        self.dimensions.show_all([dimension_texts(each) for each in fields.dimensions])
        self._write()

    def set_examples(self, guides: Sequence[Guide]) -> None:
        """The guides whose rows one can start from."""
        self._examples = [guide for guide in guides if guide.dimensions]
        self.example.setVisible(bool(self._examples))

    def flush(self) -> None:
        """Write at once what was typed."""
        self._writing.flush()

    def go_to(self, gap: Gap) -> None:
        """Put the keyboard where something is missing."""
        self.tabs.setCurrentIndex(0)
        field: QWidget
        if gap.phase is not None:
            if not self.phases.cards:
                self.phases.add({})
            field = self.phases.cards[gap.phase].fields[gap.field]
        elif gap.dimension is not None:
            field = self.dimensions.cards[gap.dimension].fields[gap.field]
        else:
            field = {"levels": self.levels, "scale": self.scale}.get(gap.field, self.title)
        field.setFocus()

    @Slot(object)
    def start_from(self, dimension: Dimension) -> None:
        """A row of another guide in place of a blank one, or behind the last.

        The first row brings the names of its levels with it.
        """
        rows = [(card, dimension_fields(card.texts())) for card in self.dimensions.cards]
        if all(fields.is_blank for _, fields in rows):
            self.levels.setText(", ".join(level.name for level in dimension.levels))
        row = dimension_texts(example_row(dimension, max(FEWEST_LEVELS, len(self._names()))))
        blank = next((card for card, fields in rows if fields.is_blank), None)
        if blank is not None:
            blank.show_texts(row)
            self._fit_levels()
        elif not self.dimensions.is_full:
            blank = self.dimensions.add(row)
        if blank is not None:
            self._see(blank)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _write(self) -> None:
        """The text as the form has it now, scrolled to what is new in it."""
        old, fields = self.written.text, self.fields()
        self.written = written = write_guide(fields)
        if written.text != self.source.toPlainText():
            self.source.setPlainText(written.text)
            pairs = zip(old.split("\n"), written.text.split("\n"), strict=False)
            same = next((n for n, (one, other) in enumerate(pairs) if one != other), 0)
            self.source.go_to_line(same + 1)
        if written.guide is None:
            rest = len(written.gaps) - 1
            more = f", and {rest} more" if rest else ""
            self.standing.setText(f"Missing: {written.gaps[0].words}{more}")
        else:
            guide = written.guide
            rated = count(len(guide.dimensions), "dimension") if guide.dimensions else _NO_RUBRIC
            phases = count(len(guide.phases), "phase")
            self.standing.setText(f"{phases} · {guide.minutes} minutes · {rated}")
        self.standing.set_tone("good" if written.guide else "warn")
        self.typed.emit()

    # Parts coming and going

    @Slot()
    def _add_phase(self) -> None:
        self._see(self.phases.add({}))

    @Slot()
    def _add_dimension(self) -> None:
        self._see(self.dimensions.add({}))

    @Slot()
    def _choose_example(self) -> None:
        menu = RowMenu(self._theme, self._examples, self)
        menu.picked.connect(self.start_from)
        menu.popup(self.example.mapToGlobal(self.example.rect().bottomLeft()))

    @Slot(str)
    def _tell_removed(self, title: str) -> None:
        column = self.sender()
        self._removed_from = column if isinstance(column, CardColumn) else None
        self._emptied = None
        self._offer(title)

    @Slot()
    def _empty(self) -> None:
        self._emptied = self.fields()
        self.show_fields(GuideFields())
        self._offer("the whole form")
        self.title.setFocus()

    def _offer(self, title: str) -> None:
        self.put_back.set_text(f"Put back {title}")
        self.put_back.show()

    @Slot()
    def _put_back(self) -> None:
        self.put_back.hide()
        if self._emptied is not None:
            self.show_fields(self._emptied)
            self.title.setFocus()
        elif self._removed_from is not None:
            card = self._removed_from.put_back()
            if card is not None:
                self._see(card)

    def _see(self, card: FormCard) -> None:
        card.fields["title"].setFocus()
        self._side.ensureWidgetVisible(card)
        self._side.ensureWidgetVisible(card.fields["title"])

    @Slot(QWidget, QWidget)
    def _follow(self, _left: QWidget | None, entered: QWidget | None) -> None:
        """What has the keyboard is in sight, from wherever it came."""
        if entered is not None and self._side.isAncestorOf(entered):
            # A card that has just come has its height only then.
            self._side.column.activate()
            if (content := self._side.widget()) is not None:
                content.adjustSize()
            self._side.ensureWidgetVisible(entered)

    def _new_phase(self) -> FormCard:
        return PhaseCard(self._theme)

    def _new_dimension(self) -> FormCard:
        return DimensionCard(self._theme)

    def _names(self) -> tuple[str, ...]:
        return names_in(self.levels.text())[:MOST_LEVELS]

    @Slot()
    def _fit_levels(self) -> None:
        """A field for each level in every row."""
        for card in self.dimensions.cards:
            if isinstance(card, DimensionCard):
                card.set_levels(self._names())
        self._chain()

    @Slot()
    def _chain(self) -> None:
        """The keyboard goes through the form as it is read."""
        self.add_phase.setEnabled(not self.phases.is_full)
        self.add_dimension.setEnabled(not self.dimensions.is_full)
        stops = [
            self.title,
            *(stop for card in self.phases.cards for stop in card.stops()),
            self.add_phase,
            self.levels,
            *(stop for card in self.dimensions.cards for stop in card.stops()),
            *(self.add_dimension, self.example, self.scale, self.put_back, self.empty, self.source),
        ]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    @Slot()
    def _arrange(self) -> None:
        abreast = self.width() >= self._theme.px(_ABREAST)
        self.tabs.setVisible(not abreast)
        first = self.tabs.currentIndex() == 0
        self._side.setVisible(abreast or first)
        self.source.setVisible(abreast or not first)

    def _connect(self) -> None:
        for field in (self.title, self.levels, self.scale):
            field.setMaxLength(_LONGEST)
            field.textChanged.connect(self._writing.touch)
        self.levels.textChanged.connect(self._fit_levels)
        for column, arrange in ((self.phases, self._chain), (self.dimensions, self._fit_levels)):
            column.typed.connect(self._writing.touch)
            column.rearranged.connect(arrange)
            column.removed.connect(self._tell_removed)
        self.add_phase.clicked.connect(self._add_phase)
        self.add_dimension.clicked.connect(self._add_dimension)
        self.example.clicked.connect(self._choose_example)
        self.put_back.clicked.connect(self._put_back)
        self.empty.clicked.connect(self._empty)
        self.tabs.currentChanged.connect(self._arrange)
        self._theme.changed.connect(self._arrange)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.dropped)

    def _lay_out(self) -> None:
        theme = self._theme
        self._side = ScrollColumn(theme)
        column = self._side.column
        column.setContentsMargins(M, 0, M, XL)
        column.setSpacing(M)
        for part in (
            self._captioned("Title of the guide", self.title),
            self._heading("Phases"),
            overhang(self.phases, theme.px(QUIET)),
            FlowRow(self.add_phase),
            Rule(theme),
            self._heading("Rubric"),
            Label(theme, _RATED, "small", "ink2", wrap=True),
            self._captioned("Levels, best first, with commas between", self.levels),
            overhang(self.dimensions, theme.px(QUIET)),
            FlowRow(self.add_dimension, self.example, gap=S),
            Rule(theme),
            self._captioned("Steps of the recommendation, best first", self.scale),
            quiet_row(theme, self.put_back, self.empty),
        ):
            column.addWidget(part) if isinstance(part, QWidget) else column.addLayout(part)
        column.addStretch(1)
        self.put_back.hide()
        self.example.hide()
        self.tabs.set_tabs(["Form", "Text"])
        sides = QHBoxLayout()
        sides.setSpacing(M)
        sides.addWidget(self._side, 3)
        sides.addWidget(self.source, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(S)
        self.standing.setContentsMargins(M, 0, M, 0)
        whole.addWidget(self.standing)
        whole.addWidget(self.tabs)
        whole.addLayout(sides, 1)

    def _heading(self, text: str) -> Label:
        return Label(self._theme, text, "strong")

    def _captioned(self, caption: str, field: LineField) -> QWidget:
        place = QWidget()
        caption_over(self._theme, place, caption, field)
        return place
