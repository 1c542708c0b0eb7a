"""Telling screen readers what happened where the focus is not."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget


def announce(source: QObject, text: str) -> None:
    """Let a screen reader say a text when it has finished its sentence; the focus stays.

    Nothing is said of what is hidden, as by the curtain.
    """
    if isinstance(source, QWidget) and not source.isVisible():
        return
    # Imported with the first message: the library is on the screen sooner without it.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, text))
