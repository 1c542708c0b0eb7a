"""Documents that are no guides are told to be none, in words that are true for their authors."""

from pathlib import Path

import pytest

from interview_desk.guide.importer.proposal import propose
from interview_desk.guide.importer.reading import read_document
from tests.guide.importer.documents import NO_GUIDES


@pytest.mark.parametrize("path", sorted(NO_GUIDES.iterdir()), ids=lambda path: path.name)
def test_it_is_no_guide(path: Path) -> None:
    fault = propose(read_document(path.read_bytes(), path.name)).fault
    assert fault is not None
    assert fault.message
    assert fault.remedy.startswith("A guide has")


def fault_of(name: str) -> str:
    path = NO_GUIDES / name
    return str(propose(read_document(path.read_bytes(), name)).fault)


def test_what_it_is_is_said() -> None:
    assert "a table of data" in fault_of("candidates.csv")
    assert "an advertisement" in fault_of("job-advert.md")
    assert "no questions" in fault_of("hiring-policy.md")
    assert "nothing in it speaks of an interview" in fault_of("recipe.md")
