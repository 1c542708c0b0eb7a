"""The texts that packages bring along: manual page, changelogs, menu entry, file type."""

import re
import runpy
import shutil
import subprocess
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import click
import pytest

from interview_desk import __version__
from interview_desk.cli.main import cli
from interview_desk.interview.packet import write_packet
from tests.helpers.samples import scored

ROOT = Path(__file__).parents[2]
RECIPE = ROOT / "packaging"
changelog = runpy.run_path(str(RECIPE / "changelog.py"))
new_version = runpy.run_path(str(RECIPE / "new_version.py"))
man_page = runpy.run_path(str(RECIPE / "man_page.py"))

METAINFO = (RECIPE / "interview-desk.metainfo.xml").read_text(encoding="utf-8")
TOLD = """# Changelog

## [Unreleased]

### Added

- Not out yet.

## [1.2.0] - 2027-03-05

### Added

- A long item that goes on
  in a second line, with `code`, a [link](docs/x.md) & an ampersand.
- Another.

### Fixed

- A fault.

## [1.1.0] - 2027-01-09

- The first.
"""


def commands(command: click.Command, path: str = "") -> dict[str, click.Command]:
    if not isinstance(command, click.Group):
        return {path: command}
    found: dict[str, click.Command] = {}
    for name, each in command.commands.items():
        found |= commands(each, f"{path} {name}".strip())
    return found


def test_the_manual_page_tells_every_command_with_every_option() -> None:
    page = man_page["man_page"]()
    roff = man_page["roff"]
    for path, command in commands(cli).items():
        _, _, told = page.partition(f"\n\\fB{roff(path)}\\fR ")
        told = told.split("\n.RE\n")[0]
        assert roff(" ".join((command.help or "").split("\n\n")[0].split())) in told, path
        for option in command.params:
            if isinstance(option, click.Option):
                assert roff(option.opts[-1]) in told, (path, option.name)


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_the_manual_page_is_good_roff() -> None:
    page = man_page["man_page"]("2027-03-05")
    done = subprocess.run(
        ["groff", "-ww", "-man", "-z"], input=page, capture_output=True, text=True, check=True
    )
    assert not done.stderr


@pytest.mark.parametrize(
    ("text", "told"),
    [("-x", "\\-x"), (".so /etc/passwd", "\\&.so /etc/passwd"), ("'a\\b", "\\&'a\\eb"),
     ("“é", "\\[u201C]\\[u00E9]")],
)  # fmt: skip
def test_words_of_a_help_are_no_roff(text: str, told: str) -> None:
    assert man_page["roff"](text) == told


def test_the_version_has_its_place_in_the_changelog() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "\n## [Unreleased]\n" in text
    found = changelog["releases"](text)
    assert found[0].version == __version__
    assert all(each.changes for each in found)
    assert [each.day for each in found] == sorted((each.day for each in found), reverse=True)


def test_a_new_version_is_said_by_the_program_and_takes_what_was_unreleased() -> None:
    code = (ROOT / "src/interview_desk/__init__.py").read_text(encoding="utf-8")
    said = new_version["with_version"](code, "12.0.1")
    assert said == code.replace(f'"{__version__}"', '"12.0.1"')
    found = changelog["releases"](new_version["with_release"](TOLD, "2.0.0", date(2027, 4, 1)))
    assert [each.version for each in found] == ["2.0.0", "1.2.0", "1.1.0"]
    assert found[0].changes == ["Not out yet."]
    assert found[0].day == date(2027, 4, 1)


@pytest.mark.parametrize("version", ["1.2", "0.0.9", __version__, "1.2.3-rc1", "v1.2.3"])
def test_a_version_that_is_none_or_not_higher_is_refused(version: str) -> None:
    code = f'__version__ = "{__version__}"\n'
    with pytest.raises(ValueError, match=re.escape(version)):
        new_version["with_version"](code, version)


def test_a_release_of_nothing_is_refused() -> None:
    released = TOLD.replace("- Not out yet.\n", "")
    with pytest.raises(ValueError, match="nothing under"):
        new_version["with_release"](released, "2.0.0", date(2027, 4, 1))


def test_a_changelog_is_told_as_debian_tells_it() -> None:
    found = changelog["releases"](TOLD)
    assert changelog["debian_changelog"](found, "A Name <name@example.org>") == (
        "interview-desk (1.2.0) unstable; urgency=medium\n\n"
        "  * A long item that goes on in a second line, with code, a link & an\n"
        "    ampersand.\n  * Another.\n  * A fault.\n\n"
        " -- A Name <name@example.org>  Fri, 05 Mar 2027 12:00:00 +0000\n\n"
        "interview-desk (1.1.0) unstable; urgency=medium\n\n"
        "  * The first.\n\n"
        " -- A Name <name@example.org>  Sat, 09 Jan 2027 12:00:00 +0000\n"
    )


def test_software_centres_are_told_releases_and_pictures_that_have_an_address() -> None:
    found = changelog["releases"](TOLD)
    bare = ElementTree.fromstring(changelog["metainfo"](METAINFO, found))
    assert [each.get("version") for each in bare.iter("release")] == ["1.2.0", "1.1.0"]
    assert [each.text for each in bare.iter("image")] == []
    shown = ElementTree.fromstring(changelog["metainfo"](METAINFO, found, "https://example.org/p/"))
    pictures = [str(each.text) for each in shown.iter("image")]
    assert pictures[0] == "https://example.org/p/live.png"
    there = {path.name for path in (ROOT / "docs" / "manual").glob("*.png")}
    assert {each.rpartition("/")[2] for each in pictures} <= there


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="appstreamcli is not installed")
def test_software_centres_take_the_metainfo(tmp_path: Path) -> None:
    file = tmp_path / "org.interviewdesk.InterviewDesk.metainfo.xml"
    found = changelog["releases"](TOLD)
    file.write_text(changelog["metainfo"](METAINFO, found, "https://example.org"), "utf-8")
    subprocess.run(["appstreamcli", "validate", "--no-net", file], check=True, capture_output=True)


@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not installed"
)
def test_menus_take_the_entry() -> None:
    asked = ["desktop-file-validate", str(RECIPE / "interview-desk.desktop")]
    done = subprocess.run(asked, check=True, capture_output=True, text=True)
    assert not done.stdout + done.stderr


@pytest.mark.skipif(
    shutil.which("update-mime-database") is None or shutil.which("gio") is None,
    reason="shared-mime-info or gio is not installed",
)
def test_desktops_tell_an_interview_file_from_other_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    types = tmp_path / "mime" / "packages"
    types.mkdir(parents=True)
    shutil.copy(RECIPE / "interview-desk.mime.xml", types)
    subprocess.run(["update-mime-database", types.parent], check=True)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    # By what is in them: by an ending that all JSON has, GNOME does not look further.
    (tmp_path / "ours").write_bytes(write_packet(scored().interview))
    (tmp_path / "other").write_text('{"for": "interview-desk/packet"}')

    def kind(name: str) -> str:
        asked = ["gio", "info", "--attributes=standard::content-type", str(tmp_path / name)]
        told = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
        return told.split()[-1]

    assert kind("ours") == "application/x-interview-desk-packet+json"
    assert kind("other") != kind("ours")
