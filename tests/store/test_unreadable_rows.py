"""Values that another program wrote into the file: never a crash, and no harm to the others."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.guide.parse.reader import read_guide
from interview_desk.interview.actions import running, scoring
from interview_desk.interview.interview import Interview
from interview_desk.interview.journal import Journal
from interview_desk.interview.note_text import Draft
from interview_desk.interview.packet import read_packet, write_packet
from interview_desk.interview.status import Status
from interview_desk.store.backups.backups import back_up_now
from interview_desk.store.backups.integrity import faults_in, unreadable_interviews
from interview_desk.store.errors import StoreError, Trouble
from interview_desk.store.library import Row
from interview_desk.store.queries import Filters, Order
from interview_desk.store.store import Store
from tests.helpers.clock import HandClock
from tests.helpers.samples import SMALL_GUIDE, prepared
from tests.store.stored_play import StoredPlay, begin

TODAY = date(2026, 11, 23)
UIDS = ("prepared", "live", "scored", "done")


def played(store: Store, uid: str) -> StoredPlay:
    """An interview that has come so far, with a guide of its own."""
    guide = read_guide(SMALL_GUIDE.replace("# Small interview", f"# Interview {uid}"))
    play = begin(store, prepared(guide, uid=uid, candidate=f"Ada {uid}"))
    if uid == "prepared":
        return play
    play.start()
    play.sight("p1.s1", play.note("+ drew a queue #problem #technical"))
    play.clock.advance(60)
    if uid == "live":
        play.undo()
        store.beat(play.row, play.clock.now())
        store.save_draft(play.row, Draft("half a thought", play.clock.now()))
        return play
    play.do(running.finish(play.interview, play.clock.now()))
    play.undo()
    play.redo()
    play.do(scoring.rate(play.interview, 1, "Exceeds"))
    play.do(scoring.give_reason(play.interview, 1, "Drew it at once"))
    play.do(scoring.look_at(play.interview, "d1", observed=False))
    play.do(scoring.recommend(play.interview, play.interview.guide.steps[0]))
    play.do(scoring.summarise(play.interview, "Draws well."))
    play.do(scoring.write_feedback(play.interview, "Draw more."))
    if uid == "done":
        play.do(scoring.lock(play.interview, play.clock.now()))
    store.privacy.keep_until(play.row, TODAY)
    return play


@dataclass
class Sound:
    """A store as it was before anything was written by hand."""

    path: Path
    interviews: dict[int, Interview]
    lines: dict[int, Row]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Sound:
    """Interviews of every state."""
    path = tmp_path_factory.mktemp("sound") / "interviews.db"
    with closing(Store.open(path)) as store:
        for uid in UIDS:
            played(store, uid)
        store.set_setting("theme", "dark")
        lines = {line.row: line for line in store.list()}
        return Sound(path, {row: store.load(row) for row in lines}, lines)


# A cell of the file, and what is written into it

NUMBERS = (0, 1, -1, 2, 7, 99, 2**31, 2**53, 2**53 + 1, 2**63 - 1, -(2**63), 10**13 + 1)
TEXTS = (
    "''", "'banana'", "'done'", "'a' || char(0) || 'b'", "char(27) || '[31mred'",
    "char(10) || char(13)", "CAST(x'fffe41' AS TEXT)", "CAST(x'f09f98' AS TEXT)",
    "'[]'", "'{}'", "'null'", "'[1e400]'", "'[-1, 9007199254740993]'", "'{\"a\": [1]}'",
    "printf('%.*c', 300000, 'x')", "printf('%.*c', 900, '[') || printf('%.*c', 900, ']')",
    "'0000-00-00'", "'-4000-01-01'", "'٣٤'", "'99999'", "'²'", "char(0xD800)",
)  # fmt: skip
VALUES = st.one_of(st.sampled_from([str(each) for each in NUMBERS]), st.sampled_from(TEXTS),
                   st.just("NULL"), st.integers(-(2**63), 2**63 - 1).map(str))  # fmt: skip
# Of each table, the interview that a row belongs to.
OWNERS = {
    "interviews": "pk",
    "guides": "(SELECT pk FROM interviews WHERE guide = guides.pk)",
    "note_dimensions": "(SELECT interview FROM notes WHERE pk = note)",
    "clock_retractions": "(SELECT interview FROM clock_events WHERE pk = event)",
    "settings": "NULL",
    **dict.fromkeys(
        (
            "setups", "preparations", "prepared_questions", "resumes", "notes", "sightings",
            "ticks", "past_cues", "clock_events", "plan_changes",
            "ratings", "reviews", "verdicts", "feedbacks", "locks", "amendments", "drafts",
            "heartbeats", "journal", "keepings",
        ),
        "interview",
    ),
}  # fmt: skip


def by_hand(path: Path, table: str, column: int, row: int, value: str) -> set[int]:
    """Writes the value into one cell, if the file allows it; the interviews that may show it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA foreign_keys = ON")
        # Whoever edits by hand may have put this out of the way, too.
        conn.execute("DROP TRIGGER clock_events_do_not_change")
        columns = [name for _, name, *_ in conn.execute(f"PRAGMA table_info({table})")]
        name = columns[column % len(columns)]
        keys = [each for _, each, *_, key in conn.execute(f"PRAGMA table_info({table})") if key]
        cells = conn.execute(f"SELECT {', '.join(keys)} FROM {table}").fetchall()
        if not cells:
            return set()
        where = " AND ".join(f"{key} IS ?" for key in keys)
        cell = cells[row % len(cells)]
        owners = f"SELECT {OWNERS[table]} FROM {table}"
        before = conn.execute(f"{owners} WHERE {where}", cell).fetchall()
        with suppress(sqlite3.IntegrityError, sqlite3.OperationalError):
            conn.execute(f"UPDATE {table} SET {name} = {value} WHERE {where}", cell)
        # A row may now belong to another interview.
        says_whose = name in {"pk", "interview", "guide", "note", "event"}
        moved = conn.execute(f"{owners} WHERE {name} IS {value}").fetchall() if says_whose else []
    return {owner for (owner,) in before + moved}


def used(store: Store) -> None:
    """All that the lists, the search and what is due ask of every interview."""
    for order in Order:
        store.queries.list(order=order)
    for filters in (Filters.open(), Filters(statuses=(Status.DONE,)), Filters(from_ms=0)):
        assert len(store.queries.list(filters)) == store.queries.count(filters)
    store.queries.choices()
    for question, _ in store.queries.questions():
        store.queries.uses(question)
    for ranked in (False, True):
        for query in ("a", "drew", "ada", "half", "draw more"):
            store.search(query, ranked=ranked)
    assert len(store.privacy.due(TODAY, 12)) == store.privacy.count_due(TODAY, 12)
    store.setting("theme")


def opened(store: Store, row: int) -> Interview | None:
    """The interview with all beside it, or None if it is told in words why there is none."""
    try:
        interview = store.load(row)
    except StoreError as error:
        if error.trouble is not Trouble.UNREADABLE or not error.why:
            raise
        return None
    assert read_packet(write_packet(interview)) == interview
    store.load_journal(row)
    draft, beat = store.load_draft(row), store.last_beat(row)
    assert draft is None or (draft.at.possible and draft.text.strip())
    assert beat is None or beat.possible
    store.privacy.keeping(row, 12)
    return interview


@given(
    table=st.sampled_from([*OWNERS, "interviews", "interviews"]),
    column=st.integers(0, 20),
    row=st.integers(0, 99),
    value=VALUES,
)
def test_one_odd_value_harms_at_most_its_own_interview(
    sound: Sound, table: str, column: int, row: int, value: str
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "interviews.db"
        shutil.copy(sound.path, path)
        touched = by_hand(path, table, column, row, value)
        assert faults_in(path) == ()
        back_up_now(path, datetime.combine(TODAY, time(10, 15), UTC))
        with closing(Store.open(path)) as store:
            lines = {line.row: line for line in store.list()}
            assert len(lines) == len(UIDS)
            used(store)
            odd = {each.row: each.why for each in unreadable_interviews(store)}
            assert odd.keys() <= touched
            for number, line in lines.items():
                interview = opened(store, number)
                assert (interview is None or bool(line.fault)) == (number in odd)
                if number not in touched:
                    assert interview == sound.interviews[number]
                    assert line == sound.lines[number]


# Some of them by name


@pytest.fixture
def odd(path: Path, sound: Sound) -> Callable[[str], Store]:
    """A copy of the sound store with something done to it by hand, open."""

    def make(statement: str) -> Store:
        shutil.copy(sound.path, path)
        with closing(sqlite3.connect(path)) as conn, conn:
            conn.execute(statement)
        return Store.open(path)

    return make


def why(store: Store, uid: str) -> str:
    """Why the interview of that identity cannot be read whole."""
    row = store.find(uid)
    (found,) = [each.why for each in unreadable_interviews(store) if each.row == row]
    return found


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE interviews SET status = 'banana' WHERE uid = 'live'", "its status"),
        ("UPDATE interviews SET heights = 'high' WHERE uid = 'live'", "its ratings"),
        ("UPDATE interviews SET levels = -3 WHERE uid = 'live'", "its ratings"),
        ("UPDATE interviews SET note_count = -1 WHERE uid = 'live'", "its count of notes"),
        ("UPDATE interviews SET started_ms = 1 << 62 WHERE uid = 'live'", "when it began"),
        ("UPDATE notes SET kind = 'song' WHERE interview = 2", "a row of its notes"),
        ("UPDATE notes SET wall_ms = -5 WHERE interview = 2", "its moment is impossible"),
        ("UPDATE ratings SET level = 'Superb', interview = 2 WHERE interview = 3", "not there"),
        ("UPDATE guides SET understood = '{}' WHERE title = 'Interview live'", "its guide"),
    ],
)
def test_what_is_odd_is_named_and_the_rest_goes_on(
    odd: Callable[[str], Store], statement: str, words: str
) -> None:
    with closing(odd(statement)) as store:
        assert words in why(store, "live")
        assert [line.summary.candidate for line in store.list()][-2] == "Ada live"


def test_an_interview_whose_line_alone_is_odd_opens_and_a_save_puts_it_right(
    odd: Callable[[str], Store],
) -> None:
    with closing(
        odd("UPDATE interviews SET note_count = 9223372036854775807, status = 'x'")
    ) as store:
        assert all(line.fault for line in store.list())
        play = StoredPlay(store, 2)
        play.clock.advance(600)
        play.note("goes on")
        play.do(running.pause(play.interview, play.clock.now()))
        (line,) = [line for line in store.list() if line.row == 2]
        assert (line.fault, line.summary.notes, line.summary.status) == ("", 2, Status.LIVE)


def test_an_interview_without_its_guide_is_listed(path: Path, odd: Callable[[str], Store]) -> None:
    with closing(odd("UPDATE interviews SET guide = 99 WHERE uid = 'live'")) as store:
        assert len(store.list()) == store.count() == len(UIDS)
        assert "guide" in why(store, "live")
    assert faults_in(path)


def test_steps_that_make_no_sense_cannot_be_undone_but_keep_nobody_out(
    odd: Callable[[str], Store],
) -> None:
    for change in ("{}", '{"label": "", "merge": "", "undoable": true, "edits": [7]}'):
        with closing(odd(f"UPDATE journal SET change = '{change}'")) as store:
            assert store.load_journal(2) == Journal()
            play = StoredPlay(store, 2)
            play.clock.advance(600)
            play.note("goes on")
            assert store.load_journal(2) == play.journal != Journal()


def test_a_draft_of_no_possible_moment_is_still_there(odd: Callable[[str], Store]) -> None:
    with closing(odd("UPDATE drafts SET wall_ms = -1, mono_ms = 9223372036854775807")) as store:
        draft = store.load_draft(2)
        assert draft is not None
        assert draft.text == "half a thought"
        assert store.load(2).timeline.position(draft.at) >= 0
        assert store.last_beat(2) == HandClock().advance(60)


def test_what_is_no_text_is_told_as_far_as_it_is(odd: Callable[[str], Store]) -> None:
    with closing(odd("UPDATE setups SET candidate = CAST(x'416461ff' AS TEXT)")) as store:
        assert {line.summary.candidate for line in store.list()} == {"Ada\ufffd"}
        assert all(opened(store, line.row) for line in store.list())
