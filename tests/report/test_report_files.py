import os
from pathlib import Path

import pytest

from interview_desk.report.files import FileExistsAlreadyError, FileWriteError, write_new
from tests.store.disks import fill, read_only


def test_a_new_file_holds_the_data_and_is_the_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    write_new(path, b"data")
    assert path.read_bytes() == b"data"
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0
    assert [*tmp_path.iterdir()] == [path]


def test_a_file_that_is_there_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")
    with pytest.raises(FileExistsAlreadyError, match="there already"):
        write_new(path, b"new")
    assert path.read_bytes() == b"old"
    assert [*tmp_path.iterdir()] == [path]


def test_a_file_that_is_there_can_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")
    write_new(path, b"new", replace=True)
    assert path.read_bytes() == b"new"


def test_a_dangling_link_is_not_written_through(tmp_path: Path) -> None:
    path, elsewhere = tmp_path / "report.pdf", tmp_path / "elsewhere"
    path.symlink_to(elsewhere)
    with pytest.raises(FileExistsAlreadyError):
        write_new(path, b"new")
    assert not elsewhere.exists()


@pytest.mark.parametrize("replace", [False, True])
def test_a_folder_that_is_gone_is_told_in_words(tmp_path: Path, replace: bool) -> None:
    with pytest.raises(FileWriteError, match=r"“report.pdf” was not saved: the folder is not"):
        write_new(tmp_path / "stick" / "report.pdf", b"data", replace=replace)


def test_a_folder_of_that_name_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").mkdir()
    with pytest.raises(FileWriteError, match="a folder has that name"):
        write_new(tmp_path / "report.pdf", b"data", replace=True)
    assert [*tmp_path.iterdir()] == [tmp_path / "report.pdf"]


def test_a_name_that_is_too_long_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(FileWriteError, match="too long"):
        write_new(tmp_path / ("x" * 300), b"data")
    assert [*tmp_path.iterdir()] == []


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_told_in_words(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(FileWriteError, match="cannot be written to"):
        write_new(tmp_path / "report.pdf", b"data")
    tmp_path.chmod(0o700)


@pytest.mark.parametrize("replace", [False, True])
def test_a_full_disk_leaves_nothing_behind(small_disk: Path, replace: bool) -> None:
    path, filler = small_disk / "report.pdf", fill(small_disk)
    with pytest.raises(FileWriteError, match="the disk is full"):
        write_new(path, b"data" * 10_000, replace=replace)
    assert [*small_disk.iterdir()] == [filler]


def test_a_full_disk_keeps_the_file_that_was_to_be_replaced(small_disk: Path) -> None:
    path = small_disk / "report.pdf"
    path.write_bytes(b"old")
    filler = fill(small_disk)
    with pytest.raises(FileWriteError, match="the disk is full"):
        write_new(path, b"data" * 10_000, replace=True)
    assert path.read_bytes() == b"old"
    assert {*small_disk.iterdir()} == {path, filler}


def test_a_disk_that_cannot_be_written_is_told_in_words(tmp_path: Path) -> None:
    with read_only(tmp_path), pytest.raises(FileWriteError, match="cannot be written to"):
        write_new(tmp_path / "report.pdf", b"data")
    assert [*tmp_path.iterdir()] == []
