"""Words of a text that look like names of people, firms and places, for somebody to look at.

Nothing tells a name for sure but knowing it. What is found is written with a capital although no
sentence begins there, and is no word of the guide.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from interview_desk.interview.folded_text import FoldedText, Span, fold

_WORD = re.compile("[aA]+")
_CAPITALISED = re.compile("A[aA]*")
_HUMP_INSIDE = re.compile("a+A|AAa")
# What may stand between the words of one name.
_BETWEEN = frozenset((" ", "-", "'", "&", ". "))
_QUOTES = '"“”„«»'
_BULLETS = "-–—•·*→>+#"
_ENDS = ".!?…。\n"
_SHORT_FORM = re.compile(r"(?:^|[^a-z0-9])[a-z]\.\Z")
# Written with a capital wherever they stand, and no name of anybody.
_ALWAYS = frozenset(
    ("i", "ok", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
     "english", "german", "french", "spanish", "portuguese", "internet", "sie", "ihr", "ihnen",
     "ihre", "ihren", "ihrem", "cv", "qa", "pm", "am")
)  # fmt: skip
_BEGINS_NAME = re.compile(r"'[^\W\d_]{2}")  # as in O'Brien
# In a language that writes nouns with a capital, capitals tell nothing.
_MANY_CAPITALS = 0.2
_ENOUGH_WORDS = 60
_MOST = 100


@dataclass(frozen=True, slots=True)
class LikelyName:
    """What looks like a name, as it is written first.

    ``likely`` is False for what is as often something else: short forms in capitals, and every
    word of a text that writes nouns with a capital.
    """

    text: str
    likely: bool = True


def known_words(*texts: str) -> frozenset[str]:
    """The words of texts that name nobody, such as the guide's, as `likely_names` compares them."""
    found: set[str] = set()
    for text in texts:
        found.update(word for _, word, _ in _words(fold(text)))
    return frozenset(found)


def likely_names(
    texts: Iterable[tuple[str, FoldedText]], known: frozenset[str]
) -> tuple[LikelyName, ...]:
    """What looks like a name in the texts together, in the order of its first place.

    Each text is given as it is and folded, without letters where something is taken out already
    (`FoldedText.without`).
    """
    small: set[str] = set()
    written: dict[str, str] = {}
    counted = capitals = 0
    for typed, text in texts:
        for span, word, first in _words(text):
            capital = text.shape[span[0]] == "A"
            if not capital:
                small.add(word)
            if not first:
                counted, capitals = counted + 1, capitals + capital
        for span in _runs(text, known):
            key = text.letters[slice(*span)]
            written.setdefault(key, typed[slice(*text.place(span))])
    many = counted >= _ENOUGH_WORDS and capitals > _MANY_CAPITALS * counted
    return tuple(
        LikelyName(name, likely=not many and not name.isupper())
        for key, name in written.items()
        if key not in small
    )[:_MOST]


def _words(text: FoldedText) -> Iterator[tuple[Span, str, bool]]:
    """Every word: where it is, its letters, and whether a sentence begins with it."""
    for match in _WORD.finditer(text.shape):
        yield match.span(), text.letters[slice(*match.span())], _is_first(text, match.start())


def _runs(text: FoldedText, known: frozenset[str]) -> Iterator[Span]:
    """Words beside each other that look like names, as one: ``Maria Kask``."""
    run: Span | None = None
    for match in _CAPITALISED.finditer(text.shape):
        span = match.span()
        if not _looks_like_name(text, span, known):
            continue
        if run is not None and text.letters[run[1] : span[0]] in _BETWEEN:
            run = run[0], span[1]
            continue
        if run is not None:
            yield run
        run = span
    if run is not None:
        yield run


def _looks_like_name(text: FoldedText, span: Span, known: frozenset[str]) -> bool:
    first, last = span
    word, shape = text.letters[first:last], text.shape[first:last]
    if word in known or word in _ALWAYS:
        return False
    if last - first < 2 and not _BEGINS_NAME.match(text.letters, last):
        return False
    around = text.shape[max(0, first - 1) : first]
    if around.strip() and around in "aA1":
        return False
    # A capital within a word is written on purpose, wherever it stands.
    return bool(_HUMP_INSIDE.search(shape)) or not _is_first(text, first)


def _is_first(text: FoldedText, place: int) -> bool:
    """Whether a sentence, a line or something quoted begins there."""
    before = text.letters[max(0, place - 12) : place].rstrip(" ")
    bare = before.rstrip(f"{_QUOTES} ")
    if not bare:
        return place < 12
    if bare[-1] in _BULLETS:
        line = bare.rstrip(f" {_BULLETS}")
        return not line or line.endswith("\n")
    return bare != before or (bare[-1] in _ENDS and not _SHORT_FORM.search(bare))
