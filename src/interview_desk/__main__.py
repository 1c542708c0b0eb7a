"""The way in: the window for the bare command, the command line for everything else."""

import sys

from interview_desk import LIMITED_PROCESS, PDF_PROCESS
from interview_desk.bug_log import on_bug
from interview_desk.paths import owner_only


def main() -> None:
    """Run the program; exits with its status.

    The bare command opens the window without importing the command line, which would hold
    up the first paint.
    """
    on_bug(_say_bug)
    owner_only()
    if sys.argv[1:2] == [LIMITED_PROCESS]:
        from interview_desk.report.limited_reading import answer_request

        sys.exit(answer_request(sys.argv[2:]))
    if sys.argv[1:2] == [PDF_PROCESS]:
        from interview_desk.report.pdf_process import answer_request as answer_with_pdf

        sys.exit(answer_with_pdf(sys.argv[2:]))
    if len(sys.argv) == 1:
        from interview_desk.cli.window import open_window

        sys.exit(open_window(None))
    try:
        from interview_desk.cli.main import cli

        cli(prog_name="interview-desk")
    except KeyboardInterrupt:  # before the command had begun
        sys.exit("Stopped.")


def _say_bug(places: str) -> None:
    sys.stderr.write(f"Interview Desk met a fault of its own: {places}\n")


if __name__ == "__main__":
    main()
