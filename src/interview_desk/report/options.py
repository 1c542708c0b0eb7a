"""What the user chooses when a report is made."""

from dataclasses import dataclass
from datetime import tzinfo
from enum import StrEnum


class Paper(StrEnum):
    """The sizes of paper that a report can be laid out for."""

    A4 = "A4"
    LETTER = "Letter"


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """Choices for one report.

    Dates and times of day are told in ``zone`` (None: the laptop's own). Private notes stay
    out, of the page and of the packet alike, unless ``include_private``. ``include_packet``
    attaches the interview's data, so that a panel can read it back.
    """

    zone: tzinfo | None = None
    paper: Paper = Paper.A4
    include_private: bool = False
    include_packet: bool = True
