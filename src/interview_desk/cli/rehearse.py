"""The command that runs a whole sample interview through the real window."""

from pathlib import Path

import click

from interview_desk.cli.printing import say


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="The folder for the pictures, the PDF and the packet.",
)
def rehearse(out: Path) -> int:
    """Run a sample interview through the window, by keys, and leave what it makes in a folder."""
    from interview_desk.rehearsal.run import rehearse_into

    for path in rehearse_into(out):
        say(path)
    return 0
