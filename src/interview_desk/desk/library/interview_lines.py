"""What the library says of one interview: plain values, ready to be painted or read aloud."""

from collections.abc import Iterable
from datetime import datetime, tzinfo
from typing import NamedTuple

from interview_desk.desk.theme.tokens import Tone
from interview_desk.interview.status import Status
from interview_desk.interview.summary import UNNAMED, scheduled_at
from interview_desk.store.library import Row
from interview_desk.words import clock_time, day, local

_DAY_MS = 24 * 3_600_000
_FAR_MS = 9_000 * 365 * _DAY_MS


# Named tuples: making a class of each costs less, and these are made before the first paint.
class Heading(NamedTuple):
    """The name of a group, on a line of its own."""

    text: str


class Line(NamedTuple):
    """One interview. ``action`` is what there is to do with it; a finished one has none."""

    row: int
    when: str
    candidate: str
    subject: str
    state: str
    tone: Tone
    action: str
    heights: tuple[int | None, ...] = ()
    levels: int = 0

    def told(self) -> str:
        """The whole line in words."""
        name = self.candidate or UNNAMED
        parts = (self.when, name, self.subject, self.ratings(), self.state, self.action)
        return ", ".join(part for part in parts if part)

    def ratings(self) -> str:
        """The little bars in words; empty where there are none."""
        if not self.heights:
            return ""
        shown = " ".join("–" if height is None else str(height) for height in self.heights)
        unrated = ", – not rated" if None in self.heights else ""
        return f"Ratings from 1, the lowest, to {self.levels}: {shown}{unrated}"


class LineMaker:
    """Makes lines and groups as they read at one moment, ``now_ms`` in UTC epoch ms."""

    def __init__(self, now_ms: int, zone: tzinfo | None) -> None:
        self._now_ms = now_ms
        self._zone = zone
        self._today = local(now_ms, zone).date()

    def grouped(self, rows: Iterable[Row]) -> list[Heading | Row]:
        """The rows under the headings that they belong to, in the order to act on them."""
        groups: dict[str, list[Row]] = {
            "Today": [],
            "To score": [],
            "Prepared": [],
            "Not set up yet": [],
            "Done": [],
        }
        for row in rows:
            groups[self._group(row)].append(row)
        groups["Today"].sort(key=self._urgency)
        groups["Prepared"].sort(key=_coming)
        groups["Not set up yet"].sort(key=_coming)
        groups["Done"].sort(key=_held, reverse=True)
        groups["To score"].sort(key=_held, reverse=True)
        found: list[Heading | Row] = []
        for name, members in groups.items():
            if members:
                found += (Heading(name), *members)
        return found

    def line(self, row: Row) -> Line:
        """One interview's line; of today it says the time and not the date."""
        summary = row.summary
        done = summary.status is Status.DONE and not row.fault
        state, tone, action = self._state(row)
        return Line(
            row=row.row,
            when=self._when(row),
            candidate=summary.candidate,
            subject=summary.question or summary.role,
            state=state,
            tone=tone,
            action=action,
            heights=tuple(height or None for height in summary.heights) if done else (),
            levels=summary.levels,
        )

    def _group(self, row: Row) -> str:
        match row.summary.status:
            case Status.DONE:
                return "Done"
            case Status.LIVE:
                return "Today"
            case Status.TO_SCORE:
                return "Today" if self._is_today(row) else "To score"
            case Status.PREPARED:
                if not _is_set_up(row):
                    return "Not set up yet"
                return "Today" if self._is_today(row) else "Prepared"

    def _is_today(self, row: Row) -> bool:
        at = self._at(row)
        return at is not None and at.date() == self._today

    def _urgency(self, row: Row) -> tuple[int, float]:
        """What is on comes first, then what comes next, then what is to be scored, latest first."""
        at = self._at(row)
        seconds = at.timestamp() if at else 0.0
        match row.summary.status:
            case Status.LIVE:
                return 0, seconds
            case Status.PREPARED:
                return 1, seconds
            case _:
                return 2, -seconds

    def _state(self, row: Row) -> tuple[str, Tone, str]:
        summary = row.summary
        if row.fault:
            return "Partly read", "warn", "Open"
        match summary.status:
            case Status.PREPARED if not _is_set_up(row):
                return "Empty", "ink3", "Prepare"
            case Status.PREPARED:
                done = f" {summary.prepared} of {summary.to_prepare}" if summary.to_prepare else ""
                return f"Prepared{done}", "ink2", "Prepare"
            case Status.LIVE:
                return "In progress", "accent", "Continue"
            case Status.TO_SCORE if summary.recommendation or any(summary.heights):
                return "Not finished", "ink2", "Score"
            case Status.TO_SCORE:
                fresh = self._now_ms - (summary.started_ms or 0) < _DAY_MS
                return ("Score while fresh", "warn", "Score") if fresh else (
                    "Not scored", "ink2", "Score")  # fmt: skip
            case Status.DONE:
                return summary.recommendation or "No recommendation", "ink", ""

    def _when(self, row: Row) -> str:
        at = self._at(row)
        if at is None:
            return ""
        if at.date() == self._today:
            return at.strftime("%H:%M")
        ms = round(at.timestamp() * 1000)
        date = day(ms, self._zone)
        date = date if at.year != self._today.year else date.removesuffix(f" {at.year}")
        ahead = row.summary.status is Status.PREPARED
        return f"{date}, {clock_time(ms, self._zone)}" if ahead else date

    def _at(self, row: Row) -> datetime | None:
        """When it was held, or else when it is to be."""
        summary = row.summary
        if summary.started_ms is None:
            at = scheduled_at(summary.scheduled)
            return at.replace(tzinfo=self._zone).astimezone(self._zone) if at else None
        # A packet from elsewhere may hold a number that no calendar reaches.
        return local(summary.started_ms, self._zone) if summary.started_ms < _FAR_MS else None


def _is_set_up(row: Row) -> bool:
    """Whether anything was filled in or ticked: whose interview it is, when, or about what."""
    summary = row.summary
    return bool(summary.candidate or summary.question or summary.scheduled or summary.prepared)


def _held(row: Row) -> int:
    return row.summary.started_ms or row.created_ms


def _coming(row: Row) -> tuple[bool, str, int]:
    """By date, those without one last and the newest of them first."""
    return not row.summary.scheduled, row.summary.scheduled, -row.created_ms
