"""Everything held on one person, as one JSON document."""

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from interview_desk.errors import UserError
from interview_desk.interview.interview import Interview
from interview_desk.interview.journal import Journal
from interview_desk.interview.nameless import folded
from interview_desk.interview.packet import write_packet
from interview_desk.report.contents.privacy import without_private
from interview_desk.store.search import Hit, Where
from interview_desk.store.store import Store
from interview_desk.words import count

FORMAT = "interview-desk/person"
VERSION = 1
_MOST_MENTIONS = 10_000


@dataclass(frozen=True, slots=True)
class PersonFile:
    """The document; ``rows`` are the interviews in it, ``left_out`` says what is not, in words."""

    data: bytes
    rows: tuple[int, ...]
    left_out: tuple[str, ...]


def person_file(store: Store, name: str, *, with_private: bool) -> PersonFile:
    """The interviews with a candidate of that name, and where others speak of them.

    Case and accents do not count. Private notes, what is being typed and what can be undone are
    in it only ``with_private``. Raises UserError if nothing is held.
    """
    wanted = folded(name)
    named = [row.row for row in store.list() if folded(row.summary.candidate) == wanted]
    rows = tuple(named) if wanted else ()
    mentions = [*_mentions(store, wanted, rows, with_private)]
    if not rows and not mentions:
        raise UserError(f"Nothing is held on “{name}”.{_alike(store, name)}")
    document = {
        "format": FORMAT,
        "version": VERSION,
        "name": name,
        "interviews": [_interview(store, row, with_private) for row in rows],
        "mentions": mentions,
    }
    data = msgspec.json.format(msgspec.json.encode(document), indent=1)
    return PersonFile(data, rows, () if with_private else tuple(_left_out(store, rows)))


def _left_out(store: Store, rows: tuple[int, ...]) -> Iterator[str]:
    if private := sum(note.private for row in rows for note in store.load(row).notes):
        yield count(private, "private note")
    if drafts := sum(store.load_draft(row) is not None for row in rows):
        yield count(drafts, "draft")
    if any(store.load_journal(row) != Journal() for row in rows):
        yield "what can be undone"


def _interview(store: Store, row: int, with_private: bool) -> dict[str, object]:
    whole, keeping = store.load(row), store.care.keeping(row, 0)
    held: dict[str, object] = {
        "id": row,
        "keep_until": keeping.until.isoformat() if keeping.until else None,
        "held": keeping.held,
    }
    if not with_private:
        return held | {"packet": msgspec.Raw(write_packet(without_private(whole)))}
    draft = store.load_draft(row)
    return held | {
        "packet": msgspec.Raw(write_packet(whole)),
        "draft": draft.text if draft else None,
        "undo": msgspec.to_builtins(store.load_journal(row)),
    }


def _mentions(
    store: Store, wanted: str, rows: tuple[int, ...], with_private: bool
) -> Iterator[dict[str, object]]:
    """Texts of other interviews that have the whole name in them."""
    loaded: dict[int, Interview] = {}
    for hit in store.search(wanted, _MOST_MENTIONS):
        # A candidate with a longer name is another person.
        if hit.row in rows or hit.where is Where.CANDIDATE:
            continue
        interview = loaded.setdefault(hit.row, store.load(hit.row))
        text = _text(interview, hit, with_private)
        if f" {wanted} " in f" {folded(text)} ".translate(_APART):
            yield {"id": hit.row, "where": hit.where, "text": text}


def _text(interview: Interview, hit: Hit, with_private: bool) -> str:
    """The text that a hit is in; nothing for a private note that is to stay here."""
    match hit.where:
        case Where.NOTE:
            note = interview.note(hit.note or 0)
            return "" if note.private and not with_private else note.text
        case Where.REASON:
            return interview.rating(hit.dimension or 0).reason
        case Where.SUMMARY:
            return interview.verdict.summary
        case Where.QUESTION:
            return interview.setup.question
        case _:
            return interview.setup.role


def _alike(store: Store, name: str) -> str:
    names = {hit.candidate for hit in store.search(name) if hit.where is Where.CANDIDATE}
    return f" Did you mean {' or '.join(f'“{each}”' for each in sorted(names))}?" if names else ""


_APART = str.maketrans(dict.fromkeys(".,;:!?()'’\"“”/-\n", " "))
