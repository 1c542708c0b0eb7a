"""Packets and PDFs that mean harm, dropped on the panels: told in words, and nothing is changed."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from interview_desk.desk.panels.opened_panel import open_panel
from interview_desk.desk.panels.page import PanelsPage
from interview_desk.desk.panels.placing import place
from interview_desk.errors import UserError
from interview_desk.interview.packet import write_packet
from interview_desk.panel.comparison import compare
from interview_desk.panel.packets import PanelPacket
from tests.helpers.hostile import PACKETS, PDFS
from tests.helpers.panels import debrief, keep_panel
from tests.helpers.rooms import Room

_MOST = 500


def hostile(folder: Path) -> Iterator[Path]:
    """Each that is known to mean harm, and good ones with bytes of them changed by chance."""
    for name, make in {**PACKETS, **PDFS}.items():
        ending = "pdf" if name in PDFS else "json"
        path = folder / f"{name.replace('/', ' ')}.{ending}"
        path.write_bytes(make())
        yield path


def harmed(number: int) -> bytes:
    """A good packet in which chance has changed, cut or doubled something."""
    chance = random.Random(number)
    data = bytearray(write_packet(debrief()[number % 3].interview))
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data))
        match chance.randrange(4):
            case 0:
                data[at] = chance.randrange(256)
            case 1:
                del data[at : at + chance.randrange(1, 400)]
            case 2:
                data[at:at] = data[at : at + 40]
            case _:
                data[at:at] = bytes(chance.randrange(256) for _ in range(8))
    return bytes(data)


def drop(page: PanelsPage, *paths: Path) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(300, 300), copy, files, left, none))


def kept(room: Room) -> list[bytes]:
    store = room.desk.store.panels
    return [each.data for panel in store.list() for each in store.packets(panel.row)]


def test_a_file_that_means_harm_is_told_in_words_and_changes_nothing(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    keep_panel(room)
    before = kept(room)
    page = PanelsPage(room.desk)
    qtbot.addWidget(page)
    page.show()
    refused: list[str] = []
    page.arrivals.refused.connect(refused.append)
    for path in hostile(tmp_path):
        told = len(refused)
        drop(page, path)
        qtbot.waitUntil(lambda: not page.arrivals.under_way, timeout=30_000)
        if len(refused) == told:
            before = kept(room)  # harmless here: it was a packet, and is kept
    assert len(refused) > len({**PACKETS, **PDFS}) // 2
    assert not any("Traceback" in each or not each.strip() for each in refused)
    assert kept(room) == before
    assert room.desk.store.list() == []


@pytest.mark.parametrize("start", range(0, _MOST, 100))
def test_whatever_chance_does_to_a_packet_it_is_whole_or_refused(room: Room, start: int) -> None:
    refused = 0
    for number in range(start, start + 100):
        data = harmed(number)
        try:
            packet = PanelPacket.of(data, "a.json")
        except UserError as error:
            refused += bool(str(error))
            continue
        row = place(room.desk, packet, data).row
        panel = next(each for each in room.desk.store.panels.list() if each.row == row)
        opened = open_panel(room.desk.store, panel)
        compare(opened.packets, on_paper=True)
    assert refused > 50
    assert room.desk.store.list() == [], "nothing of it is an interview of one's own"
