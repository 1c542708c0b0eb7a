"""The command that sets several interviewers' packets of one candidate side by side."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from interview_desk.cli.context import Records, pass_records
from interview_desk.cli.panel_json import comparison_json
from interview_desk.cli.printing import complain, say, say_json, say_text
from interview_desk.errors import UserError
from interview_desk.interview.origin import Origin
from interview_desk.interview.status import Status
from interview_desk.interview.summary import UNNAMED
from interview_desk.report.files import write_new
from interview_desk.store.library import Row
from interview_desk.words import count

if TYPE_CHECKING:
    from interview_desk.panel.packets import PanelPacket
    from interview_desk.panel.table import Comparison

_OPEN_LATER = "They open when your own rating is finished."


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--together", is_flag=True, help="Compare all files, whoever they say they are of.")
@click.option("--drafts", is_flag=True, help="Show ratings that are not finished, as drafts.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a PDF or Markdown file of one candidate, by its ending.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")
@pass_records
def panel(
    records: Records,
    /,
    *,
    files: tuple[Path, ...],
    together: bool,
    drafts: bool,
    out: Path | None,
    as_json: bool,
) -> None:
    """Compare what several interviewers found of one candidate, as Markdown.

    FILES are their PDFs or interview files; they are read, and nothing is kept. While your own
    interview with the candidate is not finished, only who has sent one is told.
    """
    rows = _own_interviews(records)
    own = {row.uid for row in rows}
    packets, unread = read_packets(files)
    packets = [replace(each, is_own=each.interview.uid in own, as_draft=drafts) for each in packets]
    groups, near = _groups(packets, together=together)
    for why in unread.values():
        complain(why)
    if not groups:
        raise UserError("No packet could be read.")
    if as_json:
        panels = [_json(group, rows) for group in groups]
        say_json({"panels": panels, "maybe_one_person": near, "not_read": unread})
        return
    if out is not None:
        _write(groups, rows, out)
    else:
        say_text("\n".join(_markdown(group, rows) for group in groups))
    for one, other in near:
        complain(
            f"“{_name(groups[one])}” and “{_name(groups[other])}” may be one person. They are kept "
            "apart; --together compares all files."
        )


def _own_interviews(records: Records) -> Sequence[Row]:
    if not records.file.exists():
        return ()
    with records.reading() as store:
        return [row for row in store.list() if store.origin(row.row) is not Origin.TAKEN_IN]


def read_packets(files: Sequence[Path]) -> "tuple[list[PanelPacket], dict[str, str]]":
    """The packets, and for each file that holds none why it was not read."""
    from interview_desk.panel.packets import PanelPacket
    from interview_desk.report.incoming import read_packet_bytes

    found: list[PanelPacket] = []
    unread: dict[str, str] = {}
    for file in files:
        try:
            found.append(PanelPacket.of(read_packet_bytes(file), file.name))
        except UserError as error:
            named = file.name in str(error)
            unread[str(file)] = str(error) if named else f"{file}: {error}"
    return found, unread


def _groups(
    packets: "Sequence[PanelPacket]", *, together: bool
) -> "tuple[Sequence[Sequence[PanelPacket]], Sequence[tuple[int, int]]]":
    from interview_desk.panel.candidates import by_candidate

    if together:
        return ([packets] if packets else []), ()
    return by_candidate(packets)


def _name(group: "Sequence[PanelPacket]") -> str:
    return group[0].interview.setup.candidate or UNNAMED


def _write(groups: "Sequence[Sequence[PanelPacket]]", rows: Sequence[Row], out: Path) -> None:
    from interview_desk.panel.comparison import compare

    if len(groups) > 1:
        names = ", ".join(f"“{_name(group)}”" for group in groups)
        raise UserError(f"These are several candidates: {names}. Write one sheet for each.")
    if _is_blind(groups[0], rows):
        raise UserError(f"{count(len(groups[0]), 'packet waits', 'packets wait')}. {_OPEN_LATER}")
    write_sheet(compare(groups[0], on_paper=True), out)


def write_sheet(comparison: "Comparison", out: Path | None) -> None:
    """The sheet of a comparison made for paper: printed as Markdown, or written to a file.

    Raises UserError for a file that is there, or of another ending.
    """
    from interview_desk.report.documents.panel_sheet import panel_sheet
    from interview_desk.report.options import Paper
    from interview_desk.report.pdf_process import make_sheet_apart
    from interview_desk.report.text.formats import TextForm, as_text

    sheet = panel_sheet(comparison)
    if out is None:
        say_text(as_text(sheet, TextForm.MARKDOWN))
        return
    match out.suffix.casefold():
        case ".pdf":
            data = make_sheet_apart(sheet, Paper.A4).data
        case ".md":
            data = as_text(sheet, TextForm.MARKDOWN).encode()
        case _:
            raise UserError("Name a file that ends in .pdf or .md.")
    write_new(out, data)
    say(out)


def _markdown(group: "Sequence[PanelPacket]", rows: Sequence[Row]) -> str:
    from interview_desk.panel.comparison import compare
    from interview_desk.report.documents.panel_sheet import panel_sheet
    from interview_desk.report.text.formats import TextForm, as_text, escape_markdown

    if not _is_blind(group, rows):
        return as_text(panel_sheet(compare(group, on_paper=True)), TextForm.MARKDOWN)
    waiting = [
        f"- {escape_markdown(name)}: {'finished' if finished else 'not finished'}"
        for name, finished in _senders(group)
    ]
    lead = f"{count(len(group), 'packet waits', 'packets wait')}. {_OPEN_LATER}"
    return "\n".join([f"# {escape_markdown(_name(group))}", "", lead, "", *waiting]) + "\n"


def _json(group: "Sequence[PanelPacket]", rows: Sequence[Row]) -> dict[str, Any]:
    from interview_desk.panel.comparison import compare

    if not _is_blind(group, rows):
        return comparison_json(compare(group, on_paper=True))
    waiting = [{"interviewer": name, "finished": done} for name, done in _senders(group)]
    return {"candidate": _name(group), "waiting": waiting, "why": _OPEN_LATER}


def _senders(group: "Sequence[PanelPacket]") -> list[tuple[str, bool]]:
    """Who has sent a packet, and whether it is finished."""
    from interview_desk.panel.people import Called, people_of

    people = people_of(group, Called.BY_NAME)
    return [(who.name, each.is_finished) for who, each in zip(people, group, strict=True)]


def _is_blind(group: "Sequence[PanelPacket]", rows: Sequence[Row]) -> bool:
    """Whether one's own interview with the candidate is not finished."""
    from interview_desk.panel.candidates import group_key

    setups = [each.interview.setup for each in group]
    keys = {group_key(each.candidate, each.role) for each in setups} - {None}
    return any(
        row.summary.status is not Status.DONE
        and group_key(row.summary.candidate, row.summary.role) in keys
        for row in rows
    )
