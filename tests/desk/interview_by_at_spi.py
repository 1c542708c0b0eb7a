"""A whole interview, its scoring and its report through AT-SPI alone, as a screen reader has it.

Run by the system's Python, which has the bindings (`gi.repository.Atspi`), in a session of its own;
`test_screen_reader.py` starts it. Arguments: the folder for all files, then the command of the
desk. Prints a line for each step; where one cannot be done it ends with the tree that there was.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Node = Any  # an accessible: the bindings tell no types
PATIENCE_S, PAUSE_S = 30.0, 0.1
CANDIDATE, NOTE, REASON = "Amara Okonkwo", "asked who it is for", "She asked first."
SUMMARY = "Frames the problem before she builds."
INDICATOR, LEVEL, STEP = "Discusses how ML solution", "Meets", "Hire"
WARNING, PHASES = "Not complete yet", 5
RETURN = 36  # as X numbers the keys of every PC


def told(what: str) -> None:
    """Say what was done."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def until(look: Callable[[], Node | None], what: str) -> Node:
    """What ``look`` gives as soon as it gives something; ends the program where it never does."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        try:
            if (found := look()) is not None:
                return found
        except GLib.Error:
            pass  # it went while it was looked at
        time.sleep(PAUSE_S)
    print_tree()
    raise SystemExit(f"not there: {what}")


def application() -> Node | None:
    """The desk among all that speak AT-SPI."""
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        each = desktop.get_child_at_index(number)
        if each is not None and each.get_name() == "interview-desk":
            return each
    return None


def everything(node: Node) -> Iterator[Node]:
    """The node and all below it that are on the screen."""
    yield node
    for number in range(node.get_child_count()):
        child = node.get_child_at_index(number)
        if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
            yield from everything(child)


def print_tree() -> None:
    """What there was, for whoever looks into it."""
    for each in everything(application()):
        sys.stderr.write(f"{each.get_role_name()}: {each.get_name()!r}\n")


def find(role: str, name: str) -> Node | None:
    """The first of that role whose name begins so."""
    app = application()
    for each in everything(app) if app is not None else ():
        if each.get_role_name() == role and each.get_name().startswith(name):
            return each
    return None


def get(role: str, name: str) -> Node:
    """Likewise, waiting for it."""
    return until(partial(find, role, name), f"{role} {name!r}")


def with_state(state: Node, role: str, name: str) -> Node | None:
    """Likewise, if it has the state."""
    found = find(role, name)
    return found if found is not None and found.get_state_set().contains(state) else None


def press(role: str, name: str) -> None:
    """Do what it is there for, once it can be done."""
    enabled = partial(with_state, Atspi.StateType.ENABLED, role, name)
    told(f"{role} {name!r}: {act(until(enabled, f'{role} {name!r}, enabled'))}")


def act(node: Node) -> str:
    """Do what it is there for; the name of that."""
    names = [Atspi.Action.get_action_name(node, n) for n in range(Atspi.Action.get_n_actions(node))]
    wanted = next(each for each in ("Press", "Toggle", "Check", "Uncheck") if each in names)
    Atspi.Action.do_action(node, names.index(wanted))
    time.sleep(3 * PAUSE_S)  # Qt shows a press for a tenth of a second, and only then does it
    return str(wanted).lower()


def write(role: str, name: str, words: str) -> Node:
    """Words into a field; what is in it is read back."""
    node = get(role, name)
    Atspi.Component.grab_focus(node)
    Atspi.EditableText.insert_text(node, 0, words, len(words.encode()))
    until(lambda: node if words in content(node) else None, f"{words!r} in {name!r}")
    told(f"{role} {name!r}: {words}")
    return node


def content(node: Node) -> str:
    """The text of a field."""
    return str(Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node)))


def enter(field: Node) -> None:
    """Return in a field that is empty after it; again where the window had no keyboard yet."""

    def taken() -> bool | None:
        Atspi.Component.grab_focus(field)
        Atspi.generate_keyboard_event(RETURN, None, Atspi.KeySynthType.PRESSRELEASE)
        time.sleep(5 * PAUSE_S)
        return True if not content(field) else None

    until(taken, "Return in the field")


def play(pdf: Path) -> None:
    """The interview, from the empty library to the saved PDF."""
    press("push button", "New interview")
    write("text", "Candidate", CANDIDATE)
    press("push button", "Start interview")
    take_notes()
    score()
    save(pdf)


def take_notes() -> None:
    """A note and an indicator, then through the phases to the end."""
    get("push button", "Next phase")  # the live page, and not the fields of the one before
    enter(write("text", "Note", NOTE))
    until(partial(holding, "list item", NOTE), f"{NOTE!r} in the list")
    told("the note is in the list")
    press("check box", INDICATOR)
    ticked = partial(with_state, Atspi.StateType.CHECKED, "check box", INDICATOR)
    until(ticked, f"{INDICATOR!r} ticked")
    for number in range(2, PHASES + 1):
        press("push button", "Next phase")
        get("label", f"Phase {number} of {PHASES}")
    finish = get("push button", "Finish")
    for _ in range(2):  # the second within a moment
        act(finish)
    told("finished")


def score() -> None:
    """Each dimension with a level and a reason, what follows, and the lock."""
    get("push button", "Finish and lock")
    while find("push button", "Next: ") is not None:
        place = heading()
        if find("radio button", LEVEL) is not None:
            press("radio button", LEVEL)
            write("text", "Why this rating", REASON)
        elif find("push button", "Rest not observed") is not None:
            press("push button", "Rest not observed")
        elif find("radio button", STEP) is not None:
            press("radio button", STEP)
            write("text", "Summary", SUMMARY)
        press("push button", "Next: ")
        until(partial(other_than, place), "what comes next")
    press("push button", "Finish and lock")
    if until(warned_or_done, "an end of the scoring").get_name().startswith(WARNING):
        press("push button", "Finish and lock")


def warned_or_done() -> Node | None:
    """What is missing is told once; then there is a report."""
    return find("label", WARNING) or find("push button", "Save PDF")


def save(pdf: Path) -> None:
    """The PDF, by the dialog for files."""
    press("push button", "Save PDF")
    field = get("text", "File name")
    Atspi.EditableText.set_text_contents(field, str(pdf))
    found = until(partial(holding, "push button", "Save", whole=True), "the dialog's Save")
    told(f"push button 'Save': {act(found)}")
    until(lambda: True if pdf.exists() and pdf.stat().st_size else None, f"{pdf}")
    told(f"saved: {pdf.name}")


def holding(role: str, words: str, *, whole: bool = False) -> Node | None:
    """One of that role in whose name the words are, or whose whole name they are."""
    for each in everything(application()):
        name = each.get_name()
        if each.get_role_name() == role and (name == words if whole else words in name):
            return each
    return None


def heading() -> str:
    """What stands on the button that goes on, and so tells the place."""
    found = find("push button", "Next: ")
    return str(found.get_name()) if found is not None else ""


def other_than(place: str) -> bool | None:
    """True once another place is on show."""
    return True if heading() != place else None


def main() -> None:
    """Start the desk, play, and end it."""
    folder, *command = sys.argv[1:]
    Atspi.init()
    desk = subprocess.Popen([*command, "--data-dir", str(Path(folder) / "data")])
    try:
        until(application, "the desk")
        play(Path(folder) / "report.pdf")
    finally:
        desk.terminate()
        desk.wait(timeout=20)


if __name__ == "__main__":
    main()
