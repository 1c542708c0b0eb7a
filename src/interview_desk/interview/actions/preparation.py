"""What can be done with the interviewer's own questions, and with the note from before."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from interview_desk.interview.change import Change, Edit, edits, put
from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_text import clean
from interview_desk.interview.records import Preparation, PreparedQuestion, Record


def prepare_question(
    interview: Interview,
    text: str,
    *,
    phase: int | None = None,
    dimension: int | None = None,
    after: int | None = None,
    follow_up: bool = False,
) -> Change | None:
    """A question of one's own, last or right ``after`` another; None without words.

    A follow-up goes with what stands before it, and so with its phase and dimension.
    """
    text = " ".join(clean(text).split())
    if not text:
        return None
    known = list(interview.prepared_questions)
    at = next((n + 1 for n, each in enumerate(known) if each.id == after), len(known))
    if follow_up and at:
        phase, dimension = known[at - 1].phase, known[at - 1].dimension
    new = PreparedQuestion(interview.next_id, text, 0, phase, dimension, follow_up and at > 0)
    known.insert(at, new)
    return _ordered("Question prepared", interview, known)


def reword_question(interview: Interview, number: int, text: str) -> Change | None:
    """The question in other words, or gone without any; None if nothing differs."""
    old, text = _question(interview, number), " ".join(clean(text).split())
    if old is None or text == old.text:
        return None
    if not text:
        return remove_question(interview, number)
    return put("Question reworded", (old, replace(old, text=text)))


def assign_question(
    interview: Interview, number: int, phase: int | None, dimension: int | None
) -> Change | None:
    """The question, and the follow-ups with it, for another phase (None: any) and dimension.

    None if nothing differs. Raises IndexError for what the guide does not have.
    """
    if phase is not None:
        interview.guide.phase(phase)
    if dimension is not None:
        interview.guide.dimension(dimension)
    group = next((each for each in groups(interview) if number in _ids(each)), ())
    pairs = [(each, replace(each, phase=phase, dimension=dimension)) for each in group]
    changed = edits(pairs)
    return Change("Question assigned", changed) if changed else None


def move_question(interview: Interview, number: int, by: int) -> Change | None:
    """The question one place up (-1) or down (1), its follow-ups with it; None at the end.

    A follow-up moves among those of its question.
    """
    blocks = [list(each) for each in groups(interview)]
    for at, block in enumerate(blocks):
        place = next((n for n, each in enumerate(block) if each.id == number), -1)
        if place > 0:
            other = place + by
            if not 0 < other < len(block):
                return None
            block[place], block[other] = block[other], block[place]
            break
        if place == 0:
            if not 0 <= at + by < len(blocks):
                return None
            blocks[at], blocks[at + by] = blocks[at + by], blocks[at]
            break
    return _ordered("Question moved", interview, [each for block in blocks for each in block])


def remove_question(interview: Interview, number: int) -> Change | None:
    """The question taken out; its follow-ups stay, the first of them in its place."""
    group = next((each for each in groups(interview) if number in _ids(each)), ())
    if not group:
        return None
    gone = next(each for each in group if each.id == number)
    heirs: list[tuple[Record | None, Record | None]] = []
    if gone is group[0] and len(group) > 1:
        heirs = [(group[1], replace(group[1], follow_up=False))]
    return Change("Question removed", (Edit(gone, None), *edits(heirs)))


def ask_question(interview: Interview, number: int, at: Instant) -> Change | None:
    """The question marked as asked, or as not asked if it was; None if it is gone."""
    old = _question(interview, number)
    if old is None:
        return None
    if old.at is not None:
        return put("Marked as not asked", (old, replace(old, at=None)))
    return put("Marked as asked", (old, replace(old, at=at)))


def write_preparation(interview: Interview, text: str) -> Change:
    """The private note from before the interview in these words."""
    old = interview.records.get((Preparation, 0))
    new = Preparation(clean(text) if text.strip() else "")
    if old is None and not new.text:
        return Change("Note from before", ())
    return put("Note from before", (old, new), merge="preparation")


def groups(interview: Interview) -> Sequence[Sequence[PreparedQuestion]]:
    """Each question with the follow-ups that go with it, in order."""
    found: list[list[PreparedQuestion]] = []
    for each in interview.prepared_questions:
        if each.follow_up and found:
            found[-1].append(each)
        else:
            found.append([each])
    return found


def _question(interview: Interview, number: int) -> PreparedQuestion | None:
    found = interview.records.get((PreparedQuestion, number))
    return found if isinstance(found, PreparedQuestion) else None


def _ids(group: Iterable[PreparedQuestion]) -> set[int]:
    return {each.id for each in group}


def _ordered(
    label: str, interview: Interview, questions: Sequence[PreparedQuestion]
) -> Change | None:
    """The questions in this order; None if it is the one that they have."""
    pairs: list[tuple[Record | None, Record | None]] = [
        (interview.records.get((PreparedQuestion, each.id)), replace(each, place=place))
        for place, each in enumerate(questions)
    ]
    changed = edits(pairs)
    return Change(label, changed) if changed else None
