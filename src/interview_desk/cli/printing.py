"""What the commands print: lines for people, and JSON for programs.

Names, notes and file names come from anywhere: nothing in them may move the cursor, ring the
bell or begin a line of its own.
"""

import json
import re
import sys

import click

_SPACES = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]")
# Control characters, those that turn the direction of what follows, and halves of characters.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_UNSAFE_IN_TEXT = re.compile(_UNSAFE.pattern.replace("\x00-\x1f", "\x00-\x08\x0b-\x1f"))
_UNKNOWN = "\ufffd"


def plain(text: str) -> str:
    """The text on one line, as any terminal can show it."""
    return _UNSAFE.sub(_UNKNOWN, _SPACES.sub(" ", text))


def say(*lines: object) -> None:
    """Prints lines, each on one."""
    if lines:
        click.echo("\n".join(plain(str(line)) for line in lines))


def say_text(text: str) -> None:
    """Prints a text of many lines: to a terminal made plain, to a program or file as it is."""
    click.echo(_UNSAFE_IN_TEXT.sub(_UNKNOWN, text) if sys.stdout.isatty() else text, nl=False)


def say_json(value: object) -> None:
    """Prints the value as JSON, in an encoding that every reader of JSON knows."""
    utf_8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    click.echo(json.dumps(value, ensure_ascii=not utf_8, indent=1))


def complain(message: str) -> None:
    """Prints one line where errors go."""
    click.echo(plain(" ".join(message.split())), err=True)


def never_choke() -> None:
    """From now on what the terminal's encoding does not have is printed as an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
