"""PDFs read by other programs; a test that needs one that is missing is skipped and says so."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from interview_desk.report.pdf.fonts import missing

# Marks without width that say in which direction a text runs.
_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def run(tool: str, *arguments: str | Path) -> str:
    """What the tool prints; the test fails with its complaint if it is not content."""
    path = shutil.which(tool)
    if path is None:
        pytest.skip(f"{tool} is not installed (Debian: poppler-utils, qpdf)")
    done = subprocess.run(
        [path, *map(str, arguments)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def text_of(path: Path) -> str:
    """All text of an A4 report but the feet of its pages, white space made single spaces."""
    above_the_foot = ("-x", "0", "-y", "0", "-W", "596", "-H", "795")
    return squeezed(run("pdftotext", "-raw", *above_the_foot, path, "-"))


def pages_of(path: Path) -> int:
    """How many pages the PDF has."""
    counted = re.search(r"^Pages: +(\d+)$", run("pdfinfo", path), re.MULTILINE)
    assert counted is not None
    return int(counted[1])


def faults_of(path: Path, profile: str) -> list[tuple[str, str]]:
    """What the validator finds wrong: "ua1" is PDF/UA-1, "3a" is PDF/A-3a."""
    page = pytest.importorskip("page", reason="page-validation is an optional check")
    report = page.validate_pdf(str(path), profile=profile)
    return [(each.rule_id, each.message) for each in report.failures]


def squeezed(text: str) -> str:
    """The text with all white space made single spaces."""
    return " ".join(text.split())


def solid(text: str) -> str:
    """The text without white space and marks of direction: where a line ends does not matter."""
    return _DIRECTIONS.sub("", "".join(text.split()))


def need_fonts(*texts: str) -> None:
    """Skips the test where no font of the machine has all the characters."""
    if lacking := sorted(missing("".join(texts))):
        pytest.skip(f"no font here has {' '.join(lacking)} (Debian: fonts-noto)")
