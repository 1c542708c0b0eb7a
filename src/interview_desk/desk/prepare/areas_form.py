"""The areas to go deep in, chosen before the interview."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.theme.theme import XS, Theme
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.section_label import SectionLabel
from interview_desk.guide.model import Guide

_FEWEST, _MOST = 2, 3  # what an interview of an hour has time for


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
