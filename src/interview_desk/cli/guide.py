"""Commands about guides."""

from pathlib import Path

import click

from interview_desk.cli.printing import complain, say, say_json
from interview_desk.errors import UserError
from interview_desk.guide.faults import GuideError


@click.group()
def guide() -> None:
    """List, check, take in and give out guides."""


@guide.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print the counts or the faults as JSON.")
def check(file: Path, as_json: bool) -> int:
    """Read a guide and print what is in it, or each fault with its line."""
    # A Markdown parser that the other commands do without.
    from interview_desk.guide.counts import counts
    from interview_desk.guide.reader import read_guide
    from interview_desk.guide.text import MAX_BYTES, decode_guide

    # A pipe may never end.
    if file.exists() and not file.is_file():
        raise UserError(f"{file} is no file. Choose a Markdown file.")
    try:
        with file.open("rb") as stream:
            # One byte more than a guide may have shows that it is too large; no need for the rest.
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise UserError(f"{file} cannot be read: {error.strerror}.") from error
    try:
        found = counts(read_guide(decode_guide(data)))
    except GuideError as error:
        _print_faults(file, error, as_json)
        return 1
    if as_json:
        say_json(found)
        return 0
    width = max(len(name) for name in found)
    for name, value in found.items():
        words = ", ".join(map(str, value)) if isinstance(value, list) else value
        say(f"{name.replace('_', ' '):{width}}  {words}")
    return 0


def _print_faults(file: Path, error: GuideError, as_json: bool) -> None:
    if as_json:
        rows = [
            {"line": fault.line, "message": fault.message, "remedy": fault.remedy}
            for fault in error.faults
        ]
        say_json({"faults": rows})
        return
    for fault in error.faults:
        place = f"{file}:{fault.line}" if fault.line else str(file)
        complain(f"{place}: {fault.message}. {fault.remedy}")
