"""The order in which Tab goes through the page: the order in which one reads it."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def set_focus_order(parts: Iterable[QWidget]) -> None:
    """Chain all that takes the focus by Tab: part after part, in each as it was made.

    Rows that are made later would otherwise come last, wherever they stand.
    """
    stops = [
        each
        for part in parts
        for each in (part, *part.findChildren(QWidget))
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
