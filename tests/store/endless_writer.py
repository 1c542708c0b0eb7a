"""Run by a test as a program of its own: takes notes until it is killed.

Says ``note ID`` and ``draft TEXT`` on its standard output after each has been saved.
"""

import sys
from itertools import count
from pathlib import Path

from interview_desk.interview.actions.notes import add_note
from interview_desk.interview.note_text import Draft, NoteText
from interview_desk.store.store import Store
from tests.helpers.clock import HandClock


def main() -> None:
    """Goes on with the only interview of the store."""
    store, clock = Store.open(Path(sys.argv[1])), HandClock()
    (row,) = store.list()
    interview, journal = store.load(row.row), store.load_journal(row.row)
    for number in count():
        draft = Draft(f"typing {number:06}", clock.advance(1))
        store.save_draft(row.row, draft)
        sys.stdout.write(f"draft {draft.text}\n")
        sys.stdout.flush()
        change = add_note(interview, clock.advance(1), NoteText(f"note {number}", dimensions=(1,)))
        interview, journal = interview.apply(change), journal.record(change)
        store.save(row.row, interview, change, journal, clear_draft=number % 3 == 0)
        sys.stdout.write(f"note {change.edits[0].key[1]}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
