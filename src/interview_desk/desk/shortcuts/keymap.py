"""Every shortcut of the product in one table, which key a command may have, and the actions.

The keys that show a page come from the table of pages.
"""

import re
import sys
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from interview_desk.desk.navigation import HOMES, OF_INTERVIEW, Page


# Made before the first paint: the class of a named tuple costs a tenth of a dataclass.
class Command(NamedTuple):
    """Something a key can do: its name in settings, its title, and the key it starts with.

    Keys are Qt's portable text: on macOS Ctrl is Command, Alt is Option and Meta is Control.
    ``mac`` is the key there where another one is needed: Option with a letter or digit types,
    and Command with some keys is the system's. ``also`` is a second key that works as long as
    the user has not chosen one. None of them edits or moves in text on any system.
    """

    name: str
    title: str
    key: str
    place: str
    also: str = ""
    mac: str = ""


def _to_page(page: Page, place: str) -> Command:
    """What shows a page."""
    entry = page.entry
    return Command(entry.command, entry.command_title or entry.title, entry.key, place)


COMMANDS = (
    Command("library.new", "New interview", "Ctrl+N", "Everywhere"),
    Command("library.new_with", "New interview with another guide", "Ctrl+Shift+N", "Library"),
    Command("library.filter", "Sort and filter", "Ctrl+F", "Library"),
    Command("library.details", "Details of the interview", "Ctrl+I", "Library"),
    Command("library.again", "Use this set-up again", "Ctrl+D", "Library"),
    Command("library.search", "Search", "Ctrl+K", "Everywhere"),
    Command("library.packet", "Import an interview file", "Ctrl+O", "Library"),
    *(_to_page(page, "Everywhere") for page in HOMES),
    Command("window.keys", "Show all keys", "F1", "Everywhere", also="Ctrl+/"),
    Command("window.theme", "Light, dark or as the system", "Ctrl+Shift+L", "Everywhere"),
    Command("edit.undo", "Undo", "Ctrl+Z", "In an interview"),
    Command("edit.redo", "Redo", "Ctrl+Shift+Z", "In an interview", also="Ctrl+Y"),
    *(_to_page(page, "In an interview") for page in OF_INTERVIEW),
    Command("panels.add", "Add packets", "Ctrl+O", "Panels"),
    Command("guides.new", "New guide", "Ctrl+Shift+N", "Guides"),
    Command("guides.import", "Import a guide", "Ctrl+O", "Guides"),
    Command("guides.done", "Back from editing a guide", "Ctrl+Return", "Guides"),
    Command("help.find", "Search the manual", "Ctrl+F", "Help"),
    Command("prepare.start", "Start the interview", "Ctrl+Return", "Prepare"),
    Command("live.clock", "Start, pause or resume", "Ctrl+Space", "Live", mac="Ctrl+Shift+Space"),
    Command("live.next", "Next phase", "Ctrl+P", "Live"),
    Command("live.previous", "Back to the phase before", "Ctrl+Shift+P", "Live"),
    Command("live.finish", "Finish the interview, pressed twice", "Ctrl+Shift+Return", "Live"),
    Command("live.answer", "To the line above the note", "Ctrl+J", "Live"),
    Command("live.started", "Really started at", "Ctrl+T", "Live"),
    Command("live.extend", "Make the interview longer", "Ctrl+E", "Live"),
    Command("live.replan", "Catch up, or back to the first plan", "Ctrl+R", "Live"),
    Command("live.cue", "Put the cue away", "Ctrl+D", "Live"),
    Command("live.link", "The note is evidence of what was last seen", "Ctrl+L", "Live"),
    Command("live.earlier", "Stamp 5 seconds earlier", "Ctrl+B", "Live"),
    Command("live.later", "Stamp 5 seconds later", "Ctrl+Shift+B", "Live"),
    Command("live.tab_next", "Next area to explore", "Ctrl+Tab", "Live", mac="Meta+Tab"),
    Command(
        "live.tab_previous",
        "Area to explore before",
        "Ctrl+Shift+Tab",
        "Live",
        mac="Meta+Shift+Tab",
    ),
    Command("live.concerns", "Disqualifiers and warning signs", "Alt+0", "Live", mac="Meta+0"),
    Command("live.before", "What you prepared: your note and the resume", "Ctrl+Shift+R", "Live"),
    Command("live.picture", "Pictures of the notes", "Ctrl+Shift+G", "Live"),
    Command("live.compact", "Compact window, beside a call", "Ctrl+Shift+M", "Live"),
    Command("live.curtain", "Hide everything but the clock", "Ctrl+Shift+H", "Everywhere"),
    *(
        Command(
            f"live.indicator.{n}",
            f"Indicator {n} on show seen",
            f"Alt+{n}",
            "Live",
            mac=f"Meta+{n}",
        )
        for n in range(1, 10)
    ),
    # The key after 9 and 0 on most keyboards: a guide may have ten concerns.
    Command("live.indicator.10", "Indicator 10 on show seen", "Alt+-", "Live", mac="Meta+-"),
    Command("score.previous", "Dimension before", "Ctrl+Shift+Tab", "Score", mac="Meta+Shift+Tab"),
    Command("score.next", "Next dimension", "Ctrl+Tab", "Score", mac="Meta+Tab"),
    # The levels themselves have the keys that the guide's words for them give.
    Command("score.not_enough", "Not enough evidence to rate", "0", "Score"),
    Command("score.type", "Go on; in any order, from the list to the text", "Return", "Score"),
    Command("score.reason", "To what there is to write or to choose", "Ctrl+R", "Score"),
    Command("score.list", "Out of the text, back to the level keys", "Esc", "Score"),
    Command("score.finish", "Finish and lock the scoring", "Ctrl+Return", "Score"),
    Command("report.save", "Save the PDF", "Ctrl+S", "Report"),
)


_ANY, _INTERVIEW, _LIBRARY = "Everywhere", "In an interview", "Library"


def meet(one: str, other: str) -> bool:
    """Whether keys of these two places can be pressed in the same moment."""
    if one == other or _ANY in (one, other):
        return True
    return _INTERVIEW in (one, other) and _LIBRARY not in (one, other)


class Keymap(QObject):
    """The keys in force: the table's own, with the user's in their place.

    ``changed`` goes out when a command has another key; actions and hints follow by themselves.
    """

    changed = Signal()

    def __init__(
        self,
        own: Mapping[str, str] | None = None,
        parent: QObject | None = None,
        *,
        mac: bool = sys.platform == "darwin",
    ) -> None:
        super().__init__(parent)
        self._own = dict(own or {})
        self._mac = mac
        self._commands = {command.name: command for command in COMMANDS}

    @property
    def own(self) -> Mapping[str, str]:
        """The keys that the user chose, by the names of their commands."""
        return MappingProxyType(self._own)

    def sequence(self, name: str) -> QKeySequence:
        """The key of a command; none if the user gave it to another one.

        Raises KeyError for a name that is not in the table.
        """
        if name in self._own:
            return QKeySequence(self._own[name])
        first = self.first(name)
        return QKeySequence() if self._given_away(name, first) else first

    def first(self, name: str) -> QKeySequence:
        """The key that the table gives a command. Raises KeyError likewise."""
        command = self._commands[name]
        return QKeySequence((self._mac and command.mac) or command.key)

    def sequences(self, name: str) -> list[QKeySequence]:
        """All the keys of a command, the one that is shown first. Raises KeyError likewise."""
        also = QKeySequence("" if name in self._own else self._commands[name].also)
        second = [] if also.isEmpty() or self._given_away(name, also) else [also]
        return [self.sequence(name), *second]

    def _given_away(self, name: str, key: QKeySequence) -> bool:
        """Whether the user gave the key to another command that works where this one does."""
        place = self._commands[name].place
        return any(
            other in self._commands
            and QKeySequence(chosen) == key
            and meet(place, self._commands[other].place)
            for other, chosen in self._own.items()
            if other != name
        )

    def hint(self, name: str) -> str:
        """The key as this system writes it, with spaces for key caps: ``Ctrl Space``."""
        return written(self.sequence(name))

    def rebind(self, name: str, key: str | None) -> None:
        """Another key for a command, or with None the table's own. Raises KeyError likewise."""
        if key is None or QKeySequence(key) == self.first(name):
            self._own.pop(name, None)
        else:
            self._own[name] = key
        self.changed.emit()

    def clash(self, name: str, key: QKeySequence) -> Command | None:
        """Another command that has the key where this one works; None if the key is free."""
        place = self._commands[name].place
        for other in COMMANDS:
            rival = other.name != name and meet(place, other.place)
            if rival and key in self.sequences(other.name):
                return other
        return None

    def action(self, owner: QWidget, name: str, slot: Callable[[], object]) -> QAction:
        """An action of the owner that calls the slot on the command's key.

        The key works while the owner or anything in it has the focus.
        """
        action = _KeyAction(self, name, self._commands[name].title, owner)
        action.triggered.connect(slot)
        owner.addAction(action)
        return action

    def follow(self, owner: QObject, name: str, show: Callable[[str], object]) -> None:
        """Show the command's key: now, and whenever it is another, as long as the owner lives."""
        follower = _Follower(self, name, show, owner)
        follower.show()


def written(key: QKeySequence) -> str:
    """A key as this system writes it, with spaces for key caps."""
    text = key.toString(QKeySequence.SequenceFormat.NativeText)
    text = text.replace("Right", "→").replace("Left", "←")
    # A plus at the end is the key of that name, and no joint.
    return text[:-1].replace("+", " ") + text[-1:]


class _KeyAction(QAction):
    """Takes over its command's key when that changes; goes with its owner."""

    def __init__(self, keymap: Keymap, name: str, title: str, owner: QWidget) -> None:
        super().__init__(owner)
        self.setText(title)
        self._keymap = keymap
        self.setObjectName(name)
        self.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._take_keys()
        keymap.changed.connect(self._take_keys)

    @Slot()
    def _take_keys(self) -> None:
        self.setShortcuts(self._keymap.sequences(self.objectName()))


class _Follower(QObject):
    """Keeps one hint true."""

    def __init__(
        self, keymap: Keymap, name: str, show: Callable[[str], object], owner: QObject
    ) -> None:
        super().__init__(owner)
        self._keymap = keymap
        self._name = name
        self._show = show
        keymap.changed.connect(self.show)

    @Slot()
    def show(self) -> None:
        self._show(self._keymap.hint(self._name))


# Nobody presses these in the middle of a note.
_NOT_TYPING = re.compile(r"(Meta\+|Ctrl\+|Alt\+).+|(Shift\+)?F[0-9]+")
# What every text field does with these is not to be taken from it.
_TEXT_KEYS = {
    "Ctrl+A": "Select all",
    "Ctrl+C": "Copy",
    "Ctrl+V": "Paste",
    "Ctrl+X": "Cut",
    "Ctrl+Backspace": "Delete the word before",
    "Ctrl+Del": "Delete the word after",
}
_NEVER = ("", "Tab", "Backtab")


def refusal(keymap: Keymap, name: str, key: QKeySequence) -> str:
    """Why the command cannot have the key, in the user's words; empty if it can."""
    text = _portable(key)
    if key.count() != 1 or text.removeprefix("Shift+") in _NEVER:
        return "That key cannot be used. Choose another."
    if not _NOT_TYPING.fullmatch(text) and _NOT_TYPING.fullmatch(_portable(keymap.first(name))):
        return f"{written(key)} is needed for typing. Hold Ctrl or Alt as well."
    text_key = _TEXT_KEYS.get(text)
    if text_key is not None:
        return f"{written(key)} is “{text_key}” wherever you type. Choose another."
    other = keymap.clash(name, key)
    if other is not None:
        return f"{written(key)} is “{other.title}” already. Choose another."
    return ""


def _portable(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.PortableText)
