"""What there is to know of a kind of document; each declares itself beside what it says."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from interview_desk.interview.interview import Interview
from interview_desk.report.cancellation import Checkpoint
from interview_desk.report.options import (
    ReportOptions,
    private_notes,
    without_pictures,
    without_private,
)

if TYPE_CHECKING:
    # Every page that names a file knows this module, and none of them makes a document.
    from interview_desk.report.document import Document


@dataclass(frozen=True, slots=True)
class ContentsSummary:
    """Lines of what is in a document, of what is left out, and of what to look at again."""

    inside: tuple[str, ...]
    left_out: tuple[str, ...]
    look_again: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MailTemplate:
    """Subject and body as the user wrote them.

    ``{candidate}``, ``{role}``, ``{interviewer}`` and ``{file}`` stand for what they name;
    what stands in other braces stays as it is.
    """

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Source:
    """What a document is made from: the interview as it may leave the laptop, and the choices.

    ``left_out`` private notes are no longer in it. A document that takes long to make calls
    ``check`` on the way.
    """

    interview: Interview
    options: ReportOptions
    left_out: int
    check: Checkpoint


@dataclass(frozen=True, slots=True, eq=False)
class DocumentKind:
    """One of the documents that can leave the laptop.

    ``key`` is its word on the command line and in the settings, ``title`` what the user calls
    it, ``heading`` what stands over it, and ``file_name`` what its files' names begin with.
    ``contents`` says what it says, ``summary`` what leaves the laptop with it. ``mail`` is what
    a mail with it says until the user says it otherwise: nothing of the verdict.
    ``carries_packet`` tells whether the interview's data may be attached: never to what others
    are to see. One that is ``of_guide`` is named after the guide, not after candidate and day; one
    that is ``of_case`` is for an answer to a case, and no other is.
    ``unrated_title`` and ``unrated_heading`` stand in place of the others for an interview
    whose guide rates nobody, if they are given.
    """

    key: str
    title: str
    heading: str
    file_name: str
    contents: "Callable[[Source], Document]"
    summary: Callable[[Interview, ReportOptions], ContentsSummary]
    mail: MailTemplate
    carries_packet: bool = False
    of_guide: bool = False
    of_case: bool = False
    unrated_title: str = ""
    unrated_heading: str = ""

    def __str__(self) -> str:
        """What the user calls it."""
        return self.title

    def title_for(self, interview: Interview) -> str:
        """What the user calls it where it is about that interview."""
        return self.title if interview.guide.dimensions else self.unrated_title or self.title

    def heading_for(self, interview: Interview) -> str:
        """What stands over it where it is about that interview."""
        return self.heading if interview.guide.dimensions else self.unrated_heading or self.heading

    def document(
        self, interview: Interview, options: ReportOptions, check: Checkpoint
    ) -> "Document":
        """What the document says, whatever form it is given."""
        left_out = 0 if options.include_private else private_notes(interview)
        return self.contents(Source(as_shared(interview, options), options, left_out, check))


def as_shared(interview: Interview, options: ReportOptions) -> Interview:
    """The interview as it may leave the laptop with these options."""
    shared = interview if options.include_private else without_private(interview)
    return shared if options.include_pictures else without_pictures(shared)
