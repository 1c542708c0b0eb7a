"""A panel of the records as it may be shown: blind, to a reader, or open."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from interview_desk.desk.calibration.own_answer import own_answers
from interview_desk.errors import UserError
from interview_desk.interview.origin import Origin
from interview_desk.interview.packet import write_packet
from interview_desk.interview.status import Status
from interview_desk.panel.candidates import group_key
from interview_desk.panel.packets import PanelPacket
from interview_desk.panel.people import Called, people_of
from interview_desk.store.library import Row
from interview_desk.store.panels import PanelNote, PanelRow
from interview_desk.store.store import Store


@dataclass(frozen=True, slots=True)
class OpenedPanel:
    """The packets of one candidate, one's own first, and what was agreed.

    ``waits_for`` is the row of one's own interview whose rating is not finished: until then the
    packets stay closed. ``is_reader`` says that there is none of one's own, and ``was_opened``
    that their ratings were shown before. ``unread`` says which packets cannot be read, and why.
    """

    panel: PanelRow
    packets: tuple[PanelPacket, ...]
    agreed: Mapping[str, PanelNote]
    waits_for: int | None = None
    is_reader: bool = False
    was_opened: bool = False
    unread: tuple[str, ...] = ()

    @property
    def senders(self) -> list[str]:
        """Who has sent a packet, and whether it is finished: all that is told while it waits."""
        theirs = [each for each in self.packets if not each.is_own]
        people = people_of(theirs, Called.BY_NAME)
        return [
            f"{who.name}: {'finished' if each.is_finished else 'not finished'}"
            for who, each in zip(people, theirs, strict=True)
        ]


def open_panel(store: Store, panel: PanelRow) -> OpenedPanel:
    """What there is of the panel. Raises StoreError."""
    kept = store.panels.packets(panel.row)
    theirs: list[PanelPacket] = []
    unread: list[str] = []
    for each in kept:
        try:
            found = PanelPacket.of(each.data, each.source)
        except UserError as error:
            unread.append(f"{each.source}: {error}")
            continue
        theirs.append(replace(found, label=each.label))
    own = [*_own_rows(store, panel)]
    waits_for = next((row.row for row in own if row.summary.status is not Status.DONE), None)
    mine = [] if waits_for is not None else [_own_packet(store, row) for row in own]
    return OpenedPanel(
        panel=panel,
        packets=(*mine, *theirs),
        agreed=store.panels.notes(panel.row),
        waits_for=waits_for,
        is_reader=not own,
        was_opened=any(each.opened_ms is not None for each in kept),
        unread=tuple(unread),
    )


def _own_rows(store: Store, panel: PanelRow) -> Iterator[Row]:
    if panel.case_uid:
        answers = dict(own_answers(store, panel.case_uid))
        yield from (row for row in store.list() if row.row in answers)
        return
    key = group_key(*panel.about)
    for row in store.list() if key is not None else ():
        same = group_key(row.summary.candidate, row.summary.role) == key
        if same and store.origin(row.row) is Origin.OWN:
            yield row


def _own_packet(store: Store, row: Row) -> PanelPacket:
    return replace(PanelPacket.of(write_packet(store.load(row.row))), is_own=True)
