"""Commands about copies of the records: backup, restore, salvage."""

from collections.abc import Sequence
from datetime import datetime

import click

from interview_desk.cli.context import Records, pass_records
from interview_desk.cli.printing import complain, say, say_json
from interview_desk.errors import UserError
from interview_desk.store.backups.backups import Backup, back_up_now, find_backup, list_backups
from interview_desk.store.backups.integrity import faults_in, unreadable_interviews
from interview_desk.store.backups.restore import restore as restore_backup
from interview_desk.store.errors import StoreError, Trouble, in_users_words
from interview_desk.store.foreign_log import check_log, set_log_aside
from interview_desk.store.guides import GuideFiles
from interview_desk.system_clock import SystemClock
from interview_desk.words import clock_time, day, local


@click.command()
@click.option("--list", "listed", is_flag=True, help="Only list the backups there are.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a backup.")
@pass_records
def backup(records: Records, *, listed: bool, as_json: bool) -> None:
    """Copy the records into the folder of backups, or list the copies there."""
    if not listed:
        with in_users_words(records.file):
            check_log(records.file)
    if not listed and not records.file.exists():
        raise UserError("There are no records yet, so there is nothing to back up.")
    shown: Sequence[Backup]
    if listed:
        shown = list_backups(records.file)
    else:
        _check(records)
        shown = [back_up_now(records.file, _now())]
    if as_json:
        say_json([_fields(each) for each in shown])
        return
    for each in shown:
        at = f"{day(each.made_ms, None)}, {clock_time(each.made_ms, None)}"
        say(f"{each.name}  {at}  {_size(each.size)}  {each.kind}")
    if not shown:
        say("No backups yet.")


@click.command()
@click.argument("name", metavar="BACKUP")
@pass_records
def restore(records: Records, name: str) -> None:
    """Put a backup in the place of the records. BACKUP is a name that "backup --list" shows.

    The present records are set aside among the backups first.
    """
    aside = restore_backup(records.file, find_backup(records.file, name), _now())
    say(f"{name} is in place again.")
    if aside:
        say(f"What was there before is kept as {aside.name}.")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_records
def salvage(records: Records, *, as_json: bool) -> None:
    """Save what can be read of damaged records; the damaged file is kept."""
    from interview_desk.store.backups.salvage import salvage as save

    try:
        with in_users_words(records.file):
            check_log(records.file)
    except StoreError as error:
        if error.trouble is not Trouble.FOREIGN_LOG:
            raise
        for kept in set_log_aside(records.file, _now()):
            complain(f"The log of other records that lay beside yours is kept as {kept}.")
    if not records.file.exists():
        raise UserError("There are no records here.")
    if not faults_in(records.file) and not _any_unreadable(records):
        raise UserError("The records are sound; there is nothing to salvage.")
    done = save(records.file, GuideFiles.beside(records.folder).default(), _now())
    if as_json:
        fields = {
            "whole": [each.uid for each in done.found if not each.missing],
            "partly": {each.uid: each.missing for each in done.found if each.missing},
            "from_backup": done.from_backup,
            "aside": str(done.aside),
        }
        say_json(fields)
        return
    for line in done.told:
        say(line)


def _any_unreadable(records: Records) -> bool:

    with records.store() as store:
        return any(unreadable_interviews(store))


def _check(records: Records) -> None:
    """A copy of a damaged file, or of another program's, must not take a sound one's place."""
    if faults_in(records.file):
        raise UserError(
            "The records are damaged and were not backed up. See “interview-desk doctor”, then "
            "“interview-desk salvage”."
        )
    with records.store():
        pass


def _now() -> datetime:
    return local(SystemClock().now().wall_ms, None)


def _fields(backup: Backup) -> dict[str, object]:
    return {
        "name": backup.name,
        "path": str(backup.path),
        "kind": backup.kind,
        "made_ms": backup.made_ms,
        "bytes": backup.size,
    }


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB"
