"""The rubric on one page, whatever the interview holds: what does not fit is counted."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, zip_longest

from interview_desk.interview.interview import Interview
from interview_desk.interview.note_kinds import NoteKind
from interview_desk.report.document import (
    Block,
    Document,
    Entries,
    Entry,
    Fact,
    Facts,
    Prose,
    RatingRow,
    Ratings,
    Section,
)
from interview_desk.report.documents.kind import ContentsSummary, DocumentKind, Source
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.options import ReportOptions
from interview_desk.report.sections import concerns, disclosure, head, notes, ratings, timing
from interview_desk.report.sections.dates import dated_ms
from interview_desk.report.sections.ratings import cut
from interview_desk.words import count

# Lines that no page has room for.
_MOST = 64
# Characters that a text may have, tried one after the other until the page holds what it must.
_LONGEST = (700, 240, 90, 30)
_IN_A_LIST = 160
_NO_NOTES = Prose("No notes were taken.", quiet=True)
_NO_EVIDENCE = Prose("No note and no sighting speaks for a rating.", quiet=True)


def _contents(source: Source) -> Document:
    # What fits on a page is known only once it is set: the PDF library is imported.
    from interview_desk.report.pdf.make import fits_one_page

    fits = partial(fits_one_page, paper=source.options.paper, checkpoint=source.check)
    return _longest(source.interview, source.options, fits)


def _longest(
    interview: Interview, options: ReportOptions, fits: Callable[[Document], bool]
) -> Document:
    """The most that ``fits`` takes for one page.

    Ratings come first, then concerns, then evidence of every dimension in turn; where nobody is
    rated, the notes.
    """
    for longest in _LONGEST:
        least = _page(interview, options, longest, 0)
        if fits(least):
            break
    low, high = 0, _MOST
    while low < high:
        middle = (low + high + 1) // 2
        if fits(_page(interview, options, longest, middle)):
            low = middle
        else:
            high = middle - 1
    return _page(interview, options, longest, low)


def _page(interview: Interview, options: ReportOptions, longest: int, lines: int) -> Document:
    """The page with so many lines of lists, and no text longer than that."""
    rows = [_row(each, longest) for each in ratings.overview(interview).rows]
    worries, evidence = concerns.observed(interview), _evidence(interview)
    full = "the full rubric" if rows else "the full record"
    for_worries = max(0, lines - len(rows))
    for_evidence = max(0, for_worries - len(worries))
    verdict = head.verdict(interview)
    facts = [*head.who_and_when(interview, options.zone), *timing.used_in_short(interview)]
    return Document(
        kind=SHORT.heading_for(interview),
        name=cut(head.name(interview), longest),
        author=head.author(interview),
        verdict=replace(verdict, step=cut(verdict.step, longest)),
        notice=head.notice(interview, full),
        facts=Facts(tuple(_fact(each, longest) for each in facts)),
        sections=(
            Section("Summary", (_summary(interview, longest),)),
            *_overview(cut(head.rubric_title(interview), longest), rows, lines, full),
            Section(
                "Concerns",
                (Prose(concerns.counts(interview)), *_listed(worries, for_worries, longest, full)),
            ),
            _proof(interview, _listed(evidence, for_evidence, longest, full)),
        ),
        closing=head.CONFIDENTIAL,
        dated_ms=dated_ms(interview),
        carries_data=options.include_packet,
    )


def _summary(interview: Interview, longest: int) -> Prose:
    summary = interview.verdict.summary.strip()
    if not summary:
        return Prose("No summary was written.", quiet=True)
    return Prose(cut(summary, longest))


def _fact(fact: Fact, longest: int) -> Fact:
    return replace(fact, text=cut(fact.text, longest))


def _row(row: RatingRow, longest: int) -> RatingRow:
    """The row, leading nowhere: its evidence has no section here."""
    title, level = cut(row.title, longest), cut(row.level, longest)
    return replace(row, title=title, level=level, reason=cut(row.reason, longest), target="")


def _overview(title: str, rows: Sequence[RatingRow], lines: int, full: str) -> tuple[Section, ...]:
    """The ratings there is room for; nothing for a guide that rates nobody."""
    if not rows:
        return ()
    shown = (Ratings(tuple(rows[:lines])),) if rows[:lines] else ()
    return (Section(title, (*shown, *_more(len(rows) - lines, "rating", full))),)


def _proof(interview: Interview, listed: tuple[Block, ...]) -> Section:
    if interview.guide.dimensions:
        return Section("Evidence", listed or (_NO_EVIDENCE,))
    return Section("Notes", listed or (_NO_NOTES,))


def _listed(entries: Sequence[Entry], lines: int, longest: int, full: str) -> tuple[Block, ...]:
    """As many as there are lines for, by time."""
    room = min(longest, _IN_A_LIST)
    kept = sorted(entries[:lines], key=_time)
    shown = tuple(
        replace(each, text=cut(each.text, room), aside=cut(each.aside, room), picture=None)
        for each in kept
    )
    return (*((Entries(shown),) if shown else ()), *_more(len(entries) - len(shown), "line", full))


def _time(entry: Entry) -> int:
    minutes, _, seconds = entry.time.partition(":")
    return 60 * int(minutes) + int(seconds) if seconds else 0


def _more(left: int, noun: str, full: str) -> tuple[Prose, ...]:
    if left <= 0:
        return ()
    return (Prose(f"{count(left, f'more {noun}')} in {full}.", quiet=True),)


def _evidence(interview: Interview) -> list[Entry]:
    """Every piece once: the first of each dimension, then the second of each, and so on.

    Where nobody is rated, every note: those that say of themselves what they are come first.
    """
    if not interview.guide.dimensions:
        taken = sorted(interview.notes, key=lambda note: note.kind is NoteKind.PLAIN)
        return list(notes.entries(interview, taken))
    by_dimension = [ratings.evidence(interview, each) for each in interview.guide.dimensions]
    in_turn = chain.from_iterable(zip_longest(*by_dimension))
    return list(dict.fromkeys(each for each in in_turn if each is not None))


def _summary_of_contents(interview: Interview, options: ReportOptions) -> ContentsSummary:
    proof = "evidence" if interview.guide.dimensions else "notes"
    inside = (
        disclosure.verdict(interview),
        *disclosure.ratings(interview, "with the beginnings of the reasons"),
        f"Concerns and {proof}, as far as one page holds them",
        *disclosure.packet(interview, options),
        *disclosure.attached_pictures(interview, options),
    )
    left_out = ("What one page does not hold, counted", *disclosure.left_out(interview, options))
    return ContentsSummary(inside, left_out)


SHORT = DocumentKind(
    key="short",
    title="Rubric on one page",
    heading="Interview rubric, short",
    file_name="Interview on one page",
    contents=_contents,
    summary=_summary_of_contents,
    mail=RUBRIC.mail,
    carries_packet=True,
    unrated_title="Record on one page",
    unrated_heading="Interview record, short",
)
