"""What the interviewer prepared stands first among what to ask, and is ticked like the guide's."""

from collections.abc import Callable

from interview_desk.desk.live.prompts.phase_guide import _QuestionRow
from interview_desk.interview.actions.preparation import prepare_question
from interview_desk.interview.interview import Interview
from tests.helpers.live import LiveDesk, twenty_minutes


def prepared_for(phase: int | None, interview: Interview, text: str) -> Interview:
    change = prepare_question(interview, text, phase=phase)
    assert change is not None
    return interview.apply(change)


def rows(desk: LiveDesk) -> list[_QuestionRow]:
    return [row for row in desk.page.guide.findChildren(_QuestionRow) if row.isVisible()]


def test_own_questions_come_first_and_tell_when_they_were_asked(
    sit: Callable[..., LiveDesk],
) -> None:
    interview = prepared_for(2, prepared_for(None, twenty_minutes(), "Why this?"), "What broke?")
    desk = sit(interview)
    assert rows(desk)[0].text() == "Why this?"
    assert "What broke?" not in [row.text() for row in rows(desk)]

    desk.page.act.next_phase()
    own = ["Why this?", "What broke?"]
    desk.qtbot.waitUntil(lambda: [row.text() for row in rows(desk)][:2] == own)
    rows(desk)[1].click()
    asked = desk.interview.prepared_questions[1]
    assert asked.at is not None
    assert rows(desk)[1].isChecked()
    desk.page.undo()
    assert not rows(desk)[1].isChecked()
