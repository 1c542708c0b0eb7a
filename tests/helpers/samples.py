"""Guides and interviews for tests, played by the real actions."""

from interview_desk.guide.model import Guide
from interview_desk.guide.parse.reader import read_guide
from interview_desk.interview.actions import notes, running, scoring, watching
from interview_desk.interview.change import Change
from interview_desk.interview.interview import Interview
from interview_desk.interview.journal import Journal
from interview_desk.interview.note_text import read_note
from interview_desk.interview.records import Note, Setup, Sighting
from interview_desk.resources import resource
from tests.helpers.clock import HandClock

SMALL_GUIDE = """\
# Small interview

**Interview Duration**: 20-30 minutes

## Interview Structure

### Phase 1: Opening (5-10 minutes)

**Objective**: See how they begin

**Strong signals to watch for**:

- Asks what the goal is (e.g., "Who is it for?")
- States assumptions

**Red flags**:

- Starts without a question

**Rubric**: Problem Framing

### Phase 2: Design & Depth (15-20 minutes)

**Strong signals to watch for**:

- Names a trade-off

**Areas to explore**:

#### Data & Features

- Where does the data come from?
- What is missing in it?

**Rubric**: Technical Depth

## Evaluation Rubric

### 1. Problem Framing

- **Exceeds**: Frames it anew
- **Meets**: Asks what is needed
- **Below**: Takes it as given

### 2. Technical Depth

- **Exceeds**: Teaches
- **Meets**: Explains
- **Below**: Names

## Interview Best Practices

### Before the Interview

- Read the resume
- Choose a question

### After the Interview

- Score at once

## Example Interview Questions

### Design Questions

- Design a feed
- Design a search

## Red Flags That Should Raise Concerns

### Immediate Disqualifiers

- Is rude

### Warning Signs

- Talks over the interviewer
"""


def small_guide() -> Guide:
    """Two phases, two dimensions of three levels, and one or two of everything else."""
    return read_guide(SMALL_GUIDE)


def shipped_guide() -> Guide:
    """The guide that the product ships."""
    path = resource("guides", "principal-ml-system-design.md")
    return read_guide(path.read_text(encoding="utf-8"))


def prepared(guide: Guide | None = None, uid: str = "sample", candidate: str = "Ada") -> Interview:
    """An interview that has not begun."""
    setup = Setup(candidate, role="Engineer", interviewer="Grace", question="Design a feed")
    created_ms = HandClock().now().wall_ms
    return Interview.of(uid, guide or small_guide(), created_ms, (setup,))


class Played:
    """An interview acted on step by step: what the session does, without a window."""

    def __init__(self, interview: Interview | None = None, clock: HandClock | None = None) -> None:
        self.interview = interview or prepared()
        self.clock = clock or HandClock()
        self.journal = Journal()

    def do(self, change: Change | None) -> Change:
        """The change applied and recorded; None, what an action that cannot be gives, fails."""
        assert change is not None
        self.interview = self.interview.apply(change)
        self.journal = self.journal.record(change)
        return change

    def start(self) -> Change:
        """The clock started."""
        return self.do(running.start(self.interview, self.clock.now()))

    def note(self, typed: str) -> Note:
        """A note as it is typed, marks and tags included."""
        text = read_note(typed, self.interview.guide.dimensions)
        after = self.do(notes.add_note(self.interview, self.clock.now(), text)).edits[0].after
        assert isinstance(after, Note)
        return after

    def sight(self, indicator: str, note: Note | None = None) -> Sighting:
        """An indicator seen, proved by a note or by none."""
        proof = note.id if note else None
        change = watching.sight(self.interview, indicator, self.clock.now(), proof)
        after = self.do(change).edits[0].after
        assert isinstance(after, Sighting)
        return after


def scored() -> Played:
    """A whole interview with the small guide, scored but not locked."""
    played = Played()
    played.start()
    played.clock.advance(60)
    note = played.note("+ asked who it is for #problem")
    played.sight("p1.s1", note)
    played.clock.advance(400)
    played.do(running.enter_phase(played.interview, 2, played.clock.now()))
    played.clock.advance(90)
    played.note("- took an hour over the schema #technical")
    played.do(watching.tick(played.interview, "q1.1", played.clock.now()))
    played.do(watching.end_cue(played.interview, "no follow-up"))
    played.clock.advance(700)
    played.do(running.finish(played.interview, played.clock.now()))
    played.do(scoring.rate(played.interview, 1, "Exceeds"))
    played.do(scoring.give_reason(played.interview, 1, "Framed it by its users"))
    played.do(scoring.rate(played.interview, 2, "Below"))
    played.do(scoring.look_at(played.interview, "d1", observed=False))
    played.do(scoring.recommend(played.interview, played.interview.guide.steps[-2]))
    played.do(scoring.summarise(played.interview, "Frames well, dives little."))
    return played
