"""An interview whose guide says that nothing is rated."""

from interview_desk.guide.parse.reader import read_guide
from interview_desk.interview.interview import Interview
from interview_desk.interview.summary import summarise_interview

GUIDE = "# Call\n\n## Phase 1: Talk (20 minutes)\n\n## Rubric\n\nNone.\n"


def test_it_has_a_line_in_the_library() -> None:
    summary = summarise_interview(Interview.of("a", read_guide(GUIDE), 0))
    assert (summary.heights, summary.levels) == ((), 0)
