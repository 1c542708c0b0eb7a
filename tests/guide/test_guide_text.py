"""What is no text, or no text that a guide can be, is refused with a reason."""

import pytest

from interview_desk.guide.faults import Fault, GuideError
from interview_desk.guide.parse.reader import read_guide
from interview_desk.guide.text import decode_guide
from tests.guide.guide_texts import SHIPPED, SMALL


def refused(data: bytes) -> Fault:
    with pytest.raises(GuideError) as caught:
        decode_guide(data)
    (fault,) = caught.value.faults
    assert fault.remedy
    return fault


def test_a_byte_order_mark_and_foreign_line_ends_change_nothing() -> None:
    for end in (b"\n", b"\r\n", b"\r"):
        data = b"\xef\xbb\xbf" + SMALL.encode().replace(b"\n", end)
        assert decode_guide(data) == SMALL


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \n\t\r\n"])
def test_an_empty_file(data: bytes) -> None:
    assert refused(data).message == "The guide is empty"


def test_a_file_of_five_megabytes() -> None:
    assert refused(b"# x\n" * 1_250_000).message == "The guide is larger than 1 MB"


def test_binary_files_are_named_as_such_with_the_line() -> None:
    fault = refused(b"# Title\n\nPK\x03\x04\x00\x00")
    assert (fault.line, fault.message) == (3, "The file is not text: it holds a NUL byte")
    assert refused(bytes(range(256))).message == "The file is not text: it holds a NUL byte"


def test_other_encodings_are_refused_with_the_line() -> None:
    fault = refused(SMALL.encode() + "Grüße".encode("latin-1"))
    assert (fault.line, fault.message) == (SMALL.count("\n") + 1, "The file is not UTF-8 text")
    assert refused(SMALL.encode("utf-16")).message == "The file is UTF-16, not UTF-8"


def test_control_characters_are_refused_with_the_line() -> None:
    fault = refused(b"# Title\nred\x1b[31m")
    assert fault.line == 2
    assert fault.message == "There is a control character (U+001B) in the text"


@pytest.mark.parametrize("text", ["", "a\x00b", "\ud800", "x" * 1_000_001])
def test_text_from_a_packet_is_checked_like_a_file(text: str) -> None:
    with pytest.raises(GuideError):
        read_guide(text)


HOSTILE = {
    "quotes in quotes": ">" * 10_000,
    "lists in lists": "- " * 400_000,
    "a staircase of lists": "\n".join(" " * (2 * depth) + "- a" for depth in range(900)),
    "stars": "*" * 999_999,
    "brackets": "[" * 999_999,
    "images": "![" * 9_999,
    "hashes": "#" * 999_999,
    "back ticks": "`" * 999_999,
    "tags": "<a " * 333_333,
    "entities": "&a;" * 333_333,
    "one word": "x" * 999_999,
    "line ends": "\n" * 999_998 + "x",
    "lazy quotes": ">" * 20 + "a\n" * 19_000,
    "definitions": "".join(f"[a{number}]: b\n" for number in range(19_000)),
    "dimensions": "## Rubric\n" + "### 1. a\n" * 19_000,
    "levels": "## Rubric\n### 1. a\n" + "- a\n" * 19_000,
    "phases": "# Phase 1: a (5 min)\n" * 19_000,
    "numbers": f"# Phase 1: {'1-' * 140}min\n" * 900,
    "quotation marks": "## Phase 1: a (5 min)\n**What to do**:\n"
    + ("- " + '"' * 3_999 + "\n") * 90,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_ends_in_faults(text: str) -> None:
    with pytest.raises(GuideError) as caught:
        read_guide(text)
    assert 1 <= len(caught.value.faults) <= 100
    assert len(str(caught.value)) < 500


def test_html_stays_text() -> None:
    guide = read_guide(SMALL.replace("Asks why", "<script>alert(1)</script>"))
    assert guide.indicators["p1.s2"].text == "<script>alert(1)</script>"


def test_the_shipped_guide_may_be_saved_by_any_editor() -> None:
    data = SHIPPED.read_bytes()
    windows = b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")
    assert read_guide(decode_guide(windows)) == read_guide(decode_guide(data))
