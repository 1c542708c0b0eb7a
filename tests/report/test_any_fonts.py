"""Exports by the real command where the computer has other fonts than this one, or none."""

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from interview_desk.interview.interview import Interview
from interview_desk.interview.packet import read_packet
from interview_desk.interview.records import Feedback
from interview_desk.paths import data_directory, store_file
from interview_desk.report.attachment import packet_in_pdf
from interview_desk.store.store import Store
from tests.report.pdf_tools import faults_of, run, solid
from tests.report.scripts import BEYOND_IT, IN_THE_BASE_FONT
from tests.report.test_hostile_text import with_notes
from tests.report.written_interview import with_setup

NAME = "தமிழ் Zoë বাংলা"
NOTES = {**IN_THE_BASE_FONT, **BEYOND_IT}
# Fonts of every kind that Qt takes: outlines, colours, PostScript, and rows of dots.
KINDS_OF_FONTS = {
    "none": (),
    "TrueType": ("/usr/share/fonts/truetype/dejavu",),
    "Type 1": ("/usr/share/fonts/type1", "/usr/share/fonts/X11/Type1"),
    "bitmap": ("/usr/share/fonts/X11/misc",),
    "all": ("/usr/share/fonts", "/usr/local/share/fonts"),
}
_SPELLED = re.compile(r"\[U\+([0-9A-F]{4,6})\]")


def with_fonts(kind: str, folder: Path) -> dict[str, str]:
    """The environment in which a program finds these fonts only."""
    there = [each for each in map(Path, KINDS_OF_FONTS[kind]) if each.is_dir()]
    if KINDS_OF_FONTS[kind] and not there:
        pytest.skip(f"there are no {kind} fonts here")
    return fonts_of(there, folder)


def fonts_of(folders: Iterable[Path], folder: Path) -> dict[str, str]:
    """The environment in which a program finds the fonts of these folders only."""
    config = folder / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f"<fontconfig>{''.join(f'<dir>{each}</dir>' for each in folders)}"
        f"<cachedir>{folder / 'cache'}</cachedir></fontconfig>"
    )
    return {**os.environ, "FONTCONFIG_FILE": str(config)}


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one interview: a note in every script, a name and the feedback in several."""
    home = tmp_path_factory.mktemp("records")
    interview = with_notes(*NOTES.values())
    words = Feedback("\n".join(NOTES.values()))
    held = (*interview.records.values(), words)
    interview = Interview.of(interview.uid, interview.guide, interview.created_ms, held)
    interview = with_setup(interview, candidate=NAME, role=BEYOND_IT["Khmer"])
    store = Store.open(store_file(data_directory(home)))
    store.create(interview)
    store.close()
    return home


def export(records: Path, kind: str, path: Path, environment: dict[str, str]) -> None:
    """What the command does, in a process that finds these fonts."""
    words = ("--data-dir", str(records), "export", "1", "--kind", kind, "--out", str(path))
    done = subprocess.run(
        [sys.executable, "-m", "interview_desk", *words],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def unspelled(text: str) -> str:
    """The text with what stands as a number put back."""
    return _SPELLED.sub(lambda found: chr(int(found[1], 16)), text)


@pytest.mark.parametrize("fonts", KINDS_OF_FONTS)
def test_a_report_is_made_with_any_fonts_and_says_all_that_was_written(
    fonts: str, records: Path, tmp_path: Path
) -> None:
    path = tmp_path / "rubric.pdf"
    export(records, "rubric", path, with_fonts(fonts, tmp_path))
    taken = solid(unspelled(solid(run("pdftotext", "-raw", path, "-"))))
    assert [script for script, text in NOTES.items() if solid(text) not in taken] == []
    kept = read_packet(packet_in_pdf(path.read_bytes()))
    assert set(NOTES.values()) <= {each.text for each in kept.notes}
    run("qpdf", "--check", path)


def test_without_fonts_the_embedded_one_prints_what_it_has(records: Path, tmp_path: Path) -> None:
    path = tmp_path / "rubric.pdf"
    export(records, "rubric", path, with_fonts("none", tmp_path))
    taken = solid(run("pdftotext", "-raw", path, "-"))
    assert [each for each, text in IN_THE_BASE_FONT.items() if solid(text) not in taken] == []
    numbers = "".join(f"[U+{ord(char):04X}]" for char in solid(BEYOND_IT["Tamil"]))
    assert numbers in taken


@pytest.mark.parametrize("kind", ["short", "feedback", "scorecard"])
def test_every_document_is_made_without_fonts(kind: str, records: Path, tmp_path: Path) -> None:
    path = tmp_path / "document.pdf"
    export(records, kind, path, with_fonts("none", tmp_path))
    taken = solid(unspelled(solid(run("pdftotext", "-raw", path, "-"))))
    assert kind == "scorecard" or solid(NAME) in taken
    if kind == "feedback":
        assert [script for script, text in NOTES.items() if solid(text) not in taken] == []


@pytest.mark.parametrize("profile", ["ua1", "3a"])
@pytest.mark.parametrize("fonts", ["none", "all"])
def test_what_is_spelled_passes_the_validator(
    fonts: str, profile: str, records: Path, tmp_path: Path
) -> None:
    path = tmp_path / "rubric.pdf"
    export(records, "rubric", path, with_fonts(fonts, tmp_path))
    assert faults_of(path, profile) == []
