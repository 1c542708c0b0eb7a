"""Commands about guides."""

from collections.abc import Sequence
from pathlib import Path

import click

from interview_desk.cli.printing import complain, say, say_json
from interview_desk.guide.faults import Fault


@click.group()
def guide() -> None:
    """List, check, take in and give out guides."""


@guide.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print the counts or the faults as JSON.")
def check(file: Path, as_json: bool) -> int:
    """Read a guide and print what is in it, or each fault with its line."""
    # A Markdown parser that the other commands do without.
    from interview_desk.report.guide_file import read_guide_file

    read = read_guide_file(file)
    if read.faults:
        _print_faults(file, read.faults, as_json)
        return 1
    found = read.counts
    if as_json:
        say_json(found)
        return 0
    width = max(len(name) for name in found)
    for name, value in found.items():
        words = ", ".join(map(str, value)) if isinstance(value, list) else value
        say(f"{name.replace('_', ' '):{width}}  {words}")
    return 0


def _print_faults(file: Path, faults: Sequence[Fault], as_json: bool) -> None:
    if as_json:
        rows = [
            {"line": fault.line, "message": fault.message, "remedy": fault.remedy}
            for fault in faults
        ]
        say_json({"faults": rows})
        return
    for fault in faults:
        place = f"{file}:{fault.line}" if fault.line else str(file)
        complain(f"{place}: {fault.message}. {fault.remedy}")
