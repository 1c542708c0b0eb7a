"""What the score page says in words and keys, apart from any widget."""

import pytest

from interview_desk.desk.score.checks_panel import missing_words
from interview_desk.desk.score.dimension_view import level_keys
from interview_desk.guide.model import Level
from interview_desk.interview.checks import Check, Part, Weight
from interview_desk.interview.scoring_progress import scoring_since
from tests.helpers.clock import HandClock
from tests.helpers.samples import Played
from tests.helpers.scoring import interviewed


@pytest.mark.parametrize(
    ("names", "keys"),
    [
        (("Below", "Meets", "Exceeds"), ["B", "M", "E"]),
        (("weak", "fair", "strong"), ["W", "F", "S"]),
        (("Strong no", "No", "Strong yes"), ["1", "2", "3"]),
        (("Über", "Gut"), ["1", "2"]),
        (("1", "2", "3"), ["1", "2", "3"]),
        (("4 best", "3"), ["1", "2"]),
    ],
)
def test_levels_have_their_letters_where_these_differ(
    names: tuple[str, ...], keys: list[str]
) -> None:
    assert level_keys([Level(name, "") for name in names]) == keys


@pytest.mark.parametrize(
    ("later_s", "said"),
    [
        (0, "Scoring, 4 minutes after the interview"),
        (80 * 60, "Scoring, 84 minutes after the interview"),
        (3 * 3600, "Scoring, 3 hours after the interview"),
        (50 * 3600, "Scoring, 2 days after the interview"),
    ],
)
def test_the_header_says_how_long_ago_the_interview_was(later_s: int, said: str) -> None:
    clock = HandClock()
    played = interviewed(clock)
    clock.advance(later_s)
    assert scoring_since(played.interview, clock.now()) == said


def test_the_time_since_the_interview_outlives_a_reboot() -> None:
    clock = HandClock()
    played = interviewed(clock)
    clock.reboot(after_seconds=60)
    assert scoring_since(played.interview, clock.now()).startswith("Scoring, 5 minutes")


def test_an_interview_that_is_still_on_is_not_called_over() -> None:
    played = Played()
    assert scoring_since(played.interview, played.clock.now()) == "Scoring, before the interview"
    played.start()
    said = scoring_since(played.interview, played.clock.now())
    assert said == "Scoring, the interview is still on"


def test_what_is_missing_reads_as_one_line() -> None:
    verdict = Check(
        Weight.MISSING, "The recommendation", "is open.", Part.RECOMMENDATION, gap="the verdict"
    )
    ratings = Check(
        Weight.MISSING, "8 dimensions", "…", Part.DIMENSION, 1, gap="8 dimensions not rated"
    )
    assert missing_words((ratings, verdict)) == (
        "Not complete yet: 8 dimensions not rated, the verdict. "
        "Press again to finish and lock anyway."
    )
