from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.report.mail import (
    MAILTO_LIMIT,
    MailError,
    Template,
    default_template,
    filled,
    mailto_url,
    make_draft,
)
from interview_desk.report.names import file_name
from interview_desk.report.options import DocumentKind
from tests.helpers.samples import scored
from tests.report.written_interview import with_setup, written

PDF = b"%PDF-1.7 \x00\xff\r\n." * 500


def opened(draft: bytes) -> EmailMessage:
    message = message_from_bytes(draft, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def body_of(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def test_a_draft_parses_back_with_its_attachment_byte_for_byte() -> None:
    mail = Template("Interview: Zoë 王", "Hello,\n\nattached. “Quoted” – 四\n")
    draft = make_draft(mail, PDF, "Interview - Zoe - 2026-11-23.pdf", "panel@example.com")
    assert draft.isascii()
    assert all(len(line) <= 998 for line in draft.split(b"\r\n"))
    message = opened(draft)
    assert message["Subject"] == "Interview: Zoë 王"
    assert message["To"] == "panel@example.com"
    assert message["X-Unsent"] == "1"
    assert (message["From"], message["Date"]) == (None, None)
    assert body_of(message) == mail.body
    [attached] = message.iter_attachments()
    assert attached.get_filename() == "Interview - Zoe - 2026-11-23.pdf"
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_content() == PDF


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x00"])
def test_a_line_break_cannot_add_a_header(end: str) -> None:
    hostile = f"x{end}Bcc: someone@example.com"
    with pytest.raises(MailError, match="subject"):
        make_draft(Template(hostile, ""), PDF, "x.pdf")
    with pytest.raises(MailError, match="address"):
        make_draft(Template("x", ""), PDF, "x.pdf", hostile)
    with pytest.raises(MailError, match="subject"):
        mailto_url(Template(hostile, ""))


def test_a_line_break_in_a_name_becomes_a_space() -> None:
    interview = with_setup(scored().interview, candidate="Ada\nBcc: someone@example.com")
    mail = filled(default_template(DocumentKind.RUBRIC), interview, "x.pdf")
    assert opened(make_draft(mail, PDF, "x.pdf"))["Subject"] == (
        "Interview: Ada Bcc: someone@example.com"
    )


def test_placeholders_take_the_interviews_words_and_others_stay() -> None:
    template = Template("{candidate}, {role}", "{file} {interviewer} {salary} {} {0.x} {{role}}")
    found = filled(template, written(), "a.pdf")
    assert found.subject == "Amara Okonkwo-Lindqvist, Principal ML Engineer"
    assert found.body == "a.pdf N. Adeyemi {salary} {} {0.x} {Principal ML Engineer}"


def test_a_placeholder_in_a_name_is_not_filled_again() -> None:
    interview = with_setup(written(), candidate="{interviewer}")
    assert filled(Template("{candidate}", ""), interview, "").subject == "{interviewer}"


@pytest.mark.parametrize("kind", DocumentKind)
def test_the_default_mail_says_nothing_of_the_verdict(kind: DocumentKind) -> None:
    mail = filled(default_template(kind), written(), file_name(written(), "pdf", kind=kind))
    text = f"{mail.subject} {mail.body}".casefold()
    assert not any(word in text for word in ("hire", "exceeds", "recommend", "{", "sent"))
    if kind is DocumentKind.FEEDBACK:
        assert "adeyemi" not in text


@pytest.mark.parametrize("name", ["Zoë, “CV”'s.pdf", "四.pdf", "", "a\nb.pdf"])
def test_the_attachment_has_a_name_that_every_program_takes(name: str) -> None:
    [attached] = opened(make_draft(Template("x", "y"), PDF, name)).iter_attachments()
    found = attached.get_filename()
    assert found
    assert found.isascii()
    assert not set(found) & set(",'\"“\n")


def test_an_address_to_open_gives_subject_and_body_back() -> None:
    mail = Template("A & B? 100% 四", "First line\nsecond & last = #1")
    parts = urlsplit(mailto_url(mail, "a@example.com"))
    fields = parse_qs(parts.query, strict_parsing=True)
    assert (parts.scheme, parts.path) == ("mailto", "a@example.com")
    assert fields == {"subject": [mail.subject], "body": [mail.body.replace("\n", "\r\n")]}


@given(body=st.text(st.characters(exclude_categories=["Cs"]), max_size=3_000))
def test_an_address_to_open_is_never_too_long(body: str) -> None:
    url = mailto_url(Template("Interview", body), "a@example.com")
    assert len(url) <= MAILTO_LIMIT
    assert url.isascii()


def test_a_body_that_is_cut_says_so_and_an_endless_subject_is_refused() -> None:
    body = parse_qs(urlsplit(mailto_url(Template("x", "四" * 2_000))).query)["body"][0]
    assert body == "四" * (len(body) - 1) + "…"
    with pytest.raises(MailError, match="subject is too long"):
        mailto_url(Template("x" * 2_000, ""))
