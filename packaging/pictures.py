"""The pictures of the manual, taken from the real window while the sample interview is played.

`make pictures` runs it. They are as large as on a display with two pixels to the point, and have no
more colours than they need.

Usage: packaging/pictures.py FOLDER
"""

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from PIL import Image
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from interview_desk.app import make_application
from interview_desk.desk.calibration.own_answer import begin_answer
from interview_desk.desk.context import Desk
from interview_desk.desk.navigation import Page, Place
from interview_desk.desk.panels.placing import place
from interview_desk.desk.report.page import ReportPage
from interview_desk.interview.interview import Interview
from interview_desk.interview.packet import write_packet
from interview_desk.interview.records import Rating, Record, Setup
from interview_desk.panel.packets import PanelPacket
from interview_desk.rehearsal.player import Player
from interview_desk.rehearsal.run import rehearsal
from interview_desk.report.example_cases import read_example

_WAIT_MS, _WAITS = 500, 40
_COLOURS = 128
# Who else is in the list, all made up.
_OTHERS = (
    ("Jonas Abiola", "Staff Engineer", "24 Nov 10:00"),
    ("Wei Lindqvist", "Principal ML Engineer", "24 Nov 14:30"),
    ("Amara Sørensen", "Data Scientist", "26 Nov 09:00"),
)
_COLLEAGUES = (("Dana Osei", 1), ("Mart Kask", -1))
_BEFORE, _DAY_MS = 24, 86_400_000


def take_pictures(folder: Path) -> list[Path]:
    """Play the interview, look at each page, and write what was seen; the files."""
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2"}
    app = make_application()
    with (
        tempfile.TemporaryDirectory() as records,
        tempfile.TemporaryDirectory() as taken,
        rehearsal(app, Path(records), Path(taken)) as player,
    ):
        player.play()
        _take_report(player)
        played = player.window.session.row
        _take_others(player)
        _take_panel(player, played)
        _take_insights(player, played)
        _take_case(player)
        # The list was looked at twice, the second time with others in it.
        return [
            _with_fewer_colours(each, folder / each.name) for each in dict.fromkeys(player.pictures)
        ]


def _take_report(player: Player) -> None:
    player.hands.press("Return")
    page = player.window.page
    if not isinstance(page, ReportPage):
        raise SystemExit(f"Enter shows {type(page).__name__}, and no report.")
    for _ in range(_WAITS):
        QTest.qWait(_WAIT_MS)
        if "page" in page.side.facts.text():
            break
    else:
        raise SystemExit("The report page shows no PDF.")
    QTest.qWait(_WAIT_MS)  # the viewer paints its pages when it comes to them
    player.picture("report.png")


def _take_others(player: Player) -> None:
    hands, window = player.hands, player.window
    for candidate, role, day in _OTHERS:
        hands.press("Ctrl+N")
        hands.write(QLineEdit, "Candidate", candidate)
        hands.write(QLineEdit, "Role", role)
        hands.write(QLineEdit, "Date and time", day)
        hands.press("Ctrl+W")
    player.picture("library.png")
    for page, name in ((Page.GUIDES, "guides.png"), (Page.SETTINGS, "settings.png")):
        window.go(page)
        player.picture(name)


def _take_panel(player: Player, played: int) -> None:
    """The interview beside those of two colleagues, who saw the candidate otherwise."""
    window, desk = player.window, _desk_of(player)
    for name, higher in _COLLEAGUES:
        theirs = _alike(desk.store.load(played), name, higher)
        data = write_packet(theirs)
        place(desk, PanelPacket.of(data, f"{name}.pdf"), data)
    window.go(Page.PANELS)
    player.picture("panels.png")


def _take_insights(player: Player, played: int) -> None:
    desk = _desk_of(player)
    mine = desk.store.load(played)
    for number in range(1, _BEFORE + 1):
        past = _alike(mine, mine.setup.interviewer, number % 3 - 1, days=3 * number)
        desk.store.create(past)
    player.window.go(Page.INSIGHTS)
    player.picture("insights.png")


def _take_case(player: Player) -> None:
    window = player.window
    case, _reference = read_example("senior-system-design")
    window.show_place(Place.in_interview(Page.CASE, begin_answer(_desk_of(player), case)))
    page = window.page
    words = case.case.material.text.split(". ")[3].split(": ")[-1]
    page.material.noted.emit(f"“{' '.join(words.split()[:14])}”")
    page.rating.choose(1)
    player.picture("calibration.png")


def _desk_of(player: Player) -> Desk:
    return player.window._desk  # noqa: SLF001 - the parts of the real one


def _alike(interview: Interview, interviewer: str, higher: int, days: int = 0) -> Interview:
    """The interview as somebody else had it, or so many days before, rated so much higher."""

    def changed(record: Record) -> Record:
        if isinstance(record, Setup):
            return replace(record, interviewer=interviewer)
        if isinstance(record, Rating) and record.level and (record.dimension + higher) % 3:
            levels = interview.guide.dimension(record.dimension).ascending
            height = interview.guide.dimension(record.dimension).height(record.level)
            at = min(max(height + higher, 1), len(levels))
            return replace(record, level=levels[at - 1].name)
        if days and hasattr(record, "at"):
            return replace(record, at=record.at.shifted(-days * _DAY_MS))
        return record

    records = tuple(changed(each) for each in interview.records.values())
    uid = f"{interviewer.rsplit(maxsplit=1)[-1]}-{days}"
    created_ms = interview.created_ms - days * _DAY_MS
    return Interview.of(uid, interview.guide, created_ms, records)


def _with_fewer_colours(picture: Path, path: Path) -> Path:
    """The picture at a third of its size; there is no photograph in it."""
    with Image.open(picture) as opened:
        opened.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    return path


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    for path in take_pictures(Path(sys.argv[1])):
        sys.stdout.write(f"{path}  {path.stat().st_size // 1000} kB\n")
