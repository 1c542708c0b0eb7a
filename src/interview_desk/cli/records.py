"""Commands about stored interviews: list, export, import."""

import json
from pathlib import Path

import click

from interview_desk.cli.context import Records
from interview_desk.errors import UserError
from interview_desk.interview.interview import Interview
from interview_desk.store.store import Store
from interview_desk.words import count, day

_FORMATS = ("pdf", "json", "md")
pass_records = click.make_pass_decorator(Records)


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object an interview.")
@pass_records
def list_(records: Records, as_json: bool) -> None:
    """List the interviews, newest first."""
    with records.store() as store:
        rows = store.list()
    if as_json:
        fields = [
            {
                "id": row.row,
                "uid": row.uid,
                "status": row.summary.status,
                "candidate": row.summary.candidate,
                "role": row.summary.role,
                "interviewer": row.summary.interviewer,
                "question": row.summary.question,
                "guide": row.summary.guide,
                "scheduled": row.summary.scheduled,
                "started_ms": row.summary.started_ms,
                "notes": row.summary.notes,
                "recommendation": row.summary.recommendation,
            }
            for row in rows
        ]
        click.echo(json.dumps(fields, ensure_ascii=False, indent=1))
        return
    for row in rows:
        held = row.summary.started_ms
        date = day(held, None) if held is not None else row.summary.scheduled[:10] or "no date"
        name = row.summary.candidate or "Unnamed candidate"
        notes = count(row.summary.notes, "note")
        click.echo(f"{row.row:>5}  {date:<11}  {row.summary.status:<8}  {name}  ({notes})")
    if not rows:
        click.echo("No interviews yet.")


@click.command()
@click.argument("interview", metavar="ID")
@click.option("--out", type=click.Path(path_type=Path), help="The file to write.")
@click.option("--format", "form", type=click.Choice(_FORMATS), help="Default: by --out, or pdf.")
@pass_records
def export(records: Records, interview: str, out: Path | None, form: str | None) -> None:
    """Write one interview to a file. ID is the number that "list" shows."""
    from interview_desk.report.files import write_new
    from interview_desk.report.names import file_name

    with records.store() as store:
        found = store.load(_row(store, interview))
    form = form or _form_of(out)
    if out is None:
        out = Path(file_name(found, form))
    elif out.is_dir():
        out /= file_name(found, form)
    write_new(out, _render(found, form))
    click.echo(out)


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@pass_records
def import_(records: Records, files: tuple[Path, ...]) -> None:
    """Take in packets, or PDFs that carry one. All are read before the first is kept."""
    from interview_desk.report.incoming import read_incoming

    read = [(path, read_incoming(path)) for path in files]
    with records.store() as store:
        for path, interview in read:
            if store.find(interview.uid) is not None:
                click.echo(f"{path}: already here, nothing was changed")
                continue
            row = store.create(interview)
            click.echo(f"{path}: imported as {row}, {interview.setup.candidate or 'unnamed'}")


def _row(store: Store, text: str) -> int:
    row = int(text) if text.isascii() and text.isdigit() and len(text) < 16 else store.find(text)
    if row is None:
        raise UserError(f"There is no interview {text}; “interview-desk list” shows their numbers.")
    return row


def _form_of(out: Path | None) -> str:
    ending = out.suffix.lower().lstrip(".") if out is not None else ""
    return ending if ending in _FORMATS else "pdf"


def _render(interview: Interview, form: str) -> bytes:
    # Each is imported only when asked for: reportlab alone takes 90 ms.
    if form == "json":
        from interview_desk.interview.packet import write_packet

        return write_packet(interview)
    from interview_desk.report.options import ReportOptions

    if form == "md":
        from interview_desk.report.markdown import rubric_markdown

        return rubric_markdown(interview, ReportOptions()).encode()
    from interview_desk.report.rubric import rubric_pdf

    return rubric_pdf(interview, ReportOptions())
