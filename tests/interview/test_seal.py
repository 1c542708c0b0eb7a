"""The seal of a packet: a slip shows, and other programs can work it out."""

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.interview.packet import read_packet, write_packet
from interview_desk.interview.seal import Seal, read_seal, seal_of
from tests.helpers.actions import play, steps
from tests.helpers.samples import scored

WHOLE = write_packet(scored().interview)


def by_hand(packet: bytes) -> str:
    """As the documentation tells it."""
    members = json.loads(packet)
    members.pop("seal", None)
    text = json.dumps(members, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def test_a_packet_is_sealed_as_the_documentation_says() -> None:
    assert read_seal(WHOLE)[0] is Seal.FITS
    assert json.loads(WHOLE)["seal"] == seal_of(WHOLE) == by_hand(WHOLE)


@given(steps())
def test_every_packet_is_sealed(script: object) -> None:
    assert isinstance(script, list)
    packet = write_packet(play(script).interview)
    assert read_seal(packet)[0] is Seal.FITS
    assert seal_of(packet) == by_hand(packet)
    assert write_packet(read_packet(packet)) == packet


def test_how_it_is_laid_out_changes_nothing() -> None:
    again = json.dumps(dict(reversed(json.loads(WHOLE).items())), indent=8).encode()
    assert read_seal(again)[0] is Seal.FITS


@pytest.mark.parametrize("old", ["Exceeds", "asked who it is for", "Grace"])
def test_a_word_changed_by_hand_shows(old: str) -> None:
    changed = WHOLE.replace(old.encode(), b"Meets")
    assert changed != WHOLE
    assert read_seal(changed)[0] is Seal.DIFFERS
    # It is read all the same.
    again = read_packet(WHOLE.replace(b"asked who it is for", b"did not ask"))
    assert again.notes[0].text == "did not ask"


def test_without_a_seal_nothing_is_said() -> None:
    members = json.loads(WHOLE)
    del members["seal"]
    assert read_seal(json.dumps(members).encode())[0] is Seal.MISSING


@given(st.text(), st.integers(-(2**53), 2**53))
def test_what_a_newer_version_adds_is_under_the_seal(text: str, number: int) -> None:
    members = {**json.loads(WHOLE), "colour": {"b": [text], "a": number}}
    packet = write_packet(read_packet(json.dumps(members).encode()))
    assert read_seal(packet)[0] is Seal.FITS
    assert seal_of(packet) == by_hand(packet)


def test_a_number_that_nothing_can_hold_leaves_the_packet_without_a_seal() -> None:
    odd = WHOLE.replace(b'{\n "format"', b'{\n "colour": 1e400,\n "format"')
    assert odd != WHOLE
    assert read_seal(write_packet(read_packet(odd)))[0] is Seal.MISSING
