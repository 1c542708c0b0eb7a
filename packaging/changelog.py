"""CHANGELOG.md in the forms that packages ask for: Debian's changelog, and releases in metainfo.

Usage: packaging/changelog.py version | date | debian MAINTAINER | metainfo FILE
"""

import re
import sys
from datetime import date
from html import escape
from pathlib import Path
from textwrap import wrap
from typing import NamedTuple

_ROOT = Path(__file__).parents[1]
_RELEASE = re.compile(
    r"^## \[(?P<version>\d+\.\d+\.\d+)\] - (?P<day>\d{4}-\d{2}-\d{2})$", re.MULTILINE
)
_ITEM = re.compile(r"^- (.+(?:\n  .+)*)", re.MULTILINE)


class Release(NamedTuple):
    """One release: its number, its day, and what changed, a sentence each."""

    version: str
    day: date
    changes: list[str]


def releases(text: str) -> list[Release]:
    """The releases that a changelog tells of, newest first; what is unreleased is none."""
    found = [*_RELEASE.finditer(text)]
    ends = [*(each.start() for each in found[1:]), len(text)]
    return [
        Release(
            each["version"],
            date.fromisoformat(each["day"]),
            [" ".join(item.split()) for item in _ITEM.findall(text, each.end(), end)],
        )
        for each, end in zip(found, ends, strict=True)
    ]


def debian_changelog(found: list[Release], maintainer: str) -> str:
    """As in Debian Policy, section 4.4; each release at noon of its day, so that it repeats."""
    return "\n".join(
        f"interview-desk ({each.version}) unstable; urgency=medium\n\n"
        + "\n".join("\n    ".join(wrap(f"  * {plain(item)}", 78)) for item in each.changes)
        + f"\n\n -- {maintainer}  {each.day:%a, %d %b %Y} 12:00:00 +0000\n"
        for each in found
    )


def metainfo(text: str, found: list[Release], pictures: str = "") -> str:
    """The metainfo with its releases, and its pictures if they have an address to be had from."""
    lines = ["  <releases>"]
    for each in found:
        items = [f"          <li>{escape(plain(item))}</li>" for item in each.changes]
        lines += [
            f'    <release version="{each.version}" date="{each.day}">',
            "      <description>", "        <ul>", *items, "        </ul>", "      </description>",
            "    </release>",
        ]  # fmt: skip
    lines += ["  </releases>", "</component>"]
    told = text.replace("</component>", "\n".join(lines))
    if pictures:
        return told.replace("@PICTURES@", escape(pictures.rstrip("/")))
    return re.sub(r" *<screenshots>.*</screenshots>\n", "", told, flags=re.DOTALL)


def plain(item: str) -> str:
    """An item without the marks of Markdown."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", item).replace("`", "")


def main(what: str, *given: str) -> str:
    """What is asked for."""
    found = releases((_ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    match what, given:
        case "version", ():
            return f"{found[0].version}\n"
        case "date", ():
            return f"{found[0].day}\n"
        case "debian", (maintainer,):
            return debian_changelog(found, maintainer)
        case "metainfo", (file, *pictures):
            return metainfo(Path(file).read_text(encoding="utf-8"), found, *pictures)
    raise SystemExit(__doc__)


if __name__ == "__main__":
    sys.stdout.write(main(*sys.argv[1:]))
