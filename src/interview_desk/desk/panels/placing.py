"""A packet put into the panel of its candidate and role; what names nobody goes where one says."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from interview_desk.desk.context import Desk
from interview_desk.errors import UserError
from interview_desk.interview.origin import Origin
from interview_desk.interview.records import Setup
from interview_desk.panel.candidates import group_key, is_nobody, may_be_one
from interview_desk.panel.case_mark import mark_of
from interview_desk.panel.packets import PanelPacket
from interview_desk.store.panels import MOST_PACKETS, ArrivedPacket, PanelRow, case_panel_uid
from interview_desk.store.store import Store


class Placed(NamedTuple):
    """The row of the panel, and what is to be said of it."""

    row: int
    said: str


def place(desk: Desk, packet: PanelPacket, data: bytes, shown: PanelRow | None = None) -> Placed:
    """Keep the packet, its bytes as they are, in its panel or a new one.

    One that names nobody goes into the panel that is ``shown``, by hand. Raises UserError, for
    one's own interview too.
    """
    setup, store, mark = packet.interview.setup, desk.store, mark_of(packet.interview)
    own = store.find(packet.interview.uid)
    if own is not None and store.origin(own) is not Origin.TAKEN_IN:
        what = "answer" if mark is not None else "interview"
        raise UserError(f"{packet.source} is your own {what}: the panel has it already.")
    panels = store.panels.list()
    if mark is not None:
        panel = next((each for each in panels if each.case_uid == mark.uid), None)
    elif is_nobody(setup.candidate):
        panel = shown if shown is not None and not shown.case_uid else None
    else:
        panel = _same(store, panels, setup)
    if panel is not None and panel.packets >= MOST_PACKETS:
        raise UserError(f"A panel has {MOST_PACKETS} packets at most; this one is full.")
    now_ms = desk.clock.now().wall_ms
    row = panel.row if panel is not None else 0
    uid = case_panel_uid(mark.uid) if mark is not None else desk.new_uid()
    row = row or store.panels.create(uid, setup.candidate, setup.role, now_ms)
    arrived = ArrivedPacket(packet.interview.uid, setup.candidate, packet.source, data)
    new = store.panels.add(row, arrived, now_ms)
    said = f"{packet.source} is kept." if new else f"{packet.source}: already here."
    near = _near(panels, setup) if panel is None and mark is None else ""
    return Placed(row, f"{said} {near}".strip())


def _same(store: Store, panels: Sequence[PanelRow], setup: Setup) -> PanelRow | None:
    """The panel of that name and role, or one that has packets with that spelling of it."""
    key, spellings = group_key(setup.candidate, setup.role), store.panels.spellings()
    for each in _of_people(panels):
        names = (each.candidate, *spellings.get(each.row, ()))
        if key in {group_key(name, each.role) for name in names}:
            return each
    return None


def _of_people(panels: Sequence[PanelRow]) -> Iterator[PanelRow]:
    return (each for each in panels if not each.case_uid)


def _near(panels: Sequence[PanelRow], setup: Setup) -> str:
    for each in _of_people(panels):
        if may_be_one(setup, Setup(candidate=each.candidate, role=each.role)):
            both = f"“{each.candidate}” and “{setup.candidate}”"
            return f"{both} may be one person: they are kept apart."
    return ""
