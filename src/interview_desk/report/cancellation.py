"""Work that can be given up on the way."""

from collections.abc import Callable

# Called now and then; it raises CancelledError when the work is no longer wanted.
Checkpoint = Callable[[], None]


class CancelledError(Exception):
    """What was being made is no longer wanted; nothing of it is left."""


def checkpoint(cancelled: Callable[[], bool]) -> Checkpoint:
    """A checkpoint that asks ``cancelled``."""

    def check() -> None:
        if cancelled():
            raise CancelledError

    return check


def never() -> bool:
    """The answer of one who does not change their mind."""
    return False
