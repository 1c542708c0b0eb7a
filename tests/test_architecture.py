"""The layers hold, nothing works at import, and start-up stays light."""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import interview_desk

SOURCE = Path(interview_desk.__file__).parent
ROOT = Path(__file__).parents[1]

# What each part must do without. The contracts in pyproject.toml read the source; these are
# what a fresh interpreter really loads, whoever asks for it.
PURE = ("assistant", "guide", "interview", "panel", "insights")
TOOLKITS = ("PySide6", "sqlite3", "sqlite_utils", "reportlab", "pikepdf", "click")

# Modules that are loaded before the first paint, and what may only be loaded after it.
START_UP = ("__main__", "cli.window", "app")
HEAVY = (
    "reportlab", "pikepdf", "sqlite_utils", "markdown_it", "click", "PySide6.QtPdf",
    "PySide6.QtPdfWidgets", "asyncio", "importlib.metadata", "platformdirs", "uuid", "platform",
    "hashlib", "interview_desk.guide.model", "interview_desk.interview.records",
    "interview_desk.interview.interview", "interview_desk.desk.session",
)  # fmt: skip

# The parts that own the window; rehearsal presses its keys.
WITH_WIDGETS = ("app", "cli", "desk", "rehearsal")


def fresh_interpreter(code: str, home: Path) -> str:
    """What the code prints in a new interpreter whose home and working folder are `home`."""
    environment = os.environ | {
        "HOME": str(home),
        "INTERVIEW_DESK_HOME": str(home / "data"),
        "PYTHONPATH": str(SOURCE.parent),
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=home, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def modules() -> list[str]:
    """Every module of the product by its dotted name."""
    paths = (path.relative_to(SOURCE.parent).with_suffix("") for path in SOURCE.rglob("*.py"))
    return sorted(".".join(path.parts).removesuffix(".__init__") for path in paths)


def modules_under(part: str) -> list[str]:
    prefix = f"interview_desk.{part}"
    return [name for name in modules() if name == prefix or name.startswith(prefix + ".")]


def loaded_by(names: list[str], home: Path) -> set[str]:
    code = f"import {', '.join(names)}, sys, json; print(json.dumps(list(sys.modules)))"
    return set(json.loads(fresh_interpreter(code, home)))


def imported_names(path: Path) -> Iterator[str]:
    """Each dotted name that an import anywhere in the file mentions, in functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_the_import_contracts_hold() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-cache", "--no-logo"],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("part", PURE)
def test_the_core_loads_no_toolkit(part: str, tmp_path: Path) -> None:
    names = modules_under(part)
    assert names
    assert not loaded_by(names, tmp_path) & {*TOOLKITS}


@pytest.mark.parametrize("part", START_UP)
def test_what_starts_up_loads_nothing_heavy(part: str, tmp_path: Path) -> None:
    assert not loaded_by([f"interview_desk.{part}"], tmp_path) & {*HEAVY}


def test_what_opens_an_interview_knows_no_reader_of_guides(tmp_path: Path) -> None:
    opens = ["interview_desk.store.interviews", "interview_desk.desk.session"]
    reader = {*modules_under("guide.parse")}
    assert reader
    assert not loaded_by(opens, tmp_path) & reader


@pytest.mark.parametrize("page", ["prepare", "live", "score", "report"])
def test_no_page_of_an_interview_loads_the_reader_of_guides(page: str, tmp_path: Path) -> None:
    loaded = loaded_by([f"interview_desk.desk.{page}.page"], tmp_path)
    assert "interview_desk.guide.parse.reader" not in loaded


def test_the_report_page_opens_without_what_makes_reads_or_mails(tmp_path: Path) -> None:
    later = {*modules_under("guide.parse"), *modules_under("report.pdf"), "email.message"}
    later |= {"interview_desk.interview.packet", "interview_desk.report.pdf_process", "reportlab"}
    assert not loaded_by(["interview_desk.desk.report.page"], tmp_path) & later


def test_only_the_window_knows_widgets() -> None:
    offenders = [
        f"{path.relative_to(SOURCE)} imports {name}"
        for path in SOURCE.rglob("*.py")
        if path.relative_to(SOURCE).parts[0].removesuffix(".py") not in WITH_WIDGETS
        for name in imported_names(path)
        if name.startswith(("PySide6.QtWidgets", "PySide6.QtPdfWidgets"))
    ]
    assert offenders == []


def test_the_window_keeps_what_it_keeps_by_settings_that_are_declared() -> None:
    desk = SOURCE / "desk"
    asking = [
        path.relative_to(desk).as_posix()
        for path in desk.rglob("*.py")
        if re.search(r"\.(set_)?setting\(", path.read_text(encoding="utf-8"))
    ]
    assert asking == ["settings.py"]


# Audit events tell of every file opened to write and every connection made, wherever it is.
WATCHED_IMPORT = """
import importlib, json, os, sys, threading

deeds = []
writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT
telling = ("sqlite3.connect", "socket.connect", "socket.bind", "subprocess.Popen", "os.mkdir")

def watch(event, args):
    if event in telling or (event == "open" and args[2] & writing):
        deeds.append(f"{event} {args[0]!r}")

sys.addaudithook(watch)
for name in NAMES:
    importlib.import_module(name)
if "PySide6.QtCore" in sys.modules and sys.modules["PySide6.QtCore"].QCoreApplication.instance():
    deeds.append("an application")
deeds += [thread.name for thread in threading.enumerate()[1:]]
print(json.dumps(deeds))
"""


def test_importing_everything_does_no_work(tmp_path: Path) -> None:
    code = f"NAMES = {modules()!r}\n{WATCHED_IMPORT}"
    assert json.loads(fresh_interpreter(code, tmp_path)) == []
    assert [*tmp_path.iterdir()] == []


def test_what_the_start_leaves_out_of_qts_binding_is_missed_by_nobody(tmp_path: Path) -> None:
    code = """
import builtins, json, sys
from interview_desk.cli.window import start_quickly
before = builtins.compile, builtins.__import__
start_quickly()
from PySide6.QtCore import QRect, Qt
try:
    QRect("one", 2)
except TypeError as error:
    told = str(error)
unused = sys.modules["shibokensupport.signature.lib.pyi_generator"]
print(json.dumps([
    (builtins.compile, builtins.__import__) == before, told, Qt.Key(0x41).name,
    "argparse" in sys.modules, hasattr(unused, "Formatter"),
]))
"""
    restored, told, key, parser_loaded, stubs_loaded = json.loads(fresh_interpreter(code, tmp_path))
    assert restored
    assert "PySide6.QtCore.QPoint" in told  # Qt's binding still says what would have been right
    assert key == "Key_A"
    assert not parser_loaded
    assert not stubs_loaded


def test_no_list_of_items_is_emptied_by_clear() -> None:
    """With PySide 6.11 that looks at items after they are gone; `takeItem` is safe."""
    cleared = [
        f"{path.name}: {node.name}"
        for path in sorted(SOURCE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
        and "QListWidget" in _bases(node)
        and "self.clear()" in ast.unparse(node)
    ]
    assert cleared == []


def test_no_slot_that_is_overridden_is_connected_to_the_theme() -> None:
    """PySide 6.11 keeps such a connection past its widget, and calls what is gone; `Themed` does
    not."""
    classes = {
        node.name: node
        for path in sorted((SOURCE / "desk").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    kept = [
        f"{name} overrides {slot} of {base}"
        for name, node in classes.items()
        for base in _ancestors(name, classes)
        for slot in {each.name for each in node.body if isinstance(each, ast.FunctionDef)}
        if f"theme.changed.connect(self.{slot})" in ast.unparse(classes[base])
    ]
    assert kept == []


def _bases(node: ast.ClassDef) -> list[str]:
    return [base.id for base in node.bases if isinstance(base, ast.Name)]


def _ancestors(name: str, classes: dict[str, ast.ClassDef]) -> set[str]:
    found: set[str] = set()
    for base in _bases(classes[name]):
        if base in classes:
            found |= {base, *_ancestors(base, classes)}
    return found
