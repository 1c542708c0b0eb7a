"""What tells who a text is about, replaced by what it stands for; each place is kept with it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from interview_desk.guide.model import Guide
from interview_desk.interview.anonymise import (
    STANDS_FOR_CONTACT,
    STANDS_FOR_NAME,
    PersonName,
)
from interview_desk.interview.contact_details import find_contacts
from interview_desk.interview.dates_in_text import find_dates
from interview_desk.interview.folded_text import FoldedText, Span, fold
from interview_desk.interview.likely_names import LikelyName, known_words, likely_names
from interview_desk.interview.records import Setup

STANDS_FOR_INTERVIEWER = "the interviewer"
STANDS_FOR_ROLE = "the guide’s level"
STANDS_FOR_DAY = "day 0"
STANDS_FOR_DATE = "[date]"
STANDS_FOR_FILE = "[file]"
STANDS_FOR_RATING = "[rating]"

# Several interviewers in one field.
_AND = re.compile(r"[,;/&+\n]|\s(?:and|und|et|y|e|with|mit)\s")
_WEB = re.compile(r"@|[a-z][a-z0-9+]*://|www\.|[^/]*\.[a-z]{2,}/")
_FILE = re.compile(
    r"[\w.()+-]{1,80}\.(?:pdf|docx?|odt|rtf|txt|md|pptx?|xlsx?|csv|key|pages|zip|json|ipynb"
    r"|png|jpe?g|heic|mp[34]|m4a|mov|wav)(?![\w])"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of a text. Where it was replaced ``was`` is what stood there, and empty elsewhere."""

    text: str
    was: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A text, what is left to look at in it, and what is to stand where."""

    typed: str
    left: FoldedText
    places: tuple[tuple[Span, str], ...] = ()

    def take(self, spans: Iterable[Span], by: str) -> "Text":
        """The same with those stretches of the letters replaced by ``by``."""
        return self.take_each((span, by) for span in spans)

    def take_each(self, found: Iterable[tuple[Span, str]]) -> "Text":
        """The same with each stretch replaced by what stands with it."""
        taken = [(span, by) for span, by in found if span[0] < span[1]]
        if not taken:
            return self
        places = ((self.left.place(span), by) for span, by in taken)
        return Text(
            self.typed, self.left.without([span for span, _ in taken]), (*self.places, *places)
        )

    def pieces(self) -> Iterator[Piece]:
        """The text in pieces, first to last."""
        end = 0
        for (first, last), by in sorted(self.places):
            if last <= end:
                continue
            if first > end:
                yield Piece(self.typed[end:first])
            yield Piece(by, self.typed[max(first, end) : last])
            end = last
        if end < len(self.typed):
            yield Piece(self.typed[end:])


class Replacer:
    """For the texts of one interview.

    ``day`` is the day of the interview, if it is known. ``ratings`` are the words of levels and
    steps, which reasons may name.
    """

    def __init__(self, setup: Setup, guide: Guide, day: date | None) -> None:
        self._candidate = PersonName(setup.candidate)
        self._interviewers = [PersonName(name) for name in _persons(setup.interviewer)]
        role = " ".join(fold(setup.role).letters.split())
        # One word, such as “engineer”, tells nobody who is meant.
        self._role = _literal([role] if " " in role else [])
        self._day = day
        self._ratings = _literal(_rating_words(guide))
        self._known = known_words(guide.source, setup.role)

    def text(self, typed: str) -> Text:
        """The text with everything taken out but what only looks like a name."""
        left = fold(typed)
        contacts = find_contacts(left, lambda span: bool(_WEB.match(left.letters, *span)))
        text = Text(typed, left).take(contacts, STANDS_FOR_CONTACT)
        # A file's name may have the candidate's in it.
        text = text.take(_spans(_FILE, text.left), STANDS_FOR_FILE)
        text = self.names(text)
        text = text.take(_spans(self._role, text.left), STANDS_FOR_ROLE)
        dates = find_dates(text.left)
        return text.take_each((each.span, self._date(each.is_day)) for each in dates)

    def names(self, text: Text) -> Text:
        """The text with nothing but the names of candidate and interviewers taken out."""
        text = text.take(self._candidate.find(text.left), STANDS_FOR_NAME)
        for name in self._interviewers:
            text = text.take(name.find(text.left), STANDS_FOR_INTERVIEWER)
        return text

    def guide(self, source: str) -> tuple[Piece, ...]:
        """The guide, which is nobody's record: only the names of this interview go from it."""
        return tuple(self.names(Text(source, fold(source))).pieces())

    def without_ratings(self, text: Text) -> Text:
        """The text without the words of levels and steps, just as the guide writes them."""
        pattern = self._ratings
        if pattern is None:
            return text
        found = (text.left.span(match.span()) for match in pattern.finditer(text.typed))
        return text.take(found, STANDS_FOR_RATING)

    def likely_names(self, texts: Sequence[Text]) -> tuple[LikelyName, ...]:
        """What is left in the texts together that looks like a name."""
        return likely_names(((each.typed, each.left) for each in texts), self._known)

    def _date(self, is_day: Callable[[date], bool]) -> str:
        return STANDS_FOR_DAY if self._day and is_day(self._day) else STANDS_FOR_DATE


def without_words(text: Text, words: Sequence[str]) -> Text:
    """The text with each of the words replaced by ``[name 1]``, in the order they are given.

    They are found whatever their case, the longer ones first.
    """
    numbers = {fold(word).letters: number for number, word in enumerate(words, 1)}
    pattern = _literal(numbers)
    if pattern is None:
        return text
    found = pattern.finditer(text.left.letters)
    return text.take_each((each.span(), f"[name {numbers[each[0]]}]") for each in found)


def _persons(names: str) -> list[str]:
    return [name for each in _AND.split(names) if (name := each.strip())]


def _rating_words(guide: Guide) -> list[str]:
    levels = [level.name for dimension in guide.dimensions for level in dimension.levels]
    return [word for word in (*levels, *guide.steps) if any(map(str.isalpha, word))]


def _literal(words: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern for all of them as whole words, the longest first; None without any."""
    found = sorted({*words} - {""}, key=lambda each: -len(each))
    if not found:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, found))})(?!\w)")


def _spans(pattern: re.Pattern[str] | None, text: FoldedText) -> list[Span]:
    return [match.span() for match in pattern.finditer(text.letters)] if pattern else []
