"""What one person says of one dimension: the level on its ground, and what it stands on."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import ColourName, Tone
from interview_desk.desk.widgets.painted import Painted, rounded
from interview_desk.desk.widgets.text_painting import draw_line
from interview_desk.panel.table import Cell, CellState

_CHIP, _UNDER, _LEAST, _MOST = 24, 18, 84, 180


class LevelCell(Painted, QWidget):
    """The level in its guide's words; dashed where there was not enough evidence to rate."""

    def __init__(self, theme: Theme, cell: Cell, who: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._cell = cell
        self._words, self._under = _lines(cell)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(filter(None, (who, self._words, self._under))))
        self.setToolTip(f"{who}\n{cell.words}\n{self._under}".strip())

    def sizeHint(self) -> QSize:
        px = self._theme.px
        return QSize(width_of(self._theme, self._cell), px(_CHIP) + px(_UNDER))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def draw(self, painter: QPainter) -> None:
        theme, cell = self._theme, self._cell
        chip = QRect(0, 0, self.width(), theme.px(_CHIP))
        tone, ground = _look(cell)
        if ground is not None:
            rounded(painter, chip, theme.px(4), theme.colour(ground))
        elif cell.state is CellState.NOT_ENOUGH:
            painter.setPen(QPen(theme.colour("ink3"), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(chip.adjusted(0, 0, -1, -1), theme.px(4), theme.px(4))
        painter.setFont(theme.font("strong" if ground is not None else "body"))
        painter.setPen(theme.colour(tone))
        inner = chip.adjusted(theme.px(4), 0, -theme.px(4), 0)
        draw_line(painter, inner, self._words, self, Qt.AlignmentFlag.AlignHCenter)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink2"))
        under = QRect(0, chip.bottom() + 1, self.width(), theme.px(_UNDER))
        draw_line(painter, under, self._under, self, Qt.AlignmentFlag.AlignHCenter)


def width_of(theme: Theme, cell: Cell) -> int:
    """How wide it would like to be, in pixels."""
    words, under = _lines(cell)
    chip = theme.width("strong", words) + theme.px(10)
    wide = max(theme.px(_LEAST), chip, theme.width("small", under))
    return min(wide, theme.px(_MOST))


def _lines(cell: Cell) -> tuple[str, str]:
    """What stands on the chip, and under it; "Not enough evidence" takes both lines."""
    lacks = cell.state is CellState.NOT_ENOUGH
    words, more = ("Not enough", "evidence") if lacks else (cell.words, "")
    draft, amended = "draft" if cell.is_draft else "", "amended" if cell.amended else ""
    return words, ", ".join(filter(None, (more, cell.pieces, cell.match.value, draft, amended)))


def _look(cell: Cell) -> tuple[Tone, ColourName | None]:
    """The colour of the words and of their ground. The words alone say it all."""
    if cell.state is CellState.OBSERVED:
        return "bad", "badbg"
    if cell.state is not CellState.RATED:
        return "ink2", None
    if cell.height == cell.steps > 1:
        return "good", "goodbg"
    return ("bad", "badbg") if cell.height == 1 < cell.steps else ("accent", "accentbg")
