"""The fonts by role: the system's own face, with figures of one width."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Literal

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

FontRole = Literal[
    "body",
    "strong",
    "button",
    "small",
    "small-strong",
    "chip",
    "label",
    "key",
    "title",
    "heading",
    "clock",
    "compact-clock",
    "mono-figures",
]

# Pixels beside a body of 13, and weight.
_ROLES: Mapping[FontRole, tuple[float, QFont.Weight]] = MappingProxyType(
    {
        "body": (13, QFont.Weight.Normal),
        "strong": (13, QFont.Weight.DemiBold),
        "button": (13, QFont.Weight.Medium),
        "small": (12, QFont.Weight.Normal),
        "small-strong": (12, QFont.Weight.DemiBold),
        "chip": (11, QFont.Weight.Medium),
        "label": (11, QFont.Weight.DemiBold),
        "key": (10, QFont.Weight.Medium),
        "title": (16, QFont.Weight.DemiBold),
        "heading": (20, QFont.Weight.DemiBold),
        "clock": (56, QFont.Weight.Bold),
        "compact-clock": (40, QFont.Weight.Bold),
        "mono-figures": (13, QFont.Weight.Normal),
    }
)
# Large letters need less air. They can be read as they are, too: they grow half as much as
# running text does, to leave it the room.
_LARGE = frozenset({"clock", "compact-clock", "heading"})
_DESIGN_BODY = 13
_TEXT_FACES = ("Noto Sans", "DejaVu Sans", "Liberation Sans", "Nimbus Sans")


def system_font() -> QFont:
    """The desktop's general font; FiraGO, which comes with us, on a machine without fonts."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    # Fontconfig names its generic families even where there is no file behind them.
    found = QFontInfo(font).family()
    if not found:
        _load_firago()
        font.setFamily("FiraGO")
    elif found != font.family() and not _has_bold(found):
        # Without its aliases fontconfig takes any face for a generic family, one for formulas too.
        font.setFamily(next(filter(QFontDatabase.hasFamily, _TEXT_FACES), found))
    return font


def body_pixels(font: QFont) -> int:
    """The size of running text: the system's own, and never under the design's 13 px."""
    return max(_DESIGN_BODY, QFontInfo(font).pixelSize())


def font_for(role: FontRole, base: QFont, body: float) -> QFont:
    """``base`` in the size and weight of a role, where running text has ``body`` pixels."""
    size, weight = _ROLES[role]
    grown = body / _DESIGN_BODY
    if role in _LARGE and grown > 1:
        grown = (1 + grown) / 2
    font = QFont(base)
    font.setPixelSize(max(1, round(size * grown)))
    font.setWeight(weight)
    if role in _LARGE:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _has_bold(family: str) -> bool:
    return any(QFontDatabase.bold(family, style) for style in QFontDatabase.styles(family))


def _load_firago() -> None:
    # Imported only where it is needed: the package reads its fonts from disk.
    fonts = import_module("pymupdf_fonts")
    for name in ("figo", "figbo"):
        QFontDatabase.addApplicationFontFromData(fonts.myfont(name))
