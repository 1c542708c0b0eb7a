"""Writing a guide: its Markdown, what is wrong in it, and how it reads, side by side."""

import time
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.autosave import Autosave
from interview_desk.desk.guides.guide_view import ReadingView
from interview_desk.desk.guides.source_edit import SourceEdit
from interview_desk.desk.theme.theme import M, S, Theme
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.nav_list import NavList, NavRow
from interview_desk.desk.widgets.panel import Panel, Rule, ScrollColumn
from interview_desk.guide.faults import Fault, GuideError
from interview_desk.guide.model import Guide
from interview_desk.guide.parse.reader import read_guide
from interview_desk.guide.render.document import book_of
from interview_desk.words import count

_CHECK_MS, _PATIENCE = 250, 4
_FAULTS, _ABREAST = 150, 860


@dataclass(frozen=True, slots=True)
class _Checked:
    """A guide without faults, or faults without a guide."""

    guide: Guide | None
    faults: tuple[Fault, ...] = ()

    def by_line(self) -> dict[int, str]:
        """What is wrong in each line, counted from 1; what concerns the whole is at line 1."""
        lines: dict[int, str] = {}
        for fault in self.faults:
            number = fault.line or 1
            said = f"{fault.message}. {fault.remedy}"
            lines[number] = f"{lines[number]}\n{said}" if number in lines else said
        return lines


def _check_source(text: str) -> _Checked:
    """The text read as a guide."""
    try:
        return _Checked(read_guide(text))
    except GuideError as error:
        return _Checked(None, error.faults)


class GuideEditor(QWidget):
    """Checks while one writes. ``save_asked`` carries the text, soon after it was typed."""

    save_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.source = SourceEdit(theme)
        self.faults = NavList(theme, "Faults", lines=3)
        self.standing = Label(theme, "", "small-strong", wrap=True)
        self.preview = ReadingView(theme, "Preview of the guide", "bg")
        self.checked: _Checked | None = None
        self._loading = False
        self._autosave = Autosave(self._save, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_CHECK_MS)
        self._lay_out()
        self.setFocusProxy(self.source)
        self.source.textChanged.connect(self._type)
        self.source.asked.connect(self._mark_fault)
        self.faults.chosen.connect(self._jump)
        self.faults.itemClicked.connect(self._jump_again)
        self._timer.timeout.connect(self._check)

    def edit(self, text: str) -> None:
        """Begin to edit a text."""
        self._loading = True
        self.source.setPlainText(text)
        self._loading = False
        self._check()

    def text(self) -> str:
        """What is there now."""
        return self.source.toPlainText()

    def flush(self) -> None:
        """Save at once what was typed."""
        self._autosave.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._preview_side.setVisible(self.width() >= self._theme.px(_ABREAST))

    @Slot()
    def _type(self) -> None:
        if not self._loading:
            self._autosave.touch()
            self._timer.start()

    def _save(self) -> None:
        self.save_asked.emit(self.text())

    @Slot()
    def _check(self) -> None:
        began = time.perf_counter()
        self.checked = _check_source(self.text())
        if self.checked.guide:
            self.preview.show_blocks(book_of(self.checked.guide))
        # A guide that takes long to read is checked the less often for it.
        took = round((time.perf_counter() - began) * 1000)
        self._timer.setInterval(max(_CHECK_MS, _PATIENCE * took))
        self._show_faults(self.checked)

    def _show_faults(self, checked: _Checked) -> None:
        self.source.set_faults(checked.by_line())
        self.faults.set_rows(
            [
                NavRow(
                    _key(number, fault.line or 1),
                    f"{fault.message}. {fault.remedy}",
                    status=f"line {fault.line}" if fault.line else "",
                    tone="bad",
                )
                for number, fault in enumerate(checked.faults)
            ]
        )
        self._fault_area.setVisible(bool(checked.faults))
        if checked.faults:
            found = count(len(checked.faults), "fault")
            self.standing.setText(f"{found}: new interviews cannot use this guide yet")
        else:
            self.standing.setText("No faults: new interviews use the guide as it stands here")
        self.standing.set_tone("bad" if checked.faults else "good")

    @Slot(int)
    def _mark_fault(self, line: int) -> None:
        """A fault was clicked in the margin."""
        lines = [fault.line or 1 for fault in self.checked.faults] if self.checked else []
        if line in lines:
            self.faults.set_current(_key(lines.index(line), line))

    @Slot(str)
    def _jump(self, key: str) -> None:
        self.source.go_to_line(int(key.partition(":")[2]))

    @Slot()
    def _jump_again(self) -> None:
        if (key := self.faults.current()) is not None:
            self._jump(key)
            self.source.setFocus()

    def _lay_out(self) -> None:
        theme = self._theme
        self._fault_area = ScrollColumn(theme)
        self._fault_area.column.addWidget(self.faults)
        self._fault_area.column.addStretch(1)
        self._fault_area.setMaximumHeight(theme.px(_FAULTS))
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, S)
        left.setSpacing(S)
        left.addWidget(self.source, 1)
        left.addWidget(Rule(theme))
        self.standing.setContentsMargins(M, 0, M, 0)  # in line with the rows under it
        left.addWidget(self.standing)
        left.addWidget(self._fault_area)
        self._preview_side = QWidget()
        ground = Panel(theme, "bg")
        padded = QHBoxLayout(ground)
        padded.setContentsMargins(0, M, 0, 0)
        padded.addWidget(self.preview)
        side = QHBoxLayout(self._preview_side)
        side.setContentsMargins(M, 0, 0, 0)
        side.addWidget(ground)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self._preview_side, 1)


def _key(number: int, line: int) -> str:
    """The key of a fault in the list: faults of one line are told apart by their number."""
    return f"{number}:{line}"
