"""What looks like a name is listed, for somebody to look at; what the guide says is none."""

import pytest

from interview_desk.interview.folded_text import fold
from interview_desk.interview.likely_names import LikelyName, known_words, likely_names

KNOWN = known_words("Fraud detection with Kafka. Rate the Problem Framing.")


def named(*texts: str) -> list[str]:
    return [each.text for each in likely_names([(each, fold(each)) for each in texts], KNOWN)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("She was at Stripe in Lyon", ["Stripe", "Lyon"]),
        ("worked with Maria Kask and O'Brien", ["Maria Kask", "O'Brien"]),
        ("moved to Goldman Sachs (Zürich)", ["Goldman Sachs", "Zürich"]),
        ("Employer: Stripe", ["Stripe"]),
        ("knows it, e.g. Datadog", ["Datadog"]),
        ("at Stripe’s office", ["Stripe"]),
        ("GitHub first, then N26", ["GitHub"]),
        ("uses Kafka for Fraud", []),
        ("Drew a queue. Then asked. “We tried it” said I", []),
        ("- Drew a queue\n+ Asked why\n  2. Explained", []),
        ("on Monday I was OK", []),
        ("", []),
    ],
)
def test_capitals_within_a_sentence_look_like_names(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_a_name_is_listed_once_and_a_word_that_is_also_small_never() -> None:
    assert named("then Stripe", "at STRIPE or stripes", "Why Redis", "redis it was") == ["Stripe"]


def test_short_forms_in_capitals_are_as_often_something_else() -> None:
    listed = likely_names([("watched PSI at Stripe", fold("watched PSI at Stripe"))], KNOWN)
    assert listed == (LikelyName("PSI", likely=False), LikelyName("Stripe"))


def test_where_nouns_have_capitals_nothing_is_taken_for_a_name_by_itself() -> None:
    german = (
        "Sie fragte nach dem Ziel der Plattform und den Kosten der Fehler. Danach zeichnete sie "
        "die Warteschlange, nannte die Annahmen zur Menge der Daten und erklärte, warum die "
        "Abfragen in der Nacht laufen. Auf die Frage nach dem Betrieb beschrieb sie den Alarm, die "
        "Bereitschaft und das Vorgehen nach einem Ausfall bei Stripe. "
    )
    listed = likely_names([(german * 2, fold(german * 2))], KNOWN)
    assert LikelyName("Stripe", likely=False) in listed
    assert not any(each.likely for each in listed)


def test_what_was_taken_out_is_not_looked_at() -> None:
    text = "then Zoe at Stripe"
    folded = fold(text).without([(5, 8)])
    assert likely_names([(text, folded)], KNOWN) == (LikelyName("Stripe"),)
