"""Commands about what is kept of people: erase, anonymise, person."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from interview_desk.cli.context import Records, pass_records, row_of
from interview_desk.cli.printing import say, say_json
from interview_desk.errors import UserError
from interview_desk.report.files import write_new
from interview_desk.words import clock_time, count

if TYPE_CHECKING:
    from interview_desk.store.privacy.erase_everywhere import CleanedCopies


@click.command()
@click.argument("interview", metavar="ID")
@click.option("--yes", is_flag=True, help="Say that it is meant: there is no way back.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_records
def erase(records: Records, interview: str, *, yes: bool, as_json: bool) -> None:
    """Erase one interview, from the records and from every backup, to its last byte."""
    with records.store() as store:
        row = row_of(store, interview)
        if not yes:
            raise UserError(f"Erasing interview {row} cannot be undone. If you mean it, add --yes.")
        cleaned = store.privacy.erase(row)
    if as_json:
        say_json(_fields(row, cleaned))
    else:
        _tell(row, "was erased", cleaned)


@click.command()
@click.argument("interview", metavar="ID")
@click.option("--also", multiple=True, metavar="WORD", help="Take this out, too, as it is written.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_records
def anonymise(records: Records, interview: str, *, also: tuple[str, ...], as_json: bool) -> None:
    """Take the candidate's name and contact out of one interview; scores and notes stay.

    What may still name them is listed: look at it, and name with --also what is to go, too.
    """
    with records.store() as store:
        row = row_of(store, interview)
        cleaned = store.privacy.anonymise(row, also)
    if as_json:
        near = None if cleaned.near is None else [asdict(each) for each in cleaned.near]
        say_json({**_fields(row, cleaned), "places": cleaned.places, "near": near})
        return
    places = count(cleaned.places, "place")
    _tell(row, f"has no name on it any more; it was taken out of {places}", cleaned)
    _tell_near(row, cleaned)


@click.command()
@click.argument("name")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The file to write.")
@click.option(
    "--with-private", is_flag=True, help="With private notes, the draft, and what can be undone."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_records
def person(records: Records, name: str, *, out: Path, with_private: bool, as_json: bool) -> None:
    """Write everything held on a person to one file."""
    from interview_desk.report.person_file import person_file, private_parts
    from interview_desk.store.privacy.subject_access import alike, held_on, in_copies

    with records.reading() as store:
        held = held_on(store, name)
        if not (held.interviews or held.mentions or held.odd or held.panels):
            others = " or ".join(f"“{each}”" for each in alike(store, name))
            meant = f" Did you mean {others}?" if others else ""
            raise UserError(f"Nothing is held on “{name}”.{meant}")
    held = replace(held, copies=in_copies(records.file, name))
    write_new(out, person_file(held, with_private=with_private))
    rows = [each.row for each in held.interviews]
    left_out = () if with_private else private_parts(held)
    if as_json:
        odd = [each.row for each in held.odd]
        fields = {"file": str(out), "interviews": rows, "odd": odd, "left_out": left_out}
        say_json(fields)
        return
    say(f"{out}: {count(len(rows), 'interview')} ({_numbers(rows)})")
    if held.panels:
        say(f"With what colleagues found of them: {count(len(held.panels), 'panel')}.")
    for each in held.odd:
        say(f"Not in it: interview {each.row}, which cannot be read whole ({each.why}).")
    if left_out:
        say(f"Left out: {', '.join(left_out)}. With --with-private they are in it.")


def _fields(row: int, cleaned: "CleanedCopies") -> dict[str, object]:
    return {
        "id": row,
        "backups_cleaned": cleaned.cleaned,
        "backups_removed": cleaned.removed,
    }


def _tell(row: int, what: str, cleaned: "CleanedCopies") -> None:
    say(f"Interview {row} {what}. Backups cleaned of it, too: {len(cleaned.cleaned)}.")
    if cleaned.removed:
        say(f"Removed, because they could not be cleaned: {', '.join(cleaned.removed)}.")
    say("Files that you exported are yours to look after.")


def _tell_near(row: int, cleaned: "CleanedCopies") -> None:
    if cleaned.near is None:
        say("No name was known by which to tell what is nearly it.")
    elif cleaned.near:
        say(f"In {count(len(cleaned.near), 'place')} something may still name them:")
        for each in cleaned.near:
            when = f", {clock_time(each.wall_ms, None)}" if each.wall_ms is not None else ""
            say(f"  {each.word} ({each.where}{when}): {each.text}")
        say(f"To take such a word out, too: interview-desk anonymise {row} --also WORD")


def _numbers(rows: Sequence[int]) -> str:
    return ", ".join(map(str, rows))
