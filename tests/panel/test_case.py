"""A case is read whole or refused in words; its digest says which case an answer was given to."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.guide.parse.reader import read_guide
from interview_desk.panel.case import (
    SIZE_LIMIT,
    CaseError,
    Material,
    MaterialKind,
    open_case,
    read_case,
    sha256_of_case,
    write_case,
)
from tests.helpers.cases import small_case
from tests.helpers.samples import SMALL_GUIDE

WHOLE = json.loads(write_case(small_case()))
RECORDING = {"kind": "recording", "where": "//srv/a.mp4", "from_s": 60, "to_s": 780}


def with_(**members: object) -> bytes:
    return json.dumps(WHOLE | members).encode()


def test_a_case_is_read_as_it_was_written() -> None:
    case = replace(small_case(), due="2026-12-04", reference_sha256="a" * 64)
    assert read_case(write_case(case)) == case


def test_a_recording_needs_no_text() -> None:
    assert read_case(with_(material=RECORDING)).material.kind is MaterialKind.RECORDING


def test_what_another_version_says_more_is_passed_over() -> None:
    assert read_case(with_(colour="blue")) == small_case()


@pytest.mark.parametrize(
    ("members", "told"),
    [
        ({"format": "interview-desk/packet"}, "no case"),
        ({"version": "1"}, "no case"),
        ({"version": 2}, "newer"),
        ({"title": 3}, "damaged"),
        ({"dimensions": "all"}, "damaged"),
        ({"uid": "../../etc"}, "identity"),
        ({"created_ms": -1}, "impossible time"),
        ({"title": "  "}, "no title"),
        ({"title": "x" * 301}, "title is longer than 300"),
        ({"title": "a\x00b"}, "not text"),
        ({"leader": "\x1b[2J"}, "not text"),
        ({"guide": ""}, "no guide"),
        ({"dimensions": []}, "no dimension"),
        ({"dimensions": [1, 1]}, "twice"),
        ({"due": "4 December"}, "no date"),
        ({"due": "20261204"}, "no date"),
        ({"reference_sha256": "A" * 64}, "seal is none"),
        ({"material": {"kind": "film"}}, "damaged"),
        ({"material": {"kind": "text", "text": " \n"}}, "nothing in it to rate"),
        ({"material": {"kind": "text", "text": "x" * 200_001}}, "longer than 200,000"),
        ({"material": RECORDING | {"where": ""}}, "where the recording is"),
        ({"material": RECORDING | {"to_s": 60}}, "times"),
        ({"material": RECORDING | {"from_s": -1}}, "times"),
        ({"material": RECORDING | {"to_s": 10**9}}, "times"),
        ({"material": RECORDING | {"sha256": "x"}}, "seal of its recording"),
    ],
)
def test_what_cannot_be_used_is_refused_in_words(members: dict[str, object], told: str) -> None:
    with pytest.raises(CaseError, match=told):
        read_case(with_(**members))


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff\xfe", b"{" * 100_000, b" " * (SIZE_LIMIT + 1)])
def test_what_is_no_document_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(CaseError):
        read_case(data)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with pytest.raises(CaseError):
        read_case(data)


def test_a_case_asks_for_what_its_guide_has() -> None:
    guide = read_guide(SMALL_GUIDE)
    assert open_case(small_case(), guide).guide is guide
    with pytest.raises(CaseError, match="1 to 2"):
        open_case(replace(small_case(), dimensions=(1, 3)), guide)
    with pytest.raises(CaseError, match="no rubric"):
        open_case(small_case(), replace(guide, dimensions=()))


def test_the_digest_tells_what_is_rated_and_not_when_it_is_due() -> None:
    case = small_case()
    first = sha256_of_case(case)
    assert sha256_of_case(replace(case, due="2026-12-04", reference_sha256="a" * 64)) == first
    changed = replace(case, material=Material(MaterialKind.TEXT, text="Another answer"))
    assert sha256_of_case(changed) != first
    assert sha256_of_case(replace(case, dimensions=(1,))) != first
    assert sha256_of_case(read_case(write_case(case))) == first
