"""The packets of the panel on show: what each is called, which count, and what may be one person's.

Nothing is chosen for the user that could be wrong: a draft stays hidden, two versions are told of,
and near names are kept apart, until they say otherwise here.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.panels.opened_panel import ListedPacket, OpenedPanel
from interview_desk.desk.theme.theme import L, M, S
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.confirmation import Confirmation
from interview_desk.desk.widgets.fields import LineField
from interview_desk.desk.widgets.label import Label, SectionLabel
from interview_desk.desk.widgets.layouts import QUIET, quiet_row
from interview_desk.errors import UserError
from interview_desk.store.panels import PacketChoice, PanelRow
from interview_desk.words import day

_LONGEST_NAME = 80
_TAKES_OUT = "{} is taken out of the panel. Its file stays where it is."


class PacketList(QWidget):
    """``changed`` tells that something was chosen, ``refused`` why it could not be."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._panel: PanelRow | None = None
        self._going: ListedPacket | None = None
        self.question = Confirmation(desk.theme)
        self.buttons: dict[tuple[int, str], TextButton] = {}
        self.fields: dict[int, LineField] = {}
        whole = QVBoxLayout(self)
        edge = desk.theme.px(QUIET)  # of the words of a quiet button, which reach over it
        whole.setContentsMargins(M - edge, 0, L, L)
        whole.setSpacing(S)
        whole.addLayout(_indented(SectionLabel(desk.theme, "Packets"), edge))
        whole.addWidget(self.question)
        self._inside = QWidget()
        self._lines = QVBoxLayout(self._inside)
        self._whole = whole
        whole.addWidget(self._inside)
        self.question.agreed.connect(self._take_out)

    def show_panel(self, opened: OpenedPanel) -> None:
        """Show the packets of another panel, or what became of these."""
        self._panel = opened.panel
        self.question.hide()
        self._begin_anew()
        self.buttons, self.fields = {}, {}
        for each in opened.near:
            self._add_near(each)
        for packet in opened.listed:
            self._add(packet)
        self.setVisible(bool(opened.listed))

    def _begin_anew(self) -> None:
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = QWidget()
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(self._desk.theme.px(QUIET), 0, 0, 0)
        self._lines.setSpacing(S)
        self._whole.addWidget(self._inside)

    def _add(self, packet: ListedPacket) -> None:
        theme = self._desk.theme
        came = f"{packet.source}, came {day(packet.arrived_ms, self._desk.zone)}"
        words = ". ".join((f"{packet.name}: {came}", *packet.remarks))
        self._lines.addWidget(Label(theme, words, wrap=True))
        if packet.is_unnamed:
            self._lines.addWidget(self._name_field(packet))
        buttons = []
        if not packet.is_finished:
            drafted = packet.choice == PacketChoice.DRAFT
            choice = PacketChoice.NONE if drafted else PacketChoice.DRAFT
            word = "Hide it again" if drafted else "Include anyway, as a draft"
            buttons.append(self._button(packet, word, partial(self._choose, packet, choice)))
        if packet.has_rival and not packet.counts:
            choose = partial(self._choose, packet, PacketChoice.FIRST)
            buttons.append(self._button(packet, "Compare this version", choose))
        buttons.append(self._button(packet, "Take out…", partial(self._ask, packet)))
        self._lines.addLayout(quiet_row(theme, *buttons))

    def _add_near(self, other: PanelRow) -> None:
        theme, panel = self._desk.theme, self._panel
        if panel is None:
            return
        both = " and ".join(f"“{', '.join(filter(None, each.about))}”" for each in (panel, other))
        self._lines.addWidget(Label(theme, f"{both}: same person? They are kept apart.", wrap=True))
        button = TextButton(theme, "Put them together", ButtonKind.QUIET)
        button.clicked.connect(partial(self._join, other))
        self.buttons[other.row, "Put them together"] = button
        self._lines.addLayout(quiet_row(theme, button))

    def _button(self, packet: ListedPacket, word: str, work: Callable[..., object]) -> TextButton:
        button = TextButton(self._desk.theme, word, ButtonKind.QUIET)
        button.setAccessibleName(f"{word.rstrip('…')}: {packet.name}")
        button.clicked.connect(work)
        self.buttons[packet.row, word] = button
        return button

    def _name_field(self, packet: ListedPacket) -> LineField:
        field = LineField(self._desk.theme, f"Name for {packet.source}", "Who sent it? (Enter)")
        field.setMaxLength(_LONGEST_NAME)
        field.setText(packet.label)
        field.returnPressed.connect(partial(self._label, packet))
        self.fields[packet.row] = field
        return field

    def _label(self, packet: ListedPacket) -> None:
        words = " ".join(self.fields[packet.row].text().split())
        self._do(lambda panel: self._desk.store.panels.label(panel, packet.row, words))

    def _choose(self, packet: ListedPacket, choice: PacketChoice, *_checked: object) -> None:
        self._do(lambda panel: self._desk.store.panels.choose(panel, packet.row, choice))

    def _join(self, other: PanelRow, *_checked: object) -> None:
        self._do(lambda panel: self._desk.store.panels.join(panel, other.row))

    def _ask(self, packet: ListedPacket, *_checked: object) -> None:
        self._going = packet
        self.question.ask(_TAKES_OUT.format(packet.name), "Take out")

    @Slot()
    def _take_out(self) -> None:
        packet = self._going
        if packet is not None:
            self._do(lambda panel: self._desk.store.panels.remove_packet(panel, packet.row))

    def _do(self, work: Callable[[int], object]) -> None:
        if self._panel is None:
            return
        try:
            work(self._panel.row)
        except UserError as error:
            self.refused.emit(str(error))
            return
        self.changed.emit()


def _indented(words: QWidget, by: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(by, 0, 0, 0)
    row.addWidget(words)
    return row
