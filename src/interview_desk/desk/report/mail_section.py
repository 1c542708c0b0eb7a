"""A mail with the PDF, as a draft: its words are the user's own, and kept for the next one."""

from contextlib import suppress

from PySide6.QtCore import Signal, Slot

from interview_desk.desk.autosave import Autosave
from interview_desk.desk.report.panel_sections import Section
from interview_desk.desk.settings import Setting, Settings
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.editor import Editor
from interview_desk.desk.widgets.fields import LineField
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.text_field import TextField
from interview_desk.errors import UserError
from interview_desk.interview.note_text import clean
from interview_desk.report.documents.kind import DocumentKind, MailTemplate
from interview_desk.report.documents.rubric import RUBRIC

_LONGEST = 20_000
_HINT = "{candidate}, {role}, {interviewer} and {file} are filled in."


class _Passage(Setting[str]):
    """Some lines of text."""

    def read(self, text: str) -> str | None:
        return text if len(text) <= _LONGEST else None


def mail_settings(kind: DocumentKind) -> tuple[Setting[str], Setting[str]]:
    """The settings that keep subject and body of the mails with documents of a kind."""
    first, name = kind.mail, kind.key
    return (
        _Passage(f"mail subject {name}", "Reports", f"Subject, {kind.title}", first.subject),
        _Passage(f"mail body {name}", "Reports", f"Mail, {kind.title}", first.body),
    )


class MailSection(Section):
    """Subject and body with placeholders; ``draft_wanted`` and ``mailto_wanted`` to use them."""

    draft_wanted = Signal()
    mailto_wanted = Signal()

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__(theme, "By mail")
        self._settings = settings
        self._kept = mail_settings(RUBRIC)
        self._kind = RUBRIC
        self.subject = LineField(theme, "Subject of the mail", "Subject")
        self.body = TextField(
            theme, "Text of the mail", "Text", min_lines=5, max_lines=10, editor=Editor(_LONGEST)
        )
        self.draft_button = TextButton(theme, "Create mail draft")
        self.mailto_button = TextButton(theme, "Mail without attachment")
        self.reset_button = TextButton(theme, "Back to the first wording", ButtonKind.QUIET)
        self.subject.setMaxLength(_LONGEST)
        self._autosave = Autosave(self._keep, self)
        self.column.addWidget(self.subject)
        self.column.addWidget(self.body)
        self.column.addWidget(Label(theme, _HINT, "small", "ink2", wrap=True))
        for button in (self.draft_button, self.mailto_button, self.reset_button):
            self.column.addWidget(button)
        self.subject.textChanged.connect(self._touched)
        self.body.changed.connect(self._touched)
        self.draft_button.clicked.connect(self.draft_wanted)
        self.mailto_button.clicked.connect(self.mailto_wanted)
        self.reset_button.clicked.connect(self._reset)

    @property
    def template(self) -> MailTemplate:
        """The words as they stand."""
        return MailTemplate(clean(self.subject.text()), clean(self.body.text()))

    def show_kind(self, kind: DocumentKind) -> None:
        """The words for documents of that kind, as they were kept."""
        self.flush()
        self._kind, self._kept = kind, mail_settings(kind)
        try:
            words = MailTemplate(*(self._settings.get(each) for each in self._kept))
        except UserError:
            words = kind.mail
        self._show(words)

    def flush(self) -> None:
        """Keep what is still being typed."""
        self._autosave.flush()

    def _show(self, template: MailTemplate) -> None:
        self.subject.setText(template.subject)
        self.body.set_text(template.body)
        self._weigh()

    def _weigh(self) -> None:
        self.reset_button.setVisible(self.template != self._kind.mail)

    def _keep(self) -> None:
        kept = zip(self._kept, (self.template.subject, self.template.body), strict=True)
        # That the words are not remembered is no reason to disturb.
        with suppress(UserError):
            for setting, text in kept:
                if text != self._settings.get(setting) and setting.read(text) is not None:
                    self._settings.set(setting, text)

    @Slot()
    @Slot(str)
    def _touched(self) -> None:
        self._weigh()
        self._autosave.touch()

    @Slot()
    def _reset(self) -> None:
        self._show(self._kind.mail)
