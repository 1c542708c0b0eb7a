"""Whatever a document holds, it is read, and no word of it is lost."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from interview_desk.guide.importer.proposal import Choices, propose
from interview_desk.guide.importer.reading import read_text
from interview_desk.guide.importer.roles import Role
from interview_desk.guide.parse.reader import read_guide
from interview_desk.guide.render.document import book_of
from tests.guide.importer.documents import words

# Words that mean nothing to a guide, so that each must come out again.
NAMES = words(
    "apple brook candle dune ember fern garnet hazel indigo juniper kestrel larch mallow nettle"
    " otter pebble quartz rowan sorrel teasel umber violet willow yarrow"
)
PLAIN = st.sampled_from(sorted(NAMES))
PHRASE = st.lists(PLAIN, min_size=1, max_size=4).map(" ".join)
HEADING = st.builds(
    "{} {}{}".format,
    st.sampled_from(["##", "###", "####"]),
    PHRASE,
    st.sampled_from(["", "", " (5 minutes)", " - 10 min", " (20%)", " (weight 20%)"]),
)
LABEL = st.sampled_from(
    ["**What to look for:**", "**Red flags**", "**Questions**", "Objective:", "## Rubric",
     "## Before the interview", "## Scoring scale", "## Tips", "**Rating:**"]
)  # fmt: skip
MARK = st.sampled_from(
    ["", "**1**: ", "5 - ", "**Good**: ", "Poor: ", "(5 min) ", "[ ] ", "0:05 – ", "*", "`", "<b>"]
)
ITEM = st.builds("{}- {}{}{}".format, st.sampled_from(["", "  "]), MARK, PHRASE,
                 st.sampled_from(["", "?", "."]))  # fmt: skip
PROSE = st.builds("{}{}".format, PHRASE, st.sampled_from(["", ".", "?", ":"]))
ROW = st.builds("| {} | {} |".format, PHRASE, PHRASE)
TABLE = st.builds(
    "| {} | {} |\n|---|---|\n{}".format,
    st.sampled_from(["Time", "Area", "Score", "Question"]),
    st.sampled_from(["1 - Poor", "Minutes", "Weight", "Notes"]),
    st.lists(ROW, min_size=1, max_size=4).map("\n".join),
)
PIECE = st.one_of(
    HEADING, LABEL, st.lists(ITEM, min_size=1, max_size=5).map("\n".join), PROSE, TABLE
)
TEXT = st.lists(PIECE, min_size=1, max_size=14).map("\n\n".join).map("# Interview\n\n{}".format)
ALONE = (
    "# Interview\n\n**What to look for:**\n\n## apple\n\n**What to look for:**\n\napple\n\n"
    + "## apple\n\n" * 8
    + "- 5 - apple\n- **1**: brook"
)


@settings(max_examples=150, deadline=None)
@given(TEXT)
def test_no_word_is_lost(text: str) -> None:
    guide = read_guide(propose(read_text(text, "x.md")).text())
    shown = words("\n".join(block.text for block in book_of(guide)))
    assert words(text) & NAMES <= shown


@settings(max_examples=100, deadline=None)
@given(TEXT, st.lists(st.tuples(st.integers(0, 30), st.sampled_from(list(Role))), max_size=6))
@example(ALONE, [(13, Role.TITLE)])  # what is left of two levels is no scale
def test_no_word_is_lost_whatever_is_chosen(text: str, picked: list[tuple[int, Role]]) -> None:
    document = read_text(text, "x.md")
    chosen = {number: role for number, role in picked if number < len(document.blocks)}
    found = propose(document, Choices(chosen))
    roles = zip(document.blocks, found.roles, strict=True)
    kept = [block for block, role in roles if role.role is not Role.NOTHING]
    guide = read_guide(found.text())
    shown = words("\n".join(block.text for block in book_of(guide)))
    assert words(" ".join(block.text for block in kept)) & NAMES <= shown


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400), st.sampled_from(["x.md", "x.txt", "x.html"]))
def test_any_text_is_read(text: str, name: str) -> None:
    document = read_text(text.replace("\x00", ""), name)
    found = propose(document)
    assert len(found.roles) == len(document.blocks)
