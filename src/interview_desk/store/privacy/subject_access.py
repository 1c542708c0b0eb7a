"""Finding everything that is held on one person, in the records and in the copies of them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from interview_desk.interview.folded_text import folded
from interview_desk.interview.interview import Interview
from interview_desk.interview.subject_data import (
    HeldCopy,
    HeldInterview,
    HeldOdd,
    HeldOn,
    HeldPanel,
    Mention,
)
from interview_desk.store.backups.backups import Backup, list_backups
from interview_desk.store.connection import look_at
from interview_desk.store.errors import StoreError, Trouble
from interview_desk.store.panels import PanelRow, panels_of
from interview_desk.store.search import HIT_END, HIT_START, Hit, Where
from interview_desk.store.store import Store

_MOST_MENTIONS = 10_000
_APART = str.maketrans(dict.fromkeys(".,;:!?()'’\"“”/-\n", " "))


def held_on(store: Store, name: str) -> HeldOn:
    """The interviews with a candidate of that name, and where others speak of them.

    Case and accents do not count. Copies are not looked into: `in_copies` takes a while.
    """
    wanted = folded(name)
    rows = store.privacy.named(wanted) if wanted else ()
    found = [_interview(store, row) for row in rows]
    interviews = tuple(each for each in found if isinstance(each, HeldInterview))
    odd = tuple(each for each in found if isinstance(each, HeldOdd))
    mentions = tuple(_mentions(store, wanted, rows)) if wanted else ()
    panels = tuple(_panel(store, each) for each in (store.panels.named(wanted) if wanted else ()))
    return HeldOn(name, interviews, mentions, (), odd, panels)


def in_copies(store: Path, name: str) -> tuple[HeldCopy, ...]:
    """The copies that have an interview with a candidate of that name, or cannot be read.

    Changes nothing in them; any thread may do it. Raises StoreError.
    """
    wanted = folded(name)
    found = (_copy(each, wanted) for each in list_backups(store))
    return tuple(copy for copy in found if copy.interviews != 0)


def alike(store: Store, name: str) -> list[str]:
    """Candidates with a part of that name."""
    hits = store.search(name)
    return sorted({hit.candidate for hit in hits if hit.where is Where.CANDIDATE})


def _interview(store: Store, row: int) -> HeldInterview | HeldOdd:
    keeping, found = store.privacy.keeping(row, 0), _read(store, row)
    if isinstance(found, HeldOdd):
        return found
    return HeldInterview(
        row=row,
        interview=found,
        keep_until=keeping.until,
        held=keeping.held,
        draft=store.load_draft(row),
        journal=store.load_journal(row),
        resume=store.load_resume(row),
    )


def _panel(store: Store, panel: PanelRow) -> HeldPanel:
    packets = store.panels.packets(panel.row)
    agreed = tuple(note.text for note in store.panels.notes(panel.row).values())
    return HeldPanel(panel.candidate, tuple(each.data for each in packets), agreed)


def _read(store: Store, row: int) -> Interview | HeldOdd:
    """The interview, or why it cannot be read: one of them must not keep the others back."""
    try:
        return store.load_with_pictures(row)
    except StoreError as error:
        if error.trouble is not Trouble.UNREADABLE:
            raise
        return HeldOdd(row, error.why)


def _mentions(store: Store, wanted: str, rows: tuple[int, ...]) -> Iterator[Mention]:
    """Texts of other interviews that have the whole name in them."""
    loaded: dict[int, Interview | HeldOdd] = {}
    for hit in store.search(wanted, _MOST_MENTIONS):
        # A candidate with a longer name is another person.
        if hit.row in rows or hit.where is Where.CANDIDATE:
            continue
        if hit.row not in loaded:
            loaded[hit.row] = _read(store, hit.row)
        text, private = _text(loaded[hit.row], hit)
        if f" {wanted} " in f" {folded(text)} ".translate(_APART):
            yield Mention(hit.row, hit.where, text, private)


def _text(interview: Interview | HeldOdd, hit: Hit) -> tuple[str, bool]:
    """The text that a hit is in, and whether it is private; what is not known is."""
    if isinstance(interview, HeldOdd):
        return hit.snippet.replace(HIT_START, "").replace(HIT_END, ""), True
    if hit.where is Where.NOTE:
        note = interview.note(hit.note or 0)
        return note.text, note.private
    return _words(interview, hit), hit.where is Where.BEFORE


def _words(interview: Interview, hit: Hit) -> str:
    match hit.where:
        case Where.REASON:
            return interview.rating(hit.dimension or 0).reason
        case Where.SUMMARY:
            return interview.verdict.summary
        case Where.QUESTION:
            return interview.setup.question
        case Where.PREPARED:
            questions = interview.prepared_questions
            return next((each.text for each in questions if each.id == hit.question), "")
        case Where.BEFORE:
            return interview.preparation.text
        case _:
            return interview.setup.role


def _copy(backup: Backup, wanted: str) -> HeldCopy:
    try:
        with closing(look_at(backup.path)) as conn:
            names = conn.execute("SELECT candidate FROM setups").fetchall()
            panels = panels_of(conn, "", (wanted,))
        number = sum(folded(name) == wanted for (name,) in names) + len(panels)
    except (sqlite3.Error, UnicodeDecodeError):
        return HeldCopy(backup.name, backup.made_ms, None)
    return HeldCopy(backup.name, backup.made_ms, number)
