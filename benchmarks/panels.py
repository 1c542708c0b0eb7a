"""What several interviewers found, and one's own interviews over time: how soon a page shows it."""

from benchmarks.measure import Row, probe

_AT_ONCE_MS = 150.0


def rows() -> list[Row]:
    """A panel whose packets are read from the store, and the insights of 300 interviews."""
    panel, insights = probe("panels.py")
    return [
        Row("a panel of 8 packets of 60 notes, against 150 ms", "ms", _AT_ONCE_MS, panel, 1.0),
        Row("insights of 300 interviews, against 150 ms", "ms", _AT_ONCE_MS, insights, 1.0),
    ]
