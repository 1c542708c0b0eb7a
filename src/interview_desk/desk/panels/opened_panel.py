"""A panel of the records as it may be shown: blind, to a reader, or open."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from interview_desk.desk.calibration.own_answer import own_answers
from interview_desk.errors import UserError
from interview_desk.interview.interview import Interview
from interview_desk.interview.origin import Origin
from interview_desk.interview.packet import write_packet
from interview_desk.interview.records import Setup
from interview_desk.interview.status import Status
from interview_desk.panel.candidates import group_key, may_be_one
from interview_desk.panel.case_mark import mark_of
from interview_desk.panel.packets import PanelPacket, versions
from interview_desk.panel.people import Called, people_of
from interview_desk.store.library import Row
from interview_desk.store.panels import KeptPacket, PacketChoice, PanelNote, PanelRow
from interview_desk.store.store import Store
from interview_desk.words import count


@dataclass(frozen=True, slots=True)
class ListedPacket:
    """A packet that came, as it is listed: ``counts`` tells whether it is compared.

    ``has_rival`` is one of which another version came that says something else, and ``label``
    what is called here who gave no name. ``choice`` is what was chosen of it.
    """

    row: int
    name: str
    source: str
    arrived_ms: int
    is_finished: bool
    is_unnamed: bool
    label: str
    choice: str
    counts: bool
    has_rival: bool = False

    @property
    def remarks(self) -> list[str]:
        """What is odd about it, in words."""
        told = [] if self.is_finished else ["Not finished"]
        if self.has_rival:
            told.append(
                "This version is compared" if self.counts else "Another version is compared"
            )
        elif not self.counts:
            told.append("A newer one takes its place")
        return told


@dataclass(frozen=True, slots=True)
class OpenedPanel:
    """The packets of one candidate, one's own first, and what was agreed.

    ``waits_for`` is the row of one's own interview whose rating is not finished: until then the
    packets stay closed. ``is_reader`` says that there is none of one's own, and ``was_opened``
    that their ratings were shown before. ``unread`` says which packets cannot be read, and why.
    ``listed`` are those that came, and ``near`` panels that may be on the same person.
    """

    panel: PanelRow
    packets: tuple[PanelPacket, ...]
    agreed: Mapping[str, PanelNote]
    waits_for: int | None = None
    is_reader: bool = False
    was_opened: bool = False
    unread: tuple[str, ...] = ()
    listed: tuple[ListedPacket, ...] = ()
    near: tuple[PanelRow, ...] = ()

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
    # Of two versions that contradict, the first one counts.
    kept = sorted(store.panels.packets(panel.row), key=lambda p: p.choice != PacketChoice.FIRST)
    theirs: dict[int, PanelPacket] = {}
    unread: list[str] = []
    for each in kept:
        try:
            found = PanelPacket.of(each.data, each.source)
        except UserError as error:
            unread.append(f"{each.source}: {error}")
            continue
        drafted = each.choice == PacketChoice.DRAFT
        theirs[each.row] = replace(found, label=each.label, as_draft=drafted)
    own = [*_own_rows(store, panel, theirs.values())]
    waits_for = next((row.row for row in own if row.summary.status is not Status.DONE), None)
    mine = [] if waits_for is not None else [_own_packet(store, row) for row in own]
    return OpenedPanel(
        panel=panel,
        packets=(*mine, *theirs.values()),
        agreed=store.panels.notes(panel.row),
        waits_for=waits_for,
        is_reader=not own,
        was_opened=any(each.opened_ms is not None for each in kept),
        unread=tuple(unread),
        listed=tuple(_listed([each for each in kept if each.row in theirs], theirs)),
        near=tuple(_near(store, panel)),
    )


def _listed(
    kept: Sequence[KeptPacket], packets: Mapping[int, PanelPacket]
) -> Iterator[ListedPacket]:
    found = versions(packets.values())
    counting = {id(each) for each in found.current}
    rivals = {each.interview.uid for each in found.unlike}
    older = {id(each) for each in (*found.earlier, *found.already)}
    names = people_of([*packets.values()], Called.BY_NAME)
    for each, packet, who in zip(kept, packets.values(), names, strict=True):
        yield ListedPacket(
            row=each.row,
            name=who.name,
            source=each.source,
            arrived_ms=each.arrived_ms,
            is_finished=packet.is_finished,
            is_unnamed=not packet.interview.setup.interviewer.strip(),
            label=each.label,
            choice=each.choice,
            counts=id(packet) in counting,
            has_rival=packet.interview.uid in rivals and id(packet) not in older,
        )


def _near(store: Store, panel: PanelRow) -> Iterator[PanelRow]:
    """Panels that may be on the same person under another spelling or role."""
    about = Setup(*panel.about)
    for each in store.panels.list() if not panel.case_uid else ():
        apart = each.row != panel.row and not each.case_uid
        if apart and may_be_one(about, Setup(*each.about)):
            yield each


def _own_rows(store: Store, panel: PanelRow, theirs: Iterable[PanelPacket]) -> Iterator[Row]:
    """One's own interviews with the candidate, however the packets spell the name."""
    if panel.case_uid:
        answers = dict(own_answers(store, panel.case_uid))
        yield from (row for row in store.list() if row.row in answers)
        return
    setups = [each.interview.setup for each in theirs]
    spelt = {group_key(each.candidate, each.role) for each in setups}
    keys = {group_key(*panel.about), *spelt} - {None}
    for row in store.list() if keys else ():
        same = group_key(row.summary.candidate, row.summary.role) in keys
        if same and store.origin(row.row) is Origin.OWN:
            yield row


def _own_packet(store: Store, row: Row) -> PanelPacket:
    return replace(PanelPacket.of(write_packet(store.load(row.row))), is_own=True)


def after_reading(store: Store, interview: Interview) -> str:
    """How many colleagues' packets were read by now, for an amendment made after it, or nothing.

    Raises StoreError.
    """
    mark, setup = mark_of(interview), interview.setup
    key, spellings = group_key(setup.candidate, setup.role), store.panels.spellings()
    read = 0
    for panel in store.panels.list():
        names = (panel.candidate, *spellings.get(panel.row, ()))
        same = key is not None and key in {group_key(name, panel.role) for name in names}
        if panel.case_uid == mark.uid if mark is not None else same and not panel.case_uid:
            read += sum(each.opened_ms is not None for each in store.panels.packets(panel.row))
    return f"after reading {count(read, 'other')}" if read else ""
