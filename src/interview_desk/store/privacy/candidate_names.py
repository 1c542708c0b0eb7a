"""The candidate's names in one interview's texts: taking them out, and what is nearly one."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from interview_desk.interview.anonymise import STANDS_FOR_NAME, Anonymiser
from interview_desk.store.schema.migrations import text_columns
from interview_desk.store.schema.text_columns import Holds

# What the columns with typed words are called.
CALLED = {
    ("setups", "role"): "role",
    ("setups", "question"): "question",
    ("preparations", "text"): "note from before",
    ("prepared_questions", "text"): "prepared question",
    ("notes", "text"): "note",
    ("ratings", "reason"): "reason",
    ("reviews", "remark"): "remark",
    ("verdicts", "summary"): "summary",
    ("feedbacks", "text"): "feedback",
    ("amendments", "reason"): "amendment",
    ("amendments", "what"): "amendment",
    ("plan_changes", "reason"): "change of the plan",
    ("clock_events", "reason"): "reason of a pause",
    ("drafts", "text"): "draft",
}
_TIMED = frozenset(("notes", "amendments", "plan_changes", "clock_events", "drafts"))
# Texts that are not the candidate's to be changed: the interviewer's name, and the guide.
_OTHERS = (
    ("interviewer", "SELECT interviewer FROM setups WHERE interview = ?"),
    ("guide", "SELECT text FROM guides WHERE pk = (SELECT guide FROM interviews WHERE pk = ?)"),
)
_AROUND = 24
_MOST_PLACES = 2_000


@dataclass(frozen=True, slots=True)
class NearPlace:
    """A word that may still name the candidate, and ``text``, some of what stands around it.

    ``where`` says what it was found in; ``wall_ms`` is its moment, where it has one. ``typed``
    is False for what is not changed with a name: the interviewer's own, and the guide. It is
    shown, and never kept.
    """

    word: str
    where: str
    text: str
    wall_ms: int | None = None
    typed: bool = True


class NameRemover:
    """Takes one candidate's names out of texts, each text once however many copies have it.

    ``also`` are other words to take out, just as they are written.
    """

    def __init__(self, name: str = "", also: Iterable[str] = ()) -> None:
        self._also = tuple(also)
        self._anonymisers = {name: Anonymiser(name, self._also)}
        self._done: dict[str, tuple[str, int]] = {}

    @property
    def knows_a_name(self) -> bool:
        """Whether there is a name by which to tell what is nearly it."""
        return any(self._anonymisers)

    @property
    def known(self) -> tuple[str, ...]:
        """The names that the candidate has, or had."""
        return tuple(filter(None, self._anonymisers))

    def learn(self, name: str) -> None:
        """Another name that the candidate has, or had when a copy was made."""
        if name not in self._anonymisers:
            self._anonymisers[name] = Anonymiser(name, self._also)
            self._done.clear()

    def take_out(self, text: str) -> str:
        """The text without the names."""
        return self._take_out(text)[0]

    def count(self, text: str) -> int:
        """In how many places the text has one."""
        return self._take_out(text)[1]

    def near_places(self, conn: sqlite3.Connection, uid: str) -> tuple[NearPlace, ...]:
        """What is nearly a name in the texts of an interview that has been made nameless."""
        row = conn.execute("SELECT pk FROM interviews WHERE uid = ?", (uid,)).fetchone()
        if row is None or not self.knows_a_name:
            return ()
        found = [*self._in_texts(conn, row[0]), *self._in_others(conn, row[0])]
        return tuple(found[:_MOST_PLACES])

    def _take_out(self, text: str) -> tuple[str, int]:
        if text not in self._done:
            left, places = text, 0
            for anonymiser in self._anonymisers.values():
                done = anonymiser.anonymise(left)
                left, places = done.text, places + len(done.replaced)
            self._done[text] = left, places
        return self._done[text]

    def _in_texts(self, conn: sqlite3.Connection, interview: int) -> Iterator[NearPlace]:
        for table, column in columns_there(conn, Holds.WORDS):
            where = CALLED[table, column]
            moment = "wall_ms" if table in _TIMED else "NULL"
            sql = f"SELECT {column}, {moment} FROM {table} WHERE interview = ?"  # noqa: S608
            for text, wall_ms in conn.execute(sql, (interview,)):
                for first, last in self._near(text):
                    yield _place(text, first, last, where, wall_ms)

    def _near(self, text: str) -> list[tuple[int, int]]:
        found = (each.near_matches(text) for each in self._anonymisers.values())
        return sorted({(match.start, match.end) for matches in found for match in matches})

    def _in_others(self, conn: sqlite3.Connection, interview: int) -> Iterator[NearPlace]:
        """Where the names stand in what is not changed."""
        for where, sql in _OTHERS:
            for (text,) in conn.execute(sql, (interview,)):
                for anonymiser in self._anonymisers.values():
                    for each in anonymiser.anonymise(text).replaced:
                        if each.by == STANDS_FOR_NAME:
                            place = _place(text, each.start, each.end, where, None)
                            yield replace(place, typed=False)


def by_word(places: Iterable[NearPlace]) -> dict[str, list[NearPlace]]:
    """The places of each word, the words in the order of their first places."""
    found: dict[str, list[NearPlace]] = {}
    for place in places:
        found.setdefault(place.word, []).append(place)
    return found


def columns_there(conn: sqlite3.Connection, holds: Holds) -> list[tuple[str, str]]:
    """Tables and columns that hold such texts, as far as this file has them: a copy may be old."""
    sql = "SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c"
    there = {*conn.execute(f"{sql} WHERE m.type = 'table'")}
    return [each for each in text_columns(holds) if each in there]


def texts(conn: sqlite3.Connection, interview: int) -> Iterator[str]:
    """Everything typed in an interview but the candidate's own field."""
    for table, column in columns_there(conn, Holds.WORDS):
        sql = f"SELECT {column} FROM {table} WHERE interview = ?"  # noqa: S608
        for (text,) in conn.execute(sql, (interview,)):
            yield text


def _place(text: str, first: int, last: int, where: str, wall_ms: int | None) -> NearPlace:
    before, after = text[max(0, first - _AROUND) : first], text[last : last + _AROUND]
    around = " ".join(f"{before}{text[first:last]}{after}".split())
    begun = "…" if first > _AROUND else ""
    more = "…" if last + _AROUND < len(text) else ""
    return NearPlace(text[first:last], where, f"{begun}{around}{more}", wall_ms)
