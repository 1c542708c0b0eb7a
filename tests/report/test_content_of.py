"""A file that a user chose is read once, whole and as far as a limit, or refused in words."""

import os
from pathlib import Path
from threading import Event, Thread

import pytest

from interview_desk.errors import UserError
from interview_desk.report.limited_reading import content_of

CHOOSE = "Choose a poem."


def test_a_byte_more_than_the_limit_tells_that_a_file_is_larger(tmp_path: Path) -> None:
    path = tmp_path / "poem"
    path.write_bytes(b"12345")
    assert content_of(path, 5, CHOOSE) == b"12345"
    assert content_of(path, 3, CHOOSE) == b"1234"


def test_what_is_no_file_or_not_there_is_told_with_what_to_choose(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"is no file\. Choose a poem\."):
        content_of(tmp_path, 5, CHOOSE)
    with pytest.raises(UserError, match=r"“gone” is not there"):
        content_of(tmp_path / "gone", 5, CHOOSE)
    with pytest.raises(UserError, match="cannot be read"):
        content_of(tmp_path / "nul\0", 5, CHOOSE)


@pytest.mark.skipif(os.name != "posix", reason="pipes and devices as POSIX has them")
def test_neither_a_pipe_nor_a_device_is_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero")):
        with pytest.raises(UserError, match="is no file"):
            content_of(path, 5, CHOOSE)


@pytest.mark.parametrize("way", ["written to", "replaced"])
def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path, way: str) -> None:
    path, other = tmp_path / "poem", tmp_path / "other"
    path.write_bytes(bytes(2_000_000))
    done = Event()

    def change() -> None:
        while not done.is_set():
            if way == "replaced":
                other.write_bytes(bytes(2_000_000))
                other.replace(path)
            else:
                with path.open("ab") as file:
                    file.write(b"more")

    changing = Thread(target=change)
    changing.start()
    try:
        with pytest.raises(UserError, match=r"was changed while it was read\. Choose it again\."):
            _read_many_times(path)
    finally:
        done.set()
        changing.join()


def _read_many_times(path: Path) -> None:
    for _ in range(10_000):
        content_of(path, 5_000_000, CHOOSE)
