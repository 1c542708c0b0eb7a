"""PDFs read by other programs; a test that needs one that is missing is skipped and says so."""

import shutil
import subprocess
from pathlib import Path

import pytest


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


def squeezed(text: str) -> str:
    """The text with all white space made single spaces."""
    return " ".join(text.split())


def solid(text: str) -> str:
    """The text without white space: where a line ends no longer matters."""
    return "".join(text.split())
