"""Interviews that cannot be read whole, such as those edited by hand: which, and why."""

from collections.abc import Iterator
from typing import NamedTuple

from interview_desk.store.errors import StoreError, Trouble
from interview_desk.store.store import Store


class Odd(NamedTuple):
    """One such interview; ``why`` says in words what of it makes no sense."""

    row: int
    candidate: str
    why: str


def odd_interviews(store: Store) -> Iterator[Odd]:
    """Every one there is, newest first. Reads all interviews: some ms for each."""
    for line in store.list():
        why = line.fault
        try:
            store.load(line.row)
        except StoreError as error:
            if error.trouble is not Trouble.ODD:
                raise
            why = error.why
        if why:
            yield Odd(line.row, line.summary.candidate, why)
