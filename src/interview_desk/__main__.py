"""The way in: the window for the bare command, the command line for everything else."""

import sys


def main() -> None:
    """Run the program; exits with its status.

    The bare command opens the window without importing the command line, which would hold
    up the first paint.
    """
    if len(sys.argv) == 1:
        from interview_desk.cli.window import open_window

        sys.exit(open_window(None))
    from interview_desk.cli.main import cli

    cli(prog_name="interview-desk")


if __name__ == "__main__":
    main()
