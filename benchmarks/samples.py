"""Interviews by the hundred, made up, for the benchmarks."""

import sqlite3
from contextlib import closing
from pathlib import Path

from interview_desk.guide.model import Guide
from interview_desk.guide.parse.reader import read_guide
from interview_desk.guide.text import decode_guide
from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_kinds import NoteKind
from interview_desk.interview.plan import make_plan
from interview_desk.interview.records import (
    ClockEvent,
    ClockKind,
    Note,
    Rating,
    Record,
    Setup,
    Verdict,
)
from interview_desk.paths import data_directory, store_file
from interview_desk.resources import resource
from interview_desk.store.store import Store

_NAMES = ("Mirela", "Tomás", "Søren", "Elif", "Jonas", "Priya", "Amara", "Noor", "Wei", "Ines")
_FAMILIES = ("Tanaka", "Herrera", "Ågård", "Yıldız", "Weir", "Raman", "Haddad", "Lindqvist")
_DAY_MS = 86_400_000
_START_MS = 1_700_000_000_000
_KINDS = tuple(NoteKind)


def shipped_guide() -> Guide:
    """The guide that ships."""
    path = resource("guides", "principal-ml-system-design.md")
    return read_guide(decode_guide(path.read_bytes()))


def sample(guide: Guide, number: int, notes: int = 60) -> Interview:
    """A finished and rated interview, different for every number."""
    start = _START_MS + number * _DAY_MS // 3

    def at(minutes: float) -> Instant:
        ms = round(minutes * 60_000)
        return Instant(start + ms, ms, f"boot {number}")

    phases = len(guide.phases)
    events = [ClockEvent(1, ClockKind.START, at(0), 1)]
    events += [ClockEvent(i, ClockKind.ENTER, at(9.0 * (i - 1)), i) for i in range(2, phases + 1)]
    events.append(ClockEvent(phases + 1, ClockKind.FINISH, at(45)))
    written = [
        Note(
            phases + 2 + i,
            at(44 * i / max(1, notes)),
            f"Compared option {i} with {i + number} because serving costs {number % 7} times more",
            _KINDS[i % 4],
            (1 + i % len(guide.dimensions),),
        )
        for i in range(notes)
    ]
    name = f"{_NAMES[number % 10]} {_FAMILIES[number % 8]} {number}"
    records: list[Record] = [
        Setup(candidate=name, role="ML Engineer", interviewer="J. Lindahl", question="Fraud"),
        *events,
        *written,
        *(
            Rating(d.number, d.levels[(number + d.number) % len(d.levels)].name, reason="Said so.")
            for d in guide.dimensions
        ),
        Verdict(guide.steps[number % len(guide.steps)], "Solid where it counts."),
    ]
    return Interview.of(f"sample{number}", guide, start, tuple(records))


def live_sample(guide: Guide, now: Instant, notes: int) -> Interview:
    """An interview in the middle of its third phase, as planned, with so many notes."""
    plan = [seconds / 60 for seconds in make_plan(guide, Setup().length_minutes).seconds]
    run = sum(plan[:2]) + plan[2] / 3

    def at(minutes: float) -> Instant:
        return now.shifted(round((minutes - run) * 60_000))

    events = [ClockEvent(1, ClockKind.START, at(0), 1)]
    events += [ClockEvent(i, ClockKind.ENTER, at(sum(plan[: i - 1])), i) for i in (2, 3)]
    written = [
        Note(
            10 + i,
            at(run * i / notes),
            f"Compared option {i} with {i + 1}, because serving costs {i % 7} times more there",
            _KINDS[i % 4],
            (1 + i % len(guide.dimensions),),
        )
        for i in range(notes)
    ]
    setup = Setup(candidate="Mirela Herrera", role="ML Engineer", question="Fraud")
    return Interview.of("live", guide, at(-5).wall_ms, (setup, *events, *written))


def board(width: int, height: int) -> bytes:
    """A picture with boxes, as a plain PNG."""
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QColor, QImage, QPainter

    image = QImage(width, height, QImage.Format.Format_RGB888)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for number in range(40):
        painter.drawRect(37 * number, 23 * number, width // 5, height // 7)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def fill_store(folder: Path, interviews: int, made: int = 500) -> None:
    """A store in the folder with so many interviews of two notes each.

    The first ``made`` take the product's own road; the rest are copies of their lines in the
    library, which is all that a start reads.
    """
    path = store_file(data_directory(folder))
    store, guide = Store.open(path), shipped_guide()
    for number in range(min(interviews, made)):
        store.create(sample(guide, number, notes=2))
    store.close()
    with closing(sqlite3.connect(path)) as db, db:
        columns = [row[1] for row in db.execute("PRAGMA table_info(interviews)")]
        kept = ", ".join(name for name in columns if name not in ("pk", "uid"))
        db.execute("BEGIN")
        for copy in range(1, interviews // made):
            db.execute(
                f"INSERT INTO interviews (uid, {kept}) SELECT uid || '-{copy}', {kept}"  # noqa: S608
                " FROM interviews WHERE pk <= ?",
                (made,),
            )
