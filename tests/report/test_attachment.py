import zlib
from contextlib import suppress
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.interview.packet import SIZE_LIMIT, PacketError, read_packet
from interview_desk.report.attachment import packet_in_pdf
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.incoming import PDF_LIMIT
from interview_desk.report.options import ReportOptions
from interview_desk.report.pdf.make import make_document
from tests.helpers.samples import scored


@pytest.fixture(scope="module")
def report() -> bytes:
    return make_document(RUBRIC, scored().interview, ReportOptions())


def saved(pdf: pikepdf.Pdf, encryption: pikepdf.Encryption | None = None) -> bytes:
    file = BytesIO()
    pdf.save(file, encryption=encryption or False)
    return file.getvalue()


def carrying(packet: bytes) -> bytes:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        spec = pikepdf.AttachedFileSpec(
            pdf,
            packet,
            description="",
            filename="interview.json",
            mime_type="",
            creation_date="",
            mod_date="",
        )
        pdf.attachments["interview.json"] = spec
        return saved(pdf)


def test_the_interview_in_a_report_reads_back_equal(report: bytes) -> None:
    assert read_packet(packet_in_pdf(report)) == scored().interview


def test_a_report_saved_again_by_another_program_still_gives_its_packet(report: bytes) -> None:
    with pikepdf.open(BytesIO(report)) as pdf:
        again = saved(pdf)
    assert packet_in_pdf(again) == packet_in_pdf(report)


def test_a_pdf_without_a_packet_says_so() -> None:
    bare = make_document(RUBRIC, scored().interview, ReportOptions(include_packet=False))
    with pytest.raises(PacketError, match="carries no interview data"):
        packet_in_pdf(bare)


@pytest.mark.parametrize("data", [b"", b"{}", b"GIF89a" + bytes(2000) + b"%PDF-1.7"])
def test_what_is_no_pdf_is_called_so(data: bytes) -> None:
    with pytest.raises(PacketError, match="not a PDF"):
        packet_in_pdf(data)


def test_a_locked_pdf_asks_for_one_without_a_password(report: bytes) -> None:
    with pikepdf.open(BytesIO(report)) as pdf:
        locked = saved(pdf, pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(PacketError, match="password"):
        packet_in_pdf(locked)


def test_a_pdf_protected_against_changes_only_can_be_read(report: bytes) -> None:
    with pikepdf.open(BytesIO(report)) as pdf:
        guarded = saved(pdf, pikepdf.Encryption(owner="o", user=""))
    assert packet_in_pdf(guarded) == packet_in_pdf(report)


def test_a_packet_that_unpacks_to_too_much_is_refused() -> None:
    bomb = carrying(b"0" * (SIZE_LIMIT + 1))
    assert len(bomb) < 100_000
    with pytest.raises(PacketError, match="larger than 32 MB"):
        packet_in_pdf(bomb)


def test_an_overlong_pdf_is_refused_unread() -> None:
    with pytest.raises(PacketError, match="larger than 100 MB"):
        packet_in_pdf(bytes(PDF_LIMIT + 1))


def test_an_attachment_packed_in_another_way_is_called_damaged(report: bytes) -> None:
    with pikepdf.open(BytesIO(report)) as pdf:
        stream = pdf.attachments["interview.json"].get_file().obj
        stream.write(zlib.compress(b"{}"), filter=pikepdf.Name.LZWDecode)
        odd = saved(pdf)
    with pytest.raises(PacketError, match="damaged"):
        packet_in_pdf(odd)


def test_an_attachment_that_is_no_file_is_called_damaged(report: bytes) -> None:
    with pikepdf.open(BytesIO(report)) as pdf:
        pdf.attachments["interview.json"].obj.EF = pikepdf.Array([])
        odd = saved(pdf)
    with pytest.raises(PacketError):
        packet_in_pdf(odd)


@given(st.data())
def test_a_report_damaged_anywhere_gives_a_packet_or_a_message(
    report: bytes, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(report) - 1))
    junk = data.draw(st.binary(max_size=40))
    damaged = report[:at] + junk + report[at + len(junk) :]
    if data.draw(st.booleans()):
        damaged = damaged[:at]
    with suppress(PacketError):
        read_packet(packet_in_pdf(damaged))
