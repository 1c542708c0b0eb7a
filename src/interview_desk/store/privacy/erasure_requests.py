"""What is to be erased or made nameless, written down beside the store until it is done.

One small file for each interview, with its identity and nothing of the person. It is no part
of the store: neither a backup nor a restore takes the wish along or loses it.
"""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from interview_desk.durable_files import remove_files, write_file
from interview_desk.errors import UserError
from interview_desk.store.store import ERASURE_REQUEST


class ErasureKind(StrEnum):
    """What can become of an interview, or of the person in it."""

    ERASE = "erase"
    ANONYMISE = "anonymise"


@dataclass(frozen=True, slots=True)
class ErasureRequest:
    """What is to become of the interview with that identity."""

    kind: ErasureKind
    uid: str


def write_down(store: Path, request: ErasureRequest) -> None:
    """Keeps the wish; a second one for the same interview takes its place.

    Raises OSError, and UserError if a folder has the name.
    """
    place = _place(store, request.uid)
    if place.is_dir():
        raise UserError(
            f"{place} must be a file, but it is a folder. Move it away, then try again."
        )
    write_file(place, f"{request.kind}\n{request.uid}".encode())


def remove_request(store: Path, request: ErasureRequest) -> None:
    """It is done, or no longer wanted. Raises OSError."""
    remove_files(_place(store, request.uid))


def open_requests(store: Path) -> list[ErasureRequest]:
    """What was written down and not crossed out, as far as it can be read. Raises OSError."""
    return [each for each in map(_read, _places(store)) if isinstance(each, ErasureRequest)]


def unreadable(store: Path) -> str:
    """In words, what may have been written down but cannot be read; mostly nothing."""
    names = [path.name for path in _places(store) if isinstance(_read(path), OSError)]
    return _UNREADABLE.format(names=", ".join(names), folder=store.parent) if names else ""


_UNREADABLE = (
    "{names} in {folder} cannot be read, so an interview that was to be erased may still be there. "
    "Look whether it is, erase it once more, and move the file away."
)


def _places(store: Path) -> list[Path]:
    found = sorted(store.parent.glob(f"{store.name}{ERASURE_REQUEST}*"))
    # One that was never finished: nothing was begun for it.
    return [path for path in found if not path.name.endswith("-new")]


def _read(path: Path) -> ErasureRequest | OSError | None:
    try:
        kind, _, uid = path.read_text(encoding="utf-8").partition("\n")
        return ErasureRequest(ErasureKind(kind), uid)
    except ValueError:
        return None  # not ours
    except OSError as error:
        return error


def _place(store: Path, uid: str) -> Path:
    digest = sha256(uid.encode()).hexdigest()[:16]
    return store.with_name(f"{store.name}{ERASURE_REQUEST}{digest}")
