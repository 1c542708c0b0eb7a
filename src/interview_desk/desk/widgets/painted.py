"""What painted widgets have in common: the theme that they follow, states, and shapes."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SIGNAL, SLOT, QObject, QPoint, QPointF, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from interview_desk.desk.theme.sheets import FIELD_RADIUS
from interview_desk.desk.theme.theme import Theme

# These stand before one of Qt's widgets: ``class Chip(Painted, QPushButton)``. PySide cannot have
# two widgets as bases, so that they are none themselves but where types are checked.
if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton as _Button

    _Widget = QWidget
else:
    _Widget = _Button = object


class Themed(_Widget):
    """A widget that follows the theme: `_restyle` is called when it changes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        # By name: PySide would keep a slot of this class, which is none of Qt's, past its widget.
        QObject.connect(theme, SIGNAL("changed()"), self, SLOT("_restyle()"))

    @Slot()
    def _restyle(self) -> None:
        """Measure and paint anew."""
        self.updateGeometry()
        self.update()

    def _seen(self, rect: QRect) -> QRect:
        """Where ``rect`` lies in the reading direction."""
        return mirrored(rect, self.rect(), self.layoutDirection())


class Painted(Themed):
    """A widget that paints itself, in `draw`, as it looks to whoever reads from the left."""

    def draw(self, painter: QPainter) -> None:
        """Paint all of it. The edges are smooth, and ``painter`` is ended by who calls."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        self.draw(painter)
        painter.end()

    def _ring(self, painter: QPainter, rect: QRect, radius: float) -> None:
        """The mark of the keyboard, just inside ``rect``, if the keyboard is here."""
        if self.hasFocus():
            focus_ring(painter, self._theme, rect, radius)

    def _is_lit(self) -> bool:
        """Whether the pointer is on it and could do something here."""
        return self.isEnabled() and self.underMouse()

    def _follow_width(self) -> None:
        """Let the layout ask how tall it is for its width."""
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class Pressable(Painted, _Button):
    """A button, a box or a choice. All of it can be pressed; a click does not take the focus.

    The keys are Qt's: Space presses, and arrow keys move in a group.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)


class Checkable(_Button):
    """A box or button that stays pressed: toggled by an assistive tool, it is as good as clicked.

    Qt then changes the mark alone and emits no ``clicked``, so that nothing would be kept of it.
    A widget that is made so calls `_follow_tools` once it is there.
    """

    _told = False  # whether the mark is being changed by this program, or by a click

    def setChecked(self, on: bool) -> None:
        self._told = True
        super().setChecked(on)
        self._told = False

    def nextCheckState(self) -> None:
        self._told = True
        super().nextCheckState()
        self._told = False

    def _follow_tools(self) -> None:
        self.toggled.connect(self._tell_toggled)

    def _toggled_by_tool(self, on: bool) -> None:
        """An assistive tool has toggled it."""
        clicked: Any = self.clicked  # its forms are none that the stubs know
        clicked[bool].emit(on)

    @Slot(bool)
    def _tell_toggled(self, on: bool) -> None:
        if not self._told:
            self._toggled_by_tool(on)


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


def cross(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """A cross inside a box as drawn beside running text."""
    pen = QPen(colour, rect.width() / 8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    inset = rect.width() * 0.32
    inner = rect.adjusted(inset, inset, -inset, -inset)
    painter.drawLine(inner.topLeft(), inner.bottomRight())
    painter.drawLine(inner.topRight(), inner.bottomLeft())


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
    if focused:
        focused_frame(painter, theme, widget.rect(), ground)
    else:
        rounded(painter, widget.rect(), theme.px(FIELD_RADIUS), ground, theme.colour("line"))


def focused_frame(
    painter: QPainter, theme: Theme, rect: QRect, ground: QColor | None = None
) -> None:
    """The frame of a field that has the keyboard."""
    rounded(painter, rect, theme.px(FIELD_RADIUS), ground, theme.colour("accent"), width=1.5)
