"""Gives the program its next version: in the one place that says it, and in CHANGELOG.md.

What stands there under [Unreleased] becomes what this version brought. `packaging/changelog.py`
tells it from there to packages; everything else asks `interview_desk.__version__`.

Usage: packaging/new_version.py VERSION [DAY]
  VERSION  three numbers, higher than the last
  DAY      as in 2027-03-05 (default: today)
"""

import re
import sys
from datetime import UTC, date, datetime
from pathlib import Path

_ROOT = Path(__file__).parents[1]
_PLACE = Path("src", "interview_desk", "__init__.py")
_SAID = re.compile(r'^__version__ = "(\d+)\.(\d+)\.(\d+)"$', re.MULTILINE)
_NUMBER = re.compile(r"(\d+)\.(\d+)\.(\d+)")
_UNRELEASED = re.compile(
    r"^## \[Unreleased\]\n(?P<changes>.*?)(?=^## \[|\Z)", re.MULTILINE | re.DOTALL
)


def with_version(code: str, version: str) -> str:
    """The file that says the version, saying the next one. Raises ValueError in words."""
    said = _SAID.search(code)
    if said is None:
        raise ValueError(f"{_PLACE} says no version.")
    number = _NUMBER.fullmatch(version)
    if number is None:
        raise ValueError(f"“{version}” is no version: three numbers, such as 1.4.0.")
    if [*map(int, number.groups())] <= [*map(int, said.groups())]:
        raise ValueError(f"{version} is not higher than {'.'.join(said.groups())}, the last one.")
    return _SAID.sub(f'__version__ = "{version}"', code)


def with_release(changelog: str, version: str, day: date) -> str:
    """The changelog with what was unreleased as that release. Raises ValueError in words."""
    unreleased = _UNRELEASED.search(changelog)
    if unreleased is None or "\n- " not in unreleased["changes"]:
        raise ValueError("CHANGELOG.md tells of nothing under [Unreleased].")
    head = f"## [Unreleased]\n\n## [{version}] - {day}\n"
    return changelog[: unreleased.start()] + head + changelog[unreleased.start("changes") :]


def main(version: str, day: date) -> None:
    """Both files, or none of them."""
    code, told = _ROOT / _PLACE, _ROOT / "CHANGELOG.md"
    try:
        new_code = with_version(code.read_text(encoding="utf-8"), version)
        new_told = with_release(told.read_text(encoding="utf-8"), version, day)
    except ValueError as refused:
        raise SystemExit(str(refused)) from None
    code.write_text(new_code, encoding="utf-8")
    told.write_text(new_told, encoding="utf-8")


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 3:
        raise SystemExit(__doc__)
    main(
        sys.argv[1],
        date.fromisoformat(sys.argv[2]) if sys.argv[2:] else datetime.now(UTC).date(),
    )
