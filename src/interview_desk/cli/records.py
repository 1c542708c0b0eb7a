"""Commands about stored interviews: list, search, export, import."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from interview_desk.cli.context import (
    Records,
    missing_log_words,
    pass_records,
    read_all,
    row_of,
    without_log,
)
from interview_desk.cli.printing import complain, say, say_json
from interview_desk.errors import UserError
from interview_desk.interview.interview import Interview
from interview_desk.interview.origin import Origin
from interview_desk.interview.summary import UNNAMED
from interview_desk.report.files import write_new
from interview_desk.report.options import ReportOptions
from interview_desk.store.library import Row
from interview_desk.store.search import HIT_END, HIT_START, Hit
from interview_desk.words import count, day

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from interview_desk.report.documents.kind import DocumentKind

_FORMATS = ("pdf", "json", "md")
_USUAL = "rubric"


class _Kind(click.ParamType["DocumentKind"]):
    """A document by its key. The documents are imported only for an export."""

    name = "kind"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        """All that there are, for the help."""
        return self._choice().get_metavar(param, ctx)

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> "DocumentKind":
        """The kind of that key; ends the command for any other."""
        from interview_desk.report.documents.registry import document_kind

        return document_kind(self._choice().convert(value, param, ctx))

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """What a shell offers."""
        return self._choice().shell_complete(ctx, param, incomplete)

    def _choice(self) -> click.Choice[str]:
        from interview_desk.report.documents import registry

        return click.Choice([kind.key for kind in registry.DOCUMENTS])


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object an interview.")
@pass_records
def list_(records: Records, as_json: bool) -> None:
    """List the interviews, newest first."""
    alone = without_log(records.file)
    with records.reading() as store:
        rows = store.list()
    if alone and (words := missing_log_words(rows)):
        complain(words)
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
                "fault": row.fault,
            }
            for row in rows
        ]
        say_json(fields)
        return
    say(*(map(_line, rows) if rows else ["No interviews yet."]))


def _line(row: Row) -> str:
    held = row.summary.started_ms
    date = day(held, None) if held is not None else row.summary.scheduled[:10] or "no date"
    name = row.summary.candidate or UNNAMED
    notes = count(row.summary.notes, "note")
    odd = f"  cannot be read whole: {row.fault}" if row.fault else ""
    return f"{row.row:>5}  {date:<11}  {row.summary.status:<8}  {name}  ({notes}){odd}"


@click.command()
@click.argument("interview", metavar="ID")
@click.option("--out", type=click.Path(path_type=Path), help="The file to write.")
@click.option("--format", "form", type=click.Choice(_FORMATS), help="Default: by --out, or pdf.")
@click.option("--kind", type=_Kind(), default=_USUAL, show_default=True)
@click.option("--with-private", is_flag=True, help="With the private notes, too.")
@click.option("--without-pictures", is_flag=True, help="Without the pictures; captions stay.")
@pass_records
def export(
    records: Records,
    interview: str,
    *,
    out: Path | None,
    form: str | None,
    kind: "DocumentKind",
    with_private: bool,
    without_pictures: bool,
) -> None:
    """Write a document about one interview to a file. ID is the number that "list" shows.

    JSON is the interview itself, for another Interview Desk. Private notes stay out of all.
    """
    from interview_desk.report.file_names import file_name

    options = ReportOptions(include_private=with_private, include_pictures=not without_pictures)
    form = form or _form_of(out)
    if form == "json" and kind.key != _USUAL:
        raise UserError("JSON is the whole interview, so it goes without --kind.")
    with records.reading() as store:
        found = store.load_with_pictures(row_of(store, interview))
    if out is None:
        out = Path(file_name(found, form, kind=kind))
    elif out.is_dir():
        out /= file_name(found, form, kind=kind)
    write_new(out, _render(found, form, kind, options))
    say(out)


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--colleague", is_flag=True, help="They are a colleague's: insights leave them out.")
@pass_records
def import_(records: Records, files: tuple[Path, ...], *, colleague: bool) -> None:
    """Take in interview files, or PDFs that carry one. All are read before the first is kept."""
    from interview_desk.report.incoming import read_incoming

    read = read_all(files, read_incoming)
    with records.store() as store:
        for path, interview in read:
            if store.find(interview.uid) is not None:
                say(f"{path}: already here, nothing was changed")
                continue
            row = store.create(interview, _origin(interview, colleague=colleague))
            say(f"{path}: imported as {row}, {interview.setup.candidate or UNNAMED.lower()}")


def _form_of(out: Path | None) -> str:
    ending = out.suffix.lower().lstrip(".") if out is not None else ""
    return ending if ending in _FORMATS else "pdf"


def _render(interview: Interview, form: str, kind: "DocumentKind", options: ReportOptions) -> bytes:
    # Each is imported only when asked for: reportlab alone takes 90 ms.
    if form == "json":
        from interview_desk.interview.packet import write_packet
        from interview_desk.report.documents.kind import as_shared

        return write_packet(as_shared(interview, options))
    if form == "pdf":
        from interview_desk.report.pdf_process import make_pdf_apart

        return make_pdf_apart(kind, interview, options).data
    from interview_desk.report.text.formats import TextForm, make_text

    return make_text(kind, interview, options, TextForm.MARKDOWN).encode()


@click.command()
@click.argument("query")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True)
@click.option("--ranked", is_flag=True, help="Best matches first, not the newest.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a hit.")
@pass_records
def search(records: Records, query: str, *, limit: int, ranked: bool, as_json: bool) -> None:
    """Find words in names, roles, questions, notes, reasons, summaries and what was prepared.

    The last word need not be whole.
    """
    with records.reading() as store:
        hits = store.search(query, limit, ranked=ranked)
    if as_json:
        fields = [
            {
                "id": hit.row,
                "candidate": hit.candidate,
                "where": hit.where,
                "text": _marked(hit.snippet, "", ""),
                "note": hit.note,
                "dimension": hit.dimension,
                "question": hit.question,
                "created_ms": hit.created_ms,
            }
            for hit in hits
        ]
        say_json(fields)
        return
    say(*(map(_hit_line, hits) if hits else ["Nothing found."]))


def _hit_line(hit: Hit) -> str:
    text = " ".join(_marked(hit.snippet, "[", "]").split())
    name = hit.candidate or UNNAMED
    return f"{hit.row:>5}  {day(hit.created_ms, None):<11}  {name}  {hit.where}: {text}"


def _marked(snippet: str, start: str, end: str) -> str:
    return snippet.replace(HIT_START, start).replace(HIT_END, end)


def _origin(interview: "Interview", *, colleague: bool) -> Origin:
    from interview_desk.panel.case_mark import mark_of

    if colleague:
        return Origin.TAKEN_IN
    return Origin.CASE if mark_of(interview) else Origin.OWN
