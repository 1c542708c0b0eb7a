"""File names for documents: who and which day, and nothing of the verdict."""

import re
import unicodedata
from datetime import date, tzinfo

from interview_desk.interview.interview import Interview
from interview_desk.report.documents.kind import DocumentKind
from interview_desk.words import local

# The name under which a packet travels inside a PDF.
PACKET_NAME = "interview.json"

_LONGEST_NAME = 60
_MOST_LETTERS = 1_000
# Letters that do not come apart into a plain one and a mark.
_PLAIN = str.maketrans(
    {
        "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O",
        "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
        "ı": "i", "ħ": "h", "Ħ": "H", "ŋ": "n", "Ŋ": "N", "ŧ": "t", "Ŧ": "T",
        "‐": "-", "‑": "-", "–": "-", "—": "-",
    }
)  # fmt: skip


def file_name(
    interview: Interview,
    ending: str,
    zone: tzinfo | None = None,
    kind: DocumentKind | None = None,
) -> str:
    """A name such as ``Interview - Amara Okonkwo-Lindqvist - 2026-11-23.pdf``.

    It is plain ASCII that every file system and mail program takes. The day is the one on
    which the interview was held, in ``zone`` (None: the laptop's own). A name that has no
    Latin letters is left out. A document of the guide alone is named after it. Without a kind
    it is the name of the interview itself, as data or in a calendar.
    """
    first = kind.file_name if kind is not None else "Interview"
    if kind is not None and kind.of_guide:
        parts = [first, _ascii(interview.guide.title)]
    else:
        parts = [first, _ascii(interview.setup.candidate), _day(interview, zone)]
    return " - ".join(part for part in parts if part) + "." + ending.lstrip(".")


def person_file_name(name: str, today: date) -> str:
    """A name such as ``Everything held - Ada Lovelace - 2026-11-23.json``; likewise plain."""
    return " - ".join(filter(None, ("Everything held", _ascii(name), today.isoformat()))) + ".json"


def _ascii(name: str) -> str:
    # More would be cut below, and thousands of accents in a row take minutes to take apart.
    apart = unicodedata.normalize("NFKD", name[:_MOST_LETTERS].translate(_PLAIN))
    kept = "".join(char for char in apart if char.isascii())
    safe = re.sub(r"[^A-Za-z0-9 -]+", " ", kept.replace("'", ""))
    words = " ".join(safe.split()).strip(" -")
    if len(words) > _LONGEST_NAME:
        words = words[: _LONGEST_NAME + 1].rsplit(" ", 1)[0][:_LONGEST_NAME]
    return words.strip(" -")


def _day(interview: Interview, zone: tzinfo | None) -> str:
    start, scheduled = interview.timeline.start, interview.setup.scheduled[:10]
    if start is not None:
        return local(start.wall_ms, zone).date().isoformat()
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", scheduled, re.ASCII):
        return scheduled
    return local(interview.created_ms, zone).date().isoformat()
