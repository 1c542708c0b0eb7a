"""Packets that are dropped or chosen: read apart from the window, and kept in their panels."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.file_reading import FileReading
from interview_desk.desk.panels.placing import place
from interview_desk.errors import UserError
from interview_desk.interview.packet import PacketError
from interview_desk.limited_process import Cancellation
from interview_desk.panel.case import CaseError, OpenCase
from interview_desk.panel.packets import PanelPacket
from interview_desk.report.case_file import read_case_file
from interview_desk.report.incoming import read_packet_bytes
from interview_desk.store.panels import PanelRow


class Arrivals(QObject):
    """Keeps each packet in the panel of its candidate and role, byte for byte.

    ``kept`` carries the row of the panel, and what is said of it; ``refused`` why one was not.
    ``case_came`` carries a case that is to be rated.
    """

    kept = Signal(int, str)
    case_came = Signal(object)
    refused = Signal(str)

    def __init__(self, desk: Desk, page: QWidget, banner: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._reading = FileReading(desk.theme, page, banner)
        self.shown: PanelRow | None = None  # what names nobody is placed there, by hand

    @property
    def under_way(self) -> bool:
        """Whether a file is being read."""
        return self._reading.under_way

    def take(self, paths: Iterable[Path]) -> None:
        """Read these files and keep what they carry."""
        for path in paths:
            self._reading.read(path, _read, self._keep, self._refuse)

    def _keep(self, found: tuple[PanelPacket, bytes] | OpenCase) -> None:
        if isinstance(found, OpenCase):
            self.case_came.emit(found)
            return
        try:
            placed = place(self._desk, *found, self.shown)
        except UserError as error:
            self._refuse(error)
            return
        self.kept.emit(*placed)

    def _refuse(self, error: UserError) -> None:
        self.refused.emit(str(error))


def _read(path: Path, cancellation: Cancellation) -> tuple[PanelPacket, bytes] | OpenCase:
    """In a thread: the packet in the file, and its bytes; or a case. Raises UserError."""
    try:
        data = read_packet_bytes(path, cancellation=cancellation)
        return PanelPacket.of(data, path.name), data
    except PacketError:
        if path.suffix.casefold() != ".json":
            raise
        try:
            return read_case_file(path, cancellation)
        except CaseError:
            pass
        raise  # what is wrong with it as a packet
