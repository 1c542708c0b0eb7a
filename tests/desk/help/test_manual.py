"""The manual tells of every page, every trouble with a way out, and of keys that there are."""

import re
from itertools import chain

import pytest

from interview_desk.desk.help.manual import find, read_manual
from interview_desk.desk.navigation import Page
from interview_desk.desk.shortcuts.keymap import COMMANDS
from interview_desk.limited_process import Ending
from interview_desk.resources import resource
from interview_desk.store.errors import Trouble

FOLDER = resource("manual")
MANUAL = read_manual()
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))}

# The section of the page on trouble that says more of each.
TROUBLES = {
    Trouble.NEWER: "The file was written by a newer Interview Desk",
    Trouble.FOREIGN: "The file does not belong to Interview Desk",
    Trouble.EMPTY: "The file has nothing in it",
    Trouble.DAMAGED: "The file is damaged",
    Trouble.LOCKED: "Another program is using the file",
    Trouble.FULL: "The disk is full",
    Trouble.READ_ONLY: "The file cannot be written",
    Trouble.UNREACHABLE: "The file cannot be written",
    Trouble.FAULT: "The disk reports a fault, or your share of it is used up",
    Trouble.LOG_ALONE: "The file is missing, but its log is there",
    Trouble.FOREIGN_LOG: "The log of other records lay beside the file",
    Trouble.DISPLACED: "The file was moved or replaced while the window was open",
    Trouble.BESIDE: "The file was moved or replaced while the window was open",
    Trouble.CHANGED: "This interview was changed, or erased, meanwhile",
    Trouble.GONE: "This interview was changed, or erased, meanwhile",
    Trouble.MISSING: "This interview was changed, or erased, meanwhile",
    Trouble.UNREADABLE: "One interview cannot be read whole",
}
ENDINGS = {
    Ending.TIME: "A file takes too long, needs too much memory, or is damaged",
    Ending.SIZE: "A file takes too long, needs too much memory, or is damaged",
    Ending.CRASH: "A file takes too long, needs too much memory, or is damaged",
    Ending.NOT_STARTED: "A file cannot be read now, since no program can be started",
}
# What text fields and lists do by themselves.
_OF_QT = {"Shift+Enter"}
_KEY = re.compile(r"(?<![\w+])(?:(?:Ctrl|Alt|Shift)\+)+(?:F\d+|[A-Z][a-z]+|[A-Z0-9-])(?![\w])")


def test_every_file_is_a_page_that_the_first_one_leads_to() -> None:
    assert {f"{page.name}.md" for page in MANUAL} == {*TEXTS} - {"README.md"}
    assert all(page.sections for page in MANUAL)


def test_every_page_of_the_window_has_one() -> None:
    told = {page.entry.manual for page in Page if page is not Page.HELP}
    assert told <= {page.name for page in MANUAL}


def test_links_and_pictures_lead_somewhere() -> None:
    targets = [*chain(*(re.findall(r"\]\(([^)]+)\)", text) for text in TEXTS.values()))]
    assert [each for each in targets if not (FOLDER / each).is_file()] == []


def test_every_key_it_names_is_one() -> None:
    keys = {key for each in COMMANDS for key in (each.key, each.also) if key}
    named = {key for text in TEXTS.values() for key in _KEY.findall(text)}
    assert {"Ctrl+N", "Alt+9", "Ctrl+Shift+Return"} <= named
    assert named - keys - _OF_QT == set()


@pytest.mark.parametrize("trouble", [*Trouble, *(each for each in Ending if each in ENDINGS)])
def test_every_trouble_has_its_paragraph(trouble: Trouble | Ending) -> None:
    title = TROUBLES[trouble] if isinstance(trouble, Trouble) else ENDINGS[trouble]
    (page,) = (page for page in MANUAL if page.name == "trouble")
    assert title in [section.title for section in page.sections]


def test_no_mark_of_markdown_is_left_to_read() -> None:
    text = "\n".join(block.text for page in MANUAL for block in page.blocks())
    assert [mark for mark in ("**", "](", "![", "`", "\n#") if mark in text] == []


def test_a_search_finds_sections_with_every_word_first_those_named_so() -> None:
    found = [each.section.title for each in find(MANUAL, "BACK up")]
    assert found[0] == "Backups"
    assert "The records do not open" not in found
    assert find(MANUAL, "  ") == ()
    assert find(MANUAL, "backup zebra") == ()
