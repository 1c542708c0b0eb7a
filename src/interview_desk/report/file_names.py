"""File names for documents: who and which day, and nothing of the verdict."""

import re
import unicodedata
from datetime import date, tzinfo

from interview_desk.interview.interview import Interview
from interview_desk.report.document import Document
from interview_desk.report.documents.kind import DocumentKind
from interview_desk.report.mail_words import is_plain
from interview_desk.words import local

# The name under which a packet travels inside a PDF.
PACKET_NAME = "interview.json"

_LONGEST_NAME = 60
_MOST_LETTERS = 1_000
_LONGEST_STEM = 120
_MOST_BYTES = 200  # of the 255 that file systems take
_NAMELESS = "document"
_PDF = re.compile(r"\s*\.pdf\s*$", re.IGNORECASE)
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9 ._-]")
# What Windows takes in no name, and what some mail programs end a name at.
_FORBIDDEN = re.compile(r"[<>:\"/\\|?*,;']")
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_RESERVED = re.compile(r"(?i)CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³]")
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


def case_file_name(title: str, first: str = "Case") -> str:
    """A name such as ``Case - Doors without a network.json``; likewise plain."""
    return " - ".join(filter(None, (first, _ascii(title)))) + ".json"


def sheet_file_name(sheet: Document) -> str:
    """A name such as ``Panel sheet - Amara Okonkwo-Lindqvist.pdf``; likewise plain."""
    return " - ".join(filter(None, (sheet.kind, _ascii(sheet.name)))) + ".pdf"


def attachment_names(file: str) -> tuple[str, str]:
    """The name of a PDF in a mail, as it is but for what no system takes; and a plain one.

    Programs that read no other script show the plain one (RFC 2231 and 2183).
    """
    line = "".join(_FORBIDDEN.sub(" ", char) for char in file if is_plain(char))
    stem = _PDF.sub("", " ".join(line.split()))[:_LONGEST_STEM].strip(" .") or _NAMELESS
    if _RESERVED.fullmatch(stem.split(".")[0].strip()):
        stem += "_"
    while len(stem.encode()) > _MOST_BYTES:
        stem = stem[:-1]
    plain = _NOT_PLAIN.sub("", _apart(stem)).strip(" .") or _NAMELESS
    return f"{stem}.pdf", f"{plain}.pdf"


def _ascii(name: str) -> str:
    kept = "".join(char for char in _apart(name) if char.isascii())
    safe = re.sub(r"[^A-Za-z0-9 -]+", " ", kept.replace("'", ""))
    words = " ".join(safe.split()).strip(" -")
    if len(words) > _LONGEST_NAME:
        words = words[: _LONGEST_NAME + 1].rsplit(" ", 1)[0][:_LONGEST_NAME]
    return words.strip(" -")


def _apart(name: str) -> str:
    """Letters and their marks one after the other, so that the marks can be left out."""
    # More would be cut by all who ask, and thousands of accents in a row take minutes.
    return unicodedata.normalize("NFKD", name[:_MOST_LETTERS].translate(_PLAIN))


def _day(interview: Interview, zone: tzinfo | None) -> str:
    start, scheduled = interview.timeline.start, interview.setup.scheduled[:10]
    if start is not None:
        return local(start.wall_ms, zone).date().isoformat()
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", scheduled, re.ASCII):
        return scheduled
    return local(interview.created_ms, zone).date().isoformat()
