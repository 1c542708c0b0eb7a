"""Contrast as WCAG 2.2 measures it (relative luminance, 1.4.3, 1.4.6 and 1.4.11)."""

from typing import get_args

import pytest

from interview_desk.desk.theme.tokens import (
    DARK,
    HIGH_CONTRAST,
    LIGHT,
    Tokens,
    Tone,
    level_tone,
)

THEMES = {"light": (LIGHT, 4.5), "dark": (DARK, 4.5), "high contrast": (HIGH_CONTRAST, 7.0)}
TONES: tuple[Tone, ...] = get_args(Tone)
GROUNDS = ("bg", "surface", "sunk", "accentbg")
PALE = ("goodbg", "badbg", "warnbg", "starbg")
PAIRS = [
    *((tone, ground) for tone in TONES for ground in GROUNDS),
    *((tone, ground) for tone in ("ink", "ink2") for ground in PALE),
    *((tone, f"{tone}bg") for tone in ("accent", "good", "bad", "warn", "star")),
    *(("on_accent", fill) for fill in ("accent", "good", "bad", "warn", "star", "ink3")),
]


def luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_the_standard_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(("tokens", "least"), THEMES.values(), ids=THEMES)
def test_every_text_can_be_read_on_every_ground_it_is_used_on(tokens: Tokens, least: float) -> None:
    pale = {
        (text, ground): round(contrast(getattr(tokens, text), getattr(tokens, ground)), 2)
        for text, ground in PAIRS
    }
    assert {pair: ratio for pair, ratio in pale.items() if ratio < least} == {}


@pytest.mark.parametrize(("tokens", "least"), THEMES.values(), ids=THEMES)
def test_boxes_and_focus_rings_stand_out(tokens: Tokens, least: float) -> None:
    del least  # marks need 3:1 in every theme
    for mark in (tokens.ink3, tokens.accent):
        for ground in (tokens.bg, tokens.surface, tokens.sunk):
            assert contrast(mark, ground) >= 3


def test_high_contrast_draws_lines_that_can_be_seen() -> None:
    assert contrast(HIGH_CONTRAST.line, HIGH_CONTRAST.bg) >= 3


def test_levels_are_coloured_by_their_height() -> None:
    assert [level_tone(height, 3) for height in (1, 2, 3)] == ["bad", "accent", "good"]
    assert [level_tone(height, 2) for height in (1, 2)] == ["bad", "good"]
    assert [level_tone(height, 6) for height in (2, 5)] == ["accent", "accent"]


@pytest.mark.parametrize(("height", "of"), [(0, 3), (4, 3), (1, 1)])
def test_a_level_that_cannot_be_is_refused(height: int, of: int) -> None:
    with pytest.raises(ValueError, match="no level"):
        level_tone(height, of)
