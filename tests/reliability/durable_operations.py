"""Each thing that Interview Desk says it has done, and how to see after a power cut that it was.

An operation is done once by real programs; what they said until the cut is what must hold.
"""

import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from interview_desk.paths import data_directory, store_file
from interview_desk.resources import resource
from interview_desk.store.backups.backups import back_up_now, place_for
from interview_desk.store.store import Store
from tests.helpers.samples import SMALL_GUIDE, prepared, scored
from tests.reliability.durable_checks import (
    BACKUP,
    GUIDES,
    NAME,
    OUT,
    RECORDS,
    SECRET,
    Broken,
    check_anonymised,
    check_backups,
    check_erased,
    check_files,
    check_guides,
    check_notes,
    check_restore,
    check_salvage,
    check_settings,
)
from tests.store.stored_play import StoredPlay, begin

BACKED_UP_AT = datetime(2026, 11, 20, 10, 15, tzinfo=UTC)
_PAGE = 4096


@dataclass(frozen=True, slots=True)
class Operation:
    """One durable operation.

    ``prepare`` makes the folder as it is before. ``commands`` are run there, one after another:
    "act NAME" for `durable_acts`, anything else for the command line. ``check`` is one of
    `durable_checks`.
    """

    name: str
    prepare: Callable[[Path], None]
    commands: Sequence[str]
    check: Callable[[Path, Sequence[str], Path], Broken]


# What is there before


def _records(folder: Path) -> Path:
    return store_file(data_directory(folder / RECORDS))


def _two_interviews(folder: Path) -> None:
    """One interview with a name to be forgotten, one that stays, and an empty folder beside."""
    (folder / OUT).mkdir()
    with closing(Store.open(_records(folder))) as store:
        played = begin(store, prepared(uid="gone", candidate=NAME))
        played.note(f"{NAME} is a {SECRET}")
        for number in range(40):
            played.note(f"word {number:03}: " + "what they said, in so many words " * 8)
        store.create(scored().interview)


def _backed_up(folder: Path) -> None:
    """A backup of two interviews, and a third since then, the last words only in the log."""
    path = _records(folder)
    _two_interviews(folder)
    back_up_now(path, BACKED_UP_AT)
    with closing(Store.open(path)) as store:
        begin(store, prepared(uid="later")).note("came later")
    live = folder.parent / f"{folder.name}-live"
    shutil.copytree(folder / RECORDS, live)
    with closing(Store.open(store_file(live))) as store:
        begin(store, prepared(uid="logged")).note("is in the log")
        # More than the file has: what is written over the log later does not reach its end.
        gone = StoredPlay(store, store.find("gone") or 0)
        for number in range(40):
            gone.note(f"{NAME}, {SECRET}, {number:03}")
        for side in ("", "-wal"):
            shutil.copy(f"{store_file(live)}{side}", f"{path}{side}")
    shutil.rmtree(live)


def _with_copies(folder: Path) -> None:
    """The same, and a copy that was set aside with a log of its own."""
    _backed_up(folder)
    path = _records(folder)
    aside = place_for(path, "set-aside-2026-11-20-101010")
    for side in ("", "-wal"):
        shutil.copy(f"{path}{side}", f"{aside}{side}")


def _closed(folder: Path) -> None:
    """The same records, and nothing in their log."""
    _backed_up(folder)
    with closing(Store.open(_records(folder))):
        pass


def _damaged(folder: Path) -> None:
    """Records with a page of notes torn out, and a log."""
    _backed_up(folder)
    path = _records(folder)
    data = bytearray(path.read_bytes())
    page = data.index(b"word 020: ") // _PAGE
    data[page * _PAGE : (page + 1) * _PAGE] = b"\xff" * _PAGE
    path.write_bytes(data)


def _with_a_guide(folder: Path) -> None:
    own = data_directory(folder / RECORDS) / GUIDES
    own.mkdir(mode=0o700)
    (own / "small-interview.md").write_text(SMALL_GUIDE)


def _guides_to_import(folder: Path) -> None:
    data_directory(folder / RECORDS)
    (folder / OUT).mkdir()
    (folder / OUT / "small.md").write_text(SMALL_GUIDE)
    shutil.copy(resource("guides", "principal-ml-system-design.md"), folder / OUT / "large.md")


OPERATIONS = (
    Operation("notes", _two_interviews, ("act notes", "act notes"), check_notes),
    Operation("first start", lambda _: None, ("act first_start",), check_notes),
    Operation("settings", _two_interviews, ("act settings",), check_settings),
    Operation("backup", _two_interviews, ("backup", "act notes", "backup"), check_backups),
    Operation("daily backups", _two_interviews, ("act daily",), check_backups),
    Operation("restore", _backed_up, (f"restore {BACKUP}",), check_restore),
    Operation("salvage", _damaged, ("salvage",), check_salvage),
    Operation(
        "guide import",
        _guides_to_import,
        ("guide import out/small.md out/large.md", "guide import out/small.md"),
        check_guides,
    ),
    Operation("guides", _with_a_guide, ("act guides",), check_guides),
    Operation(
        "export",
        _two_interviews,
        (
            "export 2 --out out/report-2.pdf",
            "export 2 --out out/packet.json",
            "export 2 --out out/notes.md",
            "person Ada --out out/person.json",
            "guide export principal-ml-system-design --out out/guide.md",
        ),
        check_files,
    ),
    Operation("files of the window", _two_interviews, ("act files",), check_files),
    Operation("erase", _with_copies, ("erase 1 --yes",), check_erased),
    Operation("erase, records open", _with_copies, ("act erase",), check_erased),
    Operation("erase, no log before", _closed, ("erase 1 --yes",), check_erased),
    Operation("anonymise", _with_copies, ("anonymise 1",), check_anonymised),
)
