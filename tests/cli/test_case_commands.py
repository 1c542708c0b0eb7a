"""The commands about calibration, as processes; each with bad input, too."""

import json
from pathlib import Path

import pytest

from interview_desk.interview.origin import Origin
from interview_desk.interview.packet import write_packet
from interview_desk.panel.case import write_case
from interview_desk.panel.case_reference import (
    read_reference,
    reference_of,
    seal_of,
    write_reference,
)
from interview_desk.paths import data_directory, store_file
from interview_desk.report.case_file import opened_case
from interview_desk.store.store import Store
from tests.cli.test_commands import run
from tests.helpers.cases import answered, small_case
from tests.helpers.panels import locked, rated
from tests.report.pdf_tools import text_of

EXAMPLE = "senior-system-design"


def test_the_examples_are_listed_and_written(tmp_path: Path) -> None:
    assert EXAMPLE in run("case", "list", home=tmp_path).stdout
    names = [
        each["name"] for each in json.loads(run("case", "list", "--json", home=tmp_path).stdout)
    ]
    assert EXAMPLE in names
    file = Path(run("case", "example", EXAMPLE, home=tmp_path).stdout.strip())
    assert file.name.startswith("Case - ")
    case = opened_case((tmp_path / file).read_bytes())
    kept = run("case", "example", EXAMPLE, "--reference", "--out", "r.json", home=tmp_path)
    reference = read_reference((tmp_path / kept.stdout.strip()).read_bytes(), case)
    assert seal_of(reference) == case.case.reference_sha256
    assert "is there already" in run("case", "example", EXAMPLE, home=tmp_path, expect=1).stderr
    assert "no example" in run("case", "example", "none", home=tmp_path, expect=1).stderr


def test_a_case_is_checked_for_people_and_for_programs(tmp_path: Path) -> None:
    (tmp_path / "c.json").write_bytes(write_case(small_case()))
    told = run("case", "check", "c.json", home=tmp_path)
    assert "Problem Framing, Technical Depth" in told.stdout
    assert told.stderr == ""
    fields = json.loads(run("case", "check", "c.json", "--json", home=tmp_path).stdout)
    assert fields["title"] == "A bed, twice"
    assert [each["number"] for each in fields["dimensions"]] == [1, 2]
    (tmp_path / "bad.json").write_bytes(b"{}")
    assert "no case" in run("case", "check", "bad.json", home=tmp_path, expect=1).stderr


def test_a_case_is_made_of_a_text(tmp_path: Path) -> None:
    (tmp_path / "answer.txt").write_text("\ufeffI would ask first.\r\n", encoding="utf-8")
    made = run(
        "case", "new", "--title", "Ask/first", "--guide", "sales-role-play", "--text", "answer.txt",
        "--dimensions", "2, 4", "--leader", "L. Kask", "--due", "2026-12-04", home=tmp_path,
    )  # fmt: skip
    assert made.stdout.strip() == "Case - Ask first.json"
    assert "by what right" in made.stderr
    case = opened_case((tmp_path / "Case - Ask first.json").read_bytes()).case
    assert (case.material.text, case.dimensions) == ("I would ask first.", (2, 4))
    assert (case.leader, case.due) == ("L. Kask", "2026-12-04")


def test_a_case_is_made_of_a_recording(tmp_path: Path) -> None:
    options = ("--recording", "//srv/a.mp4", "--from", "1:30", "--to", "13:00")
    made = run(
        "case", "new", "--title", "R", "--guide", "sales-role-play", *options,
        "--permission", "agreed 2026-11-20", "--out", "r.json", home=tmp_path,
    )  # fmt: skip
    assert made.stderr == ""
    case = opened_case((tmp_path / "r.json").read_bytes()).case
    assert (case.material.from_s, case.material.to_s) == (90, 780)
    assert case.dimensions == (1, 2, 3, 4, 5)
    assert "1:30 to 13:00" in run("case", "check", "r.json", home=tmp_path).stdout


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "Say what is to be rated"),
        (("--text", "a.txt", "--recording", "b"), "Say what is to be rated"),
        (("--text", "gone.txt"), "not there"),
        (("--text", "latin.txt"), "no text in UTF-8"),
        (("--text", "a.txt", "--dimensions", "one"), "as numbers"),
        (("--text", "a.txt", "--dimensions", "6"), "1 to 5"),
        (("--recording", "b", "--from", "noon"), "no time"),
        (("--recording", "b", "--from", "2:00", "--to", "1:00"), "make no sense"),
        (("--text", "a.txt", "--due", "soon"), "does not match"),
    ],
)
def test_what_makes_no_case_is_told(tmp_path: Path, options: tuple[str, ...], told: str) -> None:
    (tmp_path / "a.txt").write_text("An answer", encoding="utf-8")
    (tmp_path / "latin.txt").write_bytes("Größe".encode("latin-1"))
    asked = ("case", "new", "--title", "T", "--guide", "sales-role-play", "--out", "c.json")
    assert told in run(*asked, *options, home=tmp_path, expect=1).stderr
    assert not (tmp_path / "c.json").exists()


def test_by_a_guide_without_a_rubric_nothing_is_rated(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("An answer", encoding="utf-8")
    asked = ("--title", "T", "--guide", "customer-research-interview", "--text", "a.txt")
    assert "no rubric" in run("case", "new", *asked, home=tmp_path, expect=1).stderr


def test_answers_are_compared_with_the_reference_and_nobody_is_named(tmp_path: Path) -> None:
    (tmp_path / "c.json").write_bytes(write_case(small_case()))
    for who, level in (("Dana Osei", "Exceeds"), ("Ravi Iyer", "Below")):
        (tmp_path / f"{who}.json").write_bytes(write_packet(answered(who, level, "Meets")))
    (tmp_path / "other.json").write_bytes(write_packet(locked(rated("Kask")).interview))
    own = answered("Reet Tamm", "Meets", "Meets")
    kept = reference_of(own, small_case(), "salt")
    (tmp_path / "r.json").write_bytes(write_reference(kept))
    files = ("Dana Osei.json", "Ravi Iyer.json", "other.json")
    done = run("case", "compare", "c.json", *files, "--reference", "r.json", home=tmp_path)
    assert "Calibration sheet" in done.stdout
    assert "| Problem Framing | Exceeds, no evidence | Below, no evidence | Meets" in done.stdout
    assert "Osei" not in done.stdout
    assert "other.json answers another case, or none" in done.stderr
    named = run("case", "compare", "c.json", *files[:2], "--names", "--json", home=tmp_path)
    people = [each["interviewer"] for each in json.loads(named.stdout)["packets"]]
    assert people == ["Dana Osei", "Ravi Iyer"]
    run("case", "compare", "c.json", *files[:2], "--out", "sheet.pdf", home=tmp_path)
    assert "Calibration sheet" in text_of(tmp_path / "sheet.pdf")
    assert (
        "is there already"
        in run(
            "case", "compare", "c.json", *files[:2], "--out", "sheet.pdf", home=tmp_path, expect=1
        ).stderr
    )
    none = run("case", "compare", "c.json", "other.json", home=tmp_path, expect=1)
    assert "None of the files is an answer" in none.stderr


def test_until_ones_own_answer_is_finished_nothing_is_compared(tmp_path: Path) -> None:
    (tmp_path / "c.json").write_bytes(write_case(small_case()))
    (tmp_path / "a.json").write_bytes(write_packet(answered("Dana Osei", "Exceeds", "Meets")))
    store = Store.open(store_file(data_directory(tmp_path / "data")))
    store.create(answered("Me", "Meets", finished=False), Origin.CASE)
    store.close()
    done = run("case", "compare", "c.json", "a.json", home=tmp_path, expect=1)
    assert "Your own answer to this case is not finished" in done.stderr
