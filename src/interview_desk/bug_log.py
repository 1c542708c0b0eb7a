"""Where bugs go: a local file with the places in the code, and never what was typed.

Messages of exceptions may quote a note or a name, so only the type is kept.
"""

import sys
import traceback
from logging import ERROR, Formatter, Logger, LogRecord
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

_SIZE = 200_000


def install(folder: Path) -> Path:
    """Send exceptions that nobody handled to ``bugs.log`` in the folder; its path.

    The window goes on: what was written to the store is safe, and the rest stays on screen.
    """
    path = folder / "bugs.log"
    handler = RotatingFileHandler(path, maxBytes=_SIZE, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(Formatter("%(asctime)s %(message)s"))
    log = Logger("interview_desk.bugs", ERROR)
    log.addHandler(handler)

    def on_exception(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.handle(_record(kind, trace))
        path.chmod(0o600)

    sys.excepthook = on_exception
    return path


def _record(kind: type[BaseException], trace: TracebackType | None) -> LogRecord:
    places = " < ".join(
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in reversed(traceback.extract_tb(trace))
    )
    return LogRecord("bugs", ERROR, "", 0, "%s at %s", (kind.__name__, places), None)
