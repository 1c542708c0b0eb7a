"""What holds for every widget of the kit."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from interview_desk.desk.report.page import Empty
from interview_desk.desk.theme.theme import Scheme, Theme
from interview_desk.desk.widgets.button import ButtonKind, MenuButton, TextButton
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.chips import EvidenceChip, KeyCap
from interview_desk.desk.widgets.clock_label import ClockLabel
from interview_desk.desk.widgets.fields import Choice, LineField, NumberField
from interview_desk.desk.widgets.label import ElidedLabel, Label, SectionLabel
from interview_desk.desk.widgets.level_card import CardText, LevelCards
from interview_desk.desk.widgets.messages import Banner, Callout
from interview_desk.desk.widgets.nav_list import NavList, NavRow
from interview_desk.desk.widgets.panel import Rule, ScrollColumn
from interview_desk.desk.widgets.phase_rail import PhaseRail
from interview_desk.desk.widgets.rail_segment import PhaseState, RailSegment
from interview_desk.desk.widgets.segmented import Segmented
from interview_desk.desk.widgets.tabs import Tabs
from interview_desk.desk.widgets.text_field import TextField

LONG = "Strategic thinking & business impact, <b>organisation</b> and מרחבא مرحبا 😀 " * 3


def banner(theme: Theme, text: str) -> QWidget:
    made = Banner(theme)
    made.show_message(text, actions=[text, text])
    return made


def cards(theme: Theme, text: str) -> QWidget:
    made = LevelCards(theme)
    made.set_cards([CardText(text, text, "B"), CardText(text, text)])
    made.set_current(0)
    return made


def choice(theme: Theme, text: str) -> QWidget:
    made = Choice(theme, "Question")
    made.addItems([text, "other"])
    return made


def clock(theme: Theme, _text: str) -> QWidget:
    made = ClockLabel(theme)
    made.set_remaining(-42)
    return made


def nav(theme: Theme, text: str) -> QWidget:
    made = NavList(theme, "Rubric")
    made.set_rows([NavRow("a", text, "1", text, "good"), NavRow("b", text)])
    return made


def rail(theme: Theme, text: str) -> QWidget:
    made = PhaseRail(theme)
    states = (PhaseState.DONE, PhaseState.CURRENT, PhaseState.TO_COME)
    made.set_segments([RailSegment(text, 300, 330, 280, state) for state in states])
    return made


def segmented(theme: Theme, text: str) -> QWidget:
    made = Segmented(theme, "Choices")
    made.set_choices([text, "No"])
    return made


def tabs(theme: Theme, text: str) -> QWidget:
    made = Tabs(theme, "Areas")
    made.set_tabs([text, "Data"])
    return made


def text_field(theme: Theme, text: str) -> QWidget:
    made = TextField(theme, "Note")
    made.set_text(text)
    return made


def column(theme: Theme, text: str) -> QWidget:
    made = ScrollColumn(theme)
    made.column.addWidget(CheckRow(theme, text))
    return made


KIT: dict[str, Callable[[Theme, str], QWidget]] = {
    "banner": banner,
    "button": lambda theme, text: TextButton(theme, text, ButtonKind.PRIMARY, "Ctrl N"),
    "callout": Callout,
    "cards": cards,
    "check row": lambda theme, text: CheckRow(theme, text, keys="Alt 1", repeats=True),
    "choice": choice,
    "clock": clock,
    "column": column,
    "elided label": ElidedLabel,
    "menu button": MenuButton,
    "empty": Empty,
    "evidence chip": EvidenceChip,
    "key cap": KeyCap,
    "label": Label,
    "line field": lambda theme, text: LineField(theme, "Search", text, "Ctrl K"),
    "nav list": nav,
    "number field": lambda theme, _text: NumberField(theme, "Length", range(9), "min"),
    "rail": rail,
    "rule": lambda theme, _text: Rule(theme),
    "section label": lambda theme, text: SectionLabel(theme, text, "2 of 5"),
    "segmented": segmented,
    "tabs": tabs,
    "text field": text_field,
}


@pytest.fixture(params=KIT.values(), ids=list(KIT))
def make(request: pytest.FixtureRequest) -> Callable[[Theme, str], QWidget]:
    made: Callable[[Theme, str], QWidget] = request.param
    return made


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


@pytest.mark.parametrize("text", [LONG, "x", ""], ids=["long", "short", "none"])
@pytest.mark.parametrize(
    "reading", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_any_text_can_be_painted_at_any_width_and_in_both_directions(
    qtbot: QtBot,
    make: Callable[[Theme, str], QWidget],
    reading: Qt.LayoutDirection,
    text: str,
) -> None:
    widget = make(Theme(Scheme.LIGHT, 1.3), text)
    qtbot.addWidget(widget)
    widget.setLayoutDirection(reading)
    for width in (4, 90, 700):
        widget.resize(width, max(widget.sizeHint().height(), 10))
        assert not picture(widget).isNull()


def test_a_new_theme_repaints_and_measures_anew(
    qtbot: QtBot, make: Callable[[Theme, str], QWidget]
) -> None:
    theme = Theme(Scheme.LIGHT)
    widget = make(theme, "Depth")
    qtbot.addWidget(widget)
    widget.resize(200, 60)
    light = picture(widget)
    theme.set_scheme(Scheme.DARK)
    assert picture(widget) != light


def test_a_widget_that_is_gone_is_left_alone_by_the_theme(
    qtbot: QtBot, make: Callable[[Theme, str], QWidget]
) -> None:
    """Python may hold on to it for longer than Qt does."""
    theme = Theme(Scheme.LIGHT)
    widget = make(theme, "Depth")
    with qtbot.waitSignal(widget.destroyed):
        widget.deleteLater()
    theme.set_scheme(Scheme.DARK)
    assert not isValid(widget)


def test_everything_that_takes_the_keyboard_has_a_name_and_shows_it(
    qtbot: QtBot, make: Callable[[Theme, str], QWidget]
) -> None:
    widget = make(Theme(Scheme.LIGHT), "Depth")
    qtbot.addWidget(widget)
    widget.resize(400, 200)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    for part in (widget, *widget.findChildren(QWidget)):
        if part.focusPolicy() == Qt.FocusPolicy.NoFocus or not part.isVisible():
            continue
        if part.focusProxy() is not None or part.objectName().startswith("qt_"):
            continue
        heard = QAccessible.queryAccessibleInterface(part)
        assert heard is not None
        assert heard.text(QAccessible.Text.Name)
        if (holder := QApplication.focusWidget()) is not None:
            holder.clearFocus()
        before = picture(widget)
        part.setFocus(Qt.FocusReason.TabFocusReason)
        assert picture(widget) != before


@pytest.mark.skipif(
    sys.version_info >= (3, 12),
    reason="None lives for ever from Python 3.12 on, and what counts its references means nothing",
)
@pytest.mark.parametrize("name", ["check row", "section label"])
def test_ten_thousand_repaints_leave_none_as_it_was(qtbot: QtBot, name: str) -> None:
    """PySide6 6.12.0 lost a reference to None with every override, until Python died."""
    widget = KIT[name](Theme(Scheme.LIGHT), "Depth through experience")
    qtbot.addWidget(widget)
    widget.resize(320, 40)
    canvas = QImage(320, 40, QImage.Format.Format_ARGB32_Premultiplied)
    widget.render(canvas, QPoint())
    before = sys.getrefcount(None)
    for _ in range(10_000):
        widget.render(canvas, QPoint())
    assert abs(sys.getrefcount(None) - before) < 100
