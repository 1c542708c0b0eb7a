"""What the pages are handed: made once in `app`, never looked up."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path

from interview_desk.desk.keymap import Keymap
from interview_desk.desk.settings import Settings
from interview_desk.desk.theme.theme import Theme
from interview_desk.interview.clock import Clock
from interview_desk.store.guide_files import GuideFiles
from interview_desk.store.store import Store


@dataclass(frozen=True)
class Desk:
    """The parts every page may need.

    ``zone`` is None for the laptop's own time zone; ``new_uid`` gives an identity that no
    interview anywhere has; ``documents`` is the folder that reports are saved to first.
    """

    store: Store
    clock: Clock
    theme: Theme
    keymap: Keymap
    settings: Settings
    guides: GuideFiles
    new_uid: Callable[[], str]
    documents: Path
    zone: tzinfo | None = None
