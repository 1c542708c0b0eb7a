"""The command that looks whether everything needed is there and works, also in a bundle."""

import json
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from interview_desk import __version__
from interview_desk.cli.context import Records, pass_records
from interview_desk.errors import UserError
from interview_desk.words import count, day

_WIDTH = 16


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: what was found, and whether that is as it should be."""

    what: str
    found: str
    well: bool = True


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a finding.")
@pass_records
def doctor(records: Records, *, as_json: bool) -> int:
    """Look over the program and the records: versions, integrity, fonts, a PDF made and read."""
    findings = [*_findings(records)]
    ill = [each for each in findings if not each.well]
    if as_json:
        fields = [{"what": each.what, "found": each.found, "well": each.well} for each in findings]
        click.echo(json.dumps(fields, ensure_ascii=False, indent=1))
    else:
        for each in findings:
            mark = "ok" if each.well else "!!"
            click.echo(f"{mark}  {each.what:<{_WIDTH}}  {each.found}")
    if ill:
        raise UserError(f"Not as it should be: {', '.join(each.what for each in ill)}.")
    return 0


def _findings(records: Records) -> Iterator[Finding]:
    yield Finding("Interview Desk", __version__ + (", bundled" if _frozen() else ""))
    yield Finding("Python", f"{platform.python_version()}, {platform.platform()}")
    yield Finding("SQLite", sqlite3.sqlite_version)
    yield _tried("Qt", _qt)
    yield _tried("folder", lambda: str(records.folder))
    yield _tried("records", lambda: _records(records))
    yield _tried("backups", lambda: _backups(records))
    yield _tried("guides", lambda: _guides(records))
    yield _tried("fonts", _fonts)
    yield _tried("PDF", lambda: _pdf(records))


def _tried(what: str, look: Callable[[], str]) -> Finding:
    """What the look finds; whatever stops it is the finding: a broken install is found so."""
    try:
        return Finding(what, look())
    except (UserError, ImportError, OSError, sqlite3.Error) as error:
        return Finding(what, " ".join(str(error).split()), well=False)


def _frozen() -> bool:
    return bool(getattr(sys, "frozen", False))


def _qt() -> str:
    from PySide6.QtCore import qVersion

    return qVersion()


def _records(records: Records) -> str:
    """Opens the store only to look: a check must not make or bring up to date what it checks."""
    from interview_desk.store.health import faults_in

    path = records.file
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


def _backups(records: Records) -> str:
    from interview_desk.store.backups import list_backups

    found = list_backups(records.file)
    if not found:
        return "none yet"
    return f"{len(found)}, the newest of {day(found[0].made_ms, None)}"


def _guides(records: Records) -> str:
    from interview_desk.store.guide_files import GuideFiles

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
    """Makes the report of an interview and reads the interview back out of the file."""
    from interview_desk.interview.interview import Interview
    from interview_desk.interview.records import Setup
    from interview_desk.report.documents import make_document
    from interview_desk.report.incoming import read_incoming
    from interview_desk.report.options import DocumentKind, ReportOptions
    from interview_desk.store.guide_files import GuideFiles

    guide = GuideFiles.beside(records.folder).default()
    setup = Setup(candidate="Zoë Ångström", question="Does it work?")
    interview = Interview.of("doctor", guide, 0, (setup,))
    data = make_document(DocumentKind.RUBRIC, interview, ReportOptions())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "doctor.pdf"
        path.write_bytes(data)
        if read_incoming(path) != interview:
            raise UserError("the PDF does not hold what was put into it")
    return f"made and read back, {len(data) // 1000} kB"
