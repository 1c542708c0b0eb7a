"""Beside the form: the guide, what to do before the interview, and how to open it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.theme.theme import XL, XS, L, M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.panel import Panel
from interview_desk.desk.widgets.section_label import SectionLabel
from interview_desk.desk.widgets.text_margins import quiet_row
from interview_desk.guide.model import Guide
from interview_desk.interview.interview import Interview


class Side(Panel):
    """What the guide says before an interview. ``edited`` when a checklist item is ticked."""

    edited = Signal()

    def __init__(self, theme: Theme, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg", parent)
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
        column.addWidget(Label(theme, guide.title, "strong", wrap=True))
        column.addLayout(quiet_row(theme, self.read_guide, self.change))
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
