"""The theme follows the settings, and a key goes through the colours."""

from PySide6.QtCore import QObject, Slot

from interview_desk.desk.settings import TEXT_SIZE, THEME, Settings
from interview_desk.desk.theme.theme import Scheme, Theme
from interview_desk.errors import UserError


class Look(QObject):
    """Colours and size of text, as they are set."""

    def __init__(self, theme: Theme, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings = settings
        settings.changed.connect(self._apply)

    @Slot()
    def next_scheme(self) -> None:
        """The next of: as the system, light, dark, high contrast."""
        schemes = list(Scheme)
        chosen = schemes[(schemes.index(self._theme.scheme) + 1) % len(schemes)]
        self._theme.set_scheme(chosen)
        try:
            self._settings.set(THEME, str(chosen))
        except UserError:
            return  # the colours of this window are changed all the same

    @Slot(str)
    def _apply(self, name: str) -> None:
        if name == THEME.name:
            self._theme.set_scheme(Scheme(self._settings.get(THEME)))
        elif name == TEXT_SIZE.name:
            self._theme.set_scale(self._settings.get(TEXT_SIZE) / 100)
