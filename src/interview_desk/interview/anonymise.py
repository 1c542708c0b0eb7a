"""A candidate's name and contact details taken out of a text, whatever way they were typed.

What is sure is replaced. What is only likely is listed, for somebody to look at: nobody can
promise that a text does not tell who is meant.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from interview_desk.interview.contact_details import find_contacts, find_likely_contacts
from interview_desk.interview.folded_text import FoldedText, Span, fold, merged
from interview_desk.interview.spaced_name import SpacedName
from interview_desk.interview.unspaced_name import UnspacedName

_DOMAIN = re.compile(r"[@＠]\S*")
_LETTER = r"[^\W\d_]"
_INITIAL_AFTER = re.compile(rf"[ _]({_LETTER})(?!'?{_LETTER})")
_SEPARATORS = " \n._'-"
_LONGEST_GAP = 40
STANDS_FOR_NAME = "the candidate"
STANDS_FOR_CONTACT = "[contact removed]"
_STAND_INS = re.compile(f"{re.escape(STANDS_FOR_NAME)}|{re.escape(STANDS_FOR_CONTACT)}")


class PersonName:
    """One person's name, and where a text has it or something that is nearly it.

    ``also`` are more words to find, each just as it is written.
    """

    def __init__(self, name: str, also: Iterable[str] = ()) -> None:
        text = fold(name)
        # An address in the place of a name: its domain is no part of it.
        named = _DOMAIN.sub(" ", name)
        self._spaced = SpacedName(named)
        self._unspaced = UnspacedName(fold(named))
        self._between = {*self._spaced.words, *self._spaced.initials}
        literal = {*self._literals(text), *(fold(each).letters.strip() for each in also)}
        self._literal = _any_of(each for each in literal if each.strip())
        self._initials = _initials(self._spaced)
        self._initial_before = _initial_before(self._spaced)

    def find(self, text: FoldedText) -> list[Span]:
        """Where in the letters it is, or a part of it; first to last, none within another."""
        found = [*self._unspaced.find(text), *self._spaced.find(text), *self._literally(text)]
        return self._side_by_side(text, _of_characters(text, found))

    def find_nearly(self, text: FoldedText) -> list[Span]:
        """Where in the letters something is that may name the person, too."""
        found = [*self._unspaced.find_nearly(text), *self._spaced.find_nearly(text)]
        for match in self._initials.finditer(text.letters) if self._initials else ():
            shape = text.shape[slice(*match.span())].replace(" ", "")
            if _stands(text, match.span()) and not shape.strip("A"):
                found.append(match.span())
        return _of_characters(text, found)

    def names_account(self, text: FoldedText, span: Span) -> bool:
        """Whether the link or handle in that stretch may be the person's own."""
        part = text.part(span)
        return bool(self._unspaced.find(part)) or self._spaced.names_account(part)

    def _literals(self, name: FoldedText) -> Iterator[str]:
        """What to find as it is: the whole name, and words of it with signs in them."""
        known = bool(self._spaced.parts) or self._unspaced.is_known
        if not (self._spaced.is_of_words or self._unspaced.is_known):
            yield name.letters
        for word in name.letters.split():
            letters = sum(map(str.isalpha, word))
            if letters < len(word) and (letters > 1 if known else len(word) > 1):
                yield word

    def _literally(self, text: FoldedText) -> Iterator[Span]:
        for match in self._literal.finditer(text.letters) if self._literal else ():
            if _stands(text, match.span()):
                yield match.span()

    # Side by side

    def _side_by_side(self, text: FoldedText, spans: list[Span]) -> list[Span]:
        """First and family names beside each other are one person, with what stands between."""
        joined: list[Span] = []
        for span in spans:
            end = joined[-1][1] if joined else 0
            first, last = self._with_initials(text, span, end)
            if joined and self._is_gap(text.letters[end:first]):
                joined[-1] = (joined[-1][0], last)
            else:
                joined.append((first, last))
        return joined

    def _with_initials(self, text: FoldedText, span: Span, least: int) -> Span:
        """The stretch with the initial that is before or after it: ``Z. Quasimpel``, ``Zoe Q``."""
        first, last = span
        before = self._initial_before.search(text.letters, max(least, first - _LONGEST_GAP), first)
        if before and self._is_initial(text, before.start(1)):
            first = before.start()
        after = _INITIAL_AFTER.match(text.letters, last)
        if after and self._is_initial(text, after.start(1)):
            last = after.end()
        return first, last

    def _is_initial(self, text: FoldedText, place: int) -> bool:
        return text.letters[place] in self._spaced.initials and text.shape[place] == "A"

    def _is_gap(self, gap: str) -> bool:
        """Whether what stands between two parts of a name may stand within it."""
        inside = gap.strip(_SEPARATORS)
        if not inside:
            return gap.isspace() or len(gap) < 2
        words = re.split(f"[{re.escape(_SEPARATORS)}]+", inside)
        return len(gap) <= _LONGEST_GAP and self._between.issuperset(words)


def _of_characters(text: FoldedText, spans: Iterable[Span]) -> list[Span]:
    """Those that are more than a piece of one sign: ¼ names nobody who is called 1."""
    return merged(span for span in spans if not text.is_within_character(span))


def _initial_before(name: SpacedName) -> re.Pattern[str]:
    """An initial before the name, or before what a family name begins with: ``J. van der``."""
    particles = {word for word in name.words if word not in name.parts and len(word) > 1}
    more = f"(?:(?:{'|'.join(map(re.escape, sorted(particles)))}) )*" if particles else ""
    return re.compile(rf"(?<!{_LETTER})({_LETTER})(?:\. ?| ){more}\Z")


def _initials(name: SpacedName) -> re.Pattern[str] | None:
    """The initials as they are written together, ``Z.Q.`` or ``ZQ``: all, or first and last."""
    letters = [word[0] for word in name.words if word[0] in name.initials]
    if len(letters) < 2:
        return None
    both = {"".join(letters), letters[0] + letters[-1]}
    return re.compile("|".join(r"\.? ?".join(map(re.escape, each)) for each in sorted(both)))


def _any_of(literal: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern for all of them, the longest first, with any white space in a gap."""
    words = sorted((each.split() for each in literal), key=lambda each: -len("".join(each)))
    return (
        re.compile("|".join(r"\s+".join(map(re.escape, each)) for each in words)) if words else None
    )


def _stands(text: FoldedText, span: Span) -> bool:
    """Whether no letter or figure goes on before or after it; a script without spaces may."""
    first, last = span
    for place in (first, last):
        sides = text.shape[place - 1 : place + 1]
        if len(sides) == 2 and (sides.isdecimal() or sides in {"aa", "Aa", "aA", "AA"}):
            return False
    return text.shape[last : last + 1] not in {"h", "k"}


@dataclass(frozen=True, slots=True)
class Replacement:
    """A stretch of a text, from ``start`` to ``end``, and what stands there instead."""

    start: int
    end: int
    by: str


@dataclass(frozen=True, slots=True)
class Anonymised:
    """A text without the name; ``replaced`` are the places in the text as it was."""

    text: str
    replaced: tuple[Replacement, ...] = ()


@dataclass(frozen=True, slots=True)
class NearMatch:
    """A stretch of a text that may still name the candidate; ``word`` is what stands there."""

    start: int
    end: int
    word: str


class Anonymiser:
    """For one candidate; ``also`` are other words to take out, just as they are written."""

    def __init__(self, name: str, also: Iterable[str] = ()) -> None:
        self._name = PersonName(name, also)

    def anonymise(self, text: str) -> Anonymised:
        """The text without the name, its parts, addresses, and telephone numbers.

        To do it again changes nothing more.
        """
        found = _fold(text)
        contacts = merged(find_contacts(found, partial(self._name.names_account, found)))
        spans = [(found.place(span), STANDS_FOR_CONTACT) for span in contacts]
        names = self._name.find(found.without(contacts))
        spans += [(found.place(span), STANDS_FOR_NAME) for span in names]
        replaced = tuple(_apart(spans))
        return Anonymised(_replace(text, replaced), replaced)

    def near_matches(self, text: str) -> tuple[NearMatch, ...]:
        """What is nearly the name or a contact, in a text that has been anonymised."""
        found = _fold(text)
        likely = merged([*self._name.find_nearly(found), *find_likely_contacts(found)])
        places = merged(map(found.place, likely))
        return tuple(NearMatch(first, last, text[first:last]) for first, last in places)


def _fold(text: str) -> FoldedText:
    """The text to look in, without what was put there by an anonymiser."""
    found = fold(text)
    stand_ins = [found.span(match.span()) for match in _STAND_INS.finditer(text)]
    return found.without(stand_ins) if stand_ins else found


def _apart(places: Iterable[tuple[Span, str]]) -> Iterator[Replacement]:
    """What stands where; two may begin and end in the same character, which goes once."""
    done = 0
    for (first, last), by in sorted(places):
        if last > done:
            yield Replacement(max(first, done), last, by)
            done = last


def _replace(text: str, replaced: Iterable[Replacement]) -> str:
    parts: list[str] = []
    end = 0
    for each in replaced:
        parts += [text[end : each.start], each.by]
        end = each.end
    return "".join([*parts, text[end:]])
