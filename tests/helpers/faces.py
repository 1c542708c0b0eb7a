"""What tests set the window's text in, so that a layout which holds here holds elsewhere too."""

from enum import Enum

import pymupdf_fonts
from PySide6.QtGui import QFont, QFontDatabase

# Running text is then a seventh wider than in DejaVu, the widest face that desktops come with,
# and bold text as wide.
_STRETCH = 125


class Face(Enum):
    """The machine's own face, and one that is the same, and wide, on every machine."""

    MACHINE = "the machine's face"
    WIDE = "a wide face"

    def told(self) -> str:
        """For the name of a test."""
        return self.value

    def font(self) -> QFont | None:
        """What to hand to the theme; None for the machine's own. An application must be there."""
        if self is Face.MACHINE:
            return None
        if "FiraGO" not in QFontDatabase.families():
            for name in ("figo", "figbo"):
                QFontDatabase.addApplicationFontFromData(pymupdf_fonts.myfont(name))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        font.setFamily("FiraGO")
        font.setStretch(_STRETCH)
        return font
