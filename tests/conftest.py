"""What every test gets: no display, no real data folder, and no tolerance for loose ends."""

import os
from collections.abc import Iterator

import hypothesis
import pytest

pytest_plugins = [
    "tests.helpers.garbage",
    "tests.helpers.loose_ends",
    "tests.helpers.unexpected_logs",
]

# Widgets are drawn in memory, unless whoever runs the tests wants to watch them.
if "INTERVIEW_DESK_TEST_DISPLAY" not in os.environ:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# On a developer's machine each run tries new examples and remembers the failing ones; a
# build must give the same answer twice.
hypothesis.settings.register_profile("local", deadline=None, max_examples=60)
hypothesis.settings.register_profile(
    "ci", hypothesis.settings.get_profile("local"), derandomize=True
)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """The core's tests run without pytest-qt, and its options are then nobody's."""
    if not pluginmanager.hasplugin("pytest-qt"):
        for option in ("qt_api", "qt_log_ignore", "qt_log_level_fail"):
            parser.addini(option, "belongs to pytest-qt, which is switched off")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that take the application are marked ``gui``, so that -m can choose them."""
    for item in items:
        if isinstance(item, pytest.Function) and {"qapp", "qtbot"} & {*item.fixturenames}:
            item.add_marker("gui")


@pytest.fixture(scope="session", autouse=True)
def home_for_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reaches the data of whoever runs it."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("INTERVIEW_DESK_HOME", str(tmp_path_factory.mktemp("home")))
        yield
