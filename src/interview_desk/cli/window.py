"""Opening the window from a terminal; free of imports that the window does without."""

import gc
import sys
from pathlib import Path

from interview_desk.errors import UserError


def open_window(data_dir: Path | None) -> int:
    """The window's exit status, or 1 with one line on stderr when it cannot be opened."""
    # Most of what a start makes stays: to look through it for garbage again and again would
    # hold up the first paint by some 8 ms. `launch` goes back to collecting.
    gc.disable()
    try:
        from interview_desk.app import run

        return run(data_dir)
    except UserError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except ImportError as error:
        # Qt's own libraries are there, but the system's are not.
        if ".so" not in str(error):
            raise
        sys.stderr.write(
            f"Qt cannot start: {error}. Run packaging/system-packages, or install the system "
            "packages listed in the README.\n"
        )
        return 1
