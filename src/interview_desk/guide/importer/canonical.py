"""A draft as the text of a guide in the product's own format, which the strict reader accepts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interview_desk.guide.importer.document import tidy
from interview_desk.guide.importer.draft import Draft, PhaseDraft, ReadingDraft
from interview_desk.guide.importer.roles import Role
from interview_desk.guide.importer.writing import escaped
from interview_desk.guide.model import LONGEST_MINUTES, MOST_PHASES, MinuteRange
from interview_desk.guide.parse.labels import PhaseLabel, phase_label

LENGTH_OFFERED = 60
"""Minutes that are shared out where neither the document nor a person gives any."""
_MOST_ITEMS = 100
_LONGEST_TITLE, _LONGEST_TEXT = 250, 3_500
_LABELS = {
    Role.ACTIVITY: ("What to do", PhaseLabel.ACTIVITIES),
    Role.QUESTION: ("Questions", PhaseLabel.PROMPTS),
    Role.STRONG_SIGNAL: ("Strong signals", PhaseLabel.STRONG_SIGNALS),
    Role.RED_FLAG: ("Red flags", PhaseLabel.RED_FLAGS),
}


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of each phase, and whether they were shared out because none were given."""

    spans: tuple[MinuteRange, ...]
    shared: bool


def minutes_of(draft: Draft, length: int | None = None) -> Minutes:
    """Minutes for every phase: those of the document, and an even split of what is left.

    ``length`` are the minutes of the whole, if somebody said them; else the document's own.
    """
    given = [phase.minutes for phase in draft.phases]
    missing = given.count(None)
    if not missing:
        return Minutes(tuple(filter(None, given)), shared=False)
    known = sum(span.high for span in given if span)
    whole = length or (draft.length.high if draft.length else 0)
    if whole <= known:
        average = round(known / (len(given) - missing)) if known else 0
        whole = known + missing * (average or max(1, LENGTH_OFFERED // missing))
    left, spans = whole - known, []
    for span in given:
        if span is None:
            share = max(1, min(LONGEST_MINUTES, left // missing))
            left, missing = left - share, missing - 1
            span = MinuteRange(share, share)  # noqa: PLW2901 - what was missing
        spans.append(span)
    return Minutes(tuple(spans), shared=True)


def canonical_text(draft: Draft, length: int | None = None) -> str:
    """The guide as Markdown. It has one phase at least; minutes are shared out where missing."""
    return "\n\n".join(_guide(draft, minutes_of(draft, length).spans)) + "\n"


def _guide(draft: Draft, minutes: Sequence[MinuteRange]) -> Iterator[str]:
    yield f"# {_title(draft.title)}"
    if draft.length is not None:
        yield f"**Interview Duration**: {_span(draft.length)} minutes"
    yield from _readings(draft.reading, "##", draft.title)
    for group in draft.expectations:
        yield f"## Expectations: {_title(group.title)}"
        yield f"### {_title(group.title)}"
        yield _list(group.entries)
    titles: set[str] = set()
    for number, (phase, span) in enumerate(zip(draft.phases, minutes, strict=True), start=1):
        if number <= MOST_PHASES:
            yield from _phase(number, phase, _unique(phase.title, titles), span)
    yield from _rubric(draft)
    if draft.steps:
        yield "## Recommendation scale"
        yield _list([step.name for step in draft.steps])
    yield from _concerns(draft)
    yield from _banks(draft)
    for title, entries in (
        ("Before the interview", draft.before),
        ("During the interview", draft.during),
        ("After the interview", draft.after),
    ):
        if entries:
            yield f"## {title}"
            yield _list(entries)
    yield from _pitfalls(draft)
    if draft.headings:
        yield "## Reading: Other headings"
        yield _list(list(dict.fromkeys(draft.headings)))


def _phase(number: int, phase: PhaseDraft, title: str, span: MinuteRange) -> Iterator[str]:
    yield f"## Phase {number}: {_title(title)} ({_span(span)} minutes)"
    if phase.objective:
        yield f"**Objective**: {_text(' '.join(phase.objective))}"
    for role, entries in (
        (Role.ACTIVITY, phase.activities),
        (Role.QUESTION, phase.questions),
        (Role.STRONG_SIGNAL, phase.strong_signals),
        (Role.RED_FLAG, phase.red_flags),
    ):
        if entries:
            yield f"**{_label(role, phase.labels.get(role.value, []))}**:"
            yield _list(entries)
    if phase.areas:
        yield "**Areas to explore**:"
        for area in phase.areas:
            yield f"#### {_title(_safe(area.title))}"
            yield _list(area.probes)
    spare = [
        word
        for name, words in phase.labels.items()
        if not any(name == role.value and entries for role, entries in _entries(phase))
        for word in words
    ]
    if spare:
        yield "### Reading: Other headings"
        yield _list(spare)
    yield from _readings(phase.reading, "###", phase.title)


def _entries(phase: PhaseDraft) -> list[tuple[Role, list[str]]]:
    return [
        (Role.ACTIVITY, phase.activities), (Role.QUESTION, phase.questions),
        (Role.STRONG_SIGNAL, phase.strong_signals), (Role.RED_FLAG, phase.red_flags),
    ]  # fmt: skip


def _label(role: Role, words: Sequence[str]) -> str:
    """The label of a list in the words of the document, if they are known for it or beside ours."""
    ours, wanted = _LABELS[role]
    if not words:
        return ours
    own = "; ".join(dict.fromkeys(words))
    if len(words) == 1 and phase_label(own) is wanted and len(own) < 60:
        return escaped(own)
    return escaped(f"{ours} – {own}"[:_LONGEST_TITLE])


def _safe(title: str) -> str:
    """The title of an area, in quotation marks where it looks like a label of a phase."""
    return title if phase_label(title) is None else f"“{title}”"


def _rubric(draft: Draft) -> Iterator[str]:
    yield "## Rubric"
    if not draft.dimensions:
        yield "None."
    titles: set[str] = set()
    for number, dimension in enumerate(draft.dimensions, start=1):
        title = _title(_unique(dimension.title.replace("(", "[").replace(")", "]"), titles))
        aside = tidy(dimension.aside).replace("(", "[").replace(")", "]")
        yield f"### {number}. {title} ({escaped(aside)})" if aside else f"### {number}. {title}"
        if dimension.text:
            yield _text(dimension.text)
        yield "\n".join(
            f"- **{escaped(level.name.rstrip(':'))}**: {_text(level.text)}"
            for level in dimension.levels
        )
    yield from _readings(draft.rubric_reading, "###", "Rubric")


def _concerns(draft: Draft) -> Iterator[str]:
    if draft.disqualifiers or draft.warning_signs:
        yield "## Red flags"
    if draft.disqualifiers:
        yield "**Disqualifiers**:"
        yield _list(draft.disqualifiers)
    if draft.warning_signs:
        yield "**Warning signs**:"
        yield _list(draft.warning_signs)


def _banks(draft: Draft) -> Iterator[str]:
    if draft.banks:
        yield "## Questions to choose from"
    for bank in draft.banks:
        yield f"### {_title(bank.title)}"
        yield _list(bank.entries)


def _pitfalls(draft: Draft) -> Iterator[str]:
    if draft.pitfalls:
        yield "## Pitfalls"
    for number, pitfall in enumerate(draft.pitfalls, start=1):
        yield f"### Pitfall {number}: {_title(pitfall.title)}"
        if pitfall.text:
            yield f"**Why it matters**: {_text(' '.join(pitfall.text))}"


def _readings(readings: Sequence[ReadingDraft], marks: str, over: str) -> Iterator[str]:
    for reading in readings:
        said = [piece for piece in reading.pieces if piece.strip()]
        if not said and reading.title == over:
            continue
        yield f"{marks} Reading: {_title(reading.title)}"
        yield from said


def _list(entries: Sequence[str]) -> str:
    """A list; what is more than a list may hold goes on in its last items."""
    shown = list(entries[: _MOST_ITEMS - 1])
    rest = entries[_MOST_ITEMS - 1 :]
    if rest:
        shown.append(" / ".join(rest))
    return "\n".join(f"- {_text(entry)}" for entry in shown)


def _text(text: str) -> str:
    """A text in one line; one that is longer than a piece may be goes on in new paragraphs."""
    line = tidy(text)
    return escaped(line if len(line) <= _LONGEST_TEXT else f"{line[: _LONGEST_TEXT - 1]}…")


def _title(title: str) -> str:
    line = tidy(title).strip("#").strip()
    return escaped(line if len(line) <= _LONGEST_TITLE else f"{line[: _LONGEST_TITLE - 1]}…")


def _span(span: MinuteRange) -> str:
    return f"{span.low}" if span.low == span.high else f"{span.low}-{span.high}"


def _unique(title: str, used: set[str]) -> str:
    """A title that none of the others has."""
    name, count = title, 1
    while name.casefold() in used:
        count += 1
        name = f"{title} [{count}]"
    used.add(name.casefold())
    return name
