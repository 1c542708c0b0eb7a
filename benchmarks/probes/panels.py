"""The pages of panels and of insights, from the choice to the paint.

Prints two numbers, in ms: a panel of eight packets of 60 notes, whose bytes lie in the store, and
the figures on 300 interviews.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.samples import sample, shipped_guide
from interview_desk.app import launch, make_application
from interview_desk.desk.context import Desk
from interview_desk.desk.insights.page import InsightsPage
from interview_desk.desk.panels.page import PanelsPage
from interview_desk.desk.theme.theme import Scheme, Theme
from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.packet import write_packet
from interview_desk.interview.records import Lock, Setup
from interview_desk.store.panels import ArrivedPacket

_PEOPLE, _INTERVIEWS, _ROUNDS = 8, 300, 5
_CANDIDATE, _ROLE = "Amara Okonkwo-Lindqvist", "ML Engineer"


def main() -> None:
    """Measure, and print."""
    app = make_application()
    theme = Theme(Scheme.LIGHT)
    theme.apply(app)
    with tempfile.TemporaryDirectory() as folder:
        desk = launch(theme, Path(folder)).window._desk  # noqa: SLF001 - the parts of the real one
        _keep(desk)
        panel = median(_opened(lambda: PanelsPage(desk)) for _ in range(_ROUNDS))
        insights = median(_opened(lambda: InsightsPage(desk)) for _ in range(_ROUNDS))
    sys.stdout.write(f"{panel} {insights}")


def _keep(desk: Desk) -> None:
    """The interviews, and the panel, already opened by its reader."""
    guide = shipped_guide()
    for number in range(_INTERVIEWS):
        desk.store.create(_finished(sample(guide, number)))
    panel = desk.store.panels.create("panel", _CANDIDATE, _ROLE, 1)
    for number in range(_PEOPLE):
        interview = _finished(sample(guide, 1_000 + number))
        setup = Setup(_CANDIDATE, _ROLE, f"Interviewer {number}", "Fraud")
        records = tuple(setup if isinstance(r, Setup) else r for r in interview.records.values())
        interview = Interview.of(interview.uid, guide, interview.created_ms, records)
        arrived = ArrivedPacket(interview.uid, _CANDIDATE, "a.json", write_packet(interview))
        desk.store.panels.add(panel, arrived, 2)
    desk.store.panels.mark_opened(panel, 3)


def _finished(interview: Interview) -> Interview:
    at = Instant(interview.created_ms + 3_600_000, 3_600_000, f"boot {interview.uid[6:]}")
    records = (*interview.records.values(), Lock(at))
    return replace(
        Interview.of(interview.uid, interview.guide, interview.created_ms, records), pictures={}
    )


def _opened(make: Callable[[], QWidget]) -> float:
    began = time.perf_counter_ns()
    page = make()
    page.resize(1280, 800)
    page.show()
    QApplication.processEvents()
    took = (time.perf_counter_ns() - began) / 1e6
    page.close()
    page.deleteLater()
    return took


main()
