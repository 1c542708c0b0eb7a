"""Making documents, as work for another thread; all that it imports takes too long for a window."""

from threading import Event, Lock
from typing import NamedTuple

from interview_desk.interview.interview import Interview
from interview_desk.report.options import DocumentKind, ReportOptions

# The PDF library keeps its fonts for the whole process, so even the pages of two windows
# take turns.
_TURN = Lock()


class Made(NamedTuple):
    """A PDF, and how many different characters in it no font of this computer has."""

    data: bytes
    missing: int


class Order:
    """One document that is wanted as a PDF, until it is given up."""

    def __init__(self, kind: DocumentKind, interview: Interview, options: ReportOptions) -> None:
        self.kind = kind
        self.interview = interview
        self.options = options
        self._given_up = Event()

    def give_up(self) -> None:
        """It is no longer wanted; `make` ends soon with CancelledError."""
        self._given_up.set()

    def make(self) -> Made:
        """The PDF. Raises CancelledError, or PasswordError in words."""
        with _TURN:
            from interview_desk.report.documents import make_document, missing_characters

            what = self.kind, self.interview, self.options
            data = make_document(*what, self._given_up.is_set)
            return Made(data, len(missing_characters(*what)))


class Copied(NamedTuple):
    """A document as text for the clipboard; ``html`` may be empty."""

    text: str
    html: str = ""


def make_copy(
    kind: DocumentKind, interview: Interview, options: ReportOptions, form: str
) -> Copied:
    """The document in the form of that name. HTML comes with plain text for what takes no HTML."""
    with _TURN:
        from interview_desk.report.texts import TextForm, make_text

        text = make_text(kind, interview, options, TextForm(form))
        if form != TextForm.HTML:
            return Copied(text)
        return Copied(make_text(kind, interview, options, TextForm.PLAIN), text)
