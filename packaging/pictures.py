"""The pictures of the manual, taken from the real window while the sample interview is played.

`make pictures` runs it. They are as large as on a display with two pixels to the point, and have no
more colours than they need.

Usage: packaging/pictures.py FOLDER
"""

import os
import sys
import tempfile
from pathlib import Path

from PIL import Image
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from interview_desk.app import make_application
from interview_desk.desk.navigation import Page
from interview_desk.desk.report.page import ReportPage
from interview_desk.rehearsal.player import Player
from interview_desk.rehearsal.run import rehearsal

_WAIT_MS, _WAITS = 500, 40
_COLOURS = 128
# Who else is in the list, all made up.
_OTHERS = (
    ("Jonas Abiola", "Staff Engineer", "24 Nov 10:00"),
    ("Wei Lindqvist", "Principal ML Engineer", "24 Nov 14:30"),
    ("Amara Sørensen", "Data Scientist", "26 Nov 09:00"),
)


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
        _take_others(player)
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
