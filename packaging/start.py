"""The way into the bundle: it keeps to its own libraries, and leaves other programs to theirs."""

import os
import sys
from collections.abc import MutableMapping
from pathlib import Path

_PLUGINS = Path(sys.executable).parent / "lib" / "PySide6" / "Qt" / "plugins"


def give_back_library_path(environment: MutableMapping[str, str]) -> None:
    """Let the programs that are started from here find the system's libraries.

    The loader has pointed LD_LIBRARY_PATH at the bundle, and this process has its libraries by
    now. A PDF viewer or a mail program that inherited it would load ours, and might fall over.
    """
    before = environment.pop("LD_LIBRARY_PATH_ORIG", "")
    environment.pop("LD_LIBRARY_PATH", None)
    if before:
        environment["LD_LIBRARY_PATH"] = before


def keep_to_own_plugins() -> None:
    """Have Qt load no plug-in of another Qt, whatever the environment says."""
    try:
        from PySide6.QtCore import QCoreApplication
    except ImportError:  # a library of the system is missing; those who need Qt will say so
        return
    QCoreApplication.setLibraryPaths([str(_PLUGINS)])


if __name__ == "__main__":
    give_back_library_path(os.environ)
    from interview_desk import LIMITED_PROCESS
    from interview_desk.__main__ import main

    # A process that only reads a file needs no Qt, and counts its memory.
    if LIMITED_PROCESS not in sys.argv:
        keep_to_own_plugins()

    main()
