"""The ratings that others gave, too, from the panels that one has opened: read in a thread."""

from collections.abc import Iterator
from pathlib import Path

from interview_desk.desk.panels.opened_panel import OpenedPanel, open_panel
from interview_desk.errors import UserError
from interview_desk.insights.against_others import SharedRating
from interview_desk.panel.comparison import compare
from interview_desk.panel.people import YOU
from interview_desk.store.store import Store


def read_shared_ratings(records: Path) -> tuple[SharedRating, ...]:
    """All of them, in a thread of its own; the connection is this thread's. Raises UserError."""
    if not records.is_file():
        return ()
    store = Store.open(records)
    try:
        return tuple(_all(store))
    finally:
        store.close()


def _all(store: Store) -> Iterator[SharedRating]:
    for panel in store.panels.list():
        try:
            opened = open_panel(store, panel)
        except UserError:
            continue  # what is odd in a panel is told on its own page
        if opened.was_opened and opened.waits_for is None and not opened.is_reader:
            yield from _of(opened)


def _of(opened: OpenedPanel) -> Iterator[SharedRating]:
    for row in compare(opened.packets).rows:
        heights = dict(row.unit.heights)
        own = heights.pop(YOU, 0)
        if own and heights:
            yield SharedRating(opened.panel.uid, own, tuple(heights.values()))
