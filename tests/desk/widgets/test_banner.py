import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.button import TextButton
from interview_desk.desk.widgets.fields import LineField
from interview_desk.desk.widgets.messages import Banner, MessageKind


class Page(QWidget):
    """A banner over a field."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.banner, self.field = Banner(theme), LineField(theme, "Note")
        column = QVBoxLayout(self)
        column.addWidget(self.banner)
        column.addWidget(self.field)
        self.resize(700, 200)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> Page:
    made = Page(theme)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.field.setFocus()
    return made


def visible_buttons(banner: Banner) -> list[TextButton]:
    return [each for each in banner.findChildren(TextButton) if each.isVisible()]


def test_a_message_leaves_the_keyboard_with_whoever_types(qtbot: QtBot, page: Page) -> None:
    banner, field = page.banner, page.field
    assert not banner.isVisible()
    banner.show_message("The disk is full.", MessageKind.ERROR, ["Try again"])
    first, dismiss = visible_buttons(banner)
    QTest.keyClicks(field, "still here")
    assert field.hasFocus()
    assert field.text() == "still here"
    with qtbot.waitSignal(banner.acted) as told:
        QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert told.args == [0]
    with qtbot.waitSignal(banner.dismissed):
        QTest.mouseClick(dismiss, Qt.MouseButton.LeftButton)
    assert field.hasFocus()
    assert not banner.isVisible()
    assert banner.text() == ""


def test_buttons_of_an_earlier_message_are_gone(page: Page) -> None:
    banner = page.banner
    banner.show_message("The laptop slept.", MessageKind.WARN, ["Count it", "Leave it out"])
    assert [each.text() for each in visible_buttons(banner)[:2]] == ["Count it", "Leave it out"]
    banner.show_message("Saved.")
    assert [each.accessibleName() for each in visible_buttons(banner)] == ["Dismiss this message"]


def test_there_is_room_for_two_actions_only(page: Page) -> None:
    banner = page.banner
    with pytest.raises(ValueError, match="two actions"):
        banner.show_message("Which?", actions=["a", "b", "c"])


def test_markup_in_a_message_stays_text(page: Page) -> None:
    banner = page.banner
    banner.show_message("Cannot open <img src='/etc/passwd'>.pdf")
    assert banner.text() == "Cannot open <img src='/etc/passwd'>.pdf"
    assert banner.accessibleName() == banner.text()
