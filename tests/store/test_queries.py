"""The library sorted and filtered, along indexes; and where questions were used."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.guide.parse.reader import read_guide
from interview_desk.interview.actions import running, scoring
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import Setup
from interview_desk.interview.status import Status
from interview_desk.store.library import Row
from interview_desk.store.queries import Choices, Filters, Order
from interview_desk.store.store import Store
from tests.helpers.clock import HandClock
from tests.helpers.samples import SMALL_GUIDE, Played, small_guide

OTHER = read_guide(SMALL_GUIDE.replace("# Small interview", "# Other interview"))
HOUR = 3_600_000


def interview(number: int) -> Interview:
    """One of many: every status, two guides, three roles, upper and lower case."""
    clock = HandClock(wall_ms=1_700_000_000_000 + number * HOUR)
    setup = Setup(
        candidate=("bo", "Ada", "Cy", "")[number % 4],
        role=("Engineer", "engineer", "Analyst", "")[number % 4],
        question=("Design a feed", "Design a search", "")[number % 3],
    )
    guide = small_guide() if number % 2 else OTHER
    played = Played(Interview.of(f"u{number}", guide, clock.now().wall_ms, (setup,)), clock)
    stage = number % 4
    if stage > 0:
        played.start()
    if stage > 1:
        played.do(running.finish(played.interview, clock.advance(60)))
    if stage > 2:
        played.do(scoring.recommend(played.interview, guide.steps[number % len(guide.steps)]))
        played.do(scoring.lock(played.interview, clock.now()))
    return played.interview


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Forty interviews."""
    with closing(Store.open(tmp_path_factory.mktemp("many") / "interviews.db")) as store:
        for number in range(40):
            store.create(interview(number))
        yield store


def passes(row: Row, filters: Filters) -> bool:
    """The filter as it is meant."""
    summary = row.summary
    at = row.created_ms if summary.started_ms is None else summary.started_ms
    return (
        (not filters.statuses or summary.status in filters.statuses)
        and (not filters.role or summary.role.casefold() == filters.role.casefold())
        and (not filters.guide or summary.guide == filters.guide)
        and (not filters.recommendation or summary.recommendation == filters.recommendation)
        and (filters.from_ms is None or at >= filters.from_ms)
        and (filters.before_ms is None or at < filters.before_ms)
    )


def key(row: Row, order: Order) -> tuple[object, ...]:
    """What rows are sorted by as it is meant."""
    newest = (-row.created_ms, -row.row)
    match order:
        case Order.NEWEST:
            return newest
        case Order.OLDEST:
            return row.created_ms, row.row
        case Order.CANDIDATE:
            return row.summary.candidate.casefold(), *newest
        case Order.ROLE:
            return row.summary.role.casefold(), *newest
        case Order.RECOMMENDATION:
            return row.summary.recommendation, *newest


filters_ = st.builds(
    Filters,
    statuses=st.one_of(
        st.just(Filters.open().statuses),
        st.lists(st.sampled_from(Status), unique=True).map(tuple),
    ),
    role=st.sampled_from(("", "Engineer", "Analyst", "nobody")),
    guide=st.sampled_from(("", "Small interview", "Other interview", "none")),
    recommendation=st.sampled_from(("", *small_guide().steps)),
    from_ms=st.none() | st.integers(0, 40).map(lambda n: 1_700_000_000_000 + n * HOUR),
    before_ms=st.none() | st.integers(0, 40).map(lambda n: 1_700_000_000_000 + n * HOUR),
)


@given(filters=filters_, order=st.sampled_from(Order), offset=st.integers(0, 12))
def test_what_is_listed_is_what_passes_in_the_order_asked_for(
    many: Store, filters: Filters, order: Order, offset: int
) -> None:
    wanted = sorted(
        (row for row in many.list() if passes(row, filters)), key=lambda row: key(row, order)
    )
    assert many.queries.list(filters, order, 7, offset) == wanted[offset : offset + 7]
    assert many.queries.count(filters) == len(wanted)


def test_what_is_open_comes_however_old_it_is(many: Store) -> None:
    found = many.queries.list(Filters.open())
    assert len(found) == 30
    assert found[-1].uid == "u0"
    assert Status.DONE not in {row.summary.status for row in found}


def test_there_is_to_choose_from_what_there_is(many: Store) -> None:
    steps = {row.summary.recommendation for row in many.list()} - {""}
    assert many.queries.choices() == Choices(
        roles=("Analyst", "Engineer", "engineer"),
        guides=("Other interview", "Small interview"),
        recommendations=tuple(sorted(steps, key=str.casefold)),
    )


def test_a_question_is_known_with_the_interviews_it_was_chosen_for(many: Store) -> None:
    assert many.queries.questions() == [("Design a feed", 14), ("Design a search", 13)]
    uses = many.queries.uses("Design a feed")
    assert [use.row for use in uses] == [row.row for row in many.list() if (row.row - 1) % 3 == 0]
    assert (uses[0].candidate, uses[0].role) == ("", "")
    assert many.queries.uses("never asked") == []


@pytest.mark.parametrize(
    ("filters", "index"),
    [
        (Filters.open(), "interviews_open"),
        (Filters(statuses=(Status.DONE,)), "interviews_status"),
        (Filters(), "interviews_newest"),
    ],
)
def test_a_page_of_the_usual_lists_is_read_along_an_index(
    many: Store, filters: Filters, index: str
) -> None:
    seen: list[str] = []
    many._conn.set_trace_callback(seen.append)
    many.queries.list(filters, limit=5)
    many._conn.set_trace_callback(None)
    plan = [row[3] for row in many._conn.execute(f"EXPLAIN QUERY PLAN {seen[0]}")]
    assert any(index in line for line in plan)
    assert not any("SCAN interviews" in line and "INDEX" not in line for line in plan)
