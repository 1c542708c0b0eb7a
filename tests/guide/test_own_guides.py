"""Every guide that ships can be run, and those of our own making show what the format can do."""

from pathlib import Path

import pytest

from interview_desk.guide.model import Guide, MinuteRange
from interview_desk.guide.parse.reader import read_guide
from interview_desk.guide.text import decode_guide
from interview_desk.interview.checks import is_opinion
from interview_desk.interview.cues import advice_on
from interview_desk.interview.plan import make_plan
from tests.guide.guide_texts import SHIPPED

GUIDES = sorted(SHIPPED.parent.glob("*.md"))
OWN = [path for path in GUIDES if path != SHIPPED]
NUMBER_KEYS = 10
MOST_WATCHED = 9
FITS_A_LINE = 22  # characters
FITS_A_ROW = 110  # characters


def read(path: Path) -> Guide:
    return read_guide(decode_guide(path.read_bytes()))


def name_of(path: Path) -> str:
    return path.stem


@pytest.fixture(params=GUIDES, ids=name_of)
def guide(request: pytest.FixtureRequest) -> Guide:
    """Each guide that ships."""
    return read(request.param)


@pytest.fixture(params=OWN, ids=name_of)
def own(request: pytest.FixtureRequest) -> Guide:
    """Each guide of our own making."""
    return read(request.param)


@pytest.fixture
def leadership() -> Guide:
    return read(SHIPPED.with_name("behavioural-leadership.md"))


@pytest.fixture
def backend() -> Guide:
    return read(SHIPPED.with_name("backend-system-design.md"))


def test_guides_for_ten_more_interviews_ship() -> None:
    assert {path.stem for path in OWN} >= {
        "backend-system-design",
        "behavioural-leadership",
        "coding-pair-session",
        "customer-research-interview",
        "data-science-case",
        "design-portfolio",
        "engineering-manager",
        "product-sense",
        "sales-role-play",
        "senior-system-design",
    }


def test_every_guide_that_ships_is_listed_in_the_documentation() -> None:
    text = (SHIPPED.parents[2] / "docs" / "guides.md").read_text(encoding="utf-8")
    assert [path.stem for path in GUIDES if f"| `{path.stem}` |" not in text] == []


def test_a_number_key_reaches_every_indicator(guide: Guide) -> None:
    for phase in guide.phases:
        assert 1 <= len(phase.indicators) <= NUMBER_KEYS, phase.title


def test_a_phase_watches_for_nine_signals_and_flags_at_most(guide: Guide) -> None:
    for phase in guide.phases:
        assert len(phase.strong_signals) + len(phase.red_flags) <= MOST_WATCHED, phase.title


def test_every_indicator_has_a_short_form_of_one_line(guide: Guide) -> None:
    shorts = [each.short for each in guide.indicators.values()]
    if not any(shorts):
        pytest.skip("labels up to the first natural break")
    assert [short for short in shorts if not 0 < len(short) <= FITS_A_LINE] == []
    for phase in guide.phases:
        assert len({each.short for each in phase.indicators}) == len(phase.indicators)


def test_every_phase_speaks_for_a_dimension_and_every_dimension_is_spoken_for(
    guide: Guide,
) -> None:
    assert all(phase.dimensions for phase in guide.phases) or not guide.dimensions
    spoken_for = {number for phase in guide.phases for number in phase.dimensions}
    assert spoken_for == {dimension.number for dimension in guide.dimensions}


def test_it_has_all_that_an_interviewer_reads_before_during_and_after(guide: Guide) -> None:
    lists = (guide.before, guide.during, guide.after, guide.banks, guide.pitfalls)
    assert all((*lists, guide.disqualifiers, guide.warning_signs))
    assert guide.expectations or not guide.dimensions
    assert all((guide.recommendations, guide.key_principle))


def test_tags_are_short_enough_to_type(guide: Guide) -> None:
    assert all(len(dimension.tag) <= len("communication") for dimension in guide.dimensions)


def test_no_two_areas_of_a_phase_have_the_same_word_on_their_tabs(guide: Guide) -> None:
    for phase in guide.phases:
        tabs = [area.brief.split()[0] for area in phase.areas]
        assert len(set(tabs)) == len(tabs), phase.title


def test_every_length_it_names_can_be_planned_within_its_minutes(own: Guide) -> None:
    assert own.duration is not None
    for length in range(own.duration.low, own.duration.high + 1):
        plan = make_plan(own, length)
        assert plan.total == length * 60
        assert plan.remarks == ()


def test_the_last_phase_holds_the_candidates_questions_and_more(own: Guide) -> None:
    assert own.question_minutes == MinuteRange(5, 5)
    assert own.phases[-1].minutes.low > own.question_minutes.high


def test_indicators_fit_beside_a_check_box(own: Guide) -> None:
    long = [each.text for each in own.indicators.values() if len(each.brief) > FITS_A_ROW]
    assert long == []


def test_what_is_watched_for_is_behaviour_and_not_opinion(own: Guide) -> None:
    levels = [level.text for each in own.dimensions for level in each.levels]
    texts = [each.text for each in own.indicators.values()] + levels
    assert [text for text in texts if is_opinion(text)] == []


def test_every_probe_can_be_asked_as_it_stands(own: Guide) -> None:
    probes = [probe.text for area in own.areas.values() for probe in area.probes]
    assert probes
    assert [text for text in probes if not text.endswith("?")] == []


def test_every_phase_offers_questions_to_ask(own: Guide) -> None:
    assert all(phase.prompts for phase in own.phases)


def test_its_shortest_and_longest_phases_make_the_length_it_names(own: Guide) -> None:
    assert own.duration is not None
    assert own.minutes.low <= own.duration.low
    assert own.duration.high <= own.minutes.high


def test_the_customer_research_interview_rates_nobody() -> None:
    research = read(SHIPPED.with_name("customer-research-interview.md"))
    assert research.dimensions == ()
    assert not any(each.dimensions for each in research.indicators.values())
    assert research.steps == ("Contradicts", "Mixed", "Some support", "Strong support")
    (meanings,) = [each for each in research.reading if each.title == "Recommendation Scale"]
    assert all(f'"{step}" means' in meanings.markdown for step in research.steps)


def test_no_two_levels_of_a_guide_have_the_same_words(guide: Guide) -> None:
    texts = [level.text.casefold() for each in guide.dimensions for level in each.levels]
    assert len(set(texts)) == len(texts)


def test_levels_said_to_speak_of_the_same_things_in_the_same_order_have_as_many_parts() -> None:
    promising = [guide for guide in map(read, OWN) if "in the same order" in guide.source]
    assert promising
    for dimension in (each for guide in promising for each in guide.dimensions):
        parts = {level.text.count(";") for level in dimension.levels}
        assert len(parts) == 1, dimension.title


def test_no_question_of_a_bank_and_no_probe_stands_twice(own: Guide) -> None:
    banks = [each.text for bank in own.banks for each in bank.questions]
    probes = [probe.text for area in own.areas.values() for probe in area.probes]
    assert len({*banks}) == len(banks)
    assert len({*probes}) == len(probes)


def test_every_pitfall_says_why_it_matters_and_how_to_avoid_it(guide: Guide) -> None:
    assert all(pitfall.why and pitfall.how for pitfall in guide.pitfalls)


def test_a_pitfall_advises_on_a_first_phase_that_was_cut_short(own: Guide) -> None:
    assert advice_on(own, own.phases[0])


def test_it_says_what_is_fair_and_lawful_to_ask(own: Guide) -> None:
    (fair,) = [each for each in own.reading if each.title.startswith("Keeping It Fair")]
    assert "the law" in fair.markdown
    assert "beforehand" in fair.markdown or "invitation" in fair.markdown


def test_the_leadership_interview_has_levels_and_a_scale_in_its_own_words(
    leadership: Guide,
) -> None:
    levels = [level.name for level in leadership.dimension(1).ascending]
    assert levels == ["Weak", "Developing", "Strong", "Outstanding"]
    assert leadership.own_steps
    assert leadership.steps == ("No", "Smaller role", "Yes", "Clear yes")


def test_what_the_steps_of_its_scale_mean_can_be_read(leadership: Guide) -> None:
    (meanings,) = [each for each in leadership.reading if each.title == "Recommendation Scale"]
    assert all(f'"{step}" means' in meanings.markdown for step in leadership.steps)


def test_the_leadership_interview_gives_stories_their_shortest_or_longest_time(
    leadership: Guide,
) -> None:
    assert make_plan(leadership, 45).seconds == (240, 780, 660, 660, 360)
    assert make_plan(leadership, 60).seconds == (300, 1020, 900, 840, 540)


def test_the_back_end_interview_has_three_levels_and_the_scale_of_the_product(
    backend: Guide,
) -> None:
    levels = [level.name for level in backend.dimension(1).ascending]
    assert levels == ["Below the bar", "At the bar", "Above the bar"]
    assert not backend.own_steps


def test_the_back_end_interview_says_what_45_minutes_take_from_it(backend: Guide) -> None:
    plan = make_plan(backend, 45)
    assert plan.seconds == (360, 540, 660, 660, 480)
    assert plan.reserve == 300
    assert plan.remarks[0].startswith("45 min is 4 under the guide’s minimum: Framing the Problem")
