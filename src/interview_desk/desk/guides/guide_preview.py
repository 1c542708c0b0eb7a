"""The guide that a document becomes, as it stands: the plan, the lists, the rubric."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.guides.guide_view import ReadingView
from interview_desk.desk.theme.theme import M, S, Theme
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.phase_rail import PhaseRail
from interview_desk.desk.widgets.rail_segment import RailSegment
from interview_desk.guide.importer.canonical import Minutes, minutes_of
from interview_desk.guide.importer.draft import DimensionDraft, Draft, PhaseDraft, ReadingDraft
from interview_desk.guide.importer.proposal import Proposal
from interview_desk.guide.render.blocks import Block, Span, Style, markdown_blocks
from interview_desk.words import count


class GuidePreview(QWidget):
    """Follows a proposal. It is set from the draft, not from the written guide, to be quick."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rail = PhaseRail(theme)
        self.summary = Label(theme, "", "small", wrap=True)
        self.reading = ReadingView(theme, "The guide that it becomes")
        column = QVBoxLayout(self)
        column.setContentsMargins(M, S, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.rail)
        column.addWidget(self.summary)
        column.addWidget(self.reading, 1)

    def show_proposal(self, proposal: Proposal, length: int | None) -> None:
        """Show what the document becomes; ``length`` are the minutes that were asked for."""
        draft = proposal.draft
        minutes = minutes_of(draft, length)
        self.rail.set_segments(
            [
                RailSegment(phase.title, span.high * 60)
                for phase, span in zip(draft.phases, minutes.spans, strict=True)
            ]
        )
        signals = sum(len(each.strong_signals) + len(each.red_flags) for each in draft.phases)
        parts = (
            count(len(draft.phases), "phase"),
            f"{sum(span.high for span in minutes.spans)} minutes",
            count(len(draft.questions), "question"),
            count(signals, "signal"),
            count(len(draft.dimensions), "dimension"),
        )
        self.summary.setText(" · ".join(parts))
        self.reading.show_blocks(list(_blocks(draft, minutes)))


def _blocks(draft: Draft, minutes: Minutes) -> Iterator[Block]:
    yield Block.of(Style.TITLE, draft.title)
    for phase, span in zip(draft.phases, minutes.spans, strict=True):
        shared = ", shared out" if phase.minutes is None else ""
        yield Block.of(Style.CHAPTER, f"{phase.title} ({span} minutes{shared})")
        yield from _phase(phase)
    if draft.dimensions:
        yield Block.of(Style.CHAPTER, "Rubric")
        for dimension in draft.dimensions:
            yield from _dimension(dimension)
    if draft.steps:
        yield Block.of(Style.SECTION, "Overall scale")
        for step in draft.steps:
            yield _named(step.name, step.text)
    lists = [(each.title, each.entries) for each in (*draft.banks, *draft.expectations)]
    lists += [
        ("Before the interview", draft.before),
        ("During the interview", draft.during),
        ("After the interview", draft.after),
        ("Disqualifiers", draft.disqualifiers),
        ("Warning signs", draft.warning_signs),
    ]
    for title, entries in lists:
        yield from _list(Style.SECTION, title, entries)
    if draft.pitfalls:
        yield Block.of(Style.SECTION, "Pitfalls")
        for pitfall in draft.pitfalls:
            yield _named(pitfall.title, " ".join(pitfall.text))
    readings = [*draft.reading, *draft.rubric_reading]
    if readings:
        yield Block.of(Style.CHAPTER, "Reading material")
        yield from _readings(readings)


def _phase(phase: PhaseDraft) -> Iterator[Block]:
    yield from _list(Style.LABEL, "Objective", phase.objective)
    yield from _list(Style.LABEL, "What to do", phase.activities)
    yield from _list(Style.LABEL, "Questions", phase.questions)
    yield from _list(Style.GOOD, "Strong signals", phase.strong_signals)
    yield from _list(Style.BAD, "Red flags", phase.red_flags)
    for area in phase.areas:
        yield from _list(Style.LABEL, area.title, area.probes)
    yield from _readings(phase.reading)


def _dimension(dimension: DimensionDraft) -> Iterator[Block]:
    aside = f" ({dimension.aside})" if dimension.aside else ""
    yield Block.of(Style.SECTION, f"{dimension.title}{aside}")
    for level in dimension.levels:
        yield _named(level.name, level.text)


def _named(name: str, text: str) -> Block:
    return Block(Style.ITEM, (Span(f"{name}: " if text else name, strong=True), Span(text)))


def _list(style: Style, title: str, entries: Sequence[str]) -> Iterator[Block]:
    if entries:
        yield Block.of(style, title)
        for entry in entries:
            yield Block.of(Style.ITEM, entry)


def _readings(readings: Sequence[ReadingDraft]) -> Iterator[Block]:
    for reading in readings:
        yield Block.of(Style.LABEL, f"Reading: {reading.title}" if reading.title else "Reading")
        for piece in reading.pieces:
            yield from markdown_blocks(piece)
