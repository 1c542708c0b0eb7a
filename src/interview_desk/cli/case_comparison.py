"""The command that sets the answers to a case side by side."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from interview_desk.cli.case import case
from interview_desk.cli.context import Records, pass_records
from interview_desk.cli.panel import read_packets, write_sheet
from interview_desk.cli.panel_json import comparison_json
from interview_desk.cli.printing import complain, say_json
from interview_desk.errors import UserError
from interview_desk.interview.origin import Origin
from interview_desk.interview.status import Status
from interview_desk.report.case_file import content_of, read_case_file

if TYPE_CHECKING:
    from interview_desk.panel.case import OpenCase
    from interview_desk.panel.packets import PanelPacket
    from interview_desk.panel.table import Comparison

_FILE = click.Path(path_type=Path, dir_okay=False)


@case.command()
@click.argument("file", type=_FILE)
@click.argument("answers", nargs=-1, required=True, type=_FILE)
@click.option("--reference", type=_FILE, help="Its reference, shown beside the answers.")
@click.option("--names", is_flag=True, help="Tell people by name, not by letter.")
@click.option("--out", type=_FILE, help="Write a PDF or Markdown file, by its ending.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")
@pass_records
def compare(
    records: Records,
    /,
    *,
    file: Path,
    answers: tuple[Path, ...],
    reference: Path | None,
    names: bool,
    out: Path | None,
    as_json: bool,
) -> None:
    """Compare ANSWERS to the case in FILE, as Markdown; nobody is told by name.

    ANSWERS are PDFs or interview files. Who answered an older version is marked, and an answer to
    another case is left out. While your own answer is not finished nothing is told.
    """
    opened = read_case_file(file)
    if _is_open(records, opened):
        raise UserError("Your own answer to this case is not finished. Finish it first.")
    packets, unread = read_packets(answers)
    for why in unread.values():
        complain(why)
    found = _compared(opened, packets, reference, names=names)
    if as_json:
        say_json({**comparison_json(found), "not_read": unread})
    else:
        write_sheet(found, out)


def _is_open(records: Records, opened: "OpenCase") -> bool:
    """Whether one's own answer is begun, and not finished."""
    from interview_desk.panel.case_mark import mark_of

    if not records.file.exists():
        return False
    with records.reading() as store:
        return any(
            (mark := mark_of(store.load(row.row))) is not None and mark.uid == opened.case.uid
            for row in store.list()
            if row.summary.status is not Status.DONE and store.origin(row.row) is Origin.CASE
        )


def _compared(
    opened: "OpenCase", packets: "Sequence[PanelPacket]", reference: Path | None, *, names: bool
) -> "Comparison":
    from interview_desk.panel import comparison
    from interview_desk.panel.case_answer import reference_packet
    from interview_desk.panel.case_mark import mark_of
    from interview_desk.panel.case_reference import read_reference

    answered = []
    for packet in packets:
        mark = mark_of(packet.interview)
        if mark is None or mark.uid != opened.case.uid:
            complain(f"{packet.source} answers another case, or none; it is left out.")
        else:
            answered.append(packet)
    if not answered:
        raise UserError("None of the files is an answer to this case.")
    found = comparison.compare(answered, on_paper=True, letters=not names)
    if reference is None:
        return found
    kept = read_reference(content_of(reference), opened)
    return comparison.with_reference(found, reference_packet(kept, opened))
