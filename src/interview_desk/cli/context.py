"""What the commands share: the records, opened when first needed, and files from outside."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import click

from interview_desk.cli.printing import complain
from interview_desk.errors import UserError
from interview_desk.interview.status import Status
from interview_desk.paths import data_directory, store_file
from interview_desk.store.errors import StoreError, Trouble
from interview_desk.store.library import Row
from interview_desk.store.store import Store

T = TypeVar("T")


@dataclass(frozen=True)
class Records:
    """Where the records are; None for the usual folder."""

    data_dir: Path | None

    @property
    def folder(self) -> Path:
        """The folder, made if it is missing. Raises UserError."""
        return data_directory(self.data_dir)

    @property
    def file(self) -> Path:
        """The file of the store, which need not be there."""
        return store_file(self.folder)

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The store, closed at the end. Raises StoreError."""
        store = Store.open(self.file)
        try:
            yield store
        finally:
            store.close()

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """The store, for a command that changes nothing in it. Raises StoreError.

        A log of other records that lies beside it is told, and left where it is.
        """
        try:
            store = Store.open(self.file)
        except StoreError as error:
            if error.trouble is not Trouble.FOREIGN_LOG:
                raise
            complain(f"{error} Shown is what the file itself holds.")
            store = Store.look(self.file)
        try:
            yield store
        finally:
            store.close()


def without_log(file: Path) -> bool:
    """Whether nothing lies beside a file that is there; to be asked before it is opened."""
    return file.exists() and not file.with_name(f"{file.name}-wal").exists()


def missing_log_words(rows: Sequence[Row]) -> str:
    """What is told of interviews in a file `without_log` if any was left in its midst."""
    live = [row for row in rows if row.summary.status is Status.LIVE]
    if not live:
        return ""
    are = "interview is" if len(live) == 1 else "interviews are"
    return (
        f"{len(live)} {are} still running, and no log lies beside the file. If it was copied while "
        "Interview Desk was open, what was written last is missing in it: close Interview Desk "
        "there, and copy the file again."
    )


pass_records = click.make_pass_decorator(Records)


def row_of(store: Store, text: str) -> int:
    """The interview that an argument names, by its number or identity. Raises UserError."""
    number = text.isascii() and text.isdigit() and len(text) < 16
    # What is no text at all names nothing.
    row = int(text) if number else store.find(text) if text.isprintable() else None
    if row is None:
        raise UserError(f"There is no interview {text}; “interview-desk list” shows their numbers.")
    return row


def read_all(files: Sequence[Path], read: Callable[[Path], T]) -> list[tuple[Path, T]]:
    """Each file with what ``read`` gave for it.

    Raises UserError if it raised one for any; each such file is told of, on a line of its own.
    """
    found: list[tuple[Path, T]] = []
    refused: list[str] = []
    for file in files:
        try:
            found.append((file, read(file)))
        except UserError as error:
            named = file.name in str(error)
            refused.append(str(error) if named else f"{file}: {error}")
    if refused:
        for line in refused[:-1]:
            complain(line)
        rest = " Nothing was imported." if len(files) > 1 else ""
        raise UserError(refused[-1] + rest)
    return found
