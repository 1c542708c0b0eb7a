"""What is typed into the note field, and what comes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.interview.clock import Instant
from interview_desk.interview.note_kinds import NoteKind
from interview_desk.interview.note_text import (
    TEXT_LIMIT,
    NoteText,
    clean,
    command_in,
    match_tag,
    read_note,
    write_note,
)
from interview_desk.interview.records import Note
from tests.helpers.actions import GUIDE, texts

DIMENSIONS = GUIDE.dimensions
AT = Instant(0, 0, "boot")
PLAIN, STRENGTH, CONCERN, COME_BACK = NoteKind
# Words that lean on everything the note field gives a meaning to.
TYPED = st.one_of(
    texts(), st.text("+-−–?？؟＋\\#＃ \n\tab", max_size=20), st.text("#depthbra \n.,", max_size=20)
)


def read(typed: str) -> NoteText:
    return read_note(typed, DIMENSIONS)


def note_of(text: NoteText) -> Note:
    return Note(1, AT, text.body, text.kind, text.dimensions)


def text_of(note: Note) -> NoteText:
    return NoteText(note.text, note.kind, note.dimensions)


@given(TYPED)
def test_a_note_opened_for_editing_and_saved_is_the_same_note(typed: str) -> None:
    text = read(typed)
    if text.body:
        assert read(write_note(note_of(text), DIMENSIONS)) == text


@given(
    TYPED,
    st.sampled_from(NoteKind),
    st.sets(st.integers(1, len(DIMENSIONS))).map(lambda found: tuple(sorted(found))),
)
def test_so_is_one_whose_kind_and_dimensions_were_changed_elsewhere(
    typed: str, kind: NoteKind, dimensions: tuple[int, ...]
) -> None:
    body = read(typed).body
    if body:
        note = Note(1, AT, body, kind, dimensions)
        assert read(write_note(note, DIMENSIONS)) == text_of(note)


@given(TYPED)
def test_what_is_read_has_no_space_around_it_and_nothing_that_is_not_text(typed: str) -> None:
    body = read(typed).body
    assert body == body.strip() == clean(body)
    body.encode()


@pytest.mark.parametrize(
    ("typed", "kind", "body"),
    [
        ("drew a queue", PLAIN, "drew a queue"),
        ("+ drew a queue", STRENGTH, "drew a queue"),
        ("+drew a queue", STRENGTH, "drew a queue"),
        ("- no reason given", CONCERN, "no reason given"),
        ("? who is on call", COME_BACK, "who is on call"),
        pytest.param("− no reason given", CONCERN, "no reason given", id="unicode minus"),
        pytest.param("– no reason given", CONCERN, "no reason given", id="en dash"),
        pytest.param("＋ drew", STRENGTH, "drew", id="full width plus"),
        pytest.param("？ who", COME_BACK, "who", id="full width question mark"),
        pytest.param("؟ من يتابع النظام", COME_BACK, "من يتابع النظام", id="Arabic question mark"),
        ("  + drew", STRENGTH, "drew"),
        ("- -5 ms is impossible", CONCERN, "-5 ms is impossible"),
        ("\\-5 ms is impossible", PLAIN, "-5 ms is impossible"),
        ("\\d+ matches digits", PLAIN, "\\d+ matches digits"),
        ("a - b", PLAIN, "a - b"),
        ("+", STRENGTH, ""),
        ("", PLAIN, ""),
    ],
)
def test_the_first_character_gives_the_kind(typed: str, kind: NoteKind, body: str) -> None:
    assert read(typed) == NoteText(body, kind)


@pytest.mark.parametrize(
    ("typed", "body", "dimensions"),
    [
        ("went deep #depth", "went deep", (2,)),
        ("#depth went deep", "went deep", (2,)),
        ("went #depth deep", "went deep", (2,)),
        ("went deep #Depth.", "went deep", (2,)),
        ("#prod #depth both", "both", (2, 6)),
        ("both #depth#breadth", "both", (2, 3)),
        ("twice #depth #depth", "twice", (2,)),
        pytest.param("begun #arch #comm", "begun #arch", (8,), id="a start that names none stays"),
        pytest.param("begun #pro", "begun #pro", (), id="a start that two have stays"),
        ("issue #42 in C#", "issue #42 in C#", ()),
        ("#depth#nothing", "#depth#nothing", ()),
        ("first  line\n  #depth second", "first  line\nsecond", (2,)),
        ("a  b\n  c #depth", "a  b\n  c", (2,)),
        ("＃depth wide", "wide", (2,)),
        ("قال إن السبب واضح #depth", "قال إن السبب واضح", (2,)),
        ("👩🏽‍💻 #depth 🚀", "👩🏽‍💻 🚀", (2,)),
    ],
)
def test_tags_name_dimensions_wherever_they_stand(
    typed: str, body: str, dimensions: tuple[int, ...]
) -> None:
    assert read(typed) == NoteText(body, PLAIN, dimensions)


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_a_whole_tag_always_names_its_own_dimension(dimension: object) -> None:
    assert [match_tag(each.tag.upper(), DIMENSIONS) for each in DIMENSIONS] == list(DIMENSIONS)


@pytest.mark.parametrize(
    ("typed", "body"),
    [
        pytest.param("a\x00b\x07c\x7f", "abc", id="control characters"),
        pytest.param("a\r\nb\rc\u2029d", "a\nb\nc\nd", id="line ends"),
        pytest.param("a\ud800b", "ab", id="half a character"),
        pytest.param("tab\tstays", "tab\tstays", id="tab"),
        pytest.param("שלום, עולם", "שלום, עולם", id="right to left"),
        pytest.param("family 👨‍👩‍👧", "family 👨‍👩‍👧", id="joined emoji"),
        pytest.param("e\u0301", "e\u0301", id="combining accent"),
    ],
)
def test_only_text_is_kept(typed: str, body: str) -> None:
    assert read(typed).body == body


def test_a_pasted_book_is_cut_and_still_opens_for_editing_as_it_is() -> None:
    text = read("+ #depth " + "word " * TEXT_LIMIT)
    assert len(text.body) <= TEXT_LIMIT
    assert read(write_note(note_of(text), DIMENSIONS)) == text


@pytest.mark.parametrize("filler", [" ", "#", "# ", "#x ", "\\", "\n", "+"])
def test_hostile_pastes_are_read_in_no_time(filler: str) -> None:
    # Quadratic reading of this would outlast the whole suite.
    read(filler * TEXT_LIMIT)


@pytest.mark.parametrize("body", ["/etc", "//etc", "/", "///", "/ #nothing"])
def test_a_note_that_begins_with_a_slash_is_edited_and_stays_so(body: str) -> None:
    note = note_of(NoteText(body))
    assert read(write_note(note, DIMENSIONS)) == NoteText(body)
    assert command_in(write_note(note, DIMENSIONS)) is None


def test_one_slash_asks_for_a_command_and_two_write_one() -> None:
    assert (command_in("/next"), command_in("//next"), command_in("a /next")) == (
        "next",
        None,
        None,
    )
    assert read("//next").body == "/next"
