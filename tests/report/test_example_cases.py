"""Every guide with a rubric ships with an answer to rate, and the answer is worth rating."""

import pytest

from interview_desk.guide.parse.reader import read_guide
from interview_desk.guide.text import decode_guide
from interview_desk.panel.case import CaseError, read_case, write_case
from interview_desk.panel.case_reference import read_reference, seal_of, write_reference
from interview_desk.report.case_file import opened_case
from interview_desk.report.example_cases import example_names, read_example
from interview_desk.resources import resource


def test_each_guide_with_a_rubric_has_one() -> None:
    guides = {path.stem: path for path in resource("guides").glob("*.md")}
    rated = {
        name
        for name, path in guides.items()
        if read_guide(decode_guide(path.read_bytes())).dimensions
    }
    assert set(example_names()) == rated


@pytest.mark.parametrize("name", example_names())
def test_an_example_is_a_case_like_any_other(name: str) -> None:
    case, reference = read_example(name)
    assert opened_case(write_case(case.case)) == case
    assert read_case(write_case(case.case)).material.permission == "invented"
    assert read_reference(write_reference(reference), case) == reference
    assert case.case.reference_sha256 == seal_of(reference)
    assert reference.case_sha256 == case.sha256


@pytest.mark.parametrize("name", example_names())
def test_an_example_is_worth_talking_about(name: str) -> None:
    case, reference = read_example(name)
    text = case.case.material.text
    assert 400 <= len(text.split()) <= 900
    assert tuple(each.dimension for each in reference.ratings) == case.case.dimensions
    assert len({(each.level, each.not_enough) for each in reference.ratings}) > 1
    for each in reference.ratings:
        assert len(each.reason.split()) > 12
        assert each.quotes or each.not_enough
        for quote in each.quotes:
            assert quote in text


def test_an_example_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(CaseError, match="senior-system-design"):
        read_example("../guides/x")
