"""A guide from the fields of a form: what is written is read as the same guide."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_desk.guide.form import (
    DimensionFields,
    GuideFields,
    PhaseFields,
    example_row,
    fields_kept,
    kept_fields,
    write_guide,
)
from interview_desk.guide.parse.reader import read_guide
from interview_desk.resources import resource
from tests.guide.typed_forms import forms

PHASE = PhaseFields("Design", "20-25", questions="How would you begin?\nWhat comes next?")
ROW = DimensionFields("Clarity", ("Simple words", "Clear", "Hard to follow"))
WHOLE = GuideFields("Backend interview", phases=(PHASE,), dimensions=(ROW,))


@given(forms())
@settings(max_examples=150, deadline=None)
def test_what_is_written_is_read_as_what_was_typed(form: GuideFields) -> None:
    written = write_guide(form)
    assert written.gaps == ()
    guide = written.guide
    assert guide is not None
    assert guide.title == form.title
    for phase, typed in zip(guide.phases, form.phases, strict=True):
        assert typed.title in phase.title
        assert str(phase.minutes) == typed.minutes.replace("-", "–")
        assert phase.objective == typed.objective
        assert [each.text for each in phase.strong_signals] == typed.strong_signals.splitlines()
        assert [each.text for each in phase.red_flags] == typed.red_flags.splitlines()
        assert [*phase.activities] == typed.activities.splitlines()
        assert {*typed.questions.splitlines()} <= {each.text for each in phase.prompts}
    for row, wanted in zip(guide.dimensions, form.dimensions, strict=True):
        assert [level.text for level in row.levels] == [*wanted.levels]
        assert ", ".join(level.name for level in row.levels) == form.levels
    assert guide.own_steps == bool(form.scale)
    assert fields_kept(kept_fields(form)) == form


@given(st.builds(GuideFields, st.text(), st.text(), st.text(), st.lists(
    st.builds(PhaseFields, *[st.text(max_size=30)] * 7), max_size=3).map(tuple), st.lists(
    st.builds(DimensionFields, st.text(max_size=20), st.lists(st.text(max_size=20)).map(tuple)),
    max_size=3).map(tuple)))  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_any_form_is_a_guide_or_names_what_is_missing(form: GuideFields) -> None:
    written = write_guide(form)
    assert (written.guide is None) == bool(written.gaps)
    assert all(gap.words for gap in written.gaps)


def with_phase(**typed: str) -> GuideFields:
    return replace(WHOLE, phases=(PHASE, replace(PHASE, **typed)))


@pytest.mark.parametrize(
    ("form", "words", "where"),
    [
        (replace(WHOLE, title=" "), "no title", ("title", None, None)),
        (replace(WHOLE, title="Phase 2"), "reads as a part", ("title", None, None)),
        (replace(WHOLE, phases=(PhaseFields(),)), "no phase yet", ("title", 0, None)),
        (with_phase(title=""), "Phase 2 has no title", ("title", 1, None)),
        (with_phase(minutes=""), "Phase 2 has no minutes", ("minutes", 1, None)),
        (with_phase(minutes="soon"), "“soon” is not a number", ("minutes", 1, None)),
        (with_phase(minutes="10-5"), "wrong way round", ("minutes", 1, None)),
        (with_phase(red_flags="x" * 4_000), "longer than 3,000", ("red_flags", 1, None)),
        (with_phase(questions="x\n" * 100), "more than 90", ("questions", 1, None)),
        (replace(WHOLE, levels="Good"), "2 to 6 names", ("levels", None, None)),
        (replace(WHOLE, levels="Below, Meets, Exceeds"), "worst first", ("levels", None, None)),
        (replace(WHOLE, scale="Yes, yes"), "a name each", ("scale", None, None)),
        (
            replace(WHOLE, dimensions=(replace(ROW, levels=("One",)),)),
            "what earns “Meets”",
            ("levels.1", None, 0),
        ),
    ],
)
def test_what_is_missing_is_named_with_its_field(
    form: GuideFields, words: str, where: tuple[str, int | None, int | None]
) -> None:
    gap = write_guide(form).gaps[0]
    assert words in gap.words
    assert (gap.field, gap.phase, gap.dimension) == where


def test_bullets_that_are_typed_by_habit_are_no_words_and_blank_parts_no_parts() -> None:
    form = replace(
        WHOLE, phases=(replace(PHASE, red_flags="- Is rude\n\n• Is late"), PhaseFields())
    )
    guide = write_guide(form).guide
    assert guide is not None
    assert [each.text for each in guide.phases[0].red_flags] == ["Is rude", "Is late"]
    assert len(guide.phases) == 1


def test_without_a_dimension_the_guide_says_that_nobody_is_rated() -> None:
    written = write_guide(replace(WHOLE, dimensions=(DimensionFields(),)))
    assert written.guide is not None
    assert written.guide.dimensions == ()
    assert written.text.rstrip().endswith("None.")


@pytest.mark.parametrize("levels", [2, 3, 4, 6])
def test_a_row_of_another_guide_has_its_best_and_its_lowest_where_they_were(levels: int) -> None:
    path = resource("guides") / "product-sense.md"
    dimension = read_guide(path.read_text(encoding="utf-8")).dimensions[0]
    row = example_row(dimension, levels)
    assert len(row.levels) == levels
    assert (row.levels[0], row.levels[-1]) == (dimension.levels[0].text, dimension.levels[-1].text)


@pytest.mark.parametrize("text", ["", "x", "{}[]", '{"title": 3}', '{"phases": [{"title": null}]}'])
def test_what_is_no_kept_form_is_none(text: str) -> None:
    assert fields_kept(text) is None
