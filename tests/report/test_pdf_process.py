"""What happens to a PDF when the process that makes it dies, is stopped, or finds other fonts."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from interview_desk.errors import UserError
from interview_desk.interview.packet import read_packet
from interview_desk.limited_process import Cancellation
from interview_desk.report.attachment import packet_in_pdf
from interview_desk.report.cancellation import CancelledError
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.options import ReportOptions
from interview_desk.report.pdf.make import make_document, missing_characters
from interview_desk.report.pdf_process import make_pdf_apart
from tests.report.scripts import NOWHERE, RIGHT_TO_LEFT
from tests.report.test_any_fonts import fonts_of
from tests.report.test_hostile_text import with_notes

OPTIONS = ReportOptions()
DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


class Deadly(Cancellation):
    """Sends the process a signal as soon as there is one."""

    def __init__(self, number: signal.Signals) -> None:
        super().__init__()
        self.processes: list[subprocess.Popen[bytes]] = []
        self._number = number

    def watch(self, process: "subprocess.Popen[bytes]") -> None:
        super().watch(process)
        self.processes.append(process)
        process.send_signal(self._number)


class Late(Cancellation):
    """Is asked for when the process has begun."""

    def watch(self, process: "subprocess.Popen[bytes]") -> None:
        super().watch(process)
        self.cancel()


@pytest.mark.parametrize("note", [RIGHT_TO_LEFT, f"nobody has {NOWHERE}", "+ plain letters"])
def test_it_is_the_document_that_would_be_made_here(note: str) -> None:
    interview = with_notes(note)
    made = make_pdf_apart(RUBRIC, interview, OPTIONS)
    assert made.data == make_document(RUBRIC, interview, OPTIONS)
    assert made.missing == len(missing_characters(RUBRIC, interview, OPTIONS))
    assert read_packet(packet_in_pdf(made.data)) == interview


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGBUS, signal.SIGABRT])
def test_the_death_of_the_process_is_told_in_words(number: signal.Signals) -> None:
    deadly = Deadly(number)
    with pytest.raises(UserError, match=r"Nothing is lost\. Try again; if it stays so, export"):
        make_pdf_apart(RUBRIC, with_notes(RIGHT_TO_LEFT), OPTIONS, deadly)
    assert [each.returncode for each in deadly.processes] == [-number]


def test_a_document_that_is_given_up_on_the_way_leaves_no_process() -> None:
    late = Late()
    with pytest.raises(CancelledError):
        make_pdf_apart(RUBRIC, with_notes(RIGHT_TO_LEFT), OPTIONS, late)


def test_what_cannot_be_done_is_said_as_it_would_be_said_here() -> None:
    options = ReportOptions(password="long" * 50)
    with pytest.raises(UserError, match="password"):
        make_pdf_apart(RUBRIC, with_notes(RIGHT_TO_LEFT), options)


_WHILE_IT_RUNS = """
import os, sys
from pathlib import Path
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.options import ReportOptions
from interview_desk.report.pdf.make import make_document
from interview_desk.report.pdf_process import make_pdf_apart
from tests.report.test_hostile_text import with_notes

what = RUBRIC, with_notes("\\u0540\\u0561\\u0575"), ReportOptions()
make_document(*what)
before = make_pdf_apart(*what)
font = Path(sys.argv[1])
match sys.argv[2]:
    case "gone":
        font.unlink()
    case "empty":
        os.truncate(font, 0)
    case "half":
        os.truncate(font, font.stat().st_size // 2)
    case "noise":
        font.write_bytes(os.urandom(font.stat().st_size))
after = make_pdf_apart(*what)
print(before.missing, after.missing)
"""


@pytest.mark.skipif(not DEJAVU.exists(), reason="DejaVu is not installed (fonts-dejavu-core)")
@pytest.mark.parametrize("what", ["gone", "empty", "half", "noise"])
def test_a_font_that_changes_while_the_program_runs_ends_nothing(what: str, tmp_path: Path) -> None:
    font = tmp_path / "fonts" / "own.ttf"
    font.parent.mkdir()
    font.write_bytes(DEJAVU.read_bytes())
    done = subprocess.run(
        [sys.executable, "-c", _WHILE_IT_RUNS, str(font), what],
        env=fonts_of([font.parent], tmp_path),
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "0 3\n", "")
