"""The licences of everything that goes into the bundle, gathered from where each part was found."""

import subprocess
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution, packages_distributions
from pathlib import Path
from sysconfig import get_path
from typing import NoReturn

Entry = tuple[str, str, str]  # path in the bundle, path here, kind

_FOLDER = "licences"
_WORDS = ("licen", "copying", "notice", "authors")
_QT = ("pyside6", "shiboken6")  # wheels without a text
_QT_TEXTS = Path(__file__).parent / "qt-licences"
_STATED_ONLY = {"cobble"}  # its author states the BSD licence with the package, and ships no text


def licences(entries: Iterable[Entry], root: Path) -> list[Entry]:
    """What to put into the bundle beside these entries; ends the build if a licence is missing."""
    entries = tuple(entries)
    found = {("interview-desk", root / "LICENSE"), ("python", _python())}
    for name in _wheels(entries):
        if name.lower().startswith(_QT):
            found |= {("qt", path) for path in _QT_TEXTS.iterdir()}
        else:
            found |= {(name, path) for path in _of_wheel(name)}
    found |= {(path.parent.name, path) for path in map(_of_system, _from_system(entries))}
    return [(f"{_FOLDER}/{name}/{path.name}", str(path), "DATA") for name, path in sorted(found)]


def _wheels(entries: Iterable[Entry]) -> set[str]:
    packages = packages_distributions()
    tops = {name.replace("/", ".").split(".")[0] for name, _, _ in entries}
    return {wheel for top in tops for wheel in packages.get(top, ())} - {"interview-desk"}


def _of_wheel(name: str) -> list[Path]:
    wheel = distribution(name)
    words = ("metadata",) if name in _STATED_ONLY else _WORDS
    paths = [
        Path(str(wheel.locate_file(file)))
        for file in wheel.files or ()
        if file.parts[0].endswith(".dist-info") and any(word in str(file).lower() for word in words)
    ]
    return paths or _missing(name)


def _from_system(entries: Iterable[Entry]) -> Iterator[str]:
    for name, _, kind in entries:
        if kind == "BINARY" and "/" not in name and not name.startswith("libpython"):
            yield name


def _of_system(library: str) -> Path:
    """What Debian and Ubuntu keep beside a library that comes from one of their packages."""
    asked = ["dpkg-query", "--search", f"*/{library}"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    path = Path("/usr/share/doc", told.split(":")[0] or "none", "copyright")
    return path if path.exists() else _missing(library)


def _python() -> Path:
    path = Path(get_path("stdlib"), "LICENSE.txt")
    return path if path.exists() else _of_system(Path(get_path("stdlib"), "os.py").name)


def _missing(name: str) -> NoReturn:
    raise SystemExit(f"There is no licence of {name} to put into the bundle.")
