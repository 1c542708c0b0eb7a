"""What the window can be shown on here, and which library of the system is missing for it."""

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPluginLoader

from interview_desk.errors import UserError

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

    Raises UserError if that leaves the one that is here, or even drawing without a screen.
    """
    faults = {name: _fault(plugin) for name in _NAMES if (plugin := _plugin(name)) is not None}
    faults.setdefault("offscreen", _ABSENT)
    works = [_NAMES[name] for name, fault in faults.items() if not fault]
    fails = [f"not {_NAMES[name]}: {fault}" for name, fault in faults.items() if fault]
    told = "; ".join([", ".join(works) or "none", *fails])
    here = [name for name, variable in _IN_USE.items() if os.environ.get(variable)]
    if faults["offscreen"] or (here and all(faults.get(name, _ABSENT) for name in here)):
        raise UserError(told)
    return told


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
