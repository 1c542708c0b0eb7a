"""Finding what does not fit on a page."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QLabel,
    QRadioButton,
    QScrollBar,
    QToolButton,
    QWidget,
)

from interview_desk.desk.widgets.button import TextButton
from interview_desk.desk.widgets.label import ElidedLabel, Label

_SHORTENED = 48  # what is cut with an ellipsis, and told by a tip


def clipped(page: QWidget) -> list[str]:
    """The visible widgets that are cut off, or smaller than what they must show."""
    found = []
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and not isinstance(widget, QScrollBar | QToolButton):
            if not _inside(widget):
                found.append(f"outside: {_told(widget)}")
            if not _large_enough(widget):
                found.append(f"too small: {_told(widget)}")
    return found


def _inside(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    assert parent is not None
    if isinstance(parent.parentWidget(), QAbstractScrollArea):
        return widget.width() <= parent.width()  # higher is what it scrolls for
    if isinstance(parent, QAbstractScrollArea):
        return True
    return QRect(0, 0, parent.width(), parent.height()).contains(widget.geometry())


def _large_enough(widget: QWidget) -> bool:
    if isinstance(widget, Label) and not isinstance(widget, ElidedLabel):
        if widget.wordWrap():
            return widget.height() >= widget.heightForWidth(widget.width())
        return widget.width() >= widget.sizeHint().width()
    if isinstance(widget, QRadioButton):  # of one width, its words in lines
        return widget.height() >= max(1, widget.heightForWidth(widget.width()))
    if widget.layout() is not None or isinstance(widget, QAbstractScrollArea):
        return True  # what is in it is looked at by itself
    least = widget.minimumSizeHint()
    least.setWidth(widget.minimumWidth() or least.width())
    if isinstance(widget, TextButton):
        least.setWidth(min(least.width(), _SHORTENED))
    return widget.width() >= least.width() and widget.height() >= least.height()


def _told(widget: QWidget) -> str:
    words = widget.accessibleName() or (widget.text() if isinstance(widget, QLabel) else "")
    return f"{type(widget).__name__} {words!r} {widget.geometry().getRect()}"
