"""A guide's own headings and labels, where they say more than the names that we give."""

from collections.abc import Iterable, Sequence

from interview_desk.guide.model import Heading
from interview_desk.guide.parse.inline import unquoted
from interview_desk.guide.render.blocks import Block, Style

_LABELS = (Style.LABEL, Style.GOOD, Style.BAD)
_HOLDS_MORE = (Style.SECTION, Style.QUOTE)  # a number or minutes, or several texts


def with_headings(
    blocks: Iterable[Block], headings: Sequence[Heading], names: frozenset[str]
) -> list[Block]:
    """The blocks, each heading over what it stands over in the guide.

    It takes the place of a label that is one of our ``names``. What has no place comes last.
    """
    waiting = list(headings)
    woven: list[Block] = []
    for block in blocks:
        found = _standing_over(block, waiting)
        ours = woven.pop() if found and woven and _is_ours(woven[-1], names) else None
        near = found.pop() if ours and found[-1].near else None
        woven += [Block.of(Style.LABEL, each.text) for each in found]
        if ours:
            woven.append(Block.of(ours.style, near.text) if near else ours)
        woven.append(block)
        found += [near] if near else []
        for each in found:
            waiting.remove(each)
    if waiting:
        woven.append(Block.of(Style.CHAPTER, "Other headings"))
        woven += [Block.of(Style.BODY, each.text) for each in waiting]
    return woven


def _is_ours(block: Block, names: frozenset[str]) -> bool:
    return block.style in _LABELS and block.text in names


def _standing_over(block: Block, waiting: Sequence[Heading]) -> list[Heading]:
    """The first heading over this block, with those that follow it over the same."""
    found: list[Heading] = []
    for each in waiting:
        over = each.over == found[0].over if found else _is_over(each.over, block)
        if over:
            found.append(each)
        elif found:
            break
    return found


def _is_over(text: str, block: Block) -> bool:
    if not text or block.style in (Style.TITLE, Style.CHAPTER):
        return False
    steps = block.text.split(" · ")
    return unquoted(text) in (block.text, *steps) or (
        block.style in _HOLDS_MORE and text in block.text
    )
