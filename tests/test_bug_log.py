"""Bugs leave a trace for developers, and nothing of the candidate in it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from interview_desk.bug_log import log_to, on_bug


@pytest.fixture(autouse=True)
def own_hook() -> Iterator[None]:
    before = sys.excepthook
    yield
    sys.excepthook = before


def _stumble(secret: str) -> None:
    raise KeyError(f"the candidate said {secret}")


def test_a_bug_is_logged_with_its_place_and_without_its_message(tmp_path: Path) -> None:
    on_bug(log_to(tmp_path, lambda: 0))
    try:
        _stumble("mother's name")
    except KeyError as error:
        sys.excepthook(type(error), error, error.__traceback__)

    written = (tmp_path / "bugs.log").read_text(encoding="utf-8")
    assert written.startswith("1970-01-01T00:00:00+00:00 ")
    assert "KeyError at test_bug_log.py" in written
    assert "_stumble" in written
    assert "mother" not in written
    assert (tmp_path / "bugs.log").stat().st_mode & 0o777 == 0o600


def test_no_log_is_made_while_nothing_is_wrong(tmp_path: Path) -> None:
    on_bug(log_to(tmp_path, lambda: 0))
    assert list(tmp_path.iterdir()) == []
