"""Commands about guides: check, list, show, import, export."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from interview_desk.cli.context import Records, pass_records, read_all
from interview_desk.cli.printing import complain, plain, say, say_json, say_text
from interview_desk.errors import UserError
from interview_desk.guide.faults import Fault
from interview_desk.report.files import write_new
from interview_desk.store.guides import GuideFiles
from interview_desk.words import count

if TYPE_CHECKING:
    from interview_desk.desk.guides.collection import GuideCollection


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


@guide.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a guide.")
@pass_records
def list_(records: Records, *, as_json: bool) -> None:
    """List the guides: those that ship, your own, and those put away."""
    guides = _collection(records).read()
    if as_json:
        fields = [
            {
                "name": plain(listed.entry.name),
                "title": plain(listed.entry.title),
                "own": listed.entry.own or listed.archived,
                "archived": listed.archived,
                "faults": [
                    {"line": fault.line, "message": fault.message, "remedy": fault.remedy}
                    for fault in listed.entry.faults
                ],
            }
            for listed in guides
        ]
        say_json(fields)
        return
    for listed in guides:
        kind = "put away" if listed.archived else "own" if listed.entry.own else "shipped"
        faults = len(listed.entry.faults)
        state = f"{kind}, {count(faults, 'fault')}" if faults else kind
        say(f"{listed.entry.name}  ({state})  {listed.entry.title}")


@guide.command()
@click.argument("name")
@pass_records
def show(records: Records, name: str) -> None:
    """Print the Markdown of a guide. NAME is one that "guide list" shows."""
    say_text(_source(records, name))


@guide.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@pass_records
def import_(records: Records, files: tuple[Path, ...]) -> None:
    """Take in Markdown files as guides of your own; none is if one has faults."""
    from interview_desk.report.guide_file import GuideFile, read_guide_file

    def read(file: Path) -> GuideFile:
        found = read_guide_file(file)
        found.require_guide()
        return found

    collection = _collection(records)
    for file, found in read_all(files, read):
        collection.read()
        say(f"{file}: imported as {collection.take_in(found)}")


@guide.command()
@click.argument("name")
@click.option("--out", type=click.Path(path_type=Path), help="The file to write. Default: NAME.md")
@pass_records
def export(records: Records, name: str, *, out: Path | None) -> None:
    """Write the Markdown of a guide to a file."""
    source = _source(records, name)
    out = out or Path(f"{name}.md")
    if out.is_dir():
        out /= f"{name}.md"
    write_new(out, source.encode())
    say(out)


def _collection(records: Records) -> "GuideCollection":
    # A Markdown parser that other commands do without.
    from interview_desk.desk.guides.collection import GuideCollection

    return GuideCollection(GuideFiles.beside(records.folder))


def _source(records: Records, name: str) -> str:
    collection = _collection(records)
    guides = collection.read()
    for listed in guides:
        if listed.entry.name == name:
            return collection.source(listed)
    names = ", ".join(listed.entry.name for listed in guides)
    raise UserError(f"There is no guide named “{name}”. The guides are: {names}.")
