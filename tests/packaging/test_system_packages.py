"""What `make` names as missing, what the README tells to install, and what Qt asks for agree."""

import re
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = (ROOT / "packaging" / "system-packages").read_text(encoding="utf-8")
LIBRARIES = dict(re.findall(r"^(lib\S+\.so\.\d+) +(lib\S+)$", SCRIPT, re.MULTILINE))
PLUGINS = Path(PySide6.__path__[0]) / "Qt" / "plugins"


def test_the_readme_names_each_package() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    line = re.search(r"sudo apt-get install -y ((?:.*\\\n)*.*)", readme)
    assert line is not None
    assert sorted(line[1].replace("\\", "").split()) == sorted(LIBRARIES.values())


@pytest.mark.skipif(sys.platform != "linux", reason="the packages are those of Debian")
@pytest.mark.parametrize(
    "plugin",
    [
        "platforms/libqoffscreen.so",
        "platforms/libqxcb.so",
        "platforms/libqwayland.so",
        "wayland-shell-integration/libxdg-shell.so",
        "wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
    ],
)
def test_nothing_that_a_window_lacks_goes_without_a_name(plugin: str) -> None:
    loader = ["ldd", str(PLUGINS / plugin)]
    listed = subprocess.run(loader, capture_output=True, text=True, check=True).stdout
    lacking = set(re.findall(r"^\s*(\S+) => not found", listed, re.MULTILINE))
    assert lacking <= set(LIBRARIES)
