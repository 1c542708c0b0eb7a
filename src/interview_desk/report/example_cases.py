"""The cases that ship, by the names of the guides that they are for."""

from pathlib import Path

from interview_desk.guide.parse.reader import read_guide
from interview_desk.guide.text import decode_guide
from interview_desk.panel.case import CaseError, OpenCase
from interview_desk.panel.case_reference import Reference
from interview_desk.panel.example_case import example_case
from interview_desk.resources import resource

_ENDING = ".toml"


def example_names() -> list[str]:
    """The names of all, sorted."""
    return sorted(path.stem for path in _folder().glob(f"*{_ENDING}"))


def read_example(name: str) -> tuple[OpenCase, Reference]:
    """The case of that name with its reference. Raises CaseError where there is none."""
    names = example_names()
    if name not in names:
        raise CaseError(f"There is no example named “{name}”. There are: {', '.join(names)}.")
    guide = read_guide(decode_guide(resource("guides", f"{name}.md").read_bytes()))
    written = (_folder() / f"{name}{_ENDING}").read_text(encoding="utf-8")
    return example_case(name, written, guide)


def _folder() -> Path:
    return resource("cases")
