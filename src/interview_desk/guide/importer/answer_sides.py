"""“Good” and “Poor” under a question: what an answer shows, not two levels of something rated."""

import re
from collections.abc import Mapping

from interview_desk.guide.importer.document import Block, BlockKind, Document
from interview_desk.guide.importer.level_words import rank_of
from interview_desk.guide.importer.vocabulary import Part, folded

_GOOD = frozenset(
    ["good", "great", "strong", "positive", "gut", "stark", "positiv", "bien", "bon", "bonne",
     "positif", "bueno", "buena", "bien", "positivo", "bom", "boa", "forte", "fuerte", "+", "plus"]
)  # fmt: skip
_POOR = frozenset(
    ["poor", "bad", "weak", "negative", "schlecht", "schwach", "negativ", "mauvais", "mauvaise",
     "faible", "negatif", "malo", "mala", "debil", "negativo", "mau", "fraco", "ruim", "-", "minus"]
)  # fmt: skip
_NAME = re.compile(r"([^:：]{1,24})[:：]?\s*(.*)", re.DOTALL)
_ASKS = re.compile(r"[?？][\"”’»)*]*$|^(?:Q|Question|Frage|F|P)\s*\d{1,2}\b")
_PLAIN = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING)


def sides_of(document: Document) -> Mapping[str, Part]:
    """The names that stand for what a good and a poor answer shows; none where they are levels.

    They do where both stand under questions and no third word for a level does.
    """
    found: dict[str, Part] = {}
    asked = False
    for block in document.blocks:
        if block.kind not in _PLAIN:
            continue
        name = side_name(block)
        if name in _GOOD or name in _POOR:
            if not asked:
                return {}
            found[name] = Part.STRONG if name in _GOOD else Part.RED_FLAGS
        elif _is_level(block, name):
            return {}
        elif block.kind is BlockKind.HEADING or _ASKS.search(block.lead or block.text):
            asked = _ASKS.search(block.lead or block.text) is not None
    return found if len({*found.values()}) == 2 else {}


def is_side(words: str) -> bool:
    """Whether words may be those over good or over poor answers."""
    name = folded(words).rstrip(": ")
    return name in _GOOD or name in _POOR


def side_name(block: Block) -> str:
    """The word that opens a block, to be compared: “Good” of “Good: tells what went wrong”."""
    if block.lead:
        return folded(block.lead).rstrip(": ")
    match = _NAME.fullmatch(block.text)
    colon = match is not None and (":" in block.text or "：" in block.text or not match[2])
    return folded(match[1]) if match and colon else ""


def _is_level(block: Block, name: str) -> bool:
    """Whether a block opens with one word for a level, such as “Fair:”."""
    return bool(name) and len(name.split()) == 1 and rank_of(name) >= 0 and block.text != name
