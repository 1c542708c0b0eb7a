"""A text as names are compared in it: without case, accents, and signs that nobody sees.

Beside the letters stands their *shape*, one sign for each: what kind of letter it is, so that a
pattern over the shape finds words, the humps of ``camelCase``, and where a script changes.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

# The shapes. A mark belongs to the letter before it.
LETTER, CAPITAL = "a", "A"  # of a script that puts spaces between words
UNSPACED, UNSPACED_MARK = "H", "h"
HANGUL, HANGUL_MARK = "K", "k"  # spaced, but what follows a name is written on to it
DIGIT, OTHER = "1", " "
WORD = re.compile("[aA]+")
UNSPACED_RUN = re.compile("[HhKk]+")

Span = tuple[int, int]

_ASCII_LETTERS = str.maketrans({**dict.fromkeys("\t\v\f\r", " "), "`": "'"})
_ASCII_SHAPE = {
    code: LETTER if chr(code).islower() else CAPITAL if chr(code).isupper() else
    DIGIT if chr(code).isdecimal() else OTHER
    for code in range(128)
}  # fmt: skip
# Letters that do not come apart into a plain one and a mark, and signs that look alike.
_ALIKE = {
    **dict.fromkeys("’‘ʼʻʹ′´‛＇՚", "'"),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ŋ": "n", "æ": "ae",
    "œ": "oe", "þ": "th", "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ک": "ك", "ٱ": "ا",
    "ة": "ه", "ە": "ه", "ہ": "ه", "ۃ": "ه", "ھ": "ه", "ـ": "",
    "װ": "וו", "ױ": "וי", "ײ": "יי", "♯": "#",
}  # fmt: skip
# Where scripts written without spaces stand in Unicode: firsts and lasts.
_UNSPACED = (
    (0x0E00, 0x0FFF),  # Thai, Lao, Tibetan
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x1950, 0x19FF),  # Tai Le, New Tai Lue, Khmer signs
    (0x1A20, 0x1AAF),  # Tai Tham
    (0x1B00, 0x1B7F),  # Balinese
    (0x2E80, 0x2FDF),  # radicals
    (0x3005, 0x3007),
    (0x3040, 0x312F),  # kana, Bopomofo
    (0x31A0, 0x31FF),
    (0x3400, 0x9FFF),  # Han
    (0xA000, 0xA4CF),  # Yi
    (0xA980, 0xA9FF),  # Javanese, Burmese
    (0xAA00, 0xAA7F),  # Cham, Burmese
    (0xAA80, 0xAADF),  # Tai Viet
    (0xF900, 0xFAFF),
    (0x1B000, 0x1B16F),
    (0x20000, 0x3FFFF),
)
_FIRSTS = [first for first, _ in _UNSPACED]
_TSHEG = "\u0f0b\u0f0c"  # between the syllables of a Tibetan word
_NOTHING = "\U0010ffff"  # no character, and so in no folded text
# Combining classes of marks that make another syllable, as no accent does: voiced kana, viramas,
# and the vowels of Telugu, Thai, Lao and Tibetan. Most vowel signs of India have no class at all.
_SPOKEN = {8, 9, 84, 91, 103, 118, 129, 130, 132}
# What is not shown although it is no sign of format: fillers, selectors and joiners.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)


@dataclass(frozen=True, slots=True)
class FoldedText:
    """``places`` tells where in the text each letter, and the end, came from."""

    letters: str
    shape: str
    places: Sequence[int]

    def place(self, span: Span) -> Span:
        """Where in the text that stretch of the letters came from, in whole characters.

        The marks after them belong to it.
        """
        first, last = self.whole(span)
        return self.places[first], self.places[last]

    def whole(self, span: Span) -> Span:
        """All letters of the characters that the stretch has letters of."""
        first, last = span
        first = bisect_left(self.places, self.places[first], 0, first + 1)
        if last > first and self.places[last] == self.places[last - 1]:
            last = bisect_right(self.places, self.places[last], last)
        return first, last

    def is_within_character(self, span: Span) -> bool:
        """Whether it is only a part of what one character came apart into, as the 1 of ¼."""
        first, last = self.whole(span)
        return (first, last) != span and self.places[first] == self.places[last - 1]

    def part(self, span: Span) -> "FoldedText":
        """That stretch by itself."""
        first, last = span
        return FoldedText(
            self.letters[first:last], self.shape[first:last], self.places[first : last + 1]
        )

    def without(self, spans: Iterable[Span]) -> "FoldedText":
        """The same with nothing to find in those stretches."""
        letters, shape = [*self.letters], [*self.shape]
        for first, last in spans:
            letters[first:last] = _NOTHING * (last - first)
            shape[first:last] = OTHER * (last - first)
        return FoldedText("".join(letters), "".join(shape), self.places)

    def span(self, place: Span) -> Span:
        """The stretch of the letters that came from there in the text."""
        return bisect_left(self.places, place[0]), bisect_left(self.places, place[1])


def fold(text: str) -> FoldedText:
    """The text to compare names in."""
    if text.isascii():
        letters = text.lower().translate(_ASCII_LETTERS)
        return FoldedText(letters, text.translate(_ASCII_SHAPE), range(len(text) + 1))
    found: list[str] = []
    shapes: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        letters, shape = _fold(char)
        if letters:
            found.append(letters)
            shapes.append(shape)
            places += [place] * len(letters)
    return FoldedText("".join(found), "".join(shapes), [*places, len(text)])


def folded(name: str) -> str:
    """A name as it is compared with another: what `fold` leaves, without needless space."""
    return " ".join(fold(name).letters.split())


def is_uncased(letter: str) -> bool:
    """Whether its script has no capitals, so that nothing tells a name from a word."""
    return letter.upper() == letter.lower()


def merged(spans: Iterable[Span]) -> list[Span]:
    """The stretches from first to last, those that overlap as one."""
    kept: list[Span] = []
    for first, last in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or first >= kept[-1][1]:
            kept.append((first, last))
        elif last > kept[-1][1]:
            kept[-1] = (kept[-1][0], last)
    return kept


@lru_cache(maxsize=8192)
def _fold(char: str) -> tuple[str, str]:
    """What one character folds to, and its shape; nothing for what is not to be compared."""
    if char.isspace():
        same = "\n" if char in "\n\x85\u2028\u2029" else " "
        return same, OTHER
    # Without its marks first: some are letters of their own as soon as they are small.
    bare = "".join(filter(_is_compared, unicodedata.normalize("NFKD", char)))
    letters = "".join(map(_plain, filter(_is_compared, bare.casefold())))
    shape = "".join(map(_shape, letters))
    if char.isupper() and shape.startswith(LETTER):
        shape = CAPITAL + shape[1:]
    return letters, shape


def _is_compared(letter: str) -> bool:
    """Whether it is anything but an accent or what nobody sees."""
    if unicodedata.category(letter) in {"Cf", "Me"} or letter == _NOTHING:
        return False
    accent = unicodedata.combining(letter)
    return (not accent or accent in _SPOKEN) and not _UNSEEN.match(letter)


def _plain(letter: str) -> str:
    if unicodedata.category(letter) == "Nd":
        return str(unicodedata.decimal(letter))
    return _ALIKE.get(letter, letter)


def _shape(letter: str) -> str:
    if "\u1160" <= letter <= "\u11ff":
        return HANGUL_MARK
    if "\u1100" <= letter <= "\u115f":
        return HANGUL
    if letter.isdecimal():
        return DIGIT
    mark = unicodedata.category(letter).startswith("M")
    # Private signs mean what some font says: in Hong Kong, rare letters of names.
    private = unicodedata.category(letter) == "Co"
    if not (mark or letter.isalpha() or letter in _TSHEG or letter == "々" or private):
        return DIGIT if letter.isalnum() else OTHER
    code = ord(letter)
    number = bisect_right(_FIRSTS, code) - 1
    if number >= 0 and code <= _UNSPACED[number][1]:
        return UNSPACED_MARK if mark else UNSPACED
    return LETTER
