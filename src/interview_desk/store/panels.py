"""Panels: the packets of several interviewers on one candidate, and what was agreed on them."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import TypeVar

from interview_desk.interview.anonymise import STANDS_FOR_NAME
from interview_desk.interview.folded_text import folded
from interview_desk.store.errors import StoreError, Trouble
from interview_desk.store.privacy.retention import held_before_ms
from interview_desk.store.transaction import Writer

MOST_PACKETS = 100
_OF_CASE = "case-"
Result = TypeVar("Result")

_LIST = """
SELECT p.pk, p.uid, p.candidate, p.role, count(k.pk), coalesce(max(k.arrived_ms), p.created_ms)
FROM panels AS p LEFT JOIN panel_packets AS k ON k.panel = p.pk
GROUP BY p.pk ORDER BY 6 DESC, p.pk DESC
"""
_PACKETS = """
SELECT pk, source, label, data, arrived_ms, opened_ms, choice FROM panel_packets
WHERE panel = ? ORDER BY pk
"""
_PUT_PACKET = """
INSERT OR IGNORE INTO panel_packets
    (panel, uid, candidate, source, label, sha256, data, arrived_ms, opened_ms)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_NOTES = "SELECT about, text, written_ms FROM panel_notes WHERE panel = ?"
_PUT_NOTE = """
INSERT INTO panel_notes (panel, about, text, written_ms) VALUES (?, ?, ?, ?)
ON CONFLICT DO UPDATE SET text = excluded.text, written_ms = excluded.written_ms
"""
_WHOSE = """
SELECT p.pk, p.uid, p.candidate, coalesce(k.uid, ''), coalesce(k.candidate, '')
FROM panels AS p LEFT JOIN panel_packets AS k ON k.panel = p.pk
"""


class PacketChoice(StrEnum):
    """What was chosen of a packet, beside what goes without saying."""

    NONE = ""
    DRAFT = "draft"  # shown though its rating is not finished
    FIRST = "first"  # of several versions, the one that is compared


@dataclass(frozen=True, slots=True)
class ArrivedPacket:
    """A packet that is to be kept: its bytes, and what it says of whom and which interview."""

    uid: str
    candidate: str
    source: str
    data: bytes


@dataclass(frozen=True, slots=True)
class KeptPacket:
    """A packet that is kept. ``opened_ms`` is None as long as its ratings were not shown.

    ``choice`` is one of `PacketChoice`, unless somebody else wrote it.
    """

    row: int
    source: str
    label: str
    data: bytes
    arrived_ms: int
    opened_ms: int | None
    choice: str = ""


@dataclass(frozen=True, slots=True)
class PanelNote:
    """What was agreed ``about`` a row of the comparison, or on the whole, and when."""

    about: str
    text: str
    written_ms: int


@dataclass(frozen=True, slots=True)
class PanelRow:
    """A panel in the list; ``arrived_ms`` is when its last packet came."""

    row: int
    uid: str
    candidate: str
    role: str
    packets: int
    arrived_ms: int

    @property
    def about(self) -> tuple[str, str]:
        """Candidate and role."""
        return self.candidate, self.role

    @property
    def case_uid(self) -> str:
        """The case that its packets answer; empty where they are about a person."""
        return self.uid.removeprefix(_OF_CASE) if self.uid.startswith(_OF_CASE) else ""


def case_panel_uid(case_uid: str) -> str:
    """The identity of the panel of a case: each has one."""
    return f"{_OF_CASE}{case_uid}"


class Panels:
    """For one open store. Raises StoreError as the store does, and GONE for an erased panel."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    @property
    def _conn(self) -> sqlite3.Connection:
        return self._writer.conn

    def list(self) -> Sequence[PanelRow]:
        """All panels, those first to which a packet came last."""
        return self._writer.read(lambda: [PanelRow(*row) for row in self._conn.execute(_LIST)])

    def due(self, today: date, months: int) -> Set[int]:
        """Those to which nothing came for as long as interviews are kept; 0 is for good."""
        before_ms = held_before_ms(today, months)
        return {each.row for each in self.list() if each.arrived_ms < before_ms}

    def create(self, uid: str, candidate: str, role: str, now_ms: int) -> int:
        """A new panel without packets; its row."""
        sql = "INSERT INTO panels (uid, candidate, role, created_ms) VALUES (?, ?, ?, ?)"

        def work() -> int:
            return self._conn.execute(sql, (uid, candidate, role, now_ms)).lastrowid or 0

        return self._writer.write(work)

    def add(self, panel: int, packet: ArrivedPacket, now_ms: int) -> bool:
        """Keeps a packet, its bytes as they are; False if the panel has just these already."""
        digest = sha256(packet.data).hexdigest()
        about = (packet.uid, packet.candidate, packet.source, "")

        def work() -> bool:
            values = (panel, *about, digest, packet.data, now_ms, None)
            return self._conn.execute(_PUT_PACKET, values).rowcount == 1

        return self._of(panel, work)

    def packets(self, panel: int) -> Sequence[KeptPacket]:
        """Its packets in the order in which they came."""
        rows = self._writer.read(lambda: self._conn.execute(_PACKETS, (panel,)).fetchall())
        return [KeptPacket(*row) for row in rows]

    def remove_packet(self, panel: int, packet: int) -> None:
        """Takes a packet out again, its bytes too."""
        self._conn.execute("PRAGMA secure_delete = ON")
        sql = "DELETE FROM panel_packets WHERE panel = ? AND pk = ?"
        self._of(panel, lambda: self._conn.execute(sql, (panel, packet)))

    def label(self, panel: int, packet: int, label: str) -> None:
        """What is called here who gave no name."""
        sql = "UPDATE panel_packets SET label = ? WHERE panel = ? AND pk = ?"
        self._of(panel, lambda: self._conn.execute(sql, (label, panel, packet)))

    def choose(self, panel: int, packet: int, choice: PacketChoice) -> None:
        """What is chosen of a packet; of several versions of it one is the first."""
        others = (
            "UPDATE panel_packets SET choice = '' WHERE panel = ? AND choice = ?"
            " AND uid = (SELECT uid FROM panel_packets WHERE pk = ?)"
        )
        sql = "UPDATE panel_packets SET choice = ? WHERE panel = ? AND pk = ?"

        def work() -> None:
            if choice is PacketChoice.FIRST:
                self._conn.execute(others, (panel, choice, packet))
            self._conn.execute(sql, (choice, panel, packet))

        self._of(panel, work)

    def join(self, panel: int, other: int) -> None:
        """All of another panel put into this one, which is about the same person."""
        move = "UPDATE OR IGNORE panel_packets SET panel = ? WHERE panel = ?"

        def work() -> None:
            self._conn.execute(move, (panel, other))
            for about, text, written_ms in self._conn.execute(_NOTES, (other,)).fetchall():
                found = self._conn.execute(f"{_NOTES} AND about = ?", (panel, about)).fetchone()
                both = f"{found[1]}\n{text}" if found else text
                self._conn.execute(_PUT_NOTE, (panel, about, both, written_ms))
            self._conn.execute("DELETE FROM panels WHERE pk = ?", (other,))

        self._of(panel, work)

    def spellings(self) -> Mapping[int, Set[str]]:
        """How the candidate is written in the packets of each panel."""
        sql = "SELECT panel, candidate FROM panel_packets"
        found: dict[int, set[str]] = {}
        for panel, candidate in self._writer.read(lambda: self._conn.execute(sql).fetchall()):
            found.setdefault(panel, set()).add(candidate)
        return found

    def mark_opened(self, panel: int, now_ms: int) -> None:
        """The ratings of those that are there were shown now, if they were not before."""
        sql = "UPDATE panel_packets SET opened_ms = ? WHERE panel = ? AND opened_ms IS NULL"
        self._of(panel, lambda: self._conn.execute(sql, (now_ms, panel)))

    def notes(self, panel: int) -> dict[str, PanelNote]:
        """What was agreed, by what it is about."""
        rows = self._writer.read(lambda: self._conn.execute(_NOTES, (panel,)).fetchall())
        return {about: PanelNote(about, text, ms) for about, text, ms in rows}

    def write_note(self, panel: int, note: PanelNote) -> None:
        """Keeps what was agreed in the place of what was; an empty text is none."""
        sql = "DELETE FROM panel_notes WHERE panel = ? AND about = ?"

        def work() -> None:
            if note.text.strip():
                self._conn.execute(_PUT_NOTE, (panel, note.about, note.text, note.written_ms))
            else:
                self._conn.execute(sql, (panel, note.about))

        self._of(panel, work)

    def named(self, name: str) -> Sequence[PanelRow]:
        """The panels on somebody of that name as `folded` gives it."""
        found = self._writer.read(lambda: panels_of(self._conn, "", (name,)))
        return [panel for panel in self.list() if panel.row in found]

    def _of(self, panel: int, work: Callable[[], Result]) -> Result:
        """The work in one transaction, if the panel is still there."""

        def checked() -> Result:
            sql = "SELECT 1 FROM panels WHERE pk = ?"
            if self._conn.execute(sql, (panel,)).fetchone() is None:
                raise StoreError(Trouble.GONE, self._writer.path)
            return work()

        return self._writer.write(checked)


def panels_of(conn: sqlite3.Connection, uid: str, names: Iterable[str]) -> set[int]:
    """The panels with that identity, with a packet of that interview, or on one of these names.

    A file of an earlier format has none.
    """
    there = "SELECT 1 FROM sqlite_master WHERE name = 'panel_packets'"
    if conn.execute(there).fetchone() is None:
        return set()
    wanted = {folded(name) for name in names} - {"", folded(STANDS_FOR_NAME)}
    return {
        pk
        for pk, own, candidate, interview, written in conn.execute(_WHOSE)
        if (uid and uid in (own, interview)) or wanted & {folded(candidate), folded(written)}
    }


def forget_panels(conn: sqlite3.Connection, uid: str, names: Iterable[str]) -> None:
    """Takes those panels out, within the caller's transaction.

    They go whole, where only a name is to go too: a packet is a colleague's, and sealed.
    """
    for pk in panels_of(conn, uid, names):
        conn.execute("DELETE FROM panels WHERE pk = ?", (pk,))


def copy_panels(found: sqlite3.Connection, made: Panels) -> int:
    """Keeps the panels of a damaged file, as far as their rows were found; how many packets."""
    copied = 0
    for row in found.execute("SELECT pk, uid, candidate, role, created_ms FROM panels").fetchall():
        match tuple(row):
            case (int(pk), str(uid), str(candidate), str(role), int(created_ms)):
                panel = made.create(uid, candidate, role, created_ms)
                copied += _copy_packets(found, made, pk, panel)
                _copy_notes(found, made, pk, panel)
    return copied


def _copy_packets(found: sqlite3.Connection, made: Panels, pk: int, panel: int) -> int:
    sql = "SELECT uid, candidate, source, data, arrived_ms, sha256, label FROM panel_packets"
    copied = 0
    for row in found.execute(f"{sql} WHERE panel = ?", (pk,)).fetchall():
        match tuple(row):
            case (str(uid), str(candidate), str(source), bytes(data), int(at), str(digest), label):
                arrived = ArrivedPacket(uid, candidate, source, data)
                if sha256(data).hexdigest() == digest and made.add(panel, arrived, at):
                    copied += 1
                    made.label(panel, made.packets(panel)[-1].row, str(label))
    return copied


def _copy_notes(found: sqlite3.Connection, made: Panels, pk: int, panel: int) -> None:
    for row in found.execute(_NOTES, (pk,)).fetchall():
        match tuple(row):
            case (str(about), str(text), int(at)):
                made.write_note(panel, PanelNote(about, text, at))
