"""The command that looks whether everything needed is there and works, also in a bundle."""

import platform
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from interview_desk import __version__
from interview_desk.cli.context import Records, missing_log_words, pass_records, without_log
from interview_desk.cli.printing import say, say_json
from interview_desk.errors import UserError
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import Setup
from interview_desk.resources import resource
from interview_desk.store.backups.backups import list_backups
from interview_desk.store.backups.integrity import faults_in, unreadable_interviews
from interview_desk.store.errors import in_users_words
from interview_desk.store.foreign_log import check_log
from interview_desk.store.guides import GuideFiles
from interview_desk.words import count, day

_WIDTH = 16
_WAY_OUT = "“interview-desk salvage” makes a new file with all that can be read."
_SHIPPED = ("guides", "icons", "manual", "sample", "schema")
# Beyond the font that ships, so that Qt has to shape it: the harder half of making a PDF.
_CANDIDATE = "Zoë Ångström 王"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what was found, and whether that is as it should be."""

    what: str
    found: str
    well: bool = True


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a finding.")
@pass_records
def doctor(records: Records, *, as_json: bool) -> int:
    """Look over the program and the records: versions, integrity, fonts, a PDF made and read."""
    checks = []
    for each in _checks(records):
        checks.append(each)
        if not as_json:  # at once: a broken library may end the process on the way
            mark = "ok" if each.well else "!!"
            say(f"{mark}  {each.what:<{_WIDTH}}  {each.found}")
    if as_json:
        fields = [{"what": each.what, "found": each.found, "well": each.well} for each in checks]
        say_json(fields)
    ill = [each for each in checks if not each.well]
    if ill:
        raise UserError(f"Not as it should be: {', '.join(each.what for each in ill)}.")
    return 0


def _checks(records: Records) -> Iterator[Check]:
    yield Check("Interview Desk", __version__)
    yield Check("program", _program())
    yield _tried("shipped files", _shipped)
    yield Check("Python", f"{platform.python_version()}, {platform.platform()}")
    yield Check("SQLite", sqlite3.sqlite_version)
    yield _tried("Qt", _qt)
    yield _tried("screens", _screens)
    yield _tried("folder", lambda: str(records.folder))
    alone = without_log(records.file)
    found = _tried("records", lambda: _records(records))
    yield found
    if found.well and alone:
        yield _tried("log", lambda: _log(records))
    if found.well:
        yield _tried("interviews", lambda: _interviews(records))
    yield _tried("backups", lambda: _backups(records))
    yield _tried("erasing", lambda: _erasing(records))
    yield _tried("guides", lambda: _guides(records))
    yield _tried("fonts", _fonts)
    yield _tried("PDF", lambda: _pdf(records))


def _tried(what: str, look: Callable[[], str]) -> Check:
    """What the look finds; whatever stops it is the finding: a broken install is found so."""
    try:
        return Check(what, look())
    except (UserError, ImportError, OSError, sqlite3.Error) as error:
        return Check(what, " ".join(str(error).split()), well=False)


def _program() -> str:
    """Where it runs from; in a bundle Python, Qt and all the rest lie in that folder too."""
    if getattr(sys, "frozen", False):
        return f"{Path(sys.executable).parent}, bundled"
    return str(resource().parent)


def _shipped() -> str:
    missing = [name for name in _SHIPPED if not any(resource(name).glob("*.*"))]
    if missing:
        raise UserError(f"{', '.join(missing)} missing in {resource()}. Install the program again.")
    return ", ".join(_SHIPPED)


def _qt() -> str:
    from PySide6.QtCore import qVersion

    return qVersion()


def _screens() -> str:
    from interview_desk.cli.screens import screens

    return screens()


def _records(records: Records) -> str:
    """Opens the store only to look: a check must not make or bring up to date what it checks."""
    path = records.file
    with in_users_words(path):
        check_log(path)
    if not path.exists():
        return "none yet"
    faults = faults_in(path)
    if faults:
        raise UserError(
            f"damaged ({count(len(faults), 'fault')}; the first: {faults[0]}). "
            "“interview-desk salvage” saves what can be read, “restore” puts a backup in place."
        )
    with records.store() as store:
        return f"{count(store.count(), 'interview')}, {path.stat().st_size / 1e6:.1f} MB, sound"


def _log(records: Records) -> str:
    """Of a file with nothing beside it, whether it looks as if something was."""
    with records.store() as store:
        words = missing_log_words(store.list())
    return words or "none beside the file, and none is missing"


def _interviews(records: Records) -> str:
    """Reads every one: what is sound as a file may hold what another program wrote into it."""
    if not records.file.exists():
        return "none yet"
    with records.store() as store:
        unreadable = [
            f"{each.row} ({each.candidate}): {each.why}" for each in unreadable_interviews(store)
        ]
    if unreadable:
        raise UserError(f"cannot be read whole: {'; '.join(unreadable)}. {_WAY_OUT}")
    return "each can be read whole"


def _backups(records: Records) -> str:

    found = list_backups(records.file)
    if not found:
        return "none yet"
    return f"{len(found)}, the newest of {day(found[0].made_ms, None)}"


def _erasing(records: Records) -> str:
    from interview_desk.store.privacy.erasure_requests import open_requests, unreadable

    if words := unreadable(records.file):
        raise UserError(words)
    wanted = open_requests(records.file)
    if wanted:
        raise UserError(
            f"{count(len(wanted), 'interview')} not yet gone to the last byte. Open Interview "
            "Desk: it goes on with that by itself."
        )
    return "nothing left undone"


def _guides(records: Records) -> str:

    files = GuideFiles.beside(records.folder)
    files.default()
    entries = files.catalogue().entries
    faulty = [entry.name for entry in entries if entry.guide is None]
    told = f"; with faults: {', '.join(faulty)}" if faulty else ""
    return f"{len(entries)}{told}"


def _fonts() -> str:
    from interview_desk.report.pdf.fonts import BOLD, REGULAR, load_fonts, width

    load_fonts()
    return ", ".join(name for name in (REGULAR, BOLD) if width("Interview", name, 10))


def _pdf(records: Records) -> str:
    """Makes the report of an interview, reads the interview back out of it, and its pages."""
    from PySide6.QtPdf import QPdfDocument

    from interview_desk.report.documents.rubric import RUBRIC
    from interview_desk.report.incoming import read_incoming
    from interview_desk.report.options import ReportOptions
    from interview_desk.report.pdf.make import make_document

    guide = GuideFiles.beside(records.folder).default()
    setup = Setup(candidate=_CANDIDATE, question="Does it work?")
    interview = Interview.of("doctor", guide, 0, (setup,))
    data = make_document(RUBRIC, interview, ReportOptions())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "doctor.pdf"
        path.write_bytes(data)
        if read_incoming(path) != interview:
            raise UserError("the PDF does not hold what was put into it")
        preview = QPdfDocument()
        if preview.load(str(path)) != QPdfDocument.Error.None_:
            raise UserError("the preview cannot show the PDF")
        pages = preview.pageCount()
        preview.close()  # or the file could not be taken away on every system
    return f"made and read back, {count(pages, 'page')}, {len(data) // 1000} kB"
