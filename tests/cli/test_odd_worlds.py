"""The commands where the records, the disk, the terminal or the user are not as expected."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from interview_desk.cli import main
from interview_desk.interview.packet import write_packet
from interview_desk.store.store import Store
from tests.cli.test_commands import run, store_one
from tests.cli.test_store_commands import store_at
from tests.helpers.samples import prepared, scored
from tests.store.disks import fill, read_only, small

ESCAPED = "Eve\x1b[31m\n   99  done  Fake\u202e\x9b"


def by_hand(home: Path, statement: str, *values: object) -> None:
    """What another program does to the records."""
    with closing(sqlite3.connect(store_at(home))) as conn, conn:
        conn.execute(statement, values)


def store_two(home: Path) -> None:
    """Interview 1 of Ada, and 2 of Bo, of which a note was made odd by hand."""
    store_one(home)
    with closing(Store.open(store_at(home))) as store:
        store.create(prepared(uid="bo", candidate="Bo"))
    by_hand(home, "UPDATE notes SET interview = 2, kind = 'song' WHERE text LIKE 'took%'")


def json_of(*args: str, home: Path, expect: int = 0, **environment: str) -> list[dict[str, object]]:
    """What a command prints as JSON, in the encoding that JSON has."""
    found: list[dict[str, object]] = json.loads(
        run(*args, "--json", home=home, expect=expect, **environment).stdout
    )
    return found


# Interviews that another program wrote into


def test_one_odd_interview_stops_no_command_and_is_named_by_the_doctor(tmp_path: Path) -> None:
    store_two(tmp_path)
    by_hand(tmp_path, "UPDATE interviews SET status = 'banana', levels = -1 WHERE uid = 'bo'")
    listed = run("list", home=tmp_path).stdout.splitlines()
    assert len(listed) == 2
    assert "cannot be read whole: its status" in next(line for line in listed if "Bo" in line)
    faults = {each["candidate"]: each["fault"] for each in json_of("list", home=tmp_path)}
    assert faults["Ada"] == ""
    assert "its status" in str(faults["Bo"])
    assert len(json_of("search", "hour", home=tmp_path)) == 1
    run("backup", home=tmp_path)
    run("export", "1", "--out", "ada.json", home=tmp_path)
    assert "cannot be read whole" in run("export", "2", home=tmp_path, expect=1).stderr
    findings = json_of("doctor", home=tmp_path, expect=1)
    (ill,) = [str(each["found"]) for each in findings if not each["well"]]
    assert "2 (Bo): a row of its notes makes no sense" in ill
    assert "1 (" not in ill


def test_all_else_that_is_held_on_a_person_is_given_out(tmp_path: Path) -> None:
    store_two(tmp_path)
    by_hand(tmp_path, "UPDATE setups SET candidate = 'Ada'")
    told = run("person", "Ada", "--out", "ada.json", home=tmp_path).stdout
    assert "Not in it: interview 2" in told
    held = json.loads((tmp_path / "ada.json").read_bytes())
    assert [each["id"] for each in held["interviews"]] == [1]
    assert [each["id"] for each in held["odd"]] == [2]


def test_an_odd_interview_is_salvaged_as_far_as_it_can_be_read(tmp_path: Path) -> None:
    store_two(tmp_path)
    done = json.loads(run("salvage", "--json", home=tmp_path).stdout)
    assert done["partly"].keys() >= {"bo"}
    assert "each can be read whole" in run("doctor", home=tmp_path).stdout
    assert "nothing to salvage" in run("salvage", home=tmp_path, expect=1).stderr


# Text that would do something to the terminal


def test_names_do_nothing_to_the_terminal_and_begin_no_line(tmp_path: Path) -> None:
    store_one(tmp_path)
    by_hand(tmp_path, "UPDATE setups SET candidate = ?", ESCAPED)
    odd_file = tmp_path / "a\x1b[2J\n.json"
    odd_file.write_bytes(write_packet(scored().interview))
    for command in (
        ("list",), ("search", "hour"), ("search", "eve"), ("import", odd_file),
        ("export", "1\x1b[2J"), ("restore", ESCAPED), ("guide", "show", ESCAPED),
        ("person", "Eve", "--out", "e.json"), ("import", tmp_path / "no\x1b[2J\nne"),
    ):  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-m", "interview_desk", *command],
            capture_output=True, check=False, cwd=tmp_path,
            env=os.environ | {"INTERVIEW_DESK_HOME": str(tmp_path / "data")},
        )  # fmt: skip
        for said in (done.stdout.decode(), done.stderr.decode()):
            assert not {"\x1b", "\u202e", "\x9b"} & {*said}, command
            assert len(said.splitlines()) <= 1, command


def test_json_says_what_is_there_whatever_the_terminal_can_show(tmp_path: Path) -> None:
    store_one(tmp_path)
    by_hand(tmp_path, "UPDATE setups SET candidate = ?", "Zoë " + ESCAPED)
    for encoding in ("utf-8", "ascii", "latin-1"):
        (told,) = json_of("list", home=tmp_path, PYTHONIOENCODING=encoding)
        assert told["candidate"] == "Zoë " + ESCAPED
    assert "Zo" in run("list", home=tmp_path, PYTHONIOENCODING="ascii").stdout
    assert "Zo" in run("list", home=tmp_path, LC_ALL="C").stdout


def test_a_name_of_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    row = store_one(tmp_path)
    odd = os.fsdecode(b"\xff.json")
    run("export", str(row), "--out", odd, home=tmp_path)
    assert (tmp_path / odd).exists()
    assert "already here" in run("import", odd, home=tmp_path).stdout
    assert "no interview" in run("export", odd, home=tmp_path, expect=1).stderr


# Whoever reads what is printed


def test_a_reader_that_has_seen_enough_ends_a_command_quietly(tmp_path: Path) -> None:
    store_one(tmp_path)
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "wb") as closed:  # noqa: PTH123 - it is no path
        done = subprocess.run(
            [sys.executable, "-m", "interview_desk", "list"],
            stdout=closed, stderr=subprocess.PIPE, check=False,
            env=os.environ | {"INTERVIEW_DESK_HOME": str(tmp_path / "data")},
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("args", [("list",), ("list", "--json"), ("--help",), ("--version",)])
def test_output_that_cannot_be_written_is_told_in_one_line(
    tmp_path: Path, args: tuple[str, ...]
) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "interview_desk", *args],
            stdout=full, stderr=subprocess.PIPE, check=False,
            env=os.environ | {"INTERVIEW_DESK_HOME": str(tmp_path / "data")},
        )  # fmt: skip
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


def test_a_command_that_is_stopped_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Store, "open", stop)
    with pytest.raises(SystemExit) as ended:
        main.cli(["--data-dir", str(tmp_path), "list"])
    assert ended.value.code == 1
    assert capsys.readouterr().err.strip() == "Stopped."


# Folders, disks and files


EVERY = (
    ("list",), ("list", "--json"), ("search", "x"), ("export", "1"), ("import", "one.json"),
    ("backup",), ("restore", "interviews-2026-11-23.db"), ("salvage",), ("erase", "1", "--yes"),
    ("anonymise", "1"), ("person", "Ada", "--out", "ada.json"), ("doctor",),
)  # fmt: skip


def refused(args: tuple[str, ...], home: Path) -> None:
    """The command says in one line why it cannot be done."""
    done = run(*args, home=home, expect=1)
    assert len(done.stderr.strip().splitlines()) == 1
    assert "fault of its own" not in done.stderr


@pytest.mark.parametrize("args", EVERY, ids=" ".join)
def test_records_that_are_a_folder_are_told(args: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "one.json").write_bytes(write_packet(scored().interview))
    store_at(tmp_path).mkdir()
    refused(args, tmp_path)


@pytest.mark.parametrize("args", EVERY, ids=" ".join)
def test_records_of_a_newer_program_are_left_alone(args: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "one.json").write_bytes(write_packet(scored().interview))
    store_one(tmp_path)
    newest = "(SELECT max(name) FROM _sqlite_migrations)"
    by_hand(tmp_path, f"UPDATE _sqlite_migrations SET name = '0099_later' WHERE name = {newest}")
    before = store_at(tmp_path).read_bytes()
    refused(args, tmp_path)
    assert store_at(tmp_path).read_bytes() == before
    assert not (tmp_path / "data" / "backups").exists()


def test_a_pipe_in_the_place_of_the_records_keeps_no_command_waiting(tmp_path: Path) -> None:
    os.mkfifo(store_at(tmp_path))
    for args in (("list",), ("backup",), ("salvage",), ("doctor",)):
        refused(args, tmp_path)
    os.mkfifo(tmp_path / "pipe.md")
    refused(("guide", "check", "pipe.md"), tmp_path)


def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_bytes(write_packet(scored().interview))
    store_one(tmp_path)
    with read_only(tmp_path / "data"):
        for args in (("list",), ("import", "one.json"), ("backup",), ("doctor",)):
            refused(args, tmp_path)


def kept_in(disk: Path) -> list[str]:
    """Every file, but for those that SQLite takes away when there is room again."""
    names = (path.name for path in disk.rglob("*"))
    return sorted(name for name in names if not name.startswith("interviews.db-"))


def test_on_a_full_disk_all_can_be_read_and_nothing_half_written_is_left(tmp_path: Path) -> None:
    (tmp_path / "two.json").write_bytes(write_packet(prepared(uid="two")))
    disk = tmp_path / "data"
    disk.mkdir()
    with small(disk):
        store_one(tmp_path)
        run("backup", home=tmp_path)
        fill(disk)
        assert "Ada" in run("list", home=tmp_path).stdout
        assert "Ada" in run("search", "ada", home=tmp_path).stdout
        (disk / "interviews.db-reserve").unlink(missing_ok=True)
        fill(disk)
        before = kept_in(disk)
        for args in (
            ("backup",), ("restore", next((disk / "backups").iterdir()).name),
            ("import", "two.json"), ("export", "1", "--out", "data/a.json"),
            ("guide", "export", "behavioural-leadership", "--out", "data/g.md"),
        ):  # fmt: skip
            refused(args, tmp_path)
        assert kept_in(disk) == before
        shutil.rmtree(disk / "backups")
        (disk / "filler").unlink()
        assert "imported" in run("import", "two.json", home=tmp_path).stdout


def test_without_a_home_a_folder_can_be_named(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "HOME"}
    environment.pop("INTERVIEW_DESK_HOME", None)
    done = subprocess.run(
        [sys.executable, "-m", "interview_desk", "--data-dir", str(tmp_path / "here"), "list"],
        capture_output=True, text=True, check=False, env=environment,
    )  # fmt: skip
    assert (done.returncode, done.stdout.strip()) == (0, "No interviews yet.")
