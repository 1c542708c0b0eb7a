"""The command line: the group, its options, and how errors end."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from interview_desk import __version__
from interview_desk.cli import case_comparison  # noqa: F401 - adds its command to the group
from interview_desk.cli.backups import backup, restore, salvage
from interview_desk.cli.case import case
from interview_desk.cli.completion import completion
from interview_desk.cli.context import Records
from interview_desk.cli.doctor import doctor
from interview_desk.cli.guide import guide
from interview_desk.cli.panel import panel
from interview_desk.cli.printing import complain, never_choke, say
from interview_desk.cli.privacy import anonymise, erase, person
from interview_desk.cli.prompt import prompt
from interview_desk.cli.records import export, import_, list_, search
from interview_desk.cli.window import missing_library, open_window
from interview_desk.errors import UserError


class Commands(click.Group):
    """A group whose errors are one line on stderr and exit status 1, whatever they are."""

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 - click's own signature
        """Run, and end as a command should."""
        extra["standalone_mode"] = False
        never_choke()
        status: object = 0
        try:
            status = super().main(*args, **extra)
        except click.exceptions.Abort:
            _end("Stopped.")
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message())
            sys.exit(1)
        except click.ClickException as error:
            _end(error.format_message())
        except UserError as error:
            _end(str(error))
        except ImportError as error:
            _end(missing_library(error))
        except OSError as error:
            # Most are told by whoever met them: this one is of the output itself.
            _let_go_of_output()
            _end(f"This could not be finished: {error.strerror or error}.")
        sys.exit(status if isinstance(status, int) else 0)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--data-dir",
    type=click.Path(path_type=Path, file_okay=False),
    help="Keep the records in this folder instead of the usual one.",
)
@click.version_option(__version__, prog_name="interview-desk", message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context, data_dir: Path | None) -> int:
    """Run interviews from one quiet window. Without a command, the window opens."""
    ctx.obj = Records(data_dir)
    if ctx.invoked_subcommand is None:
        return open_window(data_dir)
    return 0


@cli.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="The folder for the pictures, the PDF and the interview file.",
)
def rehearse(out: Path) -> int:
    """Run a sample interview through the window, by keys, and leave what it makes in a folder."""
    from interview_desk.rehearsal.run import rehearse_into

    for path in rehearse_into(out):
        say(path)
    return 0


def _end(message: str) -> None:
    complain(message)
    sys.exit(1)


def _let_go_of_output() -> None:
    """Lets what could not be written go nowhere, or the end of the program would try again."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


for command in (
    list_,
    search,
    export,
    import_,
    prompt,
    panel,
    guide,
    case,
    backup,
    restore,
    salvage,
    erase,
    anonymise,
    person,
    doctor,
    completion,
):
    cli.add_command(command)
