"""Items of lists: what stands in which, and those whose first words announce what follows."""

import re

from interview_desk.guide.importer.document import Block, BlockKind
from interview_desk.guide.importer.vocabulary import Part, part_of

_ITEM_LABEL = re.compile(r"([^:：]{2,60})[:：]\s*(.*)", re.DOTALL)
_ITEM_PARTS = frozenset({Part.STRONG, Part.RED_FLAGS, Part.QUESTIONS, Part.OBJECTIVE})
_LONGEST_LABEL = 9
_LONGEST_SPARED = 3
"""Words of a label that may go without saying; a longer one says something of its own."""


def label_part(block: Block, *, holds: bool) -> Part | None:
    """What an item announces with its first words, for itself or for the items in it.

    One that ``holds`` items needs no colon.
    """
    match = _ITEM_LABEL.fullmatch(block.text)
    name = block.lead or (match[1] if match else block.text if holds else "")
    if not name or len(name.split()) > _LONGEST_LABEL or name.endswith("?"):
        return None
    part = part_of(name)
    return part if part in _ITEM_PARTS else None


def label_text(block: Block) -> str:
    """What an item says behind the words that announce it."""
    match = _ITEM_LABEL.fullmatch(block.text)
    name = block.lead or (match[1] if match else "")
    rest = block.rest if block.lead else match[2].strip() if match else ""
    return rest if len(name.split()) <= _LONGEST_SPARED else block.text


def item_part(block: Block, *, holds: bool) -> Part | None:
    """What an item announces, if its first words do; ``holds`` says that items stand in it."""
    return label_part(block, holds=holds) if block.kind is BlockKind.ITEM else None


def parents_of(blocks: tuple[Block, ...]) -> dict[int, int]:
    """The item that each item stands in."""
    found: dict[int, int] = {}
    stack: list[Block] = []
    for block in blocks:
        if block.kind is not BlockKind.ITEM:
            stack = []
            continue
        while stack and stack[-1].level >= block.level:
            stack.pop()
        if stack:
            found[block.number] = stack[-1].number
        stack.append(block)
    return found


def inside_item(blocks: tuple[Block, ...], number: int) -> list[int]:
    """The blocks that belong to an item that heads a phase: those in it, up to the next."""
    head = blocks[number]
    if head.kind is BlockKind.ROW or head.kind is BlockKind.HEADING:
        return [number]
    found = [number]
    for block in blocks[number + 1 :]:
        if head.kind is BlockKind.ITEM:
            if block.kind is not BlockKind.ITEM or block.level <= head.level:
                break
        elif block.kind is not BlockKind.ITEM:
            break
        found.append(block.number)
    return found


def with_nested(blocks: tuple[Block, ...], number: int) -> list[int]:
    """An item with the items in it; any other block alone."""
    return inside_item(blocks, number) if blocks[number].kind is BlockKind.ITEM else [number]
