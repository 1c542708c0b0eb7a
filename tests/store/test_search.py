"""Search as one types: what is found, where, in what order; and that no query is an error."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.interview.actions import notes, preparation, running, scoring
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_text import NoteText
from interview_desk.interview.records import Note, Setup
from interview_desk.interview.resume import Resume, ResumeKind
from interview_desk.store.search import HIT_END, HIT_START, Hit, Where
from interview_desk.store.store import Store
from tests.helpers.actions import texts
from tests.helpers.clock import HandClock
from tests.helpers.samples import prepared, scored, small_guide
from tests.store.stored_play import StoredPlay, begin

NOW = HandClock().now()


def shown(hit: Hit) -> str:
    """The snippet with its marks made visible."""
    return hit.snippet.replace(HIT_START, "[").replace(HIT_END, "]")


def found(store: Store, query: str) -> list[tuple[Where, str]]:
    return [(hit.where, shown(hit)) for hit in store.search(query)]


def with_notes(uid: str, created_ms: int, *lines: str) -> Interview:
    """An interview with these notes."""
    setup = Setup(candidate=f"Candidate {uid}")
    written = [Note(1 + number, NOW, text) for number, text in enumerate(lines)]
    return Interview.of(uid, small_guide(), created_ms, (setup, *written))


@pytest.mark.parametrize(
    ("query", "where", "snippet"),
    [
        ("ada", Where.CANDIDATE, "[Ada]"),
        ("engi", Where.ROLE, "[Engineer]"),
        ("a feed", Where.QUESTION, "Design [a] [feed]"),
        ("framed users", Where.REASON, "[Framed] it by its [users]"),
        ("dives", Where.SUMMARY, "Frames well, [dives] little."),
        ("hour schem", Where.NOTE, "took an [hour] over the [schema]"),
    ],
)
def test_every_kind_of_text_is_searched(
    store: Store, query: str, where: Where, snippet: str
) -> None:
    row = store.create(scored().interview)
    (hit,) = (hit for hit in store.search(query) if hit.where is where)
    assert (hit.row, hit.candidate, shown(hit)) == (row, "Ada", snippet)


def test_a_hit_says_where_to_jump_to(store: Store) -> None:
    interview = scored().interview
    store.create(interview)
    (note,) = store.search("schema")
    assert interview.note(note.note or 0).text == "took an hour over the schema"
    (reason,) = store.search("framed users")
    assert (reason.dimension, reason.note) == (1, None)


def test_what_was_prepared_is_found_and_a_resume_is_not(store: Store) -> None:
    played = begin(store)
    played.do(preparation.prepare_question(played.interview, "How did Kafka rebalance?"))
    played.do(preparation.write_preparation(played.interview, "她写过缓存 in C++"))
    row = played.row
    store.save_resume(
        row, Resume("ada.txt", ResumeKind.TEXT, b"Kafka, bagpipes", "Kafka, bagpipes")
    )
    (asked,) = store.search("kafka rebal")
    (before,) = store.search("缓存 c++")
    assert (asked.row, asked.where, asked.question) == (row, Where.PREPARED, 1)
    assert shown(asked) == "How did [Kafka] [rebalance]?"
    assert (before.row, before.where, shown(before)) == (row, Where.BEFORE, "她写过[缓存] in [C++]")
    assert store.search("bagpipes") == []
    played.do(preparation.reword_question(played.interview, 1, "What is a log?"))
    assert store.search("kafka") == []
    played.undo()
    assert len(store.search("kafka")) == 1


def test_each_key_narrows_and_the_word_is_found_from_its_second_letter_on(store: Store) -> None:
    store.create(with_notes("a", 1, "sharded by tenant", "shards grow", "showed the schema"))
    counts = [len(store.search("sharded"[:length])) for length in range(1, 8)]
    assert counts == [0, 3, 2, 2, 2, 1, 1]


def test_a_long_beginning_finds_every_word_that_goes_on_so(store: Store) -> None:
    lines = ["considered it", "CONSIDERABLE load", "inconsiderate", "consider costs"]
    store.create(with_notes("a", 1, *lines))
    assert len(store.search("Consider")) == 3
    assert found(store, "costs consider") == [(Where.NOTE, "[consider] [costs]")]
    store.create(with_notes("b", 2, *(f"considered{number}" for number in range(60))))
    assert len(store.search("considered", limit=100)) == 61
    assert store.search("considerations") == []


def test_one_letter_looks_through_names_alone(store: Store) -> None:
    store.create(scored().interview)
    assert found(store, "a") == [(Where.CANDIDATE, "[Ada]")]
    # What stands before the last letter is a word of its own.
    assert [where for where, _ in found(store, "schema x")] == [Where.NOTE]


def test_case_and_accents_do_not_count(store: Store) -> None:
    store.create(replace(with_notes("a", 1, "Über die Größe, naïvely"), uid="b"))
    for query in ("uber", "ÜBER", "größe", "naive"):
        assert len(store.search(query)) == 1, query


@pytest.mark.parametrize(
    ("text", "query"),
    [("नमस्ते दुनिया", "नमस्ते"), ("ก็ดีมาก", "ก็ดี"), ("рисках говорит", "РИСК"), ("日本語の説明", "日本")],
)  # fmt: skip
def test_words_of_other_scripts_are_whole(store: Store, text: str, query: str) -> None:
    store.create(with_notes("a", 1, text))
    ((where, snippet),) = found(store, query)
    assert where is Where.NOTE
    assert snippet.startswith("[")


def test_the_newest_interview_comes_first_whatever_was_stored_first(store: Store) -> None:
    for uid, made in (("b", 2_000), ("c", 3_000), ("a", 1_000)):
        store.create(with_notes(uid, made, "a queue", "another queue"))
    hits = store.search("queue")
    assert [hit.created_ms for hit in hits] == [3_000, 3_000, 2_000, 2_000, 1_000, 1_000]


def test_the_best_match_comes_first_on_request(store: Store) -> None:
    store.create(with_notes("a", 1_000, "queue queue queue"))
    store.create(with_notes("b", 2_000, "spoke of a queue once among many other things"))
    assert [hit.created_ms for hit in store.search("queue", ranked=True)] == [1_000, 2_000]


def test_names_come_first_and_leave_room_for_the_rest(store: Store) -> None:
    for number in range(10):
        interview = with_notes(f"n{number}", number, "the feed", "the feed again")
        setup = replace(interview.setup, question="Design a feed")
        store.create(interview.apply(running.set_up(interview, setup)))
    hits = store.search("feed", limit=10)
    assert [hit.where for hit in hits] == [Where.QUESTION] * 5 + [Where.NOTE] * 5
    assert len(store.search("feed", limit=30)) == 30


def test_what_is_changed_is_found_as_it_is_now(store: Store) -> None:
    played = begin(store)
    note = played.note("drew a queue")
    played.do(notes.edit_note(played.interview, note.id, NoteText("drew a stack")))
    played.do(scoring.summarise(played.interview, "A hire"))
    assert found(store, "queue") == []
    assert found(store, "stack") == [(Where.NOTE, "drew a [stack]")]
    played.undo()
    played.undo()
    assert [where for where, _ in found(store, "queue")] == [Where.NOTE]


@pytest.mark.parametrize(
    "query",
    ["", "   ", '"', "*", "AND", "a AND", "NEAR(", "text:x", "-", "^a", "\x00", "\ud800", "a\x00b",
     "\u0301", "(((", "'; DROP TABLE notes; --", "x" * 100_000, "a " * 50_000, "𝔘𝔫𝔦", "＂"],
)  # fmt: skip
def test_no_query_is_an_error(store: Store, query: str) -> None:
    store.create(scored().interview)
    store.search(query)
    store.search(query, ranked=True)


@given(query=st.one_of(texts(), st.text(max_size=40)))
def test_whatever_is_typed_is_only_looked_for(shared: Store, query: str) -> None:
    if shared.count() == 0:
        shared.create(scored().interview)
    for hit in shared.search(query):
        assert hit.snippet.count(HIT_START) == hit.snippet.count(HIT_END) > 0


# SQLite knows the letters and signs of 2012; a newer sign may stick to the word beside it.
_KNOWN = st.characters(max_codepoint=0x4FF, exclude_categories=["Cc", "Cn", "Cf"])


@given(text=st.text(_KNOWN, min_size=1, max_size=60))
def test_a_note_is_found_by_its_own_words(shared: Store, text: str) -> None:
    played = StoredPlay(shared, shared.create(prepared(uid=f"own-{shared.count()}")))
    played.note(f"zebra {text}")
    kept = played.interview.notes[0].text
    hits = shared.search(kept, limit=1000)
    assert any(hit.row == played.row for hit in hits)
