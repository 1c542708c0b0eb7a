"""How long the whole interview takes, where a document says so beside the times of its parts."""

import re
from dataclasses import dataclass

from interview_desk.guide.importer.document import Block, BlockKind
from interview_desk.guide.importer.durations import time_anywhere, time_in_title
from interview_desk.guide.importer.outline import Node, Outline
from interview_desk.guide.importer.vocabulary import Part, folded
from interview_desk.guide.model import MinuteRange

_END_MARK = re.compile(
    r"\b(?:end|ends|finish|finished|over|until|schluss|ende|endet|bis|fin|termina|acaba)\b\W*(?:at|by|um|à|a"
    r"|las|às)?\W*(\d{1,2})[:.h](\d{2})\b",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"\b(takes?|lasts?|sitting|duration|length|total|minutes? (long|interview|call|session)|whole|"
    r"entire|hour|dauert|dauer|insgesamt|dure|duree|dura|duracion|duracao|we have|in all)\b"
)
_BEGINS_WITH_LENGTH = re.compile(r"(about |ca\.? )?\d{2,3}[- ]?(minutes?|minuten|minutos|min)\b")
_SHORTEST = 10
"""Minutes; less than that is a part of an interview, whatever the words around it."""


@dataclass(frozen=True, slots=True)
class Length:
    """The minutes of the whole, and the block that tells them: -1 for the title, or none.

    ``end`` is the mark on the clock at which all ends, in minutes.
    """

    minutes: MinuteRange | None = None
    block: int = -1
    end: int | None = None


def find_length(outline: Outline, title: Node | None) -> Length:
    """The length of the whole: in the title, behind a label, or in a sentence."""
    if title and (time := time_in_title(title.title)) and time.minutes:
        return Length(time.minutes)
    return _labelled(outline, title) or _told(outline, title)


def _labelled(outline: Outline, title: Node | None) -> Length | None:
    for node in outline.nodes:
        outer = node.part is Part.TIME and node.parent in (title, outline.root)
        if node.part is Part.LENGTH or outer:
            texts = [node.inline, *(each.text for each in outline.own(node))]
            times = [time for text in texts if text and (time := time_anywhere(text))]
            if times and times[0].minutes:
                return Length(times[0].minutes, node.block)
    return None


def _told(outline: Outline, title: Node | None) -> Length:
    end: int | None = None
    for block in outline.document.blocks:
        if mark := _END_MARK.search(block.text):
            end = int(mark[1]) * 60 + int(mark[2])
        if block.kind is BlockKind.PARAGRAPH and _tells_the_whole(outline, title, block):
            time = time_anywhere(block.text)
            if time and time.minutes and time.minutes.low >= _SHORTEST:
                return Length(time.minutes, block.number, end)
    return Length(end=end)


def _tells_the_whole(outline: Outline, title: Node | None, block: Block) -> bool:
    """Whether words are on the length of all: they say so, or begin with it under the title."""
    said = folded(block.text)
    outer = outline.home[block.number] in (title, outline.root)
    return bool(_LENGTH.search(said) or (outer and _BEGINS_WITH_LENGTH.match(said)))
