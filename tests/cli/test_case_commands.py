"""The commands about calibration, as processes; each with bad input, too."""

import json
from pathlib import Path

import pytest

from interview_desk.panel.case import write_case
from interview_desk.panel.case_reference import read_reference, seal_of
from interview_desk.report.case_file import opened_case
from tests.cli.test_commands import run
from tests.helpers.cases import small_case

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
