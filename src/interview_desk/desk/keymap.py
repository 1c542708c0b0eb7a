"""Every shortcut of the product in one table, and the actions made from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Command:
    """Something a key can do: its name in settings, its title, and the key it starts with.

    Keys are Qt's portable text: Ctrl is Command on macOS.
    """

    name: str
    title: str
    key: str
    place: str


COMMANDS = (
    Command("library.new", "New interview", "Ctrl+N", "Everywhere"),
    Command("library.search", "Search", "Ctrl+K", "Everywhere"),
    Command("library.packet", "Open a packet", "Ctrl+O", "Library"),
    Command("window.back", "Back to the interviews", "Ctrl+W", "Everywhere"),
    Command("window.keys", "Show all keys", "F1", "Everywhere"),
    Command("window.theme", "Light, dark or as the system", "Ctrl+Shift+L", "Everywhere"),
    Command("edit.undo", "Undo", "Ctrl+Z", "In an interview"),
    Command("edit.redo", "Redo", "Ctrl+Shift+Z", "In an interview"),
    Command("page.prepare", "Prepare", "Ctrl+1", "In an interview"),
    Command("page.live", "Live", "Ctrl+2", "In an interview"),
    Command("page.score", "Score", "Ctrl+3", "In an interview"),
    Command("page.report", "Report", "Ctrl+4", "In an interview"),
    Command("prepare.start", "Start the interview", "Ctrl+Return", "Prepare"),
    Command("live.clock", "Start, pause or resume", "Ctrl+Space", "Live"),
    Command("live.next", "Next phase", "Ctrl+Right", "Live"),
    Command("live.previous", "Back to the phase before", "Ctrl+Left", "Live"),
    Command("live.finish", "Finish the interview", "Ctrl+Shift+Return", "Live"),
    Command("live.earlier", "Stamp 5 seconds earlier", "Ctrl+Down", "Live"),
    Command("live.later", "Stamp 5 seconds later", "Ctrl+Up", "Live"),
    Command("live.tab_next", "Next area to explore", "Alt+Right", "Live"),
    Command("live.tab_previous", "Area to explore before", "Alt+Left", "Live"),
    Command("live.concerns", "Disqualifiers and warning signs", "Alt+0", "Live"),
    *(
        Command(f"live.indicator.{n}", f"Indicator {n} of the phase seen", f"Alt+{n}", "Live")
        for n in range(1, 10)
    ),
    Command("score.previous", "Dimension before", "Alt+Up", "Score"),
    Command("score.next", "Next dimension", "Alt+Down", "Score"),
    # The levels themselves have the keys that the guide's words for them give.
    Command("score.not_enough", "Not enough evidence to rate", "0", "Score"),
    Command("score.type", "From the list to the text", "Return", "Score"),
    Command("score.list", "Back to the list", "Esc", "Score"),
    Command("score.finish", "Finish scoring", "Ctrl+Return", "Score"),
    Command("report.save", "Save the PDF", "Ctrl+S", "Report"),
)


class Keymap(QObject):
    """The keys in force: the table's own, with the user's in their place."""

    changed = Signal()

    def __init__(self, own: Mapping[str, str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own = dict(own or {})
        self._commands = {command.name: command for command in COMMANDS}

    def sequence(self, name: str) -> QKeySequence:
        """The key of a command. Raises KeyError for a name that is not in the table."""
        return QKeySequence(self._own.get(name, self._commands[name].key))

    def hint(self, name: str) -> str:
        """The key as this system writes it, with spaces for key caps: ``Ctrl Space``."""
        text = self.sequence(name).toString(QKeySequence.SequenceFormat.NativeText)
        return text.replace("Right", "→").replace("Left", "←").replace("+", " ")

    def action(self, owner: QWidget, name: str, slot: Callable[[], object]) -> QAction:
        """An action of the owner that calls the slot on the command's key.

        The key works while the owner or anything in it has the focus.
        """
        command = self._commands[name]
        action = QAction(command.title, owner)
        action.setObjectName(name)
        action.setShortcut(self.sequence(name))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(slot)
        owner.addAction(action)
        return action
