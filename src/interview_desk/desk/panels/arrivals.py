"""Packets that are dropped or chosen: read apart from the window, and kept in their panels."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.file_reading import FileReading
from interview_desk.errors import UserError
from interview_desk.interview.origin import Origin
from interview_desk.interview.records import Setup
from interview_desk.limited_process import Cancellation
from interview_desk.panel.candidates import group_key, is_nobody, may_be_one
from interview_desk.panel.packets import PanelPacket
from interview_desk.report.incoming import read_packet_bytes
from interview_desk.store.panels import MOST_PACKETS, ArrivedPacket, PanelRow


class Arrivals(QObject):
    """Keeps each packet in the panel of its candidate and role, byte for byte.

    ``kept`` carries the row of the panel, and what is said of it; ``refused`` why one was not.
    """

    kept = Signal(int, str)
    refused = Signal(str)

    def __init__(self, desk: Desk, page: QWidget, banner: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._reading = FileReading(desk.theme, page, banner)
        self.shown: PanelRow | None = None  # what names nobody is placed there, by hand

    def take(self, paths: Iterable[Path]) -> None:
        """Read these files and keep what they carry."""
        for path in paths:
            self._reading.read(path, _read, self._keep, self._refuse)

    def keep(self, data: bytes, source: str) -> None:
        """Keep a packet that was read already."""
        self._keep((PanelPacket.of(data, source), data))

    def _keep(self, found: tuple[PanelPacket, bytes]) -> None:
        packet, data = found
        try:
            self._place(packet, data)
        except UserError as error:
            self._refuse(error)

    def _place(self, packet: PanelPacket, data: bytes) -> None:
        setup, store = packet.interview.setup, self._desk.store
        row = store.find(packet.interview.uid)
        if row is not None and store.origin(row) is Origin.OWN:
            self.refused.emit(f"{packet.source} is your own interview: the panel has it already.")
            return
        now_ms = self._desk.clock.now().wall_ms
        panel = self._panel_for(setup)
        near = self._near(setup) if panel is None else ""
        if panel is None:
            uid = self._desk.new_uid()
            number = store.panels.create(uid, setup.candidate, setup.role, now_ms)
        elif panel.packets >= MOST_PACKETS:
            self.refused.emit(f"A panel has {MOST_PACKETS} packets at most.")
            return
        else:
            number = panel.row
        arrived = ArrivedPacket(packet.interview.uid, setup.candidate, packet.source, data)
        new = store.panels.add(number, arrived, now_ms)
        said = f"{packet.source} is kept." if new else f"{packet.source}: already here."
        self.kept.emit(number, f"{said} {near}".strip())

    def _panel_for(self, setup: Setup) -> PanelRow | None:
        if is_nobody(setup.candidate):
            return self.shown
        key = group_key(setup.candidate, setup.role)
        panels = self._desk.store.panels.list()
        return next((each for each in panels if group_key(each.candidate, each.role) == key), None)

    def _near(self, setup: Setup) -> str:
        for each in self._desk.store.panels.list():
            if may_be_one(setup, Setup(candidate=each.candidate, role=each.role)):
                return (
                    f"“{each.candidate}” and “{setup.candidate}” may be one person: they are kept "
                    "apart."
                )
        return ""

    def _refuse(self, error: UserError) -> None:
        self.refused.emit(str(error))


def _read(path: Path, cancellation: Cancellation) -> tuple[PanelPacket, bytes]:
    """In a thread: the packet in the file, and its bytes. Raises UserError."""
    data = read_packet_bytes(path, cancellation=cancellation)
    return PanelPacket.of(data, path.name), data
