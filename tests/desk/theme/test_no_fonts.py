"""A machine without a single font, as a container is: the window shows words all the same."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_NO_FONTS = (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
    "<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>"
)
# Prints what text is set in, and whether letters are painted as different ones. The label before
# has scripts that no font there has.
_PROGRAM = """
from PySide6.QtGui import QFontInfo
from interview_desk.app import make_application
from interview_desk.desk.theme.theme import Scheme, Theme
from interview_desk.desk.widgets.label import Label
app = make_application()
theme = Theme(Scheme.LIGHT)
theme.apply(app)
pictures = [Label(theme, text).grab().toImage() for text in ("mmm", "www")]
Label(theme, "\\u0ba4\\u0bae\\u0bbf\\u0bb4\\u0bcd and \\u0998 and \\u1780").grab()
print(QFontInfo(app.font()).family(), pictures[0] != pictures[1])
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fontconfig names the fonts there")
def test_without_any_font_the_window_takes_the_one_that_comes_with_it(tmp_path: Path) -> None:
    settings = tmp_path / "fonts.conf"
    settings.write_text(_NO_FONTS.format(folder=tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        capture_output=True, text=True, timeout=60, check=False,
        env=os.environ | {"FONTCONFIG_FILE": str(settings), "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert (done.stdout, done.stderr, done.returncode) == ("FiraGO True\n", "", 0)
