"""How someone rates: levels, all alike, evidence, and where it was not enough.

Every figure is a question to whoever gave the ratings, never a verdict on a candidate.
"""

from collections import Counter
from collections.abc import Iterator

from interview_desk.guide.model import Dimension, Guide
from interview_desk.insights.insight import (
    Bar,
    Bars,
    Dot,
    DotStrip,
    Insight,
    Table,
    TableRow,
    dots_as_table,
    too_few,
)
from interview_desk.insights.past_interview import PastInterview, Rubric
from interview_desk.interview.cues import speaks_for
from interview_desk.words import count

LEAST_FOR_LEVELS, LEAST_FOR_EVIDENCE = 5, 5
LEAST_FOR_ALIKE, LEAST_FOR_NOT_ENOUGH = 10, 10
ALIKE_FROM = 6  # ratings in one interview: fewer may well be the same
_MOST_PIECES = 5
_PROBES = 2
_NOT_ENOUGH = "Not enough"
_IN_WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def levels(rubric: Rubric) -> Insight:
    """How often each level was given, by dimension; not enough evidence stands apart."""
    title = "Levels"
    if len(rubric.interviews) < LEAST_FOR_LEVELS:
        return too_few(title, LEAST_FOR_LEVELS, len(rubric.interviews))
    columns = (*_level_names(rubric.dimensions), _NOT_ENOUGH)
    dots = tuple(_level_dots(rubric, columns))
    lines = tuple(each.brief for each in rubric.dimensions)
    counts = Counter(columns[int(dot.at)] for dot in dots)
    without = counts.pop(_NOT_ENOUGH, 0)
    named = [f"{name} {number}" for name, number in counts.most_common()]
    said = ", ".join([*named, f"not enough {without}"] if without else named) or "None"
    picture = DotStrip(lines, columns, dots, last_apart=True)
    return Insight(title, f"{said} of {len(dots)}.", picture, _counted(picture))


def _level_names(dimensions: tuple[Dimension, ...]) -> tuple[str, ...]:
    """Each once, the lowest first."""
    return tuple(dict.fromkeys(level.name for each in dimensions for level in each.ascending))


def _level_dots(rubric: Rubric, columns: tuple[str, ...]) -> Iterator[Dot]:
    for line, dimension in enumerate(rubric.dimensions):
        places = [columns.index(level.name) for level in dimension.ascending]
        for past in rubric.interviews:
            rated = past.rated[line]
            if rated.height or rated.not_enough:
                at = places[rated.height - 1] if rated.height else len(columns) - 1
                words = f"{dimension.brief}: {columns[at]}"
                yield Dot(past.row, past.when_ms, line, at, words)


def _counted(picture: DotStrip) -> Table:
    """How many dots are in each cell."""
    counts = Counter((dot.line, int(dot.at)) for dot in picture.dots)
    rows = (
        TableRow((line, *(str(counts[number, at]) for at in range(len(picture.columns)))))
        for number, line in enumerate(picture.lines)
    )
    return Table(("Dimension", *picture.columns), tuple(rows))


def all_alike(rubric: Rubric) -> Insight:
    """In which interviews all ratings are at one height, against unrelated ratings.

    Were ratings unrelated, one with m ratings would be so with the probability that m draws from
    all of them are the same; these are added up.
    """
    title, asked = "All alike", f"with {ALIKE_FROM} ratings or more"
    if len(rubric.dimensions) < ALIKE_FROM:
        number = count(len(rubric.dimensions), "dimension")
        text = f"Needs {ALIKE_FROM} dimensions; this rubric has {number}, which may well be alike."
        return Insight(title, text)
    looked_at = [each for each in rubric.interviews if len(each.heights) >= ALIKE_FROM]
    if len(looked_at) < LEAST_FOR_ALIKE:
        there = len(looked_at)
        have = f"{there} so far" if there else "none so far"
        return Insight(title, f"Needs {LEAST_FOR_ALIKE} finished interviews {asked}; {have}.")
    dots = tuple(_alike_dot(each) for each in looked_at)
    alike = tuple(dot for dot in dots if dot.marked)
    picture = DotStrip(("",), ("Ratings differ", "All alike"), dots)
    table = dots_as_table(alike or dots, ("Ratings",), ())
    return Insight(
        title, _alike_words(len(alike), len(dots), expected_alike(looked_at)), picture, table
    )


def expected_alike(interviews: list[PastInterview]) -> float:
    """In how many of the interviews all ratings would be alike if they were unrelated."""
    counts = Counter(height for each in interviews for height in each.heights)
    total = counts.total()
    if not total:
        return 0.0
    return sum(
        (number / total) ** len(each.heights) for each in interviews for number in counts.values()
    )


def _alike_dot(past: PastInterview) -> Dot:
    heights = past.heights
    if len({*heights}) > 1:
        return Dot(past.row, past.when_ms, 0, 0, "ratings differ")
    dimension = next(
        d for d, rated in zip(past.guide.dimensions, past.rated, strict=True) if rated.height
    )
    level = dimension.ascending[heights[0] - 1].name
    return Dot(past.row, past.when_ms, 0, 1, f"all {len(heights)} {level}", marked=True)


def _alike_words(alike: int, of: int, expected: float) -> str:
    chance = f"about {round(expected)}" if expected >= 0.5 else "hardly any"
    if not alike:
        return f"In none of {of} are all ratings alike; of unrelated ratings {chance} would be."
    them = "the one" if alike == 1 else f"the {in_words(alike)}"
    return f"{alike} of {of}; unrelated ratings: {chance}. Even candidates exist; look at {them}."


def in_words(number: int) -> str:
    """A number as it stands in a sentence."""
    return _IN_WORDS[number] if 0 <= number < len(_IN_WORDS) else str(number)


def evidence(rubric: Rubric) -> Insight:
    """How many pieces of evidence the ratings stand on."""
    title = "Evidence"
    if len(rubric.interviews) < LEAST_FOR_EVIDENCE:
        return too_few(title, LEAST_FOR_EVIDENCE, len(rubric.interviews))
    ratings = [rated for past in rubric.interviews for rated in past.rated if rated.height]
    if not ratings:
        return Insight(title, "No dimension has a level in any of them.")
    pieces = Counter(min(each.pieces, _MOST_PIECES) for each in ratings)
    bars = tuple(
        Bar(_pieces(number), pieces[number], max(pieces.values()), str(pieces[number]))
        for number in range(_MOST_PIECES + 1)
    )
    little = pieces[0] + pieces[1]
    said = f"{little} of {count(len(ratings), 'rating')} stand on one piece or none."
    rows = tuple(TableRow((bar.label, bar.words)) for bar in bars)
    return Insight(title, said, Bars(bars), Table(("Stands on", "Ratings"), rows))


def _pieces(number: int) -> str:
    if number == _MOST_PIECES:
        return f"{number} pieces or more"
    return count(number, "piece") if number else "no piece"


def not_enough(rubric: Rubric) -> Insight:
    """Which dimensions went without enough evidence, and what the guide would ask for them."""
    title = "Not enough evidence"
    if len(rubric.interviews) < LEAST_FOR_NOT_ENOUGH:
        return too_few(title, LEAST_FOR_NOT_ENOUGH, len(rubric.interviews))
    bars, shares = [], []
    for line, dimension in enumerate(rubric.dimensions):
        looked_at = [each.rated[line] for each in rubric.interviews]
        of = sum(bool(each.height or each.not_enough) for each in looked_at)
        without = sum(each.not_enough for each in looked_at)
        enough = of >= LEAST_FOR_NOT_ENOUGH
        words = f"{without} of {of}" if enough else f"too few to tell ({of})"
        bars.append(Bar(dimension.brief, without if enough else 0, max(of, 1), words))
        shares.append(without / of if enough else 0.0)
    rows = tuple(TableRow((bar.label, bar.words)) for bar in bars)
    said = "There was enough for every rating."
    if max(shares) > 0:
        most = shares.index(max(shares))
        said = f"{bars[most].label}: {bars[most].words}."
        said += _ask(rubric.guide, rubric.dimensions[most])
    return Insight(title, said, Bars(tuple(bars)), Table(("Dimension", "Not enough"), rows))


def _ask(guide: Guide, dimension: Dimension) -> str:
    speaking = (phase for phase in guide.phases if speaks_for(phase, dimension))
    probes = [
        probe.text for phase in speaking for area in phase.areas for probe in area.probes
    ][:_PROBES]  # fmt: skip
    return f" The guide’s probes: {' '.join(f'“{each}”' for each in probes)}" if probes else ""
