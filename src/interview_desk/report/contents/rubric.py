"""The rubric of one interview in full."""

from interview_desk.interview.interview import Interview
from interview_desk.report.contents import concerns, history, notes, ratings, signals, timing
from interview_desk.report.contents.when import dated_ms, held
from interview_desk.report.document import Document, Fact, Facts, Prose, Section, Verdict
from interview_desk.report.options import ReportOptions

KIND = "Interview rubric"
NAMELESS = "Unnamed candidate"


def rubric_document(interview: Interview, options: ReportOptions, *, left_out: int = 0) -> Document:
    """The whole rubric. ``left_out`` private notes are no longer in the interview."""
    confidential = "Confidential."
    return Document(
        kind=KIND,
        name=interview.setup.candidate.strip() or NAMELESS,
        author=interview.setup.interviewer.strip() or "Interview Desk",
        verdict=_verdict(interview),
        notice=_notice(interview),
        facts=_facts(interview, options),
        sections=(
            Section("Summary", (_summary(interview),)),
            Section(_rubric_title(interview), (ratings.overview(interview),)),
            Section("Time, planned and used", (timing.drawing(interview),)),
            concerns.section(interview),
            *ratings.sections(interview),
            signals.section(interview),
            notes.questions(interview),
            notes.section(interview, left_out),
            timing.section(interview),
            *history.amendments(interview, options.zone),
            history.section(interview, options.zone, packet=options.include_packet),
        ),
        foot=f"{confidential} Carries its data for calibration."
        if options.include_packet
        else confidential,
        dated_ms=dated_ms(interview),
    )


def _verdict(interview: Interview) -> Verdict:
    step, steps = interview.verdict.step, interview.guide.steps
    scale = ""
    if step in steps:
        scale = f"step {steps.index(step) + 1} of {len(steps)}"
    return Verdict("Recommendation", step or "Not given", scale)


def _notice(interview: Interview) -> str:
    if interview.lock is None:
        return "Not final: scoring was not finished when this was made."
    if interview.amendments:
        return "Amended after scoring was finished: see Amendments."
    return ""


def _rubric_title(interview: Interview) -> str:
    """With the bar that all dimensions are held to, if the guide names one."""
    bars = {each.qualifier for each in interview.guide.dimensions}
    bar = bars.pop() if len(bars) == 1 else ""
    return f"Rubric against the {bar}" if bar else "Rubric"


def _summary(interview: Interview) -> Prose:
    summary = interview.verdict.summary.strip()
    return Prose(summary) if summary else Prose("No summary was written.", quiet=True)


def _facts(interview: Interview, options: ReportOptions) -> Facts:
    setup = interview.setup
    stops = "; ".join(each.words for each in timing.pauses(interview))
    areas = ", ".join(interview.guide.areas[key].title for key in setup.areas)
    facts = (
        Fact("Role", setup.role or "Not given"),
        Fact("Interviewer", setup.interviewer or "Not given"),
        Fact("Question", setup.question or "Not given"),
        Fact("Held", held(interview, options.zone)),
        Fact("Areas", areas, wide=True),
        Fact("Paused", stops, wide=True),
        Fact("Start", timing.corrected_start(interview, options.zone), wide=True),
    )
    return Facts(tuple(fact for fact in facts if fact.text.strip()))
