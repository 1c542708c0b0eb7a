import re
import unicodedata
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import compat32, default
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.report.documents.feedback import FEEDBACK
from interview_desk.report.documents.kind import DocumentKind, MailTemplate
from interview_desk.report.documents.registry import DOCUMENTS
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.file_names import file_name
from interview_desk.report.mail import (
    MAILTO_LIMIT,
    MailError,
    mailto_url,
    make_draft,
)
from interview_desk.report.mail_words import filled
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
    mail = MailTemplate("Interview: Zoë 王", "Hello,\n\nattached. “Quoted” – 四\n")
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


ENDS = ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\x00", "\ud800"]
HEADS = {"Subject", "X-Unsent", "MIME-Version", "Content-Type"}
TRICKS = [
    "=?utf-8?q?Ada=0ABcc:_evil@example.com?=",
    "=?utf-8?b?QWRhDQpCY2M6IGV2aWxAZXhhbXBsZS5jb20=?=",
    "=?us-ascii?q?Ada=0D=0ABcc:_e@example.com?= =?utf-8?q?x?=",
    "a =?x?q?y", "=?=", "?=", "=?utf-8?q??=", "=?unknown?q?a?=", "=?utf-8*en?q?a?=",
    "Bcc: evil@example.com", ": x", "a: b; c=d", '"quoted" (comment) <x@y.z>, group: a@b;',
    "Zoë =?utf-8?q?=0A?= 王", "two  spaces", "a\u00a0b", "\u2066left", "tab\tin",
    "x" * 2_500, "word " * 400 + "end", "四" * 700, "é" * 61, "=" * 80, "?= " * 50 + "x",
]  # fmt: skip


@pytest.mark.parametrize("trick", TRICKS)
def test_a_name_is_read_back_as_it_is_and_adds_no_header(trick: str) -> None:
    interview = with_setup(scored().interview, candidate=trick)
    mail = filled(MailTemplate("Interview: {candidate}", "Hello {candidate}"), interview, "x.pdf")
    draft = make_draft(mail, PDF, "x.pdf")
    assert all(len(line) <= 998 for line in draft.split(b"\r\n"))
    assert draft.isascii()
    plain = " ".join(trick.replace("\u2066", "").split())
    for policy in (default, compat32):
        assert set(message_from_bytes(draft, policy=policy).keys()) == HEADS
    message = opened(draft)
    assert message["Subject"] == f"Interview: {plain}"
    assert str(make_header(decode_header(message_from_bytes(draft)["Subject"]))) == (
        f"Interview: {plain}"
    )
    assert body_of(message) == f"Hello {plain}\n"
    [attached] = message.iter_attachments()
    assert attached.get_content() == PDF


@pytest.mark.parametrize("trick", TRICKS)
def test_a_name_says_nothing_else_in_an_address_to_open(trick: str) -> None:
    interview = with_setup(scored().interview, candidate=trick)
    mail = filled(MailTemplate("{candidate}", "{candidate}"), interview, "x.pdf")
    if len(trick) > 600:
        with pytest.raises(MailError, match="too long"):
            mailto_url(mail)
        return
    url = mailto_url(mail)
    fields = parse_qs(urlsplit(url).query, strict_parsing=True, keep_blank_values=True)
    assert set(fields) == {"subject", "body"}
    assert "=?" not in fields["subject"][0]
    assert fields["subject"][0].replace("= ?", "=?") == mail.subject.replace("= ?", "=?")


@given(text=st.text(max_size=120))
def test_any_subject_is_read_back_as_it_is_or_refused(text: str) -> None:
    try:
        draft = make_draft(MailTemplate(text, text), PDF, "x.pdf")
    except MailError:
        assert any(unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp", "Cf"} for char in text)
        return
    message = opened(draft)
    assert set(message.keys()) == HEADS
    assert message["Subject"] == text.strip()
    assert len(message["Subject"].defects) == 0


@pytest.mark.parametrize("to", ["a@example.com", "a@example.com, b.c+d@e-f.example.org", " a@b "])
def test_addresses_are_read_back(to: str) -> None:
    message = opened(make_draft(MailTemplate("x", "y"), PDF, "x.pdf", to))
    assert [each.addr_spec for each in message["To"].addresses] == [
        each.strip() for each in to.split(",")
    ]
    assert set(message.keys()) == HEADS | {"To"}
    path = urlsplit(mailto_url(MailTemplate("x", "y"), to)).path
    assert unquote(path) == to.replace(" ", "")


def test_very_many_addresses_stay_in_lines_that_every_server_takes() -> None:
    to = ", ".join(f"somebody-{number}@example.org" for number in range(200))
    draft = make_draft(MailTemplate("x", "y"), PDF, "x.pdf", to)
    assert all(len(line) <= 998 for line in draft.split(b"\r\n"))
    assert len(opened(draft)["To"].addresses) == 200


@pytest.mark.parametrize(
    "to",
    [
        *TRICKS[:10], "zoë@example.org", "a@exämple.org", "a", "@b", "a@", "a@b@c", "a b@c.de",
        "group: a@b.de;", "a@b.de; c@d.de", "a@b.de (boss)", '"a b"@c.de', "Boss <a@b.de>",
        "a@b..de", "a@b.de,", ",", "=?utf-8?q?a?=@b.de", "a@b.de?bcc=c@d.de", "a@b.de&cc=x",
        "x" * 65 + "@a.de", "a@b\u202e.de", "a@[127.0.0.1]", ".a@b.de", "a..b@c.de", "a@-b.de",
    ],
)  # fmt: skip
def test_what_is_no_address_is_told_in_words(to: str) -> None:
    with pytest.raises(MailError, match="no mail address"):
        make_draft(MailTemplate("x", "y"), PDF, "x.pdf", to)
    with pytest.raises(MailError, match="no mail address"):
        mailto_url(MailTemplate("x", "y"), to)


def test_what_no_text_has_is_left_out_of_the_mail() -> None:
    mail = MailTemplate("x", "a\ud800b\x00c\u2028d\x0ce\r\nFrom f\n.\n")
    assert body_of(opened(make_draft(mail, PDF, "x.pdf"))) == "abc\u2028d\ne\nFrom f\n.\n"
    assert "%00" not in mailto_url(mail)


@pytest.mark.parametrize("end", ENDS)
def test_a_line_break_cannot_add_a_header(end: str) -> None:
    hostile = f"x{end}Bcc: someone@example.com"
    with pytest.raises(MailError, match="subject"):
        make_draft(MailTemplate(hostile, ""), PDF, "x.pdf")
    with pytest.raises(MailError, match="address"):
        make_draft(MailTemplate("x", ""), PDF, "x.pdf", hostile)
    with pytest.raises(MailError, match="subject"):
        mailto_url(MailTemplate(hostile, ""))


def test_a_line_break_in_a_name_becomes_a_space() -> None:
    interview = with_setup(scored().interview, candidate="Ada\nBcc: someone@example.com")
    mail = filled(RUBRIC.mail, interview, "x.pdf")
    assert opened(make_draft(mail, PDF, "x.pdf"))["Subject"] == (
        "Interview: Ada Bcc: someone@example.com"
    )


def test_placeholders_take_the_interviews_words_and_others_stay() -> None:
    template = MailTemplate(
        "{candidate}, {role}", "{file} {interviewer} {salary} {} {0.x} {{role}}"
    )
    found = filled(template, written(), "a.pdf")
    assert found.subject == "Amara Okonkwo-Lindqvist, Principal ML Engineer"
    assert found.body == "a.pdf N. Adeyemi {salary} {} {0.x} {Principal ML Engineer}"


def test_a_placeholder_in_a_name_is_not_filled_again() -> None:
    interview = with_setup(written(), candidate="{interviewer}")
    assert filled(MailTemplate("{candidate}", ""), interview, "").subject == "{interviewer}"


@pytest.mark.parametrize("kind", DOCUMENTS, ids=str)
def test_the_default_mail_says_nothing_of_the_verdict(kind: DocumentKind) -> None:
    mail = filled(kind.mail, written(), file_name(written(), "pdf", kind=kind))
    text = f"{mail.subject} {mail.body}".casefold()
    assert not any(word in text for word in ("hire", "exceeds", "recommend", "{", "sent"))
    if kind is FEEDBACK:
        assert "adeyemi" not in text


@pytest.mark.parametrize(
    ("file", "name", "plain"),
    [
        ("Interview - Zoe - 2026-11-23.pdf",) * 3,
        ("面试.pdf", "面试.pdf", "document.pdf"),
        ("Отчёт 2.PDF", "Отчёт 2.pdf", "2.pdf"),
        ("Gespräch Zoë.pdf", "Gespräch Zoë.pdf", "Gesprach Zoe.pdf"),
        ("Zoë, “CV”'s.pdf", "Zoë “CV” s.pdf", "Zoe CV s.pdf"),
        ("مقابلة.pdf", "مقابلة.pdf", "document.pdf"),
        ("", "document.pdf", "document.pdf"),
        (".pdf", "document.pdf", "document.pdf"),
        ("..", "document.pdf", "document.pdf"),
        ("report", "report.pdf", "report.pdf"),
        ("CON.pdf", "CON_.pdf", "CON_.pdf"),
        ("lpt1.x.pdf", "lpt1.x_.pdf", "lpt1.x_.pdf"),
        ("a\nb.pdf", "ab.pdf", "ab.pdf"),
        ("a/../b.pdf", "a .. b.pdf", "a .. b.pdf"),
        ("gp\u202efdp.exe.pdf", "gpfdp.exe.pdf", "gpfdp.exe.pdf"),
        ("x" * 250 + ".pdf", "x" * 120 + ".pdf", "x" * 120 + ".pdf"),
        ("四" * 90 + ".pdf", "四" * 66 + ".pdf", "document.pdf"),
    ],
)  # fmt: skip
def test_the_attachment_keeps_its_name_and_has_a_plain_one(
    file: str, name: str, plain: str
) -> None:
    draft = make_draft(MailTemplate("x", "y"), PDF, file)
    assert draft.isascii()
    [attached] = opened(draft).iter_attachments()
    assert attached.get_filename() == name
    assert attached.get_param("name") == plain
    *_, old = message_from_bytes(draft, policy=compat32).walk()
    assert old.get_filename() == name


@given(st.text(max_size=300))
def test_any_attachment_has_a_name_that_every_system_takes(file: str) -> None:
    [attached] = opened(make_draft(MailTemplate("x", "y"), PDF, file)).iter_attachments()
    name, plain = str(attached.get_filename()), str(attached.get_param("name"))
    assert plain.isascii()
    for each in (name, plain):
        assert each.endswith(".pdf")
        assert each[0] not in " ."
        assert len(each.encode()) <= 255
        assert not set(each) & set("<>:\"/\\|?*,;'\n\r\t\0")


@pytest.mark.parametrize("name", TRICKS)
def test_a_name_of_an_attachment_adds_no_header(name: str) -> None:
    draft = make_draft(MailTemplate("x", "y"), PDF, name)
    for policy in (default, compat32):
        message = message_from_bytes(draft, policy=policy)
        assert set(message.keys()) == HEADS
        *_, attached = message.walk()
        assert {each.lower() for each in attached} == {
            "content-type", "content-transfer-encoding", "content-disposition", "mime-version",
        }  # fmt: skip


def test_an_address_to_open_gives_subject_and_body_back() -> None:
    mail = MailTemplate("A & B? 100% 四", "First line\nsecond & last = #1")
    parts = urlsplit(mailto_url(mail, "a@example.com"))
    fields = parse_qs(parts.query, strict_parsing=True)
    assert (parts.scheme, parts.path) == ("mailto", "a@example.com")
    assert fields == {"subject": [mail.subject], "body": [mail.body.replace("\n", "\r\n")]}


@given(body=st.text(st.characters(exclude_categories=["Cs"]), max_size=3_000))
def test_an_address_to_open_is_never_too_long(body: str) -> None:
    url = mailto_url(MailTemplate("Interview", body), "a@example.com")
    assert len(url) <= MAILTO_LIMIT
    assert url.isascii()


def test_a_body_that_is_cut_says_so_and_an_endless_subject_is_refused() -> None:
    body = parse_qs(urlsplit(mailto_url(MailTemplate("x", "四" * 2_000))).query)["body"][0]
    assert body == "四" * (len(body) - 1) + "…"
    with pytest.raises(MailError, match="subject is too long"):
        mailto_url(MailTemplate("x" * 2_000, ""))


@pytest.mark.parametrize("kind", DOCUMENTS, ids=lambda kind: kind.key)
def test_what_is_not_known_leaves_no_comma_behind(kind: DocumentKind) -> None:
    interview = with_setup(written(), candidate="Ada", role="", interviewer=" ")
    mail = filled(kind.mail, interview, "report.pdf")
    assert not mail.subject.endswith((",", ":", " "))
    assert not re.search(r"[,;:] *\.|, *$", mail.body.partition("\n")[2], re.MULTILINE)
    assert mail.body == mail.body.rstrip()
    own = MailTemplate(
        "{candidate}, {role}: {file}", "{role}, for {candidate} {unknown}\n{interviewer}"
    )
    assert filled(own, interview, "a.pdf") == MailTemplate("Ada: a.pdf", ", for Ada {unknown}")
