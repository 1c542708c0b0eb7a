"""A candidate's name and contact taken out of a text, whatever way it was typed."""

import re
import unicodedata
from collections.abc import Callable

STANDS_FOR_NAME = "the candidate"
STANDS_FOR_CONTACT = "[contact removed]"

_CONTACT = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w+])\+\d[\d ()./-]{6,}\d")
# Parts of names that name nobody by themselves.
_PARTICLES = frozenset(
    ("al", "bin", "da", "dal", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el",
     "ibn", "la", "le", "ten", "ter", "van", "von", "y", "zu")
)  # fmt: skip
# Names that are words, too: taken out only where they are written as a name.
_WORDS = frozenset(
    ("april", "art", "august", "best", "bill", "black", "brown", "case", "chase", "christian",
     "day", "dean", "drew", "faith", "frank", "good", "grace", "grant", "green", "hope", "jack",
     "joy", "june", "king", "law", "long", "major", "mark", "may", "miles", "page", "pat",
     "penny", "price", "ray", "rich", "rob", "rose", "sky", "small", "stone", "sue", "summer",
     "white", "will", "wood", "young")
)  # fmt: skip


def folded(text: str) -> str:
    """A name as it is compared: without case, accents and needless space."""
    return " ".join(_fold(text)[0].split())


def nameless(name: str) -> Callable[[str], str]:
    """A function that takes the name out of a text, and addresses and telephone numbers.

    The whole name and each of its parts go, where they are words of their own; case and
    accents do not count.
    """
    plain = folded(name)
    parts = {*plain.split(), *re.split(r"[\s.,-]+", plain)} - _PARTICLES
    parts = {part for part in parts if len(part) > 1} or {plain}
    whole = r"\s+".join(map(re.escape, plain.split()))
    others = sorted(map(re.escape, parts), key=len, reverse=True)
    found = re.compile(rf"(?<!\w)(?:{'|'.join([whole, *others])})(?!\w)") if plain else None

    def take_out(text: str) -> str:
        text = _CONTACT.sub(STANDS_FOR_CONTACT, text)
        return _replace(text, found) if found else text

    return take_out


def _replace(text: str, name: re.Pattern[str]) -> str:
    plain, places = _fold(text)
    kept: list[str] = []
    end = 0
    for match in name.finditer(plain):
        first, last = places[match.start()], places[match.end()]
        if _WORDS.issuperset(match[0].split()) and not text[first].isupper():
            continue
        gap = text[end:first]
        # A first name and a family name side by side are one person.
        if not (kept and gap.isspace() and kept[-1] == STANDS_FOR_NAME):
            kept += [gap, STANDS_FOR_NAME]
        end = last
    return "".join([*kept, text[end:]])


def _fold(text: str) -> tuple[str, list[int]]:
    """The text without case and accents, and where each of its letters, and its end, came from."""
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for letter in unicodedata.normalize("NFKD", char).casefold():
            if not unicodedata.combining(letter):
                letters.append(letter)
                places.append(place)
    # A mark that follows a letter belongs to it.
    return "".join(letters), [*places, len(text)]
