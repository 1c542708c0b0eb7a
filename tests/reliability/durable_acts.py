"""Run by the check of power cuts as a program of its own: does one thing, and says when it is done.

    python durable_acts.py ACT FOLDER

``FOLDER`` has the records; a line on the standard output is what the window would show as done.
"""

import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from interview_desk.desk.guides.collection import GuideCollection, ListedGuide
from interview_desk.interview.note_text import Draft
from interview_desk.paths import data_directory, store_file
from interview_desk.report.files import write_new
from interview_desk.store.backups.backups import back_up_daily
from interview_desk.store.guides import GuideFiles
from interview_desk.store.store import Store
from tests.helpers.samples import prepared
from tests.store.stored_play import StoredPlay, begin

NOTES = 12
DAY = date(2026, 11, 20)


def say(line: str) -> None:
    """Tells it at once, in one piece."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def notes(folder: Path) -> None:
    """Notes, each typed first, in the first interview that there is."""
    with closing(Store.open(store_file(folder))) as store:
        played = StoredPlay(store, store.list()[-1].row)
        first = len(played.interview.notes)
        for number in range(first, first + NOTES):
            store.save_draft(played.row, Draft(f"thought {number:03}", played.clock.advance(1)))
            say(f"draft thought {number:03}")
            played.note(f"kept {number:03}")
            say(f"note kept {number:03}")


def first_start(folder: Path) -> None:
    """The first interview, in a folder that is not there yet."""
    with closing(Store.open(store_file(data_directory(folder)))) as store:
        played = begin(store, prepared(uid="first"))
        say("interview first")
        played.note("kept 000")
        say("note kept 000")


def settings(folder: Path) -> None:
    """One setting, changed again and again."""
    with closing(Store.open(store_file(folder))) as store:
        for number in range(NOTES):
            store.set_setting("theme", f"{number:03}")
            say(f"setting {number:03}")


def daily(folder: Path) -> None:
    """What the window does in the background, on eight days: the oldest copies go."""
    for number in range(9):
        made = back_up_daily(store_file(folder), DAY.replace(day=10 + number))
        if made:
            say(f"copy {made.name}")


def guides(folder: Path) -> None:
    """The user's own guide written anew, put away and taken out again."""
    collection = GuideCollection(GuideFiles.beside(folder))
    listed = _own(collection)
    text = collection.source(listed)
    for number in range(3):
        collection.save(listed, f"{text}\n- word {number}\n")
        say(f"guide {listed.entry.name} word {number}")
    collection.archive(listed)
    say(f"archived {listed.entry.name}")
    collection.bring_back(_own(collection))
    say(f"back {listed.entry.name}")


def files(folder: Path) -> None:
    """What the window writes where the user wants it: new, and in the place of a file."""
    out = folder.parent / "out"
    for name in ("mail.eml", "slot.ics", "report.pdf"):
        write_new(out / name, name.encode() * 3000)
        say(f"file {name} 1")
    write_new(out / "report.pdf", b"anew" * 9000, replace=True)
    say("file report.pdf 2")


def erase(folder: Path) -> None:
    """An interview erased while the records stay open, as in the window."""
    with closing(Store.open(store_file(folder))) as store:
        store.privacy.erase(store.list()[-1].row)
        say("interview 1 was erased")
        store.set_setting("theme", "dark")


def _own(collection: GuideCollection) -> ListedGuide:
    return next(listed for listed in collection.read() if listed.entry.own or listed.archived)


ACTS: dict[str, Callable[[Path], None]] = {
    each.__name__: each for each in (notes, first_start, settings, daily, guides, files, erase)
}

if __name__ == "__main__":
    ACTS[sys.argv[1]](Path(sys.argv[2]))
