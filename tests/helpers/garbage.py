"""Between tests nothing waits for events, so what is due of Python's garbage is collected here."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def garbage() -> Iterator[None]:
    """Collects after the test, once the program has taken that over from Python."""
    yield
    if not gc.isenabled():
        from interview_desk.desk.background.garbage import collect_due

        collect_due()
