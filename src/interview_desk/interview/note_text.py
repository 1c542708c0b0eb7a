"""What an interviewer types into the note field, and what it means.

The first character may give the kind: ``+`` strength, ``-`` concern, ``?`` come back.
``#`` before a dimension's tag, or the start of one, makes the note evidence of it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from interview_desk.guide.model import Dimension
from interview_desk.interview.records import Note, NoteKind

MARKS = {"+": NoteKind.STRENGTH, "-": NoteKind.CONCERN, "?": NoteKind.COME_BACK}
_GLYPHS = {kind: mark for mark, kind in MARKS.items()}
# Typographic forms that keyboards and input methods put in the place of the plain ones.
_SAME = str.maketrans({"−": "-", "–": "-", "＋": "+", "？": "?", "＃": "#"})
_TAG = re.compile(r"(?<!\S)[#＃]([^\s#＃]+)")
TEXT_LIMIT = 200_000


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note's words without marks and tags, and what those said."""

    body: str
    kind: NoteKind = NoteKind.PLAIN
    dimensions: tuple[int, ...] = ()


def read_note(typed: str, dimensions: Sequence[Dimension]) -> NoteText:
    """What was typed, understood. A ``#`` that names no dimension stays in the text.

    Characters that no one types and no database or PDF wants (NUL and its like) are left
    out; the text is cut at TEXT_LIMIT characters.
    """
    text = clean(typed).strip()
    kind = MARKS.get(text[:1].translate(_SAME), NoteKind.PLAIN)
    if kind is not NoteKind.PLAIN:
        text = text[1:].lstrip()
    found: list[int] = []

    def take(match: re.Match[str]) -> str:
        dimension = match_tag(match[1].rstrip(".,;:!"), dimensions)
        if dimension is None:
            return match[0]
        found.append(dimension.number)
        return ""

    body = _TAG.sub(take, text)
    if found:
        body = "\n".join(re.sub(r"[ \t]{2,}", " ", line).strip() for line in body.split("\n"))
    return NoteText(body.strip(), kind, tuple(sorted(set(found))))


def write_note(note: Note, dimensions: Sequence[Dimension]) -> str:
    """The note as it would be typed, for editing; `read_note` gives the same note back."""
    tags = [f"#{each.tag}" for each in dimensions if each.number in note.dimensions]
    mark = _GLYPHS.get(note.kind, "")
    # A plain note that begins like a mark is read back as plain only behind a tag.
    words = (*tags, note.text) if not mark and note.text[:1] in MARKS else (note.text, *tags)
    return " ".join(part for part in (mark, *words) if part)


def match_tag(typed: str, dimensions: Sequence[Dimension]) -> Dimension | None:
    """The dimension whose tag it is, or whose tag alone begins so; None if none or several."""
    word = typed.casefold()
    exact = [each for each in dimensions if each.tag == word]
    found = exact or [each for each in dimensions if word and each.tag.startswith(word)]
    return found[0] if len(found) == 1 else None


def clean(text: str) -> str:
    """The text without control characters other than line ends and tabs, and not too long."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
    # Lone surrogates cannot be written as UTF-8, so no file could hold them.
    kept = (
        c
        for c in text
        if c in "\n\t" or (ord(c) >= 32 and ord(c) != 127 and not "\ud800" <= c <= "\udfff")
    )
    return "".join(kept)[:TEXT_LIMIT]
