"""The command that prints a text for an assistant."""

import secrets
from dataclasses import replace
from typing import TypedDict, Unpack

import click

from interview_desk.assistant.modes import Mode
from interview_desk.cli.context import Records, pass_records, row_of
from interview_desk.cli.printing import complain, say_json, say_text
from interview_desk.errors import UserError
from interview_desk.guide.model import Guide
from interview_desk.interview.interview import Interview
from interview_desk.store.guides import GuideFiles

_MARKER_BYTES = 8


class _Options(TypedDict):
    """What may be chosen beside the mode and the interview."""

    guide_name: str | None
    question: str
    level: str
    keep: tuple[str, ...]
    also: tuple[str, ...]


@click.command()
@click.argument("mode", metavar="MODE", type=click.Choice([mode.value for mode in Mode]))
@click.argument("interview", metavar="[ID]", required=False)
@click.option("--guide", "guide_name", metavar="NAME", help="The guide, where there is no ID.")
@click.option("--question", default="", metavar="TEXT", help="For practise: what will be asked.")
@click.option("--level", default="", metavar="NAME", help="For practise: the level to be played.")
@click.option("--keep", multiple=True, metavar="WORD", help="No name, though it looks like one.")
@click.option("--also", multiple=True, metavar="WORD", help="A name, though it does not look so.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with every replacement.")
@pass_records
def prompt(
    records: Records,
    *,
    mode: str,
    interview: str | None,
    as_json: bool,
    **options: Unpack[_Options],
) -> None:
    """Print a text to paste into an assistant. MODE: guide, practise, dated, opinions, feedback.

    Nothing is sent. Names, contacts and dates are replaced; read it before you paste it. What
    looks like a name is told beside it, as is what to think of first.
    """
    from interview_desk.assistant.prompt import Wishes, interview_prompt
    from interview_desk.assistant.wording import beside

    about = Mode(mode)
    subject = _subject(records, about, interview, options["guide_name"])
    marker = secrets.token_hex(_MARKER_BYTES)
    wishes = Wishes(question=options["question"], level=_level(subject.guide, options["level"]))
    made = interview_prompt(about, subject, marker, wishes)
    if options["keep"] or options["also"]:
        kept = (name for name in made.taken if name not in options["keep"])
        names = (*kept, *options["also"])
        made = interview_prompt(about, subject, marker, replace(wishes, names=names))
    left = [each.text for each in made.likely if each.text not in made.taken]
    if as_json:
        say_json(
            {
                "mode": about.value,
                "text": made.text,
                "replaced": [{"was": each.was, "by": each.text} for each in made.replaced],
                "names": made.taken,
                "perhaps_names": left,
                "beside": beside(about),
            }
        )
        return
    say_text(made.text)
    for line in beside(about):
        complain(line)
    if made.taken:
        complain(f"Replaced as names: {', '.join(made.taken)}. To leave one: --keep WORD")
    if left:
        complain(f"Left, though they look like names: {', '.join(left)}. To replace: --also WORD")


def _subject(records: Records, mode: Mode, row: str | None, guide_name: str | None) -> Interview:
    """The interview that is meant, or an empty one with the guide that is."""
    if row is not None:
        if guide_name is not None:
            raise UserError("An interview has its guide: name one or the other.")
        with records.reading() as store:
            found = store.load(row_of(store, row))
    else:
        found = None
    if missing := mode.missing(found):
        raise UserError(f"{mode.label}: {missing}")
    if found is not None:
        return found
    guides = GuideFiles.beside(records.folder)
    guide = guides.pick(guide_name) if guide_name is not None else guides.default()
    return Interview.of("", guide, 0)


def _level(guide: Guide, wish: str) -> str:
    """The level of the guide that is meant, in its own words. Raises UserError."""
    if not wish:
        return ""
    names = dict.fromkeys(level.name for each in guide.dimensions for level in each.levels)
    for name in names:
        if name.casefold() == wish.casefold():
            return name
    raise UserError(f"The guide has no level “{wish}”. Its levels are: {', '.join(names)}.")
