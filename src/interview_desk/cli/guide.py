"""Commands about guides."""

import json
import sys
from pathlib import Path

import click

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
        click.echo(json.dumps(found, ensure_ascii=False))
        return 0
    width = max(len(name) for name in found)
    for name, value in found.items():
        words = ", ".join(map(str, value)) if isinstance(value, list) else value
        click.echo(f"{name.replace('_', ' '):{width}}  {words}")
    return 0


def _print_faults(file: Path, error: GuideError, as_json: bool) -> None:
    if as_json:
        rows = [
            {"line": fault.line, "message": fault.message, "remedy": fault.remedy}
            for fault in error.faults
        ]
        click.echo(json.dumps({"faults": rows}, ensure_ascii=False))
        return
    for fault in error.faults:
        place = f"{file}:{fault.line}" if fault.line else str(file)
        sys.stderr.write(f"{place}: {fault.message}. {fault.remedy}\n")
