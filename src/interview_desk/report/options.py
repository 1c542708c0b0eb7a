"""What the user chooses when a document is made."""

from dataclasses import dataclass, field
from datetime import tzinfo
from enum import StrEnum


class Paper(StrEnum):
    """The sizes of paper that a document can be laid out for."""

    A4 = "A4"
    LETTER = "Letter"


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """Choices for one document.

    Dates and times of day are told in ``zone`` (None: the laptop's own). Private notes stay
    out, of the page and of the packet alike, unless ``include_private``. ``include_packet``
    attaches the interview's data, where the kind of document carries it, so that a panel can
    read it back. A ``password`` protects all of it; empty, there is none.
    """

    zone: tzinfo | None = None
    paper: Paper = Paper.A4
    include_private: bool = False
    include_packet: bool = True
    password: str = field(default="", repr=False)
