"""From the bytes of a file to text that is safe to read as a guide.

The limits are far above any guide that people run and keep reading a hostile file short:
Markdown's cost grows with its lines and with the marks that may open emphasis or a link.
"""

import re
import unicodedata

from interview_desk.guide.faults import Fault, GuideError

MAX_BYTES = 1_000_000
MAX_LINES = 20_000
MAX_MARKS = 20_000
MAX_PARTS = 3_000
"""Headings and list items: each costs far more to understand than the words in it."""
MAX_ACCENTS = 100
"""Accents on one letter; putting more into their order (NFC) takes the square of their number."""

_BOM = "\ufeff"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
# Tab and line feed are the only control characters that text needs.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# What word processors leave at the start of a line: two come from symbol fonts, one is an "o".
_BULLET = re.compile(
    "(?m)^([ \t]*)(?:[•‣◦▪▫●○■□➢➤\uf0b7\uf0a7][ \t\xa0]+|o(?:[ \xa0]{2,}|\t[ \t\xa0]*))"
)
# The beginning of a heading or an item, or the line under a heading.
_PART = re.compile(r"(?m)^[ \t>]*+(?:(?:#{1,6}|[-*+]|\d{1,9}[.)])(?=[ \t]|$)|(?:-++|=++)[ \t]*+$)")
_BEYOND_LATIN = re.compile(f"[^\x00-\xff]{{{MAX_ACCENTS + 1},}}")
_SAVE_AS_TEXT = "Save the guide as plain Markdown text in UTF-8 and choose that file."
_TOO_LARGE = Fault(None, "The guide is larger than 1 MB", "Keep only what this interview needs.")


def decode_guide(data: bytes) -> str:
    """The text of a guide file: UTF-8, line ends as LF, without a byte order mark.

    Raises GuideError for a file that is empty, too large, binary or not UTF-8.
    """
    if len(data) > MAX_BYTES:
        raise GuideError((_TOO_LARGE,))
    if data.startswith(_UTF16_BOMS):
        raise GuideError.single(None, "The file is UTF-16, not UTF-8", _SAVE_AS_TEXT)
    if b"\x00" in data:
        raise GuideError.single(
            data.count(b"\n", 0, data.index(b"\x00")) + 1,
            "The file is not text: it holds a NUL byte",
            _SAVE_AS_TEXT,
        )
    try:
        text = normalise(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GuideError.single(line, "The file is not UTF-8 text", _SAVE_AS_TEXT) from error
    if faults := check_text(text):
        raise GuideError(faults)
    return text


def normalise(text: str) -> str:
    """The text with LF line ends and without a byte order mark."""
    return text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")


def plain_text(text: str) -> str:
    """The text to parse: equal letters in equal codes, and a word processor's bullets as ours.

    Lines stay what and where they were.
    """
    return _BULLET.sub(r"\1- ", unicodedata.normalize("NFC", text))


def has_control(text: str) -> bool:
    """Whether there is a character in the text that text does not need."""
    return _CONTROL.search(text) is not None


def check_text(text: str) -> tuple[Fault, ...]:
    """What keeps this text from being read at all; empty where nothing does."""
    if not text.strip():
        remedy = "Write a guide into it, or start from a copy of the shipped one."
        return (Fault(None, "The guide is empty", remedy),)
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        found = f"U+{ord(control.group()):04X}"
        message = f"There is a control character ({found}) in the text"
        return (Fault(line, message, "Delete it, or save the guide as plain text again."),)
    return _check_size(text)


def _check_size(text: str) -> tuple[Fault, ...]:
    if len(text.encode("utf-8")) > MAX_BYTES:
        return (_TOO_LARGE,)
    lines = text.count("\n") + 1
    if lines > MAX_LINES:
        message = f"The guide has {lines:,} lines; {MAX_LINES:,} is the most"
        return (Fault(MAX_LINES + 1, message, "Keep only what this interview needs."),)
    marks = sum(text.count(mark) for mark in "*_[")
    if marks > MAX_MARKS:
        message = f"The guide has {marks:,} of the marks * _ [; {MAX_MARKS:,} is the most"
        return (Fault(None, message, "Use plain text for what need not stand out."),)
    parts = len(_PART.findall(text))
    if parts > MAX_PARTS:
        message = f"The guide has {parts:,} headings and list items; {MAX_PARTS:,} is the most"
        return (Fault(None, message, "Keep only what this interview needs."),)
    if (at := _too_many_accents(text)) is not None:
        line = text.count("\n", 0, at) + 1
        message = f"There are more than {MAX_ACCENTS} accents on one letter"
        return (Fault(line, message, "Delete them, or write the letter anew."),)
    return ()


def _too_many_accents(text: str) -> int | None:
    """Where they stand, None if there are not too many on any letter."""
    for run in _BEYOND_LATIN.finditer(text):
        accents = 0
        for at, char in enumerate(run[0], start=run.start()):
            accents = accents + 1 if unicodedata.combining(char) else 0
            if accents > MAX_ACCENTS:
                return at
    return None
