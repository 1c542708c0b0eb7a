"""The names of levels: words, numbers, letters and stars, and which of two is the better one."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from interview_desk.guide.importer.document import tidy
from interview_desk.guide.importer.level_words import rank_of
from interview_desk.guide.importer.vocabulary import folded

_BOX = re.compile(r"^(?:[☐☑☒□]|\[[ xX]?\])\s*")
_STARS = re.compile("[⭐★✩☆*]")
_FULL_STARS = re.compile("[⭐★]")
_NUMBER = re.compile(
    r"^[(\[]?(?:level|score|rating|grade|stufe|note|niveau|nivel|nota|points?|punkte?|step|l)?\s*"
    r"(?P<n>-?\d{1,3}(?:[.,]5)?)\s*(?:points?|pts?\.?|punkte?|puntos?|pontos?|stars?|marks?|/\s*\d+)?"
    r"[)\]]?(?![\d%])",
    re.IGNORECASE,
)
_LATER_NUMBER = re.compile(
    r"[(\[]\s*(?:score|level|note|stufe)?\s*(?P<n>\d{1,2})\s*(?:points?|pts?\.?|punkte?|stars?|/\s*\d+"
    r"|puntos?|pontos?)?(?:\s*[-–:,]\s*(?P<words>[^\d()]+))?\s*[)\]]|\s[-–—=:]\s*(?P<n2>\d{1,2})"
    r"(?:\s*(?:points?|pts?|stars?))?\s*$",
    re.IGNORECASE,
)  # fmt: skip
_LETTER = re.compile(r"^\(?([A-F])\)?(?=[\s:.)–-]|$)|\(([A-F])\)\s*$")
_BAND = re.compile(
    r"[<>≤≥]\s*=?\s*\d+(?:[.,]\d+)?\s*%?|\d+(?:[.,]\d+)?\s*%?\s*(?:[-–—]|to|bis|a|à)\s*\d+(?:[.,]\d+)?\s*%?"
    r"|\d+\s*\+|(?:below|under|above|over|unter|über|at least|more than|less than|moins de|plus de)"
    r"\s+\d+(?:[.,]\d+)?\s*%?|\d+\s*(?:or|and|und|oder|et)\s+(?:more|above|less|below|mehr|plus)",
    re.IGNORECASE,
)
_WEIGHT = re.compile(r"[(\[]\s*\d{1,3}\s*%[^()]*[)\]]")
_UNIT = re.compile(r"\b(?:points?|pts|punkte?|marks?|puntos?|pontos?|stars?|weight|sterne)\b\.?",
                   re.IGNORECASE)  # fmt: skip
_EDGE = " \t-–—:=.,;()[]|/*_·•"
_TWO_NUMBERS = re.compile(r"\d+(?:\.\d+)?\s*[-–—]\s*\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class LevelName:
    """The name of a level taken apart.

    ``mark`` is its number, -1 without one; ``letter`` its letter; ``words`` what it says besides;
    ``band`` a range of points or percent; ``rank`` how good its words are, -1 where they say
    nothing.
    """

    text: str
    words: str
    mark: float = -1
    letter: str = ""
    band: str = ""
    rank: float = -1

    @property
    def is_bare(self) -> bool:
        """Whether it is a number, letter or row of stars and no words."""
        return not self.words and (self.mark >= 0 or bool(self.letter))

    @property
    def is_band(self) -> bool:
        """Whether it is nothing but a range of points."""
        return bool(self.band) and not self.words and self.mark < 0

    @property
    def shown(self) -> str:
        """The name as a guide of ours gives it: mark and words, without points."""
        sign = self.letter or (f"{self.mark:g}" if self.mark >= 0 else "")
        # Two numbers alone are a time to the reader of guides.
        band = f"{self.band} points" if _TWO_NUMBERS.fullmatch(self.band) else self.band
        return " – ".join(filter(None, (sign, self.words))) or band or self.text


@lru_cache(maxsize=8192)
def level_name(text: str) -> LevelName:
    """What a text is as the name of a level."""
    plain = _BOX.sub("", tidy(text)).strip("*_: ")
    stars = len(_FULL_STARS.findall(plain))
    bare = tidy(_STARS.sub(" ", plain)) if stars else plain
    band = ""
    if found := _BAND.search(bare):
        band = found[0].strip()
        bare = tidy(f"{bare[: found.start()]} {bare[found.end() :]}")
        bare = tidy(_UNIT.sub(" ", bare)).replace("( )", " ").replace("()", " ")
    mark = float(stars) if stars else -1.0
    letter = ""
    if (found := _NUMBER.match(bare)) and not band:
        mark = float(found["n"].replace(",", "."))
        bare = bare[found.end() :]
    elif (found := _LATER_NUMBER.search(bare)) and not band:
        mark = float(found["n"] or found["n2"])
        bare = bare[: found.start()] + (f" {found['words']}" if found["words"] else "")
    elif found := _LETTER.search(bare):
        letter = found[1] or found[2]
        bare = f"{bare[: found.start()]} {bare[found.end() :]}"
    if stars:
        bare = re.sub(r"\d+\s*(?:/\s*\d+|stars?)?", " ", _UNIT.sub(" ", bare), flags=re.IGNORECASE)
    bare = _WEIGHT.sub(" ", bare)
    words = tidy(re.sub(r"\(\s*\)|\[\s*\]", " ", bare)).strip(_EDGE)
    words = re.sub(r"^(?:points?|pts|punkte?|marks?|stars?)\b\s*[-–—:=.]*\s*", "", words,
                   flags=re.IGNORECASE)  # fmt: skip
    return LevelName(plain, words, mark, letter, band, rank_of(words))


def are_levels(names: Sequence[LevelName], *, hinted: bool = False) -> bool:
    """Whether these names, in their order, are the levels of one scale.

    ``hinted`` says that they stand where levels are expected.
    """
    if not 2 <= len(names) <= 11 or len({name.text.casefold() for name in names}) < len(names):
        return False
    if any(len(name.words.split()) > 9 for name in names):
        return False
    ranked = sum(name.rank >= 0 for name in names)
    marks = [name.mark for name in names if name.mark >= 0]
    letters = [name.letter for name in names if name.letter]
    counted = len(marks) == len(names) or len(letters) == len(names)
    if counted:
        row = marks if len(marks) == len(names) else [ord(letter) for letter in letters]
        steps = [two - one for one, two in itertools.pairwise(row)]
        monotone = all(step > 0 for step in steps) or all(step < 0 for step in steps)
        wordless = all(name.is_bare for name in names)
        # Headings and steps are counted like that too, so words or the place must agree.
        return monotone and (ranked >= min(2, len(names)) or wordless or hinted)
    if marks and len(marks) < len(names):
        return hinted and ranked >= len(names) - 1
    if all(name.is_band for name in names):
        return hinted
    bands = sum(bool(name.band) for name in names)
    if bands == len(names):
        return hinted or ranked >= len(names) - 1
    return ranked >= max(2, -(-len(names) * 3 // 5)) and _is_monotone(names, hinted=hinted)


def _is_monotone(names: Sequence[LevelName], *, hinted: bool) -> bool:
    ranks = [name.rank for name in names if name.rank >= 0]
    steps = [two - one for one, two in itertools.pairwise(ranks)]
    falls, rises = sum(step < 0 for step in steps), sum(step > 0 for step in steps)
    return falls == 0 or rises == 0 or (hinted and abs(falls - rises) >= 1)


class Order:
    """In which order a scale stands, and how that is known."""

    BEST_FIRST, WORST_FIRST = "best first", "worst first"


_BEST = (
    r"(?:the )?(?:best|highest|strongest|top|excellent|great|outstanding|very good|sehr gut"
    r"|beste[rs]?|meilleure?|mejor|melhor|hochste\w*)"
)
_WORST = (
    r"(?:the )?(?:worst|lowest|weakest|poor(?:est)?|bottom|bad|schlechteste\w*|schwachste\w*|pire"
    r"|peor|pior)"
)
_SAYS = r"\s*(?:\)|is|are|being|means?|=|:|–|-|\(|ist|est|es|e|bedeutet|as)\s*\(?\s*"
_NUMBER_SAYS = re.compile(rf"\b(\d{{1,2}})\b{_SAYS}(?:({_BEST})|({_WORST}))\b")
_SAYS_NUMBER = re.compile(rf"\b(?:({_BEST})|({_WORST}))\b{_SAYS}(\d{{1,2}})\b")
_LOW_WINS = re.compile(
    r"\b(?:lower|smaller|low) (?:numbers?|scores?|marks?|is|are|values?)\b[^.]{0,30}"
    r"\b(?:better|best)\b"
    r"|\bschulnoten\b|\bniedriger\w* ist besser\b"
)


def number_clue(text: str) -> int:
    """Whether a text says that a high number is the best (1) or a low one (-1); 0 if neither."""
    plain = folded(text)
    if _LOW_WINS.search(plain):
        return -1
    for found in _NUMBER_SAYS.finditer(plain):
        low = int(found[1]) <= 1
        return (-1 if low else 1) if found[2] else (1 if low else -1)
    for found in _SAYS_NUMBER.finditer(plain):
        low = int(found[3]) <= 1
        return (-1 if low else 1) if found[1] else (1 if low else -1)
    return 0


def order_of(names: Sequence[LevelName], clue: int) -> tuple[str, bool]:
    """The order that a scale stands in, and whether more than its numbers say so.

    ``clue`` is what the document says about numbers.
    """
    ranks = [name.rank for name in names]
    known = [rank for rank in ranks if rank >= 0]
    if len(known) >= 2 and known[0] != known[-1]:
        return (Order.BEST_FIRST if known[0] > known[-1] else Order.WORST_FIRST), True
    marks = [name.mark for name in names if name.mark >= 0]
    if len(marks) >= 2:
        falling = marks[0] > marks[-1]
        if clue < 0:
            falling = not falling
        return (Order.BEST_FIRST if falling else Order.WORST_FIRST), clue != 0
    letters = [name.letter for name in names if name.letter]
    if len(letters) >= 2:
        return (Order.BEST_FIRST if letters[0] < letters[-1] else Order.WORST_FIRST), True
    bands = [_edge(name.band) for name in names if name.band]
    if len(bands) >= 2:
        return (Order.BEST_FIRST if bands[0] > bands[-1] else Order.WORST_FIRST), True
    return Order.BEST_FIRST, False


def _edge(band: str) -> float:
    """A number to order bands by; "<20" and "≤7" are the lowest."""
    numbers = [float(each.replace(",", ".")) for each in re.findall(r"\d+(?:[.,]\d+)?", band)]
    low = re.match(r"[<≤]|below|under|unter|less|moins", band.strip(), re.IGNORECASE)
    return min(numbers) - (1 if low else 0) if numbers else 0
