"""One key for every level, as long as the hands are not in a text field."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSignalMapper, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from interview_desk.guide.model import Level


def level_keys(levels: Sequence[Level]) -> list[str]:
    """The first letters of the levels where they differ, else 1 for the first given, and so on.

    Letters outside ASCII are on few keyboards, so they count as not differing.
    """
    letters = [level.name.strip()[:1].upper() for level in levels]
    plain = all(each.isascii() and each.isalpha() for each in letters)
    if plain and len(set(letters)) == len(letters):
        return letters
    return [str(number) for number in range(1, len(levels) + 1)]


class LevelKeys(QObject):
    """The keys of the levels on show, working anywhere in ``page`` except where text is typed."""

    pressed = Signal(int)  # which of the keys, from 0

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._keys: list[str] = []
        self._shortcuts: list[QShortcut] = []
        self._mapper = QSignalMapper(self)
        self._mapper.mappedInt.connect(self.pressed)

    def set_keys(self, keys: Sequence[str]) -> None:
        """Have these keys and no others; none for a part of the page without levels."""
        if list(keys) == self._keys:
            return
        for old in self._shortcuts:
            old.setEnabled(False)
            old.deleteLater()
        self._keys = list(keys)
        self._shortcuts = [QShortcut(QKeySequence(key), self._page) for key in keys]
        for number, shortcut in enumerate(self._shortcuts):
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._mapper.setMapping(shortcut, number)
            shortcut.activated.connect(self._mapper.map)
