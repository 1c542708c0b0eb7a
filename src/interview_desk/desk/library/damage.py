"""Telling, in the library, that the file of the records is damaged, and the ways out."""

from PySide6.QtCore import QObject, Signal, Slot

from interview_desk.desk.widgets.banner import Banner
from interview_desk.desk.widgets.callout import MessageKind

_DAMAGED = (
    "The file of your records is damaged in places. What can be read can be put into a new file, "
    "or go back to a backup in the settings. The damaged file is kept."
)
_RESCUE = "Save what can be read"


class Damage(QObject):
    """``recovery_asked`` carries the `Recovery` of saving what can be read."""

    recovery_asked = Signal(object)

    def __init__(self, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._banner = banner
        banner.acted.connect(self._act)

    @Slot()
    def tell(self) -> None:
        """Say that the file is damaged; SQLite's own words for it help nobody here."""
        self._banner.show_message(_DAMAGED, MessageKind.ERROR, [_RESCUE])

    @Slot()
    def _act(self) -> None:
        if self._banner.text() != _DAMAGED:
            return  # the button of another message
        from interview_desk.desk.background.recovery import Recovery

        self.recovery_asked.emit(Recovery())
