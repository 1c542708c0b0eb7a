"""Addresses, links, handles and telephone numbers in a text."""

import re
from collections.abc import Callable, Iterator

from interview_desk.interview.folded_text import UNSPACED_RUN, FoldedText, Span

# Every repetition is bounded, or can be read in one way only: time grows with the text alone.
_IN_LOCAL_PART = frozenset(".!#$%&'*+/=?^_`{|}~-")
_LONGEST_LOCAL_PART = 80
_DOMAIN = re.compile(r"[a-z0-9-]++(?:\.[a-z0-9-]++)++|[\w-]++(?:\.[\w-]++)++|\[[\d.:a-f]{3,45}\]")
_SPELT_ADDRESS = re.compile(
    r"(?<![a-z0-9.+_-])[a-z0-9.+_-]{1,64} ?(?:\(at\)|\[at\]|\{at\}) ?"
    r"[a-z0-9-]{1,64}(?: ?(?:\.|\(dot\)|\[dot\]|\{dot\}) ?[a-z0-9-]{2,64}){1,4}"
)
_LINK = re.compile(
    r"(?<![a-z0-9@])(?:[a-z][a-z0-9+]{1,9}://|www\.)[^\s<>\"“”]++"
    r"|(?<![a-z0-9@._-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}/[^\s<>\"“”]++"
)
_PROFILE = re.compile(
    r"(?:linkedin\.[a-z]+/(?:in|pub)|xing\.com/profile|(?:facebook|instagram|twitter|//x)\.com"
    r"|(?:\bt|\bwa)\.me)/."
)
_HANDLE = re.compile(r"(?<![a-z0-9_.@])@[\w.-]{1,40}")
_AFTER_LINK = ".,;:!?)]}'"

# Figures with what people put between those of one number: never a comma or colon.
_FIGURES = re.compile(r"(?<![a-z0-9])(?<!\d[.,:])[+(]{0,2}\d+(?:[ ./()-]{1,3}\d+)*")
_GROUP = re.compile(r"\d+")
_MOST_GROUPS = 8
_SUM = re.compile(r"[1-9]\d{0,2}([ .])\d{3}(?:\1\d{3})*\Z")
_WITH_YEAR = re.compile(
    r"(?<!\d)\d{1,2}[./-](?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d\d[./-]\d\d?(?!\d)"
)
_IN_BRACKETS = re.compile(r"\((?:0|\+?\d{2,5})\) ?[\d(]")
# Letters as they are folded: those of Korean come apart.
_SAID_TO_BE = re.compile(
    r"(?:\b(?:tel|telephone|telefon|telefono|phone|mobile|mobil|handy|cell|whatsapp|fax)\b"
    r"|电话|手机|電話|携帯|\u110c\u1165\u11ab\u1112\u116a|тел|телефон|هاتف|جوال|טלפון|נייד|โทร)"
    r"(?:[ .:]|nr|no|number|nummer|is){0,4}\Z"
)
# How numbers within a country are grouped that do not begin with a 0.
_NATIONAL = re.compile(
    r"\d{3}[ .-]{1,2}\d{3}[ .-]\d{4}\Z|1[ .-]{1,2}\(?\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4}\Z"  # US
    r"|[78][ -]?\(?\d{3}\)?[ -]{1,2}\d{3}[ -]\d\d[ -]?\d\d\Z"  # Russia
    r"|1[3-9]\d[ -]?\d{4}[ -]?\d{4}\Z"  # China
    r"|\d\d \d\d \d\d \d\d\Z"  # Denmark, Norway
    r"|\d{3}-\d{3}-\d{3}\Z"  # Poland
    r"|[6-9]\d{4} \d{5}\Z"  # India
)
_MAYBE = re.compile(r"\d{3}[ .-]\d{4}\Z|\d{3}[ .]\d{3}[ .]\d{3}\Z|\d{4} \d{4}\Z|\d{9,12}\Z")


def find_contacts(text: FoldedText, names: Callable[[Span], bool]) -> list[Span]:
    """Where in the letters of the text contacts stand, first to last; some may overlap.

    ``names`` tells whether a stretch of the letters has a part of the name in it: links and
    handles are the candidate's by that, and else only if they lead to a person's profile.
    """
    found = [*_addresses(text), *_telephones(text.letters)]
    found += [span for span in _handles(text.letters) if names(span)]
    links = _links(text.letters)
    found += [span for span in links if names(span) or _PROFILE.search(text.letters, *span)]
    return sorted(found)


def find_likely_contacts(text: FoldedText) -> list[Span]:
    """What may be a contact and may be anything else: figures in groups, and handles."""
    found = [*_handles(text.letters)]
    numbers = _FIGURES.finditer(text.letters)
    found += [match.span() for match in numbers if _may_be_telephone(match[0])]
    return sorted(found)


# Addresses


def _addresses(text: FoldedText) -> Iterator[Span]:
    letters, end = text.letters, 0
    at = letters.find("@")
    while at >= 0:
        first = _begin_of_address(text, at, end)
        domain = _DOMAIN.match(letters, at + 1)
        if first < at and domain:
            yield first, domain.end()
            end = domain.end()
        at = letters.find("@", max(end, at + 1))
    if "at" in letters:
        yield from (match.span() for match in _SPELT_ADDRESS.finditer(letters))


def _begin_of_address(text: FoldedText, at: int, least: int) -> int:
    """Where the address begins whose sign is at ``at``: a script without spaces may go before."""
    least = max(least, at - _LONGEST_LOCAL_PART)
    for unspaced in (False, True):
        first = at
        while first > least and _is_local(text, first - 1, unspaced=unspaced):
            first -= 1
        while first < at and text.letters[first] in "'./":
            first += 1
        if first < at:
            return first
    return at


def _is_local(text: FoldedText, place: int, *, unspaced: bool) -> bool:
    letter = text.letters[place]
    if UNSPACED_RUN.match(text.shape, place):
        return unspaced
    return letter.isalnum() or letter in _IN_LOCAL_PART


def _links(letters: str) -> Iterator[Span]:
    if "/" in letters or "www." in letters:
        for match in _LINK.finditer(letters):
            yield match.start(), match.start() + len(match[0].rstrip(_AFTER_LINK))


def _handles(letters: str) -> Iterator[Span]:
    if "@" in letters:
        for match in _HANDLE.finditer(letters):
            yield match.start(), match.start() + len(match[0].rstrip("._-"))


# Telephone numbers


def _telephones(letters: str) -> Iterator[Span]:
    for figures in _FIGURES.finditer(letters):
        if len(figures[0]) >= 7 and not _SUM.match(figures[0]):
            yield from _rows(letters, figures.span(), _is_telephone)


def _rows(letters: str, span: Span, wanted: Callable[[str, str], bool]) -> Iterator[Span]:
    """The longest rows of groups of figures that are wanted: other figures may stand beside."""
    groups = [match.span() for match in _GROUP.finditer(letters, *span)]
    first = 0
    while first < len(groups):
        before = letters[max(0, groups[first][0] - 24) : groups[first][0]].rstrip("+(")
        for last in range(min(first + _MOST_GROUPS, len(groups)) - 1, first - 1, -1):
            start, end = _begin_of_number(letters, groups[first][0], span[0]), groups[last][1]
            while letters[start] == "(" and not _closes_brackets(letters[start:end]):
                start += 1
            if wanted(letters[start:end], before):
                yield start, end
                first = last
                break
        first += 1


def _begin_of_number(letters: str, start: int, least: int) -> int:
    while start > least and letters[start - 1] in "+(":
        start -= 1
    return start


def _closes_brackets(number: str) -> bool:
    return number.count("(") <= number.count(")")


def _is_telephone(number: str, before: str) -> bool:
    """Whether it is grouped as telephone numbers are, and not as dates, ranges or sums."""
    groups = _GROUP.findall(number)
    figures = "".join(groups)
    if not 7 <= len(figures) <= 15 or not figures.strip("0") or _WITH_YEAR.search(number):
        return False
    if number.startswith("+"):
        return not number.endswith("000 000")
    if _SAID_TO_BE.search(before):
        another = "(" in number[1:] or " 0" in number[7:]
        return len(figures) <= 12 and not figures.endswith("000") and not another
    if number.startswith("("):
        return bool(_IN_BRACKETS.match(number)) and not _is_year(groups[0])
    if figures.startswith("00"):
        return figures[2] != "0" and len(groups[0]) > 2 and len(figures) >= 10
    if figures.startswith("0"):
        return _is_national(number, groups, len(figures))
    return bool(_NATIONAL.match(number)) and not figures.endswith("0000")


def _is_national(number: str, groups: list[str], figures: int) -> bool:
    """Whether a number that begins with 0 is one within a country, its area first."""
    if len(groups[0]) == 1:
        return False  # a decimal
    if all(len(group) == 2 for group in groups):
        signs = set(_GROUP.sub("", number))
        return len(groups) == 5 and len(signs) == 1  # as in France, and no times or dates
    if len(groups) == 2 and len(groups[0]) > 2 and len(groups[1]) > 4:
        return 8 <= figures <= 12
    return 9 <= figures <= 12


def _may_be_telephone(number: str) -> bool:
    groups = _GROUP.findall(number)
    return bool(_MAYBE.match(number)) and not (
        groups[-1].endswith("000") or all(map(_is_year, groups))
    )


def _is_year(group: str) -> bool:
    return len(group) == 4 and group[:2] in {"19", "20"}
