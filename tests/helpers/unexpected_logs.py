"""A warning in the log that no test asked for fails the test."""

import logging
from collections.abc import Iterator

import pytest


class _Collected(logging.Handler):
    """Keeps each record of WARNING or above as one line."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def unexpected_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails on records of WARNING or above; a test that takes ``caplog`` judges its own."""
    if "caplog" in request.fixturenames:
        yield
        return
    collected = _Collected()
    logging.getLogger().addHandler(collected)
    yield
    logging.getLogger().removeHandler(collected)
    if collected.lines:
        pytest.fail("unexpected in the log:\n" + "\n".join(collected.lines), pytrace=False)
