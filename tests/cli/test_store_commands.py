"""Commands that find, keep and take away records, as processes; each with bad input, too."""

import json
import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from interview_desk.interview.actions import notes
from interview_desk.interview.packet import read_packet
from interview_desk.paths import data_directory, store_file
from interview_desk.report.incoming import read_incoming
from interview_desk.store.privacy.erasure_requests import ErasureKind, ErasureRequest, write_down
from interview_desk.store.store import Store
from tests.cli.test_commands import SHIPPED, run, store_one
from tests.helpers.samples import SMALL_GUIDE, prepared, scored
from tests.store.stored_play import begin
from tests.store.test_pictures import BOARD, pictured


def store_at(home: Path) -> Path:
    return store_file(data_directory(home / "data"))


def store_private(home: Path) -> int:
    """An interview with a note that is private, and one of another that speaks of its candidate."""
    with closing(Store.open(store_at(home))) as store:
        played = begin(store, replace(scored().interview, uid="private"))
        note = played.note("salary is a secret")
        played.do(notes.keep_private(played.interview, note.id, private=True))
        begin(store, prepared(uid="bo", candidate="Bo")).note("sat beside Ada, who was ada")
        return played.row


# Search


def test_words_are_found_for_people_and_for_programs(tmp_path: Path) -> None:
    row = store_one(tmp_path)
    assert "took an [hour]" in run("search", "hou", home=tmp_path).stdout
    (hit,) = json.loads(run("search", "hour schem", "--json", home=tmp_path).stdout)
    assert (hit["id"], hit["where"], hit["candidate"]) == (row, "note", "Ada")
    assert hit["text"] == "took an hour over the schema"
    assert hit["note"] is not None
    assert "Nothing found" in run("search", "(unbalanced AND", home=tmp_path).stdout
    assert json.loads(run("search", "--json", "zebra", home=tmp_path).stdout) == []


# Private notes


@pytest.mark.parametrize("form", ["json", "md", "pdf"])
def test_private_notes_stay_here_unless_asked_for(tmp_path: Path, form: str) -> None:
    row = str(store_private(tmp_path))
    run("export", row, "--out", f"without.{form}", home=tmp_path)
    run("export", row, "--out", f"with.{form}", "--with-private", home=tmp_path)
    without, whole = ((tmp_path / f"{name}.{form}").read_bytes() for name in ("without", "with"))
    if form == "pdf":
        other = tmp_path / "other"
        other.mkdir()
        run("import", tmp_path / "without.pdf", home=other)
        assert json.loads(run("search", "secret", "--json", home=other).stdout) == []
        assert len(whole) > len(without)
    else:
        assert b"secret" not in without
        assert b"secret" in whole


def test_pictures_go_along_unless_they_are_left_out(tmp_path: Path) -> None:
    with closing(Store.open(store_at(tmp_path))) as store:
        row = str(pictured(store).row)
    run("export", row, "--out", "with.json", home=tmp_path)
    run("export", row, "--out", "without.json", "--without-pictures", home=tmp_path)
    run("export", row, "--out", "without.pdf", "--without-pictures", home=tmp_path)
    run("export", row, "--out", "with.md", home=tmp_path)
    assert [*read_incoming(tmp_path / "with.json").pictures.values()] == [BOARD]
    for bare in (read_incoming(tmp_path / f"without.{form}") for form in ("json", "pdf")):
        assert not bare.pictures
        assert [note.text for note in bare.notes] == ["the cache stands before the queue"]
    assert "with a picture" in (tmp_path / "with.md").read_text(encoding="utf-8")


# Erasing


def test_an_interview_is_erased_when_it_is_meant(tmp_path: Path) -> None:
    row = str(store_one(tmp_path))
    run("backup", home=tmp_path)
    told = run("erase", row, home=tmp_path, expect=1).stderr
    assert "--yes" in told
    assert "Ada" in run("list", home=tmp_path).stdout
    done = json.loads(run("erase", row, "--yes", "--json", home=tmp_path).stdout)
    assert done["id"] == int(row)
    assert len(done["backups_cleaned"]) == 1
    assert "No interviews yet" in run("list", home=tmp_path).stdout
    assert run("erase", row, "--yes", home=tmp_path, expect=1).stderr


def test_a_name_goes_and_the_scores_stay(tmp_path: Path) -> None:
    row = str(store_one(tmp_path))
    assert "no name" in run("anonymise", row, home=tmp_path).stdout
    (told,) = json.loads(run("list", "--json", home=tmp_path).stdout)
    assert (told["candidate"], told["notes"], told["recommendation"]) == ("", 2, "Hire")
    assert json.loads(run("anonymise", row, "--json", home=tmp_path).stdout)["id"] == int(row)


def test_what_is_nearly_the_name_is_printed_and_goes_when_it_is_named(tmp_path: Path) -> None:
    played_row = str(store_near(tmp_path))
    told = run("anonymise", played_row, home=tmp_path).stdout
    assert "taken out of 2 places" in told
    assert "In 1 place something may still name them:" in told
    assert "Quasimple (note, " in told
    assert "asked Quasimple twice" in told
    again = run("anonymise", played_row, "--also", "Quasimple", "--json", home=tmp_path).stdout
    assert (json.loads(again)["places"], json.loads(again)["near"]) == (1, None)
    assert run("search", "Quasimple", home=tmp_path).stdout == "Nothing found.\n"


def store_near(home: Path) -> int:
    with closing(Store.open(store_at(home))) as store:
        played = begin(store, prepared(candidate="Zoe Quasimpel"))
        played.start()
        played.note("Zoe drew a queue")
        played.note("asked Quasimple twice")
        return played.row


def test_what_is_held_is_told_in_one_line(tmp_path: Path) -> None:
    row = store_one(tmp_path)
    with closing(Store.open(store_at(tmp_path))) as store:
        store.privacy.hold(row, held=True)
    for command in (("erase", str(row), "--yes"), ("anonymise", str(row))):
        told = run(*command, home=tmp_path, expect=1).stderr
        assert "held" in told
        assert len(told.strip().splitlines()) == 1


# Persons


def test_everything_held_on_a_person_is_one_file(tmp_path: Path) -> None:
    row = store_private(tmp_path)
    told = run("person", "ADA", "--out", "ada.json", home=tmp_path).stdout
    assert "1 private note" in told
    held = json.loads((tmp_path / "ada.json").read_bytes())
    assert [each["id"] for each in held["interviews"]] == [row]
    packet = read_packet(json.dumps(held["interviews"][0]["packet"]).encode())
    assert packet.setup.candidate == "Ada"
    assert [each["text"] for each in held["mentions"]] == ["sat beside Ada, who was ada"]
    assert "secret" not in (tmp_path / "ada.json").read_text(encoding="utf-8")

    whole = run("person", "Ada", "--out", "all.json", "--with-private", "--json", home=tmp_path)
    assert json.loads(whole.stdout) == {
        "file": "all.json", "interviews": [row], "odd": [], "left_out": [],
    }  # fmt: skip
    held = json.loads((tmp_path / "all.json").read_bytes())
    assert "salary is a secret" in json.dumps(held)
    assert held["interviews"][0]["undo"]["done"]


def test_a_name_that_is_nearly_right_is_helped_on(tmp_path: Path) -> None:
    with closing(Store.open(store_at(tmp_path))) as store:
        store.create(prepared(candidate="Ada Lovelace"))
    told = run("person", "Ada", "--out", "a.json", home=tmp_path, expect=1).stderr
    assert "Ada Lovelace" in told
    assert not (tmp_path / "a.json").exists()


# Backups


def test_a_backup_is_made_listed_and_restored(tmp_path: Path) -> None:
    row = str(store_one(tmp_path))
    assert "No backups yet" in run("backup", "--list", home=tmp_path).stdout
    (made,) = json.loads(run("backup", "--json", home=tmp_path).stdout)
    assert Path(made["path"]).stat().st_size == made["bytes"]
    assert made["name"] in run("backup", "--list", home=tmp_path).stdout

    with closing(Store.open(store_at(tmp_path))) as store:
        store.create(prepared(uid="later", candidate="Bo"))
    told = run("restore", made["name"], home=tmp_path).stdout
    assert "set-aside" in told
    assert "Bo" not in run("list", home=tmp_path).stdout
    aside = json.loads(run("backup", "--list", "--json", home=tmp_path).stdout)
    run("restore", next(each["name"] for each in aside if each["kind"] == "set aside"),
        home=tmp_path)  # fmt: skip
    assert "Bo" in run("list", home=tmp_path).stdout
    assert row in run("list", home=tmp_path).stdout


def test_records_that_are_open_are_not_restored_over(tmp_path: Path) -> None:
    store_one(tmp_path)
    (made,) = json.loads(run("backup", "--json", home=tmp_path).stdout)
    with closing(Store.open(store_at(tmp_path))):
        told = run("restore", made["name"], home=tmp_path, expect=1).stderr
    assert "Another program" in told


def test_damaged_records_are_told_not_backed_up_and_salvaged(tmp_path: Path) -> None:
    store_one(tmp_path)
    path = store_at(tmp_path)
    data = bytearray(path.read_bytes())
    page = data.index(b"took an hour") // 4096
    data[page * 4096 : (page + 1) * 4096] = b"\xff" * 4096
    path.write_bytes(data)
    told = run("doctor", "--json", home=tmp_path, expect=1)
    assert [each["what"] for each in json.loads(told.stdout) if not each["well"]] == ["records"]
    assert "salvage" in told.stdout
    assert "damaged" in run("backup", home=tmp_path, expect=1).stderr
    done = json.loads(run("salvage", "--json", home=tmp_path).stdout)
    assert done["partly"].keys() == {"sample"}
    assert Path(done["aside"]).read_bytes() == data
    assert "Ada" in run("list", home=tmp_path).stdout
    assert "sound" in run("doctor", home=tmp_path).stdout


# Doctor


def test_the_doctor_looks_at_everything(tmp_path: Path) -> None:
    store_one(tmp_path)
    findings = json.loads(run("doctor", "--json", home=tmp_path).stdout)
    assert all(each["well"] for each in findings)
    assert {each["what"] for each in findings} >= {
        "Interview Desk", "program", "shipped files", "Python", "SQLite", "Qt", "screens", "folder",
        "records", "backups", "guides", "fonts", "PDF",
    }  # fmt: skip
    assert "made and read back" in run("doctor", home=tmp_path).stdout


def test_the_doctor_makes_no_records_where_there_are_none(tmp_path: Path) -> None:
    assert "none yet" in run("doctor", home=tmp_path).stdout
    assert not store_at(tmp_path).exists()


# Guides


def test_a_guide_is_taken_in_listed_shown_and_given_out(tmp_path: Path) -> None:
    own = tmp_path / "mine.md"
    own.write_text(SMALL_GUIDE, encoding="utf-8")
    assert "imported as small-interview" in run("guide", "import", own, home=tmp_path).stdout
    listed = json.loads(run("guide", "list", "--json", home=tmp_path).stdout)
    assert {each["name"]: each["own"] for each in listed}["small-interview"]
    assert "small-interview  (own)" in run("guide", "list", home=tmp_path).stdout
    assert run("guide", "show", "small-interview", home=tmp_path).stdout == SMALL_GUIDE
    run("guide", "export", "small-interview", "--out", "out.md", home=tmp_path)
    assert (tmp_path / "out.md").read_text(encoding="utf-8") == SMALL_GUIDE
    run("guide", "export", SHIPPED.stem, home=tmp_path)
    assert (tmp_path / SHIPPED.name).read_bytes() == SHIPPED.read_bytes()
    # Again under another name; the one that is there is not written over.
    assert "small-interview-2" in run("guide", "import", own, home=tmp_path).stdout


def test_a_guide_with_faults_is_not_taken_in_and_one_that_is_there_is_listed(
    tmp_path: Path,
) -> None:
    bad = tmp_path / "bad.md"
    bad.write_text("no guide at all", encoding="utf-8")
    run("guide", "import", bad, home=tmp_path, expect=1)
    folder = data_directory(tmp_path / "data") / "guides"
    folder.mkdir()
    (folder / "half done.md").write_text("no guide yet", encoding="utf-8")
    (folder / "bell\x07.md").write_text(SMALL_GUIDE, encoding="utf-8")
    listed = json.loads(run("guide", "list", "--json", home=tmp_path).stdout)
    faults = {each["name"]: len(each["faults"]) for each in listed if each["own"]}
    assert faults["half done"] > 0
    assert "\x07" not in run("guide", "list", home=tmp_path).stdout


# Bad input


def nothing(home: Path) -> None:
    """No records at all."""


def torn(home: Path) -> None:
    store_at(home).write_bytes(b"not a database, but mine\n" * 100)


def a_pipe(home: Path) -> None:
    os.mkfifo(home / "pipe")


@pytest.mark.parametrize(
    ("args", "before"),
    [
        (("search",), nothing),
        (("search", "x", "--limit", "0"), nothing),
        (("search", "x"), torn),
        (("backup", "extra"), nothing),
        (("backup",), nothing),
        (("backup",), torn),
        (("restore",), nothing),
        (("restore", "no such backup"), nothing),
        (("restore", "../data/interviews.db"), store_one),
        (("salvage",), nothing),
        (("salvage",), store_one),
        (("erase", "--yes"), nothing),
        (("erase", "99", "--yes"), nothing),
        (("erase", "none", "--yes"), nothing),
        (("erase", "-1", "--yes"), nothing),
        (("anonymise",), nothing),
        (("anonymise", "99"), nothing),
        (("person", "Ada"), nothing),
        (("person", "Nobody", "--out", "a.json"), store_one),
        (("person", "", "--out", "a.json"), store_one),
        (("person", "Ada", "--out", "no/such/folder/a.json"), store_one),
        (("doctor", "now"), nothing),
        (("doctor",), torn),
        (("guide", "show", "none"), nothing),
        (("guide", "show", "../../etc/passwd"), nothing),
        (("guide", "export", "none"), nothing),
        (("guide", "import", "missing.md"), nothing),
        (("guide", "import", "."), nothing),
        (("guide", "import", "pipe"), a_pipe),
        (("guide", "import"), nothing),
        (("guide", "list", "--yaml"), nothing),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else value.__name__,
)
def test_bad_input_to_any_command_is_one_line_and_exit_status_1(
    args: tuple[str, ...], before: Callable[[Path], object], tmp_path: Path
) -> None:
    before(tmp_path)
    told = run(*args, home=tmp_path, expect=1).stderr
    assert len(told.strip().splitlines()) == 1


def test_the_doctor_tells_of_an_erasing_that_was_cut_short(tmp_path: Path) -> None:
    store_one(tmp_path)
    assert "nothing left undone" in run("doctor", home=tmp_path).stdout
    write_down(store_at(tmp_path), ErasureRequest(ErasureKind.ERASE, "sample"))
    told = run("doctor", home=tmp_path, expect=1)
    assert "not yet gone to the last byte" in told.stdout
