"""New interviews: with another guide, from a past set-up, or in an unstarted one's place."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from interview_desk.desk.guides.menu import GuideMenu
from interview_desk.desk.new_interview import change_guide, create_again, create_interview
from interview_desk.desk.prepare.page import PreparePage
from interview_desk.desk.window import MainWindow
from interview_desk.interview.records import Setup
from interview_desk.store.errors import StoreError
from tests.helpers.pages import library_of
from tests.helpers.rooms import Room
from tests.helpers.samples import SMALL_GUIDE, Played, prepared, small_guide

LEADERSHIP = "behavioural-leadership"


def with_setup(**values: str | int | tuple[str, ...]) -> Setup:
    return replace(prepared().setup, **values)  # type: ignore[arg-type]


def store_past(room: Room, setup: Setup) -> int:
    interview = replace(prepared(), records=MappingProxyType({(Setup, 0): setup}))
    return room.desk.store.create(interview)


def test_the_guides_are_offered_and_one_is_taken(window: MainWindow, room: Room) -> None:
    room.desk.store.create(prepared())
    window.show_first_page()
    library_of(window).choose_guide()
    menu = library_of(window).findChild(GuideMenu)
    assert menu is not None
    actions = {action.data(): action for action in menu.actions()}
    assert "usual" in actions["principal-ml-system-design"].text()
    actions[LEADERSHIP].trigger()
    assert window.session is not None
    assert window.session.interview.guide.title.startswith("Behavioural Leadership")
    menu.close()


def test_a_set_up_is_used_again_for_another_candidate(room: Room) -> None:
    past = with_setup(areas=("p2.a1",), length_minutes=60, scheduled="2026-11-23T14:00")
    again = room.desk.store.load(create_again(room.desk, store_past(room, past)))
    assert again.setup == replace(past, candidate="", scheduled="")
    assert again.guide.source == SMALL_GUIDE
    assert not again.notes


def test_a_set_up_used_again_gets_the_guide_as_it_is_now(room: Room) -> None:
    row = store_past(room, with_setup())
    room.desk.guides.own.mkdir(parents=True)
    newer = SMALL_GUIDE.replace("Design a search", "Design a map")
    (room.desk.guides.own / "small.md").write_text(newer, encoding="utf-8")
    again = room.desk.store.load(create_again(room.desk, row))
    assert again.guide.source == newer
    assert room.desk.store.load(row).guide.source == SMALL_GUIDE


def test_another_guide_takes_over_who_and_when_but_not_the_others_question(room: Room) -> None:
    row = store_past(room, with_setup(areas=("p2.a1",), scheduled="2026-11-23T14:00"))
    changed = room.desk.store.load(change_guide(room.desk, row, LEADERSHIP))
    assert changed.guide.title.startswith("Behavioural Leadership")
    assert (changed.setup.candidate, changed.setup.scheduled) == ("Ada", "2026-11-23T14:00")
    assert (changed.setup.question, changed.setup.areas) == ("", ())
    assert room.desk.store.count() == 1


def test_ones_own_question_goes_with_another_guide(room: Room) -> None:
    row = store_past(room, with_setup(question="Tell me about a bridge"))
    changed = room.desk.store.load(change_guide(room.desk, row, LEADERSHIP))
    assert changed.setup.question == "Tell me about a bridge"


def test_an_interview_that_has_started_keeps_its_guide(room: Room) -> None:
    played = Played()
    played.start()
    row = room.desk.store.create(played.interview)
    with pytest.raises(StoreError):
        change_guide(room.desk, row, LEADERSHIP)
    assert room.desk.store.load(row) == played.interview
    assert room.desk.store.count() == 1


def test_what_is_being_typed_goes_with_the_change_of_guide(window: MainWindow, room: Room) -> None:
    window.open_row(room.desk.store.create(prepared()))
    page = window.page
    assert isinstance(page, PreparePage)
    page.who.role.setText("Typed just now")
    page.guide_choice.change(LEADERSHIP)
    assert isinstance(window.page, PreparePage)
    assert window.page is not page
    assert window.session is not None
    assert window.session.interview.setup.role == "Typed just now"
    assert window.page.side.change.isVisible()
    window.show_first_page()
    assert room.desk.store.count() == 1


def test_a_guide_that_is_gone_is_told(window: MainWindow, room: Room) -> None:
    room.desk.store.create(prepared())
    window.show_first_page()
    window.new_interview_with("gone")
    assert "gone" in window.first_page.banner.text()


def test_the_default_guide_is_the_one_that_is_set(room: Room) -> None:
    made = room.desk.store.load(create_interview(room.desk))
    assert made.guide.title.startswith("ML System Design")
    assert made.guide != small_guide()
