"""One setting on the page: what it is called, what it does, and where to change it."""

from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.settings import AnySetting, Setting, Settings
from interview_desk.desk.theme.theme import NO_LIMIT, XL, XS, S, Theme
from interview_desk.desk.widgets.label import Label
from interview_desk.errors import UserError

T = TypeVar("T", bool, int, str)

_CONTROL, _BOX = 320, 23


class SettingRow(QWidget):
    """Title and help, and beside them the control that a subclass puts in ``place``.

    What is chosen applies at once; ``failed`` says why it could not be kept.
    """

    failed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        settings: Settings,
        setting: AnySetting,
        title: QWidget | None = None,
    ) -> None:
        """``title`` takes the place of the plain one."""
        super().__init__()
        self.theme = theme
        self.group = setting.group
        self._settings = settings
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title or Label(theme, setting.title, wrap=True))
        if setting.help:
            hint = Label(theme, setting.help, "small", "ink2", wrap=True)
            # Below the words of a tick box, not below its box.
            hint.setContentsMargins(theme.px(_BOX) if title else 0, 0, 0, 0)
            words.addWidget(hint)
        holder = QWidget()
        self.place = QHBoxLayout(holder)
        self.place.setContentsMargins(0, 0, 0, 0)
        self.place.setSpacing(S)
        self._holder = holder
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(words, 1)
        if title is None:
            self._box.addWidget(holder)
        else:
            holder.setParent(self)
            holder.hide()
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """The control below its words, where there is no room for it beside them."""
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._box.setSpacing(XS if narrow else XL)
        width = self.theme.px(_CONTROL)
        self._holder.setMinimumWidth(0 if narrow else width)
        self._holder.setMaximumWidth(NO_LIMIT if narrow else width)

    def value(self, setting: Setting[T]) -> T:
        """The value in force; the default where the store cannot be read."""
        try:
            return self._settings.get(setting)
        except UserError as error:
            self.failed.emit(str(error))
            return setting.default

    def keep(self, setting: Setting[T], value: T) -> None:
        """Keep a value that the user chose."""
        try:
            if value != self._settings.get(setting):
                self._settings.set(setting, value)
        except UserError as error:
            self.failed.emit(str(error))

    def refresh(self) -> None:
        """Show the value in force."""

    def flush(self) -> None:
        """Keep what is still being typed."""
