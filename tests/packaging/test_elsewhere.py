"""What is written for macOS and Windows, as far as it can be tried here."""

import ast
import re
import runpy
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).parents[2]
RECIPES = ROOT / "packaging"
belongs_elsewhere = runpy.run_path(str(RECIPES / "libraries.py"))["belongs_elsewhere"]
icon = runpy.run_path(str(RECIPES / "icons.py"))["icon"]
version_info = runpy.run_path(str(RECIPES / "windows_version.py"))["version_info"]
weight = runpy.run_path(str(RECIPES / "weight.py"))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("ending", "largest"), [("ico", 256), ("icns", 1024)])
def test_the_icon_is_drawn_in_every_size_that_is_asked_for(
    tmp_path: Path, ending: str, largest: int
) -> None:
    made = icon(ROOT / "resources" / "icons" / "interview-desk.svg", tmp_path / f"desk.{ending}")
    with Image.open(made) as found:
        assert max(found.size) == largest
        alpha = found.convert("RGBA").getchannel("A")
        assert alpha.getextrema() == (0, 255), "drawn, on nothing"


def test_the_version_is_told_in_four_numbers() -> None:
    told = version_info("0.2.1")
    ast.parse(told, mode="eval")  # as PyInstaller reads it
    assert "filevers=(0, 2, 1, 0)" in told
    assert 'StringStruct("ProductVersion", "0.2.1")' in told


@pytest.mark.parametrize(
    ("path", "belongs"),
    [
        ("PySide6\\Qt6Core.dll", True),
        ("PySide6\\Qt6WebEngineCore.dll", False),
        ("PySide6/Qt/lib/QtPdf.framework/Versions/A/QtPdf", True),
        ("PySide6/Qt/lib/QtQuick.framework/Versions/A/QtQuick", False),
        ("PySide6/translations/qt_de.qm", False),
        ("python313.dll", True),
    ],
)
def test_of_qt_only_what_is_used_goes_in(path: str, belongs: bool) -> None:
    assert belongs_elsewhere((path, "", "BINARY")) is belongs


def test_the_workflow_tries_every_python_that_the_package_names() -> None:
    told = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    named = set(re.findall(r"Python :: (3\.\d+)\"", told))
    tried = (ROOT / ".github" / "workflows" / "tests.yml").read_text(encoding="utf-8")
    assert named == set(re.findall(r"\"(3\.\d+)\"", tried.partition("runs-on")[0]))


def test_what_it_weighs_is_told_package_by_package(capsys: pytest.CaptureFixture[str]) -> None:
    weight["main"]()
    told = capsys.readouterr().out
    assert "| pyside6-essentials |" in told
    assert "| pytest |" not in told
