"""The command that searches every interview."""

import click

from interview_desk.cli.context import Records, pass_records
from interview_desk.cli.printing import say, say_json
from interview_desk.interview.summary import UNNAMED
from interview_desk.store.search import HIT_END, HIT_START, Hit
from interview_desk.words import day


@click.command()
@click.argument("query")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True)
@click.option("--ranked", is_flag=True, help="Best matches first, not the newest.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a hit.")
@pass_records
def search(records: Records, query: str, *, limit: int, ranked: bool, as_json: bool) -> None:
    """Find words in names, roles, questions, notes, reasons and summaries.

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
                "created_ms": hit.created_ms,
            }
            for hit in hits
        ]
        say_json(fields)
        return
    say(*(map(_line, hits) if hits else ["Nothing found."]))


def _line(hit: Hit) -> str:
    text = " ".join(_marked(hit.snippet, "[", "]").split())
    name = hit.candidate or UNNAMED
    return f"{hit.row:>5}  {day(hit.created_ms, None):<11}  {name}  {hit.where}: {text}"


def _marked(snippet: str, start: str, end: str) -> str:
    return snippet.replace(HIT_START, start).replace(HIT_END, end)
