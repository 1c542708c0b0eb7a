"""The resume as it is read, before the interview and in it: pages, words or a picture."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from interview_desk.desk.theme.theme import M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import ElidedLabel, Label
from interview_desk.desk.widgets.panel import Panel, ScrollColumn
from interview_desk.desk.widgets.read_text import ReadText
from interview_desk.interview.resume import JUDGE_TODAY, Resume, ResumeKind

if TYPE_CHECKING:
    from interview_desk.desk.report.preview import Preview

_PAGES, _WORDS = "See the pages", "See the words"
_NO_WORDS = "There are no words in it that can be read: it may be a picture of pages."


class ResumeView(Panel):
    """One resume. ``question`` carries words selected in it that are to be asked about.

    ``closed`` asks for what it covers. Nothing of it can be changed here, and nothing rated.
    """

    question = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, close_keys: str = "Esc") -> None:
        super().__init__(theme, "bg")
        self._theme = theme
        self._resume: Resume | None = None
        self.words = _Words(theme)
        self._picture = _Picture(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.words)
        self._stack.addWidget(self._picture)
        self._preview: Preview | None = None
        self._scrolled: QAbstractScrollArea = self.words
        self._name = ElidedLabel(theme, "", "label", "ink2")
        self.other_way = TextButton(theme, _WORDS, ButtonKind.QUIET)
        self.ask = TextButton(theme, "Ask about the selection", ButtonKind.QUIET, "+")
        self.ask.setEnabled(False)
        self.close_button = TextButton(theme, "Close", ButtonKind.QUIET, close_keys)
        self._lay_out(theme)
        self.other_way.clicked.connect(self._turn)
        self.ask.clicked.connect(self._ask)
        self.words.asked.connect(self._ask)
        self.words.copyAvailable.connect(self.ask.setEnabled)
        self.close_button.clicked.connect(self.closed)

    def show_resume(self, resume: Resume) -> None:
        """Show another resume from its beginning: a PDF its pages, what else has them its words."""
        self._resume = resume
        self._name.setText(resume.name)
        self.words.setPlainText(resume.text or _NO_WORDS)
        self._see(words=resume.kind is ResumeKind.TEXT)

    def go_down(self, pages: int) -> None:
        """So many windows further down, or up."""
        bar = self._scrolled.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep() * 9 // 10)

    def _see(self, *, words: bool) -> None:
        resume = self._resume
        if resume is None:
            return
        shown: QWidget = self.words
        self._scrolled = self.words
        if not words and resume.kind is ResumeKind.PICTURE:
            self._picture.show_picture(resume.data)
            shown = self._scrolled = self._picture
        elif not words:
            shown = self._show_pages(resume.data)
        self._stack.setCurrentWidget(shown)
        self.setFocusProxy(shown)
        self.other_way.set_text(_PAGES if words else _WORDS)
        self.other_way.setVisible(resume.kind is ResumeKind.PDF)
        self.ask.setVisible(words)

    def _show_pages(self, data: bytes) -> QWidget:
        # Qt's reader of PDFs is loaded with the first one.
        from interview_desk.desk.report.preview import Preview

        if self._preview is None:
            self._preview = Preview(self._theme)
            self._stack.addWidget(self._preview)
        self._preview.show_pdf(data, "")
        self._scrolled = self._preview.view
        return self._preview

    @Slot()
    def _turn(self) -> None:
        self._see(words=self._stack.currentWidget() is not self.words)
        self.setFocus()

    @Slot()
    def _ask(self) -> None:
        selected = " ".join(self.words.textCursor().selectedText().split())
        if selected:
            self.question.emit(selected)

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(self._name, 1)
        for button in (self.ask, self.other_way, self.close_button):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(M, S, S, M)
        column.setSpacing(S)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addWidget(Label(theme, JUDGE_TODAY, "small", "ink2", wrap=True))


class _Words(ReadText):
    """The words of the resume; ``asked`` by plus."""

    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Words of the resume")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Plus:
            self.asked.emit()
        else:
            super().keyPressEvent(event)


class _Picture(ScrollColumn):
    """A picture as wide as there is room for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "bg")
        self._image = QImage()
        self._label = QLabel()
        self._label.setAccessibleName("Picture of the resume")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column.addWidget(self._label)
        self.column.addStretch(1)

    def show_picture(self, data: bytes) -> None:
        """Show another picture."""
        self._image = QImage.fromData(QByteArray(data))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = max(1, self.viewport().width() - 1)
        if not self._image.isNull() and self._label.pixmap().width() != width:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._label.setPixmap(QPixmap.fromImage(self._image.scaledToWidth(width, smooth)))
