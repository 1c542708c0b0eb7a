"""What the page about your data promises to those who ask the file themselves."""

import random
import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from interview_desk.interview.interview import Interview
from interview_desk.interview.packet import write_packet
from interview_desk.panel import agreement
from interview_desk.panel.comparison import compare
from interview_desk.panel.packets import PanelPacket
from interview_desk.store.store import Store
from tests.helpers.panels import BELOW, EXCEEDS, MEETS, NOT_ENOUGH, locked, rated
from tests.helpers.samples import scored

PAGE = Path(__file__).parents[2] / "docs" / "your-data.md"


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


EXPECTED: tuple[list[tuple[object, ...]], ...] = (
    [("Small interview", 1, "Exceeds", 1), ("Small interview", 2, "Below", 1)],
    [],
    [("Ada", 45, 20)],
    [("Design a feed", "Hire", 1)],
    [("Ada", "took an hour over the schema")],
)


@pytest.mark.parametrize(("number", "rows"), [*enumerate(EXPECTED)])
def test_each_question_of_the_page_has_its_answer(
    store: Store, path: Path, number: int, rows: list[tuple[object, ...]]
) -> None:
    store.create(scored().interview)
    questions = blocks("sql")
    assert len(questions) == len(EXPECTED)
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as conn:
        assert conn.execute(questions[number]).fetchall() == rows


def test_a_rating_without_a_note_is_found_by_its_question(store: Store, path: Path) -> None:
    played = scored()
    store.create(played.interview)
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("DELETE FROM note_dimensions WHERE dimension = 2")
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute(blocks("sql")[1]).fetchall() == [("Ada", 2, "Below", "")]


def test_every_table_is_on_the_page(store: Store, path: Path) -> None:
    with closing(sqlite3.connect(path)) as conn:
        names = {
            name
            for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith(("sqlite_", "_sqlite")) and not re.search(r"_fts_\w+$", name)
        }
    page = PAGE.read_text(encoding="utf-8")
    assert {name for name in names if f"`{name}`" not in page} == set()


def test_a_folder_of_packets_is_a_table_to_duckdb(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    folder = tmp_path / "packets"
    folder.mkdir()
    first = scored().interview
    setup = replace(first.setup, interviewer="Alan")
    records = (*(each for each in first.records.values() if each != first.setup), setup)
    second = Interview.of("second", first.guide, first.created_ms, records)
    unrated = Interview.of("third", first.guide, first.created_ms, (setup,))
    for number, interview in enumerate((first, second, unrated)):
        (folder / f"{number}.json").write_bytes(write_packet(interview))
    monkeypatch.chdir(tmp_path)
    question, *_agreement = blocks("duckdb")
    assert duckdb.sql(question).fetchall() == [
        ("Ada", "Alan", 1, "Exceeds"),
        ("Ada", "Grace", 1, "Exceeds"),
        ("Ada", "Alan", 2, "Below"),
        ("Ada", "Grace", 2, "Below"),
    ]


def test_agreement_over_a_folder_of_packets_is_what_the_panel_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    (tmp_path / "packets").mkdir()
    chance, units = random.Random(4), []
    for number in range(9):
        packets = []
        for who in ("Osei", "Kask", "Iyer"):
            levels = [chance.choice((EXCEEDS, MEETS, MEETS, BELOW, NOT_ENOUGH)) for _ in range(2)]
            about, uid = (f"Candidate {number}", "Engineer"), f"{who}-{number}"
            written = write_packet(locked(rated(who, levels, about=about, uid=uid)).interview)
            (tmp_path / "packets" / f"{uid}.json").write_bytes(written)
            packets.append(PanelPacket.of(written))
        units += [row.unit for row in compare(packets).rows if row.unit.heights]
    monkeypatch.chdir(tmp_path)
    _, in_pairs, in_sum = blocks("duckdb")
    counted = duckdb.sql(in_pairs).fetchall()
    found = agreement.pairs(units)
    assert [sum(column) for column in zip(*(row[1:] for row in counted), strict=True)] == [
        found.all, found.same, found.one_step, found.further,
    ]  # fmt: skip
    ((alpha,),) = duckdb.sql(in_sum).fetchall()
    assert alpha == pytest.approx(agreement.alpha(units))
