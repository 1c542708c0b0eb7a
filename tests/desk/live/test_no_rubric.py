"""The live page of an interview whose guide rates nobody."""

from collections.abc import Callable

from interview_desk.guide.parse.reader import read_guide
from tests.helpers.live import LiveDesk
from tests.helpers.samples import prepared

GUIDE = "# Call\n\n## Phase 1: Talk (20 minutes)\n\n## Rubric\n\nNone.\n"


def test_no_key_is_offered_for_a_dimension(sit: Callable[..., LiveDesk]) -> None:
    live = sit(prepared(read_guide(GUIDE)))
    offered = live.page.field._legend.accessibleName()
    assert "strength" in offered
    assert "dimension" not in offered
    live.note("Writes it down, #clarity or not")
    assert live.page.session.interview.notes[0].text == "Writes it down, #clarity or not"
