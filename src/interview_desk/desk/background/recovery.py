"""What is to be done with the records while no window has them open."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from interview_desk.store.backups.backups import Backup
    from interview_desk.store.guides import GuideFiles


class Recovery(NamedTuple):
    """A backup to put in the place of the records, or None: save what can be read of them."""

    backup: "Backup | None" = None

    def run(self, store: Path, guides: "GuideFiles", now: datetime) -> str:
        """Do it; in words, what was done. Raises UserError, with the records as they were."""
        if self.backup is None:
            from interview_desk.store.backups.salvage import salvage

            return "\n".join(salvage(store, guides.default(), now).told)
        from interview_desk.store.backups.restore import restore

        aside = restore(store, self.backup, now)
        kept = f" What was here before is kept: {aside.name}." if aside else ""
        return f"These are the records of the backup {self.backup.name}.{kept}"
