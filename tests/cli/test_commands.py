"""The commands as users run them: a process, its output, and one line when something is wrong."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from interview_desk.interview.packet import read_packet, write_packet
from interview_desk.paths import data_directory, store_file
from interview_desk.resources import resource
from interview_desk.store.store import Store
from tests.helpers.samples import SMALL_GUIDE, scored

SHIPPED = resource("guides", "principal-ml-system-design.md")


def run(
    *args: str | Path, home: Path, expect: int = 0, **environment: str
) -> subprocess.CompletedProcess[str]:
    """The command with its records in ``home``; its exit status is part of what is promised."""
    done = subprocess.run(
        [sys.executable, "-m", "interview_desk", *map(str, args)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=home,
        env=os.environ | {"INTERVIEW_DESK_HOME": str(home / "data"), **environment},
    )
    assert done.returncode == expect, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done


def store_one(home: Path) -> int:
    store = Store.open(store_file(data_directory(home / "data")))
    row = store.create(scored().interview)
    store.close()
    return row


def test_the_version_is_told(tmp_path: Path) -> None:
    assert run("--version", home=tmp_path).stdout.startswith("interview-desk 0.")


def test_a_guide_is_counted_for_people_and_for_programs(tmp_path: Path) -> None:
    told = json.loads(run("guide", "check", SHIPPED, "--json", home=tmp_path).stdout)
    understood = told.pop("understood")
    assert [phase["minutes"] for phase in understood["phases"]][-1] == [5, 5]
    assert understood["dimensions"][1] == {
        "title": "Technical Depth",
        "levels": ["Exceeds", "Meets", "Below"],
    }
    assert told == {
        "title": "ML System Design Interview Guide for Principal-Level Candidates: "
        "LLM Prompt for Interviewers",
        "minutes": [46, 57],
        "phases": 5,
        "strong_signals": [5, 5, 5, 5, 3],
        "red_flags": [4, 4, 4, 4, 0],
        "differentiators": [0, 2, 0, 2, 0],
        "areas": [0, 0, 4, 0, 0],
        "dimensions": 8,
        "levels": 3,
        "pitfalls": 6,
        "before": 4,
        "during": 6,
        "after": 4,
        "questions": [5, 6, 3],
        "disqualifiers": 5,
        "warning_signs": 5,
        "expectations": [4, 4, 3],
        "recommendations": 7,
    }
    words = run("guide", "check", SHIPPED, home=tmp_path).stdout
    assert "strong signals" in words
    assert "5, 5, 5, 5, 3" in words


def test_every_fault_of_a_guide_has_its_line(tmp_path: Path) -> None:
    bad = tmp_path / "bad.md"
    bad.write_text(SMALL_GUIDE.replace("(5-10 minutes)", "(10-5 minutes)"), encoding="utf-8")

    told = run("guide", "check", bad, home=tmp_path, expect=1).stderr
    faults = json.loads(run("guide", "check", bad, "--json", home=tmp_path, expect=1).stdout)

    line = SMALL_GUIDE.splitlines().index("### Phase 1: Opening (5-10 minutes)") + 1
    assert f"bad.md:{line}:" in told
    assert [fault["line"] for fault in faults["faults"]] == [line]


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\x01\x02\xff" * 400, b"# A\n" * 1_300_000, b"\xff\xfeh\x00i\x00", b"no guide"],
    ids=["empty", "binary", "5 MB", "UTF-16", "prose"],
)
def test_what_is_no_guide_gets_a_message(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "odd.md"
    path.write_bytes(content)
    assert run("guide", "check", path, home=tmp_path, expect=1).stderr.strip()


def test_interviews_are_listed(tmp_path: Path) -> None:
    assert "No interviews yet" in run("list", home=tmp_path).stdout
    row = store_one(tmp_path)
    assert "Ada" in run("list", home=tmp_path).stdout
    [told] = json.loads(run("list", "--json", home=tmp_path).stdout)
    assert (told["id"], told["candidate"], told["notes"]) == (row, "Ada", 2)


def test_an_export_comes_back_in_by_import(tmp_path: Path) -> None:
    row = store_one(tmp_path)
    other = tmp_path / "other"
    other.mkdir()
    run("export", str(row), "--out", "a.json", home=tmp_path)
    run("export", str(row), "--out", "a.pdf", home=tmp_path)
    run("export", str(row), "--out", "a.md", home=tmp_path)

    first = run("import", tmp_path / "a.pdf", home=other).stdout
    second = run("import", tmp_path / "a.json", home=other).stdout

    assert "imported as 1" in first
    assert "already here" in second
    back = run("export", "1", "--format", "json", "--out", "b.json", home=other)
    assert back.stdout.strip() == "b.json"
    assert (other / "b.json").read_bytes() == (tmp_path / "a.json").read_bytes()
    assert "Framed it by its users" in (tmp_path / "a.md").read_text(encoding="utf-8")


def test_each_document_can_be_exported_and_json_is_always_the_whole_interview(
    tmp_path: Path,
) -> None:
    row = store_one(tmp_path)
    run("export", str(row), "--kind", "feedback", "--out", "a.md", home=tmp_path)
    assert "Framed it by its users" not in (tmp_path / "a.md").read_text(encoding="utf-8")
    named = run("export", str(row), "--kind", "scorecard", home=tmp_path).stdout.strip()
    assert named.startswith("Blank scorecard - ")
    assert (tmp_path / named).read_bytes().startswith(b"%PDF")
    run("export", str(row), "--kind", "feedback", "--format", "json", home=tmp_path, expect=1)


def test_an_export_never_overwrites_without_a_word(tmp_path: Path) -> None:
    row = store_one(tmp_path)
    (tmp_path / "mine.json").write_text("precious")
    run("export", str(row), "--out", "mine.json", home=tmp_path, expect=1)
    assert (tmp_path / "mine.json").read_text() == "precious"


def test_nothing_is_imported_when_one_file_is_bad(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_bytes(write_packet(scored().interview))
    bad.write_bytes(good.read_bytes()[:-40])
    assert read_packet(good.read_bytes()).notes
    run("import", good, bad, home=tmp_path, expect=1)
    assert "No interviews yet" in run("list", home=tmp_path).stdout


@pytest.mark.parametrize(
    "args",
    [
        ("export", "99"),
        ("export", "none"),
        ("export", "9" * 40),
        ("export",),
        ("import", "missing.pdf"),
        ("import", "."),
        ("guide", "check", "missing.md"),
        ("guide", "check", "."),
        ("rehearse",),
        ("dance",),
        ("--data-dir",),
    ],
    ids=" ".join,
)
def test_bad_input_is_one_line_and_exit_status_1(args: tuple[str, ...], tmp_path: Path) -> None:
    told = run(*args, home=tmp_path, expect=1).stderr
    assert len(told.strip().splitlines()) == 1


def test_without_a_display_the_window_says_so_in_words(tmp_path: Path) -> None:
    told = run(home=tmp_path, expect=1, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="").stderr
    assert "no display" in told


def test_records_that_are_no_records_are_left_alone(tmp_path: Path) -> None:
    folder = data_directory(tmp_path / "data")
    store_file(folder).write_bytes(b"not a database, but mine\n" * 100)
    told = run("list", home=tmp_path, expect=1).stderr
    assert len(told.strip().splitlines()) == 1
    assert store_file(folder).read_bytes() == b"not a database, but mine\n" * 100
