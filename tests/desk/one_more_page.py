"""A program for `test_navigation`: the window as it is with one more entry in the table of pages.

It prints as a line of JSON what the rail says, and which pages the new one's key, the rail and
the place that was remembered lead to, each with what it was asked to show. Argument: a folder.
"""

import json
import sys
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

NAVIGATION = "interview_desk.desk.navigation"
ENTRY = """    NOTICES = "notices", Entry(
        "notices.NoticesPage", "Notices", "window.notices", "Ctrl+Y", on_rail=True)
"""


def load_with_one_more(folder: Path) -> None:
    """The table of pages with another entry, in the place of the one that there is."""
    spec = find_spec(NAVIGATION)
    assert spec is not None
    assert spec.origin is not None
    table, end = Path(spec.origin).read_text(encoding="utf-8"), "    # fmt: on\n"
    assert end in table
    changed = folder / "navigation.py"
    changed.write_text(table.replace(end, ENTRY + end, 1), encoding="utf-8")
    spec = spec_from_file_location(NAVIGATION, changed)
    assert spec is not None
    assert spec.loader is not None
    sys.modules[NAVIGATION] = made = module_from_spec(spec)
    spec.loader.exec_module(made)


def main(folder: Path) -> None:
    load_with_one_more(folder)
    from interview_desk.desk.home_page import HomePage  # with that table
    from interview_desk.desk.navigation import Page, Place
    from interview_desk.desk.shortcuts.keymap import COMMANDS
    from interview_desk.desk.window import MainWindow
    from tests.helpers.rooms import make_room

    class NoticesPage(HomePage):
        shown = ""

        def show_what(self, what: str) -> None:
            self.shown = what

    file = ModuleType("interview_desk.desk.notices")
    setattr(file, NoticesPage.__name__, NoticesPage)  # the page's own file
    sys.modules[file.__name__] = file

    app = QApplication([])
    room = make_room(folder / "data")
    room.desk.theme.apply(app)

    def told(window: MainWindow) -> tuple[str, str]:
        page = window.page
        return type(page).__name__, page.shown if isinstance(page, NoticesPage) else ""

    window = MainWindow(room.desk)
    places = window.rail.places
    role = Qt.ItemDataRole.AccessibleTextRole
    rail = [places.item(number).data(role) for number in range(places.count())]
    led = []
    next(each for each in window.actions() if each.objectName() == "window.notices").trigger()
    led.append(told(window))
    window.show_first_page()
    places.setCurrentRow(len(rail) - 1)
    led.append(told(window))
    window.first_page.go.emit(Place(list(Page)[-1], "fire: drill"))
    led.append(told(window))
    again = MainWindow(room.desk)
    again.restore()
    led.append(told(again))
    title = next(each.title for each in COMMANDS if each.name == "window.notices")
    sys.stdout.write(json.dumps({"rail": rail, "title": title, "led": led}) + "\n")
    room.desk.erasures.finish()
    room.desk.store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
