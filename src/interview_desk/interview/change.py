"""What one intent changes: the unit that is stored, shown, undone and redone."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from interview_desk.interview.records import Record, RecordKey, key_of


@dataclass(frozen=True, slots=True)
class Edit:
    """One record put, replaced or removed; at least one side is there."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record as it becomes, or as it was if it goes."""
        record = self.after if self.after is not None else self.before
        if record is None:
            raise ValueError("an edit needs a record on one side")
        return record

    @property
    def key(self) -> RecordKey:
        """The key of the record, the same on both sides."""
        return key_of(self.record)

    def inverse(self) -> "Edit":
        """The edit that takes this one back."""
        return Edit(before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class Change:
    """Edits that belong together, with a label in the user's words ("Note added").

    Changes with the same non-empty ``merge`` that follow one another are one step to undo:
    typing into one text field. ``undoable`` is False for what merely happened (the program
    was opened again) and must survive an undo.
    """

    label: str
    edits: tuple[Edit, ...]
    merge: str = ""
    undoable: bool = True

    def inverse(self) -> "Change":
        """The change that takes this one back, edits in the opposite order."""
        return replace(self, edits=tuple(edit.inverse() for edit in reversed(self.edits)))

    def touches(self, *types: type[Record]) -> bool:
        """Whether a record of one of these types is among the edits."""
        return any(isinstance(edit.record, types) for edit in self.edits)

    def touches_only(self, *types: type[Record]) -> bool:
        """Whether all of the edits are of records of these types."""
        return all(isinstance(edit.record, types) for edit in self.edits)

    def joined(self, later: "Change") -> "Change":
        """This change and a later one as a single step."""
        first: dict[RecordKey, Record | None] = {}
        last: dict[RecordKey, Record | None] = {}
        for edit in (*self.edits, *later.edits):
            first.setdefault(edit.key, edit.before)
            last[edit.key] = edit.after
        edits = (Edit(first[key], last[key]) for key in first if first[key] != last[key])
        return replace(later, edits=tuple(edits))


def put(label: str, *pairs: tuple[Record | None, Record], merge: str = "") -> Change:
    """A change that puts each second record in the place of the first."""
    return Change(label, edits(pairs), merge)


def edits(pairs: Iterable[tuple[Record | None, Record | None]]) -> tuple[Edit, ...]:
    """Edits from (before, after) pairs, those that change nothing left out."""
    return tuple(Edit(before, after) for before, after in pairs if before != after)
