"""A report as content: what it says in which order, whatever it is printed on.

The PDF, the Markdown and whatever comes next are drawn from the same content, so they
cannot say different things. All strings are plain text as the user wrote it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum

from interview_desk.interview.note_kinds import NoteKind


@dataclass(frozen=True, slots=True)
class Fact:
    """A short label and what it stands for; a wide one has a line to itself."""

    label: str
    text: str
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts side by side."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph; line ends in it are kept. Quiet text is what the product itself says."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class RatingRow:
    """A dimension in the overview: ``height`` steps of ``steps`` (0: no level), in words too.

    ``target`` is the key of the section that holds its evidence.
    """

    title: str
    height: int
    steps: int
    level: str
    reason: str
    target: str


@dataclass(frozen=True, slots=True)
class Ratings:
    """Every dimension of the rubric."""

    rows: tuple[RatingRow, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A phase on the time axis: the name for a narrow place, and milliseconds."""

    name: str
    ms: int


@dataclass(frozen=True, slots=True)
class TimeRow:
    """One row of the time drawing: a stretch for every phase, planned or really used."""

    label: str
    stretches: tuple[Stretch, ...]
    used: bool = False


@dataclass(frozen=True, slots=True)
class Times:
    """Rows of stretches on one scale, and the same in words."""

    rows: tuple[TimeRow, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as it is kept (`picture_format`); ``words`` say what it shows.

    ``data`` is empty where only its place is told of, as in a text.
    """

    data: bytes
    width: int
    height: int
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line with its time, what it says for or against, and a quiet word after it.

    ``kind`` is None for what is no evidence. A picture stands below its words.
    """

    time: str
    kind: NoteKind | None
    text: str
    aside: str = ""
    picture: Shown | None = None


@dataclass(frozen=True, slots=True)
class Entries:
    """Lines in order."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """One indicator with a box: seen or not, good or bad to see, and when.

    ``seen`` is None on paper, where the box is still to be ticked.
    """

    text: str
    seen: bool | None
    good: bool
    aside: str = ""


@dataclass(frozen=True, slots=True)
class CheckGroup:
    """Indicators under one heading."""

    title: str
    items: tuple[Checked, ...]


@dataclass(frozen=True, slots=True)
class Checks:
    """Groups of indicators."""

    groups: tuple[CheckGroup, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of short texts; the first column names its row, the others hold figures, or words."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: bool = True


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to tick by hand: its name, and what it means."""

    name: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """Things of which one is to be ticked by hand."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Blanks:
    """Short things to fill in by hand, each after its label."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ruled:
    """Empty lines to write on by hand, under a label."""

    label: str
    lines: int


# What is filled in by hand, on paper.
Form = Choices | Blanks | Ruled
Block = Facts | Prose | Ratings | Times | Entries | Checks | Grid | Form


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading; the parts stand under headings of their own, one level down.

    ``key`` names it for links; with ``new_page`` it leaves the first page to those before it.
    """

    title: str
    blocks: tuple[Block, ...] = ()
    parts: "tuple[Section, ...]" = ()
    key: str = ""
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """The recommendation, and its place on the scale in words."""

    label: str
    step: str
    scale: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report. ``dated_ms`` (UTC epoch ms) is the moment it speaks of, never today.

    ``notice`` says what the reader must know first, such as that it is not final. ``closing``
    says who may read it; with ``carries_data`` the PDF has the packet inside.
    """

    kind: str
    name: str
    author: str
    verdict: Verdict | None
    notice: str
    facts: Facts
    sections: tuple[Section, ...]
    closing: str
    dated_ms: int
    carries_data: bool = False

    @property
    def title(self) -> str:
        """What the window of a viewer shows."""
        return f"{self.kind}: {self.name}"

    @property
    def foot(self) -> str:
        """What stands at the foot of the first page."""
        carries = " Carries its data for calibration." if self.carries_data else ""
        return self.closing + carries


def texts(part: object) -> Iterator[str]:
    """Every text in a document, or in a part of one."""
    if isinstance(part, Enum):
        return
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from texts(each)
    elif is_dataclass(part):
        for name in fields(part):
            yield from texts(getattr(part, name.name))
