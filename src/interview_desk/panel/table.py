"""What the panel's table holds: columns, rows and cells, as they are shown and printed."""

from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from interview_desk.interview.evidence import Evidence
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_kinds import NoteKind
from interview_desk.panel.agreement import Unit
from interview_desk.panel.packets import PanelPacket
from interview_desk.panel.people import Person
from interview_desk.words import count


class CellState(StrEnum):
    """What a packet says of a row; the value is its words where there is no level."""

    RATED = "rated"
    NOT_ENOUGH = "Not enough evidence"
    NOT_RATED = "–"
    HIDDEN = "Not finished"
    NOT_IN_GUIDE = "Not in this guide"
    OBSERVED = "Observed"
    NOT_OBSERVED = "Not observed"
    NOT_LOOKED_AT = "Not looked at"


class ScaleMatch(StrEnum):
    """How the scale of a cell goes with that of most others; the value is what is said of it."""

    SAME = ""
    OTHER_TEXTS = "Other level texts"
    OTHER_LEVELS = "Different scale"


class RowKind(Enum):
    """What a row is about, in the order in which they stand."""

    DISQUALIFIER = auto()
    DIMENSION = auto()
    ONLY_IN_ONE = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """One packet: whose it is, what stands over it, and what is odd about it.

    ``date`` is the day of the interview where one person has several. The reference of a case
    stands beside the people, and is none of them.
    """

    packet: PanelPacket
    person: Person
    date: str = ""
    remarks: tuple[str, ...] = ()
    is_reference: bool = False

    @property
    def heading(self) -> str:
        """Who, and when if there are several."""
        return f"{self.person.name}, {self.date}" if self.date else self.person.name

    @property
    def interview(self) -> Interview:
        """What was recorded."""
        return self.packet.interview

    @property
    def counts(self) -> bool:
        """Whether its ratings are compared with the others': a draft's are only shown."""
        return self.packet.is_finished


@dataclass(frozen=True, slots=True)
class Cell:
    """What one packet says of one row, in the words of its own guide.

    ``height`` is the level's place of ``steps`` from the lowest, 1; ``meaning`` its text.
    ``amended`` tells what it was before, and why it was changed.
    """

    state: CellState
    level: str = ""
    height: int = 0
    steps: int = 0
    meaning: str = ""
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()
    amended: str = ""
    match: ScaleMatch = ScaleMatch.SAME
    is_draft: bool = False

    @property
    def words(self) -> str:
        """The level, or why there is none."""
        return self.level or self.state.value

    @property
    def pieces(self) -> str:
        """How much it stands on: ``5 pieces``; nothing where nobody rated."""
        if self.evidence and self.state in (CellState.RATED, CellState.NOT_ENOUGH):
            return count(len(self.evidence), "piece")
        return "no evidence" if self.state is CellState.RATED else ""

    @property
    def is_comparable(self) -> bool:
        """Whether its height may be set beside others'."""
        return self.state is CellState.RATED and not self.is_draft and self.match is ScaleMatch.SAME

    def first(self, kind: NoteKind) -> Evidence | None:
        """The first piece of evidence of that kind, by time."""
        return next((each for each in self.evidence if each.kind is kind), None)


@dataclass(frozen=True, slots=True)
class Row:
    """A disqualifier or a dimension across the packets; ``key`` is the same in every guide.

    ``unit`` is what the pairs are counted of; ``spread`` and ``talk`` are words, or nothing.
    """

    key: str
    kind: RowKind
    title: str
    cells: tuple[Cell, ...]
    unit: Unit
    spread: str = ""
    talk: str = ""
    only_in: Person | None = None

    @property
    def heading(self) -> str:
        """The title with what kind of row it is, where that is not plain."""
        if self.kind is RowKind.DISQUALIFIER:
            return f"Disqualifier: {self.title}"
        return (
            f"{self.title} (only in {self.only_in.owns('guide')})" if self.only_in else self.title
        )

    @property
    def is_clear(self) -> bool:
        """Whether everybody looked at a disqualifier and nobody observed it."""
        return {cell.state for cell in self.cells} == {CellState.NOT_OBSERVED}


@dataclass(frozen=True, slots=True)
class Seen:
    """What one person saw and nobody else; ``about`` says of what: a dimension or kind."""

    person: Person
    time: str
    phase: str
    kind: NoteKind
    text: str
    about: str
    private: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """The packets of one candidate side by side. Nothing is added up.

    ``recommendations`` has one for each column, empty where none was given. ``not_compared``
    names those beyond the most people that one table has room for. ``is_case`` tells answers to a
    case, which is about nobody.
    """

    candidate: str
    role: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    recommendations: tuple[str, ...]
    seen_by_one: tuple[Seen, ...]
    foot: str
    remarks: tuple[str, ...] = ()
    not_compared: tuple[str, ...] = ()
    is_case: bool = False

    @property
    def agreed_title(self) -> str:
        """What a note on a row is called."""
        words = "Which words of the level texts divided us?"
        return words if self.is_case else "What we agreed to check"

    @property
    def outcome_title(self) -> str:
        """What the note on the whole is called."""
        return "Change to the guide" if self.is_case else "Outcome"

    @property
    def given(self) -> int:
        """How many recommendations there are."""
        return sum(map(bool, self.recommendations))

    @property
    def advice(self) -> str:
        """What to do where there is nothing to talk about yet, or nothing."""
        if sum(not column.is_reference for column in self.columns) == 1:
            return f"One {'answer' if self.is_case else 'packet'}: add the others’."
        apart = any(row.talk or row.spread not in ALIKE for row in self.rows)
        return "" if apart else "No two of you differ. Look at what only one of you saw."


OUTCOME = "outcome"  # what a note is about that is on the whole
SPREADS = ("same", "one step", "two steps", "three steps", "four steps", "five steps")
ONE_RATED, NOBODY_RATED = "one rated", "nobody rated"
OTHER_SCALES = "different scales"
ALIKE = ("", SPREADS[0], ONE_RATED, NOBODY_RATED)
