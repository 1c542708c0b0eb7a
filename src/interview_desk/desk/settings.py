"""Everything the user can set, declared once: typed, with its bounds, ready to be drawn.

The settings page draws `SETTINGS`, group by group; the rest of the desk reads single values
with `Settings.get`. What the window remembers by itself is declared too, without group and title.
What is stored is text, and a text that makes no sense is the default.
"""

from binascii import a2b_base64, b2a_base64
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from types import MappingProxyType
from typing import Generic, TypeVar
from unicodedata import category

from PySide6.QtCore import QObject, Signal

from interview_desk.errors import UserError
from interview_desk.store.store import Store

T = TypeVar("T")
_LONGEST_GEOMETRY = 2_000


# Made before the first paint: without comparing, which no setting needs, the classes of these
# dataclasses cost a quarter.
@dataclass(eq=False)
class Setting(Generic[T]):
    """One setting: its name in the store, its title and help on the page, and its default."""

    name: str
    group: str
    title: str
    default: T
    help: str = ""

    def read(self, text: str) -> T | None:
        """The value that the text stands for, or None if it stands for none."""
        raise NotImplementedError

    def write(self, value: T) -> str:
        """The value as text."""
        return str(value)


class Toggle(Setting[bool]):
    """Yes or no."""

    def read(self, text: str) -> bool | None:
        return {"yes": True, "no": False}.get(text)

    def write(self, value: bool) -> str:
        return "yes" if value else "no"


@dataclass(eq=False)
class Number(Setting[int]):
    """A whole number within bounds, in a unit; ``zero`` is what none at all is called."""

    low: int = 0
    high: int = 100
    unit: str = ""
    step: int = 1
    zero: str = ""

    def read(self, text: str) -> int | None:
        if not text.isascii() or not text.isdigit() or len(text) > 6:
            return None
        return int(text) if self.low <= int(text) <= self.high else None


@dataclass(eq=False)
class Choice(Setting[str]):
    """One of a few words."""

    words: tuple[str, ...] = ()

    def read(self, text: str) -> str | None:
        return text if text in self.words else None


@dataclass(eq=False)
class Words(Setting[str]):
    """A short text; ``folder`` is True where it is the path of a folder."""

    longest: int = 200
    folder: bool = False

    def read(self, text: str) -> str | None:
        # Signs that only join or part letters, or turn them, are not printed but belong to names.
        one_line = all(each.isprintable() or category(each) == "Cf" for each in text)
        return text if len(text) <= self.longest and one_line else None


class GuideName(Words):
    """The name of one of the guides there are; it may be gone when the value is read."""


class Geometry(Setting[bytes]):
    """Where a window was and how large, as Qt saves it; Qt itself sees to it that it fits."""

    def read(self, text: str) -> bytes | None:
        try:
            return a2b_base64(text, strict_mode=True) if len(text) <= _LONGEST_GEOMETRY else None
        except ValueError:
            return None

    def write(self, value: bytes) -> str:
        return b2a_base64(value, newline=False).decode()


INTERVIEWER = Words("interviewer", "You", "Your name", "", "Stands in every report you make.")
DEFAULT_GUIDE = GuideName(
    "guide", "Interviews", "Guide for a new interview", "principal-ml-system-design"
)
LENGTH = Number(
    "length",
    "Interviews",
    "Usual length",
    45,
    "Until you choose one, an interview is as long as its guide says.",
    low=15,
    high=180,
    unit="min",
    step=5,
)
RESERVE = Number(
    "reserve", "Interviews", "Kept for the candidate’s questions", 5, low=0, high=30, unit="min"
)
SIGHTING_OFFSET = Number(
    "sighting offset",
    "During the interview",
    "Stamp what you tick this much earlier",
    5,
    "You see it first and press the key a moment later.",
    low=0,
    high=60,
    unit="s",
)
CUES = Toggle(
    "cues",
    "During the interview",
    "Show cues",
    True,
    "One quiet line when the guide would say something now.",
)
# By the names of the kinds of cues; see `interview.cues`.
CUE_KINDS: Mapping[str, Toggle] = MappingProxyType(
    {
        kind: Toggle(f"cue {kind}", "During the interview", f"Cue: {title}", True)
        for kind, title in (
            ("two minutes left", "two minutes are left"),
            ("question time", "the candidate’s questions would lose time"),
            ("exploration cut short", "the first phase was left before its minimum"),
            ("no follow-up", "no follow-up for some minutes"),
            ("communication", "nothing noted on communication"),
            ("no evidence", "a dimension has no evidence yet"),
        )
    }
)
LONGER = Number(
    "longer",
    "During the interview",
    "Make the interview longer by",
    5,
    low=1,
    high=30,
    unit="min",
)
THEME = Choice(
    "theme",
    "Look",
    "Colours",
    "system",
    words=("system", "light", "dark", "high contrast"),
)
TEXT_SIZE = Number("text size", "Look", "Size of text", 100, low=100, high=150, unit="%", step=10)
PAPER = Choice("paper", "Reports", "Paper", "A4", words=("A4", "Letter"))
REPORT_FOLDER = Words(
    "report folder",
    "Reports",
    "Save reports in",
    "",
    "Your documents, unless you choose another folder.",
    longest=4_096,
    folder=True,
)
KEEP_MONTHS = Number(
    "keep months",
    "Records",
    "Keep an interview for",
    0,
    "What is older stands under “Due for review”. Nothing is ever deleted by itself.",
    low=0,
    high=120,
    unit="months",
    zero="no set time",
)

WINDOW = Geometry("window", "", "", b"")
COMPACT_WINDOW = Geometry("window compact", "", "", b"")

AnySetting = Setting[bool] | Setting[int] | Setting[str]

SETTINGS: tuple[AnySetting, ...] = (
    INTERVIEWER,
    DEFAULT_GUIDE,
    LENGTH,
    RESERVE,
    SIGHTING_OFFSET,
    LONGER,
    CUES,
    *CUE_KINDS.values(),
    THEME,
    TEXT_SIZE,
    PAPER,
    REPORT_FOLDER,
    KEEP_MONTHS,
)


class Settings(QObject):
    """The values in force. ``changed`` goes out with the name of a setting that has a new one."""

    changed = Signal(str)

    def __init__(
        self, store: Store, log: Callable[[str], object], parent: QObject | None = None
    ) -> None:
        """``log`` takes one line about a stored value that could not be used."""
        super().__init__(parent)
        self._store = store
        self.log = log

    def get(self, setting: Setting[T]) -> T:
        """The value of a setting: the user's own, or the default. Raises StoreError."""
        text = self._store.setting(setting.name)
        if text is None:
            return setting.default
        value = setting.read(text)
        if value is None:
            self.log(f"the stored value of the setting {setting.name!r} makes no sense")
            return setting.default
        return value

    def is_chosen(self, setting: Setting[T]) -> bool:
        """Whether the user chose a value, be it the default. Raises StoreError."""
        return self._store.setting(setting.name) is not None

    def set(self, setting: Setting[T], value: T) -> None:
        """Keep a value. Raises ValueError for one out of its bounds, StoreError if it fails."""
        self._keep(setting, value)
        self.changed.emit(setting.name)

    def remember(self, setting: Setting[T], value: T) -> None:
        """Keep what nobody chose and nobody waits for; if it fails, that is no reason to disturb.

        Raises ValueError likewise.
        """
        with suppress(UserError):
            self._keep(setting, value)

    def _keep(self, setting: Setting[T], value: T) -> None:
        text = setting.write(value)
        if setting.read(text) is None:
            raise ValueError(f"{setting.name} cannot be {value!r}")
        self._store.set_setting(setting.name, text)
