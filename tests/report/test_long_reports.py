"""A report of thousands of notes: what it takes, and that all of it is there."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pikepdf
import pytest

from interview_desk.errors import UserError
from interview_desk.interview.interview import Interview
from interview_desk.limited_process import Limits
from interview_desk.report import pdf_process
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.options import ReportOptions
from interview_desk.report.pdf.make import make_document
from tests.report.pdf_tools import faults_of, pages_of, run
from tests.report.scripts import RIGHT_TO_LEFT
from tests.report.test_hostile_text import with_notes

resource = pytest.importorskip("resource", reason="this system does not count a process's memory")
OPTIONS = ReportOptions()
NOTES = 2_000
_MEMORY = """
import resource, sys
from tests.report.test_long_reports import OPTIONS, RUBRIC, long_interview, make_document

def peak():
    taken = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return taken if sys.platform == "darwin" else 1024 * taken

interview = long_interview()
make_document(RUBRIC, long_interview(10), OPTIONS)
before = peak()
make_document(RUBRIC, interview, OPTIONS)
print(peak() - before)
"""


def long_interview(notes: int = NOTES) -> Interview:
    return with_notes(*(f"note {i} of many, {'more words ' * (i % 12)}" for i in range(notes)))


@pytest.fixture(scope="module")
def long_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("long") / "long.pdf"
    path.write_bytes(make_document(RUBRIC, long_interview(), OPTIONS))
    return path


def test_a_note_takes_little_memory_on_its_way_to_the_page() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _MEMORY],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    # Each stands twice, under its dimension and among all notes, with five elements each time.
    assert int(done.stdout) / NOTES < 18_000


def test_every_note_of_a_long_report_is_on_its_pages(long_report: Path) -> None:
    assert pages_of(long_report) > 100
    taken = run("pdftotext", "-raw", long_report, "-")
    counted = Counter(re.findall(r"note (\d+) of many", taken))
    assert counted == {str(i): 2 for i in range(NOTES)}


def test_the_tree_of_a_long_report_is_sound(long_report: Path) -> None:
    run("qpdf", "--check", long_report)
    with pikepdf.open(long_report) as pdf:
        tree = pdf.Root.StructTreeRoot
        parents = tree.ParentTree.Nums
        assert len(parents) == 2 * int(tree.ParentTreeNextKey)
        for number, page in enumerate(pdf.pages):
            assert parents[2 * number] == page.obj.StructParents == number
            owners = parents[2 * number + 1]
            # Each piece of the page belongs to the element that says so.
            for mark, owner in enumerate(owners):
                own = [each for each in owner.K if each.get("/MCID") == mark]
                assert page.obj.objgen in {each.Pg.objgen for each in own}
            for link in page.obj.get("/Annots", ()):
                owner = parents[2 * int(link.StructParent) + 1]
                assert link.objgen in {each.Obj.objgen for each in owner.K if "/Obj" in each}
        items = sum(each.get("/S") == "/LI" for each in pdf.objects if is_element(each))
    assert items > 2 * NOTES


def is_element(part: pikepdf.Object) -> bool:
    return isinstance(part, pikepdf.Dictionary) and part.get("/Type") == "/StructElem"


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_a_long_report_passes_the_validator(profile: str, long_report: Path) -> None:
    assert faults_of(long_report, profile) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds the memory of a process")
def test_a_document_that_needs_too_much_memory_is_told_in_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf_process, "_LIMITS", Limits(60.0, 30_000_000, 1_000_000))
    with pytest.raises(UserError, match=r"memory.* Nothing is lost\."):
        pdf_process.make_pdf_apart(RUBRIC, with_notes(RIGHT_TO_LEFT), OPTIONS)
