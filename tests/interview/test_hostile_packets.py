"""Whatever is given as a packet, it is read whole or refused in words, and nothing else."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.errors import UserError
from interview_desk.interview.change import Change, edits
from interview_desk.interview.checks import check
from interview_desk.interview.evidence import evidence_counts
from interview_desk.interview.packet import (
    SIZE_LIMIT,
    PacketError,
    packet_schema,
    read_packet,
    write_packet,
)
from tests.helpers.samples import scored

WHOLE = write_packet(scored().interview)
DOCUMENT = json.loads(WHOLE)
Document = dict[str, Any]


def changed(change: Callable[[Document], object]) -> bytes:
    """The sample packet with one thing changed."""
    document: Document = json.loads(WHOLE)
    change(document)
    return json.dumps(document).encode()


def setting(path: str, value: object) -> bytes:
    """The sample packet with another value at ``notes.0.text`` and the like."""
    *way, last = path.split(".")

    def change(document: Document) -> None:
        place: Any = document
        for step in way:
            place = place[int(step) if step.isdigit() else step]
        place[int(last) if last.isdigit() else last] = value

    return changed(change)


def read_or_refused(data: bytes) -> bool:
    """Whether it was read; what is read can be looked at."""
    try:
        interview = read_packet(data)
    except PacketError:
        return False
    check(interview)
    evidence_counts(interview)
    return True


def test_the_sample_itself_is_read() -> None:
    assert read_or_refused(WHOLE)
    assert issubclass(PacketError, UserError)


@given(st.binary(max_size=200))
def test_random_bytes_are_refused(data: bytes) -> None:
    assert not read_or_refused(data)


@given(st.integers(0, len(WHOLE) - 2))
def test_a_packet_that_was_cut_off_is_refused(length: int) -> None:
    assert not read_or_refused(WHOLE[:length].rstrip())


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1))
def test_flipped_bytes_never_crash(flips: list[tuple[int, int]]) -> None:
    data = bytearray(WHOLE)
    for place, value in flips:
        data[place] = value
    read_or_refused(bytes(data))


LEAVES = [
    "uid", "created_ms", "guide", "setup", "setup.candidate", "setup.length_minutes",
    "setup.areas", "notes", "notes.0", "notes.0.id", "notes.0.at", "notes.0.at.wall_ms",
    "notes.0.at.mono_ms", "notes.0.at.boot", "notes.0.text", "notes.0.kind",
    "notes.0.dimensions", "sightings.0.indicator", "sightings.0.note", "clock", "clock.0.kind",
    "clock.0.phase", "clock.0.shift_ms", "clock.0.at.mono_ms", "ticks.0.item", "past_cues.0.cue",
    "ratings.0.dimension", "ratings.0.level", "reviews.0.observed", "verdict.step", "lock",
    "understood", "understood.phases", "understood.phases.0", "understood.phases.0.minutes",
    "understood.dimensions.0.levels", "understood.dimensions.0.levels.0.name", "understood.steps",
    "understood.phases.0.strong_signals.0", "understood.phases.0.strong_signals.0.key",
    "understood.phases.0.strong_signals.0.kind", "understood.reading", "understood.headings",
    "understood.banks.0.questions", "understood.before.0.key", "understood.duration",
]  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@given(st.sampled_from(LEAVES), JSON)
def test_a_wrong_value_anywhere_never_crashes(path: str, value: object) -> None:
    read_or_refused(setting(path, value))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("uid", ""), ("uid", "../../etc/passwd"), ("uid", "a" * 65), ("uid", "ü"),
        ("created_ms", -1), ("created_ms", 2**53), ("guide", ""), ("guide", "a\x00b"),
        ("guide", "x" * 1_000_001), ("understood", {}), ("understood.phases", []),
        ("understood.phases.0.number", 2), ("understood.phases.0.minutes.low", 0),
        ("understood.phases.0.minutes.high", 10**9), ("understood.dimensions.0.number", 0),
        ("understood.dimensions.0.levels", []), ("understood.dimensions.0.levels.0.name", "Meets"),
        ("understood.phases.0.strong_signals.0.key", "p1.s2"), ("understood.title", ""),
        ("understood.phases.0.strong_signals.0.dimensions", [9]), ("understood.steps", ["One"]),
        ("understood.phases.1.areas.0.probes.0.text", "a\x01"), ("understood.duration.low", -1),
        ("setup.length_minutes", 14), ("setup.length_minutes", 10**400),
        ("setup.reserve_minutes", 46), ("setup.areas", ["p9.a9"]),
        ("notes.0.text", ""), ("notes.0.text", "a\x00b"), ("notes.0.text", "\ud800"),
        ("notes.0.text", "x" * 200_001),
        ("notes.0.kind", "verdict"), ("notes.0.dimensions", [3]), ("notes.0.dimensions", [0]),
        ("notes.0.id", 0), ("notes.0.id", 2**53), ("notes.0.at.wall_ms", 2**53 - 1),
        ("notes.0.at.mono_ms", 2**63), ("notes.0.at.boot", "b" * 65),
        ("sightings.0.indicator", "p9.s9"), ("sightings.0.note", 999),
        ("ticks.0.item", "q9.9"), ("clock.0.phase", 3), ("clock.0.shift_ms", 2**52),
        ("ratings.0.level", "Superb"), ("ratings.0.not_enough", True),
        ("ratings.0.dimension", 3), ("reviews.0.indicator", "d9"), ("verdict.step", "Maybe"),
        ("version", "1"), ("version", 0), ("format", "another/format"),
    ],
)  # fmt: skip
def test_what_no_interview_has_is_refused(path: str, value: object) -> None:
    assert not read_or_refused(setting(path, value))


@pytest.mark.parametrize("kind", ["notes", "sightings", "ticks", "clock", "ratings", "reviews"])
def test_two_records_of_one_identity_are_refused(kind: str) -> None:
    assert not read_or_refused(changed(lambda document: document[kind].append(document[kind][0])))


def test_one_number_for_two_records_of_different_kinds_is_refused() -> None:
    note_id = json.loads(WHOLE)["notes"][0]["id"]
    assert not read_or_refused(setting("sightings.0.id", note_id))


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"format": "interview-desk/packet", "version": 1, "x": ' + b"[" * 100_000,
        WHOLE.rstrip()[:-1] + b', "x": ' + b'{"a":' * 100_000 + b"1" + b"}" * 100_001,
    ],
    ids=["lists", "objects", "in an unknown key", "well formed in an unknown key"],
)
def test_deep_nesting_is_refused(data: bytes) -> None:
    assert not read_or_refused(data)


@pytest.mark.parametrize(("depth", "read"), [(40, True), (500, False)])
def test_how_deep_a_packet_may_be_does_not_hang_on_the_python(depth: int, read: bool) -> None:
    nested = b"[" * depth + b'"a } and a \\" ]"' + b"]" * depth
    assert read_or_refused(WHOLE.rstrip()[:-1] + b', "x": ' + nested + b"}") is read


@pytest.mark.parametrize("digits", [20, 400, 10_000])
def test_numbers_beyond_all_bounds_are_refused(digits: int) -> None:
    number = b'"version": ' + b"9" * digits
    assert WHOLE.count(b'"version": 2') == 1
    assert not read_or_refused(WHOLE.replace(b'"version": 2', number))


def test_keys_from_elsewhere_are_kept_as_they_came() -> None:
    packet = changed(lambda document: document.update(colour="blue", nested={"a": [1e400]}))
    interview = read_packet(packet.replace(b"Infinity", b"1e400"))
    assert replace(interview, unknown="") == scored().interview
    again = write_packet(interview)
    assert b'"colour": "blue"' in again
    assert b"1e400" in again
    assert read_packet(again) == interview


def test_keys_from_elsewhere_stay_with_their_record() -> None:
    def change(document: Document) -> None:
        document["notes"][0]["picture"] = "of a board"
        document["setup"]["__class__"] = "team"
        document["sightings"][0]["text"] = "no text of ours"

    interview = read_packet(changed(change))
    again = json.loads(write_packet(interview))
    assert [note.get("picture") for note in again["notes"]] == ["of a board", None]
    assert again["setup"]["__class__"] == "team"
    assert again["sightings"][0]["text"] == "no text of ours"
    # It is sealed anew, as it is written.
    given = json.loads(changed(change))
    assert again.pop("seal") != given.pop("seal")
    assert again == given


def test_a_record_that_is_gone_leaves_its_keys_to_no_other() -> None:
    last = max(each["id"] for name in ("notes", "sightings", "clock") for each in DOCUMENT[name])
    packet = changed(lambda document: document["clock"][-1].update(colour="blue"))
    interview = read_packet(packet)
    gone = Change("gone", edits([(interview.clock_events[-1], None)]))
    shorter = interview.apply(gone)
    assert interview.clock_events[-1].id == last
    assert shorter.next_id > last
    assert b"blue" not in write_packet(shorter)


@pytest.mark.parametrize("text", ["", "# No phases"])
def test_a_packet_of_version_1_needs_a_text_that_is_a_guide(text: str) -> None:
    def change(document: Document) -> None:
        document["guide"], document["version"] = text, 1

    with pytest.raises(PacketError, match="guide inside the interview file cannot be read"):
        read_packet(changed(change))


def test_a_packet_of_version_1_is_read_from_its_text() -> None:
    packet = changed(lambda document: (document.pop("understood"), document.update(version=1)))
    assert read_packet(packet) == scored().interview


def test_a_newer_packet_says_how_to_read_it() -> None:
    with pytest.raises(PacketError, match=r"newer Interview Desk \(format 3.*Update"):
        read_packet(setting("version", 3))


def test_a_packet_beyond_all_sizes_is_not_read() -> None:
    with pytest.raises(PacketError, match="larger than 32 MB"):
        read_packet(b" " * (SIZE_LIMIT + 1))


def test_too_many_records_are_refused() -> None:
    pauses = [
        {"id": 1_000 + i, "kind": "pause", "at": {"wall_ms": 0, "mono_ms": i, "boot": "b"}}
        for i in range(6_000)
    ]
    assert not read_or_refused(changed(lambda document: document["clock"].extend(pauses)))


def test_the_schema_is_json_and_names_every_list() -> None:
    packet = json.loads(packet_schema())["$defs"]["Packet"]
    assert {"notes", "sightings", "clock", "ratings"} <= set(packet["properties"])
