"""Any order of actions on an interview, as data that hypothesis can make smaller."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from interview_desk.interview.actions import notes, preparation, running, scoring, watching
from interview_desk.interview.change import Change
from interview_desk.interview.note_text import read_note
from interview_desk.interview.records import NO_DECISION
from tests.helpers.samples import Played, prepared, shipped_guide

# Programs that are started a thousand times take steps of their own, and do without it.
if TYPE_CHECKING:
    from hypothesis import strategies as st

GUIDE = shipped_guide()
HOUR_MS = 3_600_000

CLOCK = ("start", "enter", "enter", "pause", "resume", "finish", "really started", "leave out")
WORLD = ("reboot", "wall clock set")
PLAN = ("change plan", "set up")
PREPARATION = ("prepare", "prepare", "reword", "assign", "shift", "drop", "ask", "before")
NOTES = ("note", "note", "edit", "move", "remove", "tag", "private", "link")
WATCHING = ("sight", "sight", "unsight", "tick", "end cue")
SCORING = ("rate", "not enough", "reason", "look at", "recommend", "summary", "feedback")
HISTORY = ("undo", "redo")
EVERYTHING = (*CLOCK, *WORLD, *PLAN, *PREPARATION, *NOTES, *WATCHING, *SCORING, *HISTORY)

_AWKWARD = (
    "+ drew a queue #depth", "− no reason given #trade", "? who is on call #prod #depth", "#",
    "#depth#breadth", "\\- literal", "a  b\n  #depth c", "قال إن السبب #depth", "👩🏽‍💻 builds 🚀",
    "\x00\x07", "a\r\nb\u2029c", "\ud800", "- - -", "#nobody knows", "＃depth ＋ wide",
)  # fmt: skip


@dataclass(frozen=True)
class Step:
    """Some time passes, then one thing is done; ``number`` and ``text`` choose what with."""

    wait_ms: int
    deed: str
    number: int
    text: str


def texts() -> "st.SearchStrategy[str]":
    """What someone may type or paste, pleasant or not."""
    from hypothesis import strategies as st

    return st.one_of(st.sampled_from(_AWKWARD), st.text(max_size=12))


def steps(deeds: tuple[str, ...] = EVERYTHING, most: int = 25) -> "st.SearchStrategy[list[Step]]":
    """Up to so many steps of these deeds."""
    from hypothesis import strategies as st

    waits = st.sampled_from((0, 0, 1, 999, 5_000, 61_003, 600_000))
    step = st.builds(Step, waits, st.sampled_from(deeds), st.integers(0, 9_999), texts())
    # Left to itself hypothesis keeps lists to about five; the length is drawn first.
    return st.integers(0, most).flatmap(lambda n: st.lists(step, min_size=n, max_size=n))


def play(script: list[Step], played: Played | None = None) -> Played:
    """The steps done one after another; what cannot be done at its moment is left out."""
    played = played or Played(prepared(GUIDE))
    for step in script:
        played.clock.advance(step.wait_ms / 1000)
        if step.deed in WORLD:
            _world(played, step)
        elif step.deed in HISTORY:
            go_back_or_forth(played, step.deed)
            _go_on(played)
        elif (change := _change(played, step)) is not None:
            played.do(change)
    return played


def go_back_or_forth(played: Played, deed: str) -> bool:
    """One undo or redo on the road that the session takes; False if there is none."""
    taken = played.journal.undo() if deed == "undo" else played.journal.redo()
    if taken is None:
        return False
    change, played.journal = taken
    played.interview = played.interview.apply(change)
    return True


def _go_on(played: Played) -> None:
    """As the session does: a clock that an undo sets going is known to this boot from then on."""
    now, known = played.clock.now(), {event.at.boot for event in played.interview.clock_events}
    alive = played.interview.last_moment or now
    reopened = running.reopen(played.interview, alive, now) if now.boot not in known else None
    if reopened is not None:
        played.do(reopened)


def started(script: list[Step]) -> Played:
    """The steps played on an interview whose clock was started first."""
    played = Played(prepared(GUIDE))
    played.start()
    return play(script, played)


def _world(played: Played, step: Step) -> None:
    if step.deed == "wall clock set":
        hours = step.number % 5 - 2
        played.clock.set_wall(played.clock.now().wall_ms + hours * HOUR_MS)
        return
    alive = played.clock.now()
    played.clock.reboot(step.number % 400 - 100)
    if (change := running.reopen(played.interview, alive, played.clock.now())) is not None:
        played.do(change)


def _change(played: Played, step: Step) -> Change | None:
    for group in (_of_clock, _of_plan, _of_preparation, _of_notes, _of_watching, _of_scoring):
        if (change := group(played, step)) is not None:
            return change
    return None


def _of_clock(played: Played, step: Step) -> Change | None:
    interview, now = played.interview, played.clock.now()
    change: Change | None = None
    match step.deed:
        case "start":
            change = running.start(interview, now)
        case "enter":
            number = step.number % len(interview.guide.phases) + 1
            change = running.enter_phase(interview, number, now)
        case "pause":
            change = running.pause(interview, now, step.text)
        case "resume":
            change = running.resume(interview, now)
        case "finish" if step.number % 4 == 0:
            change = running.finish(interview, now)
        case "really started":
            change = running.really_started(interview, (step.number - 5_000) * 500, now)
        case "leave out":
            since, until = -step.number * 100, -(step.number % 100) * 1_000
            change = running.leave_out(interview, now.shifted(since), now.shifted(until), step.text)
    return change


def _of_plan(played: Played, step: Step) -> Change | None:
    interview = played.interview
    change: Change | None = None
    match step.deed:
        case "change plan":
            seconds = tuple(step.number % (60 * each) for each in (9, 11, 17, 9, 6))
            change = running.change_plan(interview, seconds, played.clock.now(), step.text)
        case "set up":
            length = 15 + step.number % 166
            areas = tuple(interview.guide.areas)[: step.number % 4]
            setup = replace(
                interview.setup, candidate=step.text, length_minutes=length, areas=areas
            )
            change = running.set_up(interview, setup)
    return change


def _of_preparation(played: Played, step: Step) -> Change | None:
    interview = played.interview
    phase = (None, *range(1, len(interview.guide.phases) + 1))[step.number % 4]
    dimension = (None, *range(1, len(interview.guide.dimensions) + 1))[step.number % 3]
    known = [each.id for each in interview.prepared_questions]
    chosen = known[step.number % len(known)] if known else 0
    change: Change | None = None
    match step.deed:
        case "prepare":
            change = preparation.prepare_question(
                interview, step.text, phase=phase, dimension=dimension, after=chosen,
                follow_up=step.number % 5 < 2,
            )  # fmt: skip
        case "reword":
            change = preparation.reword_question(interview, chosen, step.text)
        case "assign":
            change = preparation.assign_question(interview, chosen, phase, dimension)
        case "shift":
            change = preparation.move_question(interview, chosen, step.number % 2 * 2 - 1)
        case "drop":
            change = preparation.remove_question(interview, chosen)
        case "ask":
            change = preparation.ask_question(interview, chosen, played.clock.now())
        case "before":
            change = preparation.write_preparation(interview, step.text)
    return change


def _of_notes(played: Played, step: Step) -> Change | None:
    interview = played.interview
    text = read_note(step.text, interview.guide.dimensions)
    if step.deed == "note" and text.body:
        return notes.add_note(interview, played.clock.now(), text)
    if not interview.notes:
        return None
    note = interview.notes[step.number % len(interview.notes)]
    change: Change | None = None
    match step.deed:
        case "edit" if text.body:
            change = notes.edit_note(interview, note.id, text)
        case "move":
            change = notes.move_note(interview, note.id, (step.number - 5_000) * 5)
        case "remove":
            change = notes.remove_note(interview, note.id)
        case "tag":
            dimensions = tuple(sorted({step.number % 8 + 1, step.number % 5 + 1}))
            change = notes.tag_note(interview, note.id, dimensions[: step.number % 3])
        case "private":
            change = notes.keep_private(interview, note.id, not note.private)
        case "link" if interview.sightings:
            sighting = interview.sightings[step.number % len(interview.sightings)]
            proof = note.id if step.number % 3 else None
            change = notes.link_sighting(interview, sighting, proof)
    return change


def _of_watching(played: Played, step: Step) -> Change | None:
    interview, guide = played.interview, played.interview.guide
    indicators = tuple(guide.indicators)
    indicator = indicators[step.number % len(indicators)]
    change: Change | None = None
    match step.deed:
        case "sight":
            change = watching.sight(interview, indicator, played.clock.now().shifted(-5_000))
        case "unsight":
            change = watching.unsight(interview, indicator)
        case "tick":
            items = (*guide.questions, *guide.checklist_items)
            change = watching.tick(interview, items[step.number % len(items)], played.clock.now())
        case "end cue":
            change = watching.end_cue(interview, f"no evidence {step.number % 7}")
    return change


def _of_scoring(played: Played, step: Step) -> Change | None:
    interview, guide = played.interview, played.interview.guide
    dimension = guide.dimensions[step.number % len(guide.dimensions)]
    change: Change | None = None
    match step.deed:
        case "rate":
            names = ("", *(level.name for level in dimension.levels))
            change = scoring.rate(interview, dimension.number, names[step.number % len(names)])
        case "not enough":
            change = scoring.not_enough(interview, dimension.number)
        case "reason":
            change = scoring.give_reason(interview, dimension.number, step.text)
        case "look at":
            concern = guide.concerns[step.number % len(guide.concerns)]
            change = scoring.look_at(interview, concern.key, step.number % 2 == 0, step.text)
        case "recommend":
            words = ("", NO_DECISION, *guide.steps)
            change = scoring.recommend(interview, words[step.number % len(words)])
        case "summary":
            change = scoring.summarise(interview, step.text)
        case "feedback":
            change = scoring.write_feedback(interview, step.text)
    return change
