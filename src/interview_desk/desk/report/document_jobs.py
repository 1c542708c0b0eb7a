"""Making documents, as work for another thread; what that takes is imported there."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from interview_desk.interview.interview import Interview
from interview_desk.limited_process import Cancellation
from interview_desk.report.documents.kind import DocumentKind
from interview_desk.report.options import Paper, ReportOptions

if TYPE_CHECKING:
    from interview_desk.report.document import Document
    from interview_desk.report.pdf_process import Made

# The PDF library keeps its fonts for the whole process, so even the pages of two windows
# take turns.
_TURN = Lock()


class Order:
    """One document that is wanted as a PDF, until it is given up.

    ``load_pictures`` reads the bytes of the interview's pictures by their digests, in the thread
    that makes it. Raises UserError.
    """

    def __init__(
        self,
        kind: DocumentKind,
        interview: Interview,
        options: ReportOptions,
        load_pictures: Callable[[], Mapping[str, bytes]] = dict,
    ) -> None:
        self._load_pictures = load_pictures
        self.kind = kind
        self.interview = interview
        self.options = options
        self._cancellation = Cancellation()

    def give_up(self) -> None:
        """It is no longer wanted; `make` ends soon with CancelledError."""
        self._cancellation.cancel()

    def make(self) -> "Made":
        """The PDF. Raises CancelledError, or UserError in words."""
        with _TURN:
            # In the thread that makes it: the page is on the screen sooner.
            from interview_desk.report.pdf_process import make_pdf_apart

            interview = self.interview
            if self.options.include_pictures and interview.all_pictures:
                interview = replace(interview, pictures=self._load_pictures())
            return make_pdf_apart(self.kind, interview, self.options, self._cancellation)


def make_sheet(document: "Document", paper: Paper) -> "Made":
    """The PDF of a document of no one interview. Raises UserError."""
    with _TURN:
        from interview_desk.report.pdf_process import make_sheet_apart

        return make_sheet_apart(document, paper)


class Copied(NamedTuple):
    """A document as text for the clipboard; ``html`` may be empty."""

    text: str
    html: str = ""


def make_copy(
    kind: DocumentKind, interview: Interview, options: ReportOptions, form: str
) -> Copied:
    """The document in the form of that name. HTML comes with plain text for what takes no HTML."""
    with _TURN:
        from interview_desk.report.text.formats import TextForm, make_text

        text = make_text(kind, interview, options, TextForm(form))
        if form != TextForm.HTML:
            return Copied(text)
        return Copied(make_text(kind, interview, options, TextForm.PLAIN), text)
