"""What a program said was saved before it was killed: lines of JSON that it writes, and their sum.

A line is written only when what it tells has happened, except for ``about``, which comes before.
"""

import json
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from interview_desk.interview.change import Change
from interview_desk.interview.records import Record, RecordKey, key_of

# Records by their key, both in words; None for one that was taken away.
Records = Mapping[str, str | None]


def say(**told: object) -> None:
    """One line, in the pipe before this returns."""
    sys.stdout.write(json.dumps(told | {"ms": round(time.monotonic() * 1000)}) + "\n")
    sys.stdout.flush()


def in_words(records: Iterable[Record]) -> dict[str, str | None]:
    """These records as they are told."""
    return {_key(key_of(record)): repr(record) for record in records}


def edits_in_words(change: Change) -> dict[str, str | None]:
    """What the change leaves of the records that it touches."""
    return {
        _key(edit.key): None if edit.after is None else repr(edit.after) for edit in change.edits
    }


def _key(key: RecordKey) -> str:
    return f"{key[0].__name__} {key[1]}"


@dataclass
class Acknowledged:
    """All that the programs of one folder have told, one life after another."""

    records: dict[str, str | None] = field(default_factory=dict)
    about: Records = field(default_factory=dict)  # was about to be saved when the kill came
    changes: int = 0
    found: str | None = None  # what the last life found in its note field
    typed: list[tuple[int, str]] = field(default_factory=list)  # when, and the text since begun
    drafted: str = ""  # a draft that was told as saved, and not cleared since
    ms: int = 0  # when the last word came

    def new_life(self) -> None:
        """Another program is started on the same folder."""
        self.about, self.found, self.typed = {}, None, []

    def hear(self, line: str) -> None:
        """Take in a line; one without its end was cut off by the kill, and tells nothing."""
        if not line.endswith("\n"):
            return
        told = json.loads(line)
        self.ms = told["ms"]
        if "about" in told:
            self.about = told["about"]
            self.drafted = "" if told["clears"] else self.drafted
        if "kept" in told:
            self.records |= told["kept"]
            self.about = {}
            self.changes += 1
        if "typed" in told:
            self.typed = [*self.typed, (self.ms, told["typed"])] if told["typed"] else []
        self.found = told.get("found", self.found)
        self.drafted = told.get("drafted", self.drafted)

    def faults_of(self, stored: Records, draft: str) -> list[str]:
        """What was told as kept and is not among the stored records, or not as the draft.

        The change that was about to be saved may be there, the whole of it, and counts from now on.
        """
        if any(stored.get(key) != self.records.get(key) for key in self.about):
            self.records |= self.about
        self.about = {}
        faults = [
            f"{key} was told as {told}, and is {stored.get(key)}"
            for key, told in self.records.items()
            if stored.get(key) != told
        ]
        if self.drafted and draft < self.drafted:
            faults.append(f"the draft was told as {self.drafted!r}, and is {draft!r}")
        old = self._older_than(1000)
        if old and not (draft.startswith(old) or _is_a_note(old, stored)):
            faults.append(f"{old!r} was typed over a second ago, and the draft is {draft!r}")
        return faults

    def _older_than(self, ms: int) -> str:
        """The text of the note field as it was so long before the last word."""
        return next((text for at, text in reversed(self.typed) if at <= self.ms - ms), "")


def _is_a_note(typed: str, stored: Records) -> bool:
    words = typed.partition("#")[0].lstrip("+ ").rstrip()
    return any(words in (record or "") for record in stored.values())
