from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.report.documents.feedback import FEEDBACK
from interview_desk.report.documents.kind import DocumentKind
from interview_desk.report.documents.scorecard import SCORECARD
from interview_desk.report.documents.short import SHORT
from interview_desk.report.file_names import file_name
from tests.helpers.samples import prepared, scored
from tests.report.written_interview import with_setup, written


def named(candidate: str) -> str:
    return file_name(with_setup(scored().interview, candidate=candidate), "pdf", UTC)


def test_a_name_tells_the_candidate_and_the_day_and_nothing_of_the_verdict() -> None:
    name = file_name(written(), ".pdf", UTC)
    assert name == "Interview - Amara Okonkwo-Lindqvist - 2026-11-23.pdf"


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (SHORT, "Interview on one page - Amara Okonkwo-Lindqvist - 2026-11-23.pdf"),
        (FEEDBACK, "Interview feedback - Amara Okonkwo-Lindqvist - 2026-11-23.pdf"),
        (
            SCORECARD,
            "Blank scorecard - ML System Design Interview Guide for Principal-Level.pdf",
        ),
    ],
)
def test_every_document_has_a_name_of_its_own(kind: DocumentKind, name: str) -> None:
    assert file_name(written(), "pdf", UTC, kind) == name


@pytest.mark.parametrize(
    ("candidate", "shown"),
    [
        ("Zoë Müller", "Zoe Muller"),
        ("Łukasz O'Brien, Jr.", "Lukasz OBrien Jr"),
        ("Søren Æbelø", "Soren AEbelo"),
        ("../../etc/passwd", "etc passwd"),
        ("a\nb\tc", "a b c"),
        ("CON", "CON"),
    ],
)
def test_letters_become_plain_ones(candidate: str, shown: str) -> None:
    assert named(candidate) == f"Interview - {shown} - 2026-11-23.pdf"


@pytest.mark.parametrize("candidate", ["", "王小明", "🙂", "..", "---"])
def test_a_name_without_latin_letters_is_left_out(candidate: str) -> None:
    assert named(candidate) == "Interview - 2026-11-23.pdf"


def test_before_the_start_the_scheduled_day_counts() -> None:
    planned = with_setup(prepared(), scheduled="2027-01-31T09:00")
    assert file_name(planned, "json", UTC) == "Interview - Ada - 2027-01-31.json"


@given(st.text(max_size=300))
def test_every_name_is_fit_for_any_file_system_and_mail(candidate: str) -> None:
    name = named(candidate)
    assert name.isascii()
    assert len(name) <= 100
    assert not set(name) & set("/\\:*?\"<>|,'\n\r\t\0")
    assert name.endswith("2026-11-23.pdf")
