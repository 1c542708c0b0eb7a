"""New interviews: with another guide, from a past set-up, or in an unstarted one's place."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from interview_desk.desk.guides.menu import GuideMenu
from interview_desk.desk.new_interview import change_guide, create_again, create_interview
from interview_desk.desk.prepare.page import PreparePage
from interview_desk.desk.settings import INTERVIEWER, LENGTH
from interview_desk.desk.window import MainWindow
from interview_desk.interview.actions.preparation import prepare_question, write_preparation
from interview_desk.interview.actions.running import start
from interview_desk.interview.actions.watching import tick
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_text import Draft
from interview_desk.interview.records import Setup
from interview_desk.store.errors import StoreError
from tests.helpers.pages import library_of
from tests.helpers.rooms import Room
from tests.helpers.samples import SMALL_GUIDE, Played, prepared, small_guide

CTRL = Qt.KeyboardModifier.ControlModifier
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


def test_a_set_up_of_somebody_elses_interview_is_used_in_ones_own_name(room: Room) -> None:
    row = store_past(room, with_setup(interviewer="Grace"))
    room.desk.settings.set(INTERVIEWER, "Ada Lovelace")

    assert room.desk.store.load(create_again(room.desk, row)).setup.interviewer == "Ada Lovelace"
    assert room.desk.store.load(row).setup.interviewer == "Grace"


@pytest.mark.parametrize(
    ("guide", "minutes"),
    [
        ("principal-ml-system-design", 45),
        (LEADERSHIP, 45),
        ("backend-system-design", 60),
        ("coding-pair-session", 60),
    ],
)
def test_an_interview_is_as_long_as_its_guide_says(room: Room, guide: str, minutes: int) -> None:
    made = room.desk.store.load(create_interview(room.desk, guide))

    assert made.setup.length_minutes == minutes


def test_a_length_that_the_user_chose_is_that_of_every_new_interview(room: Room) -> None:
    room.desk.settings.set(LENGTH, 45)
    made = room.desk.store.load(create_interview(room.desk, "backend-system-design"))

    assert made.setup.length_minutes == 45


def test_another_guide_brings_its_own_length_but_keeps_one_that_was_chosen(room: Room) -> None:
    row = create_interview(room.desk, "backend-system-design")
    changed = change_guide(room.desk, row, "principal-ml-system-design")
    assert room.desk.store.load(changed).setup.length_minutes == 45
    row = create_interview(room.desk, "principal-ml-system-design")
    changed = change_guide(room.desk, row, "backend-system-design")
    assert room.desk.store.load(changed).setup.length_minutes == 60
    row = store_past(room, with_setup(length_minutes=90))
    changed = change_guide(room.desk, row, "backend-system-design")

    assert room.desk.store.load(changed).setup.length_minutes == 90


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


def prepared_in_full(room: Room) -> Interview:
    """With a question of its guide, an area, a tick and a note."""
    played = Played(Interview.of("full", small_guide(), 1, (with_setup(areas=("p2.a1",)),)))
    played.note("Worked on search for years")
    (item,) = played.interview.guide.before[:1]
    played.do(tick(played.interview, item.key, played.clock.now()))
    room.desk.store.create(played.interview)
    return played.interview


def press_undo(window: MainWindow, held: Qt.KeyboardModifier = CTRL) -> None:
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Z, held)


def test_a_change_of_guide_says_what_it_drops_and_is_undone_and_redone_by_key(
    window: MainWindow, room: Room
) -> None:
    before = prepared_in_full(room)
    window.show()
    window.open_row(1)
    page = window.page
    assert isinstance(page, PreparePage)
    page.guide_choice.change(LEADERSHIP)
    said = window.page.status.text()
    assert said.startswith("The guide is “Behavioural Leadership")
    assert "Left behind: 1 question, 1 area, 1 tick, 1 note." in said
    assert said.endswith("Ctrl Z goes back.")
    press_undo(window)
    assert window.session is not None
    back = window.session.interview
    assert (back.guide, back.records) == (before.guide, before.records)
    press_undo(window)
    assert window.session.interview.guide == before.guide
    press_undo(window, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert window.session.interview.guide.title.startswith("Behavioural Leadership")
    press_undo(window)

    assert window.session.interview.records == before.records
    assert room.desk.store.count() == 1


def test_what_was_done_since_a_change_of_guide_is_undone_before_it(
    window: MainWindow, room: Room
) -> None:
    before = prepared_in_full(room)
    window.open_row(1)
    page = window.page
    assert isinstance(page, PreparePage)
    page.guide_choice.change(LEADERSHIP)
    page = window.page
    assert isinstance(page, PreparePage)
    page.who.role.setText("Manager")
    page.undo()
    assert window.page is page
    assert page.who.role.text() == before.setup.role
    page.undo()

    assert window.session is not None
    assert window.session.interview.records == before.records


def test_an_interview_that_has_started_goes_back_to_no_guide(
    window: MainWindow, room: Room
) -> None:
    prepared_in_full(room)
    window.open_row(1)
    page = window.page
    assert isinstance(page, PreparePage)
    page.guide_choice.change(LEADERSHIP)
    assert window.session is not None
    session = window.session
    session.do(start(session.interview, session.now()))
    assert isinstance(window.page, PreparePage)
    assert not window.page.guide_choice.undo()
    assert window.session is session


def test_what_is_being_typed_for_a_note_goes_with_the_change_of_guide(room: Room) -> None:
    row = room.desk.store.create(prepared())
    room.desk.store.save_draft(row, Draft("half a note", room.clock.now(), None))
    changed = change_guide(room.desk, row, LEADERSHIP)
    draft = room.desk.store.load_draft(changed)

    assert draft is not None
    assert draft.text == "half a note"


def test_a_guide_that_is_gone_is_told(window: MainWindow, room: Room) -> None:
    room.desk.store.create(prepared())
    window.show_first_page()
    window.new_interview_with("gone")
    assert "gone" in window.first_page.banner.text()


def test_the_default_guide_is_the_one_that_is_set(room: Room) -> None:
    made = room.desk.store.load(create_interview(room.desk))
    assert made.guide.title.startswith("ML System Design")
    assert made.guide != small_guide()


def test_what_was_prepared_stays_with_another_guide(room: Room) -> None:
    played = Played()
    played.do(prepare_question(played.interview, "What broke?", phase=1, dimension=2))
    played.do(write_preparation(played.interview, "The gap in 2021"))
    row = room.desk.store.create(played.interview)
    changed = room.desk.store.load(change_guide(room.desk, row, LEADERSHIP))
    (question,) = changed.prepared_questions
    assert (question.text, question.phase, question.dimension) == ("What broke?", None, None)
    assert changed.preparation.text == "The gap in 2021"
