"""What a reliability check reports: what it did, counted, and each promise that it saw broken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


class NotHereError(Exception):
    """The check cannot run on this machine; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The outcome of one check; ``broken`` has a sentence for each broken promise.

    ``counts`` says how often what was done, such as ``{"kills": 1000, "changes kept": 8123}``.
    Each check is a module with a function ``keep(rounds, seed, folder) -> Tally``: so many
    rounds, drawn from that seed, in that empty folder. It raises NotHereError where it cannot run.
    """

    name: str
    counts: Mapping[str, int]
    broken: Sequence[str] = field(default=())
