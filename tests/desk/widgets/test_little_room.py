"""What the widgets do where there is less room than they ask for."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.clock_label import ClockLabel
from interview_desk.desk.widgets.fields import NumberField
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.layouts import QUIET, FlowRow, quiet_row

PATH = "/home/somebody/with/a/long/name/and/no/space/in/it/Interview.pdf"


def picture(widget: QWidget) -> QImage:
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    widget.render(image, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    return image


def ink(image: QImage) -> set[tuple[int, int]]:
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {point for point in points if image.pixelColor(*point).lightness() < 128}


def test_a_word_too_long_for_the_label_goes_on_in_the_next_line(qtbot: QtBot, theme: Theme) -> None:
    label = Label(theme, PATH, wrap=True)
    qtbot.addWidget(label)
    width = theme.width("body", PATH) // 3
    assert label.minimumSizeHint().width() < width
    label.resize(width, label.heightForWidth(width))
    lines = label.height() // theme.metrics("body").lineSpacing()
    assert lines >= 3
    tall = theme.metrics("body").lineSpacing()
    written = {y // tall for _, y in ink(picture(label))}
    assert written >= set(range(lines))


@pytest.mark.parametrize(
    "reading", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_buttons_go_on_in_a_row_below(
    qtbot: QtBot, theme: Theme, reading: Qt.LayoutDirection
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.setLayoutDirection(reading)
    buttons = [TextButton(theme, word) for word in ("Anonymise", "Erase", "Hidden", "Leave it")]
    row = FlowRow(*buttons)
    page.setLayout(row)
    buttons[2].hide()
    shown = [button for button in buttons if button is not buttons[2]]
    wide = row.sizeHint().width()
    page.resize(wide, 100)
    page.show()
    assert len({button.y() for button in shown}) == 1
    page.resize(wide - 1, row.heightForWidth(wide - 1))
    assert len({button.y() for button in shown}) == 2
    assert all(page.rect().contains(button.geometry()) for button in shown)
    first = buttons[0].geometry()
    at_start = first.left() == 0 if reading is reading.LeftToRight else first.right() == wide - 2
    assert at_start


def test_the_figures_of_the_clock_get_smaller_and_are_never_cut(qtbot: QtBot, theme: Theme) -> None:
    clock = ClockLabel(theme)
    qtbot.addWidget(clock)
    clock.set_remaining(-754)
    least, asked = clock.minimumSizeHint(), clock.sizeHint()
    assert least.width() < asked.width()
    pictures = []
    for width in (least.width(), asked.width(), 2 * asked.width()):
        clock.resize(width, asked.height())
        pictures.append(ink(picture(clock)))
    small, full, wide = pictures
    assert full == wide
    assert max(x for x, _ in small) < least.width() - 1
    assert len(small) < len(full)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_number_field_has_room_for_its_largest_number(
    qtbot: QtBot, theme: Theme, scale: float
) -> None:
    theme.set_scale(scale)
    field = NumberField(theme, "Kept for", range(241), "months")
    qtbot.addWidget(field)
    field.set_number(240)
    field.resize(field.minimumSizeHint())
    field.show()
    edit = field.lineEdit()
    assert edit.fontMetrics().horizontalAdvance(edit.text()) < edit.width() - 4


def test_a_quiet_button_reaches_over_the_edge_with_all_its_words(
    theme: Theme, qtbot: QtBot
) -> None:
    button, column = TextButton(theme, "Wording of every mail…", ButtonKind.QUIET), QWidget()
    qtbot.addWidget(column)
    row = QVBoxLayout(column)
    row.setContentsMargins(0, 0, 0, 0)
    row.addLayout(quiet_row(theme, button))
    column.resize(400, 60)
    column.show()
    assert button.x() == -theme.px(QUIET)
    assert button.width() == button.sizeHint().width()
