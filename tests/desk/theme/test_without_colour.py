"""Nothing by colour alone: with one ink and one ground each state still looks like no other."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.insights.picture_view import PictureView
from interview_desk.desk.panels.level_cell import LevelCell
from interview_desk.desk.theme import theme as themes
from interview_desk.desk.theme.theme import Scheme, Theme
from interview_desk.desk.theme.tokens import LIGHT
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.level_card import CardText, LevelCards
from interview_desk.desk.widgets.segmented import Segmented
from interview_desk.insights.insight import Dot, DotStrip, Insight
from interview_desk.interview.note_kinds import NoteKind
from interview_desk.panel.table import Cell, CellState

INK = ("good", "bad", "warn", "star", "accent", "ink2", "ink3")
GROUND = ("goodbg", "badbg", "warnbg", "starbg", "accentbg", "bg", "sunk")


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> Theme:
    """A theme that has black and white alone."""
    one: dict[str, Any] = dict.fromkeys(INK, LIGHT.ink) | dict.fromkeys(GROUND, LIGHT.surface)
    monkeypatch.setattr(themes, "LIGHT", LIGHT._replace(**one))
    return Theme(Scheme.LIGHT)


def looks(qtbot: QtBot, *widgets: QWidget) -> list[bytes]:
    found = []
    for widget in widgets:
        qtbot.addWidget(widget)
        widget.resize(220, 90)
        found.append(bytes(widget.grab().toImage().constBits()))
    return found


def differ(found: list[bytes]) -> bool:
    return all(one != other for one, other in combinations(found, 2))


def test_levels_beside_each_other(qtbot: QtBot, plain: Theme) -> None:
    cells = [
        Cell(CellState.RATED, "Below", 1, 3),
        Cell(CellState.RATED, "Meets", 2, 3),
        Cell(CellState.RATED, "Exceeds", 3, 3),
        Cell(CellState.NOT_ENOUGH),
        Cell(CellState.NOT_RATED),
        Cell(CellState.OBSERVED),
        Cell(CellState.NOT_OBSERVED),
    ]
    assert differ(looks(qtbot, *(LevelCell(plain, cell, "Osei") for cell in cells)))


def test_what_is_chosen_and_what_is_not(qtbot: QtBot, plain: Theme) -> None:
    def chosen(number: int | None) -> QWidget:
        cards = LevelCards(plain)
        cards.set_cards([CardText("Same", "text"), CardText("Same", "text")])
        cards.set_current(number)
        return cards

    def segment(number: int) -> QWidget:
        group = Segmented(plain, "Paper")
        group.set_choices(["Same", "Same"])
        group.set_current(number)
        return group

    makers: list[Callable[[int], QWidget]] = [chosen, segment]
    for make in makers:
        assert differ(looks(qtbot, make(0), make(1)))


def test_what_was_seen_and_what_was_not(qtbot: QtBot, plain: Theme) -> None:
    plainly, ticked, twice = (CheckRow(plain, "Asks first", repeats=True) for _ in range(3))
    ticked.set_count(1)
    twice.set_count(2)
    assert differ(looks(qtbot, plainly, ticked, twice))


def test_a_dot_that_is_marked(qtbot: QtBot, plain: Theme) -> None:
    def strip(*, marked: bool) -> QWidget:
        dot = Dot(1, 1, 0, 0, "one", marked)
        picture = DotStrip(("A",), ("Low", "High"), (dot,))
        return PictureView(plain, Insight("Levels", "", picture), picture)

    assert differ(looks(qtbot, strip(marked=True), strip(marked=False)))


def test_the_kinds_of_notes_have_signs_of_their_own() -> None:
    glyphs = [kind.glyph for kind in NoteKind]
    assert len({*glyphs}) == len(glyphs)
