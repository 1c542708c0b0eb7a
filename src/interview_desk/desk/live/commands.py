"""What can be asked for in the line of commands at this moment, and what each would do."""

from collections.abc import Iterator
from datetime import tzinfo
from typing import NamedTuple

from interview_desk.desk.live.clock.questions import REASONS
from interview_desk.interview.actions.running import change_plan
from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.pace import pace
from interview_desk.interview.phase_questions import phase_questions
from interview_desk.interview.plan import LONGEST
from interview_desk.interview.replan import extend
from interview_desk.interview.timeline import ClockState
from interview_desk.words import clock_time


class LiveCommand(NamedTuple):
    """``kind`` names what is done and ``what`` to which; ``does`` tells it before it is done.

    ``words`` are others that it is found by.
    """

    kind: str
    does: str
    what: str = ""
    words: str = ""


class Moment(NamedTuple):
    """What the commands hang on: ``longer`` in minutes; names of what undo and redo would do."""

    interview: Interview
    now: Instant
    zone: tzinfo | None
    longer: int
    undo: str = ""
    redo: str = ""
    compact: bool = False


def matching(typed: str, moment: Moment) -> list[LiveCommand]:
    """The commands that the letters may mean, the likeliest first; all of them for no letters."""
    typed = " ".join(typed.casefold().split())
    found = [*_with_own_words(typed, moment), *commands(moment)]
    ranks = [(rank, each) for each in found if (rank := _rank(typed, each)) is not None]
    return [each for _, each in sorted(ranks, key=lambda pair: pair[0])]


def commands(moment: Moment) -> list[LiveCommand]:
    """All that would do something now, in the order of how often it is wanted."""
    interview = moment.interview
    if interview.lock is not None:
        return [*_window(moment)]
    return [
        *_phases(moment),
        *_clock(moment),
        *_steps(moment),
        *_window(moment),
        LiveCommand("picture", "Picture from a file, as a note", words="add photo image board"),
        *_longer(moment, moment.longer),
        *_to_see(interview),
        *_end(interview),
    ]


def _phases(moment: Moment) -> Iterator[LiveCommand]:
    interview = moment.interview
    if interview.timeline.state not in (ClockState.RUNNING, ClockState.PAUSED):
        return
    at, phases = interview.timeline.phase, pace(interview, moment.now).phases
    if at < len(phases):
        title = interview.guide.phase(at + 1).title
        length = round(phases[at].adjusted_s / 60)
        yield LiveCommand("next", f"Next phase: {title}, {length} min", words="forward")
    if at > 1:
        yield LiveCommand(
            "back", f"Back to {interview.guide.phase(at - 1).title}", words="previous"
        )


def _clock(moment: Moment) -> Iterator[LiveCommand]:
    state = moment.interview.timeline.state
    if state is ClockState.WAITING:
        yield LiveCommand("clock", "Start the interview", words="start begin")
    elif state is ClockState.PAUSED:
        yield LiveCommand("clock", "Resume: the clock goes on", words="resume continue")
    if state in (ClockState.RUNNING, ClockState.PAUSED):
        word = "Pause" if state is ClockState.RUNNING else "Reason for the pause"
        if state is ClockState.RUNNING:
            yield LiveCommand("pause", "Pause the clock", words="stop")
        for reason in REASONS:
            yield LiveCommand("pause", f"{word}: {reason}", reason, "pause reason")


def _steps(moment: Moment) -> Iterator[LiveCommand]:
    if moment.undo:
        yield LiveCommand("undo", f"Undo: {moment.undo}")
    if moment.redo:
        yield LiveCommand("redo", f"Redo: {moment.redo}")


def _window(moment: Moment) -> Iterator[LiveCommand]:
    size = "Wide window again" if moment.compact else "Compact window, beside a call"
    yield LiveCommand("compact", size, words="narrow wide small")
    yield LiveCommand("before", "What you prepared: note and resume", words="resume cv prepared")
    if moment.interview.all_pictures:
        yield LiveCommand("look", "Look at the pictures", words="picture photo image board see")
    yield LiveCommand("curtain", "Curtain: hide everything but the clock", words="cover share")


def _longer(moment: Moment, more: int) -> Iterator[LiveCommand]:
    interview, now = moment.interview, moment.now
    seconds = extend(interview, more, now) if 0 < more < LONGEST else None
    if seconds is None:
        return
    does = f"Longer by {more} min"
    if interview.timeline.state is not ClockState.WAITING:
        longer = interview.apply(change_plan(interview, seconds, now))
        does += f", to {clock_time(pace(longer, now).end(now), moment.zone)}"
    yield LiveCommand("extend", does, str(more), "more time")


def _to_see(interview: Interview) -> Iterator[LiveCommand]:
    phase = interview.guide.phase(max(1, interview.timeline.phase))
    for area in phase.areas:
        yield LiveCommand("area", f"Show the area: {area.title}", area.key, "tab explore")
    ask = phase_questions(interview, phase)
    for question in (*ask.own, *ask.questions):
        undone = "not " if interview.ticked(question.key) else ""
        does = f"Mark as {undone}asked: {question.text}"
        yield LiveCommand("asked", does, question.key, "question")
    for concern in interview.guide.concerns:
        does = f"Seen, {concern.kind}: {concern.label}"
        yield LiveCommand(str(concern.kind), does, concern.key, "concern")


def _end(interview: Interview) -> Iterator[LiveCommand]:
    if interview.timeline.state in (ClockState.RUNNING, ClockState.PAUSED):
        yield LiveCommand("finish", "Finish the interview: say it twice", words="end stop")


def _with_own_words(typed: str, moment: Moment) -> Iterator[LiveCommand]:
    """What is asked for with something that no list has: a reason, other minutes."""
    word, _, rest = typed.partition(" ")
    going = moment.interview.timeline.state in (ClockState.RUNNING, ClockState.PAUSED)
    if moment.interview.lock is not None or not rest:
        return
    if word == "pause" and going and not any(rest in each.casefold() for each in REASONS):
        yield LiveCommand("pause", f"Pause: {rest}", rest)
    elif word == "extend" and rest.isdecimal() and len(rest) < 4 and int(rest) != moment.longer:
        for each in _longer(moment, int(rest)):
            yield each._replace(words=rest)


def _rank(typed: str, command: LiveCommand) -> int | None:
    """How near the letters come: its name begins so, words of it do, or they are in it in order."""
    if not typed or command.kind.startswith(typed):
        return 0
    words = f"{command.kind} {command.words} {command.does}".casefold().split()
    if all(any(each.startswith(part) for each in words) for part in typed.split()):
        return 1 if command.kind.startswith(typed.split(maxsplit=1)[0]) else 2
    if _in_order(typed, command.kind):
        return 3
    return 4 if len(typed) > 2 and _in_order(typed, f"{command.words} {command.does}") else None


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text.casefold())
    return all(letter in rest for letter in letters)
