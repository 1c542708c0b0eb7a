"""The guards in tests/helpers fail the test that leaves something behind, and no other."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

INNER_TESTS = """
import atexit
import logging

from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QLabel

kept = []

def test_careless_window(qapp):
    kept.append(QLabel("still here"))

def test_tidy_window(qtbot):
    label = QLabel("gone")
    qtbot.addWidget(label)

def test_careless_timer(qapp):
    kept.append(QTimer(interval=1000))
    kept[-1].start()

def test_tidy_timer(qapp):
    timer = QTimer(interval=1000)
    timer.start()

def test_careless_thread(qapp):
    thread = QThread()
    thread.start()
    kept.append(thread)
    atexit.register(thread.wait)
    atexit.register(thread.quit)

def test_careless_log():
    logging.getLogger("desk").warning("odd")

def test_judged_log(caplog):
    logging.getLogger("desk").warning("odd, and looked at")
"""


def test_only_careless_tests_fail(tmp_path: Path) -> None:
    (tmp_path / "test_inner.py").write_text(INNER_TESTS, encoding="utf-8")
    plugins = ["-p", "tests.helpers.loose_ends", "-p", "tests.helpers.unexpected_logs"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-rA", "-p", "no:cacheprovider", *plugins, tmp_path],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert "7 passed, 4 errors in " in done.stdout
    errors = re.findall(r"^ERROR test_inner\.py::test_(\w+)", done.stdout, re.MULTILINE)
    assert errors == ["careless_window", "careless_timer", "careless_thread", "careless_log"]
