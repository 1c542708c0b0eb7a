"""The real program as a screen reader gets it, over the accessibility bus of a real X server."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from interview_desk.desk.navigation import Page, Place
from interview_desk.paths import data_directory, store_file
from interview_desk.store.store import Store
from interview_desk.system_clock import SystemClock
from tests.helpers.clock import HandClock
from tests.helpers.samples import Played, prepared
from tests.helpers.scoring import interviewed
from tests.report.pdf_tools import text_of

_READER = Path(__file__).with_name("reader.py")
_INTERVIEW = Path(__file__).with_name("interview_by_at_spi.py")
_PYTHON = "/usr/bin/python3"


class Told(NamedTuple):
    """What was on the page, and what was said when the button was pressed."""

    found: list[dict[str, object]]
    heard: list[str]

    def names(self, role: str) -> list[str]:
        """The names of what has that role."""
        return [str(each["name"]) for each in self.found if each["role"] == role]


@pytest.fixture
def no_reader() -> None:
    """Skips where the system has no accessibility bus, X server or reader."""
    for program in ("xvfb-run", "dbus-run-session", _PYTHON):
        if shutil.which(program) is None:
            pytest.skip(f"needs {program}")
    if subprocess.run(
        [_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False
    ).returncode:
        pytest.skip("needs python3-pyatspi and at-spi2-core")


def read(folder: Path, played: Played, page: Page, button: str, words: str) -> Told:
    """Start the program at a page, let a screen reader read it, press a button and hear words."""
    store = Store.open(store_file(data_directory(folder)))
    store.set_setting("place", str(Place.in_interview(page, store.create(played.interview))))
    store.close()
    asked = {"QT_QPA_PLATFORM": "xcb", "QT_ACCESSIBILITY": "1",
             "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}  # fmt: skip
    program = [sys.executable, "-m", "interview_desk", "--data-dir", str(folder)]
    done = subprocess.run(
        [
            "xvfb-run",
            "-a",
            "dbus-run-session",
            "--",
            _PYTHON,
            str(_READER),
            button,
            words,
            *program,
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
        env=os.environ | asked,
    )
    if "Could not load the Qt platform plugin" in done.stderr:
        pytest.skip("needs the X libraries of Qt")
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["found"], done.stderr
    return Told(**told)


def unclear(told: Told) -> list[dict[str, object]]:
    """What takes the focus and has no name or no role that says what it is."""
    return [
        each
        for each in told.found
        if "focusable" in str(each["states"])
        and (not str(each["name"]).strip() or each["role"] in ("filler", "unknown", "panel"))
    ]


@pytest.mark.usefixtures("no_reader")
def test_a_running_interview_is_told_in_full(tmp_path: Path) -> None:
    played = Played(prepared(), HandClock(SystemClock().now().wall_ms - 60_000))
    played.start()
    played.note("+ asked who it is for #problem")

    told = read(tmp_path, played, Page.LIVE, "Next phase", "Design & Depth")

    assert unclear(told) == []
    assert not any("<p>" in str(each["about"]) for each in told.found)
    assert "Note" in told.names("text")
    assert "0:00, strength: asked who it is for, Problem" in told.names("list item")
    assert {"States assumptions", "Starts without a question"} < {*told.names("check box")}
    labels = told.names("label")
    assert any(name.endswith(" left") for name in labels)
    assert any(name.startswith("Phases. 1 Opening: planned") for name in labels)
    assert any("Design & Depth" in said for said in told.heard)


@pytest.mark.usefixtures("no_reader")
def test_scoring_is_told_with_the_levels_of_its_dimension(tmp_path: Path) -> None:
    told = read(
        tmp_path, interviewed(HandClock()), Page.SCORE, "Finish and lock", "Not complete yet"
    )

    assert unclear(told) == []
    assert "Problem Navigation & Formulation" in told.names("panel")
    assert {"Below", "Meets", "Exceeds"} <= {*told.names("radio button")}
    assert any("Not complete yet" in said for said in told.heard)


@pytest.fixture
def no_bindings(no_reader: None) -> None:
    """Skips where the system's Python cannot speak AT-SPI, or nothing gives a window the keys."""
    ask = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if subprocess.run([_PYTHON, "-c", ask], capture_output=True, check=False).returncode:
        pytest.skip("needs gir1.2-atspi-2.0")
    if shutil.which("openbox") is None:
        pytest.skip("needs openbox")


@pytest.mark.usefixtures("no_bindings")
def test_a_whole_interview_is_held_scored_and_saved_by_a_screen_reader_alone(
    tmp_path: Path,
) -> None:
    asked = {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
             "HOME": str(tmp_path)}  # fmt: skip
    play = [_PYTHON, "-W", "ignore", str(_INTERVIEW), str(tmp_path)]
    desk = [sys.executable, "-m", "interview_desk"]
    in_session = 'openbox & exec "$@"'
    done = subprocess.run(
        ["xvfb-run", "-a", "dbus-run-session", "--", "sh", "-c", in_session, "sh", *play, *desk],
        capture_output=True, text=True, check=False, timeout=300, env=os.environ | asked,
    )  # fmt: skip
    if "Could not load the Qt platform plugin" in done.stderr:
        pytest.skip("needs the X libraries of Qt")
    assert done.returncode == 0, done.stdout + done.stderr[-4_000:]
    assert "saved: report.pdf" in done.stdout
    with closing(Store.open(store_file(data_directory(tmp_path / "data")))) as store:
        (row,) = store.list()
        interview = store.load(row.row)
    assert interview.setup.candidate == "Amara Okonkwo"
    assert [note.text for note in interview.notes] == ["asked who it is for"]
    assert len(interview.sightings) == 1
    ratings = [interview.rating(each.number) for each in interview.guide.dimensions]
    assert {(each.level, each.reason) for each in ratings} == {("Meets", "She asked first.")}
    assert (interview.verdict.step, interview.lock is not None) == ("Hire", True)
    assert "Amara Okonkwo" in text_of(tmp_path / "report.pdf")
