"""Whatever a writer puts into a guide can be read in it, or a fault says that it cannot."""

from dataclasses import fields

from hypothesis import HealthCheck, given, reject, settings

from interview_desk.guide.faults import GuideError
from interview_desk.guide.model import Guide
from interview_desk.guide.parse.reader import read_guide
from interview_desk.guide.render.document import book_of
from interview_desk.guide.understood import read_understood, write_understood
from tests.guide.written_shapes import written_guides


def held_by(guide: Guide) -> str:
    """All that the parsed guide says, but for the source that it keeps."""
    named = [each.name for each in fields(guide) if each.name != "source"]
    return repr([getattr(guide, name) for name in named])


def vanished(words: list[str], text: str) -> list[str]:
    return [word for word in words if word not in text]


@given(written_guides())
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_every_word_is_in_the_guide_and_can_be_read(written: tuple[str, list[str]]) -> None:
    text, words = written
    try:
        guide = read_guide(text)
    except GuideError:
        reject()  # Its faults name their lines; too many such guides would fail this test.
    assert vanished(words, held_by(guide)) == []
    assert read_understood(write_understood(guide), guide.source) == guide
    assert vanished(words, " ".join(block.text for block in book_of(guide))) == []
