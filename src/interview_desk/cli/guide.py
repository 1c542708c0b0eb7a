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
    from interview_desk.guide.importer.roles import Doubt
    from interview_desk.report.guide_import import ForeignGuide


@click.group()
def guide() -> None:
    """List, check, take in and give out guides."""


@guide.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print the counts or the faults as JSON.")
def check(file: Path, as_json: bool) -> int:
    """Read a guide, or a document that may become one, and print what is in it.

    What makes it no guide, and what is doubtful in it, is told with its line.
    """
    # A Markdown parser that the other commands do without.
    from interview_desk.report.guide_import import read_foreign_guide

    read = read_foreign_guide(file)
    if read.faults:
        _print_faults(file, read.faults, as_json)
        return 1
    if as_json:
        doubts = [_row(each) for each in read.doubts]
        understood = {"understood": read.understood}
        more = {} if read.own else {"doubts": doubts, "told": read.told}
        say_json(read.counts | understood | more)
        return 0
    width = max(len(name) for name in read.counts)
    for name, value in read.counts.items():
        words = ", ".join(map(str, value)) if isinstance(value, list) else value
        say(f"{name.replace('_', ' '):{width}}  {words}")
    if not read.own:
        say("It is not in the format of Interview Desk; this is what “guide import” makes of it.")
    _print_doubts(file, read)
    return 0


def _print_doubts(file: Path, read: "ForeignGuide") -> None:
    """Tell what is doubtful in a document, and what was done with it."""
    for each in read.told:
        say(f"{file}: {each}")
    for doubt in read.doubts:
        place = f"{file}, paragraph {doubt.line}" if read.unit != "line" else f"{file}:{doubt.line}"
        complain(f"{place}: {doubt}")


def _row(each: "Fault | Doubt") -> dict[str, object]:
    return {"line": each.line, "message": each.message, "remedy": each.remedy}


def _print_faults(file: Path, faults: Sequence[Fault], as_json: bool) -> None:
    if as_json:
        say_json({"faults": [_row(fault) for fault in faults]})
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
@click.option("--accept", is_flag=True, help="Take what is proposed where something is doubtful.")
@click.option(
    "--minutes",
    type=click.IntRange(5, 480),
    help="How long the whole interview takes, for a document that does not say so.",
)
@pass_records
def import_(
    records: Records, files: tuple[Path, ...], *, accept: bool, minutes: int | None
) -> None:
    """Take in documents as guides of your own: Markdown, Word (.docx), HTML or plain text.

    None is taken in if one is no guide, or if something in one is doubtful; --accept takes what
    is proposed all the same. The document is kept beside the guide that it becomes.
    """
    from interview_desk.report.guide_import import (
        ForeignGuide,
        document_content,
        read_foreign_guide,
    )

    def read(file: Path) -> tuple[ForeignGuide, bytes]:
        found = read_foreign_guide(file, minutes)
        found.require_guide()
        _print_doubts(file, found)
        if found.doubts and not accept:
            raise UserError(
                f"{file}: something in it is doubtful. Put it right, or take what is proposed with"
                " --accept."
            )
        return found, document_content(file)

    collection = _collection(records)
    for file, (found, original) in read_all(files, read):
        collection.read()
        name = collection.take_in_foreign(found, original, file.suffix.lower())
        say(f"{file}: imported as {name}")


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
