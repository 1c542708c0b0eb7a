"""Shapes that several widgets share."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from interview_desk.desk.theme.theme import Theme


def painter_on(widget: QWidget) -> QPainter:
    """A painter with smooth edges. The caller ends it."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def rounded(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    fill: QColor | None,
    border: QColor | None = None,
    *,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """A rounded rectangle whose border, ``width`` pixels wide, lies inside ``rect``."""
    inset = width / 2 if border is not None else 0.0
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        style = Qt.PenStyle.CustomDashLine if dashed else Qt.PenStyle.SolidLine
        pen = QPen(border, width, style)
        if dashed:
            pen.setDashPattern([2.5, 2.5])
        painter.setPen(pen)
    painter.drawRoundedRect(
        QRectF(rect).adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset
    )


def mirrored(rect: QRect, within: QRect, reading: Qt.LayoutDirection) -> QRect:
    """Where ``rect``, placed for reading from left to right, lies for another direction.

    As ``QStyle.visualRect``; the class QStyle alone takes 5 ms to import.
    """
    if reading == Qt.LayoutDirection.LeftToRight:
        return QRect(rect)
    return rect.translated(within.left() + within.right() - rect.left() - rect.right(), 0)


def is_hovered(owner: QWidget, option: QStyleOptionViewItem) -> bool:
    """Whether the pointer is on the row of ``owner`` that a delegate paints."""
    if not owner.underMouse():
        return False
    # Imported with the pointer there: the window is on the screen sooner without it.
    from PySide6.QtWidgets import QStyle

    return bool(option.state & QStyle.StateFlag.State_MouseOver)


def focus_ring(painter: QPainter, theme: Theme, rect: QRect | QRectF, radius: float) -> None:
    """The mark of keyboard focus, just inside ``rect``."""
    rounded(painter, rect, radius, None, theme.colour("accent"), width=2.0)


def tick(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """A check mark that fills a box as drawn beside running text."""
    pen = QPen(colour, rect.width() / 8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y, side = rect.x(), rect.y(), rect.width()
    points = ((0.29, 0.52), (0.44, 0.66), (0.71, 0.37))
    painter.drawPolyline(QPolygonF([QPointF(x + a * side, y + b * side) for a, b in points]))


def down_arrow(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """An open arrow that points down, over all of ``rect``."""
    pen = QPen(colour, 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    tip = QPointF(rect.center().x(), rect.bottom())
    painter.drawPolyline(QPolygonF([rect.topLeft(), tip, rect.topRight()]))


def field_frame(painter: QPainter, theme: Theme, widget: QWidget, focused: bool) -> None:
    """The ground and frame of a field to type in, over all of ``widget``."""
    ground = theme.colour("surface" if widget.isEnabled() else "sunk")
    border = theme.colour("accent" if focused else "line")
    rounded(painter, widget.rect(), theme.px(8), ground, border, width=1.5 if focused else 1.0)
