"""The way in: the window for what only opens it, the command line for everything else."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from interview_desk import COMPLETION_VARIABLE, LIMITED_PROCESS, PDF_PROCESS
from interview_desk.bug_log import on_bug
from interview_desk.paths import owner_only

_DATA_DIR = "--data-dir"


def main() -> None:
    """Run the program; exits with its status.

    What only opens the window does so without importing the command line, which would hold up
    the first paint.
    """
    on_bug(_say_bug)
    owner_only()
    words = sys.argv[1:]
    if words[:1] == [LIMITED_PROCESS]:
        from interview_desk.report.limited_reading import answer_request

        sys.exit(answer_request(words[1:]))
    if words[:1] == [PDF_PROCESS]:
        from interview_desk.report.pdf_process import answer_request as answer_with_pdf

        sys.exit(answer_with_pdf(words[1:]))
    folder = None if COMPLETION_VARIABLE in os.environ else _folder_to_open(words)
    if folder is not None:
        from interview_desk.cli.window import open_window

        sys.exit(open_window(Path(folder) if folder else None))
    try:
        from interview_desk.cli.main import cli

        cli(prog_name="interview-desk")
    except KeyboardInterrupt:  # before the command had begun
        sys.exit("Stopped.")


def _folder_to_open(words: Sequence[str]) -> str | None:
    """The folder whose window is asked for, empty for the usual one; None for anything else.

    What is not plainly that the command line judges.
    """
    match words:
        case []:
            return ""
        case [word] if word.startswith(f"{_DATA_DIR}="):
            return word.partition("=")[2] or None
        case [word, folder] if word == _DATA_DIR and not folder.startswith("-"):
            return folder or None
    return None


def _say_bug(places: str) -> None:
    sys.stderr.write(f"Interview Desk met a fault of its own: {places}\n")


if __name__ == "__main__":
    main()
