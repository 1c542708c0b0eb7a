"""A guide as it was understood comes back from its JSON as it was."""

import json

import pytest

from interview_desk.guide.understood import NotUnderstoodError, read_understood, write_understood
from tests.helpers.samples import shipped_guide


def test_the_shipped_guide_comes_back_as_it_was() -> None:
    guide = shipped_guide()
    kept = write_understood(guide)
    assert read_understood(kept, guide.source) == guide
    assert "source" not in json.loads(kept)


def test_what_a_later_release_adds_is_passed_over() -> None:
    guide = shipped_guide()
    kept = json.loads(write_understood(guide))
    kept["colour"] = kept["phases"][0]["short"] = "blue"
    assert read_understood(json.dumps(kept), guide.source) == guide


def test_a_guide_understood_before_short_forms_and_the_bar_stays_as_it_was() -> None:
    guide = shipped_guide()
    kept = json.loads(write_understood(guide))
    for phase in kept["phases"]:
        del phase["bar"], phase["bar_title"]
        for each in (*phase["strong_signals"], *phase["red_flags"]):
            del each["short"], each["example"]
    old = read_understood(json.dumps(kept), guide.source)
    assert [len(phase.indicators) for phase in old.phases] == [9, 9, 9, 9, 3]
    assert [key for key in guide.indicators if key not in old.indicators] == ["p2.b1", "p4.b1"]
    assert old.indicators["p2.s1"].label == "Breaks system into logical components"
    assert len(old.phase(2).differentiators) == 2


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"\xff", b"[" * 100_000, b'{"title": "A"}'])
def test_what_is_no_guide_is_refused(data: bytes) -> None:
    with pytest.raises(NotUnderstoodError):
        read_understood(data, "# A")
