"""What can be seen, ticked off and put away: indicators, questions, checklist items, cues."""

from interview_desk.interview.actions.preparation import ask_question
from interview_desk.interview.change import Change, Edit, put
from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import PastCue, Sighting, Tick, key_of, own_key


def seen_at(interview: Interview, now: Instant, back_ms: int) -> Instant:
    """The moment of what is ticked ``now``, which was seen so many ms earlier.

    Never before the phase that is on was entered: its indicators are those that are ticked.
    """
    timeline = interview.timeline
    entered = timeline.entered
    if entered is None:
        return now.shifted(-back_ms)
    return now.shifted(-min(back_ms, max(0, timeline.position(now) - entered)))


def sight(interview: Interview, indicator: str, at: Instant, note_id: int | None = None) -> Change:
    """The indicator seen once more. Raises KeyError for one the guide does not have."""
    label = f"Seen: {interview.guide.indicators[indicator].label}"
    return put(label, (None, Sighting(interview.next_id, indicator, at, note_id)))


def unsight(interview: Interview, indicator: str) -> Change | None:
    """The last sighting of the indicator taken away; None if it was never seen."""
    seen = interview.seen(indicator)
    if not seen:
        return None
    label = f"Not seen: {interview.guide.indicators[indicator].label}"
    return Change(label, (Edit(max(seen, key=lambda each: each.id), None),))


def remove_sighting(interview: Interview, sighting: int) -> Change | None:
    """The sighting with that id taken away; None if it is gone."""
    found = interview.records.get((Sighting, sighting))
    if not isinstance(found, Sighting):
        return None
    label = f"Not seen: {interview.guide.indicators[found.indicator].label}"
    return Change(label, (Edit(found, None),))


def tick(interview: Interview, item: str, at: Instant) -> Change | None:
    """The question asked or the item done, or taken back if it was. Raises KeyError."""
    guide = interview.guide
    for question in interview.prepared_questions:
        if own_key(question) == item:
            return ask_question(interview, question.id, at)
    known = item in guide.questions or item in guide.checklist_items
    if not known:
        raise KeyError(item)
    word = "asked" if item in guide.questions else "done"
    old = interview.records.get((Tick, item))
    if old is not None:
        return Change(f"Marked as not {word}", (Edit(old, None),))
    return put(f"Marked as {word}", (None, Tick(item, at)))


def end_cue(interview: Interview, cue: str) -> Change | None:
    """The cue with that key put away or over, for good; None if it was, or scoring is finished."""
    ended = PastCue(cue)
    if interview.lock is not None or key_of(ended) in interview.records:
        return None
    return Change("Cue put away", (Edit(None, ended),), undoable=False)
