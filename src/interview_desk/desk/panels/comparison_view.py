"""The packets of one candidate side by side, what to talk about, and what was agreed."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from interview_desk.desk.autosave import Autosave
from interview_desk.desk.panels.level_cell import LevelCell, width_of
from interview_desk.desk.theme.theme import XL, XS, L, M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import ElidedLabel, Label, SectionLabel
from interview_desk.desk.widgets.layouts import FlowRow, quiet_row
from interview_desk.desk.widgets.line_button import LineButton, StyledText
from interview_desk.desk.widgets.panel import Rule, ScrollColumn
from interview_desk.desk.widgets.text_field import TextField
from interview_desk.panel.table import OUTCOME, Cell, CellState, Column, Comparison, Row
from interview_desk.store.panels import PanelNote
from interview_desk.words import count, minutes

_READ_FIRST = "Read first, talk after"
_TITLE, _SPREAD = 150, 110
_ABREAST = 300  # design pixels for one person's reasons beside another's


class ComparisonView(ScrollColumn):
    """A row a dimension; Enter or a click opens it. Nothing in it is added up.

    ``agreed`` carries what a note is about, and its text.
    """

    agreed = Signal(str, str)

    def __init__(self, theme: Theme, written: Callable[[int], str]) -> None:
        """``written`` gives the day of a moment in UTC epoch ms, in words."""
        super().__init__(theme, "surface")
        self._theme, self._written = theme, written
        self._comparison: Comparison | None = None
        self._notes: dict[str, PanelNote] = {}
        self._saves: list[Autosave] = []
        self.rows: dict[str, LineButton] = {}
        self._details: dict[str, QWidget] = {}
        self.recommendations: TextButton | None = None
        self._is_table = True
        self._inside = QWidget()
        self._lines = QVBoxLayout(self._inside)
        self.column.addWidget(self._inside)

    def show_comparison(self, comparison: Comparison, notes: Mapping[str, PanelNote]) -> None:
        """Show another comparison, folded; the same as it was opened."""
        self.flush()
        opened = [key for key, each in self._details.items() if not each.isHidden()]
        opened = opened if comparison is self._comparison else []
        self._comparison, self._notes = comparison, dict(notes)
        self._begin_anew()
        self.rows, self._details, self._saves = {}, {}, []
        theme = self._theme
        self._lines.addWidget(Label(theme, _READ_FIRST, "label", "ink2"))
        for remark in comparison.remarks:
            self._lines.addWidget(Label(theme, remark, "small", "warn", wrap=True))
        self._is_table = self._fits(comparison)
        if self._is_table:
            self._lines.addLayout(self._table(comparison))
        else:
            self._add_stacked(comparison)
        clear_ones = sum(row.is_clear for row in comparison.rows)
        if clear_ones:
            words = f"{count(clear_ones, 'disqualifier')} that nobody observed."
            self._lines.addWidget(Label(theme, words, "body", "ink2", wrap=True))
        for words in filter(None, (comparison.foot, comparison.advice)):
            self._lines.addWidget(Label(theme, words, "body", "ink2", wrap=True))
        self._add_seen_by_one(comparison)
        if not comparison.is_case:
            self._add_recommendations(comparison)
        self._lines.addSpacing(M)
        self._lines.addWidget(SectionLabel(theme, comparison.outcome_title))
        self._lines.addWidget(self._note_field(OUTCOME, comparison.outcome_title))
        self._lines.addStretch(1)
        for key in opened:
            self._clicked(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        comparison = self._comparison
        if comparison is not None and self._fits(comparison) != self._is_table:
            self.show_comparison(comparison, self._notes)

    def _fits(self, comparison: Comparison) -> bool:
        """Whether there is room for a table; else each row has its cells below its title."""
        theme = self._theme
        width = theme.px(_TITLE) + theme.px(_SPREAD) + M + L
        for place, column in enumerate(comparison.columns):
            cells = (width_of(theme, row.cells[place]) for row in comparison.rows)
            words = " ".join((column.heading, *column.remarks)).split()
            width += max(*(theme.width("small", word) for word in words), *cells) + S
        return self.viewport().width() >= width

    def _begin_anew(self) -> None:
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = QWidget()
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(M, S, L, XL)
        self._lines.setSpacing(S)
        self.column.insertWidget(0, self._inside)  # above what the page adds

    def flush(self) -> None:
        """Save what is still being typed."""
        for each in self._saves:
            each.flush()

    def keep(self, note: PanelNote) -> None:
        """Remember what was written: the table may be laid out anew."""
        self._notes[note.about] = note

    def toggle(self, key: str) -> None:
        """Open a row, or fold it."""
        if key in self._details:
            self._details[key].setVisible(self._details[key].isHidden())

    def _add_stacked(self, comparison: Comparison) -> None:
        theme = self._theme
        for row in comparison.rows:
            if row.is_clear:
                continue
            self._lines.addWidget(Rule(theme))
            self._lines.addWidget(self._button(row))
            cells = [
                _NamedCell(theme, column.heading, cell)
                for column, cell in zip(comparison.columns, row.cells, strict=True)
            ]
            self._lines.addLayout(FlowRow(*cells, gap=S))
            self._lines.addWidget(Label(theme, f"Spread: {row.spread or '–'}", "small", "ink2"))
            if talk := self._talk(row):
                self._lines.addWidget(Label(theme, talk, "body", "warn", wrap=True))
            self._lines.addWidget(self._detail(row))

    def _button(self, row: Row) -> LineButton:
        button = LineButton(self._theme, (StyledText(row.heading),), opens=True)
        button.clicked.connect(partial(self._clicked, row.key))
        self.rows[row.key] = button
        return button

    def _detail(self, row: Row) -> QWidget:
        self._details[row.key] = detail = QWidget()
        detail.hide()
        return detail

    def _talk(self, row: Row) -> str:
        agreed = self._agreed_words(self._notes.get(row.key))
        return "\n".join(filter(None, (row.talk, agreed)))

    def _table(self, comparison: Comparison) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(XS)
        grid.setColumnStretch(0, 3)
        last = len(comparison.columns) + 1
        for number, column in enumerate(comparison.columns, 1):
            words = "\n".join((column.heading, *column.remarks))
            head = Label(self._theme, words, "small", "ink2", wrap=True)
            head.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(head, 0, number)
            grid.setColumnStretch(number, 2)
        grid.addWidget(Label(self._theme, "Spread", "small", "ink2"), 0, last)
        line = 1
        for row in comparison.rows:
            if not row.is_clear:
                line = self._add_row(grid, line, row, comparison)
        return grid

    def _add_row(self, grid: QGridLayout, line: int, row: Row, comparison: Comparison) -> int:
        theme, columns = self._theme, comparison.columns
        wide = len(columns) + 2
        grid.addWidget(Rule(theme), line, 0, 1, wide)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._button(row), line + 1, 0)
        for number, (column, cell) in enumerate(zip(columns, row.cells, strict=True), 1):
            grid.addWidget(LevelCell(theme, cell, column.heading), line + 1, number, top)
        grid.addWidget(Label(theme, row.spread or "–", "body", "ink2"), line + 1, wide - 1, top)
        if talk := self._talk(row):
            grid.addWidget(Label(theme, talk, "body", "warn", wrap=True), line + 2, 0, 1, wide)
        grid.addWidget(self._detail(row), line + 3, 0, 1, wide)
        return line + 4

    def _agreed_words(self, note: PanelNote | None) -> str:
        if note is None or self._comparison is None:
            return ""
        lead = self._comparison.agreed_title.removesuffix("?")
        return f"{lead}: {note.text} ({self._written(note.written_ms)})"

    @Slot()
    def _clicked(self, key: str, *_checked: object) -> None:
        detail = self._details[key]
        if detail.layout() is None:
            self._fill(detail, key)
        self.toggle(key)

    def _fill(self, detail: QWidget, key: str) -> None:
        """The reasons and the evidence of each person side by side, and the note."""
        comparison = self._comparison
        if comparison is None:
            return
        row = next(each for each in comparison.rows if each.key == key)
        around = QVBoxLayout(detail)
        around.setContentsMargins(L, XS, 0, M)
        abreast = max(1, self.viewport().width() // self._theme.px(_ABREAST))
        grid = QGridLayout()
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(M)
        pairs = [each for each in zip(comparison.columns, row.cells, strict=True) if _says(each[1])]
        for number, (column, cell) in enumerate(pairs):
            spot = divmod(number, abreast)
            grid.addLayout(self._person(column, cell), *spot, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(spot[1], 1)
        around.addLayout(grid)
        around.addWidget(SectionLabel(self._theme, comparison.agreed_title))
        around.addWidget(self._note_field(key, f"{comparison.agreed_title}: {row.title}"))

    def _person(self, column: Column, cell: Cell) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(XS)
        theme = self._theme
        lines.addWidget(Label(theme, column.heading, "strong"))
        meaning = f"{cell.words}: {cell.meaning}" if cell.meaning else cell.words
        lines.addWidget(Label(theme, meaning, "body", "ink2", wrap=True))
        if cell.reason.strip():
            lines.addWidget(Label(theme, cell.reason.strip(), wrap=True))
        if cell.amended:
            lines.addWidget(Label(theme, f"Amended: {cell.amended}", "small", "warn", wrap=True))
        for each in cell.evidence:
            words = each.indicator.brief if each.indicator is not None else each.text
            glyph = each.kind.glyph
            line = f"{minutes(each.elapsed_ms)}, phase {each.phase}  {glyph} {words}"
            lines.addWidget(Label(theme, line, wrap=True))
        lines.addStretch(1)
        return lines

    def _note_field(self, about: str, name: str) -> TextField:
        field = TextField(self._theme, name, "", max_lines=6)
        note = self._notes.get(about)
        field.set_text(note.text if note else "")
        save = Autosave(lambda: self.agreed.emit(about, field.text()), field)
        field.changed.connect(save.touch)
        self._saves.append(save)
        return field

    def _add_seen_by_one(self, comparison: Comparison) -> None:
        if not comparison.seen_by_one:
            return
        self._lines.addSpacing(M)
        self._lines.addWidget(SectionLabel(self._theme, "Seen by one of you only"))
        for seen in comparison.seen_by_one:
            aside = ", ".join(filter(None, (seen.person.name, seen.about, seen.phase)))
            lock = "private: " if seen.private else ""
            words = f"{seen.time}  {seen.kind.glyph} {lock}{seen.text}  ({aside})"
            self._lines.addWidget(Label(self._theme, words, wrap=True))

    def _add_recommendations(self, comparison: Comparison) -> None:
        self._lines.addSpacing(M)
        self._lines.addWidget(SectionLabel(self._theme, "Recommendations"))
        given = zip(comparison.columns, comparison.recommendations, strict=True)
        lines = [f"{column.heading}: {words}" for column, words in given if words]
        if not lines:
            self._lines.addWidget(Label(self._theme, "None was given.", "body", "ink2"))
            return
        told = Label(self._theme, "\n".join(lines), wrap=True)
        told.hide()
        show = TextButton(self._theme, f"{comparison.given} given. Show", ButtonKind.QUIET)
        show.clicked.connect(partial(_turn, told))
        self._lines.addLayout(quiet_row(self._theme, show))
        self._lines.addWidget(told)
        self.recommendations = show


class _NamedCell(QWidget):
    """A cell with its person's name over it."""

    def __init__(self, theme: Theme, who: str, cell: Cell) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        name = ElidedLabel(theme, who, "small", "ink2")
        name.setMaximumWidth(width_of(theme, cell))
        column.addWidget(name)
        column.addWidget(LevelCell(theme, cell, who))


def _turn(told: QWidget, *_checked: object) -> None:
    told.setVisible(told.isHidden())


def _says(cell: Cell) -> bool:
    return bool(
        cell.meaning or cell.reason or cell.evidence or cell.state is not CellState.NOT_RATED
    )
