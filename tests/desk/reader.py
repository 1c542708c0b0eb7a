"""A screen reader in small: starts a program, presses a button of it, prints what it was told.

Run by the system's own Python, which has pyatspi, with the button's name, the words that are
to be heard when it is pressed, and the command.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pyatspi  # type: ignore[import-not-found]
from gi.repository import GLib

_Told = Any  # pyatspi has no types
_LOOK_MS, _PATIENCE = 100, 200


class Reader:
    """Looks every tenth of a second until the page is there, then presses and listens."""

    def __init__(self, button: str, words: str, program: subprocess.Popen[bytes]) -> None:
        self.button, self.words, self.program = button, words, program
        self.looks = 0
        self.found: list[dict[str, Any]] = []
        self.heard: list[str] = []
        pyatspi.Registry.registerEventListener(self.hear, "object:announcement")
        GLib.timeout_add(_LOOK_MS, self.look)

    def hear(self, event: _Told) -> None:
        """Something is announced."""
        self.heard.append(event.any_data)
        if self.words in event.any_data:
            pyatspi.Registry.stop()

    def look(self) -> bool:
        """Read the page if it is there; whether to look again, until patience ends."""
        self.looks += 1
        if self.looks > _PATIENCE or self.program.poll() is not None:
            pyatspi.Registry.stop()
            return False
        for app in pyatspi.Registry.getDesktop(0):
            nodes = [] if app is None or self.found else list(shown(app))
            buttons = [node for node, told in nodes if told["name"] == self.button]
            if buttons:
                self.found = [told for _, told in nodes]
                buttons[0].queryAction().doAction(0)
        return True


def shown(node: _Told) -> Iterator[tuple[_Told, dict[str, Any]]]:
    """What is on the screen, each thing with what is told of it."""
    states = node.getState()
    if node.getRole() != pyatspi.ROLE_APPLICATION and not states.contains(pyatspi.STATE_SHOWING):
        return
    told = {"role": node.getRoleName(), "name": node.name, "about": node.description}
    told["states"] = [pyatspi.stateToString(state) for state in states.getStates()]
    yield node, told
    for child in node:
        if child is not None:
            yield from shown(child)


def main() -> None:
    """Read what the command shows, and say so in JSON."""
    button, words, *command = sys.argv[1:]
    program = subprocess.Popen(command)
    reader = Reader(button, words, program)
    pyatspi.Registry.start()
    program.terminate()
    program.wait()
    sys.stdout.write(json.dumps({"found": reader.found, "heard": reader.heard}) + "\n")


main()
