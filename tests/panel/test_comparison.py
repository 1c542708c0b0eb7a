"""Packets side by side: the debrief of the picture, and every odd case of a real one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_desk.guide.model import Guide
from interview_desk.interview.actions import notes, scoring
from interview_desk.interview.packet import write_packet
from interview_desk.interview.seal import Seal
from interview_desk.panel.agreement import pairs
from interview_desk.panel.comparison import CHANGED, MOST_PEOPLE, compare
from interview_desk.panel.packets import PanelPacket
from interview_desk.panel.table import CellState, Comparison, RowKind, ScaleMatch
from interview_desk.report.options import without_private
from tests.helpers.panels import (
    BELOW,
    EXCEEDS,
    MEETS,
    NOT_ENOUGH,
    amend,
    four,
    locked,
    packet,
    rated,
    reworded,
    row,
)
from tests.helpers.samples import Played

FRAMING, DEPTH = "Problem Framing", "Technical Depth"
ON_TWO = ((60, "+ one #problem #technical"), (60, "+ two #problem #technical"))


def of(*played: Played, own: Played | None = None, on_paper: bool = False) -> Comparison:
    packets = [packet(each) for each in played]
    if own is not None:
        packets.insert(0, packet(own, own=True))
    return compare(packets, UTC, on_paper=on_paper)


def solid(who: str, *levels: str) -> Played:
    """Rated on two strengths for each dimension, and locked."""
    return locked(rated(who, levels, ON_TWO))


def debrief() -> Comparison:
    mine, *others = four()
    return of(*others, own=mine)


def talk(comparison: Comparison, title: str) -> str:
    return row(comparison, title).talk


# The debrief of the picture


def test_the_foot_counts_pairs_and_sums_up_nothing() -> None:
    assert debrief().foot == (
        "Of 43 pairs of ratings 26 are the same, 15 one step apart, 2 two. "
        "Twice there was not enough evidence."
    )


def test_you_stand_first_and_each_person_has_a_column() -> None:
    headings = [column.heading for column in debrief().columns]
    assert headings == ["You", "Daniel Osei", "Mari Kask", "Rahul Iyer"]


def test_two_steps_apart_name_what_to_read() -> None:
    found = debrief()
    assert row(found, DEPTH).spread == "two steps"
    assert talk(found, DEPTH) == "Two steps apart. Read Osei 22:10 against yours 21:30"


def test_on_paper_nobody_is_you() -> None:
    mine, *others = four()
    found = of(*others, own=mine, on_paper=True)
    assert found.columns[0].heading == "Reet Tamm"
    assert talk(found, DEPTH) == "Two steps apart. Read Osei 22:10 against Tamm 21:30"
    assert "You" not in repr([(each.talk, each.spread) for each in found.rows])


def test_disqualifiers_come_first_then_the_rubric() -> None:
    kinds = [each.kind for each in debrief().rows]
    assert kinds == [RowKind.DISQUALIFIER] * 5 + [RowKind.DIMENSION] * 8


def test_recommendations_wait_to_be_shown() -> None:
    found = debrief()
    assert (found.given, found.recommendations) == (4, ("Hire", "No", "Hire", "Strong hire"))


def test_a_note_that_speaks_for_two_dimensions_is_told_once() -> None:
    told = [each.text for each in debrief().seen_by_one]
    assert told.count("told of a night on call") == 1
    assert "one way only" in told
    assert "derived the loss by hand" not in told


# To talk about: the first that fits


def test_where_nothing_was_noted_the_reasons_are_to_be_read() -> None:
    low, high = rated("Osei", (BELOW, MEETS)), rated("Kask", (EXCEEDS, MEETS))
    low.do(scoring.give_reason(low.interview, 1, "Took it as given."))
    found = of(locked(low), locked(high))
    assert talk(found, FRAMING) == "Two steps apart. Read Osei’s reason against Kask’s rating"


def test_level_texts_that_differ_come_before_thin_evidence() -> None:
    guide = reworded(("Asks what is needed", "Asks what is wanted"))
    found = of(locked(rated("Osei")), locked(rated("Kask", guide=guide)))
    assert talk(found, FRAMING) == "The level texts differ. Read them first"


@pytest.mark.parametrize(
    ("notes_of_kask", "expected"),
    [
        ((), "Osei and Kask rated on no evidence"),
        (ON_TWO[:1], "Osei and Kask rated on one piece of evidence or none"),
        (ON_TWO, "Osei rated on no evidence"),
    ],
)
def test_ratings_on_next_to_nothing_are_told(
    notes_of_kask: Sequence[tuple[int, str]], expected: str
) -> None:
    thin, other = rated("Osei"), rated("Kask", notes=notes_of_kask)
    assert talk(of(locked(thin), locked(other)), FRAMING) == expected


def test_who_looks_is_small_within_a_sentence() -> None:
    found = of(locked(rated("Kask")), own=locked(rated("Osei")))
    assert talk(found, FRAMING) == "You and Kask rated on no evidence"


def test_what_half_did_not_cover_is_asked_next_with_the_guides_probe() -> None:
    found = of(solid("Osei", MEETS, MEETS), locked(rated("Kask", (MEETS, NOT_ENOUGH), ON_TWO)))
    assert talk(found, DEPTH) == "Not covered: ask next round. “Where does the data come from?”"
    assert row(found, DEPTH).spread == "one rated"


def test_one_concern_among_equals_is_told() -> None:
    doubting = locked(rated("Kask", (MEETS, MEETS), (*ON_TWO, (1745, "- rambles #problem"))))
    found = of(solid("Osei", MEETS, MEETS), doubting)
    assert talk(found, FRAMING) == "All Meets. Kask noted a concern at 31:05"


def test_one_step_alone_gets_no_line() -> None:
    found = of(solid("Osei", MEETS, MEETS), solid("Kask", EXCEEDS, MEETS))
    assert row(found, FRAMING).spread == "one step"
    assert talk(found, FRAMING) == ""


def test_a_disqualifier_that_somebody_observed_is_talked_about_first() -> None:
    rude = rated("Osei")
    rude.do(scoring.look_at(rude.interview, "d1", observed=True))
    found = of(locked(rude), locked(rated("Kask")))
    assert talk(found, "Is rude") == "Osei saw it. Talk about it first"
    words = [cell.words for cell in row(found, "Is rude").cells]
    assert words == ["Observed", "Not observed"]


# What is said where there is nothing to talk about


def test_one_packet_asks_for_the_others() -> None:
    found = of(solid("Osei", MEETS, BELOW))
    assert found.advice == "One packet: add the others’."
    assert not any(each.talk for each in found.rows)
    assert found.foot == "No two people rated the same dimension."


def test_where_no_two_differ_one_looks_at_what_one_alone_saw() -> None:
    found = of(solid("Osei", MEETS, MEETS), solid("Kask", MEETS, MEETS))
    assert found.advice == "No two of you differ. Look at what only one of you saw."
    assert found.foot == "Of 2 pairs of ratings 2 are the same."


# Versions of one packet


def test_a_packet_that_comes_twice_is_one() -> None:
    played = solid("Osei", MEETS, MEETS)
    assert len(of(played, played).columns) == 1


def test_what_was_kept_private_is_no_other_version() -> None:
    played = rated("Osei", notes=ON_TWO)
    whole = played.interview
    played.do(notes.keep_private(whole, whole.notes[0].id, private=True))
    kept = locked(played).interview
    shared = without_private(kept)
    assert shared != kept
    assert compare([PanelPacket(shared), PanelPacket(kept)], UTC).remarks == ()


def test_an_amended_packet_replaces_the_earlier_and_tells_what_it_was() -> None:
    played = solid("Osei", MEETS, MEETS)
    before = packet(played)
    amend(played, 1, BELOW, "Read my notes again")
    for order in ((before, packet(played)), (packet(played), before)):
        (cell,) = row(compare(order, UTC), FRAMING).cells
        assert (cell.level, cell.amended) == (BELOW, "Meets → Below (Read my notes again)")


def test_two_versions_that_contradict_are_told() -> None:
    one = rated("Rahul Iyer", (MEETS, MEETS), uid="same")
    other = rated("Rahul Iyer", (BELOW, MEETS), uid="same")
    found = of(locked(one), locked(other))
    assert found.remarks == (
        "There are two versions of Rahul Iyer’s packet; one of them is compared.",
    )
    assert [cell.level for cell in row(found, FRAMING).cells] == [MEETS]


def test_a_finished_version_takes_the_place_of_one_that_was_not() -> None:
    played = rated("Osei")
    early = packet(played)
    found = compare([early, packet(locked(played))], UTC)
    assert [column.remarks for column in found.columns] == [()]


# People


def twice(second: str) -> Comparison:
    again = locked(rated("Osei", (second, MEETS), ON_TWO, uid="again"))
    return of(solid("Osei", MEETS, MEETS), solid("Kask", BELOW, MEETS), again)


def test_one_person_with_two_interviews_counts_once_where_both_agree() -> None:
    found = twice(MEETS)
    assert [column.heading for column in found.columns] == [
        "Osei, 23 Nov 2026",
        "Osei, 23 Nov 2026",
        "Kask",
    ]
    assert len(row(found, FRAMING).unit.heights) == 2
    assert pairs([row(found, FRAMING).unit]).all == 1


def test_who_rated_twice_differently_counts_not_at_all() -> None:
    found = twice(EXCEEDS)
    assert row(found, FRAMING).spread == "rated twice, differently"
    assert talk(found, FRAMING) == "Osei rated twice, differently"
    assert pairs([row(found, FRAMING).unit]).all == 0


def test_who_gave_no_name_is_told_by_the_file_or_a_label() -> None:
    nameless = locked(rated("", uid="n1"))
    packets = [packet(nameless, "a.pdf"), packet(locked(rated("", uid="n2")), "b.pdf")]
    headings = [column.heading for column in compare(packets, UTC).columns]
    assert headings == ["Not named (a.pdf)", "Not named (b.pdf)"]
    labelled = [replace(packets[0], label="Mari Kask"), packets[1]]
    assert compare(labelled, UTC).columns[0].heading == "Mari Kask"


def test_two_of_one_last_name_are_told_in_full() -> None:
    found = of(locked(rated("Ann Osei")), locked(rated("Daniel Osei")))
    assert talk(found, FRAMING) == "Ann Osei and Daniel Osei rated on no evidence"


def test_beyond_eight_people_the_rest_are_listed() -> None:
    found = of(*(locked(rated(f"Person {chr(65 + n)}")) for n in range(MOST_PEOPLE + 2)))
    assert len(found.columns) == MOST_PEOPLE
    assert found.not_compared == ("Person I", "Person J")
    assert found.remarks == ("8 people are compared. Not compared: Person I and Person J.",)


# Guides


def test_a_guide_that_differs_elsewhere_is_compared_and_told() -> None:
    guide = reworded(("Choose a question", "Choose two questions"))
    found = of(solid("Osei", MEETS, MEETS), locked(rated("Kask", (BELOW, MEETS), guide=guide)))
    assert found.columns[1].remarks == ("The guide differs outside the rubric",)
    assert row(found, FRAMING).spread == "one step"


def test_other_level_texts_are_shown_and_not_paired() -> None:
    guide = reworded(("Asks what is needed", "Asks what is wanted"))
    found = of(
        solid("Osei", MEETS, MEETS),
        solid("Iyer", MEETS, MEETS),
        locked(rated("Kask", (BELOW, MEETS), ON_TWO, guide=guide)),
    )
    framing = row(found, FRAMING)
    assert [cell.match for cell in framing.cells][2] is ScaleMatch.OTHER_TEXTS
    assert (framing.spread, pairs([framing.unit]).all) == ("same", 1)


def other_levels() -> Guide:
    return reworded(
        ("- **Meets**: Asks what is needed\n", ""),
        ("- **Meets**: Explains\n", ""),
        ("**Exceeds**", "**Strong**"),
        ("**Below**", "**Weak**"),
    )


def test_another_scale_keeps_its_own_words_and_is_never_mapped() -> None:
    played = locked(rated("Kask", ("Strong", "Weak"), ON_TWO, guide=other_levels()))
    found = of(solid("Osei", EXCEEDS, MEETS), played)
    framing = row(found, FRAMING)
    assert [cell.words for cell in framing.cells] == ["Exceeds", "Strong"]
    assert framing.cells[1].match is ScaleMatch.OTHER_LEVELS
    assert (framing.spread, framing.talk) == (
        "different scales",
        "Different scales. Compare what the levels say",
    )
    assert pairs([framing.unit]).all == 0
    assert found.columns[1].remarks == ("Another rubric",)


def test_a_dimension_of_one_guide_stands_below_the_others() -> None:
    guide = reworded(("Technical Depth", "Taste"))
    found = of(solid("Osei", MEETS, MEETS), locked(rated("Mari Kask", guide=guide)))
    last = [(each.title, each.only_in and each.only_in.name) for each in found.rows[-2:]]
    assert last == [(DEPTH, "Osei"), ("Taste", "Mari Kask")]
    assert row(found, "Taste").cells[0].state is CellState.NOT_IN_GUIDE


def test_other_recommendation_steps_tell_their_place() -> None:
    head = "## Interview Best Practices"
    scale = "## Overall Recommendation\n\n- **Yes**: yes\n- **Maybe**: perhaps\n- **No**: no"
    guide = reworded((head, f"{scale}\n\n{head}"))
    assert guide.own_steps
    played = rated("Kask", guide=guide, step="")
    played.do(scoring.recommend(played.interview, guide.steps[1]))
    found = of(solid("Osei", MEETS, MEETS), solid("Iyer", MEETS, MEETS), locked(played))
    assert found.recommendations == ("Hire", "Hire", f"{guide.steps[1]}, 2 of 3")


# What is not finished, changed or private


def test_what_is_not_finished_hides_its_levels_until_it_is_included() -> None:
    draft = packet(rated("Kask", (BELOW, BELOW), ON_TWO))
    packets = [packet(solid("Osei", EXCEEDS, MEETS)), draft]
    hidden = compare(packets, UTC)
    assert hidden.columns[1].remarks == ("Not finished",)
    assert [each.cells[1].state for each in hidden.rows] == [CellState.HIDDEN] * 3
    assert hidden.recommendations == ("Hire", "")
    assert BELOW not in repr([each.cells[1] for each in hidden.rows])
    shown = compare([packets[0], replace(draft, as_draft=True)], UTC)
    framing = row(shown, FRAMING)
    assert shown.columns[1].remarks == ("Draft",)
    assert (framing.cells[1].level, framing.cells[1].is_draft) == (BELOW, True)
    assert framing.spread == "one rated"
    assert shown.foot == "No two people rated the same dimension."


def test_a_packet_changed_by_hand_says_so() -> None:
    whole = write_packet(solid("Osei", MEETS, MEETS).interview)
    changed = PanelPacket.of(whole.replace(b'"level": "Meets"', b'"level": "Below"'))
    assert changed.seal is Seal.DIFFERS
    assert compare([changed], UTC).columns[0].remarks == (CHANGED,)
    assert compare([PanelPacket.of(whole)], UTC).columns[0].remarks == ()


def test_private_notes_are_shown_to_you_and_never_printed() -> None:
    mine = rated("Osei", notes=ON_TWO)
    private = mine.note("- a rumour #technical")
    mine.do(notes.keep_private(mine.interview, private.id, private=True))
    locked(mine)
    shown, printed = of(solid("Kask"), own=mine), of(solid("Kask"), own=mine, on_paper=True)
    assert [each.private for each in shown.seen_by_one if each.text == "a rumour"] == [True]
    assert "a rumour" in repr(row(shown, DEPTH).cells)
    assert "a rumour" not in repr((printed.rows, printed.seen_by_one))


LEVELS = st.lists(st.sampled_from(["", NOT_ENOUGH, BELOW, MEETS, EXCEEDS]), min_size=2, max_size=2)


@settings(max_examples=40)
@given(st.lists(st.tuples(LEVELS, st.booleans()), min_size=1, max_size=10))
def test_whatever_was_rated_it_is_compared_whole(
    given_levels: list[tuple[list[str], bool]],
) -> None:
    packets = []
    for number, (levels, done) in enumerate(given_levels):
        played = rated(f"Person {number}", levels, uid=f"p{number}")
        packets.append(packet(locked(played) if done else played, own=number == 1))
    found = compare(packets, UTC)
    assert len(found.columns) + len(found.not_compared) == len(packets)
    for each in found.rows:
        assert len(each.cells) == len(found.columns)
        assert len(each.unit.heights) <= sum(cell.is_comparable for cell in each.cells)
    assert found.foot
    assert len(found.recommendations) == len(found.columns)
