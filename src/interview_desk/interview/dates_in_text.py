"""Dates and years in a text, as people write them in five languages."""

import re
from dataclasses import dataclass
from datetime import date

from interview_desk.interview.folded_text import CAPITAL, FoldedText, Span

# Months in English, German, French, Spanish and Portuguese, as they are folded.
_MONTHS = (
    ("january", "januar", "janner", "janvier", "enero", "janeiro", "jan"),
    ("february", "februar", "feber", "fevrier", "febrero", "fevereiro", "feb", "fev"),
    ("march", "marz", "maerz", "mars", "marzo", "marco", "mar", "mrz"),
    ("april", "avril", "abril", "apr", "avr", "abr"),
    ("may", "mai", "mayo", "maio"),
    ("june", "juni", "juin", "junio", "junho", "jun"),
    ("july", "juli", "juillet", "julio", "julho", "jul"),
    ("august", "aout", "agosto", "aug"),
    ("september", "septembre", "septiembre", "setembro", "sept", "sep"),
    ("october", "oktober", "octobre", "octubre", "outubro", "oct", "okt"),
    ("november", "novembre", "noviembre", "novembro", "nov"),
    ("december", "dezember", "decembre", "diciembre", "dezembro", "dec", "dez", "dic"),
)
_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_MONTH = "|".join(sorted(_NUMBERS, key=len, reverse=True))
# Words as well, unless they are written with a capital.
_WORDS = frozenset(("may", "march", "mar", "dec", "mars"))
_OF = "(?:of |de |del |do )?"
# Those that people of today have lived in; others are sizes and ports.
_YEAR = r"(?:19[3-9]\d|20[0-3]\d)"
_DATES = re.compile(
    rf"(?<![\w.-])(?:"
    rf"(?P<y1>{_YEAR})(?P<s1>[-./])(?P<m1>0?[1-9]|1[0-2])(?P=s1)(?P<d1>0?[1-9]|[12]\d|3[01])"
    rf"|(?P<a>0?[1-9]|[12]\d|3[01])(?P<s2>[-./])(?P<b>0?[1-9]|[12]\d|3[01])(?P=s2)"
    rf"(?P<y2>{_YEAR}|\d\d)"
    rf"|(?P<d3>0?[1-9]|[12]\d|3[01])(?:\.|st|nd|rd|th|er)? ?{_OF}(?P<m3>{_MONTH})\b\.?"
    rf"(?:,? ?{_OF}(?P<y3>{_YEAR}))?"
    rf"|(?P<m4>{_MONTH})\b\.? (?:(?P<d4>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?:, ?| )"
    rf"(?P<y4>{_YEAR})|{_OF}(?P<y5>{_YEAR})|(?P<d6>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?)"
    rf")(?![\w]|[.,-]\d)"
)
_RANGE = re.compile(
    rf"(?<![\w.,-]){_YEAR}(?: ?[-/] ?(?:{_YEAR}|\d\d)| (?:to|until|bis|a|ate|hasta) {_YEAR})"
    r"(?![\w]|[.,-]\d)"
)
_ONE_YEAR = re.compile(rf"(?<![\w.,/:$€£#-]){_YEAR}s?(?![\w%]|[.,:/-]\d)")
# Two thousand is a year only after such a word.
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|until|till|before|after|by|from|early|late|mid|around|born|class of|spring|"
    r"summer|autumn|fall|winter|q[1-4]|im|ab|seit|bis|vor|nach|anfang|ende|mitte|jahr|jahre|jahrgang|"
    r"geboren|en|depuis|des|avant|apres|annee|desde|hasta|antes de|despues de|ano|em|ate|depois de|"
    r"fruhjahr|sommer|herbst|nascido em)|\*|\()[ .]?\Z"
)
# A figure of something goes on with what it counts.
_COUNTED = re.compile(
    r" ?(?:to|-|a|bis) ?\d| (?:ms|s|sec|seconds|minutes|hours|days|rps|qps|tps|kb|mb|gb|tb|x|k|eur|"
    r"euro|euros|usd|dollars|users|requests|rows|records|tables|people|customers|times|items|nodes|"
    r"servers|events|messages|queries|tokens|examples|samples|features|models|lines|files|tests|"
    r"words|characters|nutzer|zeilen|anfragen|kunden|leute|personen|utilisateurs|lignes|usuarios|"
    r"clientes|clients|filas|linhas|pedidos)\b"
)


@dataclass(frozen=True, slots=True)
class DateFound:
    """Where in the letters a date is, and the days it may mean; a year or month alone means none.

    One without a year means that day of each year, as (None, month, day).
    """

    span: Span
    days: frozenset[tuple[int | None, int, int]] = frozenset()

    def is_day(self, day: date) -> bool:
        """Whether it may mean that day."""
        return bool({(day.year, day.month, day.day), (None, day.month, day.day)} & self.days)


def find_dates(text: FoldedText) -> list[DateFound]:
    """The dates, years and ranges of years in a text, first to last, none within another."""
    matches = [each for each in _DATES.finditer(text.letters) if _is_date(text, each)]
    found = [DateFound(each.span(), _days(each)) for each in matches]
    for pattern in (_RANGE, _ONE_YEAR):
        letters = text.without([each.span for each in found]).letters
        found += [
            DateFound(each.span()) for each in pattern.finditer(letters) if _is_year(letters, each)
        ]
    return sorted(found, key=lambda each: each.span)


def _is_date(text: FoldedText, match: re.Match[str]) -> bool:
    part = match.groupdict()
    if part["a"] and len(part["y2"]) == 2:
        return len(part["a"]) == len(part["b"]) == 2  # 3.10.12 is a version
    for name in ("m3", "m4"):
        if part[name] in _WORDS and text.shape[match.start(name)] != CAPITAL:
            return False
    return True


def _is_year(letters: str, match: re.Match[str]) -> bool:
    if _COUNTED.match(letters, match.end()):
        return False
    before = letters[max(0, match.start() - 16) : match.start()]
    return match[0] != "2000" or bool(_BEFORE_YEAR.search(before))


def _days(match: re.Match[str]) -> frozenset[tuple[int | None, int, int]]:
    part = match.groupdict()
    if part["m1"]:
        return frozenset({(int(part["y1"]), int(part["m1"]), int(part["d1"]))})
    if part["a"]:
        year = int(part["y2"]) + (2000 if len(part["y2"]) == 2 else 0)
        first, second = int(part["a"]), int(part["b"])
        # Day and month stand in either order, and nothing tells which.
        return frozenset({(year, second, first), (year, first, second)})
    day = part["d3"] or part["d4"] or part["d6"]
    written = part["y3"] or part["y4"]
    month = _NUMBERS[part["m3"] or part["m4"]]
    return frozenset({(int(written) if written else None, month, int(day))} if day else ())
