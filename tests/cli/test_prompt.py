"""The command that prints a text for an assistant, as a process; with bad input, too."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from interview_desk.interview.actions import running
from interview_desk.paths import data_directory, store_file
from interview_desk.store.store import Store
from tests.cli.test_commands import run, store_one
from tests.helpers.samples import Played, prepared
from tests.store.stored_play import begin


def test_a_guide_becomes_a_text_without_any_interview(tmp_path: Path) -> None:
    done = run("prompt", "guide", home=tmp_path)
    assert "### Phase 1: Problem Exploration" in done.stdout
    assert "ask whether it may leave the house" in done.stderr
    named = run("prompt", "dated", "--guide", "product-sense", home=tmp_path).stdout
    assert "Product" in named


def test_each_text_has_a_marker_of_its_own(tmp_path: Path) -> None:
    first, second = (
        run("prompt", "dated", home=tmp_path).stdout.splitlines()[-1] for _ in range(2)
    )
    assert first != second
    assert len(first) == 16


def test_names_are_replaced_and_told(tmp_path: Path) -> None:
    row = str(store_told(tmp_path))
    done = run("prompt", "opinions", row, home=tmp_path)
    assert "the candidate was at [name 1] with PSI" in done.stdout
    assert "Replaced as names: Stripe." in done.stderr
    assert "Left, though they look like names: PSI." in done.stderr
    assert "It stays personal data." in done.stderr
    words = ("--keep", "Stripe", "--also", "PSI", "--also", "queue", "--json")
    told = json.loads(run("prompt", "opinions", row, *words, home=tmp_path).stdout)
    assert "was at Stripe with [name 1]" in told["text"]
    assert "drew a [name 2]" in told["text"]
    assert (told["mode"], told["names"], told["perhaps_names"]) == (
        "opinions", ["PSI", "queue"], ["Stripe"],
    )  # fmt: skip
    assert {"was": "Zoe", "by": "the candidate"} in told["replaced"]


def store_told(home: Path) -> int:
    with closing(Store.open(store_file(data_directory(home / "data")))) as store:
        played = begin(store, prepared(candidate="Zoe Quasimpel"))
        played.start()
        played.note("Zoe was at Stripe with PSI")
        played.note("drew a queue")
        end(played)
        return played.row


def end(played: Played) -> None:
    played.clock.advance(60)
    played.do(running.finish(played.interview, played.clock.now()))


def test_practice_takes_a_level_in_the_words_of_the_guide(tmp_path: Path) -> None:
    done = run("prompt", "practise", "--level", "meets", "--question", "Why?", home=tmp_path)
    assert "“Meets”" in done.stdout
    assert "The question: Why?" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("opinions",), "say which"),
        (("feedback", "1"), "once the scoring is finished"),
        (("guide", "77"), "There is no such interview"),
        (("guide", "1", "--guide", "product-sense"), "one or the other"),
        (("guide", "--guide", "nothing"), "There is no guide named"),
        (("practise", "--level", "Superb"), "Exceeds, Meets, Below"),
        (("rate", "1"), "'rate'"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(
    tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    store_one(tmp_path)
    said = run("prompt", *arguments, home=tmp_path, expect=1).stderr
    assert told in said
    assert len(said.strip().splitlines()) == 1
