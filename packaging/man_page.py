"""The manual page, in the words of the commands' own help.

Usage: packaging/man_page.py [DATE] [SOURCE]
"""

import sys
from collections.abc import Iterator

import click

from interview_desk import __version__
from interview_desk.cli.main import cli

_NAME = "interview-desk"
_ABOUT = """
Interview Desk keeps the time over the phases of an interview guide, takes notes as fast as you
type, remembers when you saw what, and asks at the end that every rating stands on something the
candidate said or did. What comes out is one PDF that can be mailed as it is. It works offline: no
account, no network connection, no recording.
"""
_ENVIRONMENT = {
    "INTERVIEW_DESK_HOME": "The folder for the records, where --data-dir gives none.",
    "QT_QPA_PLATFORM": "What Qt shows the window on, such as xcb, wayland or offscreen.",
}
_FILES = {
    "~/.local/share/interview-desk/interviews.db": "The records: one SQLite file of plain tables.",
    "~/.local/share/interview-desk/backups/": "Copies of the records.",
    "~/.local/share/interview-desk/guides/": "Guides of your own.",
}
_STATUS = {
    "0": "All went well.",
    "1": "Something did not; one line where errors go says what to do.",
}


def man_page(day: str = "", source: str = f"Interview Desk {__version__}") -> str:
    """The page in the language of man(7)."""
    lines = [f'.TH {_NAME.upper()} 1 "{day}" "{source}" "User Commands"', ".nh", ".ad l"]
    lines += [".SH NAME", f"{roff(_NAME)} \\- run interviews from one quiet window"]
    lines += [".SH SYNOPSIS", f".B {roff(_NAME)}", "[\\fIOPTIONS\\fR] [\\fICOMMAND\\fR ...]"]
    lines += [".SH DESCRIPTION", roff(" ".join(_ABOUT.split()))]
    lines += [".PP", roff(cli.help or "")]
    lines += [".SH OPTIONS", *_options(cli, _context(cli))]
    lines += [".SH COMMANDS"]
    for context in _commands(_context(cli)):
        lines += _command(context)
    for title, entries in (
        ("ENVIRONMENT", _ENVIRONMENT), ("FILES", _FILES), ("EXIT STATUS", _STATUS),
    ):  # fmt: skip
        lines += [f".SH {title}"]
        for name, words in entries.items():
            lines += [".TP", f".B {roff(name)}", roff(words)]
    return "\n".join(lines) + "\n"


def roff(text: str) -> str:
    """A text of one paragraph as it is, whatever it begins with or holds."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    ascii_only = "".join(c if c.isascii() else f"\\[u{ord(c):04X}]" for c in escaped)
    return f"\\&{ascii_only}" if ascii_only.startswith((".", "'")) else ascii_only


def _context(command: click.Command, parent: click.Context | None = None) -> click.Context:
    name = _NAME if parent is None else command.name
    return click.Context(command, info_name=name, parent=parent, **command.context_settings)


def _commands(context: click.Context) -> Iterator[click.Context]:
    """Every command that does something, those of a group in its place."""
    group = context.command
    if not isinstance(group, click.Group):
        yield context
        return
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is not None and not command.hidden:
            yield from _commands(_context(command, context))


def _command(context: click.Context) -> Iterator[str]:
    command = context.command
    path = context.command_path.removeprefix(f"{_NAME} ")
    pieces = " ".join(roff(piece) for piece in command.collect_usage_pieces(context))
    yield from (".TP", f"\\fB{roff(path)}\\fR {pieces}")
    paragraphs = [" ".join(each.split()) for each in (command.help or "").split("\n\n")]
    for number, paragraph in enumerate(paragraphs):
        yield from ([".IP"] if number else [])
        yield roff(paragraph)
    yield from (".RS", *_options(command, context), ".RE")


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    for option in command.params:
        told = option.get_help_record(context)
        if isinstance(option, click.Option) and told is not None:
            names, words = told
            yield from (".TP", f".B {roff(names)}", roff(" ".join(words.split())) or "\\&")


if __name__ == "__main__":
    sys.stdout.write(man_page(*sys.argv[1:]))
