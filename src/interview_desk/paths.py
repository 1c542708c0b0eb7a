"""Where the user's data is."""

import os
import sys
from pathlib import Path

from interview_desk.durable_files import make_folder
from interview_desk.errors import UserError

_HOME_VARIABLE = "INTERVIEW_DESK_HOME"
_WAY_OUT = "Choose another folder with --data-dir."


class DataDirError(UserError):
    """The folder for the user's data cannot be used."""


def owner_only() -> None:
    """From now on what this process makes is its owner's alone: 0600 and 0700 under any umask."""
    os.umask(0o077)


def data_directory(given: Path | None) -> Path:
    """The folder for the user's data, made for its owner alone if it is missing.

    It is the one ``given``, else the one that INTERVIEW_DESK_HOME names, else the one that the
    system keeps for the program's data. The rights of a folder that was there are left alone.
    Raises DataDirError if it is no folder or cannot be written.
    """
    try:
        folder = _chosen(given)
    except RuntimeError as error:  # "~name/..." for a name that no user has
        raise DataDirError(f"{given} names no user of this system. {_WAY_OUT}") from error
    try:
        make_folder(folder)
    except (FileExistsError, NotADirectoryError) as error:
        raise DataDirError(f"{folder} is not a folder. {_WAY_OUT}") from error
    except OSError as error:
        raise DataDirError(f"{folder} cannot be made: {error.strerror}. {_WAY_OUT}") from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise DataDirError(
            f"{folder} cannot be written: the folder or its disk is read-only. {_WAY_OUT}"
        )
    return folder


def store_file(folder: Path) -> Path:
    """The file of the store in that folder."""
    return folder / "interviews.db"


def _chosen(given: Path | None) -> Path:
    if given is not None:
        return given.expanduser().absolute()
    if home := os.environ.get(_HOME_VARIABLE):
        return Path(home).expanduser().absolute()
    if sys.platform == "linux":
        # What platformdirs answers here (XDG Base Directory Specification 0.8): importing it
        # takes longer than opening the store, and every start waits for it.
        base = os.environ.get("XDG_DATA_HOME", "").strip() or "~/.local/share"
        folder = Path(base).expanduser() / "interview-desk"
    else:
        from platformdirs import user_data_path

        folder = user_data_path("interview-desk", appauthor=False)
    return folder
