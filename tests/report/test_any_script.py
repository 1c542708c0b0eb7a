import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf
import pytest

from interview_desk.interview.packet import read_packet
from interview_desk.report.attachment import packet_in_pdf
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.options import ReportOptions
from interview_desk.report.pdf.make import make_document, missing_characters
from tests.report.pdf_tools import faults_of, need_fonts, run, solid
from tests.report.scripts import NOWHERE, RIGHT_TO_LEFT, TEXTS
from tests.report.test_hostile_text import with_notes

OPTIONS = ReportOptions()


def made(folder: Path, *notes: str) -> Path:
    path = folder / "scripts.pdf"
    path.write_bytes(make_document(RUBRIC, with_notes(*notes), OPTIONS))
    return path


@pytest.mark.parametrize("order", [["-raw"], [], ["-layout"]], ids=["raw", "sorted", "layout"])
def test_notes_in_any_script_are_taken_out_as_they_were_written(
    order: list[str], tmp_path: Path
) -> None:
    need_fonts(*TEXTS)
    taken = solid(run("pdftotext", *order, made(tmp_path, *TEXTS), "-"))
    assert [text for text in TEXTS if solid(text) not in taken] == []


def test_a_page_of_nothing_but_arabic_is_taken_out_as_it_was_written(tmp_path: Path) -> None:
    need_fonts(RIGHT_TO_LEFT)
    notes = [f"{RIGHT_TO_LEFT} {i} A/B." for i in range(40)]
    taken = solid(run("pdftotext", made(tmp_path, *notes), "-"))
    # A note that is continued on the next page has the foot of the first in it.
    assert sum(solid(note) in taken for note in notes) >= 36


@pytest.mark.parametrize("text", TEXTS)
def test_another_script_is_painted_where_its_line_is(text: str, tmp_path: Path) -> None:
    need_fonts(text)
    bare, full = made(tmp_path, "x"), tmp_path / "full.pdf"
    bare.rename(tmp_path / "bare.pdf")
    made(tmp_path, text).rename(full)
    assert _ink(full) > _ink(tmp_path / "bare.pdf") + 5 * len(text)


def _ink(path: Path) -> int:
    """How many points of the second page are dark, at 72 to the inch."""
    picture = path.with_suffix("")
    run("pdftoppm", "-f", "2", "-l", "2", "-r", "72", "-gray", "-singlefile", path, picture)
    pixels = picture.with_suffix(".pgm").read_bytes()[15:]
    return sum(pixel < 128 for pixel in pixels)


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_documents_in_many_scripts_pass_the_validator(profile: str, tmp_path: Path) -> None:
    path = made(tmp_path, *TEXTS, NOWHERE, "Z" + "\u0336\u0302" * 500)
    assert faults_of(path, profile) == []
    run("qpdf", "--check", path)


def test_what_runs_to_the_left_stands_in_the_tree_as_it_is_read(tmp_path: Path) -> None:
    need_fonts(RIGHT_TO_LEFT)
    with pikepdf.open(made(tmp_path, RIGHT_TO_LEFT)) as pdf:
        said = [str(each.ActualText) for each in pdf.objects if _has_actual_text(each)]
    assert any(text.startswith(RIGHT_TO_LEFT) for text in said)


def _has_actual_text(part: pikepdf.Object) -> bool:
    return isinstance(part, pikepdf.Dictionary) and "/ActualText" in part


def test_what_no_font_has_is_spelled_counted_and_kept_in_the_packet(tmp_path: Path) -> None:
    note = f"he drew {NOWHERE} twice: {NOWHERE} and \ue000"
    interview = with_notes(note)
    path = made(tmp_path, note)
    assert "he drew [U+3FFFD] twice: [U+3FFFD] and [U+E000]" in run("pdftotext", path, "-")
    # Each note stands under its dimension and among all notes.
    counted = missing_characters(RUBRIC, interview, OPTIONS)
    assert counted == {NOWHERE: 4, "\ue000": 2}
    kept = read_packet(packet_in_pdf(path.read_bytes()))
    assert note in [each.text for each in kept.notes]


def test_nothing_is_missing_from_what_the_base_font_has() -> None:
    interview = with_notes("Zoë: “naïve” – Привет, Ελληνικά, Việt Nam\n\tnext line\u2028\u2029")
    assert missing_characters(RUBRIC, interview, OPTIONS) == {}


def test_the_same_scripts_give_the_same_bytes_in_any_thread() -> None:
    interview = with_notes(*TEXTS)
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(make_document, RUBRIC, interview, OPTIONS).result()
    assert other == make_document(RUBRIC, interview, OPTIONS)


@pytest.mark.parametrize(
    ("note", "qt"), [("+ plain letters", False), (RIGHT_TO_LEFT, True)], ids=["Latin", "Arabic"]
)
def test_a_command_without_a_display_makes_it_and_takes_qt_only_if_it_must(
    note: str, qt: bool
) -> None:
    code = (
        "import sys\n"
        "from interview_desk.report.documents.rubric import RUBRIC\n"
        "from interview_desk.report.options import ReportOptions\n"
        "from interview_desk.report.pdf.make import make_document\n"
        "from tests.report.test_hostile_text import with_notes\n"
        f"made = make_document(RUBRIC, with_notes({note!r}), ReportOptions())\n"
        "print(made[:5], 'PySide6' in sys.modules)"
    )
    places = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={key: value for key, value in os.environ.items() if key not in places},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == (f"b'%PDF-' {qt}", "")
