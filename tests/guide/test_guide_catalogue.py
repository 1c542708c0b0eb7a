import pytest

from interview_desk.errors import UserError
from interview_desk.guide.catalogue import catalogue
from interview_desk.guide.faults import GuideError
from interview_desk.guide.short_forms import telling_names
from tests.guide.guide_texts import SMALL

GOOD = SMALL.encode()
BROKEN = b"# Only a title\n"


def test_shipped_and_own_guides_stand_side_by_side() -> None:
    found = catalogue([("backend", GOOD)], [("ours", GOOD), ("draft", BROKEN)])
    assert [(each.name, each.own, each.title) for each in found.entries] == [
        ("backend", False, "Backend interview"),
        ("ours", True, "Backend interview"),
        ("draft", True, "draft"),
    ]


def test_a_file_that_is_no_guide_is_listed_with_its_faults() -> None:
    (entry,) = catalogue([], [("photo", b"\x89PNG\x00")]).entries
    assert entry.guide is None
    assert entry.faults[0].message.startswith("The file is not text")


def test_an_own_guide_takes_the_place_of_a_shipped_one() -> None:
    own = SMALL.replace("Backend", "Our backend").encode()
    found = catalogue([("backend", GOOD)], [("backend", own)])
    assert len(found.entries) == 1
    assert found.pick("backend").title == "Our backend interview"


def test_the_default_is_the_first_that_can_be_used() -> None:
    found = catalogue([("broken", BROKEN), ("backend", GOOD)])
    assert found.default is not None
    assert found.default.name == "backend"
    assert catalogue([("broken", BROKEN)]).default is None


def test_a_guide_with_faults_cannot_be_picked() -> None:
    with pytest.raises(GuideError, match="There is no phase"):
        catalogue([("broken", BROKEN)]).pick("broken")


def test_an_unknown_name_is_answered_with_the_names_there_are() -> None:
    with pytest.raises(UserError, match=r"no guide named “frontend”.*backend"):
        catalogue([("backend", GOOD)]).pick("frontend")


def test_guides_of_one_name_are_told_apart_in_a_list() -> None:
    short = SMALL.replace("\n", "\n\n**Short title**: Backend interview\n", 1)
    other = short.replace("# Backend interview", "# Backend interview for seniors")
    files = [("one", GOOD), ("two", GOOD), ("three", other.encode()), ("draft", BROKEN)]
    assert telling_names(catalogue(files).entries) == (
        "Backend interview (one)",
        "Backend interview (two)",
        "Backend interview for seniors",
        "draft",
    )
