"""Files from outside that a command is given: all are read before the first is kept."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from interview_desk.cli.printing import complain
from interview_desk.errors import UserError

T = TypeVar("T")


def read_all(files: Sequence[Path], read: Callable[[Path], T]) -> list[tuple[Path, T]]:
    """Each file with what ``read`` gave for it.

    Raises UserError if it raised one for any; each such file is told of, on a line of its own.
    """
    found: list[tuple[Path, T]] = []
    refused: list[str] = []
    for file in files:
        try:
            found.append((file, read(file)))
        except UserError as error:
            named = file.name in str(error)
            refused.append(str(error) if named else f"{file}: {error}")
    if refused:
        for line in refused[:-1]:
            complain(line)
        rest = " Nothing was imported." if len(files) > 1 else ""
        raise UserError(refused[-1] + rest)
    return found
