"""What a program does to the files of one folder, call by call, as `strace` sees it."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.reliability.disk import ROOT, Event, Name, Said, Sync, Truncate, Write

_CALLS = (
    "open,openat,creat,close,dup,dup2,dup3,fcntl,read,readv,lseek,chdir,write,writev,pwrite64,"
    "pwritev,pwritev2,ftruncate,truncate,fallocate,rename,renameat,renameat2,link,linkat,unlink,"
    "unlinkat,rmdir,mkdir,mkdirat,symlink,symlinkat,fsync,fdatasync,sync,syncfs,sendfile,"
    "copy_file_range,clone,clone3,fork,vfork"
)
_STARTS = ("clone", "clone3", "fork", "vfork")
_HERE = "AT_FDCWD"
_LINE = re.compile(r"(\d+) +(\w+)\((.*)\) += (-?\w+).*")
_BEGUN = re.compile(r"(\d+) +(\w+)\((.*) <unfinished \.\.\.>")
_ENDED = re.compile(r"(\d+) +<\.\.\. (\w+) resumed>(.*)")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')
# Memory that SQLite's connections share; it means nothing once they are gone.
_MEMORY = "-shm"


def why_not() -> str:
    """Why nothing can be recorded on this machine; empty where it can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    done = subprocess.run(
        ["strace", "-f", "-o", os.devnull, "true"], capture_output=True, check=False
    )
    return "" if done.returncode == 0 else "strace may not look at programs here"


@dataclass
class _Open:
    """An open file or folder; ``file`` is None outside the folder that is watched."""

    file: int | None
    path: str
    at: int = 0
    appends: bool = False


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
        strings, filters = ["-xx", "-s", "100000000"], ["-e", "signal=none", "-e", "raw=read,readv"]
        traced = ["strace", "-f", "--seccomp-bpf", *strings, *filters, "-e", f"trace={_CALLS}"]
        done = subprocess.run(
            [*traced, "-o", str(log), *command], capture_output=True, text=True, check=False,
            cwd=self.folder, env=environment, timeout=300,
        )  # fmt: skip
        if done.returncode != 0:
            raise RuntimeError(f"{' '.join(command)} failed: {done.stderr[-2000:]}")
        self._open: dict[int, _Open] = {}
        self._where = str(self.folder)
        with log.open(encoding="ascii") as lines:
            others = _other_programs(lines)
        with log.open(encoding="ascii") as lines:
            for process, name, arguments, result in _calls(lines):
                if process not in others:
                    self._follow(name, arguments, result)
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

    # Calls, one by one

    def _follow(self, name: str, arguments: list[str], result: int) -> None:
        match name:
            case "openat":
                self._opened(self._path(arguments[0], arguments[1]), arguments[2], result)
            case "close":
                self._open.pop(int(arguments[0]), None)
            case "dup" | "dup2" | "dup3":
                self._open[result] = self._open.get(int(arguments[0]), _Open(None, ""))
            case "read" | "readv" | "lseek":
                if opened := self._open.get(int(arguments[0], 0)):
                    opened.at = result if name == "lseek" else opened.at + result
            case "chdir":
                self._where = self._path(_HERE, arguments[0])
            case "lock" | "clone" | "clone3" | "fork" | "vfork":
                pass
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
        self._open[result] = _Open(file, path, appends="O_APPEND" in flags)

    def _changed(self, name: str, arguments: list[str], result: int) -> None:
        match name:
            case "write" | "writev" | "pwrite64":
                self._written(name, arguments, result)
            case "ftruncate" | "fallocate" | "truncate":
                self._resized(name, arguments)
            case "fsync" | "fdatasync":
                opened = self._open.get(int(arguments[0]))
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
        data = b"".join(_bytes(each) for each in arguments[1:] if '"' in each)[:result]
        opened = self._open.get(number)
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
            file = self._file(self._place(self._path(_HERE, arguments[0])))
            size = int(arguments[1])
        else:
            opened = self._open.get(int(arguments[0]))
            file = opened.file if opened else None
            size = int(arguments[1])
            if name == "fallocate":
                size = int(arguments[2]) + int(arguments[3])
        if file is not None and (name != "fallocate" or size > len(self._live[file])):
            self._truncate(file, size)

    def _sent(self, name: str, arguments: list[str], result: int) -> None:
        """A copy made by the system, between files as far as they were read."""
        first, second = self._open.get(int(arguments[0])), None
        if name == "sendfile":
            target, source = first, self._open.get(int(arguments[1]))
            places = arguments[2:3]
        else:
            source, target = first, self._open.get(int(arguments[2]))
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
        start = self._where if folder == _HERE else self._open[int(folder)].path
        return os.path.normpath(Path(start) / os.fsdecode(_bytes(argument)))

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


def _other_programs(lines: Iterator[str]) -> set[int]:
    """The processes that were started beside the first one, which are no threads of it.

    They read files from outside and answer through a pipe. Had one written below the folder,
    it would be noticed in the end.
    """
    others: set[int] = set()
    for process, name, arguments, result in _calls(lines):
        if name in _STARTS and (process in others or "CLONE_FILES" not in "".join(arguments)):
            others.add(result)
    return others


def _calls(lines: Iterator[str]) -> Iterator[tuple[int, str, list[str], int]]:
    """The calls that succeeded, each when it ended: process, name, arguments and result."""
    begun: dict[str, str] = {}
    for line in lines:
        text = line.rstrip("\n")
        if found := _BEGUN.fullmatch(text):
            begun[found[1]] = f"{found[1]} {found[2]}({found[3]}"
            continue
        if found := _ENDED.fullmatch(text):
            text = begun.pop(found[1]) + found[3]
        found = _LINE.fullmatch(text)
        if found and not found[4].startswith(("-", "?")):
            name, arguments = _in_newer_words(found[2], found[3].split(", "))
            yield int(found[1]), name, arguments, int(found[4], 0)


def _in_newer_words(name: str, arguments: list[str]) -> tuple[str, list[str]]:
    """The call of today that does the same as an older one."""
    match name:
        case "open":
            return "openat", [_HERE, *arguments]
        case "creat":
            return "openat", [_HERE, arguments[0], "O_WRONLY|O_CREAT|O_TRUNC"]
        case "unlink" | "rmdir":
            return "unlinkat", [_HERE, *arguments]
        case "mkdir":
            return "mkdirat", [_HERE, *arguments]
        case "rename" | "link":
            return f"{name}at", [_HERE, arguments[0], _HERE, arguments[1]]
        case "fcntl":
            return ("dup" if arguments[1].startswith("F_DUPFD") else "lock"), arguments
        case _:
            return name, arguments


def _bytes(argument: str) -> bytes:
    found = _STRING.search(argument)
    if found is None or found[2]:
        raise RuntimeError(f"{argument[:80]} is no whole string")
    return bytes.fromhex(found[1].replace("\\x", ""))
