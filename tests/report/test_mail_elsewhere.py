"""A mail draft as a program reads it that shares nothing with the one that wrote it."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from interview_desk.report.documents.kind import MailTemplate
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.file_names import file_name
from interview_desk.report.mail import make_draft
from interview_desk.report.options import ReportOptions
from interview_desk.report.pdf.make import make_document
from tests.report.written_interview import written

# Perl's MIME-tools, which stand behind many mail filters.
_READER = r"""
use strict; use warnings; use MIME::Parser; use Encode; use JSON::PP;
my $parser = MIME::Parser->new; $parser->output_under($ARGV[1]);
my $mail = $parser->parse_open($ARGV[0]);
my ($body, $attached) = $mail->parts;
sub head { my $found = $mail->head->get($_[0]); return undef unless defined $found;
  $found = decode("MIME-Header", $found); $found =~ s/\s+\z//; return $found }
print JSON::PP->new->ascii->encode({
  subject => head("Subject"), unsent => head("X-Unsent"), from => head("From"),
  date => head("Date"), tags => [sort $mail->head->tags], parts => scalar($mail->parts),
  body => decode("UTF-8", $body->bodyhandle->as_string),
  type => $attached->effective_type, name => $attached->head->recommended_filename,
  file => $attached->bodyhandle->path, problems => [$parser->results->msgs]});
"""


def perl(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["perl", *map(str, arguments)], capture_output=True, text=True, timeout=30, check=False
    )


def without_reader() -> str:
    """Why the drafts cannot be read here; empty if they can."""
    if shutil.which("perl") is None:
        return "perl is not installed"
    found = perl("-MMIME::Parser", "-MJSON::PP", "-e", "1").returncode == 0
    return "" if found else "Perl has no MIME::Parser (Debian: libmime-tools-perl)"


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    if reason := without_reader():
        pytest.skip(reason)
    return tmp_path


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("Interview: Zoë 王 – “draft”", "Hello,\n\nattached: 四, naïve, 🙂.\n.\nFrom here on\n"),
        ("Plain", "Short.\n"),
        ("Interview: =?utf-8?q?Ada=0ABcc:_evil@example.com?=", "Short.\n"),
        ("A long subject about the interview " * 8 + "ends", "word " * 400 + "\n"),
    ],
)
def test_another_program_reads_the_draft_as_it_was_written(
    drafts: Path, subject: str, body: str
) -> None:
    interview = written()
    document = make_document(RUBRIC, interview, ReportOptions())
    name = file_name(interview, "pdf")
    path = drafts / "draft.eml"
    path.write_bytes(make_draft(MailTemplate(subject, body), document, name))

    read = perl("-e", _READER, path, drafts)

    assert read.stderr == ""
    mail = json.loads(read.stdout)
    assert mail["problems"] == []
    assert (mail["subject"], mail["body"].replace("\r\n", "\n")) == (subject, body)
    assert (mail["unsent"], mail["from"], mail["date"]) == ("1", None, None)
    assert mail["tags"] == ["Content-Type", "MIME-Version", "Subject", "X-Unsent"]
    assert (mail["parts"], mail["type"], mail["name"]) == (2, "application/pdf", name)
    assert Path(mail["file"]).read_bytes() == document
