"""What the window can be shown on here, and which library of the system is missing for it."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPluginLoader

from interview_desk.errors import UserError
from interview_desk.qt_start import refuse_open_platforms

# Qt's names for them, and the system's for when it is in use; the others are not for a desk.
_NAMES = {
    "cocoa": "macOS",
    "windows": "Windows",
    "wayland": "Wayland",
    "xcb": "X11",
    "offscreen": "offscreen",
}
_IN_USE = {"wayland": "WAYLAND_DISPLAY", "xcb": "DISPLAY"}
_ABSENT = "Qt’s part for it is missing"


def screens() -> str:
    """The screens that Qt can start on, then those it cannot with the reason.

    Raises UserError if that leaves the one that is here, or even drawing without a screen; and
    if the one that is asked for is not there.
    """
    refuse_open_platforms()
    faults = {name: _fault(plugin) for name in _NAMES if (plugin := _plugin(name)) is not None}
    faults.setdefault("offscreen", _ABSENT)
    works = [_NAMES[name] for name, fault in faults.items() if not fault]
    fails = [f"not {_NAMES[name]}: {fault}" for name, fault in faults.items() if fault]
    told = "; ".join([", ".join(works) or "none", *fails])
    here = [name for name, variable in _IN_USE.items() if os.environ.get(variable)]
    if faults["offscreen"] or (here and all(faults.get(name, _ABSENT) for name in here)):
        raise UserError(told)
    if nothing := _nothing_there(here):
        raise UserError(f"{told}; {nothing}")
    return told


def _nothing_there(here: Sequence[str]) -> str:
    """What the environment asks for that is not there; empty if all of it is."""
    asked = os.environ.get("QT_QPA_PLATFORM", "")
    if asked:
        names = [each.partition(":")[0].strip().lower() for each in asked.split(";")]
        found = any(_plugin(name.partition("-")[0]) for name in names if name)
        return "" if found else f"Qt knows no “{asked}”, which QT_QPA_PLATFORM asks for"
    if here and not any(_is_there(name) for name in here):
        return f"there is no display {' and '.join(os.environ[_IN_USE[name]] for name in here)}"
    return ""


def _is_there(name: str) -> bool:
    """Whether there is something where the display is said to be. One elsewhere is not asked.

    Looked for by its name: this program opens no socket of its own.
    """
    shown = os.environ[_IN_USE[name]]
    if name == "wayland":
        return Path(os.environ.get("XDG_RUNTIME_DIR", ""), shown).is_socket()
    number = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", shown)
    if number is None:
        return ":" in shown or "/" in shown
    place = Path(f"/tmp/.X11-unix/X{number[1]}")  # noqa: S108 - where every X server listens
    names = Path("/proc/net/unix")
    # Under a name without a file, too, where the system has such.
    listed = names.read_text().splitlines() if names.exists() else []
    return place.is_socket() or any(line.endswith(f"@{place}") for line in listed)


def _plugin(name: str) -> Path | None:
    folders = (Path(folder, "platforms") for folder in QCoreApplication.libraryPaths())
    return next((file for folder in folders for file in folder.glob(f"*q{name}.*")), None)


def _fault(plugin: Path) -> str:
    """Why a plug-in cannot be loaded; empty if it can."""
    loader = QPluginLoader(str(plugin))
    if loader.load():
        return ""
    # Qt says which plug-in it cannot load; then the loader says for want of which library.
    said = loader.errorString().removeprefix(f"Cannot load library {plugin}: ")
    library, cannot_open, _ = said.partition(": cannot open shared object file")
    return f"{library} is missing" if cannot_open else said
