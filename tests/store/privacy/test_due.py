"""Which interviews are due for review: by the day they were held, and by dates of their own."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.interview.interview import Interview
from interview_desk.store.store import Store
from tests.helpers.samples import prepared

FIRST = date(2024, 1, 20)
DAYS = 50  # over the ends of three months, one of them in a leap year
days = st.dates(date(2023, 12, 1), date(2026, 6, 1))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An interview made at every midnight of some days; a few with dates of their own, or held."""
    with closing(Store.open(tmp_path_factory.mktemp("many") / "interviews.db")) as store:
        whole = prepared()
        for number in range(DAYS):
            night = datetime.combine(FIRST, datetime.min.time()) + timedelta(days=number)
            created_ms = round(night.astimezone().timestamp() * 1000)
            records = tuple(whole.records.values())
            row = store.create(Interview.of(f"u{number}", whole.guide, created_ms, records))
            if number % 7 == 0:
                store.privacy.keep_until(row, FIRST + timedelta(days=300 - number))
            if number % 11 == 0:
                store.privacy.hold(row, held=True)
        yield store


@given(today=days, months=st.sampled_from([0, 1, 2, 3, 11, 12, 13, 24, 999_999]))
def test_due_is_what_is_kept_no_longer_than_today(many: Store, today: date, months: int) -> None:
    kept = [many.privacy.keeping(row, months) for row in range(1, DAYS + 1)]
    meant = [each for each in kept if not each.held and each.until and each.until <= today]
    assert many.privacy.due(today, months) == meant
    assert many.privacy.count_due(today, months) == len(meant)
    half = len(meant) // 2
    paged = [*many.privacy.due(today, months, half), *many.privacy.due(today, months, None, half)]
    assert paged == meant
