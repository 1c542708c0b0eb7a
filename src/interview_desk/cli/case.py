"""Commands about calibration: one answer that everybody rates, sent round as a file."""

import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from interview_desk.cli.context import Records, pass_records
from interview_desk.cli.printing import complain, say, say_json
from interview_desk.errors import UserError
from interview_desk.panel.case import (
    Case,
    CaseError,
    Material,
    MaterialKind,
    OpenCase,
    open_case,
    seconds_of,
    write_case,
)
from interview_desk.report.file_names import case_file_name
from interview_desk.report.files import write_new
from interview_desk.system_clock import SystemClock
from interview_desk.words import count, minutes

if TYPE_CHECKING:
    from datetime import datetime

_FILE = click.Path(path_type=Path, dir_okay=False)


class _Moment(click.ParamType[int]):
    """Minutes and seconds of a recording, as seconds."""

    name = "m:ss"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """``12:30`` as 750; ends the command for anything else."""
        try:
            return seconds_of(value)
        except CaseError as error:
            self.fail(str(error), param, ctx)


@click.group()
def case() -> None:
    """Calibrate: everybody rates the same answer by the same guide, and then compares."""


@case.command()
@click.argument("file", type=_FILE)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def check(file: Path, *, as_json: bool) -> None:
    """Read a case and print what is in it."""
    from interview_desk.report.case_file import read_case_file

    opened = read_case_file(file)
    if as_json:
        say_json(_fields(opened))
        return
    _tell(opened)


@case.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a case.")
def list_(*, as_json: bool) -> None:
    """List the example cases that ship, one for each guide with a rubric."""
    from interview_desk.report.example_cases import example_names, read_example

    found = {name: read_example(name)[0] for name in example_names()}
    if as_json:
        say_json([{"name": name, **_fields(opened)} for name, opened in found.items()])
        return
    for name, opened in found.items():
        say(f"{name}  {opened.case.title}  ({_length(opened.case.material)})")


@case.command()
@click.argument("name")
@click.option("--out", type=click.Path(path_type=Path), help="The file or folder to write.")
@click.option("--reference", is_flag=True, help="Write its reference, to be read last.")
def example(name: str, *, out: Path | None, reference: bool) -> None:
    """Write an example case to a file, to be sent round. NAME is one that "case list" shows."""
    from interview_desk.panel.case_reference import write_reference
    from interview_desk.report.example_cases import read_example

    opened, kept = read_example(name)
    title = opened.case.title
    if reference:
        _write(out, case_file_name(title, "Reference"), write_reference(kept))
    else:
        _write(out, case_file_name(title), write_case(opened.case))


@case.command()
@click.option("--title", required=True, help="What it is called.")
@click.option("--guide", required=True, metavar="NAME", help='A guide that "guide list" shows.')
@click.option("--dimensions", metavar="2,5,6", help="What to rate, by number. Default: all.")
@click.option("--text", type=_FILE, help="The answer to rate: a text file in UTF-8.")
@click.option("--recording", metavar="PLACE", help="Or where the recording is that is to be rated.")
@click.option("--from", "start", type=_Moment(), default="0:00", help="Play it from there.")
@click.option("--to", "end", type=_Moment(), default="0:00", help="Play it up to there.")
@click.option("--permission", default="", help='"invented", or who agreed to it and when.')
@click.option("--leader", default="", help="Who collects the answers.")
@click.option("--due", type=click.DateTime(["%Y-%m-%d"]), help="The day until which to answer.")
@click.option("--instructions", default="", help="What to say to those who rate.")
@click.option("--out", type=click.Path(path_type=Path), help="The file or folder to write.")
@pass_records
def new(
    records: Records,
    /,
    *,
    dimensions: str | None,
    guide: str,
    due: "datetime | None",
    out: Path | None,
    **given: Any,  # noqa: ANN401 - what click was told to read
) -> None:
    """Make a case of an answer in a text file, or of a recording, to be sent round."""
    from interview_desk.report.case_file import opened_case
    from interview_desk.store.guides import GuideFiles

    found = GuideFiles.beside(records.folder).pick(guide)
    numbers = _numbers(dimensions) if dimensions else [each.number for each in found.dimensions]
    made = Case(
        uid=secrets.token_hex(8),
        created_ms=SystemClock().now().wall_ms,
        title=given["title"],
        leader=given["leader"],
        guide=found.source,
        dimensions=tuple(numbers),
        material=_material(**given),
        instructions=given["instructions"],
        due=due.date().isoformat() if due else "",
    )
    open_case(made, found)
    data = write_case(made)
    opened = opened_case(data)  # as whoever gets it will
    _write(out, case_file_name(made.title), data)
    _warn(opened.case)


def _numbers(text: str) -> list[int]:
    parts = [part.strip() for part in text.split(",")]
    if not all(part.isdecimal() and len(part) < 4 for part in parts):
        raise UserError("Write the dimensions as numbers, such as --dimensions 2,5,6.")
    return [int(part) for part in parts]


def _material(
    *, text: Path | None, recording: str | None, start: int, end: int, permission: str, **_: object
) -> Material:
    """What the options say is to be rated. Raises UserError."""
    from interview_desk.report.case_file import content_of

    if (text is None) == (recording is None):
        raise UserError("Say what is to be rated: --text FILE, or --recording PLACE.")
    if text is None:
        return Material(
            MaterialKind.RECORDING,
            where=recording or "",
            from_s=start,
            to_s=end,
            permission=permission,
        )
    try:
        words = content_of(text).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(f"“{text.name}” is no text in UTF-8. Save it as plain text.") from error
    words = words.replace("\r\n", "\n").strip()
    return Material(MaterialKind.TEXT, text=words, permission=permission)


def _write(out: Path | None, name: str, data: bytes) -> None:
    out = out or Path(name)
    if out.is_dir():
        out /= name
    write_new(out, data)
    say(out)


def _fields(opened: OpenCase) -> dict[str, object]:
    """What is in a case, for programs."""
    case, guide = opened.case, opened.guide
    return {
        "uid": case.uid,
        "sha256": opened.sha256,
        "title": case.title,
        "leader": case.leader,
        "guide": guide.title,
        "dimensions": [
            {"number": number, "title": guide.dimension(number).title} for number in case.dimensions
        ],
        "material": case.material.kind,
        "words": len(case.material.text.split()),
        "permission": case.material.permission,
        "due": case.due,
        "reference": bool(case.reference_sha256),
    }


def _tell(opened: OpenCase) -> None:
    case, guide = opened.case, opened.guide
    rows = [
        ("Case", case.title),
        ("From", case.leader),
        ("Guide", guide.title),
        ("To rate", ", ".join(guide.dimension(number).title for number in case.dimensions)),
        ("Material", _length(case.material)),
        ("Permission", case.material.permission),
        ("Due", case.due),
        ("Reference", "sealed" if case.reference_sha256 else "none"),
        ("SHA-256", opened.sha256),
    ]
    width = max(len(name) for name, _ in rows)
    say(*(f"{name:{width}}  {value}" for name, value in rows if value))
    _warn(case)


def _length(material: Material) -> str:
    if material.kind is MaterialKind.TEXT:
        return f"a text of {count(len(material.text.split()), 'word')}"
    part = ""
    if material.to_s:
        start, end = (minutes(1000 * seconds) for seconds in (material.from_s, material.to_s))
        part = f", {start} to {end}"
    return f"the recording {material.where}{part}"


def _warn(case: Case) -> None:
    if not case.material.permission:
        complain(
            "It does not say by what right the answer is passed round. Ask whoever gave it, and "
            "write down when they agreed; or say that it is invented."
        )
