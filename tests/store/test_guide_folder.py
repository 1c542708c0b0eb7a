"""The folder of one's own guides: written whole, for its owner alone, and hostile at times."""

import os
import stat
import sys
from pathlib import Path

import pytest

from interview_desk.errors import UserError
from interview_desk.store.guides import (
    GuideFiles,
    add_guide,
    archive_guide,
    archive_of,
    bring_back_guide,
    free_name,
    save_guide,
)
from tests.helpers.samples import SMALL_GUIDE


@pytest.fixture
def files(tmp_path: Path) -> GuideFiles:
    return GuideFiles.beside(tmp_path)


def own_names(files: GuideFiles) -> set[str]:
    return {entry.name for entry in files.catalogue().entries if entry.own}


@pytest.mark.parametrize(
    ("wish", "name"),
    [
        ("Back-End: System Design!", "back-end-system-design"),
        ("../../etc/passwd", "etc-passwd"),
        ("Führung – größer", "fuhrung-groer"),
        ("日本語", "guide"),
        ("\x00\n\x1b[31m", "31m"),
        ("", "guide"),
        ("CON" * 100, ("con" * 100)[:60]),
    ],
)
def test_a_name_is_safe_on_every_file_system(wish: str, name: str) -> None:
    assert free_name(wish, set()) == name


def test_a_guide_is_read_alone_and_is_the_one_that_the_list_has(files: GuideFiles) -> None:
    save_guide(files.own, "product-sense", SMALL_GUIDE)
    for entry in files.catalogue().entries:
        assert files.pick(entry.name) == entry.guide


def test_a_guide_that_is_not_there_is_answered_with_those_that_are(files: GuideFiles) -> None:
    with pytest.raises(UserError, match=r"no guide named “frontend”.*backend-system-design"):
        files.pick("frontend")


def test_a_name_that_is_taken_gets_a_number(files: GuideFiles) -> None:
    names = [add_guide(files.own, "Mine", SMALL_GUIDE, ()) for _ in range(3)]
    archive_guide(files.own, "mine")
    assert [*names, add_guide(files.own, "mine", SMALL_GUIDE, ())] == [
        "mine", "mine-2", "mine-3", "mine-4",
    ]  # fmt: skip


@pytest.mark.skipif(os.name != "posix", reason="rights of other systems are their folders'")
def test_a_guide_is_its_owners_alone(files: GuideFiles) -> None:
    save_guide(files.own, "mine", SMALL_GUIDE)
    assert stat.S_IMODE((files.own / "mine.md").stat().st_mode) == 0o600
    assert stat.S_IMODE(files.own.stat().st_mode) == 0o700


def test_a_save_that_fails_leaves_the_guide_and_nothing_else(files: GuideFiles) -> None:
    save_guide(files.own, "mine", SMALL_GUIDE)
    (files.own / "taken.md").mkdir()
    with pytest.raises(UserError):
        save_guide(files.own, "taken", "other")
    assert {path.name for path in files.own.iterdir()} == {"mine.md", "taken.md"}
    assert (files.own / "mine.md").read_text(encoding="utf-8") == SMALL_GUIDE


def test_a_guide_that_is_put_away_is_not_offered_and_comes_back(files: GuideFiles) -> None:
    save_guide(files.own, "mine", SMALL_GUIDE)
    archive_guide(files.own, "mine")
    assert own_names(files) == set()
    save_guide(files.own, "mine", SMALL_GUIDE)
    with pytest.raises(UserError, match="already"):
        bring_back_guide(files.own, "mine")
    archived = archive_of(files.own) / "mine.md"
    (files.own / "mine.md").unlink()
    bring_back_guide(files.own, "mine")
    assert own_names(files) == {"mine"}
    assert not archived.exists()
    with pytest.raises(UserError):
        archive_guide(files.own, "never was")


@pytest.mark.skipif(sys.platform != "linux", reason="has pipes, and devices to link to")
def test_a_folder_full_of_traps_is_listed_all_the_same(files: GuideFiles, tmp_path: Path) -> None:
    save_guide(files.own, "mine", SMALL_GUIDE)
    os.mkfifo(files.own / "pipe.md")
    (files.own / "folder.md").mkdir()
    (files.own / "endless.md").symlink_to("/dev/zero")
    (files.own / "loop.md").symlink_to(files.own / "loop.md")
    (files.own / "nowhere.md").symlink_to(tmp_path / "nowhere")
    (files.own / "memory.md").symlink_to("/proc/self/mem")
    (files.own / "large.md").write_bytes(b"# A\n" * 1_000_000)
    (files.own / "bell\x07\x1b.md").write_text(SMALL_GUIDE, encoding="utf-8")
    Path(os.fsdecode(bytes(files.own) + b"/\xff.md")).write_text(SMALL_GUIDE, encoding="utf-8")
    entries = {entry.name: entry for entry in files.catalogue().entries if entry.own}
    assert entries.keys() == {"mine", "memory", "large", "bell\x07\x1b", "\udcff"}
    assert {name for name, entry in entries.items() if entry.faults} == {"memory", "large"}
    assert "cannot be read" in str(entries["memory"].faults[0])


def test_saving_over_a_link_leaves_what_it_points_to(files: GuideFiles, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.md"
    elsewhere.write_text("precious", encoding="utf-8")
    files.own.mkdir()
    (files.own / "mine.md").symlink_to(elsewhere)
    save_guide(files.own, "mine", SMALL_GUIDE)
    assert elsewhere.read_text(encoding="utf-8") == "precious"
    assert (files.own / "mine.md").read_text(encoding="utf-8") == SMALL_GUIDE
