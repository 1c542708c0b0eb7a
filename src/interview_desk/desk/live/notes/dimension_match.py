"""Finding a dimension from a few of its letters."""

import re
from collections.abc import Sequence

from interview_desk.guide.model import Dimension

HASHES = "#＃"  # the second is what East Asian keyboards type

# What a tag being typed is: a # at the start of a word, and what follows it up to the caret.
_TYPED = re.compile(rf"(?<!\S)[{HASHES}]([^\s{HASHES}]*)$")


def tag_being_typed(before_caret: str) -> str | None:
    """The letters after a ``#`` that the caret stands behind; None if there is no such tag."""
    if "#" not in before_caret and "＃" not in before_caret:
        return None
    found = _TYPED.search(before_caret)
    return found[1] if found else None


def matching(typed: str, dimensions: Sequence[Dimension]) -> list[Dimension]:
    """The dimensions the letters may mean, the likeliest first; all of them for no letters.

    A tag that begins so comes before a word of the title that does, and both before letters
    that are merely found in this order.
    """
    word = typed.casefold()
    ranked = [(rank, each) for each in dimensions if (rank := _rank(word, each)) is not None]
    return [each for _, each in sorted(ranked, key=lambda pair: (pair[0], pair[1].number))]


def _rank(word: str, dimension: Dimension) -> int | None:
    tag, title = dimension.tag.casefold(), dimension.title.casefold()
    if tag.startswith(word):
        return 0
    if any(part.startswith(word) for part in re.split(r"\W+", title)):
        return 1
    if _in_order(word, tag):
        return 2
    return 3 if _in_order(word, title) else None


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)
