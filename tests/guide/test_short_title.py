"""A guide may have a short title, which lists show in the place of a long one."""

import pytest

from interview_desk.guide.faults import GuideError
from interview_desk.guide.parse.reader import read_guide
from interview_desk.guide.render.document import book_of
from interview_desk.guide.understood import read_understood, write_understood
from tests.helpers.samples import shipped_guide

GUIDE = """# A long title that says all of it, for everyone

{line}

## Phase 1: Talk (5 minutes)

## Rubric

### 1. Clarity

- **Clear**: Plain words
- **Unclear**: Jargon
"""


@pytest.mark.parametrize(
    "line",
    ["**Short title**: Talk, senior", "**Short Title:** Talk, senior", "Short title: Talk, senior"],
)
def test_a_line_gives_the_guide_its_short_title(line: str) -> None:
    guide = read_guide(GUIDE.format(line=line))
    assert (guide.short_title, guide.brief) == ("Talk, senior", "Talk, senior")
    assert "Short title: Talk, senior" in [block.text for block in book_of(guide)]


def test_without_one_the_title_is_used() -> None:
    guide = read_guide(GUIDE.format(line="For everyone."))
    assert (guide.short_title, guide.brief) == ("", guide.title)


def test_one_that_is_no_short_title_is_a_fault_with_its_line() -> None:
    with pytest.raises(GuideError) as told:
        read_guide(GUIDE.format(line=f"**Short title**: {'long ' * 15}"))
    assert [(each.line, each.message) for each in told.value.faults] == [
        (3, "The short title is longer than 60 characters")
    ]


def test_an_interview_keeps_it_and_one_from_before_has_none() -> None:
    guide = read_guide(GUIDE.format(line="**Short title**: Talk"))
    kept = write_understood(guide)
    assert read_understood(kept, guide.source) == guide
    before = kept.replace(b',"short_title":"Talk"', b"")
    assert before != kept
    assert read_understood(before, guide.source).brief == guide.title


def test_the_shipped_guide_has_one() -> None:
    assert shipped_guide().brief == "ML system design, principal"
