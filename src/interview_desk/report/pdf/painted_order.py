"""Text that runs to the left, in the order in which programs that take text out expect it.

They take a page's text from left to right, as it is seen, and turn each stretch of Hebrew or
Arabic round themselves (poppler's TextPage, for one, and PDFium's CPDF_TextPage). So it is
given to them turned round; the structure tree has it in its order of reading.
"""

import re
import unicodedata

# Marks without width that count as a letter of either direction (UAX 9, 2.6).
LEFT_TO_RIGHT_MARK = "\u200e"
_RIGHT_TO_LEFT_MARK = "\u200f"
_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"
_ISOLATES = dict.fromkeys(map(ord, (_ISOLATE, _END_OF_ISOLATE)))
_ISOLATED = re.compile(f"{_ISOLATE}[^{_END_OF_ISOLATE}]*")
_KINDS = {"R": "r", "AL": "r", "NSM": "m", "WS": "s"}
# Letters and their marks, with no more than spaces between words.
_STRETCH = re.compile("r[rm]*(?:s+r[rm]*)*")


def isolated(text: str) -> str:
    """The text so that it finds its own direction and leaves the one around it alone.

    It stands in marks for that (UAX 9, 2.4); spaces before it stay with what is around it.
    """
    words = text.lstrip()
    return f"{text[: len(text) - len(words)]}{_ISOLATE}{words}{_END_OF_ISOLATE}"


def painted_order(text: str) -> str:
    """A line of text with each stretch that runs to the left turned round, in marks.

    Without the marks the sign at the end of a stretch would be taken for a part of it.
    """
    found, end = [], 0
    for match in _STRETCH.finditer(_kinds(text)):
        turned = text[match.start() : match.end()][::-1]
        found += [text[end : match.start()], _RIGHT_TO_LEFT_MARK, turned, LEFT_TO_RIGHT_MARK]
        end = match.end()
    return "".join((*found, text[end:]))


def without_isolates(text: str) -> str:
    """The text without the marks of `isolated`."""
    return text.translate(_ISOLATES)


def runs_to_the_left(text: str) -> bool:
    """Whether its first letter with a direction has that one (UAX 9, rules P2 and P3)."""
    directions = map(unicodedata.bidirectional, _ISOLATED.sub("", text))
    return next((each for each in directions if each in {"L", "R", "AL"}), "L") != "L"


def leftward_letters(text: str) -> int:
    """How many of its letters run to the left."""
    return 0 if text.isascii() else _kinds(text).count("r")


def _kinds(text: str) -> str:
    return "".join(_KINDS.get(unicodedata.bidirectional(char), "o") for char in text)
