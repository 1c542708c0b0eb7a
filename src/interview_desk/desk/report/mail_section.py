"""A mail with the PDF, as a draft: its words as they will stand in it, and those of every mail."""

from collections.abc import Callable
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
from interview_desk.desk.widgets.layouts import FlowRow
from interview_desk.desk.widgets.text_field import TextField
from interview_desk.errors import UserError
from interview_desk.interview.note_text import clean
from interview_desk.report.documents.kind import DocumentKind, MailTemplate
from interview_desk.report.documents.rubric import RUBRIC

_LONGEST = 20_000
_WORDING, _BACK = "Wording of every mail…", "Back to this mail"
_THIS_ONE = "What you change here is for this mail only."
_EVERY_ONE = (
    "These words are kept for every mail with such a document. {candidate}, {role}, {interviewer} "
    "and {file} are filled in for each."
)


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
    """Subject and body; ``draft_wanted`` and ``mailto_wanted`` to use them.

    The fields show the words of this mail, filled in. On request they show the wording of every
    mail, with its placeholders, and only that is kept.
    """

    draft_wanted = Signal()
    mailto_wanted = Signal()

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__(theme, "By mail")
        self._settings = settings
        self._kept = mail_settings(RUBRIC)
        self._kind = RUBRIC
        self._fill: Callable[[MailTemplate], MailTemplate] = _as_it_is
        self._of_every_mail = False
        self.subject = LineField(theme, "Subject of the mail", "Subject")
        self.body = TextField(
            theme, "Text of the mail", "Text", min_lines=5, max_lines=10, editor=Editor(_LONGEST)
        )
        self._hint = Label(theme, _THIS_ONE, "small", "ink2", wrap=True)
        self.draft_button = TextButton(theme, "Create mail draft")
        self.mailto_button = TextButton(theme, "Mail without attachment")
        self.wording_button = TextButton(theme, _WORDING, ButtonKind.QUIET)
        self.reset_button = TextButton(theme, "Back to the first wording", ButtonKind.QUIET)
        self.subject.setMaxLength(_LONGEST)
        self._autosave = Autosave(self._keep, self)
        self._lay_out()
        self.subject.textChanged.connect(self._touched)
        self.body.changed.connect(self._touched)
        self.draft_button.clicked.connect(self.draft_wanted)
        self.mailto_button.clicked.connect(self.mailto_wanted)
        self.wording_button.clicked.connect(self._turn)
        self.reset_button.clicked.connect(self._reset)

    def _lay_out(self) -> None:
        for widget in (
            self.subject,
            self.body,
            self._hint,
            self.draft_button,
            self.mailto_button,
        ):
            self.column.addWidget(widget)
        self.column.addLayout(FlowRow(self.wording_button, self.reset_button))

    @property
    def words(self) -> MailTemplate:
        """The words of this mail."""
        return self._fill(self._shown) if self._of_every_mail else self._shown

    @property
    def _shown(self) -> MailTemplate:
        return MailTemplate(clean(self.subject.text()), clean(self.body.text()))

    def show_mail(self, kind: DocumentKind, fill: Callable[[MailTemplate], MailTemplate]) -> None:
        """The words for a document of that kind; ``fill`` puts them in the placeholders' places."""
        self.flush()
        self._kind, self._kept, self._fill = kind, mail_settings(kind), fill
        self._of_every_mail = False
        self._show()

    def flush(self) -> None:
        """Keep what is still being typed."""
        self._autosave.flush()

    def _template(self) -> MailTemplate:
        """The wording of every mail, as it was kept."""
        try:
            return MailTemplate(*(self._settings.get(each) for each in self._kept))
        except UserError:
            return self._kind.mail

    def _show(self) -> None:
        template = self._template()
        words = template if self._of_every_mail else self._fill(template)
        self.subject.setText(words.subject)
        self.body.set_text(words.body)
        self._hint.setText(_EVERY_ONE if self._of_every_mail else _THIS_ONE)
        self.wording_button.set_text(_BACK if self._of_every_mail else _WORDING)
        self._weigh()

    def _weigh(self) -> None:
        self.reset_button.setVisible(self._of_every_mail and self._shown != self._kind.mail)

    def _keep(self) -> None:
        if not self._of_every_mail:
            return
        kept = zip(self._kept, (self._shown.subject, self._shown.body), strict=True)
        # That the words are not remembered is no reason to disturb.
        with suppress(UserError):
            for setting, text in kept:
                if text != self._settings.get(setting) and setting.read(text) is not None:
                    self._settings.set(setting, text)

    @Slot()
    @Slot(str)
    def _touched(self) -> None:
        self._weigh()
        if self._of_every_mail:
            self._autosave.touch()

    @Slot()
    def _turn(self) -> None:
        """From this mail to the wording of every mail, and back."""
        self.flush()
        self._of_every_mail = not self._of_every_mail
        self._show()

    @Slot()
    def _reset(self) -> None:
        self.subject.setText(self._kind.mail.subject)
        self.body.set_text(self._kind.mail.body)


def _as_it_is(template: MailTemplate) -> MailTemplate:
    return template
