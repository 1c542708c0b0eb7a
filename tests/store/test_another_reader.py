"""What a guide was understood to say stays, however a later release reads its text."""

import gzip
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from interview_desk.guide.faults import Fault
from interview_desk.guide.model import Guide
from interview_desk.guide.parse import reader
from interview_desk.guide.parse.headings import Outline
from interview_desk.guide.parse.parts import Part
from interview_desk.guide.parse.reader import read_guide
from interview_desk.interview.interview import Interview
from interview_desk.interview.packet import read_packet, write_packet
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.options import ReportOptions
from interview_desk.report.text.formats import TextForm, make_text
from interview_desk.store.store import Store
from tests.helpers.samples import prepared, scored, shipped_guide, small_guide

EXAMPLE = Path(__file__).with_name("schema") / "files" / "0001.db.gz"


@dataclass(frozen=True)
class Said:
    """What an interview says to the rest of the world."""

    interview: Interview
    packet: bytes
    report: str

    @classmethod
    def of(cls, interview: Interview) -> "Said":
        report = make_text(RUBRIC, interview, ReportOptions(), TextForm.MARKDOWN)
        return cls(interview, write_packet(interview), report)


def understand_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on every guide is read by a release that takes everything another way."""
    read = reader._guide

    def otherwise(text: str, parts: Sequence[Part], outline: Outline, faults: list[Fault]) -> Guide:
        guide = read(text, parts, outline, faults)
        phases = [
            replace(
                phase,
                title=f"Another {phase.title}",
                strong_signals=phase.strong_signals[1:],
                red_flags=(),
            )
            for phase in guide.phases
        ]
        dimensions = [
            replace(each, title=f"Another {each.title}", levels=each.levels[::-1][:2])
            for each in guide.dimensions
        ]
        return replace(
            guide,
            phases=tuple(phases),
            dimensions=tuple(dimensions),
            disqualifiers=(),
            banks=(),
            before=(),
            steps=("Never", "Always"),
        )

    monkeypatch.setattr(reader, "_guide", otherwise)
    assert read_guide(small_guide().source).steps == ("Never", "Always")


def all_said(path: Path) -> Iterator[Said]:
    with closing(Store.open(path)) as store:
        for row in store.list():
            yield Said.of(store.load(row.row))


def test_another_reader_changes_nothing_that_is_stored(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Store.open(path)) as store:
        store.create(scored().interview)
        store.create(prepared(shipped_guide(), "large"))
    before = [*all_said(path)]
    understand_otherwise(monkeypatch)
    assert [*all_said(path)] == before
    assert len(before) == 2


def test_another_reader_changes_nothing_in_a_file_of_an_earlier_release(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(gzip.decompress(EXAMPLE.read_bytes()))
    before = [*all_said(path)]
    understand_otherwise(monkeypatch)
    assert [*all_said(path)] == before
    assert len(before) == 2


def test_another_reader_changes_nothing_in_a_packet(monkeypatch: pytest.MonkeyPatch) -> None:
    packet = write_packet(scored().interview)
    before = Said.of(read_packet(packet))
    understand_otherwise(monkeypatch)
    assert Said.of(read_packet(packet)) == before
    assert before.packet == packet


def test_one_text_understood_in_two_ways_is_kept_twice(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = scored().interview
    understand_otherwise(monkeypatch)
    new = Interview.of("new", read_guide(old.guide.source), old.created_ms)
    with closing(Store.open(path)) as store:
        rows = [store.create(each) for each in (old, new)]
        assert [store.load(row) for row in rows] == [old, new]
        assert store.queries.choices().guides == ("Small interview",)


def test_opening_an_interview_parses_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = scored().interview
    with closing(Store.open(path)) as store:
        row = store.create(expected)

    def never(*_: object) -> Guide:
        raise AssertionError("a guide was read")

    monkeypatch.setattr(reader, "_guide", never)
    with closing(Store.open(path)) as store:
        assert store.load(row) == expected
