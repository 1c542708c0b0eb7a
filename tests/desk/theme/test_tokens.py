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


def linear(share: float) -> float:
    """The light of a share of sRGB."""
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def shown(light: float) -> float:
    """The share of sRGB that shows so much light."""
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def luminance(colour: str) -> float:
    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
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


# What each kind of eye sees of red, green and blue light where a kind of cone is missing (Machado,
# Oliveira and Fernandes 2009, severity 1).
EYES = {
    "no red cones": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green cones": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue cones": (
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}  # fmt: skip


def seen_by(eye: str, colour: str) -> str:
    """The colour as such an eye sees it."""
    light = [linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5)]
    mixed = (sum(a * b for a, b in zip(row, light, strict=True)) for row in EYES[eye])
    return "#" + "".join(f"{round(255 * shown(min(max(each, 0), 1))):02X}" for each in mixed)


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize(("tokens", "least"), THEMES.values(), ids=THEMES)
def test_it_can_be_read_by_whom_a_kind_of_cone_is_missing(
    tokens: Tokens, least: float, eye: str
) -> None:
    pale = {
        pair: round(contrast(*(seen_by(eye, getattr(tokens, name)) for name in pair)), 2)
        for pair in PAIRS
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
