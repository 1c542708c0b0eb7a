"""Times as people write them in headings, items and cells."""

import pytest

from interview_desk.guide.importer.durations import settled, time_in_text, time_in_title
from interview_desk.guide.model import MinuteRange


@pytest.mark.parametrize(
    ("text", "rest", "low", "high"),
    [
        ("Section 2: Design (20 minutes)", "Section 2: Design", 20, 20),
        ("10 minutes: logistics", "logistics", 10, 10),
        ("Intro - 5 min", "Intro", 5, 5),
        ("Intro [3 min]", "Intro", 3, 3),
        ("(~15 min) Live fault hunt", "Live fault hunt", 15, 15),
        ("Coding: 30-40 min", "Coding", 30, 40),
        ("Einstieg (5 Min.)", "Einstieg", 5, 5),
        ("Accueil (5 à 10 minutes)", "Accueil", 5, 10),
        ("Cierre, 10 minutos", "Cierre", 10, 10),
        ("10' Présentation", "Présentation", 10, 10),
        ("Case (1 hour)", "Case", 60, 60),
        ("Talk (½ hour)", "Talk", 30, 30),
        ("Étude de cas — 1h30", "Étude de cas", 90, 90),
        ("Exercise (1.5 hours)", "Exercise", 90, 90),
        ("Part 1 · Kick-off ⏱ 5 min", "Part 1 · Kick-off", 5, 5),
        ("Warm-up (five minutes)", "Warm-up", 5, 5),
    ],
)
def test_minutes(text: str, rest: str, low: int, high: int) -> None:
    found = time_in_title(text)
    assert found is not None
    assert (found.rest, found.minutes) == (rest, MinuteRange(low, high))


@pytest.mark.parametrize(
    "text",
    ["Level 4", "Command of Concepts (40% weight)", "Ten years in a field", "27-30 (Excellent)",
     "Design a 5-minute talk", "Checklist (30 minutes before)", "Insufficient (below 50%)",
     "Years at this library", "After the call (fill in at once)"],
)  # fmt: skip
def test_what_is_no_time(text: str) -> None:
    found = time_in_title(text)
    assert found is None or found.minutes is None


def spans(*texts: str, whole: int | None = None, last: int | None = None) -> list[str]:
    times = [found for text in texts if (found := time_in_title(text))]
    assert len(times) == len(texts)
    return [str(span) for span in settled(times, whole, last)]


def test_marks_on_a_clock_are_differences() -> None:
    assert spans("0:00–0:05 Hello", "0:05–0:25 Talk") == ["5", "20"]
    assert spans("00:00 Hello", "00:05 Talk", "00:20 End", whole=30) == ["5", "15", "10"]
    assert spans("00:00 Hello", "00:05 Talk", last=60) == ["5", "55"]
    assert spans("9:30–9:40 Hello", "9:40–10:05 Talk") == ["10", "25"]
    assert spans("00:00 - 05:00 Hello", "05:00 - 20:00 Talk") == ["5", "15"]
    assert spans("12:50–1:10 Lunch and talk") == ["20"]


def test_rows_of_minutes_from_nought_on_are_marks() -> None:
    assert spans("0-5 min: Hello", "5-20 min: Talk", "20-27 min: Close") == ["5", "15", "7"]
    assert spans("Hello (5-10 min)", "Talk (10-20 min)") == ["5–10", "10–20"]


def test_shares_are_of_the_length() -> None:
    assert spans("Hello (10%)", "Talk (90%)", whole=50) == ["5", "45"]
    assert spans("Hello (10%)", "Talk (90%)") == ["None", "None"]


def test_a_place_kept_for_minutes() -> None:
    found = time_in_title("Second task - X minutes")
    assert found is not None
    assert (found.hole, found.rest) == (True, "Second task")


def test_a_time_that_opens_a_text() -> None:
    found = time_in_text("Spend 5-10 minutes getting a picture of the yard.")
    assert found is not None
    assert found.minutes == MinuteRange(5, 10)
    assert time_in_text("They have known it for 5 minutes.") is None
