"""What the pages are handed: made once in `app`, never looked up."""

from collections.abc import Callable
from datetime import tzinfo
from pathlib import Path
from typing import NamedTuple

from interview_desk.desk.background.erasure_jobs import ErasureJobs
from interview_desk.desk.background.jobs import Jobs
from interview_desk.desk.settings import REPORT_FOLDER, Settings
from interview_desk.desk.shortcuts.keymap import Keymap
from interview_desk.desk.theme.theme import Theme
from interview_desk.errors import UserError
from interview_desk.interview.clock import Clock
from interview_desk.store.guides import GuideFiles
from interview_desk.store.store import Store


# Made before the first paint: the class of a named tuple costs a tenth of a dataclass.
class Desk(NamedTuple):
    """The parts every page may need.

    ``zone`` is None for the laptop's own time zone; ``new_uid`` gives an identity that no
    interview anywhere has; ``documents`` is the user's folder for what they write.
    ``jobs`` are those on the records, never two at a time: a backup that is made while an
    interview is erased could keep it.
    """

    store: Store
    clock: Clock
    theme: Theme
    keymap: Keymap
    settings: Settings
    guides: GuideFiles
    new_uid: Callable[[], str]
    documents: Path
    jobs: Jobs
    erasures: ErasureJobs
    zone: tzinfo | None = None

    @property
    def report_folder(self) -> Path:
        """Where reports are saved first: as set, or with the documents if that is not there."""
        try:
            chosen = self.settings.get(REPORT_FOLDER)
        except UserError:
            return self.documents
        return Path(chosen) if chosen and Path(chosen).is_dir() else self.documents
