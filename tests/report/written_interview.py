"""A whole interview as a person would leave it: full notes, a pause, a re-plan, an amendment."""

from dataclasses import replace

from interview_desk.interview.actions import notes, running, scoring, watching
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import Setup
from tests.helpers.clock import HandClock
from tests.helpers.samples import Played, prepared, shipped_guide

SETUP = Setup(
    candidate="Amara Okonkwo-Lindqvist",
    role="Principal ML Engineer",
    interviewer="N. Adeyemi",
    question="Real-time fraud detection for a payments platform",
    scheduled="2026-11-23T10:00",
    length_minutes=50,
    reserve_minutes=5,
    areas=("p3.a1", "p3.a4"),
)

# Seconds since the line before, then what is typed, seen, asked or entered.
SCRIPT: tuple[tuple[int, str], ...] = (
    (12, "ask q1.1"),
    (75, "+ Asked what a false decline costs before anything else #problem"),
    (4, "see p1.s1"),
    (64, "Wants to know who reviews flagged payments, and how many they can take a day #problem"),
    (41, "see p1.s2"),
    (50, "+ “So it is a ranking problem under a review budget, not a classifier” #problem"),
    (88, "see p1.s4"),
    (60, "? Did not say what latency the payment allows; come back to it in design #problem"),
    (95, "see p1.s1"),
    (41, "phase 2"),
    (70, "Draws ingestion, a feature store, scoring, a review queue, labels back #system"),
    (35, "see p2.s1"),
    (80, "- Picked a wide-column store without saying why, until asked #trade-off"),
    (9, "see p2.r1"),
    (120, "+ Keeps one feature definition for training and serving, generated from it #breadth"),
    (30, "see p2.s3"),
    (95, "+ Under 80 ms at the 99th percentile for the whole call, 15 of it the model #system"),
    (140, "phase 3"),
    (20, "ask p3.a1.1"),
    (90, ("+ “At my last company we tried weekly retrains but chargeback labels lag 45 days, so "
         "delayed-label evaluation worked better” #depth")),
    (6, "prove p3.s1"),
    (160, "pause dropped call"),
    (130, "resume"),
    (50, ("+ Proposed PSI on inputs plus score drift, alert on segment level because global "
         "averages hid a fraud ring #depth #production")),
    (98, "see p3.r4"),
    (20, "ask p3.a4.2"),
    (70, "private Sounds tired after the dropped call; do not read it as hesitation"),
    (64, "+ Rolls back on approval rate by segment, not on AUC #production"),
    (31, "see p3.s4"),
    (20, "see w4"),
    (77, "Names two incidents: a feed that went stale, and a threshold nobody owned #production"),
    (60, "see p3.s4"),
    (90, "replan"),
    (48, "phase 4"),
    (15, "ask p4.q1"),
    (80, ("+ Compared boosted trees with a sequence model: 0.4 pt recall against 9x serving cost, "
         "chose trees for year one #trade-off")),
    (12, "see p4.s2"),
    (100, "ask p4.q4"),
    (53, ("+ Under 10 ms she would drop the graph features first, because they fetch across "
         "regions #trade-off #system")),
    (30, "see p4.s3"),
    (70, "- Business framing stayed implicit until prompted #trade-off"),
    (61, "phase 5"),
    (45, "+ Closed with three points on one slide: budget, labels, ownership #communication"),
    (20, "see p5.s1"),
    (60, "Asked twice whether I had followed #communication"),
    (80, "Questions: on-call for models, who owns labels, what happened to the last lead"),
    (8, "see p5.s2"),
)  # fmt: skip

RATINGS = (
    ("Exceeds", "Reframed fraud as ranking under a review budget. She did it before drawing."),
    ("Exceeds", ("Went two levels deeper than asked on label delay, from experience, which shows "
              "mastery rather than reading.")),
    ("Meets", "Data, modelling and serving covered."),
    ("Meets", "Modular, failure modes on request."),
    ("Meets", ("Weighs accuracy against serving cost. Business framing stayed implicit until "
              "prompted.")),
    ("Exceeds", "Segment alerts, rollback on approval rate."),
    ("", "Only touched in passing; ask in the next round."),
    ("Meets", "Structured, checked understanding twice."),
)  # fmt: skip

SUMMARY = (
    "Clear principal-level depth in fraud and evaluation. Breadth into data engineering met "
    "the bar. Next round should test organisational influence."
)


def written() -> Interview:
    """The interview, locked and amended once."""
    played = held()
    _score(played)
    played.clock.advance(600)
    played.do(scoring.lock(played.interview, played.clock.now()))
    played.clock.advance(86_400)
    change = scoring.rate(played.interview, 4, "Exceeds")
    reason = "The diagram, read again, names every failure mode unasked."
    played.do(scoring.amend(played.interview, change, played.clock.now(), reason))
    return played.interview


def held(clock: HandClock | None = None) -> Played:
    """The interview finished, nothing rated yet."""
    start = prepared(shipped_guide(), uid="0193-written", candidate="")
    played = Played(start, clock)
    played.do(running.set_up(played.interview, SETUP))
    played.clock.advance(180)
    played.start()
    for seconds, what in SCRIPT:
        played.clock.advance(seconds)
        _act(played, what)
    played.clock.advance(75)
    played.do(running.finish(played.interview, played.clock.now()))
    played.do(running.really_started(played.interview, 60_000, played.clock.now()))
    return played


def _act(played: Played, what: str) -> None:
    verb, _, rest = what.partition(" ")
    interview, now = played.interview, played.clock.now()
    match verb:
        case "see":
            played.sight(rest)
        case "prove":
            played.sight(rest, interview.notes[-1])
        case "ask":
            played.do(watching.tick(interview, rest, now))
        case "phase":
            played.do(running.enter_phase(interview, int(rest), now))
        case "pause":
            played.do(running.pause(interview, now, rest))
        case "resume":
            played.do(running.resume(interview, now))
        case "replan":
            fewer = (*interview.plan.seconds[:3], *(s - 45 for s in interview.plan.seconds[3:]))
            played.do(running.change_plan(interview, fewer, now, "Deep dive was worth the time"))
        case "private":
            note = played.note(rest)
            played.do(notes.keep_private(played.interview, note.id, True))
        case _:
            played.note(what)


def _score(played: Played) -> None:
    for number, (level, reason) in enumerate(RATINGS, start=1):
        if level:
            played.do(scoring.rate(played.interview, number, level))
        else:
            played.do(scoring.not_enough(played.interview, number))
        played.do(scoring.give_reason(played.interview, number, reason))
    guide = played.interview.guide
    for each in guide.disqualifiers:
        played.do(scoring.look_at(played.interview, each.key, observed=False))
    said = "“Self-healing mesh” was never explained."
    played.do(scoring.look_at(played.interview, "w4", observed=True, remark=said))
    played.do(scoring.look_at(played.interview, "w1", observed=False))
    played.do(scoring.recommend(played.interview, "Hire"))
    played.do(scoring.summarise(played.interview, SUMMARY))


def with_setup(interview: Interview, **changes: str) -> Interview:
    """The same interview with other words in its set-up, whatever they are."""
    setup = replace(interview.setup, **changes)  # type: ignore[arg-type]
    records = (*interview.records.values(), setup)
    return Interview.of(interview.uid, interview.guide, interview.created_ms, records)
