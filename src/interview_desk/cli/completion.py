"""The command that prints what a shell needs to complete commands, options and file names."""

import click
from click.shell_completion import ShellComplete, get_completion_class

from interview_desk import COMPLETION_VARIABLE
from interview_desk.cli.printing import say_text

_SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print what makes a shell complete commands, options and files: bash, zsh or fish.

    For bash put the line eval "$(interview-desk completion bash)" into ~/.bashrc, for zsh
    eval "$(interview-desk completion zsh)" into ~/.zshrc after compinit, and for fish run
    interview-desk completion fish > ~/.config/fish/completions/interview-desk.fish once. The
    packages bring it along.
    """
    kind = get_completion_class(shell)
    root = ctx.find_root()
    if kind is not None:
        words = kind(root.command, {}, str(root.info_name), COMPLETION_VARIABLE)
        # Not its own `source`, which would start bash only to ask for its version.
        say_text(ShellComplete.source(words))
