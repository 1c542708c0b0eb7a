"""Guides as others write them: what is understood of each, and that no word of one is lost."""

import json
from pathlib import Path

import pytest

from interview_desk.guide.importer.document import Document
from interview_desk.guide.importer.proposal import Choices, Proposal, propose
from interview_desk.guide.importer.reading import read_document
from interview_desk.guide.importer.understanding import understood_of_draft, understood_of_guide
from interview_desk.guide.parse.reader import read_guide
from interview_desk.guide.render.document import book_of
from tests.guide.importer.documents import FOREIGN, differences, words

FILES = sorted(path for path in FOREIGN.iterdir() if not path.name.endswith(".json"))

# What a document is known by need not be read again: what its parts are counted by, units of time,
# the heads of tables, labels in other words of the same meaning.
KNOWN = words(
    "phase part section stage station step block round a b c d e f min mins minute minutes minuten"
    " minutos hour hours criterion criteria kriterium competency skill area level score note rating"
    " description time share question evidence comments looks like for look what happens why lead"
    " listen watch positive negative signals questions etapa duração"
    " approx activity étape bloque dimensión zeit thema segment led by item example x"
    " risks or gaps critère kriterium bemerkung sample green skill c1 d1 d2 levels i ii iii iv v"
)


def document(path: Path) -> Document:
    return read_document(path.read_bytes(), path.name)


def proposal(path: Path) -> Proposal:
    return propose(document(path))


def expectation(path: Path) -> dict[str, object]:
    text = (FOREIGN / f"{path.stem}.expect.json").read_text(encoding="utf-8")
    found: dict[str, object] = json.loads(text)
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_it_is_understood_as_a_fair_reader_does(path: Path) -> None:
    found = proposal(path)
    assert found.fault is None
    assert not found.faults
    told = understood_of_draft(found.draft)
    flags = told["signals"]["red_flags"]
    either = (flags, flags + len(found.draft.warning_signs) + len(found.draft.disqualifiers))
    signals = {**told["signals"], "red_flags_or": either}
    got = {**told, "title": found.draft.title, "signals": signals}
    assert differences(expectation(path), got) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_strict_reader_understands_the_same(path: Path) -> None:
    found = proposal(path)
    guide = read_guide(found.text())
    draft = understood_of_draft(found.draft)
    strict = understood_of_guide(guide)
    assert [each["title"] for each in strict["phases"]] == [p["title"] for p in draft["phases"]]
    for one, two in zip(strict["phases"], draft["phases"], strict=True):
        assert two["minutes"] in (None, one["minutes"])
    assert strict["dimensions"] == draft["dimensions"]
    assert strict["signals"] == draft["signals"]
    assert strict["questions"] >= draft["questions"]
    assert guide.title == found.draft.title


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_word_of_it_is_lost(path: Path) -> None:
    read = document(path)
    guide = read_guide(propose(read).text())
    shown = words("\n".join(block.text for block in book_of(guide)))
    written = words(" ".join([read.title, *(block.text for block in read.blocks)]))
    numbers = {word for word in written if word[0].isdigit() or word == "½"}
    assert written - shown - numbers <= KNOWN


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_block_has_a_role_and_a_reason(path: Path) -> None:
    found = proposal(path)
    assert len(found.roles) == len(found.document.blocks)
    assert all(role.reason for role in found.roles)
    assert all(doubt.line >= 1 and doubt.message and doubt.remedy for doubt in found.doubts)


def test_minutes_are_shared_out_of_the_length_that_is_told() -> None:
    path = FOREIGN / "oral-history.md"
    found = propose(document(path), Choices(length=90))
    guide = read_guide(found.text(90))
    assert [phase.minutes.low for phase in guide.phases] == [30, 30, 30]
    assert found.doubts[0].message.startswith("No part gives a time")
