"""What one insight says: a sentence, a picture, and the same as a table.

A picture holds what is drawn, not how. A dot stands for one interview, or for one rating in it,
and opens it; its words say what it is to whoever cannot see where it stands.
"""

from typing import NamedTuple

from interview_desk.words import count


class Dot(NamedTuple):
    """One mark on a line of the picture, ``at`` its place along the axis or its column.

    ``row`` is the interview's number in the store, ``when_ms`` when it was (UTC epoch ms).
    """

    row: int
    when_ms: int
    line: int
    at: float
    words: str
    marked: bool = False


class DotStrip(NamedTuple):
    """Dots piled up in the cells of lines and columns; the last column may stand apart."""

    lines: tuple[str, ...]
    columns: tuple[str, ...]
    dots: tuple[Dot, ...]
    last_apart: bool = False


class DotCourse(NamedTuple):
    """Dots one after another in time, each from -1 to 1, and the running median through them.

    ``medians`` has one for each dot, or is empty. ``top`` and ``bottom`` say what the ends mean.
    """

    dots: tuple[Dot, ...]
    medians: tuple[float, ...]
    top: str
    bottom: str


class DotSpread(NamedTuple):
    """Dots along an axis, a line for each kind, with a median where there are any.

    ``ends`` are the ends of the axis, with 0 between them; ``words`` say what left of it,
    0 and right of it mean.
    """

    lines: tuple[str, ...]
    dots: tuple[Dot, ...]
    medians: tuple[float, ...]
    ends: tuple[float, float]
    words: tuple[str, str, str]


class Bar(NamedTuple):
    """One bar from ``start`` on, ``amount`` long, of ``whole`` that there could be."""

    label: str
    amount: float
    whole: float
    words: str
    start: float = 0.0


class Bars(NamedTuple):
    """Bars under one another, on one scale unless each has a whole of its own."""

    bars: tuple[Bar, ...]


Picture = DotStrip | DotCourse | DotSpread | Bars


class TableRow(NamedTuple):
    """One row; where it is one interview, that one's number in the store and its time."""

    cells: tuple[str, ...]
    row: int | None = None
    when_ms: int = 0


class Table(NamedTuple):
    """The picture in words; the rows of interviews stand under a time of their own."""

    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]

    @property
    def is_of_interviews(self) -> bool:
        """Whether each row is one interview."""
        return any(each.row is not None for each in self.rows)


class Insight(NamedTuple):
    """One figure. Without a picture the sentence says what is missing for one."""

    title: str
    sentence: str
    picture: Picture | None = None
    table: Table | None = None


def too_few(title: str, least: int, there: int, what: str = "finished interview") -> Insight:
    """What stands in the place of a figure that has not enough to go on."""
    number = count(there, "is", "are")
    have = f"there {number.partition(' ')[2]} {there or 'none'}"
    return Insight(title, f"Needs {least} {what}s with this rubric; {have} so far.")


def dots_as_table(dots: tuple[Dot, ...], columns: tuple[str, ...], lines: tuple[str, ...]) -> Table:
    """A row for each dot; where there are several lines, which it is on stands first."""
    return Table(
        columns,
        tuple(
            TableRow((lines[dot.line], dot.words) if lines else (dot.words,), dot.row, dot.when_ms)
            for dot in dots
        ),
    )
