"""Making a new interview: from nothing, from a past set-up, or in another's place."""

from collections.abc import Iterator
from dataclasses import replace

from interview_desk.desk.context import Desk
from interview_desk.desk.settings import DEFAULT_GUIDE, INTERVIEWER, LENGTH, RESERVE
from interview_desk.guide.model import Guide
from interview_desk.interview.interview import Interview
from interview_desk.interview.plan import usual_length
from interview_desk.interview.records import Preparation, Record, Setup, Tick
from interview_desk.words import count


def create_interview(desk: Desk, guide: str = "") -> int:
    """A new interview, stored, with the guide of that name or the default one; its row.

    Raises UserError.
    """
    settings = desk.settings
    found = desk.guides.pick(guide or settings.get(DEFAULT_GUIDE))
    setup = Setup(
        interviewer=settings.get(INTERVIEWER),
        length_minutes=_length(desk, found),
        reserve_minutes=settings.get(RESERVE),
    )
    return desk.store.create(_interview(desk, found, setup))


def create_again(desk: Desk, row: int) -> int:
    """A new interview set up as a past one, for another candidate and day; its row.

    It gets the guide as it is now if there still is one of that title. Raises UserError.
    """
    past = desk.store.load(row)
    guide = next(
        (
            entry.guide
            for entry in desk.guides.catalogue().entries
            if entry.guide and entry.guide.title == past.guide.title
        ),
        past.guide,
    )
    # The set-up may be that of somebody else's interview.
    interviewer = desk.settings.get(INTERVIEWER) or past.setup.interviewer
    setup = replace(past.setup, candidate="", scheduled="", interviewer=interviewer)
    return desk.store.create(_interview(desk, guide, fitted(setup, past.guide, guide)))


def change_guide(desk: Desk, row: int, guide: str) -> int:
    """The interview of that row, which must not have started, with another guide; its new row.

    The set-up and what was prepared stay as far as the other guide knows them; a length that was
    the guide's own is the other's then. Raises UserError.
    """
    past, other = desk.store.load(row), desk.guides.pick(guide)
    setup = fitted(past.setup, past.guide, other)
    if setup.length_minutes == _length(desk, past.guide):
        length = _length(desk, other)
        reserve = min(setup.reserve_minutes, length)
        setup = replace(setup, length_minutes=length, reserve_minutes=reserve)
    own = tuple(_prepared(past, other))
    changed = _interview(desk, other, setup, *own)
    return _replace(desk, row, past, replace(changed, created_ms=past.created_ms))


def put_back(desk: Desk, row: int, past: Interview) -> int:
    """What was changed by `change_guide` in the place of what it was made; its new row.

    Raises UserError, also if the interview has started since.
    """
    return _replace(desk, row, desk.store.load(row), past)


def left_behind(past: Interview, changed: Interview) -> list[str]:
    """What of an interview is not there any more with another guide, in words."""
    areas = len(past.setup.areas) - len(changed.setup.areas)
    gone = (
        (int(past.setup.question != changed.setup.question), "question"),
        (areas, "area"),
        (sum(isinstance(each, Tick) for each in past.records.values()), "tick"),
        (len(past.notes), "note"),
    )
    return [count(number, word) for number, word in gone if number > 0]


def _replace(desk: Desk, row: int, past: Interview, other: Interview) -> int:
    """Another interview in the place of one, with what was being typed for a note of it."""
    draft = desk.store.load_draft(row)
    new = desk.store.replace_unstarted(row, past, other)
    if draft is not None:
        desk.store.save_draft(new, replace(draft, note=None))
    return new


def _length(desk: Desk, guide: Guide) -> int:
    """Minutes of a new interview: what the user chose for all of them, else the guide's own."""
    usual = desk.settings.get(LENGTH)
    return usual if desk.settings.is_chosen(LENGTH) else usual_length(guide, usual)


def fitted(setup: Setup, before: Guide, after: Guide) -> Setup:
    """A set-up made with one guide as it fits another.

    A question of the one's banks does not go with the other, unless it is there too; areas
    are known by their titles.
    """
    titles = {before.areas[key].title for key in setup.areas if key in before.areas}
    areas = tuple(key for key, area in after.areas.items() if area.title in titles)
    gone = _bank(before) - _bank(after)
    question = "" if " ".join(setup.question.split()) in gone else setup.question
    return replace(setup, areas=areas, question=question)


def _bank(guide: Guide) -> set[str]:
    texts = (question.text for bank in guide.banks for question in bank.questions)
    return {" ".join(text.split()) for text in texts}


def _prepared(past: Interview, guide: Guide) -> Iterator[Record]:
    """The own questions and the note from before; phases and dimensions are known by titles."""
    phases = {each.title: each.number for each in guide.phases}
    dimensions = {each.title: each.number for each in guide.dimensions}
    for each in past.prepared_questions:
        phase = each.phase and phases.get(past.guide.phase(each.phase).title)
        dimension = each.dimension and dimensions.get(past.guide.dimension(each.dimension).title)
        yield replace(each, phase=phase, dimension=dimension)
    if past.preparation != Preparation():
        yield past.preparation


def _interview(desk: Desk, guide: Guide, setup: Setup, *prepared: Record) -> Interview:
    return Interview.of(desk.new_uid(), guide, desk.clock.now().wall_ms, (setup, *prepared))
