"""Short names for dimensions: one word each, to be typed after a # in a note."""

import unicodedata
from collections import Counter
from collections.abc import Sequence

_SMALL_WORDS = frozenset({"and", "for", "in", "of", "on", "or", "the", "to", "with"})


def tags_of(titles: Sequence[str]) -> tuple[str, ...]:
    """A tag for each title: unique, lower case, of letters, marks, digits and hyphens.

    It is the first word of the title where no other title begins with it, or else the
    first later word that is still free.
    """
    words = [_words(title) for title in titles]
    first = Counter(each[0] for each in words)
    tags = [each[0] if first[each[0]] == 1 else "" for each in words]
    for place, candidates in enumerate(words):
        if not tags[place]:
            tags[place] = _free(candidates[1:] + candidates[:1], set(tags))
    return tuple(tags)


def _words(title: str) -> list[str]:
    """The words of a title; small ones only where it has no others."""
    spaced = "".join(char if _belongs(char) else " " for char in title.casefold())
    found = [word.strip("-") for word in spaced.replace("‐", "-").replace("‑", "-").split()]
    found = [word for word in found if word]
    telling = [word for word in found if len(word) > 1 and word not in _SMALL_WORDS]
    return telling or found or ["dimension"]


def _belongs(char: str) -> bool:
    return char in "-‐‑" or unicodedata.category(char)[0] in "LMN"


def _free(candidates: Sequence[str], used: set[str]) -> str:
    for candidate in candidates:
        if candidate not in used:
            return candidate
    number = 2
    while f"{candidates[0]}-{number}" in used:
        number += 1
    return f"{candidates[0]}-{number}"
