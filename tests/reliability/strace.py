"""Running a program under `strace`, and reading what it wrote: the calls, one by one."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

_CALLS = (
    "open,openat,creat,close,dup,dup2,dup3,fcntl,read,readv,lseek,chdir,write,writev,pwrite64,"
    "pwritev,pwritev2,ftruncate,truncate,fallocate,rename,renameat,renameat2,link,linkat,unlink,"
    "unlinkat,rmdir,mkdir,mkdirat,symlink,symlinkat,fsync,fdatasync,sync,syncfs,sendfile,"
    "copy_file_range,clone,clone3,fork,vfork"
)
HERE = "AT_FDCWD"
BIRTHS = {"clone", "clone3", "fork", "vfork"}
_LINE = re.compile(r"(\d+) +(\w+)\((.*)\) += (-?\w+).*")
_BEGUN = re.compile(r"(\d+) +(\w+)\((.*) <unfinished \.\.\.>")
_ENDED = re.compile(r"(\d+) +<\.\.\. (\w+) resumed>(.*)")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')
# Strings whole and in hexadecimal digits, but for what is read: nobody asks for that.
TRACED = (
    "strace", "-f", "--seccomp-bpf", "-xx", "-s", "100000000", "-e", "signal=none",
    "-e", "raw=read,readv", "-e", f"trace={_CALLS}",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Call:
    """A call that succeeded; ``result`` is None where a new process only begins to be made."""

    process: int
    name: str
    arguments: list[str]
    result: int | None


def why_not() -> str:
    """Why nothing can be recorded on this machine; empty where it can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    done = subprocess.run(
        ["strace", "-f", "-o", os.devnull, "true"], capture_output=True, check=False
    )
    return "" if done.returncode == 0 else "strace may not look at programs here"


def calls(lines: Iterator[str]) -> Iterator[Call]:
    """The calls that succeeded, each when it ended."""
    begun: dict[str, str] = {}
    found: re.Match[str] | None
    for line in lines:
        text = line.rstrip("\n")
        if found := _BEGUN.fullmatch(text):
            begun[found[1]] = f"{found[1]} {found[2]}({found[3]}"
            if found[2] in BIRTHS:
                yield Call(int(found[1]), found[2], [found[3]], None)
            continue
        if found := _ENDED.fullmatch(text):
            text = begun.pop(found[1]) + found[3]
        found = _LINE.fullmatch(text)
        if found and not found[4].startswith(("-", "?")):
            name, arguments = _in_newer_words(found[2], found[3].split(", "))
            yield Call(int(found[1]), name, arguments, int(found[4], 0))


def _in_newer_words(name: str, arguments: list[str]) -> tuple[str, list[str]]:
    """The call of today that does the same as an older one."""
    match name:
        case "open":
            return "openat", [HERE, *arguments]
        case "creat":
            return "openat", [HERE, arguments[0], "O_WRONLY|O_CREAT|O_TRUNC"]
        case "unlink" | "rmdir":
            return "unlinkat", [HERE, *arguments]
        case "mkdir":
            return "mkdirat", [HERE, *arguments]
        case "rename" | "link":
            return f"{name}at", [HERE, arguments[0], HERE, arguments[1]]
        case "fcntl":
            return ("dup" if arguments[1].startswith("F_DUPFD") else "lock"), arguments
        case _:
            return name, arguments


def string(argument: str) -> bytes:
    """The bytes of an argument that is one string, or has one in it."""
    found = _STRING.search(argument)
    if found is None or found[2]:
        raise RuntimeError(f"{argument[:80]} is no whole string")
    return bytes.fromhex(found[1].replace("\\x", ""))
