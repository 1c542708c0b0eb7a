"""The colours by meaning, for light, dark and high contrast.

Every text colour stands at 4.5:1 or better on each ground it is used on (WCAG 2.2,
success criterion 1.4.3), and at 7:1 in high contrast (1.4.6); a test measures each pair.
"""

from typing import Literal, NamedTuple

ColourName = Literal[
    "bg",
    "surface",
    "sunk",
    "line",
    "ink",
    "ink2",
    "ink3",
    "accent",
    "accentbg",
    "on_accent",
    "good",
    "goodbg",
    "bad",
    "badbg",
    "warn",
    "warnbg",
    "star",
    "starbg",
]
Tone = Literal["ink", "ink2", "ink3", "accent", "good", "bad", "warn", "star"]


# Made before the first paint: the class of a named tuple costs a tenth of a dataclass.
class Tokens(NamedTuple):
    """One set of colours, each ``#RRGGBB``.

    Grounds: ``bg`` (window, side columns), ``surface`` (what is worked on), ``sunk`` (chips,
    empty bars). Text: ``ink``, ``ink2`` (second to it), ``ink3`` (hints). ``accent``, ``good``,
    ``bad``, ``warn`` and ``star`` are text and mark colours, each with a pale ground named
    ``…bg``; ``on_accent`` is text on a fill of any of these five.
    """

    dark: bool
    bg: str
    surface: str
    sunk: str
    line: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    accentbg: str
    on_accent: str
    good: str
    goodbg: str
    bad: str
    badbg: str
    warn: str
    warnbg: str
    star: str
    starbg: str


LIGHT = Tokens(
    dark=False,
    bg="#F6F5F2",
    surface="#FFFFFF",
    sunk="#EFEEEA",
    line="#E2E0DA",
    ink="#1C1C1E",
    ink2="#5C5B57",
    ink3="#6B6965",
    accent="#3553B8",
    accentbg="#E9EDFA",
    on_accent="#FFFFFF",
    good="#1E7353",
    goodbg="#E3F1EA",
    bad="#A93B28",
    badbg="#F8E7E3",
    warn="#8F5B00",
    warnbg="#FAF0DA",
    star="#6446B5",
    starbg="#EFEAFA",
)

DARK = Tokens(
    dark=True,
    bg="#151618",
    surface="#1D1F22",
    sunk="#232529",
    line="#303338",
    ink="#ECEBE8",
    ink2="#A9A8A3",
    ink3="#9D9C97",
    accent="#8EA5F5",
    accentbg="#26304F",
    on_accent="#10131F",
    good="#6FCBA4",
    goodbg="#1C3229",
    bad="#EE8F7C",
    badbg="#3A231E",
    warn="#E0B05C",
    warnbg="#352A15",
    star="#B79DF7",
    starbg="#2B2440",
)

HIGH_CONTRAST = Tokens(
    dark=True,
    bg="#000000",
    surface="#000000",
    sunk="#141414",
    line="#9A9A9A",
    ink="#FFFFFF",
    ink2="#F0F0F0",
    ink3="#D0D0D0",
    accent="#9EC1FF",
    accentbg="#0B2350",
    on_accent="#000000",
    good="#7CE8B5",
    goodbg="#00301C",
    bad="#FFB1A3",
    badbg="#3F0A00",
    warn="#FFD37A",
    warnbg="#332300",
    star="#D6C4FF",
    starbg="#24143F",
)

LevelTone = Literal["good", "accent", "bad"]


def level_tone(height: int, of: int) -> LevelTone:
    """The colour of a rating: lowest bad, best good, between them accent.

    ``height`` counts from 1, the lowest level, to ``of``, the best (two or more).
    """
    if not 1 <= height <= of or of < 2:
        raise ValueError(f"no level {height} of {of}")
    if height == of:
        return "good"
    return "bad" if height == 1 else "accent"
