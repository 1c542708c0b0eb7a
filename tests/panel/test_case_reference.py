"""The reference of a case: read for that case alone, and not to be bent once it is sealed."""

import json
from dataclasses import replace

import pytest

from interview_desk.panel.case import CaseError
from interview_desk.panel.case_reference import (
    Reference,
    ReferenceRating,
    read_reference,
    seal_of,
    sealed,
    write_reference,
)
from tests.helpers.cases import small_case, small_open_case

REFERENCE = Reference(
    uid="case1",
    case_sha256="0" * 64,
    by="L. Kask",
    salt="grain",
    ratings=(
        ReferenceRating(1, "Meets", reason="Asks first", quotes=("who it is for",)),
        ReferenceRating(2, not_enough=True),
    ),
)
WHOLE = json.loads(write_reference(REFERENCE))


def test_a_reference_is_read_as_it_was_written() -> None:
    assert read_reference(write_reference(REFERENCE), small_open_case()) == REFERENCE


@pytest.mark.parametrize(
    ("members", "told"),
    [
        ({"format": "interview-desk/case"}, "no reference"),
        ({"uid": "case2"}, "another case"),
        ({"ratings": []}, "rates nothing"),
        ({"ratings": [{"dimension": 1, "level": "Meets"}] * 2}, "twice"),
        ({"ratings": [{"dimension": 1, "level": "Superb"}]}, "none of the guide’s"),
        ({"ratings": [{"dimension": 3, "level": "Meets"}]}, "none of the guide’s"),
        ({"ratings": [{"dimension": 1, "level": "Meets", "not_enough": True}]}, "none of the"),
        ({"ratings": [{"dimension": 1, "level": "Meets", "reason": "\x00"}]}, "not text"),
        ({"ratings": [{"dimension": 1, "level": "Meets", "quotes": ["\x00"]}]}, "not text"),
        ({"salt": "x" * 301}, "salt is longer"),
        ({"by": 1}, "damaged"),
    ],
)
def test_what_cannot_be_used_is_refused_in_words(members: dict[str, object], told: str) -> None:
    with pytest.raises(CaseError, match=told):
        read_reference(json.dumps(WHOLE | members).encode(), small_open_case())


def test_the_seal_is_that_of_this_reference_and_of_no_other() -> None:
    case = sealed(small_case(), REFERENCE)
    assert case.reference_sha256 == seal_of(REFERENCE)
    bent = replace(REFERENCE, ratings=(ReferenceRating(1, "Below"), ReferenceRating(2, "Meets")))
    assert seal_of(bent) != case.reference_sha256
    # Whoever tries all levels does not know the salt.
    assert seal_of(replace(REFERENCE, salt="another")) != case.reference_sha256
