from typing import get_args

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from interview_desk.desk.theme.fonts import FontRole
from interview_desk.desk.theme.theme import Scheme, Theme
from interview_desk.desk.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens

ROLES: tuple[FontRole, ...] = get_args(FontRole)


@pytest.mark.parametrize(
    ("scheme", "tokens"),
    [(Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK), (Scheme.HIGH_CONTRAST, HIGH_CONTRAST)],
)
def test_a_chosen_scheme_gives_its_colours(
    qapp: QApplication, scheme: Scheme, tokens: Tokens
) -> None:
    theme = Theme(scheme)
    assert theme.tokens == tokens
    assert theme.colour("accent") == QColor(tokens.accent)


def test_switching_tells_widgets_once_and_the_same_choice_not_at_all(qtbot: QtBot) -> None:
    theme = Theme(Scheme.LIGHT)
    with qtbot.waitSignal(theme.changed):
        theme.set_scheme(Scheme.DARK)
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_scheme(Scheme.DARK)
        theme.set_scale(theme.scale)
    assert theme.colour("bg") == QColor(DARK.bg)


def test_the_application_wears_the_theme_and_follows_it(qapp: QApplication) -> None:
    palette, font = qapp.palette(), qapp.font()
    theme = Theme(Scheme.LIGHT)
    theme.apply(qapp)
    try:
        assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.bg)
        theme.set_scheme(Scheme.DARK)
        assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.bg)
        assert qapp.font().pixelSize() == theme.font("body").pixelSize()
    finally:
        qapp.setPalette(palette)
        qapp.setFont(font)


@pytest.mark.parametrize("role", ROLES)
def test_figures_of_every_font_are_of_one_width(qapp: QApplication, role: FontRole) -> None:
    theme = Theme()
    assert theme.font(role).featureValue(QFont.Tag("tnum")) == 1
    assert theme.width(role, "1:11") == theme.width(role, "8:88")


def test_text_and_what_is_drawn_beside_it_grow_together(qapp: QApplication) -> None:
    theme = Theme()
    before = theme.font("body").pixelSize(), theme.px(100)
    theme.set_scale(1.3)
    after = theme.font("body").pixelSize(), theme.px(100)
    assert [new / old for new, old in zip(after, before, strict=True)] == pytest.approx(
        [1.3, 1.3], rel=0.03
    )


@pytest.mark.parametrize(("asked", "given"), [(0.2, 1.0), (9.0, 1.5)])
def test_a_scale_out_of_bounds_is_brought_within(
    qapp: QApplication, asked: float, given: float
) -> None:
    assert Theme(scale=asked).scale == given
