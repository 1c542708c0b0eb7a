"""What happens to the files of an open store from outside: a sync program, a tidy user."""

import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from interview_desk.store.store import Store
from tests.helpers.samples import prepared

Harm = Callable[[Path, Path], None]  # the store, and an older copy of it


def side(store: Path, end: str) -> Path:
    return store.with_name(store.name + end)


def other_library(path: Path) -> Path:
    """A sound library of somebody else."""
    with closing(Store.open(path)) as other:
        other.create(prepared(uid="elsewhere", candidate="Elsewhere"))
    return path


def deleted(store: Path, _older: Path) -> None:
    store.unlink()


def all_deleted(store: Path, _older: Path) -> None:
    for path in store.parent.glob(f"{store.name}*"):
        path.unlink()


def moved(store: Path, _older: Path) -> None:
    store.rename(store.with_name("mine.db"))


def moved_with_its_log(store: Path, _older: Path) -> None:
    away = store.parent / "elsewhere"
    away.mkdir()
    for end in ("", "-wal", "-shm"):
        side(store, end).rename(away / side(store, end).name)


def linked(store: Path, _older: Path) -> None:
    moved(store, _older)
    store.symlink_to("mine.db")


def replaced_by_older(store: Path, older: Path) -> None:
    copy = older.with_name("copy")
    shutil.copyfile(older, copy)
    copy.replace(store)


def replaced_by_other(store: Path, older: Path) -> None:
    other_library(older.with_name("other")).replace(store)


def replaced_by_text(store: Path, older: Path) -> None:
    older.with_name("text").write_text("my shopping list\n" * 100)
    older.with_name("text").replace(store)


def replaced_by_folder(store: Path, _older: Path) -> None:
    store.unlink()
    store.mkdir()


def older_written_over(store: Path, older: Path) -> None:
    shutil.copyfile(older, store)


def other_written_over(store: Path, older: Path) -> None:
    shutil.copyfile(other_library(older.with_name("other")), store)


def emptied(store: Path, _older: Path) -> None:
    os.truncate(store, 0)


def cut(store: Path, _older: Path) -> None:
    os.truncate(store, store.stat().st_size // 2)


def log_deleted(store: Path, _older: Path) -> None:
    side(store, "-wal").unlink()


def log_replaced(store: Path, _older: Path) -> None:
    side(store, "-wal").unlink()
    side(store, "-wal").write_bytes(b"the log of another" * 1000)


def memory_deleted(store: Path, _older: Path) -> None:
    side(store, "-shm").unlink()


def sides_deleted(store: Path, _older: Path) -> None:
    log_deleted(store, _older)
    memory_deleted(store, _older)


def folder_moved(store: Path, older: Path) -> None:
    store.parent.rename(older.with_name("moved folder"))


def folder_deleted(store: Path, _older: Path) -> None:
    shutil.rmtree(store.parent)


def folder_made_anew(store: Path, older: Path) -> None:
    folder_moved(store, older)
    store.parent.mkdir()


DISPLACING: Mapping[str, Harm] = {
    harm.__name__: harm
    for harm in (
        deleted, all_deleted, moved, moved_with_its_log, linked, replaced_by_older,
        replaced_by_other, replaced_by_text, replaced_by_folder, log_deleted, log_replaced,
        memory_deleted, sides_deleted, folder_moved, folder_deleted, folder_made_anew,
    )
}  # fmt: skip
# The file itself is written over: what was in it is in the cache and the log, or nowhere.
WRITING_OVER: Mapping[str, Harm] = {
    harm.__name__: harm for harm in (older_written_over, other_written_over, emptied, cut)
}
