"""Text that is still being typed: kept on disk, but not yet a note."""

from dataclasses import dataclass

from interview_desk.interview.clock import Instant


@dataclass(frozen=True, slots=True)
class Draft:
    """The note field as it stands, marks and tags included; ``at`` is its first keystroke.

    ``note`` is the id of the note that is being edited, or None for a new one.
    """

    text: str
    at: Instant
    note: int | None = None
