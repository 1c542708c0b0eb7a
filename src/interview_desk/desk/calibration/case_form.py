"""A new case: what is rated, by which guide and which of its dimensions; written down here."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.guides.form_cards import caption_over
from interview_desk.desk.settings import DEFAULT_GUIDE, INTERVIEWER
from interview_desk.desk.theme.theme import XL, M, S
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.fields import Choice, LineField
from interview_desk.desk.widgets.label import Label, SectionLabel
from interview_desk.desk.widgets.layouts import FlowRow, clear
from interview_desk.desk.widgets.panel import ScrollColumn
from interview_desk.desk.widgets.segmented import Segmented
from interview_desk.desk.widgets.text_field import TextField
from interview_desk.errors import UserError
from interview_desk.guide.model import Guide
from interview_desk.panel.case import (
    Case,
    CaseError,
    Material,
    MaterialKind,
    OpenCase,
    seconds_of,
    write_case,
)
from interview_desk.report.case_file import opened_case

_WIDEST = 760
_HINT = (
    "An answer in which something is good and something is not shows most. It is sent to all who "
    "rate: take names out of it, and say by what right it is passed round."
)


class CaseForm(ScrollColumn):
    """``made`` carries the case, ready to be rated; ``left`` tells that none is wanted."""

    made = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        """Raises UserError if the guides cannot be read."""
        super().__init__(desk.theme, "surface")
        theme = desk.theme
        self._desk = desk
        self._guides = {
            each.name: each.guide
            for each in desk.guides.catalogue().entries
            if each.guide is not None and each.guide.dimensions
        }
        self.title = LineField(theme, "Title of the case", "A bed, booked twice")
        self.guide = Choice(theme, "Guide")
        self.guide.addItems([each.brief for each in self._guides.values()])
        self.dimensions: list[CheckRow] = []
        self.kind = Segmented(theme, "What is rated")
        self.kind.set_choices(["A text", "A recording"])
        self.text = TextField(theme, "The answer", "Paste it here", min_lines=6, max_lines=18)
        self.place = LineField(theme, "Where the recording is", "A folder or an address for all")
        self.start = LineField(theme, "Play it from", "0:00")
        self.end = LineField(theme, "Up to", "13:00")
        self.permission = LineField(theme, "By what right", "invented, or who agreed and when")
        self.due = LineField(theme, "To be answered by", "2026-12-04")
        self.instructions = TextField(theme, "What to say to those who rate", max_lines=6)
        self.told = Label(theme, "", "small-strong", "warn", wrap=True)
        self.make_button = TextButton(theme, "Rate it yourself", ButtonKind.PRIMARY)
        self.leave_button = TextButton(theme, "Cancel", ButtonKind.QUIET, "Esc")
        self._asked = QWidget()
        self._rows = QVBoxLayout(self._asked)
        self._plays = (QWidget(), QWidget(), QWidget())
        self._written = QWidget()
        self._lay_out()
        self._connect()
        names = [*self._guides]
        usual = desk.settings.get(DEFAULT_GUIDE)
        self.guide.setCurrentIndex(names.index(usual) if usual in names else 0)
        self.kind.set_current(0)
        self._show_dimensions()
        self._show_kind(0)
        self.setFocusProxy(self.title)

    def case(self) -> OpenCase:
        """What the form says, as whoever gets it will read it.

        Raises CaseError, in words, for what is missing or makes no sense.
        """
        guide = self._chosen()
        asked = [n for n, row in enumerate(self.dimensions, 1) if row.isChecked()]
        case = Case(
            uid=self._desk.new_uid(),
            created_ms=self._desk.clock.now().wall_ms,
            title=self.title.text().strip(),
            leader=self._desk.settings.get(INTERVIEWER),
            guide=guide.source,
            dimensions=tuple(asked),
            material=self._material(),
            instructions=self.instructions.text().strip(),
            due=self._day(),
        )
        return opened_case(write_case(case))

    @Slot()
    def make(self) -> None:
        """Take the case as it is written down, or say what is missing."""
        try:
            case = self.case()
        except UserError as error:
            self.told.setText(str(error))
            self.told.show()
            self.ensureWidgetVisible(self.told)
            return
        self.told.hide()
        self.made.emit(case)

    def _material(self) -> Material:
        permission = self.permission.text().strip()
        if self.kind.current() == 0:
            words = self.text.text().strip()
            return Material(MaterialKind.TEXT, text=words, permission=permission)
        return Material(
            MaterialKind.RECORDING,
            where=self.place.text().strip(),
            from_s=seconds_of(self.start.text()),
            to_s=seconds_of(self.end.text()),
            permission=permission,
        )

    def _day(self) -> str:
        text = self.due.text().strip()
        try:
            return date.fromisoformat(text).isoformat() if text else ""
        except ValueError as error:
            raise CaseError("Write the day as 2026-12-04, or leave it empty.") from error

    def _chosen(self) -> Guide:
        guides = [*self._guides.values()]
        if not guides:
            raise CaseError("There is no guide with a rubric to rate by.")
        return guides[max(0, self.guide.currentIndex())]

    @Slot()
    def _show_dimensions(self) -> None:
        """Those of the guide that is chosen, all ticked."""
        clear(self._rows)
        guide = self._chosen() if self._guides else None
        self.dimensions = [
            CheckRow(self._desk.theme, each.title) for each in (guide.dimensions if guide else ())
        ]
        for row in self.dimensions:
            row.setChecked(True)
            self._rows.addWidget(row)

    @Slot(int)
    def _show_kind(self, number: int) -> None:
        self._written.setVisible(number == 0)
        for each in self._plays:
            each.setVisible(number == 1)

    def _connect(self) -> None:
        self.guide.activated.connect(self._show_dimensions)
        self.kind.chosen.connect(self._show_kind)
        self.make_button.clicked.connect(self.make)
        self.leave_button.clicked.connect(self.left)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)

    def _lay_out(self) -> None:
        theme, column = self._desk.theme, self.column
        column.setSpacing(M)
        column.addWidget(Label(theme, _HINT, "body", "ink2", wrap=True))
        self._add("Title", self.title)
        self._add("Guide", self.guide)
        column.addWidget(SectionLabel(theme, "To rate"))
        self._rows.setSpacing(0)
        self._rows.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._asked)
        column.addWidget(SectionLabel(theme, "What is rated"))
        column.addWidget(self.kind)
        self._add("The answer", self.text, self._written)
        for caption, field, place in zip(
            ("Where it is", "From (minutes and seconds)", "Up to"),
            (self.place, self.start, self.end),
            self._plays,
            strict=True,
        ):
            self._add(caption, field, place)
        self._add("By what right it is passed round", self.permission)
        self._add("To be answered by", self.due)
        self._add("What to say to those who rate", self.instructions)
        self.told.hide()
        column.addWidget(self.told)
        column.addLayout(FlowRow(self.make_button, self.leave_button, gap=S))
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spare = self.viewport().width() - M - XL - self._desk.theme.px(_WIDEST)
        self.column.setContentsMargins(M, S, XL + max(0, spare), XL)

    def _add(self, caption: str, field: QWidget, place: QWidget | None = None) -> None:
        place = place or QWidget()
        caption_over(self._desk.theme, place, caption, field)
        self.column.addWidget(place)
