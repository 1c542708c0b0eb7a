"""A name in scripts with spaces between words: in parts, run together, inflected, misspelt."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from interview_desk.interview.folded_text import WORD, FoldedText, Span, fold, is_uncased, merged

# Parts and titles that name nobody by themselves.
_PARTICLES = frozenset(
    ("al", "bin", "da", "dal", "de", "del", "della", "den", "der", "di", "do", "dos", "dr", "du",
     "el", "frau", "he", "her", "herr", "him", "his", "ibn", "ii", "iii", "jr", "la", "le", "mba",
     "mme", "mr", "mrs", "ms", "phd", "prof", "she", "sr", "ten", "ter", "the", "them", "they",
     "van", "von", "y", "zu", "ال", "بن", "ابن", "בן", "בת")
)  # fmt: skip
# Names that are words, too: taken out only where they are written as a name.
_WORDS = frozenset(
    ("an", "april", "are", "art", "august", "best", "bill", "black", "bond", "brown", "can",
     "case", "cash", "chance", "charity", "chase", "chip", "christian", "day", "dean", "do",
     "doe", "drew", "faith", "field", "fields", "frank", "gold", "good", "grace", "grant",
     "green", "ha", "happy", "ho", "hope", "in", "jack", "joy", "june", "key", "king", "law",
     "lie", "little", "long", "love", "lucky", "major", "many", "mark", "max", "may", "miles",
     "min", "my", "new", "no", "norm", "on", "page", "park", "pat", "penny", "power",
     "powers", "price", "ray", "rich", "rob", "rose", "rush", "say", "see", "sharp", "short",
     "silver", "sky", "small", "so", "son", "steel", "stone", "strong", "sue", "summer",
     "sweet", "swift", "to", "true", "way", "white", "will", "wise", "wood", "young")
)  # fmt: skip
# What a short name and an s are, besides a genitive.
_NO_GENITIVE = frozenset(
    ("boss", "bus", "class", "does", "gas", "goes", "has", "its", "kiss", "less", "loss",
     "mass", "miss", "news", "pass", "plus", "sees", "this", "thus", "uses", "was", "yes")
)  # fmt: skip
# Endings of cases in languages with Cyrillic letters, as they are folded.
_CASES = frozenset(
    ("а", "у", "ю", "е", "ы", "и", "я", "о", "ом", "ем", "ои", "еи", "ою", "ею", "ым", "им", "ого",
     "ему", "ому", "ых", "их", "ам", "ям", "ами", "ями", "ові", "еві", "і")
)  # fmt: skip
_CASE_VOWELS = "аяьиеоы"
# What Arabic and Hebrew write on to the word that follows.
_PREFIXES = frozenset(
    ("و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "فال", "كال", "لل", "ول", "وب",
     "ו", "ב", "ל", "כ", "מ", "ש", "ה", "של", "ול", "וב", "כש", "שב", "וש", "שה")
)  # fmt: skip
_ARTICLE = "ال"
_TWO_LETTERS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("å", "aa"), ("ø", "oe"))
_HUMP = re.compile("A+(?=Aa)|A?a+|A+")
_MOST_HUMPS, _MOST_PAIRED = 8, 6
_LONG, _LONGEST_WORD = 4, 60


@dataclass(frozen=True, slots=True)
class _Word:
    """A run of letters in a text; ``tied`` to figures or an underscore, as in a file's name."""

    letters: str
    shape: str
    tied: bool = False

    @property
    def capital(self) -> bool:
        """Whether it is written as a name, as far as its script tells."""
        return self.shape[0] == "A" or is_uncased(self.letters[0])


class SpacedName:
    """``words`` are those of the name in their order, ``parts`` what is the name by itself."""

    def __init__(self, name: str) -> None:
        text = fold(name)
        self.words = [text.letters[slice(*match.span())] for match in WORD.finditer(text.shape)]
        own = [word for word in self.words if len(word) > 1 and word not in _PARTICLES]
        self.initials = {word[0] for word in self.words if word not in _PARTICLES}
        self.parts = {
            variant for word in {*own, *_spelt_out(name, own)} for variant in _variants(word)
        }
        # Such as Will Grant: small, it is no name.
        self.is_of_words = bool(own) and _WORDS.issuperset(own)
        self._joined = {"".join(self.words), "".join(self.words[::-1])} if own else set()
        self._pairs = _pairs(own)
        self._stems = {_stem(part) for part in self.parts}
        self._longest = 2 * sum(map(len, self.words)) + 2
        self._known: dict[_Word, list[Span]] = {}
        self._near: dict[_Word, bool] = {}

    def find(self, text: FoldedText) -> Iterator[Span]:
        """Where in the letters it is, or a part of it."""
        if self.parts:
            for start, word in _words(text):
                if word not in self._known:
                    self._known[word] = self._within(word)
                for first, last in self._known[word]:
                    yield start + first, start + last

    def find_nearly(self, text: FoldedText) -> Iterator[Span]:
        """Where words are that resemble it, or have it in them."""
        if self.parts:
            for start, word in _words(text):
                if word not in self._near:
                    self._near[word] = self._is_nearly(word)
                if self._near[word]:
                    yield start, start + len(word.letters)

    def names_account(self, text: FoldedText) -> bool:
        """Whether somebody of that name may have such a link or handle."""
        return any(self._is_account(word) for _, word in _words(text))

    # What it is

    def _within(self, word: _Word) -> list[Span]:
        letters = word.letters
        if not any(stem in letters for stem in self._stems):
            return []
        if self._is_name(letters, capital=word.capital) or self._is_login(word):
            return [(0, len(letters))]
        found = [*self._in_humps(word)]
        for pair in self._pairs:
            found += [match.span() for match in re.finditer(re.escape(pair), letters)]
        return merged(found)

    def _in_humps(self, word: _Word) -> Iterator[Span]:
        """Where it is among the humps of ``CamelCase``."""
        humps = [match.span() for match in _HUMP.finditer(word.shape)]
        first = 0 if len(humps) > 1 else len(humps)
        while first < len(humps):
            start = humps[first][0]
            for last in range(min(first + _MOST_HUMPS, len(humps)) - 1, first - 1, -1):
                end = humps[last][1]
                if self._is_name(word.letters[start:end], capital=word.shape[start] == "A"):
                    yield start, end
                    first = last
                    break
            first += 1

    def _is_name(self, letters: str, *, capital: bool) -> bool:
        if letters in self.parts or letters in self._joined:
            return capital or letters not in _WORDS
        inflected = any(_is_inflected(letters, part, capital=capital) for part in self.parts)
        return inflected or self._is_composed(letters)

    def _is_composed(self, letters: str) -> bool:
        """Whether it is several parts of the name, in any order, and nothing else."""
        if not 6 <= len(letters) <= self._longest:
            return False
        reached = {0}
        for place in range(len(letters)):
            if place in reached:
                ends = (len(part) for part in self.parts if letters.startswith(part, place))
                reached |= {place + end for end in ends}
        return len(letters) in reached

    # What it may be

    def _is_account(self, word: _Word) -> bool:
        letters = word.letters
        humps = {letters[slice(*match.span())] for match in _HUMP.finditer(word.shape)}
        return (
            any(part in letters for part in self.parts if len(part) >= _LONG)
            or self._is_name(letters, capital=True)
            or bool(self.parts & humps)
            or self._has_initial(letters)
        )

    def _has_initial(self, letters: str) -> bool:
        """Whether it is a part and an initial, as ``zoeq`` and ``zquasimpel``."""
        if len(letters) < _LONG:
            return False
        return (letters[1:] in self.parts and letters[0] in self.initials) or (
            letters[:-1] in self.parts and letters[-1] in self.initials
        )

    def _is_login(self, word: _Word) -> bool:
        """Whether it is such a word, and too long or too odd to be another one."""
        return self._has_initial(word.letters) and (word.tied or len(word.letters) > _LONG + 1)

    def _is_nearly(self, word: _Word) -> bool:
        letters = word.letters
        if letters in self.parts or self._has_initial(letters):
            return True
        return any(_resembles(word, part) for part in self.parts)


def _words(text: FoldedText) -> Iterator[tuple[int, _Word]]:
    letters, shape = text.letters, text.shape
    for match in WORD.finditer(shape):
        first, last = match.span()
        around = letters[first - 1 : first] + letters[last : last + 1]
        tied = "_" in around or "@" in around or any(map(str.isdecimal, around))
        yield first, _Word(letters[first:last], shape[first:last], tied)


def _variants(part: str) -> set[str]:
    """A part as others may write it: umlauts as one letter, or an Arabic article left out."""
    found = {part}
    if len(part) > _LONG:
        for _, two in _TWO_LETTERS:
            found |= {part.replace(two, two[0])}
    if part.startswith(_ARTICLE) and len(part) > _LONG:
        found.add(part.removeprefix(_ARTICLE))
    return found


def _spelt_out(name: str, own: list[str]) -> set[str]:
    """Parts with their umlauts spelt as two letters."""
    spelt = name.casefold()
    for one, two in _TWO_LETTERS:
        spelt = spelt.replace(one, two)
    text = fold(spelt)
    found = {text.letters[slice(*match.span())] for match in WORD.finditer(text.shape)}
    return {word for word in found if len(word) > _LONG} - set(own) - _PARTICLES


def _pairs(own: list[str]) -> set[str]:
    """Two parts in one: such a word is found even within another."""
    few = [*dict.fromkeys(own)][:_MOST_PAIRED]
    pairs = {first + second for first in few for second in few if first != second}
    return {pair for pair in pairs if len(pair) >= 6}


def _stem(part: str) -> str:
    cyrillic = "\u0400" <= part[0] <= "\u052f"
    return (part.rstrip(_CASE_VOWELS) or part) if cyrillic else part


def _is_inflected(letters: str, part: str, *, capital: bool) -> bool:
    """Whether it is the part in another case, or with a word written on to it."""
    if letters == f"{part}s" and len(part) > 2:
        return letters not in _NO_GENITIVE and (capital or part not in _WORDS)
    if letters.endswith(part) and letters[: -len(part)] in _PREFIXES:
        # Two letters and an article are hardly another word.
        return len(letters) > _LONG
    if len(part) < _LONG:
        return False
    stem = _stem(part)
    if "\u0400" <= part[0] <= "\u052f" and len(stem) > 2 and letters.startswith(stem):
        return letters[len(stem) :] in _CASES
    return False


def _resembles(word: _Word, part: str) -> bool:
    """Whether it has the part in it, or is spelt much like it."""
    letters = word.letters
    if part in letters:
        short = len(part) < _LONG
        begins = len(part) > 2 and letters.startswith(part) and len(letters) - len(part) < 3
        tied = len(part) > 1 and letters.removesuffix(part) in _PREFIXES
        return not short or tied or (begins and word.capital)
    if len(part) < _LONG or not _LONG <= len(letters) <= _LONGEST_WORD:
        return False
    if len(part) == _LONG and not word.capital:
        return False
    initial = word.capital and letters[0] == part[0] and len(part) > _LONG
    return _is_alike(letters, part, 2 if len(part) > 7 or initial else 1)


def _is_alike(one: str, other: str, most: int) -> bool:
    """Whether one becomes the other by ``most`` letters more, fewer, changed or exchanged.

    The optimal string alignment distance: two letters in the wrong order count as one mistake.
    """
    if abs(len(one) - len(other)) > most:
        return False
    before: list[int] = []
    line = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        last, before, line = before, line, [row]
        for column, theirs in enumerate(other, 1):
            cost = min(before[column], line[-1]) + 1
            cost = min(cost, before[column - 1] + (letter != theirs))
            if last and column > 1 and letter == other[column - 2] and one[row - 2] == theirs:
                cost = min(cost, last[column - 2] + 1)
            line.append(cost)
        if min(line) > most:
            return False
    return line[-1] <= most
