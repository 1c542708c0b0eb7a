"""Where there is no window to be had the program says so in one line, and never aborts."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.test_commands import store_one

_NOT_OURS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR", "XAUTHORITY")
ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 and Wayland")


def run(
    *args: str, home: Path, environment: Mapping[str, str], expect: int = 1
) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in _NOT_OURS}
    done = subprocess.run(
        [sys.executable, "-m", "interview_desk", *args],
        capture_output=True, text=True, timeout=60, check=False, cwd=home,
        env=clean | {"INTERVIEW_DESK_HOME": str(home / "data")} | dict(environment),
    )  # fmt: skip
    assert done.returncode == expect, (done.returncode, done.stdout, done.stderr)
    return done


def refused(*args: str, home: Path, environment: Mapping[str, str]) -> str:
    """The one line that it ends with."""
    told = run(*args, home=home, environment=environment).stderr
    assert len(told.splitlines()) == 1, told
    return told


# What opens the window and nothing else, on a road of its own that is quick.
TYPED = ((), ("--data-dir", "elsewhere"), ("--data-dir=elsewhere",))
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
BAD: Mapping[str, tuple[Mapping[str, str], str]] = {
    "a display that is not there": ({"DISPLAY": ":7741"}, "The display :7741 does not answer"),
    "an address that makes no sense": ({"DISPLAY": "rubbish"}, "does not answer"),
    "a Wayland that is not there": (
        {"WAYLAND_DISPLAY": "wayland-77", "XDG_RUNTIME_DIR": "/nowhere"},
        "The Wayland display wayland-77 does not answer",
    ),
    "a Wayland without a folder": ({"WAYLAND_DISPLAY": "wayland-77"}, "wayland-77"),
    "an unknown platform": ({"QT_QPA_PLATFORM": "nonsense"}, "“nonsense”"),
    "unknown, then silent": ({"QT_QPA_PLATFORM": "nonsense;xcb", "DISPLAY": ":7741"}, "nonsense"),
    "nothing asked for": ({"QT_QPA_PLATFORM": ";"}, "window"),
    "a platform that ends in an error": ({"QT_QPA_PLATFORM": "minimalegl"}, "window here"),
    "no display at all": ({}, "no display"),
    "vnc": ({"QT_QPA_PLATFORM": "vnc"}, "whole network"),
    "vnc with options": ({"QT_QPA_PLATFORM": "VNC:port=5999"}, "whole network"),
    "vnc among others": ({"QT_QPA_PLATFORM": "xcb;vnc", "DISPLAY": ":7741"}, "whole network"),
}


@ON_LINUX
@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("args", TYPED, ids=" ".join)
def test_the_window_that_cannot_open_says_why_in_one_line(
    tmp_path: Path, bad: str, args: tuple[str, ...]
) -> None:
    environment, words = BAD[bad]
    assert words in refused(*args, home=tmp_path, environment=environment)
    assert not any(tmp_path.glob("core*"))


@ON_LINUX
@pytest.mark.parametrize("args", TYPED, ids=" ".join)
def test_what_only_opens_the_window_loads_no_command(tmp_path: Path, args: tuple[str, ...]) -> None:
    environment, _ = BAD["no display at all"]
    environment = {**environment, "PYTHONPROFILEIMPORTTIME": "1"}
    told = run(*args, home=tmp_path, environment=environment).stderr
    assert "interview_desk.app" in told
    assert "click" not in told


@pytest.mark.parametrize(
    "args", [("--data-dir=",), ("--data-dir", ""), ("--data-dir", "--help"), ("--data-dir", "-h")]
)
def test_what_names_no_folder_is_for_the_command_line(
    tmp_path: Path, args: tuple[str, ...]
) -> None:
    environment = {"PYTHONPROFILEIMPORTTIME": "1", "QT_QPA_PLATFORM": "vnc"}
    assert "click" in run(*args, home=tmp_path, environment=environment).stderr


@ON_LINUX
@pytest.mark.parametrize("bad", ["an unknown platform", "vnc", "a platform that ends in an error"])
def test_a_rehearsal_that_cannot_be_shown_says_so(tmp_path: Path, bad: str) -> None:
    environment, words = BAD[bad]
    assert words in refused("rehearse", "--out", "out", home=tmp_path, environment=environment)


@ON_LINUX
def test_no_option_of_qt_reaches_it(tmp_path: Path) -> None:
    for args in (("-platform", "vnc"), ("-platform", "nonsense"), ("--platform", "vnc")):
        assert "option" in refused(*args, home=tmp_path, environment=OFFSCREEN)


@ON_LINUX
@pytest.mark.parametrize("bad", BAD)
def test_a_pdf_needs_no_display(tmp_path: Path, bad: str) -> None:
    environment, _ = BAD[bad]
    row = store_one(tmp_path)
    run("export", str(row), "--out", "a.pdf", home=tmp_path, expect=0, environment=environment)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


@ON_LINUX
@pytest.mark.parametrize("bad", ["a display that is not there", "an unknown platform", "vnc"])
def test_the_doctor_names_the_display_that_is_not_there(tmp_path: Path, bad: str) -> None:
    environment, _ = BAD[bad]
    done = run("doctor", home=tmp_path, environment=environment)
    [ill] = [line for line in done.stdout.splitlines() if line.startswith("!!")]
    assert "screens" in ill
    assert next(iter(environment.values())) in ill
    assert "PDF" in done.stdout.splitlines()[-1]


@ON_LINUX
def test_a_library_that_is_missing_for_the_screen_is_told(tmp_path: Path) -> None:
    # What the dynamic loader finds first, and cannot load: as if the package were missing.
    (tmp_path / "libxcb-cursor.so.0").write_bytes(b"")
    told = refused(
        home=tmp_path, environment={"DISPLAY": ":7741", "LD_LIBRARY_PATH": str(tmp_path)}
    )
    assert "a library of the system is missing" in told
    assert "doctor" in told


@ON_LINUX
def test_an_abort_of_qt_is_what_it_would_be(tmp_path: Path) -> None:
    """The control: without the care that is taken, Qt aborts here."""
    bare = "from PySide6.QtWidgets import QApplication; QApplication([])"
    environment = os.environ | {"QT_QPA_PLATFORM": "nonsense"}
    done = subprocess.run(
        [sys.executable, "-c", bare], capture_output=True, env=environment, cwd=tmp_path,
        check=False, preexec_fn=_no_core,
    )  # fmt: skip
    assert done.returncode == -signal.SIGABRT


def _no_core() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
