"""The theme that widgets under test are painted from."""

import pytest
from PySide6.QtWidgets import QApplication

from interview_desk.desk.theme.theme import Scheme, Theme


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """Light, at the size of the design."""
    return Theme(Scheme.LIGHT)
