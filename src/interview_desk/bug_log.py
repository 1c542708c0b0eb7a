"""Where bugs go: a local file with the places in the code, and never what was typed.

Messages of exceptions may quote a note or a name, so only the type and the places are kept.
"""

import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

_SIZE = 200_000
_OWNER_ONLY = 0o600


def on_bug(tell: Callable[[str], object]) -> None:
    """From now on give exceptions that nobody handled to ``tell``, as one line."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            tell(places(kind, trace))

    sys.excepthook = hook


def log_to(folder: Path, now_ms: Callable[[], int]) -> Callable[[str], None]:
    """Writes a line to ``bugs.log`` in the folder, for its owner's eyes only.

    ``now_ms`` gives UTC epoch ms. A file that has grown long makes way for a new one.
    """
    path = folder / "bugs.log"

    def tell(line: str) -> None:
        if path.exists() and path.stat().st_size > _SIZE:
            path.replace(path.with_suffix(".old.log"))
        at = datetime.fromtimestamp(now_ms() / 1000, UTC).isoformat(timespec="seconds")
        path.touch(_OWNER_ONLY)
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{at} {line}\n")

    return tell


def places(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The type of an exception and where it passed through, innermost first."""
    frames = (
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in reversed(traceback.extract_tb(trace))
    )
    return f"{kind.__name__} at {' < '.join(frames)}"
