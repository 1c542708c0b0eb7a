"""The sample interview plays through the real window and leaves what it promises."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from interview_desk.interview.packet import read_packet
from interview_desk.interview.status import Status
from interview_desk.rehearsal.run import rehearse_into
from interview_desk.rehearsal.script import read_script
from interview_desk.resources import resource

SCRIPT = read_script(resource("sample", "interview.toml"))


class Windows(QObject):
    """Keeps the types of all windows that were shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_the_command_leaves_the_pictures_the_pdf_and_the_packet(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = subprocess.run(
        [sys.executable, "-m", "interview_desk", "rehearse", "--out", str(out)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env=os.environ | {"HOME": str(tmp_path), "DISPLAY": "", "WAYLAND_DISPLAY": ""},
    )

    assert done.returncode == 0, done.stderr
    told = {Path(line).name for line in done.stdout.split("\n") if line}
    assert {"live.png", "score.png", "library.png", "rubric.pdf", "packet.json"} <= told
    for name in ("live.png", "score.png", "library.png"):
        picture = QImage(str(out / name))
        assert (picture.width(), picture.height()) == (1280, 800)
    assert (out / "rubric.pdf").read_bytes().startswith(b"%PDF-")


def test_what_comes_out_is_what_the_script_put_in(qapp: QApplication, tmp_path: Path) -> None:
    rehearse_into(tmp_path)
    interview = read_packet((tmp_path / "packet.json").read_bytes())

    typed = [(step.seconds, step.type.lstrip("+-? ")) for step in SCRIPT.step if step.type]
    stamped = [(note.at.mono_ms // 1000, note.text) for note in interview.notes]
    assert len(stamped) == len(typed)
    for (due, words), (at, text) in zip(typed, stamped, strict=True):
        assert at == due
        assert words.startswith(text)
    assert interview.status is Status.DONE
    assert [interview.rating(each.dimension).level for each in SCRIPT.rating] == [
        each.level for each in SCRIPT.rating
    ]
    assert interview.verdict.step == SCRIPT.verdict.step
    assert [span.reason for span in interview.timeline.pauses()] == ["The call dropped"]


def test_it_can_be_played_again_into_the_same_folder(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "rubric.pdf").write_text("from an earlier rehearsal")
    rehearse_into(tmp_path)
    assert (tmp_path / "rubric.pdf").read_bytes().startswith(b"%PDF-")


def test_one_window_is_shown_and_no_other_flashes_up(qapp: QApplication, tmp_path: Path) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)
    rehearse_into(tmp_path)
    qapp.removeEventFilter(windows)
    assert windows.shown == ["MainWindow"]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    with pytest.raises(Exception, match="cannot be made"):
        rehearse_into(in_the_way / "out")
