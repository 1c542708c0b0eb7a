"""What goes into the bundle, and how it starts; `make bundle` itself tries the whole of it."""

import os
import runpy
import sys
from pathlib import Path

import pytest

from interview_desk.interview.packet import write_packet
from interview_desk.report.incoming import read_incoming
from tests.helpers.samples import scored

RECIPE = Path(__file__).parents[2] / "packaging"
belongs = runpy.run_path(str(RECIPE / "libraries.py"))["belongs"]
give_back_library_path = runpy.run_path(str(RECIPE / "start.py"))["give_back_library_path"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("libpython3.11.so.1.0", "BINARY"),
        ("libsqlite3.so.0", "BINARY"),
        ("libxcb-cursor.so.0", "BINARY"),
        ("pikepdf.libs/libqpdf-781b0270.so.30.4.2", "BINARY"),
        ("libqpdf-781b0270.so.30.4.2", "SYMLINK"),
        ("PySide6/QtPdf.abi3.so", "EXTENSION"),
        ("PySide6/Qt/lib/libQt6Pdf.so.6", "BINARY"),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", "BINARY"),
        ("PySide6/Qt/plugins/imageformats/libqjpeg.so", "BINARY"),
        ("PySide6/Qt/plugins/imageformats/libqgif.so", "BINARY"),
        ("PySide6/Qt/plugins/imageformats/libqtiff.so", "BINARY"),
        ("PySide6/Qt/plugins/imageformats/libqwebp.so", "BINARY"),
        ("interview_desk/resources/icons/interview-desk.svg", "DATA"),
    ],
)
def test_python_qt_and_the_shipped_files_go_into_the_bundle(path: str, kind: str) -> None:
    assert belongs((path, "/somewhere", kind))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        # An older copy of these would come before the system's and break its drivers and themes.
        ("libstdc++.so.6", "BINARY"),
        ("libX11.so.6", "BINARY"),
        ("libglib-2.0.so.0", "BINARY"),
        ("libfontconfig.so.1", "BINARY"),
        ("libgtk-3.so.0", "BINARY"),
        ("libxcb-randr.so.0", "BINARY"),
        # Listens on every network interface.
        ("PySide6/Qt/plugins/platforms/libqvnc.so", "BINARY"),
        # Draws what asks for other files.
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", "BINARY"),
        ("PySide6/Qt/lib/libQt6Quick.so.6", "BINARY"),
        ("libQt6Quick.so.6", "SYMLINK"),
        ("PySide6/Qt/translations/qtbase_de.qm", "DATA"),
    ],
)
def test_what_is_the_systems_or_nobodys_stays_out(path: str, kind: str) -> None:
    assert not belongs((path, "/somewhere", kind))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"LD_LIBRARY_PATH": "/bundle/lib"}, {}),
        (
            {"LD_LIBRARY_PATH": "/bundle/lib:/own", "LD_LIBRARY_PATH_ORIG": "/own"},
            {"LD_LIBRARY_PATH": "/own"},
        ),
        ({}, {}),
    ],
    ids=["none before", "one before", "never set"],
)
def test_programs_started_from_the_bundle_find_their_own_libraries(
    before: dict[str, str], after: dict[str, str]
) -> None:
    give_back_library_path(before)
    assert before == after


@pytest.mark.skipif(os.name != "posix", reason="the stand-in for the program is a script")
def test_the_bundle_starts_itself_to_read_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is no other Python beside it."""
    program, packet = tmp_path / "interview-desk", tmp_path / "packet.json"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{RECIPE / "start.py"}" "$@"\n')
    program.chmod(0o755)
    packet.write_bytes(write_packet(scored().interview))
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert read_incoming(packet) == scored().interview
