"""Foreign documents that are kept as files, and how what is understood of them is compared."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

FOREIGN = Path(__file__).parent / "foreign"
NO_GUIDES = Path(__file__).parent / "no_guides"

Json = Mapping[str, Any]


def words(text: str) -> set[str]:
    """The words of a text, to see that none is lost."""
    return set(re.findall(r"[^\W_]+", text.casefold()))


def key(title: str) -> str:
    """A title to compare by: its words."""
    return " ".join(re.findall(r"\w+", title.casefold()))


def level(name: str) -> tuple[str, str]:
    """The words and the mark of a level."""
    mark = re.search(r"\d+|\b[A-F]\b", name)
    return " ".join(re.findall(r"[^\W\d_]{2,}", name.casefold())), mark[0] if mark else ""


def same_level(wanted: str, got: str) -> bool:
    """Whether two names of levels are the same by their words, or by their marks without any."""
    (words_, mark), (own, other) = level(wanted), level(got)
    return words_ == own if words_ and own else mark == other


def differences(wanted: Json, got: Json) -> list[str]:
    """In what the understanding of a document differs from the expectation."""
    found = []
    if key(wanted["title"]) != key(got["title"]):
        found.append(f"title {got['title']!r}")
    choices = [wanted["phases"], *wanted.get("phases_or", [])]
    if wanted["phases"] is not None and not any(
        _same_phases(choice, got["phases"], wanted) for choice in choices
    ):
        found.append(f"phases {got['phases']}")
    if wanted["dimensions"] is not None and not _same_rubric(
        wanted["dimensions"], got["dimensions"]
    ):
        found.append(f"dimensions {got['dimensions']}")
    signals = wanted.get("signals")
    if signals and signals["strong"] != got["signals"]["strong"]:
        found.append(f"strong signals {got['signals']}")
    if signals and signals["red_flags"] not in got["signals"]["red_flags_or"]:
        found.append(f"red flags {got['signals']}")
    if wanted.get("questions") is not None and wanted["questions"] != got["questions"]:
        found.append(f"questions {got['questions']}")
    return found


def _same_phases(wanted: Sequence[Json], got: Sequence[Json], expectation: Json) -> bool:
    if len(wanted) != len(got):
        return False
    arguable = "minutes" in expectation.get("arguable", ())
    return all(
        (one["title"] is None or key(one["title"]) == key(two["title"]))
        and (arguable or one["minutes"] == two["minutes"])
        for one, two in zip(wanted, got, strict=True)
    )


def _same_rubric(wanted: Sequence[Json], got: Sequence[Json]) -> bool:
    if [key(each["title"]) for each in wanted] != [key(each["title"]) for each in got]:
        return False
    return all(
        one["levels"] is None
        or (
            len(one["levels"]) == len(two["levels"])
            and all(map(same_level, one["levels"], two["levels"]))
        )
        for one, two in zip(wanted, got, strict=True)
    )
