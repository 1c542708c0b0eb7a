"""What can be decided after the interview: ratings, concerns, recommendation, feedback, lock."""

from dataclasses import replace

from interview_desk.interview.actions.running import finish
from interview_desk.interview.change import Change, Edit, put
from interview_desk.interview.clock import Instant
from interview_desk.interview.concerns import Finding, concerns_found
from interview_desk.interview.evidence import Evidence, cited
from interview_desk.interview.feedback_draft import feedback_draft
from interview_desk.interview.interview import Interview, LockedError
from interview_desk.interview.note_text import clean
from interview_desk.interview.records import (
    NO_DECISION,
    Amendment,
    Feedback,
    Lock,
    Rating,
    Review,
    Verdict,
)


def rate(interview: Interview, dimension: int, level: str) -> Change:
    """A level for a dimension; empty takes the rating back. Raises ValueError if unknown."""
    if level and not interview.guide.dimension(dimension).height(level):
        raise ValueError(f"the dimension has no level {level!r}")
    old = interview.rating(dimension)
    return _rating(interview, replace(old, level=level, not_enough=False), "Rated")


def not_enough(interview: Interview, dimension: int) -> Change:
    """The dimension marked as not having enough evidence to rate, which is not a low level."""
    old = interview.rating(dimension)
    return _rating(interview, replace(old, level="", not_enough=True), "Not enough evidence")


def give_reason(interview: Interview, dimension: int, reason: str) -> Change:
    """Why the rating is what it is."""
    old = interview.rating(dimension)
    changed = _rating(interview, replace(old, reason=clean(reason)), "Reason")
    return replace(changed, merge=f"reason {dimension}")


def cite(interview: Interview, dimension: int, evidence: Evidence) -> Change:
    """A piece of evidence in a line at the end of the reason: a step of its own to undo.

    Raises ValueError for a private note, which may not be cited.
    """
    old = interview.rating(dimension)
    return _rating(interview, replace(old, reason=cited(old.reason, evidence)), "Cited")


def look_at(interview: Interview, indicator: str, observed: bool, remark: str = "") -> Change:
    """A disqualifier or warning sign looked at. Raises KeyError for one the guide lacks."""
    interview.guide.indicators[indicator]
    old = interview.records.get((Review, indicator))
    return put("Concern looked at", (old, Review(indicator, observed, clean(remark))))


def rest_not_observed(interview: Interview) -> Change:
    """Every concern that nobody looked at and nobody saw, as not observed: one step."""
    rest = concerns_found(interview, Finding.NOT_LOOKED_AT)
    return put("Rest not observed", *((None, Review(each.key, observed=False)) for each in rest))


def recommend(interview: Interview, step: str) -> Change:
    """One of the guide's steps, NO_DECISION, or empty. Raises ValueError for another word."""
    if step not in ("", NO_DECISION, *interview.guide.steps):
        raise ValueError(f"the guide has no step {step!r}")
    return _verdict(interview, replace(interview.verdict, step=step), "Recommendation")


def summarise(interview: Interview, summary: str) -> Change:
    """The summary that stands first in the report."""
    changed = _verdict(interview, replace(interview.verdict, summary=clean(summary)), "Summary")
    return replace(changed, merge="summary")


def write_feedback(interview: Interview, text: str) -> Change:
    """The feedback for the candidate."""
    old = interview.records.get((Feedback, 0))
    return put("Feedback", (old, Feedback(clean(text))), merge="feedback")


def gather_feedback(interview: Interview) -> Change:
    """A draft of the feedback from the strengths, in the place of what is there: to be edited."""
    old = interview.records.get((Feedback, 0))
    return put("Feedback drafted", (old, Feedback(feedback_draft(interview))))


def lock(interview: Interview, at: Instant) -> Change | None:
    """The scoring finished, for good: later changes are amendments. None if it was.

    A clock that was still going stops with it.
    """
    if interview.lock is not None:
        return None
    stop = finish(interview, at)
    edits = (*(stop.edits if stop else ()), Edit(None, Lock(at)))
    return Change("Scoring finished", edits, undoable=False)


def amend(interview: Interview, change: Change, at: Instant, reason: str) -> Change:
    """The change as an amendment to a finished interview, with what it changed in words.

    An amendment cannot be undone, only amended: the trail stays. Raises ValueError without
    a reason, and LockedError if there is no lock to amend.
    """
    if interview.lock is None:
        raise LockedError("only a finished interview is amended")
    reason = clean(reason).strip()
    if not reason:
        raise ValueError("an amendment needs a reason")
    what = "; ".join(_in_words(interview, edit) for edit in change.edits)
    made = Amendment(interview.next_id, at, reason, what)
    return replace(change, edits=(*change.edits, Edit(None, made)), merge="", undoable=False)


def _rating(interview: Interview, new: Rating, label: str) -> Change:
    title = interview.guide.dimension(new.dimension).title
    return put(f"{label}: {title}", (interview.records.get((Rating, new.dimension)), new))


def _verdict(interview: Interview, new: Verdict, label: str) -> Change:
    return put(label, (interview.records.get((Verdict, 0)), new))


def _in_words(interview: Interview, edit: Edit) -> str:
    match edit.before, edit.after:
        case (Rating() | None) as old, Rating() as new:
            title = interview.guide.dimension(new.dimension).title
            was = old or Rating(new.dimension)
            if rating_words(was) != rating_words(new):
                return f"{title}: {rating_words(was)} → {rating_words(new)}"
            return f"{title}: reason reworded"
        case (Verdict() | None) as old, Verdict() as new:
            was_step = old.step if old else ""
            if was_step != new.step:
                return f"Recommendation: {was_step or 'none'} → {new.step or 'none'}"
            return "Summary reworded"
        case _, Review() as new:
            seen = "observed" if new.observed else "not observed"
            return f"{interview.guide.indicators[new.indicator].brief}: {seen}"
        case _, Feedback():
            return "Feedback reworded"
        case old, new:
            name = type(new if new is not None else old).__name__.lower()
            done = "removed" if new is None else "added" if old is None else "changed"
            return f"{name.capitalize()} {done}"


def rating_words(rating: Rating) -> str:
    """The rating in words: its level, "Not enough evidence" or "Not rated"."""
    if rating.not_enough:
        return "Not enough evidence"
    return rating.level or "Not rated"
