"""Cases from outside are read in limits, and what is none is refused in words."""

import json
import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from interview_desk.interview.packet import write_packet
from interview_desk.panel.case import CaseError, write_case
from interview_desk.report.case_file import opened_case, read_case_file
from tests.helpers import hostile
from tests.helpers.cases import small_case, small_open_case
from tests.helpers.samples import scored


def file_with(folder: Path, data: bytes) -> Path:
    path = folder / "Case.json"
    path.write_bytes(data)
    return path


def test_a_case_is_read_with_its_guide(tmp_path: Path) -> None:
    read = read_case_file(file_with(tmp_path, write_case(small_case())))
    assert read == small_open_case()
    assert read.guide.source == read.case.guide


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no case"),
        (write_packet(scored().interview), "no case"),
        (write_case(replace(small_case(), guide="# No guide")), "guide inside"),
        (write_case(replace(small_case(), dimensions=(9,))), "1 to 2"),
    ],
)
def test_what_is_no_case_is_told(tmp_path: Path, data: bytes, told: str) -> None:
    with pytest.raises(CaseError, match=told):
        read_case_file(file_with(tmp_path, data))


@pytest.mark.parametrize("name", sorted(hostile.GUIDES))
def test_a_hostile_guide_in_a_case_ends_in_words_or_a_case(tmp_path: Path, name: str) -> None:
    members = json.loads(write_case(small_case()))
    members["guide"] = hostile.GUIDES[name]().decode("utf-8", "replace")
    with suppress(CaseError):
        read_case_file(file_with(tmp_path, json.dumps(members).encode()))


def test_nothing_but_a_file_is_opened(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="no file"):
        read_case_file(tmp_path)
    with pytest.raises(CaseError, match="not there"):
        read_case_file(tmp_path / "gone.json")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(CaseError, match="no file"):
            read_case_file(tmp_path / "pipe")


def test_a_lone_half_of_a_character_is_no_guide() -> None:
    members = json.loads(write_case(small_case()))
    members["guide"] = "# A\ud800"
    with pytest.raises(CaseError):
        opened_case(json.dumps(members).encode())
