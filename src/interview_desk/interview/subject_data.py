"""Everything that is held on one person: their interviews, and where else they are named."""

from dataclasses import dataclass
from datetime import date

from interview_desk.interview.interview import Interview
from interview_desk.interview.journal import Journal
from interview_desk.interview.note_text import Draft
from interview_desk.interview.resume import Resume


@dataclass(frozen=True, slots=True)
class HeldInterview:
    """An interview with the person, by its number in the store, and what is kept beside it.

    ``keep_until`` is None where no date was given to this interview.
    """

    row: int
    interview: Interview
    keep_until: date | None
    held: bool
    draft: Draft | None
    journal: Journal
    resume: Resume | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A text in the interview of somebody else, ``where`` as a search names the place."""

    row: int
    where: str
    text: str
    private: bool


@dataclass(frozen=True, slots=True)
class HeldCopy:
    """A backup with interviews of the person, or panels on them, and how many.

    ``interviews`` is None if it cannot be read.
    """

    name: str
    made_ms: int
    interviews: int | None


@dataclass(frozen=True, slots=True)
class HeldOdd:
    """An interview with the person that cannot be read whole, and ``why`` not, in words."""

    row: int
    why: str


@dataclass(frozen=True, slots=True)
class HeldPanel:
    """What colleagues found of the person: their packets as they came, and what was agreed."""

    candidate: str
    packets: tuple[bytes, ...]
    agreed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeldOn:
    """All of it, for the name as it was asked for."""

    name: str
    interviews: tuple[HeldInterview, ...]
    mentions: tuple[Mention, ...]
    copies: tuple[HeldCopy, ...]
    odd: tuple[HeldOdd, ...] = ()
    panels: tuple[HeldPanel, ...] = ()
