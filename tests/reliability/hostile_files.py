"""Files from outside, damaged and made to harm: each is answered within bounds, and harms nothing.

Most are good files that were damaged: bits turned over, cut short, mixed with one another, parts
repeated, numbers made huge. One in twenty was made to run its reader without end.
"""

import random
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC
from io import BytesIO
from pathlib import Path

import pikepdf

from interview_desk.desk.guides.collection import GuideCollection
from interview_desk.errors import UserError
from interview_desk.interview.packet import write_packet
from interview_desk.limited_process import Ending, ProcessEndedError
from interview_desk.report.calendar_file import read_slot, write_slot
from interview_desk.report.documents.registry import DOCUMENTS
from interview_desk.report.guide_import import read_foreign_guide
from interview_desk.report.incoming import read_incoming
from interview_desk.report.options import ReportOptions
from interview_desk.report.pdf.make import make_document
from interview_desk.resources import resource as shipped_file
from interview_desk.store.guides import GuideFiles
from interview_desk.store.store import Store
from tests.helpers.hostile import CALENDARS, GUIDES, PACKETS, PDFS, calendar
from tests.helpers.samples import SMALL_GUIDE, prepared, scored
from tests.reliability.promise import Tally

SECONDS, MEGABYTES = 10, 500
_MADE_TO_HARM = 20
_NUMBER = re.compile(rb"-?\d+")
_NUMBERS = (b"0", b"-1", b"4294967296", b"1e309", b"9" * 40, b"null")
_ENDINGS = {Ending.TIME: "took too long", Ending.SIZE: "took too much", Ending.CRASH: "fell over"}


@dataclass
class Desk:
    """The records and guides into which what can be read is taken."""

    folder: Path
    store: Store
    collection: GuideCollection
    counts: Counter[str] = field(default_factory=Counter)

    def meet(self, kind: str, number: int, data: bytes) -> Iterator[str]:
        """Have the file read and taken in; each promise that this broke."""
        path = self.folder / f"from outside.{kind}"
        path.write_bytes(data)
        before, held = self._holds(), _peaks_kb()
        begin = time.monotonic()
        try:
            self.take_in(kind, number, path)
        except UserError as error:
            self.counts["refused"] += 1
            self.counts[_told(error)] += 1
            if self._holds() != before:
                yield "it was refused, and the records are others"
            if not str(error) or "\n" in str(error):
                yield f"it is told as {str(error)!r}"
        except Exception as error:  # noqa: BLE001 - whatever comes through is a broken promise
            yield f"{error!r} came through"
        else:
            self.counts["taken in"] += 1
        self.counts["files"] += 1
        self.counts[f"of them {kind}"] += 1
        seconds, taken = time.monotonic() - begin, _taken_kb(held, _peaks_kb())
        if seconds > SECONDS:
            yield f"the answer took {seconds:.1f} s"
        if taken > MEGABYTES * 1000:
            yield f"it took {taken // 1000} MB"

    def take_in(self, kind: str, number: int, path: Path) -> None:
        match kind:
            case "md":
                name = self.collection.take_in_foreign(read_foreign_guide(path), b"", ".md")
                found = next(each for each in self.collection.read() if each.entry.name == name)
                assert found.entry.guide is not None, "what was taken in is no guide"
                self.collection.archive(found)
            case "ics":
                assert read_slot(path, UTC).scheduled, "there is no date in the slot"
            case _:
                interview = replace(read_incoming(path), uid=f"from-outside-{number}")
                again = self.store.load(self.store.create(interview))
                assert again.records == interview.records, "other records were kept"

    def _holds(self) -> tuple[object, ...]:
        rows = [(row.row, row.uid) for row in self.store.list()]
        return (*rows, *(listed.key for listed in self.collection.guides))


def keep(rounds: int, seed: int, folder: Path) -> Tally:
    """So many files, drawn from the seed."""
    chance = random.Random(seed)
    good = {"json": _packets(), "pdf": _pdfs(), "md": _guides(), "ics": _calendars()}
    harm = {"json": PACKETS, "pdf": PDFS, "md": GUIDES, "ics": CALENDARS}
    broken: list[str] = []
    with closing(Store.open(folder / "interviews.db")) as store:
        desk = Desk(folder, store, GuideCollection(GuideFiles.beside(folder)))
        desk.collection.read()
        for number in range(rounds):
            kind = (*good,)[number % len(good)]
            name, data = _file(chance, number, good[kind], harm[kind])
            which = f"file {number} of seed {seed} ({name}, .{kind})"
            broken += [f"{which}: {each}" for each in desk.meet(kind, number, data)]
    return Tally("hostile files", desk.counts, broken)


def _file(
    chance: random.Random,
    number: int,
    good: Sequence[bytes],
    harm: Mapping[str, Callable[[], bytes]],
) -> tuple[str, bytes]:
    if number % _MADE_TO_HARM < len(("json", "pdf", "md", "ics")) and number >= _MADE_TO_HARM:
        name = chance.choice((*harm,))
        return name, harm[name]()
    data = chance.choice(good)
    for _ in range(chance.randrange(1, 6)):
        data = chance.choice(_DAMAGES)(chance, data, chance.choice(good))
    return "damaged", data


def _flipped(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    out = bytearray(data)
    for _ in range(chance.randrange(1, 20)):
        if out:
            out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def _cut(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _lacking(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    begin, end = _span(chance, data)
    return data[:begin] + data[end:]


def _repeated(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    begin, end = _span(chance, data)
    times = min(chance.choice((2, 30, 5_000)), 1 + 500_000 // (end - begin + 1))
    return data[:begin] + data[begin:end] * times + data[end:]


def _mixed(chance: random.Random, data: bytes, other: bytes) -> bytes:
    begin, end = _span(chance, other)
    at = chance.randrange(len(data) + 1)
    return data[:at] + other[begin:end] + data[at:]


def _noisy(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.randbytes(chance.randrange(1, 200)) + data[at:]


def _renumbered(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    found = [*_NUMBER.finditer(data)]
    if not found:
        return data
    number = chance.choice(found)
    return data[: number.start()] + chance.choice(_NUMBERS) + data[number.end() :]


_DAMAGES = (_flipped, _cut, _lacking, _repeated, _mixed, _noisy, _renumbered, _renumbered)


def _span(chance: random.Random, data: bytes) -> tuple[int, int]:
    begin = chance.randrange(len(data) + 1)
    return begin, min(len(data), begin + chance.choice((1, 20, 400, 8_000)))


def _packets() -> list[bytes]:
    return [write_packet(scored().interview), write_packet(prepared())]


def _pdfs() -> list[bytes]:
    options = ReportOptions()
    made = [make_document(kind, scored().interview, options) for kind in DOCUMENTS]
    with pikepdf.open(BytesIO(made[0])) as pdf:
        for saving in (
            {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
            {"encryption": pikepdf.Encryption(owner="o", user="")},
            {"encryption": pikepdf.Encryption(owner="o", user="u")},
        ):
            file = BytesIO()
            pdf.save(file, **saving)
            made.append(file.getvalue())
    return made


def _guides() -> list[bytes]:
    shipped = shipped_file("guides").glob("*.md")
    return [SMALL_GUIDE.encode(), *(path.read_bytes() for path in sorted(shipped))]


def _calendars() -> list[bytes]:
    planned = replace(scored().interview.setup, scheduled="2026-11-24T09:30")
    interview = prepared()
    interview = type(interview).of("planned", interview.guide, 0, (planned,))
    zoned = ("DTSTART;TZID=Europe/Berlin:20261124T093000", "DURATION:PT1H", "SUMMARY:Grace")
    rules = (
        "BEGIN:STANDARD", "DTSTART:19701025T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
    )  # fmt: skip
    own = ("DTSTART;TZID=X:20261124T093000", "DTEND;TZID=X:20261124T103000")
    return [write_slot(interview, 0, UTC), calendar(*zoned), calendar(*own, zone=rules)]


def _told(error: BaseException) -> str:
    """How the reader ended, where it gave no answer of its own."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ProcessEndedError):
            return f"of them their reader {_ENDINGS.get(cause.ending, 'did not start')}"
        cause = cause.__cause__
    return "of them by the reader"


def _peaks_kb() -> tuple[int, int]:
    """What this process and the largest of those it waited for have held at most, in kB."""
    if sys.platform != "linux":
        return 0, 0
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss


def _taken_kb(before: tuple[int, int], after: tuple[int, int]) -> int:
    """What was taken in between; a reader that held less than one before it is not seen.

    Linux counts to a process what stood in its parent when it was begun: no more than that is
    none of its own.
    """
    own, largest = before
    return after[0] - own + (after[1] if after[1] > max(own, largest) else 0)
