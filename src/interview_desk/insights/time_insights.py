"""How the time goes: phases against their first plan, and what is left for the candidate."""

from collections import Counter
from statistics import median
from typing import NamedTuple

from interview_desk.insights.insight import (
    Bar,
    Bars,
    Dot,
    DotSpread,
    Insight,
    Table,
    TableRow,
    dots_as_table,
    too_few,
)
from interview_desk.insights.past_interview import PastInterview, PhaseTimes, Rubric
from interview_desk.words import minutes

LEAST = 5
_MINUTE_MS = 60_000
# Who ends so much before the plan does has not cut the questions short: there were no more.
ENDED_EARLY_MS = 2 * _MINUTE_MS
_TIMED = "timed interview"


def phase_time(rubric: Rubric) -> Insight:
    """What each phase took beyond its first plan, pauses left out."""
    title = "Time by phase"
    timed = [each for each in rubric.interviews if each.times is not None]
    by_phase = _beyond_plan(rubric, timed)
    enough = {name: found for name, found in by_phase.items() if len(found) >= LEAST}
    if not enough:
        return too_few(title, LEAST, len(timed), _TIMED)
    lines = tuple(enough)
    middles = {name: median(ms for _, ms in found) for name, found in enough.items()}
    dots = tuple(
        Dot(past.row, past.when_ms, line, ms / _MINUTE_MS, _over(ms))
        for line, name in enumerate(lines)
        for past, ms in enough[name]
    )
    widest = max(1.0, *(abs(dot.at) for dot in dots))
    ends = (-_whole(widest), _whole(widest))
    picture = DotSpread(
        lines,
        dots,
        tuple(middles[name] / _MINUTE_MS for name in lines),
        ends,
        (f"{ends[1]:.0f} min under", "as planned", f"{ends[1]:.0f} min over"),
    )
    said = _furthest(middles, enough)
    return Insight(title, said, picture, dots_as_table(dots, ("Phase", "Against the plan"), lines))


def _beyond_plan(
    rubric: Rubric, timed: list[PastInterview]
) -> dict[str, list[tuple[PastInterview, int]]]:
    """Milliseconds beyond plan of every interview, by the phases that the guide has now."""
    found: dict[str, list[tuple[PastInterview, int]]] = {
        phase.brief: [] for phase in rubric.guide.phases
    }
    for past in timed:
        assert past.times is not None
        spent = zip(past.guide.phases, past.times.used_ms, past.times.planned_ms, strict=True)
        for phase, used, planned in spent:
            if phase.brief in found:
                found[phase.brief].append((past, used - planned))
    return found


def _furthest(middles: dict[str, float], beyond: dict[str, list[tuple[PastInterview, int]]]) -> str:
    """The phase that runs over the most, or else that runs short the most."""
    most = max(middles, key=lambda name: middles[name])
    if middles[most] <= 0:
        most = min(middles, key=lambda name: middles[name])
    times_over = sum(ms > 0 for _, ms in beyond[most])
    middle = _over(round(middles[most]))
    return f"{most}: {middle} in the middle case; over in {times_over} of {len(beyond[most])}."


def _over(ms: int) -> str:
    if abs(ms) < 1000:
        return "as planned"
    return f"{minutes(abs(ms))} {'over' if ms > 0 else 'under'}"


def _whole(amount: float) -> float:
    return float(-(-amount // 1))


class _Short(NamedTuple):
    """An interview whose questions were cut by ``lost_ms``, eaten by the phases named."""

    lost_ms: int
    eaten_ms: dict[str, float]
    over: tuple[str, ...]


def question_time(rubric: Rubric) -> Insight:
    """How much of the time kept for the candidate's own questions was left for them."""
    title = "Their questions"
    kept = [
        each for each in rubric.interviews if each.times is not None and each.times.reserve_ms > 0
    ]
    if len(kept) < LEAST:
        return too_few(title, LEAST, len(kept), _TIMED)
    short = [found for each in kept if (found := _cut_short(each)) is not None]
    reserves = [each.times.reserve_ms for each in kept if each.times is not None]
    picture = Bars(tuple(_bars(sum(reserves), short)))
    rows = tuple(TableRow((bar.label, bar.words)) for bar in picture.bars)
    said = _short_words(short, reserves)
    return Insight(title, said, picture, Table(("Kept for questions", "In all"), rows))


def lost_ms(times: PhaseTimes) -> int:
    """By how much the time kept for questions was cut: the last phase was shorter than that.

    Nothing where the interview ended early.
    """
    left = sum(times.planned_ms) - sum(times.used_ms)
    return 0 if left >= ENDED_EARLY_MS else max(0, times.reserve_ms - times.used_ms[-1])


def _cut_short(past: PastInterview) -> _Short | None:
    assert past.times is not None
    lost = lost_ms(past.times)
    if not lost:
        return None
    earlier = list(zip(past.guide.phases, past.times.used_ms, past.times.planned_ms, strict=True))
    over = {phase.brief: used - planned for phase, used, planned in earlier[:-1] if used > planned}
    all_over = sum(over.values())
    eaten = min(lost, all_over)
    shares = {name: eaten * ms / all_over for name, ms in over.items()}
    return _Short(lost, shares, tuple(over))


def _bars(whole: int, short: list[_Short]) -> list[Bar]:
    """The whole in one bar, taken apart: what was left, then what each phase took of it."""
    lost = sum(each.lost_ms for each in short)
    taken: dict[str, float] = {}
    for each in short:
        for name, ms in each.eaten_ms.items():
            taken[name] = taken.get(name, 0) + ms
    most_first = sorted(taken, key=lambda name: -taken[name])
    parts = [("Left for them", whole - lost)]
    parts += [(f"{name} ran over", round(taken[name])) for name in most_first]
    otherwise = whole - sum(ms for _, ms in parts)
    if otherwise >= 1000:
        parts.append(("Lost otherwise", otherwise))
    bars, start = [], 0
    for label, ms in parts:
        bars.append(Bar(label, ms, whole, f"{minutes(ms)} min", start))
        start += ms
    return bars


def _short_words(short: list[_Short], reserves: list[int]) -> str:
    same = len({*reserves}) == 1
    least = f"Under {reserves[0] // _MINUTE_MS} min" if same else "Less than was kept"
    of = len(reserves)
    if not short:
        return f"The time kept for them was there in all {of}."
    said = f"{least} in {len(short)} of {of}"
    over = Counter(name for each in short for name in each.over)
    if not over:
        return f"{said}; no phase before ran over."
    name, times = over.most_common(1)[0]
    return f"{said}; {name} ran over in {'that one' if len(short) == 1 else f'{times} of those'}."
