"""What a program does to the files of one folder, call by call, as `strace` sees it."""

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.reliability.disk import ROOT, Event, Name, Said, Sync, Truncate, Write
from tests.reliability.strace import BIRTHS, HERE, TRACED, Call, calls, string

# Memory that SQLite's connections share; it means nothing once they are gone.
_MEMORY = "-shm"


@dataclass
class _Open:
    """An open file or folder; ``file`` is None outside the folder that is watched."""

    file: int | None
    path: str
    at: int = 0
    appends: bool = False


@dataclass
class _Process:
    """What a process has open, by number, and where it is; its threads share that."""

    where: str
    open: dict[int, _Open] = field(default_factory=dict)


class Recorder:
    """Runs programs one after another and keeps what they do below ``folder``.

    ``contents`` and ``folders`` are as they were at first, by number; ``events`` what was done.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.events: list[Event] = []
        self.folders: dict[int, dict[str, int]] = {ROOT: {}}
        self.contents: dict[int, bytes] = {}
        self._live: dict[int, bytearray] = {}
        self._numbers = 1
        self._take_in(self.folder, ROOT)
        self._names = {number: dict(names) for number, names in self.folders.items()}

    def run(self, command: Sequence[str], environment: Mapping[str, str], log: Path) -> None:
        """Runs a command in the folder; its standard output is what it tells its user."""
        done = subprocess.run(
            [*TRACED, "-o", str(log), *command], capture_output=True, text=True, check=False,
            cwd=self.folder, env=environment, timeout=300,
        )  # fmt: skip
        if done.returncode != 0:
            raise RuntimeError(f"{' '.join(command)} failed: {done.stderr[-2000:]}")
        self._processes: dict[int, _Process] = {}
        self._young: _Process | None = None
        with log.open(encoding="ascii") as lines:
            for call in calls(lines):
                self._now = self._process(call.process)
                if call.name in BIRTHS:
                    self._born(call)
                elif call.result is not None:
                    self._follow(call.name, call.arguments, call.result)
        log.unlink()
        self._check()

    def _take_in(self, folder: Path, number: int) -> None:
        for path in sorted(folder.iterdir()):
            if path.name.endswith(_MEMORY):
                continue
            own = self._number()
            self.folders[number][path.name] = own
            if path.is_dir():
                self.folders[own] = {}
                self._take_in(path, own)
            else:
                self.contents[own] = path.read_bytes()
                self._live[own] = bytearray(self.contents[own])

    def _number(self) -> int:
        self._numbers += 1
        return self._numbers

    def _check(self) -> None:
        """What was followed is what is there: nothing was missed."""
        followed = {path: bytes(self._live[number]) for path, number in self._files(ROOT, "")}
        there = {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file() and not path.name.endswith(_MEMORY)
        }
        if followed != there:
            odd = {path for path in {*followed, *there} if followed.get(path) != there.get(path)}
            raise RuntimeError(f"what was done to {', '.join(sorted(odd))} was not seen whole")

    def _files(self, folder: int, path: str) -> Iterator[tuple[str, int]]:
        for name, number in self._names[folder].items():
            if number in self._names:
                yield from self._files(number, f"{path}{name}/")
            else:
                yield f"{path}{name}", number

    # Processes

    def _process(self, number: int) -> _Process:
        """The process of that number; a new one is the one that is just being made."""
        if number not in self._processes:
            self._processes[number] = self._young or _Process(str(self.folder))
            self._young = None
        return self._processes[number]

    def _born(self, call: Call) -> None:
        child = self._now
        if "CLONE_FILES" not in "".join(call.arguments):
            child = _Process(child.where, dict(child.open))
        if call.result is None:
            self._young = child  # it may act before whoever makes it hears of it
        elif call.result not in self._processes:
            self._processes[call.result] = child
            self._young = None

    # Calls, one by one

    def _follow(self, name: str, arguments: list[str], result: int) -> None:
        match name:
            case "openat":
                self._opened(self._path(arguments[0], arguments[1]), arguments[2], result)
            case "close":
                self._now.open.pop(int(arguments[0]), None)
            case "dup" | "dup2" | "dup3":
                self._now.open[result] = self._now.open.get(int(arguments[0]), _Open(None, ""))
            case "read" | "readv" | "lseek":
                if opened := self._now.open.get(int(arguments[0], 0)):
                    opened.at = result if name == "lseek" else opened.at + result
            case "lock":
                pass
            case "chdir":
                self._now.where = self._path(HERE, arguments[0])
            case _:
                self._changed(name, arguments, result)

    def _opened(self, path: str, flags: str, result: int) -> None:
        place = self._place(path)
        file = ROOT if path == str(self.folder) else self._file(place)
        if place and file is None and "O_CREAT" in flags and "O_DIRECTORY" not in flags:
            file = self._number()
            self._live[file] = bytearray()
            self._name(file, None, place)
        elif file is not None and "O_TRUNC" in flags and self._live.get(file):
            self._truncate(file, 0)
        self._now.open[result] = _Open(file, path, appends="O_APPEND" in flags)

    def _changed(self, name: str, arguments: list[str], result: int) -> None:
        match name:
            case "write" | "writev" | "pwrite64":
                self._written(name, arguments, result)
            case "ftruncate" | "fallocate" | "truncate":
                self._resized(name, arguments)
            case "fsync" | "fdatasync":
                opened = self._now.open.get(int(arguments[0]))
                if opened and opened.file is not None:
                    self.events.append(Sync(opened.file))
            case "sync" | "syncfs":
                self.events.append(Sync(None))
            case "sendfile" | "copy_file_range":
                self._sent(name, arguments, result)
            case _:
                self._renamed(name, arguments)

    def _written(self, name: str, arguments: list[str], result: int) -> None:
        number = int(arguments[0])
        data = b"".join(string(each) for each in arguments[1:] if '"' in each)[:result]
        opened = self._now.open.get(number)
        if opened is None and number == 1:
            self.events.append(Said(data.decode()))
        if opened is None or opened.file is None:
            return
        if name == "pwrite64":
            self._write(opened.file, int(arguments[3]), data)
            return
        if opened.appends:
            opened.at = len(self._live[opened.file])
        self._write(opened.file, opened.at, data)
        opened.at += len(data)

    def _resized(self, name: str, arguments: list[str]) -> None:
        if name == "truncate":
            file = self._file(self._place(self._path(HERE, arguments[0])))
            size = int(arguments[1])
        else:
            opened = self._now.open.get(int(arguments[0]))
            file = opened.file if opened else None
            size = int(arguments[1])
            if name == "fallocate":
                size = int(arguments[2]) + int(arguments[3])
        if file is not None and (name != "fallocate" or size > len(self._live[file])):
            self._truncate(file, size)

    def _sent(self, name: str, arguments: list[str], result: int) -> None:
        """A copy made by the system, between files as far as they were read."""
        first, second = self._now.open.get(int(arguments[0])), None
        if name == "sendfile":
            target, source = first, self._now.open.get(int(arguments[1]))
            places = arguments[2:3]
        else:
            source, target = first, self._now.open.get(int(arguments[2]))
            places = [arguments[1], arguments[3]]
        if target is None or target.file is None:
            return
        if source is None:
            raise RuntimeError(f"{name} from where nothing is known")
        start, second = source.at, target.at
        if places[0] != "NULL":
            start = int(places[0].split("]")[0].strip("["))
        else:
            source.at += result
        if source.file is None:
            data = Path(source.path).read_bytes()[start : start + result]
        else:
            data = bytes(self._live[source.file][start : start + result])
        self._write(target.file, second, data)
        target.at += result

    def _renamed(self, name: str, arguments: list[str]) -> None:
        if name not in {"renameat", "renameat2", "linkat", "unlinkat", "mkdirat"}:
            raise RuntimeError(f"{name} is not understood")
        paths = [self._path(*arguments[:2])]
        if name in {"renameat", "renameat2", "linkat"}:
            paths.append(self._path(*arguments[2:4]))
        places = [self._place(path) for path in paths]
        if not any(places):
            return
        if not all(places):
            raise RuntimeError(f"{name} into or out of the folder is not understood")
        if name == "mkdirat":
            folder = self._number()
            self.folders[folder] = {}
            self._names[folder] = {}
            self._name(folder, None, places[0])
            return
        file = self._file(places[0])
        if file is None:
            return  # shared memory
        if name == "linkat":
            self._name(file, None, places[1])
        else:
            self._name(file, places[0], places[1] if len(places) > 1 else None)

    # What follows from them

    def _write(self, file: int, offset: int, data: bytes) -> None:
        live = self._live[file]
        live.extend(bytes(max(0, offset - len(live))))
        live[offset : offset + len(data)] = data
        self.events.append(Write(file, offset, data))

    def _truncate(self, file: int, size: int) -> None:
        live = self._live[file]
        del live[size:]
        live.extend(bytes(size - len(live)))
        self.events.append(Truncate(file, size))

    def _name(self, file: int, old: tuple[int, str] | None, new: tuple[int, str] | None) -> None:
        if old:
            del self._names[old[0]][old[1]]
        if new:
            self._names[new[0]][new[1]] = file
        self.events.append(Name(file, old, new))

    def _path(self, folder: str, argument: str) -> str:
        start = self._now.where if folder == HERE else self._now.open[int(folder)].path
        return os.path.normpath(Path(start) / os.fsdecode(string(argument)))

    def _place(self, path: str) -> tuple[int, str] | None:
        """The folder that a path is in and its name there; None outside, and for shared memory."""
        if not path.startswith(f"{self.folder}{os.sep}") or path.endswith(_MEMORY):
            return None
        *folders, name = Path(path).relative_to(self.folder).parts
        number = ROOT
        for each in folders:
            number = self._names[number][each]
        return number, name

    def _file(self, place: tuple[int, str] | None) -> int | None:
        return self._names[place[0]].get(place[1]) if place else None
