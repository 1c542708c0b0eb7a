"""A mail with the document attached, as a draft to look at: nothing is ever sent from here."""

import re
from collections.abc import Sequence
from email import message_from_bytes
from email.header import Header, decode_header, make_header
from email.message import EmailMessage
from email.policy import SMTP, compat32, default
from urllib.parse import quote

from interview_desk.errors import UserError
from interview_desk.interview.note_text import clean
from interview_desk.report.documents.kind import MailTemplate
from interview_desk.report.file_names import attachment_names
from interview_desk.report.mail_words import is_plain

# What mail programs and systems take in one address; some cut at 2,000.
MAILTO_LIMIT = 1_900
_DRAFT = SMTP.clone(cte_type="7bit")
# An address as every mail program takes it: no name, comment or quotes beside it.
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"(?!-)[A-Za-z0-9-]{1,63}(?<!-)"
_ADDRESS = re.compile(
    rf"(?!.*=\?)(?=[^@]{{1,64}}@){_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})*", re.ASCII
)
# What begins an encoded word (RFC 2047), which would be read as other text than it says.
_ENCODED = "=?"
_SHORT = 60
_NEXT_LINE = ",\r\n "


class MailError(UserError):
    """A draft that no mail program would take as it is."""


def make_draft(mail: MailTemplate, document: bytes, file: str, to: str = "") -> bytes:
    """An ``.eml`` file that mail programs open as a draft, with the PDF attached.

    It has no sender and no date: the program fills them in. ``to`` are addresses with commas
    between them. Raises MailError for a subject of more than one line, which would be another
    header, for what is no address, and for a draft that does not read back as it was written.
    """
    subject, addresses, body = _one_line(mail.subject), _addresses(to), clean(mail.body)
    message = EmailMessage(policy=_DRAFT)
    message["X-Unsent"] = "1"
    message.set_content(body)
    name, plain = attachment_names(file)
    message.add_attachment(document, maintype="application", subtype="pdf", filename=name)
    # What takes no name in another script takes the one that is given here.
    next(message.iter_attachments()).set_param("name", plain)
    heads = f"Subject: {_encoded(subject)}\r\n"
    if addresses:
        heads += f"To: {_NEXT_LINE.join(addresses)}\r\n"
    draft = heads.encode("ascii") + message.as_bytes()
    _check(draft, subject, addresses)
    return draft


def mailto_url(mail: MailTemplate, to: str = "") -> str:
    """The mail without attachment as an address to open; the body is cut if it is too long."""
    # A mail program may read encoded words here, too (RFC 6068, 5): they are taken apart.
    subject = quote(_one_line(mail.subject).replace(_ENCODED, "= ?"), safe="")
    head = f"mailto:{quote(','.join(_addresses(to)), safe='@,')}?subject={subject}&body="
    room = MAILTO_LIMIT - len(head)
    if room < 0:
        raise MailError("The subject is too long for a mail. Make it shorter.")
    body = clean(mail.body).rstrip().replace("\n", "\r\n")
    return head + _quoted(body, room)


def _encoded(subject: str) -> str:
    """The subject in lines of ASCII, which every reader reads as that text."""
    if subject.isascii() and len(subject) <= _SHORT and _ENCODED not in subject:
        return subject
    # As a whole: `EmailMessage` would read encoded words in it, and write what they say.
    return Header(subject, "utf-8", header_name="Subject").encode(linesep="\r\n")


def _check(draft: bytes, subject: str, addresses: Sequence[str]) -> None:
    """Raises MailError unless both of Python's readers find what was written, and no more."""
    old, new = message_from_bytes(draft, policy=compat32), message_from_bytes(draft, policy=default)
    names = ["Subject", *(["To"] if addresses else []), "X-Unsent", "MIME-Version", "Content-Type"]
    to = new["To"].addresses if addresses else ()
    if not (
        sorted(old.keys()) == sorted(new.keys()) == sorted(names)
        and str(make_header(decode_header(old["Subject"]))) == str(new["Subject"]) == subject
        and [each.addr_spec for each in to] == [*addresses]
    ):
        raise MailError("These words cannot be put into a mail as they are. Change the subject.")


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


def _one_line(text: str) -> str:
    line = text.strip()
    if not all(map(is_plain, line)):
        raise MailError("The subject of the mail must be one line without control characters.")
    return line


def _addresses(text: str) -> list[str]:
    """The addresses that commas part. Raises MailError for what every program would not take."""
    found = [each.strip() for each in text.split(",")] if text.strip() else []
    for each in found:
        if not _ADDRESS.fullmatch(each):
            shown = "".join(filter(str.isprintable, each))[:_SHORT]
            raise MailError(f"“{shown}” is no mail address. Write it as name@example.org.")
    return found
