"""A document of 600 lines beside the guide it becomes: a block is given another role.

Prints two numbers, in ms, from the choice to both sides painted: the median and the slowest.
"""

import sys
import time
from statistics import median

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from interview_desk.app import make_application
from interview_desk.desk.guides.import_view import ImportView
from interview_desk.desk.shortcuts.keymap import Keymap
from interview_desk.desk.theme.theme import Scheme, Theme
from interview_desk.guide.importer.markdown import read_markdown
from interview_desk.guide.importer.proposal import propose
from interview_desk.guide.importer.roles import Role

_ROUNDS, _WARM_UP = 5, 2
_ROLES = (Role.READING, Role.QUESTION, Role.RED_FLAG, None)


def main() -> None:
    """Measure, and print."""
    app = make_application()
    theme = Theme(Scheme.LIGHT)
    theme.apply(app)
    view = ImportView(theme, Keymap())
    view.resize(1280, 800)
    view.show()
    view.open(propose(read_markdown(_document(), "long")))
    QApplication.processEvents()
    taken = [_choose(view, role) for _ in range(_ROUNDS) for role in _ROLES][_WARM_UP:]
    sys.stdout.write(f"{median(taken)} {max(taken)}")


def _document() -> str:
    phases = (
        f"## Part {n} (5 minutes)\n\n" + "\n".join(f"- What of {n} and {m}?" for m in range(27))
        for n in range(20)
    )
    return "# Long interview of a candidate\n\n" + "\n\n".join(phases)


def _choose(view: ImportView, role: Role | None) -> float:
    view.list.go_to(100)
    QTest.qWait(1)
    began = time.perf_counter_ns()
    view.give_role(role)
    QApplication.processEvents()
    return (time.perf_counter_ns() - began) / 1e6


main()
