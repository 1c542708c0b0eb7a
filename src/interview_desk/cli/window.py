"""Opening the window from a terminal; free of imports that the window does without."""

import builtins
import gc
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import CodeType

from interview_desk.errors import UserError

_STUB_WRITERS = ("/enum_sig.py", "/pyi_generator.py")


def open_window(data_dir: Path | None) -> int:
    """The window's exit status, or 1 with one line on stderr when it cannot be opened."""
    try:
        start_quickly()
        from interview_desk.app import run

        return run(data_dir)
    except UserError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except ImportError as error:
        sys.stderr.write(f"{missing_library(error)}\n")
        return 1


def start_quickly() -> None:
    """Load Qt, and leave out what would hold up the first paint by a tenth of the whole start."""
    # Most of what a start makes stays: to look through it for garbage again and again would
    # take some 8 ms. `launch` goes back to collecting.
    gc.disable()
    python_import, python_compile = builtins.__import__, builtins.compile
    vars(builtins).update(compile=partial(_compile_needed, python_compile))
    import PySide6.QtCore  # noqa: F401

    builtins.compile = python_compile
    # Qt's binding has put an import of its own in that place, for an option of its own that is
    # not used here; our modules take 6 ms longer through it.
    builtins.__import__ = python_import


def _compile_needed(
    really: Callable[..., CodeType], source: bytes, filename: str, mode: str
) -> CodeType:
    """Code for Python to run; none for modules that Qt's binding compiles and never uses here.

    It compiles its own modules at each start. These two write stubs for type checkers, and take
    10 ms with what they import.
    """
    unused = filename.startswith("shibokensupport/") and filename.endswith(_STUB_WRITERS)
    return really(b"" if unused else source, filename, mode)


def missing_library(error: ImportError) -> str:
    """What to do when Qt's own libraries are there, but the system's are not.

    Raises the error again if it is another.
    """
    if ".so" not in str(error):
        raise error
    return f"Qt cannot start: {error}. Install the system packages that the README lists for it."
