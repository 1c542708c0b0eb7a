"""A name in whatever script is in no byte, search or packet after it was taken out."""

import json
import unicodedata
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from interview_desk.interview.actions import notes, running, scoring
from interview_desk.interview.note_text import Draft
from interview_desk.interview.packet import write_packet
from interview_desk.store.backups.backups import back_up_daily
from interview_desk.store.privacy.erase_everywhere import erase_everywhere
from interview_desk.store.privacy.erasure_requests import ErasureKind, ErasureRequest
from interview_desk.store.store import Store
from tests.helpers.samples import prepared, small_guide
from tests.store.stored_play import StoredPlay, begin

# A name, what must be in no byte, and texts as people write the name.
PEOPLE = {
    "Chinese": ("王小明", ["王小明", "小明"], ["王小明说他画了", "今天小明说", "王小明_CV.pdf"]),
    "Japanese": ("田中太郎", ["田中", "太郎"], ["田中さんは速い", "太郎が描いた", "田中_CV"]),
    "Korean": ("김철수", ["철수"], ["김철수가 그렸다", "철수는 말했다", "김철수_이력서.pdf"]),
    "Thai": ("สมชาย ใจดี", ["สมชาย", "ใจดี"], ["คุณสมชายพูดว่า", "ใจดีมาก", "สมชาย_ใจดี.pdf"]),
    "Khmer": ("អ៊ុក សុខា", ["សុខា"], ["លោកសុខាបាន", "សុខា_CV.pdf"]),
    "Lao": ("ສົມພອນ", ["ສົມພອນ"], ["ທ່ານສົມພອນເວົ້າ"]),
    "Burmese": ("မောင်မောင်", ["မောင်မောင်"], ["ကိုမောင်မောင်က"]),
    "Tibetan": ("བཀྲ་ཤིས", ["བཀྲ་ཤིས"], ["བཀྲ་ཤིས་ལགས"]),
    "Arabic": ("محمد الحسن", ["محمد", "حسن"], ["ومحمد قال", "للحسن", "الحسن_CV.pdf"]),
    "Hebrew": ("דניאל כהן", ["דניאל", "כהן"], ["ודניאל אמר", "כהן"]),
    "Russian": ("Анна Иванова", ["иванов", "анн"], ["с Анной Ивановой", "ИВАНОВА", "Иванову"]),
    "Greek": ("Ζωή Παπά", ["ζωή", "παπά"], ["Η ΖΩΗ ΠΑΠΑ", "ζωη"]),
    "Hindi": ("राम कुमार", ["राम", "कुमार"], ["राम ने कहा", "कुमार_CV"]),
    "German": ("Jörg Müller", ["jörg", "müller"], ["Müllers Idee", "JÖRG_MÜLLER.pdf", "müller’s"]),
    "Latin": (
        "Zoe Quasimpel",
        ["quasimpel", "zoe"],
        ["Zoe_Quasimpel_CV.pdf", "ZoeQuasimpel", "zoes Q", "Zoë’s", "github.com/zoeq", "zquasimpel",
         "quasimpelzoe", "ZOE-QUASIMPEL", "z.quasimpel"],
    ),
}  # fmt: skip


def forms(word: str) -> set[bytes]:
    """Every way in which the word may stand in a file."""
    cases = {word, word.lower(), word.upper(), word.title(), word.casefold()}
    composed = {unicodedata.normalize(form, each) for each in cases for form in ("NFC", "NFD")}
    escaped = {json.dumps(each)[1:-1] for each in composed}
    codes = ("utf-8", "utf-16-le", "utf-16-be")
    return {each.encode(code) for each in composed | escaped for code in codes}


def holding(folder: Path, words: list[str]) -> list[str]:
    """The files with one of the words in them, in any form.

    The reserve is left out: its random bytes have three letters in a row now and then.
    """
    wanted = {form for word in words for form in forms(word)}
    files = [each for each in folder.rglob("*") if each.is_file()]
    return [
        path.name
        for path in files
        if path.suffix != ".db-reserve" and any(form in path.read_bytes() for form in wanted)
    ]


def everywhere(store: Store, name: str, texts: list[str]) -> StoredPlay:
    """An interview with each text in every place that takes words."""
    played = begin(store, prepared(uid="theirs", candidate=name))
    every = "; ".join(texts)
    setup = replace(played.interview.setup, question=every, role=every)
    played.do(running.set_up(played.interview, setup))
    played.start()
    for text in texts:
        played.note(text)
    gone = played.note(every)
    played.do(notes.remove_note(played.interview, gone.id))
    played.do(running.pause(played.interview, played.clock.advance(9), every))
    played.do(running.finish(played.interview, played.clock.advance(60)))
    played.do(scoring.rate(played.interview, 1, "Exceeds"))
    played.do(scoring.give_reason(played.interview, 1, every))
    played.do(scoring.look_at(played.interview, "d1", observed=True, remark=every))
    played.do(scoring.summarise(played.interview, every))
    played.do(scoring.write_feedback(played.interview, every))
    store.save_draft(played.row, Draft(every, played.clock.now()))
    return played


@pytest.mark.parametrize("script", PEOPLE)
def test_a_name_is_in_no_byte_search_or_packet(store: Store, path: Path, script: str) -> None:
    name, words, texts = PEOPLE[script]
    played = everywhere(store, name, texts)
    back_up_daily(path, date(2026, 11, 23))
    assert len(holding(path.parent, words)) > 1
    cleaned = store.privacy.anonymise(played.row)
    assert cleaned.places > len(texts)
    assert holding(path.parent, words) == []
    packet = write_packet(store.load(played.row))
    assert not any(form in packet for word in words for form in forms(word))
    assert [hit for word in (name, *words) for hit in store.search(word)] == []
    store.close()
    assert holding(path.parent, words) == []


# What is nearly a match


@pytest.fixture
def theirs(store: Store) -> StoredPlay:
    return everywhere(store, "Zoe Quasimpel", ["Zoe drew a queue", "asked Quasimple twice"])


def test_what_is_nearly_the_name_is_told_with_its_place(store: Store, theirs: StoredPlay) -> None:
    near = store.privacy.anonymise(theirs.row).near
    assert near is not None
    assert {each.word for each in near} == {"Quasimple"}
    assert {each.where for each in near} == {
        "role", "question", "note", "reason", "reason of a pause", "remark", "summary", "feedback",
        "draft",
    }  # fmt: skip
    (note,) = (each for each in near if each.where == "note")
    assert note.text == "asked Quasimple twice"
    assert note.wall_ms == theirs.interview.notes[1].at.wall_ms


def test_words_that_are_named_are_taken_out_too(
    store: Store, path: Path, theirs: StoredPlay
) -> None:
    back_up_daily(path, date(2026, 11, 23))
    store.privacy.anonymise(theirs.row)
    assert holding(path.parent, ["Quasimple"]) != []
    again = store.privacy.anonymise(theirs.row, ["Quasimple"])
    assert again.places > 0
    assert again.near is None
    assert holding(path.parent, ["Quasimple"]) == []


def test_the_interviewer_and_the_guide_are_told_of_and_stay(store: Store) -> None:
    interview = prepared(uid="theirs", candidate="Zoe Design")
    setup = replace(interview.setup, interviewer="Zoe Adams")
    played = begin(store, interview)
    played.do(running.set_up(played.interview, setup))
    near = store.privacy.anonymise(played.row).near
    assert near is not None
    assert ("Zoe", "interviewer") in {(each.word, each.where) for each in near}
    after = store.load(played.row)
    assert after.setup.interviewer == "Zoe Adams"
    assert after.guide == small_guide()


def test_a_name_that_a_copy_has_and_the_records_no_longer_goes_from_both(
    store: Store, path: Path
) -> None:
    played = begin(store, prepared(uid="theirs", candidate="Quorgwell"))
    played.start()
    played.note("Quorgwell was early")
    back_up_daily(path, date(2026, 11, 23))
    setup = replace(played.interview.setup, candidate="Zyxaline")
    played.do(running.set_up(played.interview, setup))
    store.privacy.anonymise(played.row)
    assert holding(path.parent, ["Quorgwell", "Zyxaline"]) == []


def test_done_once_more_after_a_crash_it_says_that_no_name_is_known(
    store: Store, path: Path, theirs: StoredPlay
) -> None:
    store.privacy.anonymise(theirs.row)
    with closing(Store.open(path)):
        again = erase_everywhere(path, ErasureRequest(ErasureKind.ANONYMISE, "theirs"))
    assert (again.places, again.near) == (0, None)
