"""Times in headings, items and cells: minutes, hours, ranges, clock marks, shares in percent."""

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from interview_desk.guide.importer.document import tidy
from interview_desk.guide.model import LONGEST_MINUTES, MinuteRange

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "twenty-five": 25,
    "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60,
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "zehn": 10, "fünfzehn": 15, "zwanzig": 20,
    "dreißig": 30, "cinq": 5, "dix": 10, "quinze": 15, "vingt": 20, "trente": 30,
    "cinco": 5, "diez": 10, "veinte": 20, "treinta": 30, "dez": 10, "vinte": 20, "trinta": 30,
}  # fmt: skip
_DASH = r"\s*(?:[-‐‑‒–—−~]|to|bis|a|à|until|até|hasta|/|or|oder|ou|o)\s*"
_N = rf"(?:\d{{1,3}}(?:[.,]5)?|½|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_MIN = r"(?:minutes?|minuten?|minutos?|mins?|min|m|mn|['′’])(?!\w)\.?"
_HOUR = r"(?:hours?|hrs?|stunden?|std|heures?|horas?|h)(?!\w)\.?"
_HEDGE = (
    r"(?:[~≈∼]|about|around|approx(?:imately|\.)?|roughly|ca\.?|circa|etwa|environ|env\.|unos"
    r"|cerca de|up to|max(?:imum|\.)?|bis zu|jusqu'à|hasta|até|aprox\.?)?\s*"
)
_RANGE = (
    rf"{_HEDGE}(?P<low>{_N})(?:\s*(?:{_MIN})?{_DASH}(?P<high>{_N}))?\s*-?\s*"
    rf"(?:(?P<min>{_MIN})|(?P<hour>{_HOUR}(?:\s*(?P<more>\d\d)(?:\s*{_MIN})?)?))"
)
_CLOCK = r"(?P<h>\d{1,3})\s*(?:[:.]|h|Uhr|u)\s*(?P<m>\d{2})(?:\s*(?:Uhr|h|am|pm|a\.m\.|p\.m\.))?"
_CLOCKS = (
    rf"{_CLOCK}(?:\s*[-‐‑‒–—−~→]\s*(?:{_CLOCK.replace('<h>', '<h2>').replace('<m>', '<m2>')})"
    rf"|\s*(?:to|bis|a|à|até|hasta)\s+(?:{_CLOCK.replace('<h>', '<h3>').replace('<m>', '<m3>')}))?"
)
_SHARE = r"(?P<share>\d{1,3})\s*(?:%|percent|prozent)"
_HOLE = rf"(?:X{{1,2}}|\?{{1,3}}|_{{2,}}|\[[^\]]*\]|N|TBD|…|\.\.\.)\s*-?\s*{_MIN}"

_IN_RANGE = re.compile(rf"(?<![\w.,:/–-]){_RANGE}", re.IGNORECASE)
_IN_CLOCK = re.compile(rf"(?<![\w.,:]){_CLOCKS}(?!\w|:\d|\s*[-–—]\s*\d+[:.]\d)", re.IGNORECASE)
_IN_SHARE = re.compile(rf"(?<![\w.,]){_SHARE}", re.IGNORECASE)
_IN_HOLE = re.compile(rf"(?<!\w){_HOLE}")
_BRACKETS = re.compile(r"[(\[（［]([^()\[\]（）［］]*)[)\]）］]")
_SEPARATED = re.compile(r"(.*?\S)\s*(?:[-–—:,|·•]|\bfor\b|@|⏱️?|⏰|🕐|⏳)\s*([^-–—:|·]*)$")
_NO_TIME = re.compile(
    r"\d\s*[%$€]|weight|gewicht|poids|peso|below|above|under|over|unter|über|points?|[<>≤≥]|before"
    r"|earlier|in advance|vorher|avant|antes",
    re.IGNORECASE,
)
_LONG = re.compile(r"([123])\s*h\s*(\d\d)", re.IGNORECASE)
_EDGE = " \t-–—:,;|·•~≈→⏱️⏰🕐⏳()[]*_"
_BARE = re.compile(rf"{_HEDGE}(?P<low>\d{{1,3}})(?:{_DASH}(?P<high>\d{{1,3}}))?\s*$", re.IGNORECASE)
_MINUTE_MARK = re.compile(
    rf"^(?:minutes?|minuten?|minutos?|min\.?)\s+(\d{{1,3}}){_DASH}(\d{{1,3}})\b", re.IGNORECASE
)
_OPENING = re.compile(
    rf"^\W*(?:(?:spend|allow|take|takes|use|allot|reserve|plan|give (?:it|them|this)|lasts|dauert"
    rf"|dauer|zeit|durée|duree|duración|duracion|duração|time|timing|duration|prévoir|dedicar|nimm"
    rf"|no more than|not more than|höchstens)\W+)*(?:{_RANGE})", re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Time:
    """What a text says about time.

    ``minutes`` is a span; ``start`` and ``end`` are clock marks in minutes; ``share`` percent of
    the whole; ``hole`` a place kept for minutes that nobody filled in. ``rest`` is the text that
    is left; ``raw`` what was taken out, and ``name`` what stood before it if more is said after it.
    """

    rest: str
    raw: str
    minutes: MinuteRange | None = None
    start: int | None = None
    end: int | None = None
    share: int | None = None
    hole: bool = False
    problem: str = ""
    name: str = ""

    @property
    def is_clock(self) -> bool:
        """Whether it is a mark on a clock."""
        return self.start is not None


@lru_cache(maxsize=8192)
def time_in_title(title: str) -> Time | None:
    """The time that a heading or an item gives at its beginning, its end or in brackets."""
    text = tidy(title)
    if mark := _MINUTE_MARK.match(text):
        rest = text[mark.end() :].strip(_EDGE)
        return Time(rest, mark[0], start=int(mark[1]), end=int(mark[2]))
    for bracket in reversed([*_BRACKETS.finditer(text)]):
        if found := _whole(bracket[1]):
            before, after = text[: bracket.start()].rstrip(), text[bracket.end() :].lstrip()
            name = _trim(before) if re.match(r"[-–—:|]\s", after) else ""
            return replace(found, rest=_trim(f"{before} {after}"), raw=bracket[0], name=name)
    return _at_start(text) or _at_end(text)


@lru_cache(maxsize=4096)
def time_of_cell(cell: str) -> Time | None:
    """The time that is all a cell says; bare numbers count as minutes."""
    found = _whole(cell)
    if found is None and (bare := _BARE.fullmatch(cell.strip())):
        return _spanned(bare, "min", "")
    return found


def time_in_text(text: str) -> Time | None:
    """The time that opens a paragraph ("Spend 5 minutes on ...")."""
    found = _OPENING.match(text)
    return _of_range(found, text) if found else None


def time_anywhere(text: str) -> Time | None:
    """The first span of minutes or hours in a text."""
    found = _IN_RANGE.search(text)
    return _of_range(found, text) if found else None


def _whole(text: str) -> Time | None:
    """The time that is all there is, some words about it aside."""
    text = text.strip()
    for pattern, read in _readers():
        found = pattern.search(text)
        if found:
            left = (text[: found.start()] + " " + text[found.end() :]).strip(_EDGE)
            most = 2 if read is _of_share else 4
            if len(left.split()) <= most and not _NO_TIME.search(left):
                return read(found, text)
    return None


def _readers() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], Time]], ...]:
    return (
        (_IN_CLOCK, _of_clock),
        (_IN_RANGE, _of_range),
        (_IN_SHARE, _of_share),
        (_IN_HOLE, _of_hole),
    )


def _at_start(text: str) -> Time | None:
    for pattern, read in _readers():
        found = pattern.match(text.lstrip("*_ ⏱️⏰🕐⏳"))
        if found:
            bare = text.lstrip("*_ ⏱️⏰🕐⏳")[found.end() :]
            loose = pattern is _IN_CLOCK or found[0].endswith(("'", "′", "’"))
            if not bare or re.match(r"\s*[-–—:|·.,)\]]", bare) or loose:
                return replace(read(found, text), rest=_trim(bare))
    return None


def _at_end(text: str) -> Time | None:
    for pattern, read in ((_IN_RANGE, _of_range), (_IN_CLOCK, _of_clock)):
        for found_at in pattern.finditer(text):
            if found_at.end() == len(text.rstrip(" .)")) and found_at.start() > 0:
                return replace(read(found_at, text), rest=_trim(text[: found_at.start()]))
    split = _SEPARATED.fullmatch(text)
    if split and ")" not in split[2] and (found := _whole(split[2])):
        return replace(found, rest=_trim(split[1]), raw=split[2])
    return None


def _trim(text: str) -> str:
    return re.sub(r"\s*\(\s*\)\s*", " ", tidy(text)).strip("-–—:,;|·•~≈→⏱️⏰🕐⏳ ")


def _number(text: str) -> float:
    text = text.casefold()
    if text == "½":
        return 0.5
    return float(_WORDS.get(text) or text.replace(",", "."))


def _of_range(found: re.Match[str], text: str) -> Time:
    unit = "hour" if found["hour"] else "min"
    rest = _trim(f"{text[: found.start()]} {text[found.end() :]}")
    return replace(_spanned(found, unit, found["more"] or ""), rest=rest, raw=found[0])


def _spanned(found: re.Match[str], unit: str, more: str) -> Time:
    factor = 60 if unit == "hour" else 1
    low = round(_number(found["low"]) * factor) + int(more or 0)
    high = round(_number(found["high"]) * factor) if found["high"] else low
    said = tidy(found[0])
    if low < 1 and high > 0:  # "0-5 min" is the first mark of a row of them.
        return Time("", said, start=low, end=high)
    if low > high:
        return Time("", said, problem=f"“{said}” is the wrong way round")
    if low < 1 or high > LONGEST_MINUTES:
        problem = f"“{said}” is longer than {LONGEST_MINUTES} minutes" if low else ""
        return Time("", said, hole=not low, problem=problem)
    return Time("", said, MinuteRange(low, high))


def _of_clock(found: re.Match[str], text: str) -> Time:
    start = int(found["h"]) * 60 + int(found["m"])
    hours, minutes = found["h2"] or found["h3"], found["m2"] or found["m3"]
    end = int(hours) * 60 + int(minutes) if hours else None
    rest = _trim(f"{text[: found.start()]} {text[found.end() :]}")
    if _LONG.fullmatch(found[0].strip()):  # "1h30" is a length, "10h00" a time of the day.
        return Time(rest, found[0], MinuteRange(start, start))
    return Time(rest, found[0], start=start, end=end)


def _of_share(found: re.Match[str], text: str) -> Time:
    rest = _trim(f"{text[: found.start()]} {text[found.end() :]}")
    return Time(rest, found[0], share=int(found["share"]))


def _of_hole(found: re.Match[str], text: str) -> Time:
    return Time(_trim(f"{text[: found.start()]} {text[found.end() :]}"), found[0], hole=True)


def settled(
    times: list[Time], whole: int | None, last: int | None = None
) -> list[MinuteRange | None]:
    """The minutes of the parts of an interview that have these times, in their order.

    ``whole`` are the minutes of all, if the document says so: the last of a row of clock marks
    ends there, and shares are of that. ``last`` is the mark on the clock at which all ends.
    """
    marks = _cumulative(times) or times
    starts = [time.start for time in marks if time.start is not None]
    in_seconds = _counts_seconds(marks)
    base = starts[0] if starts else 0
    spans: list[MinuteRange | None] = []
    for place, time in enumerate(marks):
        if time.minutes is not None:
            spans.append(time.minutes)
        elif time.start is not None:
            end = time.end if time.end is not None else _next_start(marks, place)
            if end is None and last is not None and last > time.start:
                end = last
            elif end is None and whole is not None and not in_seconds:
                end = base + whole
            spans.append(_between(time.start, end, in_seconds=in_seconds))
        elif time.share is not None and whole is not None:
            spans.append(_span(round(time.share * whole / 100)))
        else:
            spans.append(None)
    return spans


def _next_start(marks: list[Time], place: int) -> int | None:
    return next((time.start for time in marks[place + 1 :] if time.start is not None), None)


def _cumulative(times: list[Time]) -> list[Time]:
    """Spans such as 0-5, 5-15, 15-30 minutes as the marks that they are; or none."""
    ends: list[tuple[int, int]] = []
    for time in times:
        if time.start is not None and time.end is not None:
            ends.append((time.start, time.end))
        elif time.minutes is not None:
            ends.append((time.minutes.low, time.minutes.high))
        else:
            return []
    joined = sum(one[1] == two[0] for one, two in itertools.pairwise(ends))
    if len(ends) < 2 or joined < len(ends) - 1 or ends[0][0] > 1:
        return []
    return [
        replace(time, minutes=None, start=start, end=end)
        for time, (start, end) in zip(times, ends, strict=True)
    ]


def _counts_seconds(marks: list[Time]) -> bool:
    """Whether marks such as 05:00 are minutes and seconds, not hours."""
    ends = [end for time in marks for end in (time.start, time.end) if end is not None]
    return bool(ends) and min(ends) == 0 and max(ends) > 4 * 60 and len(ends) > 1


def _between(start: int, end: int | None, *, in_seconds: bool) -> MinuteRange | None:
    if end is None:
        return None
    length = end - start
    if length < 0:
        length += 12 * 60
    return _span(round(length / 60) if in_seconds else length)


def _span(minutes: int) -> MinuteRange | None:
    return MinuteRange(minutes, minutes) if 1 <= minutes <= LONGEST_MINUTES else None
