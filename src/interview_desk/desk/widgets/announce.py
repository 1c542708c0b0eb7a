"""Telling screen readers what happened where the focus is not."""

from PySide6.QtCore import QObject


def announce(source: QObject, text: str) -> None:
    """Let a screen reader say a text when it has finished its sentence; the focus stays."""
    # Imported with the first message: the library is on the screen sooner without it.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, text))
