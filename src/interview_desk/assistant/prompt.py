"""The text for an assistant: a task, what must not be asked, and the material between markers.

Interview Desk asks no assistant anything. The text is looked at, copied and pasted by hand.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, tzinfo
from itertools import chain

from interview_desk.assistant.modes import Mode
from interview_desk.assistant.replacing import Piece, Replacer, Text, without_words
from interview_desk.assistant.wording import (
    DATA,
    FORBIDDEN,
    GUIDE_ONLY,
    MIXED_LEVELS,
    ONE_LEVEL,
    QUOTING,
    TASKS,
)
from interview_desk.guide.model import Dimension, IndicatorKind
from interview_desk.interview.interview import Interview
from interview_desk.interview.likely_names import LikelyName
from interview_desk.interview.note_kinds import NoteKind
from interview_desk.interview.records import Note
from interview_desk.interview.summary import scheduled_at
from interview_desk.words import local, minutes


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user chose for one text.

    ``names`` are the words to be replaced as names; None for those that most likely are. The
    rest is for practice: ``question`` in place of the interview's, and the name of the ``level``
    to be played, empty for a mixture.
    """

    names: tuple[str, ...] | None = None
    question: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class Prompt:
    """The text in pieces, and the words in it that look like names, replaced or not."""

    mode: Mode
    pieces: tuple[Piece, ...]
    likely: tuple[LikelyName, ...] = ()
    taken: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What is copied."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def replaced(self) -> tuple[Piece, ...]:
        """Every place where something was replaced."""
        return tuple(piece for piece in self.pieces if piece.was)


def interview_prompt(
    mode: Mode,
    interview: Interview,
    marker: str,
    wishes: Wishes | None = None,
    zone: tzinfo | None = None,
) -> Prompt:
    """The text for an interview, which must not lack anything for that mode (`Mode.missing`).

    ``marker`` is a word that nobody could know beforehand, made anew for each text: so nothing
    within the material can pretend to be its end. The day of the interview is told in ``zone``
    (None: the laptop's own).
    """
    replacer = Replacer(interview.setup, interview.guide, _held(interview, zone))
    return _Maker(mode, interview, wishes or Wishes(), replacer).prompt(marker)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the material: the product's own words, and what was typed after them."""

    before: str
    typed: Text | None = None


class _Maker:
    """Makes one text."""

    def __init__(
        self, mode: Mode, interview: Interview, wishes: Wishes, replacer: Replacer
    ) -> None:
        self._mode = mode
        self._interview = interview
        self._guide = interview.guide
        self._wishes = wishes
        self._replacer = replacer

    def prompt(self, marker: str) -> Prompt:
        lines = [*self._lines()]
        texts = [line.typed for line in lines if line.typed is not None]
        likely = self._replacer.likely_names(texts)
        wanted = self._wishes.names
        names = tuple(each.text for each in likely if each.likely) if wanted is None else wanted
        with_guide = self._mode not in (Mode.OPINIONS, Mode.FEEDBACK)
        guide = self._replacer.guide(self._guide.source.strip()) if with_guide else ()
        between = (GUIDE_ONLY if self._mode is Mode.GUIDE else DATA).format(marker=marker)
        pieces = chain(
            [Piece(f"{self._task()}\n\n{between}\n\n{marker}\n")],
            chain.from_iterable(_pieces(line, names) for line in lines),
            guide,
            [Piece(f"\n{marker}\n")],
        )
        return Prompt(self._mode, tuple(_joined(pieces)), likely, names)

    def _task(self) -> str:
        level = self._wishes.level
        levels = ONE_LEVEL.format(level=level) if level else MIXED_LEVELS
        parts = [TASKS[self._mode].replace("{levels}", levels), FORBIDDEN]
        if self._mode.of_person:
            parts.append(QUOTING)
        return "\n\n".join(parts)

    def _lines(self) -> Iterator[_Line]:
        if self._mode is Mode.PRACTISE:
            yield from self._question()
        elif self._mode is Mode.OPINIONS:
            yield from self._notes_and_reasons()
        elif self._mode is Mode.FEEDBACK:
            yield from self._for_feedback()

    # Practise

    def _question(self) -> Iterator[_Line]:
        question = self._wishes.question or self._interview.setup.question
        if question.strip():
            yield _Line("The question: ", self._replacer.text(question.strip()))
            yield _Line("")

    # Opinions

    def _notes_and_reasons(self) -> Iterator[_Line]:
        yield _Line("Notes, with the clock of the interview:")
        notes = [note for note in self._interview.notes if not note.private]
        yield from self._notes(notes, with_kind=True)
        for dimension in self._guide.dimensions:
            yield _Line("")
            yield from self._reason(dimension)

    def _reason(self, dimension: Dimension) -> Iterator[_Line]:
        yield _Line(f"Dimension: {dimension.title}")
        for level in dimension.levels:
            yield _Line(f"  {level.name} means: {level.text}")
        reason = self._interview.rating(dimension.number).reason.strip()
        if reason:
            text = self._replacer.without_ratings(self._replacer.text(reason))
            yield _Line("  The interviewer’s reason: ", text)

    # Feedback

    def _for_feedback(self) -> Iterator[_Line]:
        notes = [note for note in self._interview.notes if not note.private]
        strengths = [note for note in notes if note.kind is NoteKind.STRENGTH]
        concerns = [note for note in notes if note.kind is NoteKind.CONCERN]
        open_ends = [note for note in notes if note.kind is NoteKind.COME_BACK]
        yield _Line("Strengths:")
        yield from self._notes(strengths) if strengths else self._seen()
        yield _Line("")
        yield _Line("Concerns:")
        yield from self._notes(concerns)
        yield _Line("")
        yield _Line("Room to grow:")
        if open_ends:
            yield from self._notes(open_ends)
        yield from self._best(concerns)

    def _seen(self) -> Iterator[_Line]:
        """The strong signals that were seen, for an interviewer who ticks and does not write."""
        said = False
        for sighting in self._interview.sightings:
            indicator = self._guide.indicators[sighting.indicator]
            if indicator.kind is IndicatorKind.STRONG_SIGNAL:
                said = True
                at = minutes(self._interview.timeline.elapsed(sighting.at))
                yield _Line(f"[{at}] {indicator.brief}")
        if not said:
            yield _Line("(none were noted)")

    def _best(self, concerns: Iterable[Note]) -> Iterator[_Line]:
        """What the guide asks at best where there were concerns: the same for everybody."""
        numbers = {number for note in concerns for number in note.dimensions}
        for dimension in self._guide.dimensions:
            if dimension.number in numbers:
                best = dimension.levels[0].text
                yield _Line(f"{dimension.title}, as the guide describes the best: {best}")

    # Notes

    def _notes(self, notes: Iterable[Note], *, with_kind: bool = False) -> Iterator[_Line]:
        none = True
        for note in notes:
            none = False
            at = minutes(self._interview.timeline.elapsed(note.at))
            kind = f"{note.kind.word}: " if with_kind and note.kind is not NoteKind.PLAIN else ""
            yield _Line(f"[{at}] {kind}", self._replacer.text(note.text))
        if none:
            yield _Line("(none were noted)")


def _pieces(line: _Line, names: tuple[str, ...]) -> Iterator[Piece]:
    yield Piece(line.before)
    if line.typed is not None:
        yield from without_words(line.typed, names).pieces()
    yield Piece("\n")


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The same with what was not replaced in one piece as far as it goes."""
    plain = ""
    for piece in pieces:
        if piece.was:
            if plain:
                yield Piece(plain)
            yield piece
            plain = ""
        else:
            plain += piece.text
    if plain:
        yield Piece(plain)


def _held(interview: Interview, zone: tzinfo | None) -> date | None:
    """The day that it was held on, or is to be."""
    start = interview.timeline.start
    if start is not None:
        return local(start.wall_ms, zone).date()
    at = scheduled_at(interview.setup.scheduled)
    return at.date() if at is not None else None
