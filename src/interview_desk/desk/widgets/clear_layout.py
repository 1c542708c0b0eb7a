"""Taking widgets off a page."""

from PySide6.QtWidgets import QLayout


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout.

    Hidden at once, because Qt deletes it only when it comes round to it, and until then it
    would stand under what takes its place.
    """
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
