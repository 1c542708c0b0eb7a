"""The PDF as it will be read, page under page."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMargins, Qt, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from interview_desk.desk.theme.theme import XL, L, Theme
from interview_desk.desk.widgets.panel import SlimScrollBar
from interview_desk.report.pdf.file import prepared

_WIDEST = 760
_POINTS_PER_INCH = 72


class Preview(QWidget):
    """Pages as wide as there is room for, up to a width that reads like paper."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        # Qt deletes them in this order. A view that owns its document crashes with it, and the
        # document reads from the buffer as long as it is open.
        self.view = QPdfView(self)
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.view.setAccessibleName("The PDF")
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setDocumentMargins(QMargins(XL, XL, XL, XL))
        self.view.setPageSpacing(L)
        self._bar = SlimScrollBar(theme)
        self.view.setVerticalScrollBar(self._bar)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setDocument(self._document)
        self.setFocusProxy(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def pages(self) -> int:
        """How many pages the PDF has."""
        return self._document.pageCount()

    def show_pdf(self, data: bytes, password: str) -> None:
        """Show another PDF, opened with its password, where the one before was read."""
        place = self._bar.value()
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.setPassword(prepared(password))
        self._document.load(self._buffer)
        self._fit()
        self._bar.setValue(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._document.pageCount() < 1:
            return
        beside = 2 * XL + self._bar.sizeHint().width()
        room = min(self.width() - beside, self._theme.px(_WIDEST))
        inches = self._document.pagePointSize(0).width() / _POINTS_PER_INCH
        self.view.setZoomFactor(max(0.1, room / (inches * self.logicalDpiX())))

    @Slot()
    def _restyle(self) -> None:
        palette = self.palette()
        # The role that QPdfView paints around the pages.
        palette.setColor(QPalette.ColorRole.Dark, self._theme.colour("sunk"))
        self.setPalette(palette)
