"""A foreign document in the window: how soon the guide beside it follows a change of role."""

from benchmarks.measure import Row, probe

_AT_ONCE_MS = 50.0


def rows() -> list[Row]:
    """A change of role in a document of 600 lines."""
    median, slowest = probe("guide_import.py")
    return [
        Row("a role changed in 600 lines, against 50 ms", "ms", _AT_ONCE_MS, median, 1.0),
        Row("the slowest of them, against 100 ms", "ms", 2 * _AT_ONCE_MS, slowest, 1.0),
    ]
