import os
from pathlib import Path

import pytest

from interview_desk.interview.packet import SIZE_LIMIT, PacketError, packet_schema, write_packet
from interview_desk.report.documents.short import SHORT
from interview_desk.report.incoming import PDF_LIMIT, read_incoming
from interview_desk.report.options import ReportOptions
from interview_desk.report.pdf.make import make_document
from interview_desk.resources import resource
from tests.helpers.samples import scored

FILES = Path(__file__).with_name("files")


def test_a_packet_and_a_pdf_that_carries_one_are_read(tmp_path: Path) -> None:
    packet, pdf = tmp_path / "a.json", tmp_path / "b.txt"
    packet.write_bytes(write_packet(scored().interview))
    pdf.write_bytes(make_document(SHORT, scored().interview, ReportOptions()))
    assert read_incoming(packet) == scored().interview
    assert read_incoming(pdf) == scored().interview


def test_a_missing_file_and_a_folder_are_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(PacketError, match=r"“gone\.json” is not there"):
        read_incoming(tmp_path / "gone.json")
    with pytest.raises(PacketError, match="is no file"):
        read_incoming(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="pipes and links as POSIX has them")
def test_a_pipe_is_not_waited_for_and_a_link_in_a_circle_not_followed(tmp_path: Path) -> None:
    pipe, circle = tmp_path / "pipe", tmp_path / "circle"
    os.mkfifo(pipe)
    circle.symlink_to(circle)
    with pytest.raises(PacketError, match="is no file"):
        read_incoming(pipe)
    with pytest.raises(PacketError, match=r"cannot be read|is not there"):
        read_incoming(circle)


@pytest.mark.parametrize("name", ["nul\0.json", "x" * 300])
def test_a_name_that_no_file_can_have_is_told_in_words(name: str, tmp_path: Path) -> None:
    with pytest.raises(PacketError, match=r"cannot be read|is not there"):
        read_incoming(tmp_path / name)


@pytest.mark.parametrize(
    ("begin", "limit", "words"),
    [(b"{", SIZE_LIMIT, "larger than 32 MB"), (b"%PDF-1.7", PDF_LIMIT, "larger than 100 MB")],
)
def test_a_file_that_is_too_large_is_not_read(
    begin: bytes, limit: int, words: str, tmp_path: Path
) -> None:
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.write(begin)
        # A hole: it takes no room on the disk.
        file.truncate(50 * limit)
    with pytest.raises(PacketError, match=words):
        read_incoming(path)


@pytest.mark.parametrize("data", [b"", b"null", b"\xff\xfe", b"[" * 1_000_000, b"PK\x03\x04"])
def test_what_is_no_packet_is_told_in_words(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "odd.json"
    path.write_bytes(data)
    with pytest.raises(PacketError, match="no interview file of Interview Desk"):
        read_incoming(path)


def test_a_packet_of_the_first_version_is_read_for_ever() -> None:
    """Never written anew: it is what the first release wrote."""
    interview = read_incoming(FILES / "packet-1.json")
    assert interview.setup.candidate == "Amara Okonkwo-Lindqvist"
    assert len(interview.notes) == 19
    assert len(interview.sightings) == 16
    assert len(interview.amendments) == 1
    assert interview.lock is not None
    assert interview.rating(4).level == "Exceeds"
    assert interview.timeline.pauses()[0].reason == "dropped call"
    assert interview.feedback.text.endswith("良い質問でした。")
    assert [phase.minutes.low for phase in interview.guide.phases] == [8, 10, 15, 8, 5]


def test_the_schema_that_ships_is_that_of_the_packets() -> None:
    # After a change that old packets survive: write packet_schema() there.
    assert resource("schema", "packet-2.json").read_bytes() == packet_schema()
