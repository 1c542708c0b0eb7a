"""Interviews written and read as pictures of their minutes.

A script does one thing per letter: ``S`` start, a digit enters that phase, ``P`` pause,
``R`` resume, ``F`` finish, ``B`` the machine off and on again within a minute, ``<`` and
``>`` set the wall clock an hour back or forward, ``u`` undo, and ``.`` lets a minute pass.
A picture has a letter per minute: the phase that was on, ``-`` for a pause.
"""

from interview_desk.interview.actions import running
from tests.helpers.actions import GUIDE, HOUR_MS, go_back_or_forth
from tests.helpers.clock import HandClock
from tests.helpers.samples import Played, prepared

MINUTE_MS = 60_000


def lived(script: str, clock: HandClock | None = None) -> Played:
    """What a script comes to, with the shipped guide and 45 minutes."""
    played = Played(prepared(GUIDE), clock)
    for letter in script:
        _do(played, letter)
    return played


def _do(played: Played, letter: str) -> None:
    interview, now = played.interview, played.clock.now()
    match letter:
        case ".":
            played.clock.advance(60)
        case "S":
            played.start()
        case "P":
            played.do(running.pause(interview, now))
        case "R":
            played.do(running.resume(interview, now))
        case "F":
            played.do(running.finish(interview, now))
        case "B":
            played.clock.reboot(60)
            played.do(running.reopen(interview, now, played.clock.now()))
        case "<" | ">":
            by_ms = HOUR_MS if letter == ">" else -HOUR_MS
            played.clock.set_wall(now.wall_ms + by_ms)
        case "u":
            assert go_back_or_forth(played, "undo")
        case digit:
            played.do(running.enter_phase(interview, int(digit), now))


def picture(played: Played) -> str:
    """Each minute from the start until now, or until the end, by what was on in it."""
    drawn = ""
    until = played.interview.timeline.position(played.clock.now())
    for span in played.interview.timeline.spans:
        letter = "-" if span.paused else str(span.phase)
        drawn += letter * round(span.length(until) / MINUTE_MS)
    return drawn
