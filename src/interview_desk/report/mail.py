"""A mail with the document attached, as a draft to look at: nothing is ever sent from here."""

import re
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from interview_desk.errors import UserError
from interview_desk.interview.interview import Interview
from interview_desk.report.options import DocumentKind

# What mail programs and systems take in one address; some cut at 2,000.
MAILTO_LIMIT = 1_900
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9 ._-]")
_DRAFT = SMTP.clone(cte_type="7bit")


class MailError(UserError):
    """A draft that no mail program would take as it is."""


@dataclass(frozen=True, slots=True)
class Template:
    """Subject and body as the user wrote them.

    ``{candidate}``, ``{role}``, ``{interviewer}`` and ``{file}`` stand for what they name;
    what stands in other braces stays as it is.
    """

    subject: str
    body: str


def default_template(kind: DocumentKind) -> Template:
    """What the template says until the user says it otherwise; nothing of the verdict."""
    match kind:
        case DocumentKind.RUBRIC | DocumentKind.SHORT:
            body = "Hello,\n\nAttached is the rubric of the interview with {candidate}, {role}."
            return Template("Interview: {candidate}", f"{body}\n\n{{interviewer}}\n")
        case DocumentKind.FEEDBACK:
            body = "Hello {candidate},\n\nthank you for your time. Attached is our feedback."
            return Template("Feedback on your interview", f"{body}\n")
        case DocumentKind.SCORECARD:
            body = "Hello,\n\nAttached is the blank scorecard to print."
            return Template("Interview scorecard", f"{body}\n\n{{interviewer}}\n")


def filled(template: Template, interview: Interview, file: str) -> Template:
    """The template with the interview's words in the places of the placeholders.

    Each is one line: nothing that was typed for a name can add a line to the subject.
    """
    setup = interview.setup
    words = {
        "candidate": setup.candidate.strip() or "the candidate",
        "role": setup.role,
        "interviewer": setup.interviewer,
        "file": file,
    }

    def word(match: re.Match[str]) -> str:
        return " ".join(words[match[1]].split()) if match[1] in words else match[0]

    return Template(*(_PLACEHOLDER.sub(word, text) for text in (template.subject, template.body)))


def make_draft(mail: Template, document: bytes, file: str, to: str = "") -> bytes:
    """An ``.eml`` file that mail programs open as a draft, with the PDF attached.

    It has no sender and no date: the program fills them in. Raises MailError for a subject
    or address of more than one line, which would be another header.
    """
    message = EmailMessage(policy=_DRAFT)
    message["Subject"] = _one_line(mail.subject, "subject")
    if to.strip():
        message["To"] = _one_line(to, "address")
    message["X-Unsent"] = "1"
    message.set_content(mail.body)
    name = _NOT_PLAIN.sub("", file).strip() or "document.pdf"
    message.add_attachment(document, maintype="application", subtype="pdf", filename=name)
    return message.as_bytes()


def mailto_url(mail: Template, to: str = "") -> str:
    """The mail without attachment as an address to open; the body is cut if it is too long."""
    subject = quote(_one_line(mail.subject, "subject"), safe="")
    head = f"mailto:{quote(_one_line(to, 'address'), safe='@,')}?subject={subject}&body="
    room = MAILTO_LIMIT - len(head)
    if room < 0:
        raise MailError("The subject is too long for a mail. Make it shorter.")
    body = mail.body.rstrip().replace("\r\n", "\n").replace("\n", "\r\n")
    return head + _quoted(body, room)


def _quoted(text: str, room: int) -> str:
    """As much of the text, percent-encoded, as there is room for."""
    whole = quote(text, safe="")
    if len(whole) <= room:
        return whole
    kept, end = "", quote("…", safe="")
    for char in text:
        coded = quote(char, safe="")
        if len(kept) + len(coded) + len(end) > room:
            break
        kept += coded
    return kept + end if len(kept) + len(end) <= room else kept


def _one_line(text: str, what: str) -> str:
    line = text.strip()
    if not line.isprintable():
        raise MailError(f"The {what} of the mail must be one line without control characters.")
    return line
