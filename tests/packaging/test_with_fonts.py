"""The font sets that tests can be run with hold what they say."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
FAMILIES = """
from PySide6.QtGui import QFontDatabase, QGuiApplication
app = QGuiApplication([])
generic = {"Monospace", "Sans Serif", "Serif"}  # Qt lists them whatever there is
print(*sorted({*QFontDatabase.families()} - generic), sep="\\n")
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="fontconfig chooses on Linux")


def families(fonts: str) -> list[str]:
    done = subprocess.run(
        [ROOT / "packaging" / "with-fonts", fonts, sys.executable, "-c", FAMILIES],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    return done.stdout.split("\n")[:-1] if done.returncode == 0 else [done.stderr]


def test_none_is_no_font_at_all() -> None:
    assert [*filter(None, families("none"))] == []


@pytest.mark.skipif(not DEJAVU.is_dir(), reason="DejaVu is not installed")
def test_dejavu_is_nothing_else() -> None:
    found = families("dejavu")
    assert found
    assert all(family.startswith("DejaVu") for family in found)


def test_a_set_that_is_not_installed_is_told(tmp_path: Path) -> None:
    (told,) = families(str(tmp_path / "nowhere"))
    assert "is not there" in told
