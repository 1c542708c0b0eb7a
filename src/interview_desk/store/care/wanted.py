"""What is to be erased or made nameless, written down beside the store until it is done.

One small file for each interview, with its identity and nothing of the person. It is no part
of the store: neither a backup nor a restore takes the wish along or loses it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from interview_desk.durable_files import remove_files, write_file
from interview_desk.store.care.erasing import Deed


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to become of the interview with that identity."""

    deed: Deed
    uid: str


def write_down(store: Path, wanted: Wanted) -> None:
    """Keeps the wish; a second one for the same interview takes its place. Raises OSError."""
    write_file(_place(store, wanted.uid), f"{wanted.deed}\n{wanted.uid}".encode())


def cross_out(store: Path, wanted: Wanted) -> None:
    """It is done, or no longer wanted. Raises OSError."""
    remove_files(_place(store, wanted.uid))


def all_wanted(store: Path) -> list[Wanted]:
    """What was written down and not crossed out. Raises OSError."""
    return [*_read(store)]


def _read(store: Path) -> Iterator[Wanted]:
    for path in sorted(store.parent.glob(f"{store.name}-wanted-*")):
        if path.name.endswith("-new"):
            continue  # never finished: nothing was begun for it
        try:
            deed, _, uid = path.read_text(encoding="utf-8").partition("\n")
            yield Wanted(Deed(deed), uid)
        except ValueError:
            continue  # not ours


def _place(store: Path, uid: str) -> Path:
    # Imported here: a start reads what is wanted, and seldom needs more.
    from hashlib import sha256

    return store.with_name(f"{store.name}-wanted-{sha256(uid.encode()).hexdigest()[:16]}")
