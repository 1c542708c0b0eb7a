"""What `make` installs is what pyproject.toml asks for, and is the same wherever it comes from."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parents[2]
NONE = Version("0")
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def pins() -> dict[str, Version]:
    """Each locked package with its version."""
    found = re.findall(r"^([a-z0-9][a-z0-9.-]*)==(\S+)", LOCK, re.MULTILINE)
    return {name: Version(version) for name, version in found}


def asked() -> list[Requirement]:
    """All that the program, its tests, its bundle and its build ask for."""
    about = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = about["project"]
    lists = (project["dependencies"], *project["optional-dependencies"].values())
    return [
        Requirement(line) for lines in (*lists, about["build-system"]["requires"]) for line in lines
    ]


def test_the_lock_holds_all_that_is_asked_for() -> None:
    locked = pins()
    stale = [each for each in asked() if locked.get(each.name, NONE) not in each.specifier]
    assert not stale, "run `make lock`"


def test_every_file_is_known_by_its_hash_and_by_no_address() -> None:
    entries = [each for each in re.split(r"\n(?=\S)", LOCK) if each and not each.startswith("#")]
    assert len(entries) == len(pins())
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", each) for each in entries)
    assert "://" not in LOCK
    assert not re.search(r"^\s*-[^-\s]|--(?!hash=)", LOCK, re.MULTILINE)
