"""Where the user's data goes, and what is said when it cannot go there."""

import os
import stat
from pathlib import Path

import pytest
from platformdirs import user_data_path

from interview_desk.paths import DataDirError, data_directory, store_file
from tests.store.disks import read_only


def test_a_folder_that_is_given_comes_before_the_variable_and_that_before_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVIEW_DESK_HOME", str(tmp_path / "variable"))
    assert data_directory(tmp_path / "given") == tmp_path / "given"
    assert data_directory(None) == tmp_path / "variable"
    monkeypatch.delenv("INTERVIEW_DESK_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home" / "data"))
    found = data_directory(None)
    assert found.is_relative_to(tmp_path / "home")
    assert found.name == "interview-desk"


@pytest.mark.parametrize("base", ["data", " ", ""])
def test_the_systems_folder_is_the_one_that_every_other_program_would_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, base: str
) -> None:
    monkeypatch.delenv("INTERVIEW_DESK_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / base) if base.strip() else base)
    assert data_directory(None) == user_data_path("interview-desk", appauthor=False)


@pytest.mark.skipif(os.name != "posix", reason="rights of other systems are their folders'")
def test_a_folder_that_is_made_is_its_owners_alone(tmp_path: Path) -> None:
    made = data_directory(tmp_path / "new" / "deep")
    assert stat.S_IMODE(made.stat().st_mode) == 0o700


@pytest.mark.skipif(os.name != "posix", reason="rights of other systems are their folders'")
def test_the_rights_of_a_folder_that_was_there_are_left_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    data_directory(tmp_path)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_a_relative_folder_is_taken_from_where_the_program_was_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert data_directory(Path("here")) == tmp_path / "here"


def test_the_store_is_in_the_folder(tmp_path: Path) -> None:
    assert store_file(tmp_path).parent == tmp_path


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DataDirError, match=r"is not a folder\. .* --data-dir"):
        data_directory(tmp_path / place)


def test_a_home_of_nobody_is_told() -> None:
    with pytest.raises(DataDirError, match="names no user"):
        data_directory(Path("~nobody-of-that-name/desk"))


def test_a_read_only_disk_is_told(tmp_path: Path) -> None:
    with read_only(tmp_path):
        with pytest.raises(DataDirError, match="read-only"):
            data_directory(tmp_path)
        with pytest.raises(DataDirError, match="cannot be made"):
            data_directory(tmp_path / "new")
