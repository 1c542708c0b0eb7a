"""What is on a disk after a power cut: what was synced for sure, of all else any part.

What a file holds and which name it has are two things, and each has a sync of its own (POSIX,
fsync; SQLite's https://sqlite.org/atomiccommit.html takes it so, too).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

ROOT = 0
_PAGE, _SECTOR = 4096, 512


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes put into a file; ``file`` is a number that it keeps whatever it is called."""

    file: int
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Truncate:
    """A file cut, or made longer by zeros."""

    file: int
    size: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name given to a file or folder, taken from it, or both at once.

    ``old`` and ``new`` are pairs of a folder's number and a name in it; None for neither.
    """

    file: int
    old: tuple[int, str] | None
    new: tuple[int, str] | None


@dataclass(frozen=True, slots=True)
class Sync:
    """What was done to a file or folder before is on the disk; None for everything."""

    file: int | None


@dataclass(frozen=True, slots=True)
class Said:
    """What a program told its user."""

    text: str


Event = Write | Truncate | Name | Sync | Said
Change = Write | Truncate


@dataclass
class Disk:
    """What is surely on the disk, and what was done since and may be."""

    contents: dict[int, bytearray] = field(default_factory=dict)
    folders: dict[int, dict[str, int]] = field(default_factory=lambda: {ROOT: {}})
    changes: dict[int, list[Change]] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)

    def play(self, events: Iterable[Event], heeded: Callable[[Sync], bool]) -> None:
        """Goes on with what was done; a sync that is not ``heeded`` does nothing."""
        for event in events:
            match event:
                case Write() | Truncate():
                    self.changes.setdefault(event.file, []).append(event)
                case Name():
                    self.names.append(event)
                case Sync() if heeded(event):
                    self._sync(event.file)

    def after_cut(self, chance: Random) -> dict[str, bytes]:
        """A state that the disk may have when it is next looked at: files by their paths."""
        folders = {number: dict(names) for number, names in self.folders.items()}
        for name in _some(self.names, chance):
            _give(folders, name)
        calm = chance.random()
        found: dict[str, bytes] = {}
        for path, number in _paths(folders, ROOT, Path()):
            changes = self.changes.get(number, [])
            content = bytearray(self.contents.get(number, b""))
            for change in _some_pieces(changes, chance, calm):
                _change(content, change)
            found[str(path)] = bytes(content)
        return found

    def _sync(self, file: int | None) -> None:
        for number in [*self.changes] if file is None else [file]:
            content = self.contents.setdefault(number, bytearray())
            for change in self.changes.pop(number, []):
                _change(content, change)
        waiting = []
        for name in self.names:
            if file is None or file in _folders_of(name):
                _give(self.folders, name)
            else:
                waiting.append(name)
        self.names = waiting


def _folders_of(name: Name) -> set[int]:
    return {place[0] for place in (name.old, name.new) if place}


def _give(folders: dict[int, dict[str, int]], name: Name) -> None:
    if name.old:
        names = folders.setdefault(name.old[0], {})
        # The name may have gone to another file meanwhile.
        if names.get(name.old[1]) == name.file:
            del names[name.old[1]]
    if name.new:
        folders.setdefault(name.new[0], {})[name.new[1]] = name.file


def _some(names: Sequence[Name], chance: Random) -> list[Name]:
    """None of the names, all, those up to a moment, or any: a folder need not keep their order."""
    kind = chance.randrange(4)
    if kind == 0:
        return []
    if kind == 1:
        return [*names]
    if kind == 2:
        return [*names[: chance.randint(0, len(names))]]
    return [name for name in names if chance.random() < 0.5]


def _some_pieces(changes: Sequence[Change], chance: Random, calm: float) -> list[Change]:
    """None of the changes, all, those up to a moment and a part of the next, or any pages."""
    kind = int(calm * 2.0) if calm < 0.5 else chance.randrange(4)
    if kind == 0:
        return []
    if kind == 1:
        return [*changes]
    pieces = [piece for each in changes for piece in _pieces(each, chance.choice((_PAGE, _SECTOR)))]
    if kind == 2:
        return pieces[: chance.randint(0, len(pieces))]
    return [piece for piece in pieces if chance.random() < 0.5]


def _pieces(change: Change, size: int) -> list[Change]:
    if isinstance(change, Truncate):
        return [change]
    found: list[Change] = []
    offset, end = change.offset, change.offset + len(change.data)
    while offset < end:
        stop = min(end, (offset // size + 1) * size)
        data = change.data[offset - change.offset : stop - change.offset]
        found.append(Write(change.file, offset, data))
        offset = stop
    return found


def _change(content: bytearray, change: Change) -> None:
    if isinstance(change, Truncate):
        del content[change.size :]
        content.extend(bytes(change.size - len(content)))
        return
    content.extend(bytes(max(0, change.offset - len(content))))
    content[change.offset : change.offset + len(change.data)] = change.data


def _paths(
    folders: Mapping[int, Mapping[str, int]], folder: int, path: Path
) -> Iterable[tuple[Path, int]]:
    for name, number in folders.get(folder, {}).items():
        if number in folders:
            yield from _paths(folders, number, path / name)
        else:
            yield path / name, number
