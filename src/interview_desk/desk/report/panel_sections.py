"""The sections of the side panel: the document, what leaves the laptop with it, and the choices."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from interview_desk.desk.theme.theme import XS, S, Theme
from interview_desk.desk.theme.tokens import Tone
from interview_desk.desk.widgets.button import MenuButton, TextButton
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.fields import Choice, LineField
from interview_desk.desk.widgets.label import Label, SectionLabel
from interview_desk.desk.widgets.segmented import Segmented
from interview_desk.interview.interview import Interview
from interview_desk.report.documents.kind import DocumentKind
from interview_desk.report.options import Paper, ReportOptions, has_private

_PAPERS = tuple(Paper)

# By the names of the forms in `report.text.formats`, which is imported with the first copy.
_FORMS = ("Plain text", "Markdown", "HTML")
_DIFFERENT = "The two passwords differ. The PDF can be saved once they are the same."
_ALONE = (
    "Nobody can open the PDF without this password, and it is kept nowhere: tell it to the reader "
    "some other way than with the file. A PDF with a password cannot be PDF/A, made to be archived."
)
_WITH_DATA = f"{_ALONE} The interview file inside is protected by it too."


class Section(QWidget):
    """A part of the side under its own heading; fill ``column``."""

    def __init__(self, theme: Theme, heading: str) -> None:
        super().__init__()
        self.theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(XS)
        self.column.addWidget(SectionLabel(theme, heading))


class Lines(QWidget):
    """Lines of text, each with a sign before it."""

    def __init__(self, theme: Theme, sign: str, tone: Tone) -> None:
        super().__init__()
        self._theme, self._sign, self._tone = theme, sign, tone
        self._lines: tuple[str, ...] = ()
        self._labels: list[Label] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(S)
        self._grid.setVerticalSpacing(XS)
        self._grid.setColumnStretch(1, 1)

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines on show."""
        return self._lines

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show these lines and no others."""
        self._lines = lines
        for old in self._labels:
            old.hide()
            old.deleteLater()
        self._labels = []
        for row, line in enumerate(lines):
            sign = Label(self._theme, self._sign, "body", self._tone)
            words = Label(self._theme, line, "body", self._tone, wrap=True)
            self._grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 1)
            self._labels += [sign, words]
        self.setVisible(bool(lines))


class DocumentSection(Section):
    """Which document it is to be; ``changed`` when the user chose another."""

    changed = Signal()

    def __init__(self, theme: Theme, kinds: Sequence[DocumentKind]) -> None:
        super().__init__(theme, "Document")
        self.choice = Choice(theme, "Document")
        self._kinds = kinds
        self.choice.addItems([kind.title for kind in kinds])
        self.column.addWidget(self.choice)
        self.choice.currentIndexChanged.connect(self._tell)

    def show_interview(self, interview: Interview) -> None:
        """Call the documents what they are of that interview."""
        for row, kind in enumerate(self._kinds):
            self.choice.setItemText(row, kind.title_for(interview))

    @property
    def kind(self) -> DocumentKind:
        """The document that is chosen."""
        return self._kinds[self.choice.currentIndex()]

    @Slot(int)
    def _tell(self) -> None:
        self.changed.emit()


class LeavingSection(Section):
    """What is in the document, what is left out and what to look at, each line with a sign."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Leaves this laptop")
        self.inside = Lines(theme, "✓", "ink")
        self.left_out = Lines(theme, "–", "ink2")
        self.look_again = Lines(theme, "!", "warn")
        self.column.addWidget(self.inside)
        self._parts: dict[Lines, Section] = {}
        for heading, lines in (("Left out", self.left_out), ("Look again", self.look_again)):
            part = Section(theme, heading)
            part.column.setContentsMargins(0, S, 0, 0)
            part.column.addWidget(lines)
            self.column.addWidget(part)
            self._parts[lines] = part

    def show_document(
        self, kind: DocumentKind, interview: Interview, options: ReportOptions
    ) -> None:
        """Say what a document made with these options carries."""
        found = kind.summary(interview, options)
        self.inside.show_lines(found.inside)
        for lines, told in ((self.left_out, found.left_out), (self.look_again, found.look_again)):
            lines.show_lines(told)
            self._parts[lines].setVisible(bool(told))


class ChoicesSection(Section):
    """Paper, data, pictures and private notes; ``changed`` when the user chose something else."""

    changed = Signal()

    def __init__(self, theme: Theme, paper: Paper) -> None:
        super().__init__(theme, "Choices")
        self.paper = Segmented(theme, "Paper")
        self.paper.set_choices([str(each) for each in _PAPERS])
        self.paper.set_current(_PAPERS.index(paper))
        self.packet = CheckRow(theme, "Attach the interview file, so that a panel can compare")
        self.packet.setChecked(True)
        self.pictures = CheckRow(theme, "Include pictures")
        self.pictures.setChecked(True)
        self.private = CheckRow(theme, "Include private notes", tone="bad")
        self.column.addWidget(self.paper)
        self.column.addWidget(self.packet)
        self.column.addWidget(self.pictures)
        self.column.addWidget(self.private)
        self.paper.chosen.connect(self._tell)
        self.packet.clicked.connect(self._tell)
        self.pictures.clicked.connect(self._tell)
        self.private.clicked.connect(self._tell)

    def show_document(self, kind: DocumentKind, interview: Interview) -> None:
        """Offer only what the document can carry, and only what there is in the interview."""
        self.packet.setVisible(kind.carries_packet)
        self.pictures.setVisible(kind.carries_packet and bool(interview.all_pictures))
        self.private.setVisible(kind.carries_packet and has_private(interview))

    @property
    def chosen_paper(self) -> Paper:
        """The paper to lay out for."""
        return _PAPERS[self.paper.current() or 0]

    @Slot()
    @Slot(int)
    @Slot(bool)
    def _tell(self) -> None:
        self.changed.emit()


class CopySection(Section):
    """A button that copies, and the forms of text behind it; ``wanted`` carries a form's name."""

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "As text")
        self.button = TextButton(theme, "Copy as plain text")
        self.more = MenuButton(theme, "Copy as another form of text")
        self.menu = QMenu(self)
        self.menu.setAccessibleName("Copy as")
        for form in _FORMS:
            self.menu.addAction(form)
        row = QHBoxLayout()
        row.setSpacing(XS)
        row.addWidget(self.button, 1)
        row.addWidget(self.more)
        self.column.addLayout(row)
        self.button.clicked.connect(self._ask_usual)
        self.more.clicked.connect(self._show_forms)
        self.menu.triggered.connect(self._ask)

    @Slot()
    def _ask_usual(self) -> None:
        self.wanted.emit(_FORMS[0])

    @Slot()
    def _show_forms(self) -> None:
        self.menu.setFont(self.theme.font("body"))
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    @Slot(QAction)
    def _ask(self, action: QAction) -> None:
        self.wanted.emit(action.text())


class AssistantSection(Section):
    """The button that shows the text for an assistant."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "For an assistant")
        self.button = TextButton(theme, "Text for an assistant…")
        self.column.addWidget(self.button)


class PasswordSection(Section):
    """Two fields that must agree; ``changed`` when they agree on something else."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Password")
        self.first = LineField(theme, "Password of the PDF", "None")
        self.second = LineField(theme, "The same password again", "Once more")
        self.note = Label(theme, "", "small", "ink2", wrap=True)
        self._agreed = ""
        self._data_inside = True
        for field in (self.first, self.second):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            self.column.addWidget(field)
            field.textChanged.connect(self._typed)
        self.column.addWidget(self.note)
        self._show()

    @property
    def agreed(self) -> str:
        """The password both fields agreed on last; empty for none."""
        return self._agreed

    @property
    def agree(self) -> bool:
        """Whether the fields say the same, so that a PDF may be saved."""
        return self.first.text() == self.second.text()

    def show_options(self, kind: DocumentKind, options: ReportOptions) -> None:
        """Say whether the password protects the interview's data as well."""
        self._data_inside = kind.carries_packet and options.include_packet
        self._show()

    def forget(self) -> None:
        """Empty the fields without a word: the page is left."""
        for field in (self.first, self.second):
            blocked = QSignalBlocker(field)
            field.clear()
            blocked.unblock()
        self._agreed = ""
        self._show()

    @Slot()
    @Slot(str)
    def _typed(self) -> None:
        self._show()
        if self.agree and self.first.text() != self._agreed:
            self._agreed = self.first.text()
            self.changed.emit()

    def _show(self) -> None:
        given = bool(self.first.text())
        if self.agree:
            self.note.setText(_WITH_DATA if self._data_inside else _ALONE)
        else:
            self.note.setText(_DIFFERENT)
        self.note.set_tone("ink2" if self.agree else "warn")
        self.second.setVisible(given or not self.agree)
        self.note.setVisible(given or not self.agree)
