"""The check of hostile files can fail: it sees an answer that is late, large or no answer."""

from pathlib import Path

import pytest

from interview_desk.errors import UserError
from tests.helpers.samples import prepared
from tests.reliability import hostile_files


def broken(folder: Path) -> str:
    """What one file of each kind has broken."""
    return "\n".join(hostile_files.keep(4, 1, folder).broken)


def test_a_late_answer_is_a_broken_promise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hostile_files, "SECONDS", 0)
    assert broken(tmp_path).count("the answer took") == 4


def test_an_error_that_is_no_word_to_the_user_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> object:
        raise TypeError("naive and aware")

    monkeypatch.setattr(hostile_files, "read_slot", fail)
    assert "TypeError('naive and aware') came through" in broken(tmp_path)


def test_what_is_kept_of_a_refused_file_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def keep_and_refuse(desk: hostile_files.Desk, kind: str, number: int, path: Path) -> None:
        desk.store.create(prepared(uid=f"kept-{number}"))
        raise UserError("refused")

    monkeypatch.setattr(hostile_files.Desk, "take_in", keep_and_refuse)
    assert broken(tmp_path).count("the records are others") == 4
