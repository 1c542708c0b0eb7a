"""Spans of minutes in a guide's text: "8-10 minutes", "5 to 8 min", "(5 mins)"."""

import re
from dataclasses import dataclass

from interview_desk.guide.faults import excerpt
from interview_desk.guide.model import LONGEST_MINUTES, MinuteRange

EXAMPLE = "Write whole minutes, shortest first, such as “(8-10 minutes)”."

_DASH = r"(?:[-‐‑‒–—−~〜～]{1,3}|to\b)"
_NUMBERS = rf"(\d{{1,6}})(?:\s*(?:min\w*\.?)?\s*{_DASH}\s*(\d{{1,6}}))?"
# The unit begins alike in several languages: minutes, Minuten, minutos.
_UNIT = r"\s*-?\s*(?:min(?:ut\w{0,4}|s)?(?!\w)\.?|分)"
# "7.5 minutes", "8/10 minutes", "8 bis 10 minutes": half of it must not pass for the whole.
_ODD_START = r"\d{1,6}(?:[.,:·]|\s*(?:/|…|\.{2,3}|bis|till?|until|or|and|à|a|al|tot|do)\s*)"
_WITH_UNIT = re.compile(rf"(?<![\d.,])(?P<odd>{_ODD_START})??{_NUMBERS}{_UNIT}", re.IGNORECASE)
_BARE = re.compile(rf"(?P<odd>{_ODD_START})??{_NUMBERS}", re.IGNORECASE)
_LOOSE = " -–—:,;~≈()[]"  # what is left around a time that is taken out
_HEDGE = re.compile(
    r"(?:about|around|approx(?:imately)?|roughly|circa|ca|takes|lasts)?\.?", re.IGNORECASE
)
_BRACKET = re.compile(r"[(\[（［]([^()\[\]（）［］]*)[)\]）］]\s*$")


@dataclass(frozen=True, slots=True)
class Minutes:
    """What a text says about time: a range, or the problem with what it says.

    ``without`` is the text that is left when the time is taken out.
    """

    span: MinuteRange | None
    without: str
    problem: str = ""


def minutes_at_end(heading: str) -> Minutes:
    """The time in the brackets that end a heading, or with a unit anywhere in it."""
    bracket = _BRACKET.search(heading)
    if bracket and (bare := _BARE.fullmatch(bracket[1].strip())):
        return _checked(bare, heading[: bracket.start()].strip())
    inside = _WITH_UNIT.search(bracket[1]) if bracket else None
    if bracket is None or inside is None:
        return minutes_in(heading)
    title = heading[: bracket.start()].strip()
    aside = f"{bracket[1][: inside.start()]} {bracket[1][inside.end() :]}".strip(_LOOSE)
    return _checked(inside, f"{title} ({aside})" if not _HEDGE.fullmatch(aside) else title)


def minutes_in(text: str) -> Minutes:
    """The first time that a text gives in minutes."""
    match = _WITH_UNIT.search(text)
    if match is None:
        return Minutes(None, text)
    without = f"{text[: match.start()]}{text[match.end() :]}".strip(_LOOSE)
    return _checked(match, without)


def minutes_of(text: str) -> Minutes:
    """The time that a text is about: with its unit, or as bare numbers."""
    bare = _BARE.fullmatch(text.strip().rstrip("."))
    return _checked(bare, "") if bare else minutes_in(text)


def _checked(match: re.Match[str], without: str) -> Minutes:
    said = excerpt(match[0])
    low = int(match[2])
    high = int(match[3] or low)
    if match["odd"]:
        return Minutes(None, without, f"{said} is not a range of whole minutes")
    if low < 1:
        return Minutes(None, without, f"{said} starts below one minute")
    if low > high:
        return Minutes(None, without, f"{said} is the wrong way round")
    if high > LONGEST_MINUTES:
        return Minutes(None, without, f"{said} is longer than {LONGEST_MINUTES} minutes")
    return Minutes(MinuteRange(low, high), without)
