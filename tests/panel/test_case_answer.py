"""Answers to a case: marked as such, with nothing to rate but what is asked, compared blind."""

import json
from dataclasses import replace

import pytest

from interview_desk.interview.interview import Interview
from interview_desk.interview.packet import read_packet, write_packet
from interview_desk.interview.status import Status
from interview_desk.panel.case import OpenCase
from interview_desk.panel.case_answer import answer_to, reference_packet
from interview_desk.panel.case_mark import CaseMark, mark_of
from interview_desk.panel.case_reference import reference_of, seal_of, sealed
from interview_desk.panel.comparison import compare, with_reference
from interview_desk.panel.packets import PanelPacket
from interview_desk.panel.table import CellState
from tests.helpers.cases import ANSWERED_AT as AT
from tests.helpers.cases import answered, small_case, small_open_case
from tests.helpers.samples import prepared


def packet(interview: Interview, *, own: bool = False) -> PanelPacket:
    return replace(PanelPacket.of(write_packet(interview), "a.json"), is_own=own)


def test_an_answer_names_its_case_in_its_packet_and_when_it_is_read_again() -> None:
    case = small_open_case()
    written = write_packet(answered("Kask", "Meets"))
    assert json.loads(written)["case"] == {"uid": "case1", "sha256": case.sha256}
    assert mark_of(read_packet(written)) == CaseMark("case1", case.sha256)
    assert mark_of(prepared()) is None


@pytest.mark.parametrize(
    "said",
    [{}, "x", {"uid": "case1"}, {"uid": "../x", "sha256": "0" * 64}, {"uid": "a", "sha256": "b"}],
)
def test_what_names_no_case_rightly_is_about_a_person(said: object) -> None:
    members = json.loads(write_packet(answered("Kask", "Meets")))
    members["case"] = said
    assert mark_of(read_packet(json.dumps(members).encode())) is None


def test_only_what_the_case_asks_is_rated() -> None:
    case = small_open_case()
    second = OpenCase(replace(small_case(), dimensions=(2,)), case.guide)
    answer = answer_to(second, "a", AT, "Kask")
    assert [each.title for each in answer.guide.dimensions] == [case.guide.dimension(2).title]
    assert [each.number for each in answer.guide.dimensions] == [1]
    assert not answer.guide.concerns
    assert answer.status is Status.TO_SCORE, "a text is there to be scored at once"


def test_answers_are_compared_and_nothing_is_recommended() -> None:
    found = compare([packet(answered("Osei", "Exceeds")), packet(answered("Kask", "Meets"))])
    assert found.is_case
    assert [row.spread for row in found.rows] == ["one step", "nobody rated"]
    assert found.given == 0
    assert found.advice == ""


def test_on_the_sheet_people_are_letters_unless_names_are_asked_for() -> None:
    packets = [packet(answered("Osei", "Exceeds")), packet(answered("Kask", "Meets"), own=True)]
    letters = compare(packets, on_paper=True, letters=True)
    assert [column.heading for column in letters.columns] == ["A", "B"]
    assert "Kask" not in repr([row.talk for row in letters.rows])
    named = compare(packets, on_paper=True)
    assert [column.heading for column in named.columns] == ["Kask", "Osei"]


def test_who_answered_an_older_version_is_told() -> None:
    case = small_open_case()
    older = OpenCase(replace(small_case(), instructions="Read it."), case.guide)
    found = compare(
        [
            packet(answered("Osei", "Meets")),
            packet(answered("Kask", "Meets")),
            packet(answered("Iyer", "Meets", case=older)),
        ]
    )
    remarks = [column.remarks for column in found.columns]
    assert remarks == [(), (), ("Answered another version",)]


def test_the_reference_stands_beside_and_in_no_pair() -> None:
    case = small_open_case()
    own = answered("Kask", "Meets", "Below", quote="“who it is for”")
    reference = reference_of(own, case.case, "salt")
    assert [each.dimension for each in reference.ratings] == [1, 2]
    assert reference.ratings[0].quotes == ("“who it is for”",)
    assert sealed(case.case, reference).reference_sha256 == seal_of(reference)

    plain = compare([packet(answered("Osei", "Exceeds")), packet(answered("Iyer", "Exceeds"))])
    shown = with_reference(plain, reference_packet(reference, case))
    assert [column.heading for column in shown.columns] == ["Osei", "Iyer", "Reference"]
    assert [row.cells[-1].words for row in shown.rows] == ["Meets", "Below"]
    assert shown.rows[0].cells[-1].pieces == "1 piece"
    assert shown.foot == plain.foot
    assert [row.spread for row in shown.rows] == [row.spread for row in plain.rows]


def test_a_reference_keeps_the_numbers_of_the_case_where_it_asks_for_some() -> None:
    whole = small_open_case()
    case = OpenCase(replace(small_case(), dimensions=(2,)), whole.guide)
    own = answered("Kask", "Meets", case=case)
    reference = reference_of(own, case.case, "salt")
    assert [each.dimension for each in reference.ratings] == [2]
    packed = reference_packet(reference, case)
    assert packed.interview.rating(1).level == "Meets"


def test_an_answer_that_is_not_finished_hides_its_levels() -> None:
    found = compare(
        [packet(answered("Osei", "Meets", finished=False)), packet(answered("K", "Meets"))]
    )
    assert found.rows[0].cells[0].state is CellState.HIDDEN
