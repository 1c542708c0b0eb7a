"""The words of a text as search compares them: the same for what is looked through and looked for.

Letters are those of `fold`. Where a script puts no spaces between words, each two letters that
stand together are a word, and the last is one by itself: so a word is found within a sentence.
What a sign makes a name of is a word, too, beside its plain letters: C++, C#, .NET.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from interview_desk.interview.folded_text import FoldedText, Span, fold, merged

# Goes up whenever other words come of a text; what is stored is then folded anew.
FOLDING = 1
_LONGEST_QUERY = 200
_MOST_WORDS = 12
_MOST_LETTERS = 30  # of a run without spaces
_RUN = re.compile("[aA1Kk]+|H[Hh]*")
_LETTER = re.compile("Hh*")  # without spaces, with the marks that belong to it
_SIGNS_AFTER = re.compile(r"\+\++|\+(?![a-z0-9])|#")
# What the index takes for a letter in the place of a sign.
_AS_LETTERS = {ord(sign): 0xE000 + ord(sign) for sign in "+#."}
_FIRST_HAN = "\u3400"
# Texts that SQLite takes apart and folds by itself as it is done here: nearly all in English.
_SIGNED = re.compile(r"[^\W\d_][+#]|\.[^\W\d_]{2}")
_PUNCTUATION = "‐‑‒–—―‘’‚“”„†‡•…‰‹›«»¡¿§©®°±×÷£¢¥€"


class Word(NamedTuple):
    """A word that is looked for: as folded, and in the pieces that the index has of it."""

    letters: str
    pieces: Sequence[str]
    spaced: bool

    @property
    def says_little(self) -> bool:
        """Whether nearly every note has it: one letter, but for those that are whole words."""
        return len(self.letters) == 1 and self.letters < _FIRST_HAN


def indexed(text: str) -> str | None:
    """What the index is given in the place of a text; None if that is the text itself."""
    if _is_plain(text):
        return None
    found = fold(text)
    pieces: list[str] = []
    for run in _runs(found):
        pieces += _pieces(found, run)
        if name := _name(found, run):
            pieces.append(_letters(found, name))
    return " ".join(pieces)


def words_of(query: str) -> list[Word]:
    """The words that are looked for."""
    found = fold(query[:_LONGEST_QUERY])
    words = []
    for run in _runs(found):
        name = _name(found, run)
        if name and name[0] < run[0] and found.letters[: name[0]][-1:].isalnum():
            name = None  # a full stop without a space after it
        letters = _letters(found, name or run)
        if _is_spaced(found, run):
            words.append(Word(letters, (letters,), spaced=True))
        else:
            *pairs, last = _pieces(found, run)
            words.append(Word(letters, pairs[:_MOST_LETTERS] or (last,), spaced=False))
    return words[:_MOST_WORDS]


class Finder:
    """Tells where in a text words are; ``begun``: the last need not be typed to its end."""

    def __init__(self, words: Sequence[Word], *, begun: bool) -> None:
        self._words = words
        self._begun = begun
        # Most texts and queries are English: that needs no folding.
        self._english = all(word.letters.isascii() for word in words)

    def places(self, text: str) -> list[Span]:
        """Where the words are, from first to last."""
        if self._english and text.isascii():
            return self._in_english(text.lower())
        found = fold(text)
        return merged(place for run in _runs(found) for place in self._in_run(found, run))

    def _in_english(self, text: str) -> list[Span]:
        places: list[Span] = []
        end = len(text)
        for number, word in enumerate(self._words, 1):
            begun = self._begun and number == len(self._words)
            first = text.find(word.letters)
            while first >= 0:
                last = first + len(word.letters)
                whole = first == 0 or not text[first - 1].isalnum()
                while whole and begun and last < end and text[last].isalnum():
                    last += 1
                if whole and (last == end or not text[last].isalnum()):
                    places.append((first, last))
                first = text.find(word.letters, last)
        return merged(places) if len(places) > 1 else places

    def _in_run(self, found: FoldedText, run: Span) -> Iterator[Span]:
        name = _name(found, run)
        for number, word in enumerate(self._words, 1):
            begun = self._begun and number == len(self._words)
            if word.spaced:
                spans = (span for span in (name, run) if span and _is(found, span, word, begun))
                yield from map(found.place, spans)
            elif not _is_spaced(found, run):
                yield from map(found.place, _within(found, run, word, begun))


def _runs(found: FoldedText) -> Iterator[Span]:
    """Words, and what is written without spaces between them."""
    for run in _RUN.finditer(found.shape):
        # A mark by itself is a word to nobody.
        if not unicodedata.category(found.letters[run.start()]).startswith("M"):
            yield run.span()


def _is_spaced(found: FoldedText, run: Span) -> bool:
    return found.shape[run[0]] != "H"


def _pieces(found: FoldedText, run: Span) -> list[str]:
    if _is_spaced(found, run):
        return [_letters(found, run)]
    firsts = [letter.start() for letter in _LETTER.finditer(found.shape, *run)]
    ends = [*firsts[2:], run[1], run[1]]
    return [found.letters[first:end] for first, end in zip(firsts, ends, strict=False)]


def _name(found: FoldedText, run: Span) -> Span | None:
    """The word with the signs that make another name of it."""
    first, last = run
    if not _is_spaced(found, run):
        return None
    if found.letters[last - 1].isalpha() and (signs := _SIGNS_AFTER.match(found.letters, last)):
        return first, signs.end()
    begins = found.letters[first : min(first + 2, last)]
    if found.letters[:first][-1:] == "." and len(begins) == 2 and begins.isalpha():
        return first - 1, last
    return None


def _letters(found: FoldedText, span: Span) -> str:
    return found.letters[span[0] : span[1]].translate(_AS_LETTERS)


def _is(found: FoldedText, span: Span, word: Word, begun: bool) -> bool:
    letters = _letters(found, span)
    return letters == word.letters or (begun and letters.startswith(word.letters))


def _within(found: FoldedText, run: Span, word: Word, begun: bool) -> Iterator[Span]:
    at = found.letters.find(word.letters, *run)
    while at >= 0:
        end = at + len(word.letters)
        # With another mark its last letter is another one.
        if begun or found.shape[end : end + 1] != "h":
            yield at, end
        at = found.letters.find(word.letters, at + 1, run[1])


def _is_plain(text: str) -> bool:
    if _SIGNED.search(text):
        return False
    return text.isascii() or _others().fullmatch(text) is not None


@cache
def _others() -> re.Pattern[str]:
    """The other characters that SQLite treats alike: Latin letters with accents, and signs."""
    accented = (chr(code) for code in range(0xC0, 0x180) if _is_accented(chr(code)))
    return re.compile(f"[\\x00-\\x7f\\xa0{re.escape(_PUNCTUATION)}{''.join(accented)}]*")


def _is_accented(letter: str) -> bool:
    plain, *marks = [*unicodedata.normalize("NFD", letter)]
    return plain.isascii() and len(marks) == 1 and unicodedata.combining(marks[0]) > 0
