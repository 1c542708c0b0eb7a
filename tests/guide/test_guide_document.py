"""A whole guide to read: nothing of it is lost, and nothing in it is markup."""

import pytest

from interview_desk.guide.model import Guide
from interview_desk.guide.parse.reader import read_guide
from interview_desk.guide.render.blocks import Block, Style, markdown_blocks
from interview_desk.guide.render.document import book_of
from interview_desk.resources import resource
from tests.helpers.samples import SMALL_GUIDE, small_guide

SHIPPED = sorted(resource("guides").glob("*.md"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_everything_that_was_understood_is_there_to_read(path: object) -> None:
    guide = read_guide(path.read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    said = {block.text for block in book_of(guide)}
    wanted = [each.text for each in guide.indicators.values()]
    wanted += [each.text for each in guide.questions.values()]
    wanted += [each.text for each in guide.checklist_items.values()]
    wanted += [f"{level.name}: {level.text}" for d in guide.dimensions for level in d.levels]
    wanted += [item for group in guide.expectations for item in group.items]
    wanted += [pitfall.title for pitfall in guide.pitfalls]
    wanted += [*guide.recommendations, guide.key_principle]
    assert [text for text in wanted if text and text not in said] == []


def styles(guide: Guide, text: str) -> list[Style]:
    return [block.style for block in book_of(guide) if block.text == text]


def test_what_speaks_for_and_against_a_candidate_is_told_apart() -> None:
    assert styles(small_guide(), "Strong signals to watch for") == [Style.GOOD, Style.GOOD]
    assert styles(small_guide(), "Red flags") == [Style.BAD]


def test_free_words_stand_in_their_chapter() -> None:
    text = SMALL_GUIDE.replace("## Evaluation Rubric\n", "## Evaluation Rubric\n\nRate **each**.\n")
    blocks = book_of(read_guide(text))
    titles = [block.text for block in blocks]
    at = titles.index("Rate each.")
    assert titles[at - 2 : at] == ["The rubric", "Evaluation Rubric"]
    assert [span.text for span in blocks[at].spans if span.strong] == ["each"]


def test_markup_stays_text() -> None:
    [block] = markdown_blocks("<b onclick=x>Bold</b> & <img src=y>")
    assert block == Block(Style.BODY, block.spans)
    assert block.text == "<b onclick=x>Bold</b> & <img src=y>"


def test_lists_in_lists_keep_their_depth() -> None:
    found = [(block.text, block.depth) for block in markdown_blocks("- a\n  - b\n    - c\n- d")]
    assert found == [("a", 0), ("b", 1), ("c", 2), ("d", 0)]


def test_a_table_keeps_its_rows() -> None:
    [block] = markdown_blocks("| Form | Where |\n|---|:-:|\n| F-12 | **Drawer** |")
    assert block.text == "| Form | Where |\n| F-12 | Drawer |"


def test_the_open_half_of_a_comment_is_text() -> None:
    [block] = markdown_blocks("**Two**<!-- and no end")
    assert block.text == "Two<!-- and no end"


def test_addresses_are_told_behind_their_words() -> None:
    [block] = markdown_blocks('Read [the page](https://a.example/b "again") and ![map](m.png).')
    assert block.text == "Read the page (https://a.example/b, again) and map (m.png)."


def test_deep_nesting_does_no_harm() -> None:
    deep = "\n".join("  " * level + "- x" for level in range(60))
    assert max(block.depth for block in markdown_blocks(deep)) <= 4
