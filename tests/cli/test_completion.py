"""What shells offer while a command is typed, asked of the shells themselves."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from interview_desk import COMPLETION_VARIABLE

# What each shell is told to do, as its own completion does when Tab is pressed after WORDS.
BASH = """
source ./script
COMP_WORDS=({words}) COMP_CWORD={last}
_interview_desk_completion interview-desk
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
ZSH = """
compdef() {{ :; }}
_describe() {{ printf '%s\\n' "${{(P)3[@]}}"; }}
compadd() {{ printf '%s\\n' "${{(P)${{@[-1]}}[@]}}"; }}
source ./script
words=({words}) CURRENT={last}+1
_interview_desk_completion
"""
FISH = """
source ./script
complete --do-complete "{line}"
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with the program under its name, and nothing else."""
    program = tmp_path / "bin" / "interview-desk"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m interview_desk "$@"\n')
    program.chmod(0o755)
    return tmp_path


def run(home: Path, *command: str, **environment: str) -> str:
    done = subprocess.run(
        command, cwd=home, capture_output=True, text=True, timeout=60, check=False,
        env=os.environ | environment | {
            "PATH": f"{home / 'bin'}:{os.environ['PATH']}",
            "HOME": str(home),
            "INTERVIEW_DESK_HOME": str(home / "data"),
        },
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def script(home: Path, shell: str) -> None:
    """Leave what the program prints for a shell in a file."""
    (home / "script").write_text(run(home, "interview-desk", "completion", shell))


def offered(home: Path, shell: str, line: str) -> list[str]:
    """The words that a shell offers for the last one of a line."""
    words, press = line.split(" "), {"bash": BASH, "zsh": ZSH, "fish": FISH}[shell]
    told = run(home, shell, "-c", press.format(words=line, last=len(words) - 1, line=line))
    return sorted(each.split("\t")[0].split(":")[0] for each in told.splitlines())


@pytest.mark.skipif(os.name != "posix", reason="these shells are those of Unix")
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_offers_commands_options_and_their_values(home: Path, shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    script(home, shell)
    assert offered(home, shell, "interview-desk s") == ["salvage", "search"]
    assert offered(home, shell, "interview-desk export --kind fe") == ["feedback"]
    assert not (home / "data").exists()


def test_a_shell_that_asks_opens_no_window(home: Path) -> None:
    """It starts the program with no word at all, as one who wants the window does."""
    asked = {
        COMPLETION_VARIABLE: "bash_complete",
        "COMP_WORDS": "interview-desk",
        "COMP_CWORD": "1",
    }
    words = [sys.executable, "-m", "interview_desk"]
    assert "plain,rehearse" in run(home, *words, **asked).splitlines()
