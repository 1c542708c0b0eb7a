"""What can still be read of a damaged store, put into a new one; the damaged file is kept.

Its rows are written down as far as they can be read, interviews are made of them by the
product's own road, and those that were not found at all come from the newest sound backup.
"""

import shutil
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from filecmp import cmp
from pathlib import Path
from sqlite3 import connect
from tempfile import TemporaryDirectory

from interview_desk.guide.model import Guide
from interview_desk.interview.summary import UNNAMED
from interview_desk.store.backups.backups import Backup, BackupKind, list_backups
from interview_desk.store.backups.integrity import faults_in
from interview_desk.store.backups.rebuild import Rebuilt, rebuild
from interview_desk.store.backups.recover_rows import write_down
from interview_desk.store.backups.restore import put_in_place
from interview_desk.store.errors import StoreError, in_users_words
from interview_desk.store.store import Store
from interview_desk.words import count, day

_HEAD = 100
_NONE = "No interview could be read whole."


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What became of a damaged store.

    ``found`` are the interviews that could be read, ``from_backup`` the candidates of those that
    were only in a backup; ``aside`` is the damaged file. ``told`` says all this in sentences.
    """

    found: Sequence[Rebuilt]
    from_backup: tuple[str, ...]
    aside: Path | None
    told: tuple[str, ...]


def salvage(store: Path, stand_in: Guide, now: datetime) -> Salvaged:
    """Puts a new store with all that can be read in the place of a damaged one, now closed.

    ``stand_in`` is used for an interview whose guide cannot be read. Raises StoreError, with
    the store as it was, if a program has it open or there is no room for copies.
    """
    prefix = f"{store.name}-rescuing-"
    with in_users_words(store), TemporaryDirectory(prefix=prefix, dir=store.parent) as folder:
        scratch = Path(folder)
        damaged, plain, new = (scratch / name for name in ("damaged", "plain", "new"))
        shutil.copyfile(store, damaged)
        if log := _log_of(store):
            shutil.copyfile(log, damaged.with_name(f"{damaged.name}-wal"))
        Store.open(new).close()
        _mend_head(damaged, new)
        write_down(damaged, plain)
        with closing(Store.open(new)) as made, closing(connect(plain)) as found:
            rebuilt = rebuild(found, made, stand_in)
            backup = _newest_sound(store)
            taken = _take_missing(backup, scratch / "backup", made) if backup else ()
        with closing(connect(new)) as made_new:
            # Only the file is moved: what a log still had would be lost.
            made_new.execute("PRAGMA journal_mode = DELETE").fetchone()
        aside = put_in_place(store, new, now)
    return Salvaged(rebuilt, taken, aside, tuple(_told(rebuilt, taken, backup, aside)))


def _log_of(store: Path) -> Path | None:
    """What was not folded into the store; None if there is no such log.

    A salvage that was cut short may have set it aside already, with a copy of the store.
    """
    asides = [each.path for each in list_backups(store) if each.kind is BackupKind.SET_ASIDE]
    for file in (store, *asides):
        log = file.with_name(f"{file.name}-wal")
        if log.exists() and (file == store or cmp(file, store, shallow=False)):
            return log
    return None


def _mend_head(damaged: Path, sound: Path) -> None:
    """Puts what is the same in all our files into the head: without it nothing can be read.

    The fields are those of https://sqlite.org/fileformat.html, section 1.3.
    """
    head = bytearray(sound.read_bytes()[:_HEAD])
    page_size = int.from_bytes(head[16:18], "big")
    pages = -(-damaged.stat().st_size // page_size)
    head[28:32] = pages.to_bytes(4, "big")
    head[32:40] = bytes(8)  # free pages: none that need be known
    with damaged.open("r+b") as file:
        # A torn last page is still a page.
        file.truncate(pages * page_size)
        file.write(head)


def _newest_sound(store: Path) -> Backup | None:
    return next((each for each in list_backups(store) if not faults_in(each.path)), None)


def _take_missing(backup: Backup, copy: Path, made: Store) -> tuple[str, ...]:
    """Keeps the interviews of the backup that the new store lacks; their candidates."""
    shutil.copyfile(backup.path, copy)
    taken = []
    try:
        with closing(Store.open(copy)) as old:
            for row in old.list():
                if made.find(row.uid) is None:
                    new = made.create(old.load_with_pictures(row.row), old.origin(row.row))
                    made.save_resume(new, old.load_resume(row.row))
                    taken.append(row.summary.candidate or UNNAMED.lower())
    except StoreError:
        # What was taken before stays; what the backup has is not lost by leaving it there.
        return tuple(taken)
    return tuple(taken)


def _told(
    rebuilt: Sequence[Rebuilt], taken: Sequence[str], backup: Backup | None, aside: Path | None
) -> list[str]:
    whole = sum(not each.missing for each in rebuilt)
    told = [f"{count(whole, 'interview')} could be read whole." if whole else _NONE]
    told += [
        f"{each.candidate or UNNAMED} could be read in part; not found: {', '.join(each.missing)}."
        for each in rebuilt
        if each.missing
    ]
    if taken and backup:
        when = day(backup.made_ms, None)
        told.append(
            f"{count(len(taken), 'interview')} could not be read and came from the backup of "
            f"{when}, as they were then: {', '.join(taken)}."
        )
    told.append("What could be undone was not kept.")
    if aside:
        told.append(f"The damaged file was kept: {aside}")
    return told
