"""The evidence for one dimension, to be read beside the levels."""

from PySide6.QtCore import QSignalMapper, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.score.line_button import LineButton, Mark, Run, lines_in
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.clear_layout import clear
from interview_desk.interview.evidence import Evidence
from interview_desk.words import count, minutes

_TIME_WIDTH = 46


class EvidenceList(QWidget):
    """Notes and sightings by time. ``opened`` carries the id of the note that was clicked."""

    opened = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Evidence, ...] = ()
        self._mapper = QSignalMapper(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._mapper.mappedInt.connect(self.opened)

    @property
    def lines(self) -> tuple[LineButton, ...]:
        """The lines on show, by time."""
        return tuple(lines_in(self._column))

    def show_evidence(self, evidence: tuple[Evidence, ...]) -> None:
        """Show exactly this; nothing is touched if it is the same."""
        if evidence == self._shown:
            return
        self._shown = evidence
        clear(self._column)
        for each in evidence:
            self._column.addWidget(self._line(each))

    def _line(self, each: Evidence) -> LineButton:
        line = evidence_line(self._theme, each)
        if each.note is not None:
            self._mapper.setMapping(line, each.note.id)
            line.clicked.connect(self._mapper.map)
        return line


def evidence_line(theme: Theme, each: Evidence) -> LineButton:
    """One note or sighting with its time, its mark and where it comes from."""
    time = Run(minutes(each.elapsed_ms), "ink2", "mono-figures")
    return LineButton(
        theme,
        (Run(each.indicator.brief if each.indicator else each.text), Run(_origin(each), "ink3")),
        _mark(each),
        lead=time,
        lead_width=_TIME_WIDTH,
        opens=each.note is not None,
    )


def evidence_count(evidence: tuple[Evidence, ...]) -> str:
    """How much there is: ``3 notes, 2 sightings``; empty for nothing."""
    notes = sum(each.note is not None for each in evidence)
    parts = [(notes, "note"), (len(evidence) - notes, "sighting")]
    return ", ".join(count(number, noun) for number, noun in parts if number)


def _mark(each: Evidence) -> Mark:
    if each.indicator is not None:
        return Mark("", each.kind.tone or "ink2", "seen", boxed=True)
    return Mark(each.kind.glyph, each.kind.tone or "ink2", each.kind.word)


def _origin(each: Evidence) -> str:
    if each.indicator is not None:
        phase = f", Phase {each.phase}" if each.phase else ""
        return f"{each.indicator.kind}{phase}"
    return "private" if each.note is not None and each.note.private else ""
