"""`guide import` and `guide check` with documents that are not in the product's own format."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from interview_desk.guide.parse.reader import read_guide
from tests.cli.test_commands import run
from tests.guide.importer.documents import FOREIGN, NO_GUIDES

CLEAR = FOREIGN / "german-columns.md"
DOUBTFUL = FOREIGN / "oral-history.md"


def kept(home: Path) -> dict[str, bytes]:
    """The guides and originals in the records of a run."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for folder in home.rglob("guides")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_document_without_doubts_is_taken_in_with_its_original(tmp_path: Path) -> None:
    said = run("guide", "import", CLEAR, home=tmp_path).stdout
    name = "gesprachsleitfaden-sachbearbeitung-fuhrpark"
    assert said.strip().endswith(f"imported as {name}")
    files = kept(tmp_path)
    guide = read_guide(files[f"{name}.md"].decode())
    assert [str(phase.minutes) for phase in guide.phases] == ["5", "10–15", "20", "10", "5"]
    assert files[f"originals/{name}.md"] == CLEAR.read_bytes()
    assert name in run("guide", "list", home=tmp_path).stdout


def test_what_is_doubtful_is_told_and_taken_only_when_accepted(tmp_path: Path) -> None:
    refused = run("guide", "import", DOUBTFUL, home=tmp_path, expect=1).stderr
    assert f"{DOUBTFUL}:6:" in refused
    assert "give no minutes" in refused
    assert "--accept" in refused
    assert kept(tmp_path) == {}
    run("guide", "import", DOUBTFUL, "--accept", home=tmp_path)
    guide = read_guide(kept(tmp_path)["oral-history-the-last-ferry.md"].decode())
    assert guide.dimensions == ()
    assert [phase.minutes.low for phase in guide.phases] == [20, 20, 20]


def test_the_length_that_a_document_does_not_give_is_said(tmp_path: Path) -> None:
    run("guide", "import", DOUBTFUL, "--accept", "--minutes", "45", home=tmp_path)
    guide = read_guide(kept(tmp_path)["oral-history-the-last-ferry.md"].decode())
    assert [phase.minutes.low for phase in guide.phases] == [15, 15, 15]


def test_check_tells_what_is_understood(tmp_path: Path) -> None:
    told = json.loads(run("guide", "check", DOUBTFUL, "--json", home=tmp_path).stdout)
    assert told["understood"]["phases"][0]["title"] == "Childhood by the river"
    assert told["understood"]["phases"][0]["minutes"] is None
    assert told["minutes"] == []
    assert {"line", "message", "remedy"} == {*told["doubts"][0]}
    said = run("guide", "check", DOUBTFUL, home=tmp_path)
    assert "not in the format of Interview Desk" in said.stdout
    assert f"{DOUBTFUL}:6:" in said.stderr


@pytest.mark.parametrize("name", ["essay.md", "candidates.csv", "hiring-policy.md"])
def test_what_is_no_guide_is_told_and_not_kept(name: str, tmp_path: Path) -> None:
    for command in ("check", "import"):
        said = run("guide", command, NO_GUIDES / name, home=tmp_path, expect=1).stderr
        assert "A guide has parts with minutes" in said
    assert kept(tmp_path) == {}


def test_a_guide_in_the_format_is_taken_as_it_stands(tmp_path: Path) -> None:
    text = "# Call\n\n## Phase 1: Talk (20 minutes)\n\n## Rubric\n\nNone.\n"
    (tmp_path / "call.md").write_text(text, encoding="utf-8")
    run("guide", "import", "call.md", home=tmp_path)
    assert kept(tmp_path) == {"call.md": text.encode()}


HOSTILE: dict[str, Callable[[], bytes]] = {
    "line.md": lambda: b"# Interview\n\n" + b"a " * 490_000,
    "line.html": lambda: b"<html><p>" + b"a " * 490_000,
    "deep.html": lambda: b"<html>" + b"<div><ul><li>" * 70_000,
    "tables.html": lambda: b"<html>" + b"<table><tr><td>" * 60_000,
    "comments.html": lambda: b"<html>" + b"<!--" * 200_000,
    "open.html": lambda: b"<html>" + b"<" * 500_000,
    "tag.html": lambda: b"<html><p " + b"a=b " * 200_000,
    "quotes.md": lambda: b"> " * 9_000 + b"a",
    "headings.md": lambda: b"# Interview\n\n" + b"## Part 1 (5 minutes)\n\n" * 2_900,
    "marks.md": lambda: b"# Interview\n\n" + b"1:00 2:00 3 min to 5 - " * 800,
    "cells.md": lambda: b"|" + b"a|" * 3_000 + b"\n|" + b"-|" * 3_000 + b"\n|" + b"1|" * 3_000,
}


@pytest.mark.skipif(sys.platform != "linux", reason="memory is held by Linux only")
@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_document_is_told_in_words(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(HOSTILE[name]())
    command = [sys.executable, "-m", "interview_desk", "guide", "check", name]
    environment = os.environ | {"HOME": str(tmp_path)}
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "takes too long" not in done.stderr
    assert name in done.stderr
