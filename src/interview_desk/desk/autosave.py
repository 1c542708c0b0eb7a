"""Text on its way to disk while it is still being typed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot


class Autosave(QObject):
    """Calls ``save`` soon after the first `touch`, and again while touches go on.

    The timer is not started anew by each key, so that without any pause in the typing
    everything is still on disk within ``delay_ms``.
    """

    def __init__(self, save: Callable[[], object], parent: QObject, delay_ms: int = 400) -> None:
        super().__init__(parent)
        self._save = save
        self._waiting = False  # asking the timer costs each key some of its time to the paint
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(delay_ms)
        self._timer.timeout.connect(self._due)

    @Slot()
    def touch(self) -> None:
        """Something was typed."""
        if not self._waiting:
            self._waiting = True
            self._timer.start()

    @Slot()
    def flush(self) -> None:
        """Save at once what is waiting, if anything is."""
        if self._waiting:
            self._timer.stop()
            self._due()

    @Slot()
    def _due(self) -> None:
        self._waiting = False
        self._save()
