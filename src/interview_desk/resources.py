"""Where the files that ship with the program are: guides, icons, the sample interview."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder, such as ``resource("icons", "interview-desk.svg")``.

    A wheel and a frozen bundle carry the folder inside the package; a checkout, run from its
    sources, has it at the top, and the manual among its documentation. The path is not checked: a
    missing file is a packaging fault, and opening it raises FileNotFoundError.
    """
    shipped = _PACKAGE / "resources"
    if shipped.is_dir():
        return shipped.joinpath(*parts)
    checkout = _PACKAGE.parents[1]
    root = checkout / ("docs" if parts[:1] == ("manual",) else "resources")
    return root.joinpath(*parts)
