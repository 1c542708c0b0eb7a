"""What doctor says of the screens that a window can be shown on, and of libraries that lack."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from interview_desk.cli.screens import screens
from interview_desk.cli.window import missing_library
from interview_desk.errors import UserError


@pytest.fixture
def plugins(tmp_path: Path) -> Iterator[Path]:
    """A folder of platform plug-ins that Qt looks into, and nowhere else."""
    before = QCoreApplication.libraryPaths()
    folder = tmp_path / "platforms"
    folder.mkdir()
    [real] = [file for path in before for file in Path(path, "platforms").glob("libqoffscreen.so")]
    (folder / real.name).symlink_to(real)
    QCoreApplication.setLibraryPaths([str(tmp_path)])
    yield folder
    QCoreApplication.setLibraryPaths(before)


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


def test_a_screen_that_cannot_be_used_is_told_with_the_reason(plugins: Path) -> None:
    (plugins / "libqxcb.so").write_text("no library")
    told = screens()
    assert told.startswith("offscreen; not X11: ")
    assert "libqxcb.so" in told


def test_it_is_a_fault_when_it_is_the_screen_that_is_here(
    plugins: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (plugins / "libqxcb.so").write_text("no library")
    monkeypatch.setenv("DISPLAY", ":0")
    with pytest.raises(UserError, match="not X11"):
        screens()


def test_it_is_a_fault_when_there_is_no_drawing_at_all(plugins: Path) -> None:
    (plugins / "libqoffscreen.so").unlink()
    with pytest.raises(UserError, match="not offscreen"):
        screens()


def test_a_library_that_the_system_lacks_is_named_with_a_way_out() -> None:
    error = ImportError("libGL.so.1: cannot open shared object file: No such file or directory")
    assert "libGL.so.1" in missing_library(error)
    assert "README" in missing_library(error)


def test_an_import_that_fails_for_another_reason_stays_a_bug() -> None:
    with pytest.raises(ImportError):
        missing_library(ImportError("cannot import name 'x' from 'y'"))
