"""What an interviewer types into the note field, and what it means.

The first character may give the kind: ``+`` strength, ``-`` concern, ``?`` come back.
A slash first asks for a command, and two of them write one slash.
``#`` before a dimension's tag, or the start of one, makes the note evidence of it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from interview_desk.guide.model import Dimension
from interview_desk.interview.clock import Instant
from interview_desk.interview.note_kinds import NoteKind
from interview_desk.interview.records import Note

_SIGNS = {kind.sign: kind for kind in NoteKind if kind.sign}
# Typographic forms that keyboards and input methods put in the place of the plain ones.
_SAME = str.maketrans({"−": "-", "–": "-", "＋": "+", "？": "?", "؟": "?"})
# A backslash first takes its meaning away from the mark that follows it.
_LITERAL = "\\"
_SLASH = "/"
_TAGS = re.compile(r"(?<!\S)[#＃]\S+")
_NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# What ends a line elsewhere, as the soft ones of word processors: the words stay apart.
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2029]")
TEXT_LIMIT = 200_000
# What `write_note` may add around a text: a mark and every tag of a guide.
_ROOM = 20_000


@dataclass(frozen=True, slots=True)
class Draft:
    """The note field as it stands, kept on disk and not yet a note; ``at`` is its first keystroke.

    ``note`` is the id of the note that is being edited, or None for a new one.
    """

    text: str
    at: Instant
    note: int | None = None


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note's words without marks and tags, and what those said.

    ``left_out`` is how many characters the words had beyond those that a note may have.
    """

    body: str
    kind: NoteKind = NoteKind.PLAIN
    dimensions: tuple[int, ...] = ()
    left_out: int = field(default=0, compare=False)


def read_note(typed: str, dimensions: Sequence[Dimension]) -> NoteText:
    """What was typed, understood. A ``#`` that names no dimension stays in the text.

    Characters that no one types and no database or PDF wants (NUL and its like) are left
    out; the words are cut at TEXT_LIMIT characters, and how many those were is told.
    """
    ready = _only_text(typed).strip()
    text = ready[: TEXT_LIMIT + _ROOM].rstrip()
    beyond = len(ready[TEXT_LIMIT + _ROOM :])
    kind = _mark(text)
    if kind is not NoteKind.PLAIN or _is_literal(text):
        text = text[1:].lstrip()
    elif text.startswith(2 * _SLASH):
        text = text[1:]
    found: set[int] = set()
    lines = [_without_tags(line, dimensions, found) for line in text.split("\n")]
    whole = "\n".join(lines).strip()
    body = whole[:TEXT_LIMIT].rstrip()
    left_out = len(whole[TEXT_LIMIT:]) + beyond
    return NoteText(body, kind, tuple(sorted(found)), left_out)


def write_note(note: Note, dimensions: Sequence[Dimension]) -> str:
    """The note as it would be typed, for editing; `read_note` gives the same note back."""
    tags = [f"#{each.tag}" for each in dimensions if each.number in note.dimensions]
    text = note.text
    if note.kind is NoteKind.PLAIN and (_mark(text) is not NoteKind.PLAIN or _is_literal(text)):
        text = _LITERAL + text
    elif note.kind is NoteKind.PLAIN and text.startswith(_SLASH):
        text = _SLASH + text
    return " ".join(part for part in (note.kind.sign, text, *tags) if part)


def command_in(typed: str) -> str | None:
    """The letters of the command that was typed, after its slash; None if it is none."""
    is_one = typed.startswith(_SLASH) and not typed.startswith(2 * _SLASH)
    return typed.removeprefix(_SLASH) if is_one else None


def _mark(text: str) -> NoteKind:
    return _SIGNS.get(text[:1].translate(_SAME), NoteKind.PLAIN)


def _is_literal(text: str) -> bool:
    """Whether it begins with backslashes and then a mark, all but the first to be kept."""
    rest = text.lstrip(_LITERAL)
    return rest != text and _mark(rest) is not NoteKind.PLAIN


def _without_tags(line: str, dimensions: Sequence[Dimension], found: set[int]) -> str:
    """The line without tags and the space before each; what they name goes to ``found``."""
    kept, end = [], 0
    for match in _TAGS.finditer(line):
        if named := _named(match[0], dimensions):
            found.update(named)
            kept.append(line[end : match.start()].rstrip())
            end = match.end()
    rest = "".join((*kept, line[end:]))
    # Where a tag came first, the space after it goes too.
    return rest.lstrip() if kept and not kept[0] else rest


def _named(word: str, dimensions: Sequence[Dimension]) -> list[int]:
    """The dimensions of ``#depth`` or ``#depth#breadth``; none unless all of it are tags."""
    tags = re.split("[#＃]", word.rstrip(".,;:!"))[1:]
    found = [match_tag(tag, dimensions) for tag in tags]
    return [] if None in found else [each.number for each in found if each is not None]


def match_tag(typed: str, dimensions: Sequence[Dimension]) -> Dimension | None:
    """The dimension whose tag it is, or whose tag alone begins so; None if none or several."""
    word = typed.casefold()
    exact = [each for each in dimensions if each.tag == word]
    found = exact or [each for each in dimensions if word and each.tag.startswith(word)]
    return found[0] if len(found) == 1 else None


def clean(text: str) -> str:
    """The text without control characters other than line ends and tabs, and not too long."""
    return _only_text(text)[:TEXT_LIMIT]


def _only_text(text: str) -> str:
    text = _LINE_ENDS.sub("\n", text)
    # Lone surrogates cannot be written as UTF-8, so no file could hold them.
    return _NOT_TEXT.sub("", text)
